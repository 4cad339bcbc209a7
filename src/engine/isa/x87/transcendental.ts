import { round, type Rounded, type Unpacked } from '../floats/format.ts'
import { EXTENDED } from './unit.ts'

/**
 * Functions of the x87 unit that no fraction is the value of: each is computed to far more bits than a register has,
 * and rounded once. Intel and AMD promise an error of less than one unit in the last place (Intel SDM volume 1, section
 * 8.3.10), and differ from each other: what is here is the number that they come near to.
 */

/** Numbers with a fraction are whole numbers of 2^−256. */
const PLACES = 256
const ONE = 1n << BigInt(PLACES)
const LN_2 = 0xb17217f7d1cf79abc9e3b39803f2f6af40f343267298b62d8a0d175b8baafa2bn
/** Angles are reduced by a π of 66 bits, as processors do: the sine of what `fldpi` pushes is far from the true one. */
const HALF_PI = (0xc90fdaa22168c234cn << BigInt(PLACES)) >> 67n
const TRUE_PI = 0x3243f6a8885a308d313198a2e03707344a4093822299f31d0082efa98ec4e6c89n
/** Smaller than 2 to this power, an argument is, or gives, its own result but for bits that are not kept. */
const TINY = -100
/** Below the bits that are kept, and above what stands for all the rest. */
const SPARE_BITS = 130n

type Finite = Pick<Unpacked, 'sign' | 'significand' | 'exponent'>

const times = (a: bigint, b: bigint) => (a * b) >> BigInt(PLACES)
const over = (a: bigint, b: bigint) => (a << BigInt(PLACES)) / b
const shifted = (value: bigint, by: number) => (by >= 0 ? value << BigInt(by) : value >> BigInt(-by))

/** The size of a number as one with a fraction. */
function fixed({ significand, exponent }: Finite): bigint {
  return shifted(significand, exponent + PLACES)
}

/** The power of two of a number's highest bit. */
export function topOf({ significand, exponent }: Finite): number {
  return exponent + significand.toString(2).length - 1
}

/** A number with a fraction that is not exact. */
function rounded(value: bigint, modes: number, sign = value < 0n, power = 0): Rounded {
  const size = value < 0n ? -value : value
  return round(sign, (size << 1n) | 1n, power - PLACES - 1, EXTENDED, modes)
}

/** A number that is a little smaller, or larger, than one that is given. */
function nearly({ sign, significand, exponent }: Finite, isSmaller: boolean, modes: number): Rounded {
  const next = (significand << SPARE_BITS) + (isSmaller ? -1n : 1n)
  return round(sign, next, exponent - Number(SPARE_BITS), EXTENDED, modes)
}

// ── sine and cosine ──

/** The angle that is left of a whole number of right angles, at most half of one. */
function reduced(angle: bigint): { rest: bigint; turns: number } {
  const turns = (2n * angle + HALF_PI) / (2n * HALF_PI)
  return { rest: angle - turns * HALF_PI, turns: Number(turns & 3n) }
}

/** Sums `first`, and what the factors make of each term's predecessor: −x² over the next two whole numbers. */
function alternating(first: bigint, x: bigint, from: number): bigint {
  const square = times(x, x)
  let [sum, term] = [first, first]
  for (let n = from; term !== 0n; n += 2) {
    term = -times(term, square) / BigInt(n * (n + 1))
    sum += term
  }
  return sum
}

const plainSine = (x: bigint) => alternating(x, x, 2)
const plainCosine = (x: bigint) => alternating(ONE, x, 1)

function sineOf(rest: bigint, turns: number): bigint {
  const size = turns % 2 === 0 ? plainSine(rest) : plainCosine(rest)
  return turns >= 2 ? -size : size
}

/** @param x neither zero nor 2^63 or more */
export function sine(x: Finite, modes: number): Rounded {
  if (topOf(x) < TINY) return nearly(x, true, modes)
  const { rest, turns } = reduced(fixed(x))
  const size = sineOf(rest, turns)
  return rounded(x.sign ? -size : size, modes)
}

export function cosine(x: Finite, modes: number): Rounded {
  if (topOf(x) < TINY) return nearly({ sign: false, significand: 1n, exponent: 0 }, true, modes)
  const { rest, turns } = reduced(fixed(x))
  return rounded(sineOf(rest, (turns + 1) % 4), modes)
}

export function tangent(x: Finite, modes: number): Rounded {
  if (topOf(x) < TINY) return nearly(x, false, modes)
  const { rest, turns } = reduced(fixed(x))
  const size = over(sineOf(rest, turns), sineOf(rest, (turns + 1) % 4))
  return rounded(x.sign ? -size : size, modes)
}

// ── the arc tangent of a quotient ──

/** Of a number up to 1: halving the angle three times makes the series short. */
function plainArcTangent(x: bigint): bigint {
  let ratio = x
  for (let halving = 0; halving < 3; halving++)
    ratio = over(ratio, ONE + wholeRoot(ONE * ONE + ratio * ratio))
  const square = times(ratio, ratio)
  let [sum, power] = [ratio, ratio]
  for (let n = 3n; power !== 0n; n += 2n) {
    power = -times(power, square)
    sum += power / n
  }
  return sum << 3n
}

