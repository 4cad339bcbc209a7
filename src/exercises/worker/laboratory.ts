import type { CellDefinition } from '#notebook/shared/cell.ts'
import { CellRun } from '#notebook/worker/run-cell.ts'
import type { Experiment } from '#exercises/shared/experiment.ts'

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

export const runToEnd: RunOne = (cell, before) => {
  const run = new CellRun(cell, [], before?.machine())
  run.toEnd()
  return run
}

/** A fault is no failure: it is what the machine does, and can be asked for. */
function failureOf({ id }: CellDefinition, run: CellRun): Experiment['failure'] {
  const { state, diagnostics, message } = run.result()
  if (state === 'done') return undefined
  return { cell: id, diagnostics, ...(message === undefined ? {} : { message }) }
}
