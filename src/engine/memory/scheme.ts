import { pageNumber, wrapAddress, type PageNumber, type VirtualAddress } from '../units.ts'
import type { EntryFormatName, Marks } from './formats/entry-format.ts'

/** Numbers of pages end at 2^52, also where pages are so small that there are more. */
const PAGE_NUMBER_BITS = 52

/**
 * The ways from a virtual to a physical address, as data. A scheme is a row of a table; the walker knows three kinds of
 * lookup (segments, a list, a tree of tables), and for trees whether entries are those of x86-64 or of another format.
 */

export interface Level {
  /** What the manual calls the table, and its entries' level. */
  readonly name: string
  /** How many bits of the address index this table. */
  readonly bits: number
  /** Whether an entry here may map a large page (PS) instead of pointing to the next table. */
  readonly largePage?: boolean
}

/** An entry as textbooks draw it: a valid bit, the number of a frame, and perhaps a bit or two about the page. */
export interface PlainEntry {
  /** 1, 2, 4 or 8. */
  readonly byteCount: number
  readonly validBit: number
  /** The lowest bits are the frame's number. */
  readonly frameBits: number
  /** Where there is none, every page may be written. */
  readonly writeBit?: number
  readonly accessedBit?: number
  readonly dirtyBit?: number
}

/** A tree of tables, from the root down. Without levels, the virtual address is the physical one. */
export interface RadixLookup {
  readonly kind: 'radix'
  readonly levels: readonly Level[]
  /** By default those of x86-64. */
  readonly entry?: EntryFormatName | PlainEntry
}

/** A part of the address space that lies in one piece in RAM; where and how much of it, two registers say. */
export interface Segment {
  readonly name: string
  /** Downwards: its base is the address behind its last byte, as for a stack. */
  readonly grows: 'up' | 'down'
}

/**
 * One list of rows that is searched from its beginning.
 *
 *     root + 0     how many rows there are (64 bits), then 64 unused bits
 *     root + 16    row 0: page number (64 bits), then an entry (64 bits)
 *     root + 32    row 1 …
 */
export interface ListLookup {
  readonly kind: 'list'
  /** How many rows fit. */
  readonly capacity: number
}

/** Schemes in which registers say where a process's memory lies. */
export type SegmentedName = 'base-limit' | 'segments'

/** Schemes that a machine can be started with; textbooks have more. */
export type SchemeName = 'none' | SegmentedName | 'one-level' | 'four-level' | 'five-level'

export interface PagingScheme {
  readonly name: string
  /** What it is, for people. */
  readonly title: string
  /** Bits of an address that are looked up. Those above must be as `upperBits` says. 64: none are above. */
  readonly virtualBits: number
  /** `sign` (the default): they repeat the topmost bit that is looked up; `zero`: the processor has no more bits. */
  readonly upperBits?: 'sign' | 'zero'
  /** Where there are segments, the topmost bits choose one, and what it makes of the address is looked up. */
  readonly segments?: readonly Segment[]
  /** Bits of the offset in a page. */
  readonly pageBits: number
  readonly lookup: RadixLookup | ListLookup
  /** Bits of a physical address, which entries may not exceed. */
  readonly physicalBits?: number
  /** Who sets accessed and dirty bits; by default the processor. */
  readonly marks?: Marks
}

const PT: Level = { name: 'PT', bits: 9 }
const PD: Level = { name: 'PD', bits: 9, largePage: true }
const PDPT: Level = { name: 'PDPT', bits: 9, largePage: true }
const PML4: Level = { name: 'PML4', bits: 9 }
const PML5: Level = { name: 'PML5', bits: 9 }

/** A list's row in RAM: page number and entry. The head before the first row has the same size. */
export const ROW_BYTE_COUNT = 16

export const SCHEMES: Readonly<Record<SchemeName, PagingScheme>> = {
  none: {
    name: 'none',
    title: 'no paging: every address is a physical one',
    virtualBits: 64,
    pageBits: 12,
    lookup: { kind: 'radix', levels: [] },
  },
  'base-limit': {
    name: 'base-limit',
    title: 'one segment: a base is added to every address below a limit',
    virtualBits: 32,
    upperBits: 'zero',
    pageBits: 12,
    segments: [{ name: 'memory', grows: 'up' }],
    lookup: { kind: 'radix', levels: [] },
  },
  segments: segmentedScheme(32),
  'one-level': {
    name: 'one-level',
    title: 'one list of rows, as the document draws it',
    virtualBits: 48,
    pageBits: 12,
    lookup: { kind: 'list', capacity: 4096 / ROW_BYTE_COUNT - 1 },
  },
  'four-level': {
    name: 'four-level',
    title: 'four levels of tables, x86-64',
    virtualBits: 48,
    pageBits: 12,
    lookup: { kind: 'radix', levels: [PML4, PDPT, PD, PT] },
  },
  'five-level': {
    name: 'five-level',
    title: 'five levels of tables, x86-64 with LA57',
    virtualBits: 57,
    pageBits: 12,
    lookup: { kind: 'radix', levels: [PML5, PML4, PDPT, PD, PT] },
  },
}

