import type { CellDefinition } from '#notebook/shared/cell.ts'
import { CellRun } from '#notebook/worker/run-cell.ts'
import type { Experiment } from '#exercises/shared/experiment.ts'

/** Runs the cells of an exercise in the engine. For the build, the kernel's worker and tests. */
export function runCells(cells: readonly CellDefinition[]): Experiment {
  const runs = new Map<string, CellRun>()
  let failure: Experiment['failure']
  for (const cell of cells) {
    const before = cell.after === undefined ? undefined : runs.get(cell.after)?.machine()
    if (cell.after !== undefined && !before) break
    const run = new CellRun(cell, [], before)
    run.toEnd()
    runs.set(cell.id, run)
    failure ??= failureOf(cell, run)
  }
  const last = cells.at(-1)?.id
  return { failure, fact: (asked, cell = last) => runs.get(cell ?? '')?.ask(asked) }
}

/** A fault is no failure: it is what the machine does, and can be asked for. */
function failureOf({ id }: CellDefinition, run: CellRun): Experiment['failure'] {
  const { state, diagnostics, message } = run.result()
  if (state === 'done') return undefined
  return { cell: id, diagnostics, ...(message === undefined ? {} : { message }) }
}
