import { allFields, fieldsOf, isSameType, known, needsDrop, type Type } from './types.ts'

/** A type that holds ever larger ones has no end of parts. */
const MOST_PARTS = 500

/** All types of which a value may have to be given back when one of this type is: its own, and those of its parts. */
export function droppedWith(type: Type): readonly Type[] {
  const seen: Type[] = []
  const visit = (part: Type): void => {
    const found = known(part)
    if (!needsDrop(found) || seen.length >= MOST_PARTS || seen.some((each) => isSameType(each, found))) return
    seen.push(found)
    partsOf(found).forEach(visit)
  }
  visit(type)
  return seen
}

function partsOf(type: Type): readonly Type[] {
  switch (type.kind) {
    case 'tuple':
      return type.elements
    case 'array':
      return [type.element]
    case 'box':
      return [type.target]
    case 'struct':
    case 'variant':
      return fieldsOf(type).map((field) => field.type)
    case 'enum':
      return allFields(type).map((field) => field.type)
    default:
      return []
  }
}
