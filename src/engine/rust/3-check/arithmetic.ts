import type { ArithmeticOperator, BinaryOperator, IntegerType } from '../1-parse/syntax.ts'
import { bitsOf, fits, wrap } from './types.ts'

/** What comes of an operator: a value, or why there is none. */
export type Outcome =
  | { readonly value: bigint }
  /** The result does not fit; `exact` is what it would be. */
  | { readonly problem: 'overflow'; readonly exact: bigint }
  | { readonly problem: 'zero' | 'shift' | 'quotient' }

/** Integer arithmetic as Rust does it with debug assertions on. */
export function calculate(
  operator: ArithmeticOperator,
  left: bigint,
  right: bigint,
  type: IntegerType,
): Outcome {
  switch (operator) {
    case '/':
    case '%':
      return divide(operator, left, right, type)
    case '<<':
    case '>>':
      if (right < 0n || right >= bitsOf(type)) return { problem: 'shift' }
      return { value: wrap(operator === '<<' ? left << right : left >> right, type) }
    case '&':
      return { value: left & right }
    case '|':
      return { value: left | right }
    case '^':
      return { value: left ^ right }
    default:
      return inRange(apply(operator, left, right), type)
  }
}

function divide(operator: '/' | '%', left: bigint, right: bigint, type: IntegerType): Outcome {
  if (right === 0n) return { problem: 'zero' }
  if (!fits(left / right, type)) return { problem: 'quotient' }
  return { value: operator === '/' ? left / right : left % right }
}

function apply(operator: '+' | '-' | '*', left: bigint, right: bigint): bigint {
  if (operator === '+') return left + right
  return operator === '-' ? left - right : left * right
}

export function inRange(exact: bigint, type: IntegerType): Outcome {
  return fits(exact, type) ? { value: exact } : { problem: 'overflow', exact }
}

export function compare<Number extends bigint | number>(
  operator: BinaryOperator,
  left: Number,
  right: Number,
): boolean {
  switch (operator) {
    case '==':
      return left === right
    case '!=':
      return left !== right
    case '<':
      return left < right
    case '>':
      return left > right
    case '<=':
      return left <= right
    default:
      return left >= right
  }
}

export function isComparison(operator: BinaryOperator): boolean {
  return ['==', '!=', '<', '>', '<=', '>='].includes(operator)
}
