import type { Diagnostic } from '../../diagnostic.ts'
import type { Analysed } from '../analyse.ts'
import { known, type Type } from '../3-check/types.ts'
import { diagnose, messages } from '../messages.ts'

/** What is understood, and has no instructions yet. */
export function beyondInstructions({ functions, bodies }: Analysed): readonly Diagnostic[] {
  const items = new Set(functions.map(({ item }) => item))
  return bodies
    .filter(({ item }) => items.has(item))
    .flatMap(({ locals }) => locals.filter(({ type }) => holdsString(type)))
    .map(({ span }) => diagnose(span, messages.notYet('a string that is kept')))
    .sort((one, other) => one.from - other.from)
}

function holdsString(type: Type, depth = 0): boolean {
  const found = known(type)
  const inside = (parts: readonly Type[]) => depth < 8 && parts.some((part) => holdsString(part, depth + 1))
  switch (found.kind) {
    case 'str':
      return true
    case 'struct':
      return inside(found.fields.map((field) => field.type))
    case 'enum':
      return inside(found.arguments)
    case 'tuple':
      return inside(found.elements)
    case 'array':
    case 'slice':
      return inside([found.element])
    case 'reference':
    case 'pointer':
    case 'box':
      return inside([found.target])
    default:
      return false
  }
}
