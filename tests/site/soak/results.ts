/** Whether what a lesson shows of its cells is what their sources come to. */
import { readFileSync } from 'node:fs'
import { globSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Snapshot } from '#engine/machine/snapshot.ts'
import type { CellDefinition } from '#notebook/shared/cell.ts'
import { proseOf } from '#notebook/build/mdx-tags.ts'
import { readCellsBeside } from '#notebook/build/read-cells.ts'
import { CellRun } from '#notebook/worker/run-cell.ts'
import { shownFacts } from '#notebook/page/shown-facts.ts'
import { sourcesOn } from './sources.ts'

const root = join(import.meta.dirname, '../../..')

/** The lessons by the last part of their address. */
export const LESSONS: ReadonlyMap<string, readonly CellDefinition[]> = new Map(
  globSync('content/lessons/*/lesson.mdx', { cwd: root })
    .sort()
    .map((path) => {
      const folder = join(root, dirname(path))
      const cells = readCellsBeside(join(root, path), proseOf(readFileSync(join(root, path), 'utf8')))
      return [basename(folder).replace(/^\d+-/, ''), cells]
    }),
)

/** The cells of the page, if it is a lesson. */
function cellsOf(page: Page): readonly CellDefinition[] {
  return LESSONS.get(new URL(page.url()).pathname.split('/').findLast(Boolean) ?? '') ?? []
}

/** Instructions after which an endless program is left alone. */
const BUDGET = 1_000_000

interface ShownCell {
  readonly id: string
  readonly state: string
  readonly facts: readonly (readonly [fact: string, value: string])[]
}

/** Facts that a cell shows and that running its source does not lead to, each in a sentence. */
export async function wrongResults(page: Page): Promise<string[]> {
  const sources = await sourcesOn(page)
  const shown = await shownCells(page)
  const machines = new Map<string, Snapshot>()
  return cellsOf(page).flatMap((cell) => {
    const source = sources.get(cell.id)
    const found = shown.find(({ id }) => id === cell.id)
    const before = cell.after === undefined ? undefined : machines.get(cell.after)
    if (source === undefined || !found || (cell.after !== undefined && before === undefined)) return []
    const run = new CellRun({ ...cell, source }, [], before)
    run.toEnd(BUDGET)
    const { state, views } = run.result()
    const machine = run.machine()
    if (machine) machines.set(cell.id, machine)
    if (!['done', 'fresh'].includes(found.state) || state !== 'done') return []
    const right = shownFacts(views)
    return found.facts.flatMap(([fact, value]) => {
      const computed = right.get(fact)
      return computed === undefined || computed === value
        ? []
        : [
            `${cell.id} shows ${fact} as ${value}, and its source comes to ${computed}: ${JSON.stringify(source)}`,
          ]
    })
  })
}

async function shownCells(page: Page): Promise<ShownCell[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('section.cell')].map((cell) => ({
      id: cell.id.replace(/^cell-/, ''),
      state: cell.dataset['state'] ?? '',
      facts: [...cell.querySelectorAll<HTMLDataElement>('data[data-fact]')].map(
        (shown) => [shown.dataset['fact'] ?? '', shown.value] as const,
      ),
    })),
  )
}
