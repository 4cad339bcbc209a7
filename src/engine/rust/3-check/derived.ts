import type { Traits } from './traits.ts'
import { allFields, fieldsOf, isSameType, known, type EnumType, type StructType, type Type } from './types.ts'
import { partsOf } from './unify.ts'

/**
 * Whether all that a value is made of has a trait: what is the language's own has each of these, structs and enums derive
 * it. A type that is found within itself has it if the rest of it has.
 */
export function hasThroughout(
  type: Type,
  trait: 'Debug' | 'PartialEq' | 'PartialOrd' | 'Eq' | 'Ord',
  traits: Pick<Traits, 'isWritten'>,
  within: Type[] = [],
): boolean {
  const found = known(type)
  if (found.kind === 'parameter' || found.kind === 'projection') return found.bounds.has(found, trait)
  if (found.kind === 'dyn') return traits.isWritten(found, trait)
  if (found.kind === 'struct' || found.kind === 'enum') {
    if (within.some((each) => isSameType(each, found))) return true
    within.push(found)
    if (traits.isWritten(found, trait)) return true
    if (!found.item.derives.includes(trait)) return false
  }
  if (found.kind === 'float' && (trait === 'Eq' || trait === 'Ord')) return false
  return valuesIn(found).every((part) => hasThroughout(part, trait, traits, within))
}

/** Whether a value of a type may lie behind a pointer of another one: a list, a tree. */
export function holdsItself(type: StructType | EnumType): boolean {
  const seen: Type[] = []
  const leadsBack = (part: Type): boolean => {
    const found = known(part)
    if (isSameType(found, type)) return true
    if (seen.some((each) => isSameType(each, found))) return false
    seen.push(found)
    return valuesIn(found).some(leadsBack)
  }
  return valuesIn(type).some(leadsBack)
}

/** A type and all that its values are made of or lead to, each once. */
export function compositionOf(type: Type): readonly Type[] {
  const seen: Type[] = []
  const visit = (part: Type): void => {
    const found = known(part)
    if (seen.length >= MOST_PARTS || seen.some((each) => isSameType(each, found))) return
    seen.push(found)
    valuesIn(found).forEach(visit)
  }
  visit(type)
  return seen
}

/** A type that holds ever larger ones has no end of parts. */
const MOST_PARTS = 500

/** What is compared and printed of a value; a raw pointer is but an address. */
function valuesIn(type: Type): readonly Type[] {
  switch (type.kind) {
    case 'struct':
      return fieldsOf(type).map((field) => field.type)
    case 'enum':
      return allFields(type).map((field) => field.type)
    case 'pointer':
    case 'projection':
      return []
    default:
      return partsOf(type)
  }
}
