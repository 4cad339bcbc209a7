import type { Block, Expression } from '../1-parse/syntax.ts'
import type { Local } from '../2-resolve/resolve.ts'
import type { CheckedFunction } from '../3-check/check.ts'
import { blocksOf, childrenOf } from '../3-check/initialisation.ts'

/** The variables whose address the program takes, by `&` or by a method such as `as_ptr`. */
export function borrowedLocals({ item, resolution }: CheckedFunction): ReadonlySet<Local> {
  const borrowed = new Set<Local>()
  const note = (place: Expression): void => {
    if (place.kind === 'field' || place.kind === 'index') return note(place.object)
    const meaning = place.kind === 'variable' ? resolution.meanings.get(place) : undefined
    if (meaning?.kind === 'local') borrowed.add(meaning)
  }
  const visit = (expression: Expression): void => {
    if (expression.kind === 'reference') note(expression.operand)
    if (expression.kind === 'method') note(expression.receiver)
    if (expression.kind === 'macro') expression.values.forEach(note)
    childrenOf(expression).forEach(visit)
    blocksOf(expression).forEach(visitBlock)
  }
  const visitBlock = ({ statements }: Block): void => {
    for (const statement of statements) {
      if (statement.kind === 'expression') visit(statement.expression)
      else if (statement.value) visit(statement.value)
    }
  }
  visitBlock(item.body)
  return borrowed
}
