import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { CellDefinition } from '#notebook/shared/cell.ts'
import { cellsAfter, cellsBefore } from '#notebook/shared/dependencies.ts'
import { proseOf } from '#notebook/build/mdx-tags.ts'
import { readCellsBeside } from '#notebook/build/read-cells.ts'

/** A cell that readers edit, with the cells it starts from and those that start from it. */
export interface EditedCell {
  readonly lesson: string
  readonly cell: CellDefinition
  readonly before: readonly CellDefinition[]
  readonly after: readonly CellDefinition[]
}

const root = join(import.meta.dirname, '../../..')

/** Every cell of every lesson. Cells that are alike in all but what starts from them are one, with all that does. */
export function cellsOfCourse(): EditedCell[] {
  const alike = Map.groupBy(everyCell(), whatMatters)
  return [...alike.values()].map((same) => {
    // What starts from a cell names it: only cells of one name can have theirs put together.
    const first = same.find(({ after }) => after.length > 0) ?? same[0]!
    const later = same.flatMap(({ cell, after }) => (cell.id === first.cell.id ? after : []))
    return { ...first, after: [...new Map(later.map((cell) => [cell.id + whatItIs(cell), cell])).values()] }
  })
}

function everyCell(): EditedCell[] {
  return globSync('content/lessons/*/lesson.mdx', { cwd: root })
    .sort()
    .flatMap((path) => {
      const folder = dirname(join(root, path))
      const cells = readCellsBeside(join(root, path), proseOf(readFileSync(join(root, path), 'utf8')))
      return cells.map((cell) => ({
        lesson: basename(folder),
        cell,
        before: cellsBefore(cells, cell.id),
        after: cellsAfter(cells, cell.id),
      }))
    })
}

const whatMatters = ({ before, cell }: EditedCell) => [...before, cell].map(whatItIs).join()

/** A cell without what only concerns how it is shown. */
function whatItIs({
  file: _file,
  title: _title,
  show: _show,
  of: _of,
  id: _id,
  ...rest
}: CellDefinition): string {
  return JSON.stringify(rest)
}
