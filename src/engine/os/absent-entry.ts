/**
 * What the OS keeps in a page's entry while the processor must not use it: present is clear, and then all other bits
 * are the OS's own.
 *
 *   63                12 11 10   9     8 … 0
 * ┌─────────────────────┬──┬────┬─────┬─────┐   KEPT     the page has a frame, but PROT_NONE: not even reads are allowed
 * │ frame, or its place │  │SWAP│KEPT │ … 0 │   SWAP     the page is in the swap area, at that place
 * └─────────────────────┴──┴────┴─────┴─────┘
 */
import { entryBase, PRESENT, SWAPPED } from '../memory/entry.ts'
import { PAGE_SIZE } from '../units.ts'

const KEPT = 1n << 9n

/** The entry of a page that has a frame and may not be accessed. */
export function hiddenEntry(entry: bigint): bigint {
  return (entry & ~BigInt(PRESENT)) | KEPT
}

/** The entry of a page at a place of the swap area. */
export function swappedEntry(place: number): bigint {
  return BigInt(place * PAGE_SIZE) | BigInt(SWAPPED)
}

/** Whether an entry leads to a frame, be it one of PROT_NONE. */
export function hasFrame(entry: bigint): boolean {
  return (entry & (BigInt(PRESENT) | KEPT)) !== 0n
}

/** The place in the swap area that an entry leads to; undefined where it leads to none. */
export function swapPlaceOf(entry: bigint): number | undefined {
  const isSwapped = !hasFrame(entry) && (entry & BigInt(SWAPPED)) !== 0n
  return isSwapped ? entryBase(entry) / PAGE_SIZE : undefined
}
