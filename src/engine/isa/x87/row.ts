import { NO_FLAGS, type FormNotation, type Instruction } from '../instruction.ts'
import type { X87, X87Operation, X87Source } from './unit.ts'

export type Execute = Instruction['execute']

/** A row of the table; without an example, one with the first operands. */
export function row(
  mnemonic: string,
  summary: string,
  forms: readonly FormNotation[],
  execute: Execute,
  rest: Partial<Instruction> = {},
): Instruction {
  const [, slots] = forms[0]!
  const operands = slots
    .replaceAll(/\bst\b/g, 'st1')
    .replace(/m\d+/, '[rsi]')
    .toLowerCase()
  const size = /m(\d+)/.exec(slots)?.[1]
  const word = { 16: 'word ', 32: 'dword ', 64: 'qword ', 80: 'tword ' }[size ?? ''] ?? ''
  return {
    mnemonic,
    summary,
    example: `${mnemonic} ${word}${operands}`.trim(),
    flags: NO_FLAGS,
    uses: ['r', 'r'],
    isRare: true,
    forms,
    execute,
    ...rest,
  }
}

/** Does something that leaves no result outside the unit. */
export const quietly =
  (operation: (unit: X87, source: X87Source) => void, operand?: number | 'other'): Execute =>
  (m) => {
    m.x87((unit, source) => {
      unit.clearRoundedUp()
      operation(unit, source)
      return 0n
    }, operand)
  }

/** Stores what the operation returns in the first operand. */
export const storing =
  (operation: X87Operation): Execute =>
  (m) => {
    const size = m.operandSize(0)
    const stored = m.x87((unit) => {
      unit.clearRoundedUp()
      return operation(unit, { index: -1, bits: 0n, size })
    })
    m.write(0, m.truncate(stored, size))
  }
