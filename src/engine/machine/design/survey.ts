import { COSTS } from '../../memory/cost.ts'
import { entryFormatOf } from '../../memory/formats/formats.ts'
import { ROW_BYTE_COUNT, type PagingScheme } from '../../memory/scheme.ts'
import type { Preset } from './presets.ts'

/** A part of an address, from its highest bits down. */
export interface AddressField {
  readonly name: string
  readonly bits: number
  readonly part: 'unused' | 'segment' | 'index' | 'offset'
}

/** The tables of one level. */
export interface TableSize {
  readonly level: string
  readonly entries: number
  readonly byteCount: number
  /** How many bytes of address space one of its entries is about. */
  readonly covers: number
  /** An entry may map all of that as one page. */
  readonly largePage: boolean
}

/** What a machine is like, in numbers that follow from its description. */
export interface Survey {
  readonly fields: readonly AddressField[]
  readonly virtualBits: number
  readonly pageByteCount: number
  readonly entryByteCount: number | undefined
  readonly tables: readonly TableSize[]
  /** What one page costs in tables, and what a whole address space does. */
  readonly leastTableBytes: number
  readonly mostTableBytes: number
  /** Entries that a walk reads; of a list, at most. */
  readonly walkReads: number
  /** Cycles of an access whose translation no TLB remembers, at the prices that are usual. */
  readonly walkCycles: number
}

const ADDRESS_BITS = 64

export function surveyOf({ scheme, settings }: Preset): Survey {
  const tables = tablesOf(scheme)
  const { lookup } = scheme
  const hasTable = tables.length > 0
  const walkReads = lookup.kind === 'list' ? lookup.capacity : lookup.levels.length
  const prices = { walkRead: COSTS.walkRead, memory: COSTS.memory, ...pricesOf(settings.prices) }
  return {
    fields: fieldsOf(scheme),
    virtualBits: scheme.virtualBits,
    pageByteCount: 2 ** scheme.pageBits,
    entryByteCount: !hasTable
      ? undefined
      : lookup.kind === 'list'
        ? ROW_BYTE_COUNT
        : entryFormatOf(scheme).byteCount,
    tables,
    leastTableBytes: tables.reduce((sum, { byteCount }) => sum + byteCount, 0),
    mostTableBytes: mostBytes(tables),
    walkReads,
    walkCycles: walkReads * prices.walkRead + prices.memory,
  }
}

function pricesOf({ walk, memory }: NonNullable<Preset['settings']['prices']> = {}): object {
  return {
    ...(walk === undefined ? {} : { walkRead: walk }),
    ...(memory === undefined ? {} : { memory }),
  }
}

function fieldsOf({ virtualBits, upperBits, segments = [], pageBits, lookup }: PagingScheme): AddressField[] {
  const above = upperBits === 'zero' ? 0 : ADDRESS_BITS - virtualBits
  const unused: AddressField[] = above === 0 ? [] : [{ name: 'sign', bits: above, part: 'unused' }]
  if (segments.length > 0) {
    const chooses = Math.log2(segments.length)
    const offset: AddressField = { name: 'offset', bits: virtualBits - chooses, part: 'offset' }
    return chooses === 0 ? [offset] : [{ name: 'segment', bits: chooses, part: 'segment' }, offset]
  }
  const levels = lookup.kind === 'list' ? [{ name: 'page', bits: virtualBits - pageBits }] : lookup.levels
  return [
    ...unused,
    ...levels.map(({ name, bits }): AddressField => ({ name, bits, part: 'index' })),
    { name: 'offset', bits: pageBits, part: 'offset' },
  ]
}

function tablesOf(scheme: PagingScheme): TableSize[] {
  const { lookup, pageBits } = scheme
  if (lookup.kind === 'list') {
    const entries = lookup.capacity
    const byteCount = (entries + 1) * ROW_BYTE_COUNT
    return [{ level: 'list', entries, byteCount, covers: 2 ** pageBits, largePage: false }]
  }
  const { byteCount } = entryFormatOf(scheme)
  let below = pageBits + lookup.levels.reduce((sum, { bits }) => sum + bits, 0)
  return lookup.levels.map(({ name, bits, largePage = false }) => {
    below -= bits
    return {
      level: name,
      entries: 2 ** bits,
      byteCount: byteCount * 2 ** bits,
      covers: 2 ** below,
      largePage,
    }
  })
}

/** Every table of every level. */
function mostBytes(tables: readonly TableSize[]): number {
  let count = 1
  return tables.reduce((sum, { entries, byteCount }) => {
    const all = sum + count * byteCount
    count *= entries
    return all
  }, 0)
}