/** Two segments of an address space of that many bits: the upper half is a stack. */
export function segmentedScheme(virtualBits: number): PagingScheme {
  return {
    name: 'segments',
    title: 'two segments: the topmost bit says which',
    virtualBits,
    upperBits: 'zero',
    pageBits: 12,
    segments: [
      { name: 'SEG0', grows: 'up' },
      { name: 'SEG1', grows: 'down' },
    ],
    lookup: { kind: 'radix', levels: [] },
  }
}

/**
 * Which segment an address is in, and how far from the segment's base it lies: below it where the segment grows down.
 * Without segments, an address is its own distance from the beginning of RAM.
 */
export function segmentPlace(
  { segments = [], virtualBits }: PagingScheme,
  address: number,
): { readonly number: number; readonly distance: number } {
  const size = 2 ** virtualBits / Math.max(1, segments.length)
  const number = Math.floor(address / size)
  const offset = address - number * size
  return { number, distance: segments[number]?.grows === 'down' ? offset - size : offset }
}

/** One array of entries of 32 bits, valid bit on top: the simplest page table of textbooks. */
export function linearScheme(virtualBits: number, pageBits: number): PagingScheme {
  return {
    name: 'linear',
    title: 'one array of entries, one for each page',
    virtualBits,
    upperBits: 'zero',
    pageBits,
    lookup: {
      kind: 'radix',
      levels: [{ name: 'PT', bits: virtualBits - pageBits }],
      entry: { byteCount: 4, validBit: 31, frameBits: 31 },
    },
  }
}

/** A textbook's machine: addresses of 15 bits, pages of 32 bytes, two levels of entries of one byte. */
export const FIFTEEN_BIT_SCHEME: PagingScheme = {
  name: 'fifteen-bit',
  title: 'two levels of small tables, for addresses of 15 bits',
  virtualBits: 15,
  upperBits: 'zero',
  pageBits: 5,
  lookup: {
    kind: 'radix',
    levels: [
      { name: 'PD', bits: 5 },
      { name: 'PT', bits: 5 },
    ],
    entry: { byteCount: 1, validBit: 7, frameBits: 7 },
  },
}

/** The sizes that one entry above the last level may map, in bytes, the largest first, with the depth of its table. */
export function largePagesOf({
  lookup,
  pageBits,
}: PagingScheme): { readonly depth: number; readonly byteCount: number }[] {
  if (lookup.kind === 'list') return []
  let bits = pageBits + lookup.levels.reduce((sum, level) => sum + level.bits, 0)
  return lookup.levels.flatMap((level, depth) => {
    bits -= level.bits
    return level.largePage === true ? [{ depth, byteCount: 2 ** bits }] : []
  })
}

/** At which depth an entry maps a page of that size; undefined where none does. */
export function largePageDepth(scheme: PagingScheme, byteCount: number): number | undefined {
  return largePagesOf(scheme).find((page) => page.byteCount === byteCount)?.depth
}

/** Whether the bits above `virtualBits` all repeat the topmost one that is looked up. */
export function isCanonical(address: bigint, virtualBits: number): boolean {
  return BigInt.asUintN(64, BigInt.asIntN(virtualBits, address)) === address
}

/** The page whose number the tables' indices make up: the bits above them repeat the topmost, unless there are none. */
export function pageLookedUp(scheme: PagingScheme, lookedUp: bigint): PageNumber {
  if (scheme.upperBits === 'zero') return pageNumber(Number(lookedUp))
  const bits = scheme.virtualBits - scheme.pageBits
  return pageNumber(Number(BigInt.asUintN(PAGE_NUMBER_BITS, BigInt.asIntN(bits, lookedUp))))
}

/** The page of an address, in the scheme's own size. */
export function pageOf({ pageBits }: PagingScheme, address: bigint): PageNumber {
  return pageNumber(Number(BigInt.asUintN(PAGE_NUMBER_BITS, address >> BigInt(pageBits))))
}

/** The first address of a page of the scheme's own size. */
export function startOf({ pageBits }: Pick<PagingScheme, 'pageBits'>, page: number): VirtualAddress {
  return wrapAddress(BigInt(page) << BigInt(pageBits))
}

/** Bytes from the beginning of that page. */
export function offsetOf({ pageBits }: PagingScheme, address: bigint): number {
  return Number(BigInt.asUintN(pageBits, address))
}

/** One index for each level of a radix scheme, from the root down, by the level's name. */
export function tableIndices(scheme: PagingScheme, address: bigint): { level: string; index: number }[] {
  if (scheme.lookup.kind !== 'radix') return []
  let shift = scheme.pageBits + scheme.lookup.levels.reduce((sum, { bits }) => sum + bits, 0)
  return scheme.lookup.levels.map(({ name, bits }) => {
    shift -= bits
    return { level: name, index: Number((address >> BigInt(shift)) & ((1n << BigInt(bits)) - 1n)) }
  })
}
