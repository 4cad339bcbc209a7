import { add, convert, fromInteger } from '../floats/exact.ts'
import {
  DENORMAL,
  indefinite,
  infinityBits,
  INVALID,
  isNan,
  isZero,
  PRECISION,
  round,
  roundAt,
  unpack,
  ZERO_DIVIDE,
  zeroBits,
  type Rounded,
  type Unpacked,
} from '../floats/format.ts'
import type { Instruction } from '../instruction.ts'
import { quietly, row, storing } from './row.ts'
import {
  arcTangent,
  cosine,
  powerLessOne,
  productOfLogarithm,
  productOfLogarithmNearOne,
  quartersOfPi,
  sine,
  tangent,
  topOf,
} from './transcendental.ts'
import { C0, C1, C2, C3, EXTENDED, ofTwo, type X87 } from './unit.ts'

const INVALID_RESULT: Rounded = { bits: indefinite(EXTENDED), raised: INVALID }
const ONE = fromInteger(1n, EXTENDED, 0).bits
const MINUS_HALF = round(true, 1n, -1, EXTENDED, 0).bits
const MINUS_ONE = fromInteger(-1n, EXTENDED, 0).bits

const zero = (sign: boolean): Rounded => ({ bits: zeroBits(sign, EXTENDED), raised: 0 })
const infinity = (sign: boolean, raised = 0): Rounded => ({ bits: infinityBits(sign, EXTENDED), raised })

function partsAt(unit: X87, index: number): Unpacked {
  return unpack(unit.at(index), EXTENDED, 0)
}

function noting({ bits, raised }: Rounded, ...operands: readonly Unpacked[]): Rounded {
  return { bits, raised: raised | (operands.some(({ isDenormal }) => isDenormal) ? DENORMAL : 0) }
}

/** A NaN as a result: the same, quiet. */
function quiet({ bits }: Unpacked, modes: number): Rounded {
  return convert(bits, EXTENDED, EXTENDED, modes)
}

/** The NaN that comes of two numbers, one of which is one. */
function nanOf(a: Unpacked, b: Unpacked, modes: number): Rounded {
  return ofTwo(add)(a.bits, b.bits, EXTENDED, modes)
}

// ── angles ──

type OfAngle = (x: Unpacked, modes: number) => Rounded

/** Angles from here on are left as they are, and C2 says so. */
const LARGEST_ANGLE = 63

/** What a function of an angle is at 0, and elsewhere. */
function ofAngle(atZero: (x: Unpacked) => Rounded, elsewhere: OfAngle): OfAngle {
  return (x, modes) => {
    if (isNan(x)) return quiet(x, modes)
    if (x.kind === 'infinite') return INVALID_RESULT
    return isZero(x) ? atZero(x) : noting(elsewhere(x, modes), x)
  }
}

const sineOf = ofAngle(({ sign }) => zero(sign), sine)
const cosineOf = ofAngle(() => ({ bits: ONE, raised: 0 }), cosine)
const tangentOf = ofAngle(({ sign }) => zero(sign), tangent)

/** @param pushed what is pushed behind the result, if anything */
function angleRow(
  mnemonic: string,
  summary: string,
  opcode: string,
  result: OfAngle,
  pushed?: OfAngle,
): Instruction {
  return row(
    mnemonic,
    summary,
    [[`D9 ${opcode}`, '']],
    quietly((unit) => {
      const x = partsAt(unit, 0)
      const isTooLarge = x.kind === 'finite' && !isZero(x) && topOf(x) >= LARGEST_ANGLE
      unit.setConditions(isTooLarge ? C2 : 0)
      if (isTooLarge) return
      unit.put(0, unit.rounded(result(x, unit.modes)))
      if (pushed !== undefined) push(unit, unit.rounded(pushed(x, unit.modes)))
    }),
  )
}

function push(unit: X87, bits: bigint): void {
  unit.pushRaw(0n)
  unit.put(0, bits)
}

const angles = [
  angleRow('fsin', 'The sine of ST0, an angle in radians.', 'FE', sineOf),
  angleRow('fcos', 'The cosine of ST0, an angle in radians.', 'FF', cosineOf),
  angleRow('fsincos', 'Replaces ST0 by its sine, and pushes its cosine.', 'FB', sineOf, cosineOf),
  angleRow('fptan', 'Replaces ST0 by its tangent, and pushes 1.', 'F2', tangentOf, (x, modes) =>
    isNan(x) || x.kind === 'infinite' ? tangentOf(x, modes) : { bits: ONE, raised: 0 },
  ),
]

// ── functions of two numbers: ST1 becomes the result, ST0 is taken off the stack ──

type OfTwo = (y: Unpacked, x: Unpacked, modes: number) => Rounded

