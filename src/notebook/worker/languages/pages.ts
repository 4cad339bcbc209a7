import type { Machine } from '#engine/machine/machine.ts'
import { checkRows } from '#engine/os/pages/check-rows.ts'
import { parsePages } from '#engine/os/pages/parse-pages.ts'
import type { CellDefinition } from '#notebook/shared/cell.ts'
import { isError, type Prepared, type WorkerLanguage } from './language.ts'
import { targetOf } from './target.ts'

export const pages: WorkerLanguage = { prepare, worksOnBareMachines: true }

function prepare(machine: Machine, { source }: CellDefinition): Prepared {
  const { rows, diagnostics } = parsePages(source, machine.memory.scheme.pageBits)
  const all = diagnostics.some(isError)
    ? diagnostics
    : [...diagnostics, ...checkRows(rows, targetOf(machine))]
  if (!all.some(isError)) machine.setRows(rows)
  return { diagnostics: all, runs: false }
}
