import { arithmetic } from './arithmetic.ts'
import { bitCounts } from './bit-counts.ts'
import { bitFields } from './bit-fields.ts'
import { bitTests } from './bit-tests.ts'
import { conditionals } from './conditionals.ts'
import { conversions } from './conversions.ts'
import { parseForm, type Form } from './form.ts'
import type { Instruction } from './instruction.ts'
import { jumps } from './jumps.ts'
import { logic } from './logic.ts'
import { moves } from './moves.ts'
import { multiplication } from './multiplication.ts'
import { shifts } from './shifts.ts'
import { stack } from './stack.ts'
import { strings } from './strings.ts'
import { system } from './system.ts'
import { wideShifts } from './wide-shifts.ts'

/** The instruction set: every row, in the order of the families. */
export const INSTRUCTIONS: readonly Instruction[] = [
  ...moves,
  ...arithmetic,
  ...logic,
  ...shifts,
  ...wideShifts,
  ...multiplication,
  ...bitTests,
  ...bitCounts,
  ...bitFields,
  ...conversions,
  ...conditionals,
  ...stack,
  ...jumps,
  ...strings,
  ...system,
]

/** Every form of every row; a form's number is its index. */
export const FORMS: readonly Form[] = INSTRUCTIONS.flatMap((row) =>
  row.forms.map((notation) => ({ row, notation })),
).map(({ row, notation }, number) => parseForm(row, notation, number))

const BY_MNEMONIC = new Map<string, Instruction>(
  INSTRUCTIONS.flatMap((row) => [row.mnemonic, ...(row.aliases ?? [])].map((name) => [name, row] as const)),
)

const FORMS_OF = Map.groupBy(FORMS, (form) => form.row)

/** The row of a mnemonic or one of its other names. */
export function instructionNamed(mnemonic: string): Instruction | undefined {
  return BY_MNEMONIC.get(mnemonic)
}

export function formsOf(row: Instruction): readonly Form[] {
  return FORMS_OF.get(row) ?? []
}

/** Every name an instruction can be written with. */
export function mnemonics(): readonly string[] {
  return [...BY_MNEMONIC.keys()]
}
