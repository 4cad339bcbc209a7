import type { Pattern, Span } from '../1-parse/syntax.ts'
import { partsOf, spread } from '../1-parse/walk.ts'
import { isRest } from '../3-check/exhaustive.ts'
import { fieldsOf, USIZE, type Type } from '../3-check/types.ts'
import type { MirContext } from './mir-context.ts'
import {
  DEREF,
  downcastTo,
  elementAt,
  fieldOf,
  placeOf,
  projected,
  type Place,
  type Projection,
} from './mir.ts'

/** Where what a pattern looks at lies: behind the references that it looks through. */
export function behindPattern(context: MirContext, pattern: Pattern, place: Place): Place {
  const depth = context.func.inference.derefsOf(pattern) + (pattern.kind === 'reference' ? 1 : 0)
  return projected(place, ...new Array<Projection>(depth).fill(DEREF))
}

/** The patterns inside one, each with where its part lies. */
export function partPlaces(
  context: MirContext,
  pattern: Pattern,
  place: Place,
): readonly (readonly [Pattern, Place])[] {
  const type = context.placeType(place)
  if (pattern.kind === 'tuple' && type.kind === 'tuple')
    return spread(pattern.elements, type.elements.length).flatMap((part, index) =>
      part ? [[part, projected(place, fieldOf(type, index))] as const] : [],
    )
  if (pattern.kind === 'tuple-struct' || pattern.kind === 'struct')
    return constructedParts(context, pattern, place)
  if (pattern.kind === 'slice') return sequenceParts(context, pattern, place)
  return pattern.kind === 'or' ? [] : partsOf(pattern).map((part) => [part, place] as const)
}

function constructedParts(
  context: MirContext,
  pattern: Pattern & { kind: 'tuple-struct' | 'struct' },
  place: Place,
): readonly (readonly [Pattern, Place])[] {
  const type = context.placeType(place)
  const item = context.func.resolution.meanings.get(pattern.path)
  const variant = type.kind === 'enum' && item?.kind === 'variant' ? type.variants[item.index] : undefined
  const whole = variant ? projected(place, downcastTo(variant)) : place
  const made = context.placeType(whole)
  if (made.kind !== 'struct' && made.kind !== 'variant') return []
  const fields = fieldsOf(made)
  const placeAt = (index: number) => projected(whole, { kind: 'field', index, ...fields[index]! })
  if (pattern.kind === 'struct')
    return pattern.fields.map(({ name, pattern: part }) => [
      part,
      placeAt(fields.findIndex((field) => field.name === name.text)),
    ])
  return spread(pattern.elements, fields.length).flatMap((part, index) =>
    part ? [[part, placeAt(index)] as const] : [],
  )
}

/** How many elements a pattern names before and behind its `..`, if it has one. */
export function countsOf({ elements }: Pattern & { kind: 'slice' }): {
  readonly before: number
  readonly behind: number
  readonly hasRest: boolean
} {
  const rest = elements.findIndex(isRest)
  if (rest < 0) return { before: elements.length, behind: 0, hasRest: false }
  return { before: rest, behind: elements.length - rest - 1, hasRest: true }
}

/** Of a slice, what is counted from its end is found by its length. */
function sequenceParts(
  context: MirContext,
  pattern: Pattern & { kind: 'slice' },
  place: Place,
): readonly (readonly [Pattern, Place])[] {
  const type = context.placeType(place)
  if (type.kind !== 'array' && type.kind !== 'slice') return []
  const { before, behind, hasRest } = countsOf(pattern)
  const least = type.kind === 'array' ? type.length : before + behind
  const partAt = (part: Pattern, index: number): Projection | undefined => {
    const fromEnd = pattern.elements.length - index
    if (index < before) return elementAt(index, least)
    if (hasRest && index === before) return part.kind === 'name' ? rest(type, before, behind) : undefined
    if (type.kind === 'array') return elementAt(least - fromEnd, least)
    if (part.kind === 'wildcard') return undefined
    return {
      kind: 'index',
      local: indexFromEnd(context, place, fromEnd, part),
      fromEnd: { index: fromEnd, least },
    }
  }
  return pattern.elements.flatMap((part, index) => {
    const step = partAt(part, index)
    return step ? [[part, projected(place, step)] as const] : []
  })
}

function rest(type: Type & { kind: 'array' | 'slice' }, from: number, to: number): Projection {
  return {
    kind: 'subslice',
    from,
    to,
    type: type.kind === 'array' ? { ...type, length: type.length - from - to } : type,
  }
}

function indexFromEnd(context: MirContext, place: Place, fromEnd: number, span: Span): number {
  const lengthOf = placeOf(context.local(USIZE, span))
  context.assign(lengthOf, { kind: 'length', place }, span)
  const at = placeOf(context.local(USIZE, span))
  const [left, right] = [
    { kind: 'copy', place: lengthOf, span } as const,
    { kind: 'constant', constant: { kind: 'value', value: BigInt(fromEnd) }, type: USIZE } as const,
  ]
  context.assign(at, { kind: 'binary', operator: 'Sub', isChecked: false, left, right }, span)
  return at.local
}
