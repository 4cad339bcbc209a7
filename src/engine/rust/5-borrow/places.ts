import { known } from '../3-check/types.ts'
import {
  isSamePart,
  typeOfPart,
  type Counted,
  type MirBody,
  type Place,
  type Projection,
} from '../4-mir/mir.ts'

/**
 * How much of a place something touches: all that it leads to, what a drop gives back (nothing behind a reference), or
 * the place alone.
 */
export type Depth = 'deep' | 'drop' | 'shallow'

/** Whether touching one place touches what was lent of another (rustc, `places_conflict`). */
export function conflicts(body: MirBody, lent: Place, touched: Place, depth: Depth): boolean {
  if (lent.local !== touched.local) return false
  let type = known(body.locals[lent.local]!.type)
  for (const [index, part] of lent.projection.entries()) {
    const other = touched.projection[index]
    if (other) {
      if (isApart(part, other) || isApart(other, part)) return false
    } else if (part.kind === 'deref') {
      if (depth === 'shallow') return false
      if (type.kind === 'pointer') return false
      if (type.kind === 'reference' && (!type.mutable || depth === 'drop')) return false
    }
    type = typeOfPart(type, part)
  }
  return true
}

/** Two steps from one place never lead to the same, be it only because a pattern tells them apart. */
function isApart(one: Projection, other: Projection): boolean {
  if (one.kind === 'element' && other.kind === 'index' && other.fromEnd)
    return one.counted.index < Math.max(one.counted.least, other.fromEnd.least) - other.fromEnd.index
  if (one.kind === 'index' && other.kind === 'index')
    return (
      one.fromEnd !== undefined && other.fromEnd !== undefined && one.fromEnd.index !== other.fromEnd.index
    )
  if (one.kind === 'subslice' && other.kind === 'element')
    return other.counted.index < one.from || isBehind(one, other.counted)
  if (one.kind === 'subslice' && other.kind === 'index')
    return other.fromEnd !== undefined && other.fromEnd.index <= one.to
  return one.kind === other.kind && one.kind !== 'subslice' && !isSamePart(one, other)
}

/** Of an array, whose length is known. */
function isBehind({ to, type }: Projection & { kind: 'subslice' }, { index, least }: Counted): boolean {
  return type.kind === 'array' && index >= least - to
}

/** What lies behind a `&` or a raw pointer is not the function's to lend twice or to drop. */
export function isElsewhere(body: MirBody, { local, projection }: Place): boolean {
  let type = known(body.locals[local]!.type)
  for (const part of projection) {
    if (part.kind === 'deref' && (type.kind === 'pointer' || (type.kind === 'reference' && !type.mutable)))
      return true
    type = typeOfPart(type, part)
  }
  return false
}

/** As rustc writes it: `x`, `*r`, `p.left`, `a[_]`; undefined for what has no name. */
export function placeName({ locals }: MirBody, { local, projection }: Place): string | undefined {
  const name = locals[local]?.name
  if (name === undefined) return undefined
  return projection.reduce((text, part, index) => {
    if (part.kind === 'field') return `${text}.${part.name}`
    if (part.kind === 'index' || part.kind === 'element') return `${text}[..]`
    if (part.kind === 'subslice') return `${text}[..]`
    if (part.kind === 'downcast') return text
    return projection[index + 1] && projection[index + 1]?.kind !== 'deref' ? text : `*${text}`
  }, name)
}

/** The same, or inside of it. */
export function isWithin(inner: Place, outer: Place): boolean {
  if (inner.local !== outer.local || inner.projection.length < outer.projection.length) return false
  return outer.projection.every((part, index) => {
    return isSamePart(part, inner.projection[index]!)
  })
}
