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
  /** Which way it grows as it is used. */
  readonly grows?: 'up' | 'down'
}

/** The region that an address belongs to. */
export function regionOf(regions: readonly Region[], address: VirtualAddress): Region | undefined {
  return regions.find(({ start, end }) => start <= address && address < end)
}

/** How many bytes a region reserves. */
export function regionByteCount({ start, end }: Region): bigint {
  return end - start
}
