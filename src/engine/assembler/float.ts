import { messages, AssemblyMistake, type Span } from './messages.ts'

/** A binary format of IEEE 754: bits of the exponent, and bits of the fraction; 80 bits say the leading one too. */
interface FloatFormat {
  readonly exponentBits: number
  readonly fractionBits: number
  readonly saysLeadingBit?: true
}

const FORMATS: Readonly<Record<number, FloatFormat>> = {
  8: { exponentBits: 4, fractionBits: 3 },
  16: { exponentBits: 5, fractionBits: 10 },
  32: { exponentBits: 8, fractionBits: 23 },
  64: { exponentBits: 11, fractionBits: 52 },
  80: { exponentBits: 15, fractionBits: 63, saysLeadingBit: true },
  128: { exponentBits: 15, fractionBits: 112 },
}

const FLOAT = /^(?:\d[\d_]*\.|\d[\d_]*e[+-]?\d[\d_]*$|0x[\da-f_]*(?:\.[\da-f_]*)?p)/i

/** Whether a number as written has a point or an exponent. */
export function isFloatText(text: string): boolean {
  return FLOAT.test(text)
}

/** What nasm calls the numbers that have no digits, in both of its spellings. */
const NAMED = /^__\??(infinity|nan|qnan|snan)\??__$/i

export function isFloatName(name: string): boolean {
  return NAMED.test(name)
}

/** The bits of a number, as written or by its name, in a format of that many bits; rounded to nearest, ties to even. */
export function floatBits(text: string, bitCount: number, span: Span): bigint {
  const format = FORMATS[bitCount]
  if (format === undefined) throw new AssemblyMistake(span, messages.noSuchFloat(bitCount))
  const bits = magnitude(text, format, span)
  if (format.saysLeadingBit !== true) return bits
  // The leading one is written out wherever the exponent is not zero.
  const fraction = bits & ((1n << 63n) - 1n)
  const exponent = bits >> 63n
  return (exponent << 64n) | (exponent === 0n ? 0n : 1n << 63n) | fraction
}

function magnitude(text: string, { exponentBits, fractionBits }: FloatFormat, span: Span): bigint {
  const infinity = ((1n << BigInt(exponentBits)) - 1n) << BigInt(fractionBits)
  const name = NAMED.exec(text)?.[1]?.toLowerCase()
  if (name === 'infinity') return infinity
  if (name === 'snan') return infinity | 1n
  if (name !== undefined) return infinity | (1n << BigInt(fractionBits - 1))
  const value = text.toLowerCase().startsWith('0x') ? hexFraction(text, span) : decimalFraction(text, span)
  if (value === 'huge') return infinity
  const least = 2 - 2 ** (exponentBits - 1)
  const rounded = round(value, fractionBits, least)
  return rounded < infinity ? rounded : infinity
}

interface Fraction {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** Beyond these powers of ten every format has only zero and infinity. */
const LARGEST_POWER = 6000

function decimalFraction(text: string, span: Span): Fraction | 'huge' {
  const match = /^(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(text.replaceAll('_', ''))
  if (match === null) throw new AssemblyMistake(span, messages.badNumber(text))
  const [, whole = '', part = '', power = '0'] = match
  const digits = BigInt(`${whole}${part}` || '0')
  const exponent = Number(power) - part.length
  if (digits === 0n || exponent < -LARGEST_POWER) return { numerator: 0n, denominator: 1n }
  if (exponent > LARGEST_POWER) return 'huge'
  const scale = 10n ** BigInt(Math.abs(exponent))
  return exponent < 0
    ? { numerator: digits, denominator: scale }
    : { numerator: digits * scale, denominator: 1n }
}

function hexFraction(text: string, span: Span): Fraction | 'huge' {
  const match = /^0x([\da-f]*)\.?([\da-f]*)p([+-]?\d+)$/i.exec(text.replaceAll('_', ''))
  if (match === null) throw new AssemblyMistake(span, messages.badNumber(text))
  const [, whole = '', part = '', power = '0'] = match
  const digits = BigInt(`0x${whole}${part}0`) >> 4n
  const exponent = Number(power) - 4 * part.length
  if (Math.abs(exponent) > 4 * LARGEST_POWER)
    return exponent < 0 ? { numerator: 0n, denominator: 1n } : 'huge'
  const scale = 1n << BigInt(Math.abs(exponent))
  return exponent < 0
    ? { numerator: digits, denominator: scale }
    : { numerator: digits * scale, denominator: 1n }
}

/** Exponent and fraction of a positive number; `least` is the exponent of the smallest number with a leading one. */
function round({ numerator, denominator }: Fraction, fractionBits: number, least: number): bigint {
  if (numerator === 0n) return 0n
  let exponent = bitLength(numerator) - bitLength(denominator)
  if (isLess(numerator, denominator, exponent)) exponent--
  exponent = Math.max(exponent, least)
  const shift = fractionBits - exponent
  const [above, below] =
    shift >= 0 ? [numerator << BigInt(shift), denominator] : [numerator, denominator << BigInt(-shift)]
  const quotient = above / below
  const twice = 2n * (above % below)
  const isUp = twice > below || (twice === below && (quotient & 1n) === 1n)
  // The leading one of the quotient, and a carry out of it, raise the exponent by one each.
  return (BigInt(exponent - least) << BigInt(fractionBits)) + quotient + (isUp ? 1n : 0n)
}

function isLess(numerator: bigint, denominator: bigint, exponent: number): boolean {
  return exponent >= 0
    ? numerator < denominator << BigInt(exponent)
    : numerator << BigInt(-exponent) < denominator
}

function bitLength(value: bigint): number {
  return value.toString(2).length
}
