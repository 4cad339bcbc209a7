/**
 * Floating-point numbers as IEEE 754 keeps them, taken apart and put together in whole numbers.
 *
 *     31  30     23  22        0          63  62      52  51            0
 *    ┌──┬──────────┬────────────┐        ┌──┬───────────┬────────────────┐
 *    │ s│ exponent │  fraction  │        │ s│ exponent  │    fraction    │
 *    └──┴──────────┴────────────┘        └──┴───────────┴────────────────┘
 */
export interface Format {
  /** Of a number, in bits, the one before the fraction left out. */
  readonly size: number
  readonly fractionBits: number
  /** What is added to a number's exponent before it is kept. */
  readonly bias: number
}

/** One of those that vectors have. */
interface VectorFormat extends Format {
  readonly size: 32 | 64
}

export const SINGLE: VectorFormat = { size: 32, fractionBits: 23, bias: 127 }
export const DOUBLE: VectorFormat = { size: 64, fractionBits: 52, bias: 1023 }

/** Bits of MXCSR (Intel SDM volume 1, figure 10-3): the exceptions, each with a mask seven bits higher, and modes. */
export const INVALID = 0x01
export const DENORMAL = 0x02
export const ZERO_DIVIDE = 0x04
const OVERFLOW = 0x08
const UNDERFLOW = 0x10
export const PRECISION = 0x20
/** DAZ: operands that are denormal count as zeros. */
const DENORMALS_ARE_ZEROS = 0x40
/** FTZ: results that would be denormal become zeros, while underflow is masked. */
const FLUSH_TO_ZERO = 0x8000
/** Bits that may be set. */
export const MXCSR_BITS = 0xffff

/** RC, bits 13 and 14: to the nearest (the even one of two), down, up, towards zero. */
export function roundingOf(mxcsr: number): number {
  return (mxcsr >> 13) & 3
}

const TO_NEAREST = 0
export const DOWN = 1
const UP = 2
export const TOWARDS_ZERO = 3

/** (−1)^sign × significand × 2^exponent, or what is no such number. */
export interface Unpacked {
  readonly kind: 'finite' | 'infinite' | 'quiet' | 'signaling'
  readonly sign: boolean
  readonly significand: bigint
  readonly exponent: number
  readonly isDenormal: boolean
  /** As it is kept. */
  readonly bits: bigint
}

/** Takes a number apart; where MXCSR says so, a denormal one is taken for zero. */
export function unpack(bits: bigint, format: Format, mxcsr: number): Unpacked {
  const { size, fractionBits, bias } = format
  const sign = bits >> BigInt(size - 1) === 1n
  const fraction = BigInt.asUintN(fractionBits, bits)
  const exponent = Number(BigInt.asUintN(size - 1 - fractionBits, bits >> BigInt(fractionBits)))
  const plain = { sign, isDenormal: false, bits, significand: 0n, exponent: 0 }
  if (exponent === 2 * bias + 1) {
    if (fraction === 0n) return { ...plain, kind: 'infinite' }
    return { ...plain, kind: fraction >> BigInt(fractionBits - 1) === 1n ? 'quiet' : 'signaling' }
  }
  const isDenormal = exponent === 0 && fraction !== 0n
  if (isDenormal && (mxcsr & DENORMALS_ARE_ZEROS) !== 0)
    return { ...plain, kind: 'finite', bits: signBit(sign, format) }
  const hidden = exponent === 0 ? 0n : 1n << BigInt(fractionBits)
  return {
    ...plain,
    kind: 'finite',
    significand: fraction | hidden,
    exponent: Math.max(exponent, 1) - bias - fractionBits,
    isDenormal,
  }
}

export function isNan({ kind }: Unpacked): boolean {
  return kind === 'quiet' || kind === 'signaling'
}

export function isZero({ kind, significand }: Unpacked): boolean {
  return kind === 'finite' && significand === 0n
}

function signBit(sign: boolean, { size }: Format): bigint {
  return sign ? 1n << BigInt(size - 1) : 0n
}

export function zeroBits(sign: boolean, format: Format): bigint {
  return signBit(sign, format)
}

export function infinityBits(sign: boolean, format: Format): bigint {
  return signBit(sign, format) | (BigInt(2 * format.bias + 1) << BigInt(format.fractionBits))
}

