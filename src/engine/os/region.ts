import type { VirtualAddress } from '../units.ts'

/**
 * A range of addresses with one purpose, which Linux calls a virtual memory area (VMA). It says what a process may
 * use; which of it is in RAM, the page table says.
 */
export interface Region {
  readonly name: string
  readonly start: VirtualAddress
  /** The first address behind it. */
  readonly end: VirtualAddress
  readonly write: boolean
  readonly execute: boolean
  /** False where not even reading is allowed (`PROT_NONE`). */
  readonly read?: boolean
  /** Which way it grows as it is used. */
  readonly grows?: 'up' | 'down'
  /** How far down it may grow. */
  readonly lowest?: VirtualAddress
  /** Its pages begin as the program's file has them, not as zeros. */
  readonly fromFile?: boolean
  /** A write is seen by every process that has it, after `fork` too. */
  readonly shared?: boolean
  /** Which memory it shares: a process and those that it forked have the same in regions with the same number. */
  readonly object?: number
}

/** What a program may ask for with `mmap` and `mprotect`. */
export interface Protection {
  readonly read: boolean
  readonly write: boolean
  readonly execute: boolean
}

/** The region that an address belongs to. */
export function regionOf(regions: readonly Region[], address: VirtualAddress): Region | undefined {
  return regions.find(({ start, end }) => start <= address && address < end)
}

/** How many bytes a region reserves. */
export function regionByteCount({ start, end }: Region): bigint {
  return end - start
}

/** Whether a region may be read. On x86-64, what may be written or executed may be read too. */
export function isReadable({ read, write, execute }: Region): boolean {
  return (read ?? true) || write || execute
}
