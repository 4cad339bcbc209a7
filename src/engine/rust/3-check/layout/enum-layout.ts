import type { Representation } from '../../1-parse/syntax.ts'
import { bitsOf } from '../types.ts'
import { fieldsLayout } from './fields-layout.ts'
import {
  availableIn,
  EMPTY,
  greatest,
  nicheOf,
  reserve,
  roundUp,
  type FieldsLayout,
  type Layout,
  type Niche,
  type Scalar,
} from './layout.ts'

export interface VariantShape {
  readonly fields: readonly Layout[]
  /** The number that `as` gives for it. */
  readonly discriminant: bigint
}

/** How the bytes of an enum tell which of its variants it is. */
export type Encoding =
  /** There is only one that can be. */
  | { readonly kind: 'single'; readonly variant: number }
  /** A number of its own, the variant's discriminant. */
  | { readonly kind: 'tag'; readonly tag: Tag }
  /**
   * Numbers that mean nothing in a field of the largest variant: each of the others, from the first to the last that
   * needs one, has the next of them.
   */
  | {
      readonly kind: 'niche'
      readonly tag: Tag
      readonly largest: number
      readonly firstVariant: number
      readonly lastVariant: number
      readonly firstValue: bigint
    }

interface Tag {
  readonly offset: number
  readonly size: number
}

export interface EnumLayout extends Layout {
  /** Offsets count from the beginning of the enum; a size is what the variant takes of it, without a tag of its own. */
  readonly variants: readonly FieldsLayout[]
  readonly encoding: Encoding
}

/**
 * An enum has a tag, or tells its variants apart by a field's spare numbers, whichever is smaller.
 * @param isExplicit some variant's discriminant is written: then there is a tag
 */
export function enumLayout(
  variants: readonly VariantShape[],
  representation: Representation,
  isExplicit: boolean,
): EnumLayout {
  const isFree = !representation.isC && !representation.tag
  const present = variants.flatMap((variant, index) => (isAbsent(variant) ? [] : [index]))
  const [only, second] = present
  if (only === undefined) return uninhabited(variants)
  if (second === undefined && isFree) return single(variants, representation, only)
  const niche = isFree && !isExplicit ? nicheFilled(variants, representation) : undefined
  const tagged = taggedLayout(variants, representation)
  return niche && isSmaller(niche, tagged) ? niche : tagged
}

/** Less to store, or more numbers to spare; else the one that needs fewer instructions. */
function isSmaller(one: EnumLayout, other: EnumLayout): boolean {
  if (one.size !== other.size) return one.size < other.size
  return spare(one) > spare(other)
}

function spare({ niche }: Layout): bigint {
  return niche ? availableIn(niche) : 0n
}

/** Such a variant needs neither room nor a number: it cannot be, and has nothing in it. */
function isAbsent({ fields }: VariantShape): boolean {
  return (
    fields.some((field) => field.isUninhabited) &&
    fields.every(({ size, alignment }) => size === 0 && alignment === 1)
  )
}

function uninhabited(variants: readonly VariantShape[]): EnumLayout {
  const layouts = variants.map(({ fields }) => fieldsLayout(fields))
  return {
    size: 0,
    alignment: 1,
    isUninhabited: true,
    variants: layouts,
    encoding: { kind: 'single', variant: 0 },
  }
}

function single(
  variants: readonly VariantShape[],
  representation: Representation,
  variant: number,
): EnumLayout {
  const layouts = variants.map(({ fields }) => fieldsLayout(fields, representation))
  const { size, alignment, niche, isUninhabited } = layouts[variant]!
  return {
    size,
    alignment,
    niche,
    isUninhabited: isUninhabited ?? false,
    variants: layouts,
    encoding: { kind: 'single', variant },
  }
}

function nicheFilled(
  shapes: readonly VariantShape[],
  representation: Representation,
): EnumLayout | undefined {
  const layouts = shapes.map(({ fields }) => fieldsLayout(fields, representation))
  const largest = lastOf(layouts)
  const host = layouts[largest]!
  const others = [...shapes.keys()].filter((index) => index !== largest && !isAbsent(shapes[index]!))
  const [firstVariant, lastVariant] = [others[0]!, others.at(-1)!]
  const reserved = host.niche && reserve(host.niche, BigInt(lastVariant - firstVariant + 1))
  if (!host.niche || !reserved) return undefined
  const alignment = Math.max(...layouts.map((layout) => layout.alignment))
  const size = roundUp(host.size, alignment)
  const { offset } = host.niche
  const variants = layouts.map((layout, index) =>
    index === largest ? layout : movedBehind(layout, host.niche!, size),
  )
  if (variants.includes(undefined)) return undefined
  const tag = { offset, size: host.niche.size }
  return {
    size,
    alignment,
    ...nicheOf(reserved.scalar, offset),
    ...(layouts.every(({ isUninhabited }) => isUninhabited) && { isUninhabited: true }),
    variants: variants as FieldsLayout[],
    encoding: { kind: 'niche', tag, largest, firstVariant, lastVariant, firstValue: reserved.first },
  }
}

