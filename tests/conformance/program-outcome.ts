import '#engine/cpu/plain-loop.ts'
import type { Machine } from '#engine/machine/machine.ts'
import { difference } from './difference.ts'

/** What a program prints, and how it ends: by itself, or by a signal. */
export interface ProgramOutcome {
  readonly stdout: string
  readonly stderr?: string
  readonly exit_code: number | null
  readonly signal: string | null
}

/** Runs a loaded program, its input and output being pipes. @returns what is not as expected */
export function runProgram(
  machine: Machine,
  stdin: string,
  expected: ProgramOutcome,
  stepBudget: number,
): string | undefined {
  const { input, console } = machine.kernel.linux!
  machine.journal.recording = false
  input.isTerminal = false
  input.give(new TextEncoder().encode(stdin))
  const stop = machine.run(stepBudget)
  const found: ProgramOutcome = {
    stdout: console.textOf(1),
    exit_code: stop.kind === 'exit' ? stop.code : null,
    signal: stop.kind === 'signal' ? stop.signal.name : null,
    ...(expected.stderr === undefined ? {} : { stderr: console.textOf(2) }),
  }
  const ends = stop.kind === 'exit' || stop.kind === 'signal'
  return (
    difference('outcome', inOrder(expected), inOrder(found)) ?? (ends ? undefined : `ends with ${stop.kind}`)
  )
}

function inOrder({ stdout, stderr, exit_code, signal }: ProgramOutcome): ProgramOutcome {
  return { stdout, ...(stderr === undefined ? {} : { stderr }), exit_code, signal }
}
