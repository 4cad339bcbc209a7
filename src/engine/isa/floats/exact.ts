import {
  DENORMAL,
  DOWN,
  INVALID,
  indefinite,
  infinityBits,
  isNan,
  isZero,
  quieted,
  round,
  roundAt,
  roundingOf,
  PRECISION,
  unpack,
  ZERO_DIVIDE,
  zeroBits,
  type Format,
  type Rounded,
  type Unpacked,
} from './format.ts'

/**
 * Arithmetic of IEEE 754 in whole numbers, whatever MXCSR asks for (Intel SDM volume 1, chapter 4 and section 11.5).
 * Numbers are given and returned as they are kept.
 */

/** What is done to two numbers, neither of which is a NaN. */
type Finish = (a: Unpacked, b: Unpacked, format: Format, mxcsr: number) => Rounded

/** The result of an operation on two numbers. */
export type Binary = (a: bigint, b: bigint, format: Format, mxcsr: number) => Rounded

const invalid = (format: Format): Rounded => ({ bits: indefinite(format), raised: INVALID })

/** A NaN among the operands is the result, the first of two; else a denormal one is an exception, and the rest follows. */
function binary(finish: Finish): Binary {
  return (aBits, bBits, format, mxcsr) => {
    const [a, b] = [unpack(aBits, format, mxcsr), unpack(bBits, format, mxcsr)]
    if (isNan(a) || isNan(b)) return { bits: quieted(isNan(a) ? a : b, format), raised: signals(a, b) }
    const result = finish(a, b, format, mxcsr)
    // division by zero comes first, and a denormal dividend is not looked at then
    return result.raised === ZERO_DIVIDE ? result : raising(result, a, b)
  }
}

function signals(...operands: readonly Unpacked[]): number {
  return operands.some(({ kind }) => kind === 'signaling') ? INVALID : 0
}

function raising({ bits, raised }: Rounded, ...operands: readonly Unpacked[]): Rounded {
  return { bits, raised: raised | (operands.some(({ isDenormal }) => isDenormal) ? DENORMAL : 0) }
}

const sum: Finish = (a, b, format, mxcsr) => {
  if (a.kind === 'infinite' || b.kind === 'infinite') {
    if (a.kind === b.kind && a.sign !== b.sign) return invalid(format)
    return { bits: (a.kind === 'infinite' ? a : b).bits, raised: 0 }
  }
  const exponent = Math.min(a.exponent, b.exponent)
  const [x, y] = [a, b].map((one) => {
    const aligned = one.significand << BigInt(one.exponent - exponent)
    return one.sign ? -aligned : aligned
  }) as [bigint, bigint]
  const total = x + y
  if (total !== 0n) return round(total < 0n, total < 0n ? -total : total, exponent, format, mxcsr)
  // opposite numbers make +0, rounding down −0; two zeros of one sign keep it
  const sign = a.sign === b.sign && isZero(a) && isZero(b) ? a.sign : roundingOf(mxcsr) === DOWN
  return { bits: zeroBits(sign, format), raised: 0 }
}

export const add: Binary = binary(sum)

export const subtract: Binary = binary((a, b, format, mxcsr) =>
  sum(a, { ...b, sign: !b.sign, bits: b.bits ^ zeroBits(true, format) }, format, mxcsr),
)

export const multiply: Binary = binary((a, b, format, mxcsr) => {
  const sign = a.sign !== b.sign
  if (a.kind === 'infinite' || b.kind === 'infinite')
    return isZero(a) || isZero(b) ? invalid(format) : { bits: infinityBits(sign, format), raised: 0 }
  return round(sign, a.significand * b.significand, a.exponent + b.exponent, format, mxcsr)
})

/** So many bits more than any format has make a quotient's or a root's rounding certain. */
const SPARE_BITS = 128n

export const divide: Binary = binary((a, b, format, mxcsr) => {
  const sign = a.sign !== b.sign
  if (a.kind === b.kind && (a.kind === 'infinite' || (isZero(a) && isZero(b)))) return invalid(format)
  if (a.kind === 'infinite') return { bits: infinityBits(sign, format), raised: 0 }
  if (b.kind === 'infinite') return { bits: zeroBits(sign, format), raised: 0 }
  if (isZero(b)) return { bits: infinityBits(sign, format), raised: ZERO_DIVIDE }
  const dividend = a.significand << SPARE_BITS
  const quotient = dividend / b.significand
  const sticky = quotient * b.significand === dividend ? 0n : 1n
  return round(sign, quotient | sticky, a.exponent - b.exponent - Number(SPARE_BITS), format, mxcsr)
})

