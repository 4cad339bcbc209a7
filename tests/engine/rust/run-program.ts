import '#engine/cpu/plain-loop.ts'
import { Machine } from '#engine/machine/machine.ts'
import { link } from '#engine/machine/program.ts'
import { compile } from '#engine/rust/compile.ts'
import { SEED } from '../../seed.ts'

export type Layout = 'packed' | 'debug'

export interface Outcome {
  readonly stdout: string
  /** As a shell reports it: 128 and the signal's number for a process that a signal ended. */
  readonly exit_code: number | null
  /** The message alone, without its place. */
  readonly panic: string | null
}

const STEP_BUDGET = 20_000_000

/** Compiles a program and runs it as a process of its own. @returns the first mistake's text if it is refused */
export function runProgram(source: string, layout: Layout): Outcome | string {
  const compiled = compile(source, { layout, isProcess: true })
  if (!compiled.ok) return compiled.diagnostics[0]?.message ?? 'refused without a word'
  const machine = Machine.boot('linux', 'four-level')
  const { assembly } = compiled
  const linked = link(assembly, machine.codeOrigin, compiled, machine.codeByteLimit)
  if (!linked.ok) return `${linked.diagnostics[0]?.message ?? ''}\n${assembly}`
  machine.load(linked.program)
  machine.journal.recording = false
  const stop = machine.run(STEP_BUDGET)
  const { console } = machine.kernel.linux!
  const outcome = {
    stdout: console.textOf(1),
    exit_code: stop.kind === 'exit' ? stop.code : stop.kind === 'signal' ? 128 + stop.signal.number : null,
    panic: panicMessage(console.textOf(2)),
  }
  machine.release()
  return outcome
}

/** Out of what a process wrote to standard error, ours and rustc's alike. */
export function panicMessage(errors: string): string | null {
  return /panicked at [^\n]*:\n([^]*?)\n(?:note:|stack backtrace:|thread caused)/.exec(errors)?.[1] ?? null
}

/**
 * The layouts that a program is run in: in an ordinary run one of the two, with the next seed the other; with
 * PAGEWALK_CLOSELY=1 both.
 */
export function layoutsOf(source: string): readonly Layout[] {
  const both = ['packed', 'debug'] as const
  if (process.env['PAGEWALK_CLOSELY'] === '1') return both
  return [both[(source.length + SEED) % 2]!]
}
