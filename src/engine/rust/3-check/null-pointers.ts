import type { Block, Expression } from '../1-parse/syntax.ts'
import { eachExpression } from '../1-parse/walk.ts'
import type { Diagnostic } from '../../diagnostic.ts'
import { diagnose, messages } from '../messages.ts'

/** rustc's lint `deref_nullptr`: what is dereferenced is plainly written as nothing's address. */
export function nullDereferences(body: Block): Diagnostic[] {
  const found: Expression[] = []
  // `&raw const *p` only computes an address.
  const raw = new Set<Expression>()
  eachExpression(body, (expression) => {
    if (expression.kind === 'reference' && expression.isRaw) raw.add(expression.operand)
    if (expression.kind === 'dereference' && isNull(expression.operand)) found.push(expression)
  })
  return found.filter((each) => !raw.has(each)).map((each) => diagnose(each, messages.nullDereferenced))
}

/** `0 as *const u8`, and casts of it to other pointers; a zero that was cast to another integer first is not looked through. */
function isNull(pointer: Expression): boolean {
  if (pointer.kind !== 'cast' || pointer.type.kind !== 'pointer') return false
  const { operand } = pointer
  return isNull(operand) || (operand.kind === 'integer' && operand.value === 0n)
}
