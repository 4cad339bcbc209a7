/**
 * The ways from a virtual to a physical address, as data. A scheme is a row of the table at the end; the walker
 * reads the row and has no code of its own for any of them.
 */

export interface Level {
  /** What the manual calls the table, and its entries' level. */
  readonly name: string
  /** How many bits of the address index this table. */
  readonly bits: number
  /** Whether an entry here may map a large page (PS) instead of pointing to the next table. */
  readonly largePage?: boolean
}

/** A tree of tables, from the root down. Without levels, the virtual address is the physical one. */
export interface RadixLookup {
  readonly kind: 'radix'
  readonly levels: readonly Level[]
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

export type SchemeName = 'none' | 'one-level' | 'four-level' | 'five-level'

export interface PagingScheme {
  readonly name: SchemeName
  /** What it is, for people. */
  readonly title: string
  /** Bits of an address that are looked up; those above must repeat the topmost one. 64: none are checked. */
  readonly virtualBits: number
  /** Bits of the offset in a page. */
  readonly pageBits: number
  readonly lookup: RadixLookup | ListLookup
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

/** Whether the bits above `virtualBits` all repeat the topmost one that is looked up. */
export function isCanonical(address: bigint, virtualBits: number): boolean {
  return BigInt.asUintN(64, BigInt.asIntN(virtualBits, address)) === address
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