function wholeRoot(square: bigint): bigint {
  let root = 1n << BigInt((square.toString(2).length + 1) >> 1)
  for (;;) {
    const next = (root + square / root) >> 1n
    if (next >= root) return root
    root = next
  }
}

/** The angle of the point (x, y), neither of which is zero or infinite. */
export function arcTangent(y: Finite, x: Finite, modes: number): Rounded {
  const difference = topOf(y) - topOf(x)
  if (difference < TINY && !x.sign) return smallAngle(y, x, modes)
  return rounded(angleOf(y, x, difference), modes, y.sign)
}

/** As small an angle is the quotient itself, or a little less. */
function smallAngle(y: Finite, x: Finite, modes: number): Rounded {
  const dividend = y.significand << 256n
  const quotient = dividend / x.significand
  const isExact = quotient * x.significand === dividend
  const size = isExact ? 2n * quotient - 1n : 2n * quotient + 1n
  return round(y.sign, size, y.exponent - x.exponent - 257, EXTENDED, modes)
}

function angleOf(y: Finite, x: Finite, difference: number): bigint {
  const isSteep = difference > 0
  const [low, high] = isSteep ? [x, y] : [y, x]
  const power = low.exponent - high.exponent + PLACES
  const angle = plainArcTangent(shifted(low.significand, power) / high.significand)
  const upright = TRUE_PI >> 1n
  if (isSteep) return x.sign ? upright + angle : upright - angle
  return x.sign ? TRUE_PI - angle : angle
}

/** A part of π, in quarters of it. */
export function quartersOfPi(quarters: number, sign: boolean, modes: number): Rounded {
  return rounded((TRUE_PI * BigInt(quarters)) >> 2n, modes, sign)
}

// ── powers and logarithms of two ──

/** 2^x − 1, of x between −1 and 1, but neither of these nor zero. */
export function powerLessOne(x: Finite, modes: number): Rounded {
  if (topOf(x) < TINY) return round(x.sign, (x.significand * LN_2) | 1n, x.exponent - PLACES, EXTENDED, modes)
  const exponent = times(x.sign ? -fixed(x) : fixed(x), LN_2)
  let [sum, term] = [exponent, exponent]
  for (let n = 2n; term !== 0n && term !== -1n; n++) {
    term = times(term, exponent) / n
    sum += term
  }
  return rounded(sum, modes)
}

/** The natural logarithm of (1 + x) / (1 − x). */
function logarithmOfRatio(x: bigint): bigint {
  const square = times(x, x)
  let [sum, power] = [x, x]
  for (let n = 3n; power !== 0n && power !== -1n; n += 2n) {
    power = times(power, square)
    sum += power / n
  }
  return 2n * sum
}

/** The binary logarithm of a positive number. */
function logarithm(x: Finite): bigint {
  const top = topOf(x)
  const part = shifted(x.significand, PLACES + x.exponent - top)
  // between √½ and √2, so that the logarithm of what is near 1 has all its bits
  const isLarge = part * part > 2n * ONE * ONE
  const near = isLarge ? part >> 1n : part
  const whole = BigInt(top + (isLarge ? 1 : 0)) * ONE
  return whole + over(logarithmOfRatio(over(near - ONE, near + ONE)), LN_2)
}

/** y · log₂ x, of a positive x that is not 1 and a y that is not zero. */
export function productOfLogarithm(y: Finite, x: Finite, modes: number): Rounded {
  const isPowerOfTwo = (x.significand & (x.significand - 1n)) === 0n
  if (isPowerOfTwo) {
    const top = topOf(x)
    return round(y.sign !== top < 0, y.significand * BigInt(Math.abs(top)), y.exponent, EXTENDED, modes)
  }
  return product(y, logarithm(x), modes)
}

/** y · log₂ (x + 1), of an x above −1 that is not zero and a y that is not. */
export function productOfLogarithmNearOne(y: Finite, x: Finite, modes: number): Rounded {
  if (topOf(x) < TINY) {
    const size = y.significand * x.significand * ((ONE << BigInt(PLACES)) / LN_2)
    return round(y.sign !== x.sign, size | 1n, y.exponent + x.exponent - PLACES, EXTENDED, modes)
  }
  const part = x.sign ? -fixed(x) : fixed(x)
  // a sum that is not near 1 loses nothing
  const isNear = topOf(x) < -2
  const factor = isNear
    ? over(logarithmOfRatio(over(part, 2n * ONE + part)), LN_2)
    : logarithm({ sign: false, significand: ONE + part, exponent: -PLACES })
  return product(y, factor, modes)
}

function product(y: Finite, factor: bigint, modes: number): Rounded {
  const size = y.significand * (factor < 0n ? -factor : factor)
  return round(y.sign !== factor < 0n, (size << 1n) | 1n, y.exponent - PLACES - 1, EXTENDED, modes)
}
