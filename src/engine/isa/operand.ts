import type { BitCount } from '../bits.ts'
import type { Register } from './registers.ts'

/** An operand as an instruction carries it. */
export type Operand = RegisterOperand | MemoryOperand | ImmediateOperand | RelativeOperand

export interface RegisterOperand {
  readonly kind: 'register'
  readonly register: Register
}

/** `[base + index × scale + displacement]`. */
export interface MemoryOperand {
  readonly kind: 'memory'
  readonly size: BitCount
  readonly base: Register | undefined
  readonly index: Register | undefined
  readonly scale: 1 | 2 | 4 | 8
  /** Signed; counted from the next instruction if `ripRelative`. */
  readonly displacement: number
  /** The whole address, where it stands in the instruction in 64 bits (moffs); the displacement is 0 then. */
  readonly offset?: bigint
  readonly ripRelative: boolean
  /** Addresses are computed in 32 bits (prefix 67). */
  readonly address32: boolean
  /** Its base is added: FS or GS stands before it. */
  readonly segment: SegmentRegister | undefined
}

/** The segment registers whose bases a program can move; those of the others are zero. */
export type SegmentRegister = 'fs' | 'gs'

export interface ImmediateOperand {
  readonly kind: 'immediate'
  /** As written in the bytes: signed, unless the row's immediates have no sign. */
  readonly value: bigint
  readonly size: BitCount
}

/** A jump's distance, counted from the next instruction. */
export interface RelativeOperand {
  readonly kind: 'relative'
  readonly displacement: number
}
