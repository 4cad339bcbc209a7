import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { CellDefinition, CellResult } from '#notebook/shared/cell.ts'
import { checkProse } from './check-prose.ts'
import { keptBesideFiles } from './kept-beside-files.ts'
import { LessonError } from './lesson-error.ts'
import { proseOf } from './mdx-tags.ts'
import { readCellsBeside } from './read-cells.ts'
import { readFacts, type AskedFact } from './read-facts.ts'
import { prepareExecutable } from '#notebook/worker/executables.ts'
import { provideExecutables } from '#notebook/worker/languages/elf.ts'
import { CellRun } from '#notebook/worker/run-cell.ts'

provideExecutables(prepareExecutable)

/** What the content collection knows of a lesson. */
export interface LessonEntry {
  readonly id: string
  /** The lesson's file, from the project's root. */
  readonly filePath?: string | undefined
}

/** What may be asked of every cell: how far a slider over its run goes. */
const ALWAYS_ASKED = ['steps.count']

/** A lesson whose cells have run. Of their machines only what it shows is kept. */
export class Lesson {
  readonly id: string
  readonly cells: readonly CellDefinition[]
  readonly #results: ReadonlyMap<string, CellResult>

  constructor(id: string, cells: readonly CellDefinition[], results: ReadonlyMap<string, CellResult>) {
    this.id = id
    this.cells = cells
    this.#results = results
  }

  /** @throws Error where the lesson has no such cell */
  cell(id: string): CellDefinition {
    const cell = this.cells.find((candidate) => candidate.id === id)
    if (!cell) throw new Error(`lesson ${this.id} has no cell “${id}”`)
    return cell
  }

  /** The cell that a `<Fact>` asks when it names none. */
  get firstCell(): string {
    return this.cells[0]?.id ?? ''
  }

  /** @throws Error where the lesson has no such cell */
  result(cell: string): CellResult {
    const result = this.#results.get(cell)
    if (!result) throw new Error(`lesson ${this.id} has no cell “${cell}”`)
    return result
  }

  /** A fact of a cell's machine that the prose asks for. @throws Error where it has no such value */
  fact(of: string, cell: string): string {
    const value = this.result(cell).facts[of]
    if (value === undefined) throw new Error(`cell “${cell}” of lesson ${this.id} has no fact “${of}”`)
    return value
  }
}

/**
 * Reads a lesson's cells and snippets, checks what its author wrote, and runs everything. For the build, where several
 * pages show the same lesson: it runs anew when a file beside it has changed.
 * @throws LessonError with file and line
 */
export function openLesson({ id, filePath }: LessonEntry): Lesson {
  if (filePath === undefined) throw new Error(`lesson ${id} has no file`)
  return opened(id, filePath)
}

const opened = keptBesideFiles((id, file) => {
  const prose = proseOf(readFileSync(file, 'utf8').replaceAll('\r\n', '\n'))
  checkProse(file, prose)
  const cells = readCellsBeside(file, prose)
  checkTranslated(file, cells)
  const asked = readFacts(file, prose, cells)
  const results = runAll(cells, asked)
  for (const fact of asked) checkFact(file, fact, results)
  return new Lesson(id, cells, results)
})

/** A translation tells of the same cells: only their titles are in its language. @throws LessonError */
function checkTranslated(file: string, cells: readonly CellDefinition[]): void {
  if (!/^lesson\.[a-z]+\.mdx$/.test(basename(file))) return
  const original = join(dirname(file), 'lesson.mdx')
  const written = proseOf(readFileSync(original, 'utf8').replaceAll('\r\n', '\n'))
  const untitled = (all: readonly CellDefinition[]) =>
    all.map((cell) => JSON.stringify({ ...cell, title: undefined }))
  const [here, there] = [untitled(cells), untitled(readCellsBeside(original, written))]
  const differs = there.findIndex((cell, index) => cell !== here[index])
  if (differs >= 0 || here.length !== there.length)
    throw new LessonError(
      file,
      1,
      `its cells are not those of lesson.mdx, beginning with the ${(differs < 0 ? there.length : differs) + 1}th: all but their titles are the same`,
    )
}

function runAll(cells: readonly CellDefinition[], asked: readonly AskedFact[]): Map<string, CellResult> {
  const results = new Map<string, CellResult>()
  const runs = new Map<string, CellRun>()
  for (const cell of cells) {
    const before = cell.after === undefined ? undefined : runs.get(cell.after)?.machine()
    const facts = asked.filter((each) => each.cell === cell.id).map(({ of }) => of)
    const run = new CellRun(cell, [...ALWAYS_ASKED, ...facts], before)
    run.toEnd()
    const result = run.result()
    const [mistake] = result.mistakes ?? []
    if (mistake) throw new Error(`${mistake.during}, ${cell.id}: ${mistake.error}`)
    if (!run.comesToItsMoment) throw new Error(`the cell “${cell.id}” never comes to ${cell.at}`)
    runs.set(cell.id, run)
    results.set(cell.id, result)
  }
  return results
}

function checkFact(
  file: string,
  { of, cell, line, column }: AskedFact,
  results: ReadonlyMap<string, CellResult>,
): void {
  const asked = results.get(cell)
  if (asked?.facts[of] !== undefined) return
  const problem = asked?.diagnostics.find(({ severity }) => severity === 'error')
  const why = problem ? `, whose snippet has a mistake: ${problem.message}` : ''
  throw new LessonError(file, line, `there is no fact “${of}” in the machine of cell “${cell}”${why}`, column)
}
