import type { Span } from '../1-parse/syntax.ts'

/** Width of an operand in bytes. */
export type Width = 1 | 2 | 4 | 8

export type Operand = RegisterOperand | MemoryOperand | ImmediateOperand | LabelOperand

export interface RegisterOperand {
  readonly kind: 'register'
  readonly name: string
}

/** `[rbp - 5]`, `[rax + rcx*4 + 8]`, `[rel data.1 + 2]`. */
export interface MemoryOperand {
  readonly kind: 'memory'
  /** A register's name, or a label that is counted from RIP. */
  readonly base: string | { readonly label: string }
  readonly index: { readonly name: string; readonly scale: 1 | 2 | 4 | 8 } | undefined
  readonly displacement: number
  /** Where no register operand tells the width: `byte [rbp - 1]`. */
  readonly width?: Width
}

export interface ImmediateOperand {
  readonly kind: 'immediate'
  readonly value: bigint
}

/** Where a jump or call leads. */
interface LabelOperand {
  readonly kind: 'label'
  readonly name: string
}

/** One line of assembly, not yet text. */
export type Line = Instruction | LabelLine

export interface Instruction {
  readonly kind: 'instruction'
  readonly mnemonic: string
  readonly operands: readonly Operand[]
  /** What of the source it does. */
  readonly span: Span
  /** What a teacher would say about it. */
  readonly comment: string
  /** Of a call that a panic may come back from: the label at which it goes on; empty, with the caller. */
  readonly onPanic?: string
}

interface LabelLine {
  readonly kind: 'label'
  readonly name: string
  readonly span: Span
}

/** Lines under one heading: the prologue, one statement, the epilogue. */
export interface Group {
  readonly heading: string
  readonly span: Span
  readonly lines: readonly Line[]
}

export function immediate(value: bigint | number): ImmediateOperand {
  return { kind: 'immediate', value: BigInt(value) }
}

export function labelled(name: string): LabelOperand {
  return { kind: 'label', name }
}

export function named(name: string): RegisterOperand {
  return { kind: 'register', name }
}

/** In the frame: `[rbp - 5]`. */
export function frame(displacement: number, width?: Width): MemoryOperand {
  return { kind: 'memory', base: 'rbp', index: undefined, displacement, ...(width && { width }) }
}
