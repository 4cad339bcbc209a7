import type { Representation } from '../../1-parse/syntax.ts'
import { availableIn, roundUp, type FieldsLayout, type Layout, type Niche } from './layout.ts'

/**
 * What lies in front of the fields, or whether the last of them must stay behind the others: one that may be unsized
 * for some type of its parameter lies in the same place for all of them.
 */
export type Around = 'nothing' | 'unsizable' | { readonly size: number; readonly alignment: number }

/** Numbers to spare are wanted at the beginning of a value, or at its end. */
type Bias = 'start' | 'end'

/**
 * Where fields lie. Rust may reorder them, and does: those of the widest alignment first, arrays counting as what they
 * could be aligned to, and those with numbers to spare at the beginning; or at the end, if that leaves more room in one
 * piece for the other variants of an enum.
 */
export function fieldsLayout(
  fields: readonly Layout[],
  representation: Representation = {},
  around: Around = 'nothing',
): FieldsLayout {
  const layout = biased(fields, representation, around, 'start')
  if (layout.niche === undefined || around === 'unsizable' || fields.length < 2) return layout
  const [before, behind] = roomAround(layout, layout.niche)
  if (before === 0 || behind <= 0) return layout
  const other = biased(fields, representation, around, 'end')
  const [otherBefore] = other.niche ? roomAround(other, other.niche) : [0]
  return otherBefore > before && otherBefore > behind ? other : layout
}

function roomAround({ size }: Layout, niche: Niche): readonly [before: number, behind: number] {
  return [niche.offset, size - niche.offset - niche.size]
}

function biased(
  fields: readonly Layout[],
  representation: Representation,
  around: Around,
  bias: Bias,
): FieldsLayout {
  const { packed, align = 1 } = representation
  const aligned = ({ alignment }: Layout) => Math.min(alignment, packed ?? alignment)
  const offsets = new Array<number>(fields.length).fill(0)
  const prefix = typeof around === 'object' ? around : { size: 0, alignment: 1 }
  const prefixAlignment = Math.min(prefix.alignment, packed ?? prefix.alignment)
  let end = roundUp(prefix.size, prefixAlignment)
  let niche: Niche | undefined
  for (const index of orderOf(fields, representation, around, bias)) {
    const field = fields[index]!
    const offset = roundUp(end, aligned(field))
    offsets[index] = offset
    if (field.niche && isBetter(field.niche, niche, bias))
      niche = { ...field.niche, offset: field.niche.offset + offset }
    end = offset + field.size
  }
  const alignment = Math.max(align, prefixAlignment, ...fields.map(aligned))
  const isUninhabited = fields.some((field) => field.isUninhabited)
  const size = roundUp(end, alignment)
  return { size, alignment, offsets, ...(niche && { niche }), ...(isUninhabited && { isUninhabited }) }
}

function isBetter(niche: Niche, old: Niche | undefined, bias: Bias): boolean {
  if (old === undefined) return true
  const [one, other] = [availableIn(niche), availableIn(old)]
  return bias === 'start' ? one > other : one >= other
}

/** The fields' numbers, the one at the lowest address first. */
function orderOf(
  fields: readonly Layout[],
  { isC, tag, packed }: Representation,
  around: Around,
  bias: Bias,
): readonly number[] {
  const order = [...fields.keys()]
  if (isC || tag) return order
  const last = around === 'unsizable' ? order.splice(-1) : []
  const moved = order.map((index) => fields[index]!)
  const keys = moved.map((field) =>
    keyOf(field, { all: moved, packed, bias, isBehind: typeof around === 'object' }),
  )
  order.sort((one, other) => compareKeys(keys[one]!, keys[other]!))
  return [...order, ...last]
}

interface Neighbours {
  readonly all: readonly Layout[]
  readonly packed: number | undefined
  readonly bias: Bias
  /** A tag lies in front of them. */
  readonly isBehind: boolean
}

/** What fields are sorted by, the least first. */
function keyOf(field: Layout, neighbours: Neighbours): readonly bigint[] {
  const group = BigInt(groupOf(field, neighbours))
  const { niche, size } = field
  const available = niche ? availableIn(niche) : 0n
  // Behind a tag the narrow ones come first, so that there is no gap, and numbers to spare are best at the end.
  if (neighbours.isBehind) return [group, available]
  if (neighbours.bias === 'start') return [-group, -available, BigInt(niche?.offset ?? 0)]
  return [-group, available, BigInt(niche ? niche.offset + niche.size - size : 0)]
}

/** Fields of one alignment lie side by side, and arrays with what they could be aligned to; a power of two. */
function groupOf(field: Layout, { all, packed, bias }: Neighbours): number {
  const { alignment, size, niche } = field
  if (packed !== undefined) return Math.min(alignment, packed)
  const couldBe = lowestBit(Math.max(alignment, size))
  const most = mostAvailable(all)
  if (most === 0n) return couldBe
  if (bias === 'start') return Math.min(couldBe, Math.max(...all.map((each) => each.alignment)))
  return niche && availableIn(niche) === most ? alignment : couldBe
}

function mostAvailable(fields: readonly Layout[]): bigint {
  return fields.reduce((most, { niche }) => {
    const available = niche ? availableIn(niche) : 0n
    return available > most ? available : most
  }, 0n)
}

/** The greatest power of two that a number is a multiple of. */
function lowestBit(value: number): number {
  let bit = 1
  while (value % (2 * bit) === 0) bit *= 2
  return bit
}

function compareKeys(one: readonly bigint[], other: readonly bigint[]): number {
  const at = one.findIndex((part, index) => part !== other[index])
  return at < 0 ? 0 : one[at]! < other[at]! ? -1 : 1
}
