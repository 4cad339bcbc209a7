/** Two vectors of 128 bits, as elements of every kind: the first ones are the first vector's. */
export class Lanes {
  readonly #buffer = new ArrayBuffer(32)
  readonly int8 = new Int8Array(this.#buffer)
  readonly uint8 = new Uint8Array(this.#buffer)
  readonly int16 = new Int16Array(this.#buffer)
  readonly uint16 = new Uint16Array(this.#buffer)
  readonly int32 = new Int32Array(this.#buffer)
  readonly uint32 = new Uint32Array(this.#buffer)
  readonly int64 = new BigInt64Array(this.#buffer)
  readonly uint64 = new BigUint64Array(this.#buffer)
  readonly float32 = new Float32Array(this.#buffer)
  readonly float64 = new Float64Array(this.#buffer)
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
