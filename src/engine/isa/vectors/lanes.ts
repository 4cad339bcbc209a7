export const LANES_BYTE_COUNT = 32

/** Two vectors of 128 bits, as elements of every kind: the first ones are the first vector's. */
export class Lanes {
  readonly int8: Int8Array
  readonly uint8: Uint8Array
  readonly int16: Int16Array
  readonly uint16: Uint16Array
  readonly int32: Int32Array
  readonly uint32: Uint32Array
  readonly int64: BigInt64Array
  readonly uint64: BigUint64Array
  readonly float32: Float32Array
  readonly float64: Float64Array

  /** @param at where they lie in the buffer, a multiple of 8 */
  constructor(buffer = new ArrayBuffer(LANES_BYTE_COUNT), at = 0) {
    this.int8 = new Int8Array(buffer, at, 32)
    this.uint8 = new Uint8Array(buffer, at, 32)
    this.int16 = new Int16Array(buffer, at, 16)
    this.uint16 = new Uint16Array(buffer, at, 16)
    this.int32 = new Int32Array(buffer, at, 8)
    this.uint32 = new Uint32Array(buffer, at, 8)
    this.int64 = new BigInt64Array(buffer, at, 4)
    this.uint64 = new BigUint64Array(buffer, at, 4)
    this.float32 = new Float32Array(buffer, at, 8)
    this.float64 = new Float64Array(buffer, at, 4)
  }
}

/**
 * What an instruction does to vectors: it leaves its result in the first of the two, and returns the exceptions of
 * floating point that it met, as bits of MXCSR. It depends on nothing but what it is given.
 */
export type Compute = (lanes: Lanes, mxcsr: number, number: number) => number

/** Whether one of these exceptions is not masked by MXCSR, whose bits 7 to 12 are the masks of bits 0 to 5. */
export function isFaulting(raised: number, mxcsr: number): boolean {
  return (raised & ~(mxcsr >> 7)) !== 0
}
