import { arithmetic } from './arithmetic.ts'
import { bitCounts } from './bit-counts.ts'
import { bitFields } from './bit-fields.ts'
import { bitTests } from './bit-tests.ts'
import { conditionals } from './conditionals.ts'
import { conversions } from './conversions.ts'
import type { Instruction } from './instruction.ts'
import { jumps } from './jumps.ts'
import { logic } from './logic.ts'
import { moves } from './moves.ts'
import { multiplication } from './multiplication.ts'
import { shifts } from './shifts.ts'
import { stack } from './stack.ts'
import { strings } from './strings.ts'
import { system } from './system.ts'
import { vectorControl } from './vectors/control.ts'
import { vectorConversions } from './vectors/conversions.ts'
import { vectorFloats } from './vectors/floats.ts'
import { vectorIntegers } from './vectors/integers.ts'
import { vectorMmx } from './vectors/mmx.ts'
import { vectorMoves } from './vectors/moves.ts'
import { wideShifts } from './wide-shifts.ts'
import { x87 } from './x87/rows.ts'

/** Rows that do the same kind of thing, under the name by which a reader looks for them. */
export interface Family {
  readonly title: string
  readonly rows: readonly Instruction[]
}

/** The instruction set by what it does. */
export const FAMILIES: readonly Family[] = [
  { title: 'Moving values', rows: moves },
  { title: 'Arithmetic', rows: arithmetic },
  { title: 'Logic', rows: logic },
  { title: 'Shifts', rows: [...shifts, ...wideShifts] },
  { title: 'Multiplication and division', rows: multiplication },
  { title: 'Bits', rows: [...bitTests, ...bitCounts, ...bitFields] },
  { title: 'Widening', rows: conversions },
  { title: 'Conditions', rows: conditionals },
  { title: 'The stack', rows: stack },
  { title: 'Jumps and calls', rows: jumps },
  { title: 'Strings of bytes', rows: strings },
  { title: 'The processor and the system', rows: system },
  { title: 'Vectors: moving', rows: vectorMoves },
  { title: 'Vectors of integers', rows: [...vectorIntegers, ...vectorMmx] },
  { title: 'Floating-point numbers', rows: [...vectorFloats, ...vectorConversions, ...vectorControl] },
  { title: 'Floating-point numbers of x87', rows: x87 },
]
