/** Moments of a run: `after(3)`, `after("sub rsp, 8")`, `before("leave")`. */
import type { Machine } from '../machine/machine.ts'
import { instructionAt } from '../machine/program.ts'
import type { Moment } from './fact.ts'

/** Goes to a moment of the recorded past, asks, and comes back. */
export function atMoment<T>(machine: Machine, moment: Moment, ask: () => T): T | undefined {
  const now = machine.journal.stepCount
  const then = stepAt(machine, moment)
  if (then === undefined) return undefined
  machine.back(now - then)
  try {
    return ask()
  } finally {
    machine.forward(now - then)
  }
}

/**
 * The step count at a moment: after the N-th instruction that was executed since the called function was entered, or
 * after or before the first one that reads like this.
 */
export function stepAt(machine: Machine, moment: Moment): number | undefined {
  const { stepCount } = machine.journal
  const entry = entryStep(machine)
  if (entry === undefined) return undefined
  if (moment.kind === 'instruction') {
    const found = stepOfInstruction(machine, normalised(moment.text), entry)
    return found === undefined || !moment.isBefore ? found : found - 1
  }
  const step = entry + moment.step
  return step <= stepCount ? step : undefined
}

/**
 * The step count at which the called function was entered: a program begins with its call, a fragment with itself.
 * Undefined where the recorded past doesn't reach back to it.
 */
function entryStep(machine: Machine): number | undefined {
  const { stepCount, oldestStep } = machine.journal
  const entry = entryOf(machine)
  const isWholeRun = machine.stepCount === stepCount && oldestStep <= entry && entry <= stepCount
  return isWholeRun ? entry : undefined
}

/** How many steps there are before the function's first instruction: a program begins with its call. */
export function entryOf({ listing, program }: Machine): number {
  return program !== undefined && listing === program ? 1 : 0
}

/** An instruction named by its text is looked for among so many: prose must not walk through an endless loop. */
const MOST_STEPS_SEARCHED = 4096

function stepOfInstruction(machine: Machine, wanted: string, entry: number): number | undefined {
  const { journal } = machine
  const now = journal.stepCount
  machine.back(now - entry)
  let found: number | undefined
  const last = Math.min(now, entry + MOST_STEPS_SEARCHED)
  while (found === undefined && journal.stepCount < last) {
    const listing = machine.listing
    const next = listing && instructionAt(listing, machine.registers.rip)
    machine.forward(1)
    if (next !== undefined && normalised(next.text) === wanted) found = journal.stepCount
  }
  machine.forward(now - journal.stepCount)
  return found
}

function normalised(instruction: string): string {
  return instruction
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/ ?([-+*,[\]]) ?/g, '$1')
    .trim()
}
