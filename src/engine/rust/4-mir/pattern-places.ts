import type { Pattern } from '../1-parse/syntax.ts'
import { partsOf, spread } from '../1-parse/walk.ts'
import { fieldsOf } from '../3-check/types.ts'
import type { MirContext } from './mir-context.ts'
import { DEREF, downcastTo, fieldOf, projected, type Place, type Projection } from './mir.ts'

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
