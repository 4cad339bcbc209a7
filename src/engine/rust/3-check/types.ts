import type { IntegerType } from '../1-parse/syntax.ts'

/** The types of the course's Rust; `()` is what calls and assignments give, and never a variable's. */
export type ValueType = IntegerType | 'bool' | 'char'
export type Type = ValueType | '()'

const NATIVE_BITS = 64

/** Width of an integer type in bits; `usize` and `isize` are 64 bits wide on x86-64. */
function bitsOf(type: IntegerType): number {
  return type.endsWith('size') ? NATIVE_BITS : Number(type.slice(1))
}

/** Size of a value in bytes, which on x86-64 is its alignment too (Rust reference, "Type layout"). */
export function sizeOf(type: ValueType): 1 | 2 | 4 | 8 {
  if (type === 'bool') return 1
  if (type === 'char') return 4
  return (bitsOf(type) / 8) as 1 | 2 | 4 | 8
}

export function isInteger(type: Type): type is IntegerType {
  return type !== 'bool' && type !== 'char' && type !== '()'
}

export function isSigned(type: IntegerType): boolean {
  return type.startsWith('i')
}

export function leastOf(type: IntegerType): bigint {
  return isSigned(type) ? -(2n ** BigInt(bitsOf(type) - 1)) : 0n
}

export function greatestOf(type: IntegerType): bigint {
  return 2n ** BigInt(bitsOf(type) - (isSigned(type) ? 1 : 0)) - 1n
}

export function fits(value: bigint, type: IntegerType): boolean {
  return value >= leastOf(type) && value <= greatestOf(type)
}

/** The value that remains when only the type's bits are kept. */
export function wrap(value: bigint, type: IntegerType): bigint {
  return isSigned(type) ? BigInt.asIntN(bitsOf(type), value) : BigInt.asUintN(bitsOf(type), value)
}
