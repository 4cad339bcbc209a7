import type { CellDefinition } from '#notebook/shared/cell.ts'
import { CellRun } from '#notebook/worker/run-cell.ts'
import type { Experiment, RunCells } from '#exercises/shared/experiment.ts'

/** Runs one cell to its end, on the machine that another has left. */
export type RunOne = (cell: CellDefinition, before: CellRun | undefined) => CellRun

/**
 * Runs the cells of an exercise in the engine. For the build, the kernel's worker and tests.
 * @param runOne may answer with a run that it has kept
 */
export function runCells(cells: readonly CellDefinition[], runOne: RunOne = runToEnd): Experiment {
  const runs = new Map<string, CellRun>()
  let failure: Experiment['failure']
  for (const cell of cells) {
    const before = cell.after === undefined ? undefined : runs.get(cell.after)
    if (cell.after !== undefined && before?.machine() === undefined) break
    const run = runOne(cell, before)
    runs.set(cell.id, run)
    failure ??= failureOf(cell, run)
  }
  const last = cells.at(-1)?.id
  return { failure, fact: (asked, cell = last) => runs.get(cell ?? '')?.ask(asked) }
}

/** Instructions that a cell may execute: a hundred times what any exercise takes, and little where many are judged. */
const STEP_BUDGET = 1_000_000

export const runToEnd: RunOne = (cell, before) => {
  const run = new CellRun(cell, [], before?.machine())
  run.toEnd(STEP_BUDGET)
  return run
}

/** A fault is no failure: it is what the machine does, and can be asked for. What is shown of a run is made only where it failed. */
function failureOf({ id }: CellDefinition, run: CellRun): Experiment['failure'] {
  if (run.isDone) return undefined
  const { diagnostics, message } = run.result()
  return { cell: id, diagnostics, ...(message === undefined ? {} : { message }) }
}

/**
 * Gives somebody the means to run cells, and takes the memory of all machines back when they are through: most of the time
 * of many short runs is spent in getting it. What they come to may not ask a machine later.
 */
export function inLaboratory<Result>(use: (run: RunCells) => Result): Result {
  const runs: CellRun[] = []
  const runOne: RunOne = (cell, before) => {
    const run = runToEnd(cell, before)
    runs.push(run)
    return run
  }
  try {
    return use((cells) => runCells(cells, runOne))
  } finally {
    for (const run of runs) run.release()
  }
}
