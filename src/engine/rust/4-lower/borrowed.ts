import type { Expression } from '../1-parse/syntax.ts'
import { eachExpression } from '../1-parse/walk.ts'
import type { Local } from '../2-resolve/resolve.ts'
import type { CheckedFunction } from '../3-check/check.ts'

/** The variables whose address the program takes, by `&` or by a method such as `as_ptr`. */
export function borrowedLocals({ item, resolution }: CheckedFunction): ReadonlySet<Local> {
  const borrowed = new Set<Local>()
  const note = (place: Expression): void => {
    if (place.kind === 'field' || place.kind === 'index') return note(place.object)
    const meaning = place.kind === 'variable' ? resolution.meanings.get(place) : undefined
    if (meaning?.kind === 'local') borrowed.add(meaning)
  }
  eachExpression(item.body, (expression) => {
    if (expression.kind === 'reference') note(expression.operand)
    if (expression.kind === 'method') note(expression.receiver)
    if (expression.kind === 'macro') expression.values.forEach(note)
  })
  return borrowed
}
