import type { FloatType } from '../1-parse/syntax.ts'

/** Floating-point numbers as the compiler knows them: by their bits, which are what lies in memory (IEEE 754). */

const view = new DataView(new ArrayBuffer(8))

/** The number that is nearest, as bits. */
export function bitsOfFloat(value: number, type: FloatType): bigint {
  if (Number.isNaN(value)) return type === 'f32' ? 0x7fc00000n : 0x7ff8000000000000n
  if (type === 'f32') {
    view.setFloat32(0, value)
    return BigInt(view.getUint32(0))
  }
  view.setFloat64(0, value)
  return view.getBigUint64(0)
}

export function floatOfBits(bits: bigint, type: FloatType): number {
  if (type === 'f32') {
    view.setUint32(0, Number(BigInt.asUintN(32, bits)))
    return view.getFloat32(0)
  }
  view.setBigUint64(0, BigInt.asUintN(64, bits))
  return view.getFloat64(0)
}

/** The bits of a literal: the nearest number to the decimal one, to which no other is nearer. */
export function bitsOfLiteral(text: string, type: FloatType): bigint {
  const value = Number(text)
  if (type === 'f64') return bitsOfFloat(value, type)
  const bits = bitsOfFloat(value, type)
  const near = floatOfBits(bits, type)
  if (near === value || !Number.isFinite(value)) return bits
  // Rounded twice: what lies just beside the middle of two numbers may have been taken for the middle itself.
  const other = floatOfBits(near < value === near >= 0 ? bits + 1n : bits - 1n, type)
  if (!Number.isFinite(other) || (near + other) / 2 !== value) return bits
  const isAbove = compareDecimal(text, value) > 0
  return bitsOfFloat(isAbove === near < other ? other : near, type)
}

/** Whether a decimal number is less than a number, the same, or greater. */
function compareDecimal(text: string, value: number): number {
  const [mantissa = '0', exponent = '0'] = text.toLowerCase().split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  const scale = Number(exponent) - fraction.length
  const digits = BigInt(whole + fraction)
  const bits = bitsOfFloat(value, 'f64')
  const power = Number((bits >> 52n) & 0x7ffn)
  const significand = (bits & 0xfffffffffffffn) | (power === 0 ? 0n : 1n << 52n)
  const shift = Math.max(power, 1) - 1075
  const left = digits * 10n ** BigInt(Math.max(scale, 0)) * 2n ** BigInt(Math.max(-shift, 0))
  const right = significand * 2n ** BigInt(Math.max(shift, 0)) * 10n ** BigInt(Math.max(-scale, 0))
  return left < right ? -1 : left > right ? 1 : 0
}

/** The nearest to an integer. */
export function bitsOfInteger(value: bigint, type: FloatType): bigint {
  const size = value < 0n ? -value : value
  const shift = BigInt(Math.max(0, size.toString(2).length - 50))
  // What is cut off must still be told from nothing, or it would be rounded twice.
  const kept = (size >> shift) | (size & ((1n << shift) - 1n) ? 1n : 0n)
  const number = type === 'f64' ? Number(size) : Number(kept) * 2 ** Number(shift)
  return bitsOfFloat(value < 0n ? -number : number, type)
}

/** `+`, `-`, `*`, `/` and `%` of two numbers: of two `f32`, what is computed wider is rounded to the same. */
export function calculateFloat(operator: string, left: number, right: number): number {
  switch (operator) {
    case '+':
      return left + right
    case '-':
      return left - right
    case '*':
      return left * right
    case '/':
      return left / right
    default:
      return left % right
  }
}

/** As an integer of so many bits: what does not fit is the nearest that does, and what is no number zero. */
export function integerOfFloat(value: number, least: bigint, greatest: bigint): bigint {
  if (Number.isNaN(value)) return 0n
  if (value <= Number(least)) return least
  if (value >= Number(greatest)) return greatest
  return BigInt(Math.trunc(value))
}
