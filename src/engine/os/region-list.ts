import { PAGE_SIZE, virtualAddress, type VirtualAddress } from '../units.ts'
import type { Protection, Region } from './region.ts'

/** The first address that no process may use: the lower half ends a page below it. */
export const USER_END = virtualAddress(0x7fff_ffff_f000n)
/** How far a region that grows downwards keeps away from the one below. */
export const GUARD_GAP = BigInt(256 * PAGE_SIZE)

/** The regions without a range of addresses: those that reach into it are cut. */
export function withoutRange(
  regions: readonly Region[],
  start: VirtualAddress,
  end: VirtualAddress,
): readonly Region[] {
  return regions.flatMap((region) => [...before(region, start), ...behind(region, end)])
}

/** The part of a region below an address. */
function before(region: Region, address: VirtualAddress): Region[] {
  if (region.start >= address) return []
  return [region.end <= address ? region : { ...region, end: address }]
}

/** The part of a region from an address up. */
function behind(region: Region, address: VirtualAddress): Region[] {
  if (region.end <= address) return []
  return [region.start >= address ? region : { ...region, start: address }]
}

/** The part of the regions in a range. */
function within(regions: readonly Region[], start: VirtualAddress, end: VirtualAddress): Region[] {
  return regions.flatMap((region) => before(region, end)).flatMap((region) => behind(region, start))
}

/** The regions and one more, by address. Neighbours that differ in nothing become one, as Linux merges them. */
export function withRegion(regions: readonly Region[], added: Region): readonly Region[] {
  const sorted = [...regions, added].sort((a, b) => (a.start < b.start ? -1 : 1))
  const merged: Region[] = []
  for (const region of sorted) {
    const last = merged.at(-1)
    if (last !== undefined && areOne(last, region)) merged[merged.length - 1] = { ...last, end: region.end }
    else merged.push(region)
  }
  return merged
}

function areOne(lower: Region, upper: Region): boolean {
  const isSame = (key: keyof Region) => lower[key] === upper[key]
  return (
    lower.end === upper.start &&
    (['name', 'read', 'write', 'execute', 'grows', 'fromFile', 'shared', 'object'] as const).every(isSame)
  )
}

/**
 * The regions with another protection in a range, up to the first address in it that belongs to none; `isWhole` says
 * whether there was none such.
 */
export function withProtection(
  regions: readonly Region[],
  start: VirtualAddress,
  end: VirtualAddress,
  protection: Protection,
): { readonly regions: readonly Region[]; readonly isWhole: boolean; readonly reached: VirtualAddress } {
  let reached = start
  let changed = regions
  for (const part of within(regions, start, end).sort((a, b) => (a.start < b.start ? -1 : 1))) {
    if (part.start !== reached) break
    changed = withRegion(withoutRange(changed, part.start, part.end), { ...part, ...protection })
    reached = part.end
  }
  return { regions: changed, isWhole: reached === end, reached }
}

/** Whether no region has an address of the range. */
export function isFree(regions: readonly Region[], start: bigint, end: bigint): boolean {
  return regions.every((region) => region.end <= start || end <= lowestUse(region))
}

/** A region that grows downwards keeps the gap below it for itself. */
function lowestUse({ start, grows }: Region): bigint {
  return grows === 'down' ? start - GUARD_GAP : start
}

/** The highest free range of that size below `top`, and not below `bottom`; undefined where there is none. */
export function highestGap(
  regions: readonly Region[],
  byteCount: bigint,
  top: bigint,
  bottom: bigint,
): VirtualAddress | undefined {
  let end = top
  for (const region of [...regions].sort((a, b) => (a.start < b.start ? 1 : -1))) {
    if (region.end <= end - byteCount) break
    if (lowestUse(region) < end) end = lowestUse(region)
  }
  return end - byteCount >= bottom ? virtualAddress(end - byteCount) : undefined
}

/** The lowest free range of that size from `bottom` up, and not above `top`; undefined where there is none. */
export function lowestGap(
  regions: readonly Region[],
  byteCount: bigint,
  bottom: bigint,
  top: bigint,
): VirtualAddress | undefined {
  let start = bottom
  for (const region of [...regions].sort((a, b) => (a.start < b.start ? -1 : 1))) {
    if (start + byteCount <= lowestUse(region)) break
    if (region.end > start) start = region.end
  }
  return start + byteCount <= top ? virtualAddress(start) : undefined
}

/**
 * The regions after the one above an address has grown down to its page. Undefined where none may: it would come below
 * its limit, or too near to the region underneath.
 */
export function withGrownStack(
  regions: readonly Region[],
  address: VirtualAddress,
): readonly Region[] | undefined {
  const start = virtualAddress(address - (address % BigInt(PAGE_SIZE)))
  const grown = regions.find((region) => region.grows === 'down' && canReach(region, address))
  if (grown === undefined) return undefined
  const hasRoom = regions.every((other) => other.end <= start - GUARD_GAP || other.start >= grown.start)
  return hasRoom ? regions.map((region) => (region === grown ? { ...region, start } : region)) : undefined
}

function canReach({ lowest, start }: Region, address: VirtualAddress): boolean {
  return lowest !== undefined && lowest <= address && address < start
}

/** An address range's end, where it is one of a process: neither wrapped around nor above what programs may use. */
export function rangeEnd(start: bigint, byteCount: bigint): VirtualAddress | undefined {
  const end = start + pageAligned(byteCount)
  return end <= USER_END ? virtualAddress(end) : undefined
}

/** The size rounded up to whole pages. */
export function pageAligned(byteCount: bigint): bigint {
  const page = BigInt(PAGE_SIZE)
  return ((byteCount + page - 1n) / page) * page
}
