import type { Fault } from '../memory/fault.ts'
import type { VirtualAddress } from '../units.ts'
import type { Descriptors } from './files/open-file.ts'
import type { Process } from './process.ts'
import type { Signal } from './signal.ts'
import type { SignalState } from './signals/signal-state.ts'

/** Bytes of a program's file, and where they belong. */
export interface FileSegment {
  readonly address: VirtualAddress
  readonly bytes: Uint8Array
}

/** How a process ended. */
export type ProcessEnd =
  | { readonly kind: 'exit'; readonly code: number }
  | { readonly kind: 'signal'; readonly signal: Signal; readonly fault?: Fault }

/** What a process waits for, which may not run meanwhile. */
export interface Waiting {
  readonly for: 'input' | 'pipe' | 'child' | 'time' | 'signal'
  /** Nanoseconds of the machine's clock: when it is over. */
  readonly until?: bigint
  /** It goes on when something happens to a pipe, too. */
  readonly orPipe?: true
}

/** The file that a process was made from. */
export interface ExecutableFile {
  readonly path: string
  /** Undefined of a program that was assembled here, and is in no file. */
  readonly bytes?: Uint8Array
}

/** The path of a process's file from the root, which is the folder that every process is in. */
export function absolutePath({ path }: ExecutableFile): string {
  return path.startsWith('/') ? path : `/${path.replace(/^(?:\.\/+)+/, '')}`
}

/** A process of the image `linux`: what the OS keeps about it besides its regions. */
export interface LinuxProcess extends Process {
  readonly pid: number
  /** The process that forked it. */
  readonly parent: string | undefined
  readonly executable: ExecutableFile
  readonly descriptors: Descriptors
  readonly signals: SignalState
  readonly waits: Waiting | undefined
  /** When the sleep ends that it is in, nanoseconds of the machine's clock. */
  readonly sleepsUntil: bigint | undefined
  /** How many bytes the call has written that it makes again. */
  readonly written: number
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
