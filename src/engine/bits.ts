/** Masks, sign extension and little-endian bytes: arithmetic on words of 8 to 64 bits. */

/** The sizes of an x86-64 operand, in bits: integers, a number of the x87 unit, and a vector in an XMM register. */
export type BitCount = 8 | 16 | 32 | 64 | 80 | 128 | 224 | 864

/** A word with its lowest `bitCount` bits set. */
export function mask(bitCount: number): bigint {
  return (1n << BigInt(bitCount)) - 1n
}

/** The lowest `bitCount` bits of a number, as an unsigned number. */
export function unsigned(value: bigint, bitCount: number): bigint {
  return BigInt.asUintN(bitCount, value)
}

/** The lowest `bitCount` bits of a number, read as two's complement. */
export function signed(value: bigint, bitCount: number): bigint {
  return BigInt.asIntN(bitCount, value)
}

/** Widens a two's complement number of `from` bits to an unsigned pattern of `to` bits. */
export function signExtend(value: bigint, from: number, to: number): bigint {
  return BigInt.asUintN(to, BigInt.asIntN(from, value))
}

/** Whether a number can be written in `bitCount` bits as two's complement. */
export function fitsSigned(value: bigint, bitCount: number): boolean {
  return BigInt.asIntN(bitCount, value) === value
}

/** Whether a number can be written in `bitCount` bits without a sign. */
export function fitsUnsigned(value: bigint, bitCount: number): boolean {
  return BigInt.asUintN(bitCount, value) === value
}

/** The bytes of a number as memory holds them: the least significant first. */
export function littleEndian(value: bigint, byteCount: number): Uint8Array {
  const bytes = new Uint8Array(byteCount)
  let rest = BigInt.asUintN(8 * byteCount, value)
  for (let index = 0; index < byteCount; index++) {
    bytes[index] = Number(rest & 0xffn)
    rest >>= 8n
  }
  return bytes
}

/** The unsigned number that bytes in memory's order stand for. */
export function fromLittleEndian(bytes: ArrayLike<number>): bigint {
  let value = 0n
  for (let index = bytes.length - 1; index >= 0; index--) value = (value << 8n) | BigInt(bytes[index]!)
  return value
}

/** The upper 32 bits of a 64-bit number, as JavaScript's bitwise operators see them. */
export function highHalf(value: bigint): number {
  return Number(BigInt.asIntN(32, value >> 32n))
}

/** The lower 32 bits of a 64-bit number, as JavaScript's bitwise operators see them. */
export function lowHalf(value: bigint): number {
  return Number(BigInt.asIntN(32, value))
}

/** The 64-bit number made of two halves. */
export function fromHalves(low: number, high: number): bigint {
  return (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0)
}

/** The 32 bits of a 64-bit number, given as halves, that begin at bit `shift`, which is at least 1. */
export function bitsFrom(low: number, high: number, shift: number): number {
  if (shift >= 32) return high >> (shift - 32)
  return (low >>> shift) | (high << (32 - shift))
}