/** The square root of the second operand: the first is not looked at. */
export const squareRoot: Binary = (_, bits, format, mxcsr) => {
  const a = unpack(bits, format, mxcsr)
  if (isNan(a)) return { bits: quieted(a, format), raised: signals(a) }
  if (isZero(a)) return { bits: a.bits, raised: 0 }
  if (a.sign) return invalid(format)
  if (a.kind === 'infinite') return { bits: a.bits, raised: 0 }
  const odd = BigInt(a.exponent & 1)
  const scaled = a.significand << (SPARE_BITS + odd)
  const root = wholeRoot(scaled)
  const sticky = root * root === scaled ? 0n : 1n
  const exponent = (a.exponent - Number(SPARE_BITS + odd)) / 2
  return raising(round(false, root | sticky, exponent, format, mxcsr), a)
}

/** The largest whole number whose square is no larger (Newton's method). */
function wholeRoot(square: bigint): bigint {
  let root = 1n << BigInt((square.toString(2).length + 1) >> 1)
  for (;;) {
    const next = (root + square / root) >> 1n
    if (next >= root) return root
    root = next
  }
}

/** The smaller or larger of two: the second where one is a NaN, or both are zeros. */
function choice(isLess: boolean): Binary {
  return (aBits, bBits, format, mxcsr) => {
    const [a, b] = [unpack(aBits, format, mxcsr), unpack(bBits, format, mxcsr)]
    if (isNan(a) || isNan(b)) return { bits: isNan(b) ? bBits : b.bits, raised: INVALID }
    const order = compareFinite(a, b)
    return raising({ bits: (isLess ? order < 0 : order > 0) ? a.bits : b.bits, raised: 0 }, a, b)
  }
}

export const minimum: Binary = choice(true)
export const maximum: Binary = choice(false)

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`; neither is a NaN. */
function compareFinite(a: Unpacked, b: Unpacked): number {
  if (isZero(a) && isZero(b)) return 0
  if (a.sign !== b.sign) return a.sign ? -1 : 1
  const [x, y] = [a.bits, b.bits]
  const order = x < y ? -1 : x > y ? 1 : 0
  return a.sign ? -order : order
}

/** How two numbers compare: `unordered` where one is a NaN. */
export interface Comparison {
  readonly order: number | 'unordered'
  readonly raised: number
}

/** @param isSignaling whether any NaN is an exception, not only a signaling one */
export function compare(
  aBits: bigint,
  bBits: bigint,
  format: Format,
  mxcsr: number,
  isSignaling: boolean,
): Comparison {
  const [a, b] = [unpack(aBits, format, mxcsr), unpack(bBits, format, mxcsr)]
  if (isNan(a) || isNan(b)) return { order: 'unordered', raised: isSignaling ? INVALID : signals(a, b) }
  return { order: compareFinite(a, b), raised: raising({ bits: 0n, raised: 0 }, a, b).raised }
}

// ── conversions ──

/** A number of one format in another. */
export function convert(bits: bigint, from: Format, to: Format, mxcsr: number): Rounded {
  const a = unpack(bits, from, mxcsr)
  const shift = BigInt(Math.abs(to.fractionBits - from.fractionBits))
  if (isNan(a)) {
    const fraction = BigInt.asUintN(from.fractionBits, quieted(a, from))
    const moved = to.fractionBits > from.fractionBits ? fraction << shift : fraction >> shift
    return { bits: infinityBits(a.sign, to) | moved, raised: signals(a) }
  }
  if (a.kind === 'infinite') return { bits: infinityBits(a.sign, to), raised: 0 }
  return raising(round(a.sign, a.significand, a.exponent, to, mxcsr), a)
}

/** A whole number as one of a format. */
export function fromInteger(value: bigint, format: Format, mxcsr: number): Rounded {
  return round(value < 0n, value < 0n ? -value : value, 0, format, mxcsr)
}

/** As a whole number of so many bits; what does not fit becomes the lowest one, and is invalid. */
export function toInteger(bits: bigint, from: Format, size: number, mxcsr: number): Rounded {
  const a = unpack(bits, from, mxcsr)
  const lowest = 1n << BigInt(size - 1)
  const outside = { bits: lowest, raised: INVALID }
  if (a.kind !== 'finite' || a.exponent > size) return outside
  const { significand, isInexact } = roundAt(a.sign, a.significand, a.exponent, 0, mxcsr)
  if (significand > lowest || (significand === lowest && !a.sign)) return outside
  return {
    bits: BigInt.asUintN(size, a.sign ? -significand : significand),
    raised: isInexact ? PRECISION : 0,
  }
}
