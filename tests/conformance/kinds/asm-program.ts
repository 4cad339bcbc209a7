import { Machine } from '#engine/machine/machine.ts'
import { link } from '#engine/machine/program.ts'
import { runProgram, type ProgramOutcome } from '../program-outcome.ts'

/** A whole program, what it reads and prints, and how it ends. */
interface AsmProgramRecord {
  readonly source: string
  readonly stdin?: string
  readonly expect: ProgramOutcome
}

const STEP_BUDGET = 20_000_000

export function check({ source, stdin = '', expect }: AsmProgramRecord): string | undefined {
  const machine = Machine.boot('linux', 'four-level')
  const linked = link(source, machine.codeOrigin, undefined, machine.codeByteLimit)
  if (!linked.ok) return linked.diagnostics[0]?.message
  machine.load(linked.program)
  return runProgram(machine, stdin, expect, STEP_BUDGET)
}