/** The quiet NaN that stands for the result of an invalid operation: negative, its fraction only the top bit. */
export function indefinite(format: Format): bigint {
  return infinityBits(true, format) | (1n << BigInt(format.fractionBits - 1))
}

/** A NaN with the top bit of its fraction set. */
export function quieted({ bits }: Unpacked, { fractionBits }: Format): bigint {
  return bits | (1n << BigInt(fractionBits - 1))
}

/** A result and the exceptions on the way to it. */
export interface Rounded {
  readonly bits: bigint
  readonly raised: number
}

/** How many bits a number has. */
function lengthOf(value: bigint): number {
  return value === 0n ? 0 : value.toString(2).length
}

/**
 * The number of a format next to (−1)^sign × significand × 2^exponent, in the direction that MXCSR says. The lowest bit
 * of the significand may stand for whatever lies below it, if it is not among the format's bits nor the one after.
 */
export function round(
  sign: boolean,
  significand: bigint,
  exponent: number,
  format: Format,
  mxcsr: number,
): Rounded {
  const { fractionBits, bias } = format
  if (significand === 0n) return { bits: signBit(sign, format), raised: 0 }
  const top = exponent + lengthOf(significand) - 1
  const whole = roundAt(sign, significand, exponent, top - fractionBits, mxcsr)
  const carried = whole.significand >> BigInt(fractionBits + 1)
  const power = top + Number(carried)
  // as if exponents had no end: what is still too small then is tiny
  const inexact = whole.isInexact ? PRECISION : 0
  // what is not masked is raised before anything is made to fit
  if (power < 1 - bias)
    return isMasked(UNDERFLOW, mxcsr)
      ? roundTiny(sign, significand, exponent, format, mxcsr)
      : { bits: 0n, raised: UNDERFLOW | inexact }
  if (power > bias)
    return isMasked(OVERFLOW, mxcsr)
      ? overflow(sign, format, mxcsr)
      : { bits: 0n, raised: OVERFLOW | inexact }
  const fraction = BigInt.asUintN(fractionBits, whole.significand)
  const bits = signBit(sign, format) | (BigInt(power + bias) << BigInt(fractionBits)) | fraction
  return { bits, raised: inexact }
}

function isMasked(exception: number, mxcsr: number): boolean {
  return (mxcsr & (exception << 7)) !== 0
}

/** Rounds to a multiple of 2^at, and gives that multiple. */
export function roundAt(sign: boolean, significand: bigint, exponent: number, at: number, mxcsr: number) {
  if (exponent >= at) return { significand: significand << BigInt(exponent - at), isInexact: false }
  const dropped = BigInt(at - exponent)
  const kept = significand >> dropped
  const rest = significand - (kept << dropped)
  const isUp = rest !== 0n && goesAway(sign, kept, rest, 1n << (dropped - 1n), roundingOf(mxcsr))
  return { significand: kept + (isUp ? 1n : 0n), isInexact: rest !== 0n }
}

/** Whether a number between two others is rounded to the one farther from zero. */
function goesAway(sign: boolean, kept: bigint, rest: bigint, half: bigint, rounding: number): boolean {
  if (rounding === TO_NEAREST) return rest > half || (rest === half && (kept & 1n) === 1n)
  return rounding === (sign ? DOWN : UP)
}

function roundTiny(
  sign: boolean,
  significand: bigint,
  exponent: number,
  format: Format,
  mxcsr: number,
): Rounded {
  if ((mxcsr & FLUSH_TO_ZERO) !== 0) return { bits: signBit(sign, format), raised: UNDERFLOW | PRECISION }
  const least = 1 - format.bias - format.fractionBits
  const rounded = roundAt(sign, significand, exponent, least, mxcsr)
  return {
    bits: signBit(sign, format) | rounded.significand,
    raised: rounded.isInexact ? UNDERFLOW | PRECISION : 0,
  }
}

/** Infinity, or the largest number where that is the direction. */
function overflow(sign: boolean, format: Format, mxcsr: number): Rounded {
  const rounding = roundingOf(mxcsr)
  const isInfinite = rounding === TO_NEAREST || rounding === (sign ? DOWN : UP)
  const infinity = infinityBits(sign, format)
  return { bits: isInfinite ? infinity : infinity - 1n, raised: OVERFLOW | PRECISION }
}
