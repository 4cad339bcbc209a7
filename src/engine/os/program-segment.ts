import type { VirtualAddress } from '../units.ts'

/** A run of a program's bytes, with the rights of its pages. What goes beyond `bytes` is zeros. */
export interface ProgramSegment {
  readonly address: VirtualAddress
  readonly byteCount: number
  readonly bytes: Uint8Array
  readonly write: boolean
  readonly execute: boolean
}