function pairRow(mnemonic: string, summary: string, opcode: string, result: OfTwo): Instruction {
  return row(
    mnemonic,
    summary,
    [[`D9 ${opcode}`, '']],
    quietly((unit) => {
      const [x, y] = [partsAt(unit, 0), partsAt(unit, 1)]
      const { modes } = unit
      const made = isNan(x) || isNan(y) ? nanOf(y, x, modes) : result(y, x, modes)
      unit.put(1, unit.rounded(made))
      unit.pop()
    }),
  )
}

const angleOfPoint: OfTwo = (y, x, modes) => {
  const isRight = y.kind === 'infinite' ? x.kind !== 'infinite' : isZero(x) && !isZero(y)
  if (isRight) return noting(quartersOfPi(2, y.sign, modes), y, x)
  if (y.kind === 'infinite') return quartersOfPi(x.sign ? 3 : 1, y.sign, modes)
  if (isZero(y) || x.kind === 'infinite')
    return noting(x.sign ? quartersOfPi(4, y.sign, modes) : zero(y.sign), y, x)
  return noting(arcTangent(y, x, modes), y, x)
}

const logarithmTimes: OfTwo = (y, x, modes) => {
  if (x.sign && !isZero(x)) return INVALID_RESULT
  const isOne = x.bits === ONE
  // the sign of the logarithm, and whether it is zero or infinite
  const isBelowOne = x.kind === 'finite' && !isOne && (isZero(x) || topOf(x) < 0)
  const isBoundless = isZero(x) || x.kind === 'infinite'
  if (isZero(y) ? isBoundless : y.kind === 'infinite' && isOne) return INVALID_RESULT
  const sign = y.sign !== isBelowOne
  if (isZero(y) || isOne) return noting(zero(sign), y)
  if (y.kind === 'infinite') return noting(infinity(sign), x)
  if (isZero(x)) return infinity(sign, ZERO_DIVIDE)
  if (isBoundless) return noting(infinity(sign), y)
  return noting(productOfLogarithm(y, x, modes), y, x)
}

const logarithmNearOneTimes: OfTwo = (y, x, modes) => {
  const isBoundless = x.kind === 'infinite'
  if (x.sign && (isBoundless || (!isZero(x) && topOf(x) >= 0))) return INVALID_RESULT
  if (isZero(y) ? isBoundless : y.kind === 'infinite' && isZero(x)) return INVALID_RESULT
  const sign = y.sign !== x.sign
  if (isZero(y) || isZero(x)) return noting(zero(sign), y, x)
  if (y.kind === 'infinite' || isBoundless) return noting(infinity(sign), y, x)
  return noting(productOfLogarithmNearOne(y, x, modes), y, x)
}

const pairs = [
  pairRow('fpatan', 'The angle of the point whose x is ST0 and whose y is ST1.', 'F3', angleOfPoint),
  pairRow('fyl2x', 'ST1 times the binary logarithm of ST0.', 'F1', logarithmTimes),
  pairRow(
    'fyl2xp1',
    'ST1 times the binary logarithm of ST0 + 1: exact where ST0 is small.',
    'F9',
    logarithmNearOneTimes,
  ),
  row(
    'f2xm1',
    'Replaces ST0, between −1 and 1, by 2 to its power, less 1.',
    [['D9 F0', '']],
    quietly((unit) =>
      unit.put(0, unit.rounded(noting(lessOne(partsAt(unit, 0), unit.modes), partsAt(unit, 0)))),
    ),
  ),
]

function lessOne(x: Unpacked, modes: number): Rounded {
  if (isNan(x)) return quiet(x, modes)
  if (x.kind === 'infinite' && x.sign) return { bits: MINUS_ONE, raised: 0 }
  if (x.kind === 'infinite' || isZero(x)) return { bits: x.bits, raised: 0 }
  if (topOf(x) < 0) return powerLessOne(x, modes)
  const size = BigInt.asUintN(EXTENDED.size - 1, x.bits)
  if (size !== ONE) return { bits: x.bits, raised: PRECISION }
  return { bits: x.sign ? MINUS_HALF : ONE, raised: PRECISION }
}

// ── remainders ──

/** A partial remainder leaves so many bits of the quotient undone, at least. */
const PARTIAL_BITS = 32

/** @param rounding of the quotient, as the control word has it */
function remainderRow(mnemonic: string, summary: string, opcode: string, rounding: number): Instruction {
  return row(
    mnemonic,
    summary,
    [[`D9 ${opcode}`, '']],
    quietly((unit) => {
      const [x, by] = [partsAt(unit, 0), partsAt(unit, 1)]
      unit.setConditions(0)
      if (isNan(x) || isNan(by)) unit.put(0, unit.rounded(nanOf(x, by, unit.modes)))
      else if (x.kind === 'infinite' || isZero(by)) unit.put(0, unit.rounded(INVALID_RESULT))
      else {
        unit.rounded(noting(zero(false), x, by))
        if (by.kind === 'finite' && !isZero(x)) takeRemainder(unit, x, by, rounding)
      }
    }),
  )
}

