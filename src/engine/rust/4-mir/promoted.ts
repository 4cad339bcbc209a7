import type { Expression } from '../1-parse/syntax.ts'
import { childrenOf } from '../1-parse/walk.ts'
import { Evaluator, type Value } from '../3-check/evaluate.ts'
import { sizeOf } from '../3-check/type-layout.ts'
import type { MirContext } from './mir-context.ts'

/** Larger constants are made when the program runs. */
const LARGEST_PROMOTED = 1 << 16

/** What is known at compile time and only looked at lives for the whole run (Rust reference, "Constant promotion"). */
export function promotedValue({ func }: MirContext, operand: Expression): Value | undefined {
  if (!isPromotable(operand)) return undefined
  const type = func.inference.typeOf(operand)
  if (type.kind === 'slice' || type.kind === 'str' || sizeOf(type) > LARGEST_PROMOTED) return undefined
  return new Evaluator(func.program, func.inference, true).value(operand)
}

/** Of what is computed when the program is compiled, rustc keeps what needs no decision. */
function isPromotable(expression: Expression): boolean {
  return !['if', 'block', 'match'].includes(expression.kind) && childrenOf(expression).every(isPromotable)
}
