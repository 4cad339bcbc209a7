import type { FlagName } from './flags.ts'
import type { Compute } from './vectors/lanes.ts'
import type { Semantics } from './semantics.ts'

/** How an instruction is written in bytes and in text, both in the Intel manual's notation. */
export type FormNotation = readonly [
  /** `"REX.W 83 /0 ib"`: prefixes, opcode, what ModRM's reg field holds, immediate or displacement. */
  encoding: string,
  /** `"r/m64, imm8"`; empty where the operands are implied. */
  operands: string,
  /** What is done to the operands, where it differs from the row's `uses`. */
  uses?: readonly OperandUse[],
]

/** What an instruction does to an operand. */
export type OperandUse = 'r' | 'w' | 'rw'

/** One row of the table that assembler, disassembler, decoder, processor and the reader's card are derived from. */
export interface Instruction {
  /** The name the disassembler prints. */
  readonly mnemonic: string
  /** Other names of the same instruction, such as `jz` for `je`. */
  readonly aliases?: readonly string[]
  /** Its name where it stands without operands: `fadd` is `faddp` then. */
  readonly bareName?: string
  /** Another name, by which `fwait` goes before it. */
  readonly waitingName?: string
  /** One sentence: what it does. */
  readonly summary: string
  readonly example: string
  /** Flags set to a defined value, and flags left undefined. */
  readonly flags: { readonly written: readonly FlagName[]; readonly undefined: readonly FlagName[] }
  /** For each operand, what is done to it. */
  readonly uses: readonly OperandUse[]
  /** Immediates are counts or selectors: shown without a sign and never widened with one. */
  readonly unsignedImmediate?: boolean
  /** `rep` may stand before it. */
  readonly repeatable?: boolean
  /** What it does to vectors: `compute` of `semantics.ts`. */
  readonly compute?: Compute
  /** Operands of 16 bytes may lie at any address. */
  readonly isUnaligned?: boolean
  /** Names that stand for the row with a number behind the operands: `cmpltsd` is `cmpsd` with 1. */
  readonly shorthands?: Readonly<Record<string, number>>
  /** Memory whose size is not written has that of the first form. */
  readonly takesFirstSize?: boolean
  /** It compares: `repe` goes on while its elements are equal, `repne` while they differ. */
  readonly repeatsByZero?: boolean
  /** Seldom in a loop that a reader waits for: only the interpreter executes it, which keeps the loops small. */
  readonly isRare?: boolean
  /** The byte of `rep` before it makes another instruction of it, one that is not in the table. */
  readonly repeatMeansAnother?: boolean
  /** `lock` may stand before it when its destination is in memory. */
  readonly lockable?: boolean
  /** With a number as its second operand, the destination is also the first source. */
  readonly repeatsDestination?: boolean
  /** The operands may be exchanged without changing what it does. */
  readonly commutative?: boolean
  /** Forms in the order of preference among equally short ones. */
  readonly forms: readonly FormNotation[]
  /** What it does, in the terms of `semantics.ts`. */
  readonly execute: <Word>(m: Semantics<Word>) => void
}

/** Splits a list of flags as a row writes it: `'cf pf'`. */
function flagList(text: string): readonly FlagName[] {
  return text === '' ? [] : (text.split(' ') as FlagName[])
}

const ALL_STATUS = 'cf pf af zf sf of'

/** The flags of a row that leaves them alone. */
export const NO_FLAGS = { written: [], undefined: [] } as const

/** The flags of a row that writes those flags and leaves others undefined. */
export function writesFlags(written: string = ALL_STATUS, undefinedFlags = '') {
  return { written: flagList(written), undefined: flagList(undefinedFlags) }
}
