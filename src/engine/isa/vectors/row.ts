import { NO_FLAGS, type FormNotation, type Instruction } from '../instruction.ts'
import type { Compute } from './lanes.ts'

type Execute = Instruction['execute']

/** What a row of vector instructions says; the rest is the same for all of them. */
export interface VectorRow {
  readonly mnemonic: string
  readonly summary: string
  readonly example?: string
  readonly forms: readonly FormNotation[]
  readonly compute?: Compute
  readonly execute: Execute
  readonly uses?: Instruction['uses']
  readonly flags?: Instruction['flags']
  readonly isRare?: boolean
  readonly isUnaligned?: boolean
  readonly takesFirstSize?: boolean
  readonly shorthands?: Readonly<Record<string, number>>
}

/** A row of the instruction table; without an example, one with the first registers. */
export function vectorRow(row: VectorRow): Instruction {
  const [, operands] = row.forms[0]!
  return {
    example:
      operands === '' ? row.mnemonic : `${row.mnemonic} ${operands.split(', ').map(exampleOf).join(', ')}`,
    flags: NO_FLAGS,
    uses: ['rw', 'r', 'r'],
    unsignedImmediate: true,
    ...row,
  }
}

function exampleOf(slot: string, index: number): string {
  if (slot.startsWith('imm')) return '1'
  if (/^m\d/.test(slot)) return '[rsi]'
  if (/^mm\b/.test(slot)) return `mm${index}`
  return slot.startsWith('xmm') ? `xmm${index}` : slot.endsWith('64') ? 'rax' : 'eax'
}

/** The result is made of the destination and the source. */
export const ofBoth: Execute = (m) => m.write(0, m.compute(m.read(0), m.read(1)))
/** The result is made of the source alone. */
export const ofSource: Execute = (m) => m.write(0, m.compute(m.constant(0, 64), m.read(1)))
/** The same with a number behind the operands. */
export const ofBothAndNumber: Execute = (m) => m.write(0, m.compute(m.read(0), m.read(1), m.read(2)))
export const ofSourceAndNumber: Execute = (m) =>
  m.write(0, m.compute(m.constant(0, 64), m.read(1), m.read(2)))
