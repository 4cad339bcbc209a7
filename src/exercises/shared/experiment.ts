import type { Diagnostic } from '#engine/diagnostic.ts'
import type { Fact } from '#engine/facts/fact.ts'
import type { FactValue } from '#engine/facts/fact-value.ts'
import type { CellDefinition } from '#notebook/shared/cell.ts'

/** Cells that have run, and the machines that can be asked now. */
export interface Experiment {
  /** The first cell that did not come to its end, with what the reader is told about it. */
  readonly failure: Failure | undefined
  /** A fact of a cell's machine, without `cell` of the last one's; undefined where there is none. */
  fact(asked: Fact | string, cell?: string): FactValue | undefined
}

interface Failure {
  readonly cell: string
  readonly diagnostics: readonly Diagnostic[]
  readonly message?: string
}

/** Runs cells, each on the machine of the one it comes after. */
export type RunCells = (cells: readonly CellDefinition[]) => Experiment
