import type { CellDefinition } from './cell.ts'
import { cellsAfter, cellsBefore } from './dependencies.ts'

/** What there is to run, and why. */
export interface RunPlan {
  /** Those whose results are wanted. */
  readonly wanted: ReadonlySet<string>
  /** What has to be run for that, in the lesson's order. The others among them only bring the kernel to where the page is. */
  readonly jobs: readonly CellDefinition[]
}

/** What the page and the kernel have of cells. */
export interface Known {
  /** What the page shows of it was made from another source than it has now, or is no result. */
  isOutOfDate(id: string): boolean
  /** The kernel has the machine that it leaves behind. */
  isHeld(id: string): boolean
}

/**
 * Plans a run. No result must lack its source: with the cells that are asked for run those before them that are out of
 * date, and everything after any of these; and what the kernel needs for it, as far as it has not got it.
 * @param asked cells whose results the reader has asked for
 * @param unseen a cell that is to be run, wanted or not
 */
export function planRun(
  cells: readonly CellDefinition[],
  asked: readonly string[],
  known: Known,
  unseen?: string,
): RunPlan {
  const before = (id: string) => cellsBefore(cells, id).map((cell) => cell.id)
  const after = (id: string) => cellsAfter(cells, id).map((cell) => cell.id)
  const roots = [...asked, ...asked.flatMap(before).filter((id) => known.isOutOfDate(id))]
  const wanted = new Set(roots.flatMap((id) => [id, ...after(id)]))
  const targets = unseen === undefined ? [...wanted] : [...wanted, unseen]
  const needed = new Set(targets.flatMap(before).filter((id) => !known.isHeld(id)))
  const jobs = cells.filter(({ id }) => wanted.has(id) || needed.has(id) || id === unseen)
  return { wanted, jobs }
}
