import { Machine } from '#engine/machine/machine.ts'
import { link } from '#engine/machine/program.ts'
import { difference } from '../difference.ts'

/** A whole program, what it prints, and how it ends: by itself, or by a signal. */
interface AsmProgramRecord {
  readonly source: string
  readonly expect: {
    readonly stdout: string
    readonly exit_code: number | null
    readonly signal: string | null
  }
}

const STEP_BUDGET = 20_000_000

export function check({ source, expect }: AsmProgramRecord): string | undefined {
  const machine = Machine.boot('linux', 'four-level')
  const linked = link(source, machine.codeOrigin, undefined, machine.codeByteLimit)
  if (!linked.ok) return linked.diagnostics[0]?.message
  machine.load(linked.program)
  machine.journal.recording = false
  const stop = machine.run(STEP_BUDGET)
  const actual = {
    stdout: machine.console?.text,
    exit_code: stop.kind === 'exit' ? stop.code : null,
    signal: stop.kind === 'signal' ? stop.signal.name : null,
  }
  return difference('outcome', expect, actual) ?? (stop.kind === 'budget' ? 'does not end' : undefined)
}
