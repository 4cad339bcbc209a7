import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { elfProgram } from '#engine/elf/elf-program.ts'
import { Machine } from '#engine/machine/machine.ts'
import { runProgram, type ProgramOutcome } from '../program-outcome.ts'

/** An executable, what it is given, what it prints, and how it ends. */
interface ElfProgramRecord {
  /** Beside the file of records. */
  readonly file: string
  readonly argv: readonly string[]
  readonly stdin?: string
  readonly expect: ProgramOutcome & { readonly stderr_varies?: boolean }
}

const STEP_BUDGET = 50_000_000

export function check(
  { file, argv, stdin = '', expect }: ElfProgramRecord,
  records: string,
): string | undefined {
  const bytes = new Uint8Array(readFileSync(join(dirname(records), file)))
  const [path, ...given] = argv
  const made = elfProgram(bytes, { path: path!, arguments: given })
  if (!made.ok) return made.message
  const machine = Machine.boot('linux', 'four-level')
  machine.load(made.program)
  return runProgram(machine, stdin, withoutVarying(expect), STEP_BUDGET)
}

/** What is different in every run on Linux too says nothing. */
function withoutVarying({ stderr_varies: varies, ...expect }: ElfProgramRecord['expect']): ProgramOutcome {
  const { stdout, stderr, exit_code, signal } = expect
  return { stdout, exit_code, signal, ...(varies || stderr === undefined ? {} : { stderr }) }
}