function takeRemainder(unit: X87, x: Unpacked, by: Unpacked, rounding: number): void {
  const difference = topOf(x) - topOf(by)
  const isPartial = difference >= 64
  // how far a processor comes at once: 32 to 63 bits of the quotient
  const lowest = isPartial ? difference - (PARTIAL_BITS + (difference % PARTIAL_BITS)) : 0
  const exponent = Math.min(x.exponent, by.exponent)
  const dividend = x.significand << BigInt(x.exponent - exponent)
  const divisor = by.significand << BigInt(by.exponent - exponent + lowest)
  const cut = dividend / divisor
  const twice = 2n * (dividend - cut * divisor)
  const isUp = !isPartial && rounding === 0 && (twice > divisor || (twice === divisor && (cut & 1n) === 1n))
  const quotient = cut + (isUp ? 1n : 0n)
  const rest = dividend - quotient * divisor
  unit.put(
    0,
    unit.rounded(
      round(rest < 0n ? !x.sign : x.sign, rest < 0n ? -rest : rest, exponent, EXTENDED, unit.modes),
    ),
  )
  const bit = (number: number, condition: number) =>
    ((quotient >> BigInt(number)) & 1n) === 1n ? condition : 0
  unit.setConditions(isPartial ? C2 : bit(2, C0) | bit(1, C3) | bit(0, C1))
}

const remainders = [
  remainderRow(
    'fprem',
    'The remainder of ST0 by ST1, the quotient cut; C2 says that a part of it is still to be done.',
    'F8',
    3,
  ),
  remainderRow(
    'fprem1',
    'The remainder of ST0 by ST1, the quotient rounded to the nearest; C2 says that a part of it is still to be done.',
    'F5',
    0,
  ),
]

// ── parts and digits ──

const [DIGIT_COUNT, NO_DIGITS] = [18, 0xffff_c000_0000_0000_0000n]

function digitsOf(unit: X87): bigint {
  const x = partsAt(unit, 0)
  const whole =
    x.kind === 'finite' ? roundAt(x.sign, x.significand, Math.min(x.exponent, 64), 0, unit.modes) : undefined
  if (whole === undefined || whole.significand >= 10n ** BigInt(DIGIT_COUNT)) {
    unit.rounded({ bits: 0n, raised: INVALID })
    return NO_DIGITS
  }
  unit.rounded({ bits: 0n, raised: whole.isInexact ? PRECISION : 0 })
  return BigInt(`0x${whole.significand}`) | (x.sign ? 1n << 79n : 0n)
}

function fromDigits(bits: bigint): bigint {
  let value = 0n
  for (let digit = DIGIT_COUNT - 1; digit >= 0; digit--)
    value = 10n * value + ((bits >> BigInt(4 * digit)) & 15n)
  const { bits: size } = fromInteger(value, EXTENDED, 0)
  return size | zeroBits(bits >> 79n === 1n, EXTENDED)
}

function takeApart(unit: X87): void {
  const x = partsAt(unit, 0)
  const [exponent, significand] = partsOf(x, unit.modes)
  unit.put(0, unit.rounded(noting(exponent, x)))
  push(unit, significand)
}

function partsOf(x: Unpacked, modes: number): [exponent: Rounded, significand: bigint] {
  if (isNan(x)) return [quiet(x, modes), quiet(x, modes).bits]
  if (x.kind === 'infinite') return [infinity(false), x.bits]
  if (isZero(x)) return [infinity(true, ZERO_DIVIDE), x.bits]
  const significand = round(x.sign, x.significand, x.exponent - topOf(x), EXTENDED, modes)
  return [fromInteger(BigInt(topOf(x)), EXTENDED, modes), significand.bits]
}

const parts = [
  row(
    'fxtract',
    'Replaces ST0 by its exponent, and pushes its significand.',
    [['D9 F4', '']],
    quietly(takeApart),
  ),
  row(
    'fbld',
    'Pushes a whole number that is kept as 18 decimal digits, four bits each.',
    [['DF /4', 'm80']],
    quietly((unit, { bits }) => push(unit, fromDigits(bits)), 0),
  ),
  row(
    'fbstp',
    'Stores ST0 as 18 decimal digits, four bits each, and takes it off the stack.',
    [['DF /6', 'm80']],
    storing((unit) => {
      const digits = digitsOf(unit)
      unit.pop()
      return digits
    }),
    { uses: ['w'] },
  ),
]

export const x87Functions: readonly Instruction[] = [...angles, ...pairs, ...remainders, ...parts]
