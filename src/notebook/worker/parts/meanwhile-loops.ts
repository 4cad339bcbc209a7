/** Executes instructions one by one, as the compiled loops do, until those have come. The same names, in their place. */
import { STEP_MARK } from '#engine/journal.ts'
import { FLAGS_WORD } from '#engine/words.ts'
import { AT } from '#engine/cpu/record.ts'
import type { LoopState } from '#engine/cpu/loop-state.ts'

/** No variant of any form has an operation of the loops: all are the interpreter's. */
export const OPERATIONS: readonly number[] = new Proxy<number[]>([], { get: () => 0 })

export const STACK_ACCESSES = {}

/** What only compiled loops have apart. */
export const APART: readonly never[] = []

/** @returns how many instructions it has executed: one, or none */
export function runRecorded(state: LoopState): number {
  if (state.stopsBefore(state.record)) return reached(state)
  const { journal, words, code } = state
  const { log } = journal
  log[journal.logLength++] = STEP_MARK | words[journal.registersAt + FLAGS_WORD]!
  log[journal.logLength++] = code[state.record + AT]!
  journal.stepCount++
  const next = state.interpret(state.record)
  const counts = next >= 0 || state.stepCounts
  // The processor counts what is told to have been executed; what was abandoned is counted no more already.
  if (counts) journal.stepCount--
  journal.logEnd = journal.logLength
  return counts ? 1 : 0
}

function reached(state: LoopState): 0 {
  state.reached()
  return 0
}