/** The last of the largest. */
function lastOf(layouts: readonly Layout[]): number {
  return layouts.reduce((best, { size }, index) => (size >= layouts[best]!.size ? index : best), 0)
}

/** A variant lies in front of the niche of the largest one, or behind it; undefined if there is no room. */
function movedBehind(layout: FieldsLayout, niche: Niche, size: number): FieldsLayout | undefined {
  if (layout.size <= niche.offset) return layout
  const by = roundUp(niche.offset + niche.size, layout.alignment)
  if (by + layout.size > size) return undefined
  return { ...layout, size: by + layout.size, offsets: layout.offsets.map((offset) => offset + by) }
}

/** What is wide enough for the discriminants, signed or not. */
function leastTag(
  variants: readonly VariantShape[],
  { isC, tag }: Representation,
): { readonly size: number; readonly least: bigint; readonly most: bigint } {
  const counted = variants.filter(({ fields }) => isC || !fields.some((field) => field.isUninhabited))
  const values = counted.length > 0 ? counted.map(({ discriminant }) => discriminant) : [0n]
  const least = values.reduce((one, other) => (other < one ? other : one))
  const most = values.reduce((one, other) => (other > one ? other : one))
  const fitsIn = (size: number) =>
    least < 0n
      ? BigInt.asIntN(8 * size, least) === least && BigInt.asIntN(8 * size, most) === most
      : most <= greatest(size)
  const size = tag ? bitsOf(tag) / 8 : ((isC ? [4, 8] : [1, 2, 4, 8]).find(fitsIn) ?? 16)
  return { size, least, most }
}

function taggedLayout(shapes: readonly VariantShape[], representation: Representation): EnumLayout {
  const { size: least, ...range } = leastTag(shapes, representation)
  const { isC, tag: asked } = representation
  const fieldAlignments = shapes.flatMap(({ fields }) => fields.map(({ alignment }) => alignment))
  const alignment = isC ? Math.max(least, ...fieldAlignments) : least
  const prefix = { size: least, alignment }
  const layouts = shapes.map(({ fields }) => fieldsLayout(fields, representation, prefix))
  // Where every first field leaves room, the tag grows into it.
  const room = isC || asked ? 0 : roomFor(shapes, layouts)
  const width = room <= 16 ? Math.max(least, room) : least
  const tag: Scalar = {
    size: width,
    start: range.least & greatest(width),
    end: range.most & greatest(width),
  }
  const whole = Math.max(...layouts.map((layout) => layout.alignment), representation.align ?? 1)
  return {
    size: roundUp(Math.max(...layouts.map(({ size }) => size)), whole),
    alignment: whole,
    ...nicheOf(tag, 0),
    ...(layouts.every(({ isUninhabited }) => isUninhabited) && { isUninhabited: true }),
    variants: layouts.map((layout) => behindTag(layout, least, width)),
    encoding: { kind: 'tag', tag: { offset: 0, size: width } },
  }
}

/** The least alignment of what comes first in a variant: so far the tag may reach. */
function roomFor(shapes: readonly VariantShape[], layouts: readonly FieldsLayout[]): number {
  const firsts = shapes.map(({ fields }, index) => {
    const { offsets } = layouts[index] ?? EMPTY
    const inOrder = [...fields.keys()].sort((one, other) => offsets[one]! - offsets[other]!)
    const first = inOrder
      .map((each) => fields[each]!)
      .find(({ size, alignment }) => size > 0 || alignment > 1)
    return first?.alignment ?? Infinity
  })
  return Math.min(...firsts)
}

function behindTag(layout: FieldsLayout, least: number, width: number): FieldsLayout {
  if (width <= least) return layout
  return {
    ...layout,
    size: Math.max(layout.size, width),
    offsets: layout.offsets.map((offset) => (offset <= least ? width : offset)),
  }
}
