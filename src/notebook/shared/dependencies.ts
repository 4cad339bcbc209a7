import type { CellDefinition } from './cell.ts'

/** The cells whose machines a cell is built on, the first to run first; the cell itself not included. */
export function cellsBefore(cells: readonly CellDefinition[], id: string): CellDefinition[] {
  const before: CellDefinition[] = []
  let after = cells.find((cell) => cell.id === id)?.after
  while (after !== undefined) {
    const cell = cells.find((candidate) => candidate.id === after)
    if (!cell || before.includes(cell)) break
    before.unshift(cell)
    after = cell.after
  }
  return before
}

/** The cells built on a cell, directly or through others, in the order in which they must run. */
export function cellsAfter(cells: readonly CellDefinition[], id: string): CellDefinition[] {
  return cells.filter((cell) => cell.id === id).flatMap((cell) => descendants(cells, cell))
}

function descendants(cells: readonly CellDefinition[], parent: CellDefinition): CellDefinition[] {
  return cells
    .filter((cell) => cell.after === parent.id && cell !== parent)
    .flatMap((cell) => [cell, ...descendants(cells, cell)])
}
