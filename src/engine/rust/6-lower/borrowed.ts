import type { Expression } from '../1-parse/syntax.ts'
import { eachExpression } from '../1-parse/walk.ts'
import type { Local } from '../2-resolve/resolve.ts'
import type { CheckedFunction } from '../3-check/check.ts'

/**
 * The variables whose address the program takes, by `&` or by a method such as `as_ptr`. What is printed is no such: of
 * a number, printing takes a copy.
 */
export function borrowedLocals({
  item,
  resolution,
  inference,
}: Pick<CheckedFunction, 'item' | 'resolution' | 'inference'>): ReadonlySet<Local> {
  const borrowed = new Set<Local>()
  const note = (place: Expression): void => {
    if (place.kind === 'field' || place.kind === 'index') return noteObject(place.object)
    const meaning = place.kind === 'variable' ? resolution.meanings.get(place) : undefined
    if (meaning?.kind === 'local') borrowed.add(meaning)
  }
  /** Through a pointer it is something else that is referred to. */
  const noteObject = (object: Expression): void => {
    if (!['reference', 'pointer', 'box'].includes(inference.typeOf(object).kind)) note(object)
  }
  eachExpression(item.body, (expression) => {
    if (expression.kind === 'reference') note(expression.operand)
    if (expression.kind === 'method' && ADDRESS_METHODS.has(expression.name.text))
      noteObject(expression.receiver)
  })
  return borrowed
}

const ADDRESS_METHODS: ReadonlySet<string> = new Set(['as_ptr', 'as_mut_ptr'])
