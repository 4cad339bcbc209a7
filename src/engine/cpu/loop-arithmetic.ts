/** PF for every value of a result's low byte: 4 where it has an even number of ones. */
export const parity: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) => {
  const ones = byte.toString(2).replaceAll('0', '').length
  return ones % 2 === 0 ? 4 : 0
})

/** The upper 32 bits of the product of two unsigned numbers, from products of 16 bits. */
export function unsignedProductHigh(a: number, b: number): number {
  const [aLow, aHigh] = [a & 0xffff, a >>> 16]
  const [bLow, bHigh] = [b & 0xffff, b >>> 16]
  const low = aLow * bLow
  const middle = aHigh * bLow + (low >>> 16)
  const otherMiddle = aLow * bHigh + (middle & 0xffff)
  return (aHigh * bHigh + Math.floor(middle / 0x10000) + Math.floor(otherMiddle / 0x10000)) | 0
}

/** The upper 32 bits of the product of two signed numbers. */
export function signedProductHigh(a: number, b: number): number {
  return (unsignedProductHigh(a, b) - (a < 0 ? b : 0) - (b < 0 ? a : 0)) | 0
}

/** The 128-bit product of two numbers of 64 bits, into four words, the lowest first. */
export function multiplyLong(
  quad: Int32Array,
  aLow: number,
  aHigh: number,
  bLow: number,
  bHigh: number,
  signed: boolean,
): void {
  const first = (Math.imul(aHigh, bLow) >>> 0) + (unsignedProductHigh(aLow, bLow) >>> 0)
  const second = (Math.imul(aLow, bHigh) >>> 0) + (first >>> 0)
  const third = (unsignedProductHigh(aHigh, bLow) >>> 0) + carryOf(first)
  const fourth = (unsignedProductHigh(aLow, bHigh) >>> 0) + carryOf(second)
  const sum = (Math.imul(aHigh, bHigh) >>> 0) + third + fourth
  quad[0] = Math.imul(aLow, bLow)
  quad[1] = second
  quad[2] = sum
  quad[3] = unsignedProductHigh(aHigh, bHigh) + carryOf(sum)
  if (signed && aHigh < 0) subtractHigh(quad, bLow, bHigh)
  if (signed && bHigh < 0) subtractHigh(quad, aLow, aHigh)
}

function carryOf(sum: number): number {
  return Math.floor(sum / 2 ** 32)
}

/** A negative factor was taken for one larger by 2^64: the other factor is too much in the upper half. */
function subtractHigh(quad: Int32Array, low: number, high: number): void {
  const borrow = quad[2]! >>> 0 < low >>> 0 ? 1 : 0
  quad[2] = quad[2]! - low
  quad[3] = quad[3]! - high - borrow
}

/** Numbers below are exact as JavaScript's, and so is the correction of their quotients. */
const LARGEST_EXACT = 2 ** 52

/** Quotient and remainder of 64 bits, into four words; false where plain numbers cannot tell them. */
export function divideLong(
  quad: Int32Array,
  low: number,
  high: number,
  divisorLow: number,
  divisorHigh: number,
  signed: boolean,
): boolean {
  const dividend = (signed ? high : high >>> 0) * 2 ** 32 + (low >>> 0)
  const divisor = (signed ? divisorHigh : divisorHigh >>> 0) * 2 ** 32 + (divisorLow >>> 0)
  if (divisor === 0 || Math.abs(dividend) >= LARGEST_EXACT || Math.abs(divisor) >= LARGEST_EXACT) return false
  const remainder = dividend % divisor
  keepLong(quad, 0, (dividend - remainder) / divisor)
  keepLong(quad, 2, remainder)
  return true
}

function keepLong(quad: Int32Array, at: number, value: number): void {
  quad[at] = value
  quad[at + 1] = Math.floor(value / 2 ** 32)
}
