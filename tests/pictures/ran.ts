/** Machines whose pictures are looked at. */
import type { CellDefinition } from '#notebook/shared/cell.ts'
import { CellRun } from '#notebook/worker/run-cell.ts'
import type { ViewData, ViewName } from '#notebook/shared/view.ts'
import { expect } from 'vitest'
import type { Drawing, Picture } from '#pictures/marks.ts'
import { cell } from '../notebook/cells.ts'
import { collisions, outside, overflowing, sharedKeys } from './measure.ts'

export const DOCUMENT = 'fn example() {\n    let x: u8 = 42;   // 1 byte\n    let y: u32 = 100; // 4 bytes\n}'

/** One view of a cell that has run, after others. @throws Error where it has none */
export function viewOf<Name extends ViewName>(
  name: Name,
  source: string,
  rest: Partial<CellDefinition> = {},
  before: readonly CellDefinition[] = [],
): Extract<ViewData, { kind: Name }> {
  return viewsOf([name], source, rest, before)(name)
}

/** The same of several views of one run. */
export function viewsOf<Name extends ViewName>(
  names: readonly Name[],
  source: string,
  rest: Partial<CellDefinition> = {},
  before: readonly CellDefinition[] = [],
): <One extends Name>(name: One) => Extract<ViewData, { kind: One }> {
  const cells = [...before, cell('pictured', source, { of: ['x'], ...rest, show: names })]
  let result: ReturnType<CellRun['result']> | undefined
  let machine: ReturnType<CellRun['machine']>
  for (const definition of cells) {
    const run: CellRun = new CellRun(definition, [], machine)
    run.toEnd()
    result = run.result()
    machine = run.machine()
  }
  expect(result?.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(result?.mistakes ?? []).toEqual([])
  return (name) => {
    const view = result?.views.find(({ kind }) => kind === name)
    if (view === undefined) throw new Error(`no view ${name}`)
    return view as Extract<ViewData, { kind: typeof name }>
  }
}

/** Nothing leaves its place or lies over other words, on a page and on a phone; every mark is one of its own. */
export function expectWellSet({ wide, narrow, caption }: Picture): void {
  expect(caption).toMatch(/^\S.*\.$/)
  for (const drawing of [wide, narrow]) expectDrawn(drawing)
}

function expectDrawn(drawing: Drawing): void {
  expect(outside(drawing)).toEqual([])
  expect(collisions(drawing)).toEqual([])
  expect(overflowing(drawing)).toEqual([])
  expect(sharedKeys(drawing)).toEqual([])
}
