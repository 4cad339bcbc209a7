import { FAMILIES } from './families.ts'
import { parseForm, type Form, type OperandSlot } from './form.ts'
import type { Instruction } from './instruction.ts'
import { isControlRegister } from './registers.ts'

/** The instruction set: every row, in the order of the families. */
export const INSTRUCTIONS: readonly Instruction[] = FAMILIES.flatMap(({ rows }) => rows)

/** Every form of every row; a form's number is its index. */
export const FORMS: readonly Form[] = INSTRUCTIONS.flatMap((row) =>
  row.forms.map((notation) => ({ row, notation })),
).map(({ row, notation }, number) => parseForm(row, notation, number))

/** `movsd` and `cmpsd` are two instructions each: one of strings, one of vectors. */
const BY_MNEMONIC = Map.groupBy(
  INSTRUCTIONS.flatMap((row) => namesOf(row).map((name) => ({ name, row }))),
  ({ name }) => name,
)

function namesOf(row: Instruction): readonly string[] {
  return [
    row.mnemonic,
    ...(row.aliases ?? []),
    ...(row.waitingName === undefined ? [] : [row.waitingName]),
    ...(row.bareName === undefined ? [] : [row.bareName]),
    ...Object.keys(row.shorthands ?? {}),
  ]
}

const WAITING: ReadonlySet<string> = new Set(FORMS.flatMap(({ row }) => row.waitingName ?? []))

/** Whether it is another instruction with an `fwait` before it: `finit` is `fwait` and `fninit`. */
export function isWaiting(mnemonic: string): boolean {
  return WAITING.has(mnemonic)
}

const FORMS_OF = Map.groupBy(FORMS, (form) => form.row)

/**
 * The row of a mnemonic or one of its other names; where two have it, the one that takes so many operands, a control
 * register among them or not.
 */
export function instructionNamed(
  mnemonic: string,
  operandCount = 0,
  hasControl = false,
): Instruction | undefined {
  const rows = BY_MNEMONIC.get(mnemonic)?.map(({ row }) => row)
  const takes = ({ operands }: Form) =>
    operands.length === operandCount && operands.some(isControlSlot) === hasControl
  return rows?.find((row) => formsOf(row).some(takes)) ?? rows?.at(-1)
}

function isControlSlot(slot: OperandSlot): boolean {
  return slot.kind === 'fixed' && isControlRegister(slot.register)
}

export function formsOf(row: Instruction): readonly Form[] {
  return FORMS_OF.get(row) ?? []
}

/** Every name an instruction can be written with. */
export function mnemonics(): readonly string[] {
  return [...BY_MNEMONIC.keys()]
}
