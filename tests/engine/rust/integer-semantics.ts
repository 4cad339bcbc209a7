/** What Rust's debug builds make of integers: results as they are written down in the reference, or a panic. */
import type { IntegerType } from '#engine/rust/1-parse/syntax.ts'

export type ArithmeticSign = '+' | '-' | '*' | '/' | '%' | '&' | '|' | '^' | '<<' | '>>'
export type ComparisonSign = '==' | '!=' | '<' | '<=' | '>' | '>='

export class Panic extends Error {}

export function bitsOf(type: IntegerType): number {
  return type.endsWith('size') ? 64 : Number(type.slice(1))
}

/** The value whose low bits these are. */
export function fitted(value: bigint, type: IntegerType): bigint {
  return type.startsWith('i') ? BigInt.asIntN(bitsOf(type), value) : BigInt.asUintN(bitsOf(type), value)
}

const VERBS = { '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide' } as const

/** @throws Panic */
export function arithmetic(sign: ArithmeticSign, type: IntegerType, left: bigint, right: bigint): bigint {
  if (sign === '<<' || sign === '>>') return shifted(sign, type, left, right)
  if (sign === '&') return left & right
  if (sign === '|') return left | right
  if (sign === '^') return left ^ right
  if (sign === '%') return remainder(type, left, right)
  if (sign === '/' && right === 0n) throw new Panic('attempt to divide by zero')
  const result = {
    '+': left + right,
    '-': left - right,
    '*': left * right,
    '/': right === 0n ? 0n : left / right,
  }[sign]
  if (fitted(result, type) !== result) throw new Panic(`attempt to ${VERBS[sign]} with overflow`)
  return result
}

function remainder(type: IntegerType, left: bigint, right: bigint): bigint {
  if (right === 0n) throw new Panic('attempt to calculate the remainder with a divisor of zero')
  if (right === -1n && fitted(-left, type) !== -left)
    throw new Panic('attempt to calculate the remainder with overflow')
  return left % right
}

function shifted(sign: '<<' | '>>', type: IntegerType, left: bigint, right: bigint): bigint {
  const isPossible = 0n <= right && right < BigInt(bitsOf(type))
  if (!isPossible) throw new Panic(`attempt to shift ${sign === '<<' ? 'left' : 'right'} with overflow`)
  return sign === '<<' ? fitted(left << right, type) : left >> right
}

export function compare(sign: ComparisonSign, left: bigint, right: bigint): boolean {
  if (sign === '==') return left === right
  if (sign === '!=') return left !== right
  if (sign === '<') return left < right
  if (sign === '<=') return left <= right
  return sign === '>' ? left > right : left >= right
}
