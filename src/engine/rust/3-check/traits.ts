import type { GenericParameter } from '../1-parse/syntax.ts'
import { whyNotFormatted } from './formattable.ts'
import { isComparable } from './infer-operators.ts'
import { hasBound, isCopy, isIntegral, known, type Type } from './types.ts'

/** What a type must be to have a trait of the standard library that the compiler knows by itself. */
const TRAITS: Readonly<Record<string, (type: Type) => boolean>> = {
  Copy: isCopy,
  Clone: (type) => isCopy(type) || isCloned(type),
  PartialEq: (type) => isComparable(type, false),
  Eq: (type) => isComparable(type, false),
  PartialOrd: (type) => isComparable(type, true),
  Ord: (type) => isComparable(type, true),
  Debug: (type) => whyNotFormatted(type, undefined) === undefined,
  Display: (type) => whyNotFormatted(type, DISPLAY) === undefined,
  Sized: () => true,
  Add: isIntegral,
  Sub: isIntegral,
  Mul: isIntegral,
  Div: isIntegral,
  Rem: isIntegral,
}

const DISPLAY = { form: '' } as Parameters<typeof whyNotFormatted>[1]

function isCloned(type: Type): boolean {
  const found = known(type)
  if (found.kind === 'box') return isCloned(found.target) || isCopy(found.target)
  return (found.kind === 'struct' || found.kind === 'enum') && found.item.derives.includes('Clone')
}

/** The first of the traits that are asked of a parameter that a type has not. */
export function missingTrait({ bounds }: GenericParameter, type: Type): string | undefined {
  const found = known(type)
  for (const bound of bounds) {
    const name = bound.kind === 'named' ? bound.name.text : ''
    const has = Object.hasOwn(TRAITS, name) ? TRAITS[name] : undefined
    const isPromised = found.kind === 'parameter' && hasBound(found, name)
    if (has && !isPromised && found.kind !== 'mistake' && !has(found)) return name
  }
  return undefined
}
