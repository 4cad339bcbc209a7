import type { Expression } from '../1-parse/syntax.ts'
import { isPlace, tailOf } from '../1-parse/walk.ts'

/** A value without a name that lives as long as the block of the `let` it stands in. */
export interface ExtendedTemporary {
  readonly expression: Expression
  /** It is only looked at. */
  readonly isShared: boolean
  /** Whether it is made at all depends on a condition. */
  readonly isConditional: boolean
}

/**
 * What the value of a `let` takes a reference to lives as long as the block, where the reference is what the value
 * consists of: `let r = &make();`, and so in a tuple, at the end of a block, in the arms of `if` and `match`; but not
 * the argument of a call. What is changed through a reference to a constant is a temporary copy. (Rust reference, "Temporary lifetime extension".)
 */
export function extendedTemporaries(
  value: Expression,
  isConstant: (expression: Expression) => boolean,
  isConditional = false,
): ExtendedTemporary[] {
  const within = (expression: Expression, isChoice = isConditional) =>
    extendedTemporaries(expression, isConstant, isChoice)
  switch (value.kind) {
    case 'reference': {
      const base = baseOf(value.operand)
      const isNamed = isPlace(base) && !(value.mutable && isConstant(base))
      return [
        ...(isNamed ? [] : [{ expression: base, isShared: !value.mutable, isConditional }]),
        ...within(base),
      ]
    }
    case 'tuple':
    case 'array':
      return value.elements.flatMap((element) => within(element))
    case 'struct':
      return value.fields.flatMap((field) => within(field.value))
    case 'cast':
      return within(value.operand)
    case 'block': {
      const tail = tailOf(value.block)
      return tail ? within(tail) : []
    }
    case 'if':
      return [value.then, ...(value.otherwise ? [value.otherwise] : [])].flatMap((way) => within(way, true))
    case 'match':
      return value.arms.flatMap((arm) => within(arm.value, true))
    default:
      return []
  }
}

/** `make()` of `make().field[0]`, and of `*make()`. */
function baseOf(expression: Expression): Expression {
  if (expression.kind === 'field' || expression.kind === 'index') return baseOf(expression.object)
  return expression.kind === 'dereference' ? baseOf(expression.operand) : expression
}
