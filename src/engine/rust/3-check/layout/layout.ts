/** How values lie in memory, as rustc 1.95 lays them out (`compiler/rustc_abi/src/layout.rs`); all sizes in bytes. */

import type { Representation } from '../../1-parse/syntax.ts'

/** Both in bytes (Rust reference, "Type layout"). */
export interface Extent {
  readonly size: number
  readonly alignment: number
}

/**
 * A number inside a value that not all numbers of its size stand for: the valid ones run from `start` to `end`, both
 * included, and around past the greatest if `end` is the lower one.
 */
export interface Scalar {
  readonly size: number
  readonly start: bigint
  readonly end: bigint
}

/** Where there are numbers to spare, by which an enum can tell its other variants apart. */
export interface Niche extends Scalar {
  readonly offset: number
}

export interface Layout extends Extent {
  /** The one with the most numbers to spare. */
  readonly niche?: Niche | undefined
  /** No value of it can exist. */
  readonly isUninhabited?: boolean
}

/** A layout with parts: where each begins, in the order of their declaration. */
export interface FieldsLayout extends Layout {
  readonly offsets: readonly number[]
}

export const EMPTY: FieldsLayout = { size: 0, alignment: 1, offsets: [] }

/** A number of so many bytes, a power of two; only some of its values may occur. */
export function scalarLayout(size: number, start = 0n, end = greatest(size)): Layout {
  return { size, alignment: size, ...nicheOf({ size, start, end }, 0) }
}

export function arrayLayout({ size, alignment, niche, isUninhabited }: Layout, length: number): Layout {
  const extent = { size: size * length, alignment }
  return length === 0
    ? extent
    : { ...extent, ...(niche && { niche }), ...(isUninhabited && { isUninhabited }) }
}

/** All fields at the beginning; nothing is known of what they hold. */
export function unionLayout(fields: readonly Extent[], { packed, align = 1 }: Representation): FieldsLayout {
  const alignments = fields.map(({ alignment }) => Math.min(alignment, packed ?? alignment))
  const alignment = Math.max(align, ...alignments)
  const size = roundUp(Math.max(0, ...fields.map((field) => field.size)), alignment)
  return { size, alignment, offsets: fields.map(() => 0) }
}

/** How many numbers a scalar can hold that mean nothing yet. */
export function availableIn({ size, start, end }: Scalar): bigint {
  return (start - end - 1n) & greatest(size)
}

/** The niche of a scalar that lies somewhere in a value, if it has any. */
export function nicheOf(scalar: Scalar, offset: number): { readonly niche?: Niche } {
  return availableIn(scalar) > 0n ? { niche: { ...scalar, offset } } : {}
}

/**
 * Gives meaning to some more of a scalar's numbers: next to those that have one, and so that zero is among them if it
 * can be, for `None` is zero then.
 * @returns the first of them, and what is valid now; undefined if there are not so many
 */
export function reserve(
  scalar: Scalar,
  count: bigint,
): { readonly first: bigint; readonly scalar: Scalar } | undefined {
  const { size, start, end } = scalar
  const mask = greatest(size)
  if (count > availableIn(scalar)) return undefined
  const below = () => {
    const first = (start - count) & mask
    return { first, scalar: { size, start: first, end } }
  }
  const above = () => ({ first: (end + 1n) & mask, scalar: { size, start, end: (end + count) & mask } })
  if (start > end) return above()
  if (start <= mask - end) return count <= start ? below() : above()
  const last = (end + count) & mask
  return last >= 1n && last <= end ? below() : above()
}

export function greatest(size: number): bigint {
  return (1n << BigInt(8 * size)) - 1n
}

export function roundUp(value: number, multiple: number): number {
  return Math.ceil(value / multiple) * multiple
}
