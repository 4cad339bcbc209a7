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
