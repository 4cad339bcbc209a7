/** A variable may have any name that Rust allows: of none do the views know less, or say what is another's. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { variable } from '#engine/facts/fact.ts'
import { parseFact } from '#engine/facts/parse-fact.ts'
import { printFact } from '#engine/facts/print-fact.ts'
import { SUBJECTS } from '#engine/facts/vocabulary.ts'
import type { CellDefinition } from '#notebook/shared/cell.ts'
import { cellsBefore } from '#notebook/shared/dependencies.ts'
import { FactReader } from '#notebook/worker/fact-reader.ts'
import { proseOf } from '#notebook/build/mdx-tags.ts'
import { readCellsBeside } from '#notebook/build/read-cells.ts'
import { CellRun } from '#notebook/worker/run-cell.ts'
import { shownFacts } from '#notebook/page/shown-facts.ts'
import { stepOfCell } from '#notebook/worker/timeline/cell-moment.ts'
import { lastFrame } from '#notebook/worker/timeline/last-frame.ts'
import { prepareExecutable } from '#notebook/worker/executables.ts'
import { provideExecutables } from '#notebook/worker/languages/elf.ts'
import { makeMoment } from '#notebook/worker/timeline/moment.ts'
import { isAboutTheFrame, VIEW_NAMES } from '#notebook/worker/views/make-view.ts'
import type { ViewData } from '#notebook/shared/view.ts'
import { SEED } from '../seed.ts'

const ROOT = join(import.meta.dirname, '../..')

/** Every word that a fact can begin with, registers, a function of the program’s own, and what is drawn. */
const RUST_KEYWORDS =
  /^(as|break|const|crate|else|enum|extern|false|fn|for|if|impl|in|let|loop|match|mod|move|mut|pub|ref|return|self|static|struct|super|trait|true|type|unsafe|use|where|while|async|await|dyn|abstract|become|box|do|final|macro|override|priv|typeof|unsized|virtual|yield|try|gen|_)$/
const drawn = fc
  .oneof(fc.stringMatching(/^[a-z_][a-z0-9_]{1,5}$/), fc.stringMatching(/^\p{Ll}[\p{Ll}\p{Lo}\p{Nd}]{0,3}$/u))
  .filter((name) => !RUST_KEYWORDS.test(name) && name.normalize('NFC') === name)
const NAMES = [
  ...new Set([
    ...Object.keys(SUBJECTS),
    ...['after', 'variable', 'rax', 'rsp', 'al', 'constructor', 'offset', 'pml4', 'helper', 'größe', '变量'],
    ...fc.sample(drawn, { seed: SEED, numRuns: 12 }),
  ]),
]

const isWhole = process.env['PAGEWALK_CLOSELY'] === '1'
const SHARES = Array.from({ length: 6 }, (_, share) => NAMES.filter((_name, at) => at % 6 === share))

provideExecutables(prepareExecutable)

const SOURCE = `fn example() {
${NAMES.map((name, at) => `    let ${name}: u8 = ${at + 1};`).join('\n')}
    let shown: u32 = 100;
}
fn helper(x: u8) -> u8 { x }`

function lessonCells(file: string): CellDefinition[] {
  const prose = proseOf(readFileSync(file, 'utf8'))
  return readCellsBeside(file, prose)
}

/** A cell with a source, perhaps another than its author's, on the machine of those before it. */
function ran(cells: readonly CellDefinition[], { id }: CellDefinition, source: string): CellRun {
  const runs = new Map<string, CellRun>()
  for (const cell of [...cellsBefore(cells, id), cells.find((candidate) => candidate.id === id)!]) {
    const before = cell.after === undefined ? undefined : runs.get(cell.after)?.machine()
    const run = new CellRun(cell.id === id ? { ...cell, source, show: VIEW_NAMES } : cell, [], before)
    run.toEnd()
    runs.set(cell.id, run)
  }
  return runs.get(id)!
}

/**
 * What is shown under the name of a fact is what that fact is, and the name reads back. Of a program that has ended, what
 * is about its frame is shown as it last was.
 * @param moment the step that is shown, where it is not the end
 */
function expectOwn(run: CellRun, views: readonly ViewData[], moment?: number): void {
  const { recording } = run.tour()!
  const end = recording.step
  const last = lastFrame(recording)?.step ?? end
  const facts = new FactReader(recording.machine)
  for (const view of views) {
    recording.goTo(moment ?? (isAboutTheFrame(view.kind) ? last : end))
    for (const [fact, value] of shownFacts([view])) {
      const parsed = parseFact(fact)
      expect([fact, parsed.ok && printFact(parsed.fact)]).toEqual([fact, fact])
      expect([fact, facts.text(fact)]).toEqual([fact, value])
    }
  }
  recording.goTo(end)
}

/** The step that the cell's author shows. */
const momentOf = (run: CellRun) => stepOfCell(run.tour()!.recording, run.cell)

/** One cell of each machine: with another source, cells that stand on the same machine are one cell. */
function unalike(cells: readonly CellDefinition[]): CellDefinition[] {
  const machineOf = ({ image, scheme, hardware, process, layout, stop, after }: CellDefinition) =>
    JSON.stringify([image, scheme, hardware, process, layout, stop, after])
  return [...new Map(cells.map((cell) => [machineOf(cell), cell])).values()]
}

const LESSONS = globSync('content/lessons/*/lesson.mdx', { cwd: ROOT }).sort()

describe.each(LESSONS)(`%s, names drawn with ${SEED}`, (file) => {
  const cells = lessonCells(join(ROOT, file))
  const rust = unalike(cells.filter(({ language }) => language === 'rust'))

  // In an ordinary run a third of them, another third with each seed of the tests.
  const shown = cells.filter((_, at) => isWhole || (at + LESSONS.indexOf(file) + SEED) % 3 === 0)
  it.each(shown.map((cell) => [cell.id, cell] as const))('%s shows facts in every view', (_, cell) => {
    const run = ran(cells, cell, cell.source)
    expectOwn(run, run.result().views, momentOf(run))
  })

  it.each(rust.map((cell) => [cell.id, cell] as const))('%s', (_, cell) => {
    const run = ran(cells, cell, SOURCE)
    const result = run.result()
    expect(result.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expectOwn(run, result.views, momentOf(run))
    // In every cell a share of the names is pointed at, so that every name is in several.
    const pointedAt = SHARES[LESSONS.indexOf(file) % SHARES.length]!
    for (const [at, name] of NAMES.entries()) {
      const ask = (property: string) => run.ask({ subject: variable(name), property })
      expect([name, ask('size')?.value]).toEqual([name, 1n])
      const value = ask('value')
      if (value !== undefined) expect([name, value.value]).toEqual([name, BigInt(at + 1)])
      if (!pointedAt.includes(name)) continue
      const look = {
        show: VIEW_NAMES.filter((view) => view !== 'film' && view !== 'steps'),
        thing: `variable:${name}`,
      }
      const { views } = makeMoment({ ...run.tour()!, cell: run.cell, look })
      expectOwn(run, views)
    }
  })
})
