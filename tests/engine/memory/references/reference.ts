/** What the reference walkers are given and give back. Nothing here is the engine's. */
export interface ReferenceMachine {
  /** So many bytes at an address, little-endian; undefined where RAM has none. */
  readonly word: (address: bigint, byteCount: number) => bigint | undefined
  readonly ramByteCount: bigint
  readonly root: bigint
  readonly user: boolean
  /** Nobody but the OS sets accessed and dirty bits. */
  readonly software: boolean
}

export type Access = 'read' | 'write' | 'fetch'

/** An entry as it is after the access. */
export interface Mark {
  readonly at: bigint
  readonly entry: bigint
}

export type Reference =
  | { readonly physical: bigint; readonly marks: readonly Mark[] }
  /** As the architecture tells it, in its own words and numbers. */
  | { readonly fault: string }

export const bit = (value: bigint, index: number) => ((value >> BigInt(index)) & 1n) === 1n
export const bits = (value: bigint, from: number, to: number) =>
  (value >> BigInt(from)) & ((1n << BigInt(to - from + 1)) - 1n)
