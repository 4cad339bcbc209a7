import type { Expression } from '../1-parse/syntax.ts'
import { childrenOf } from '../1-parse/walk.ts'
import { Evaluator, type Value } from '../3-check/evaluate.ts'
import { sizeOf } from '../3-check/type-layout.ts'
import { fieldsOf, isUnsized, known, type Type } from '../3-check/types.ts'
import type { MirContext } from './mir-context.ts'

/** Larger constants are made when the program runs. */
const LARGEST_PROMOTED = 1 << 16

/** What is known at compile time and only looked at lives for the whole run (Rust reference, "Constant promotion"). */
export function promotedValue({ func }: MirContext, operand: Expression): Value | undefined {
  if (!isPromotable(operand)) return undefined
  const type = func.inference.typeOf(operand)
  if (isUnsized(type) || sizeOf(type) > LARGEST_PROMOTED) return undefined
  const value = new Evaluator(func.program, func.inference, true).value(operand)
  return value !== undefined && !holdsDestructor(value, type) ? value : undefined
}

/** Whether something is to be done when the value goes: `None` has nothing to do even if `Some` would. */
function holdsDestructor(value: Value, type: Type): boolean {
  const found = known(type)
  if ((found.kind === 'struct' || found.kind === 'enum') && found.destructor !== undefined) return true
  if (typeof value === 'bigint' || 'text' in value || 'referent' in value) return false
  if ('variant' in value)
    return (
      found.kind === 'enum' &&
      holdsDestructor(value.parts, { kind: 'variant', of: found, index: value.variant })
    )
  return value.some((part, index) => holdsDestructor(part, partOf(found, index)))
}

function partOf(type: Type, index: number): Type {
  if (type.kind === 'array' || type.kind === 'slice') return type.element
  if (type.kind === 'tuple') return type.elements[index]!
  if (type.kind === 'struct' || type.kind === 'variant') return fieldsOf(type)[index]!.type
  throw new Error(`a value of ${type.kind} has no parts`)
}

/** Of what is computed when the program is compiled, rustc keeps what needs no decision. */
function isPromotable(expression: Expression): boolean {
  return !['if', 'block', 'match'].includes(expression.kind) && childrenOf(expression).every(isPromotable)
}
