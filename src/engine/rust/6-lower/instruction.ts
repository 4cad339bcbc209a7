import type { Span } from '../1-parse/syntax.ts'

/** Width of an operand in bytes. */
export type Width = 1 | 2 | 4 | 8

export type Operand = RegisterOperand | MemoryOperand | ImmediateOperand | LabelOperand

export interface RegisterOperand {
  readonly kind: 'register'
  readonly name: string
}

/** A variable in the frame: `[rbp - 5]`. */
export interface MemoryOperand {
  readonly kind: 'memory'
  /** From RBP, negative. */
  readonly offset: number
  /** Where no register operand tells the width: `byte [rbp - 1]`. */
  readonly width?: Width
}

export interface ImmediateOperand {
  readonly kind: 'immediate'
  readonly value: bigint
}

interface LabelOperand {
  readonly kind: 'label'
  readonly name: string
}

/** One line of assembly, not yet text. */
export interface Instruction {
  readonly mnemonic: string
  readonly operands: readonly Operand[]
  /** What of the source it does. */
  readonly span: Span
  /** What a teacher would say about it. */
  readonly comment: string
}

/** Instructions under one heading: the prologue, one statement, the epilogue. */
export interface Group {
  readonly heading: string
  readonly span: Span
  readonly instructions: readonly Instruction[]
}
