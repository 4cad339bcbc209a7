import type { Fault } from '../memory/fault.ts'
import type { VirtualAddress } from '../units.ts'
import type { Process } from './process.ts'
import type { Signal } from './signal.ts'

/** Bytes of a program's file, and where they belong. */
export interface FileSegment {
  readonly address: VirtualAddress
  readonly bytes: Uint8Array
}

/** How a process ended. */
export type ProcessEnd =
  | { readonly kind: 'exit'; readonly code: number }
  | { readonly kind: 'signal'; readonly signal: Signal; readonly fault?: Fault }

/** A process of the image `linux`: what the OS keeps about it besides its regions. */
export interface LinuxProcess extends Process {
  readonly pid: number
  /** The process that forked it. */
  readonly parent: string | undefined
  /** What its pages are filled from when they are first touched. */
  readonly file: readonly FileSegment[]
  /** Where the heap begins, and where it ends now (the program break). */
  readonly heapStart: VirtualAddress
  readonly programBreak: VirtualAddress
  /** Set when it has ended. Its number stays taken until its parent has asked for it. */
  readonly end: ProcessEnd | undefined
}

/** Sizes as /proc/PID/status has them, in bytes. */
export interface ProcessSizes {
  /** VmSize: all regions together. */
  readonly reserved: number
  /** VmRSS: pages that have a frame. Like Linux, this does not count the frame of zeros. */
  readonly resident: number
  /** VmSwap: pages that are in the swap area. */
  readonly swapped: number
}
