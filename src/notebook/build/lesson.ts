import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { CellDefinition, CellResult } from '#notebook/shared/cell.ts'
import { checkProse } from './check-prose.ts'
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

/** A cell that has run at build. */
interface FinishedCell {
  readonly run: CellRun
  readonly result: CellResult
}

/** A lesson whose cells have run. */
export class Lesson {
  readonly id: string
  readonly cells: readonly CellDefinition[]
  readonly #finished: ReadonlyMap<string, FinishedCell>

  constructor(id: string, cells: readonly CellDefinition[], finished: ReadonlyMap<string, FinishedCell>) {
    this.id = id
    this.cells = cells
    this.#finished = finished
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
    return this.#ran(cell).result
  }

  /** Any fact of a cell's machine. @throws Error where it has no such value */
  fact(of: string, cell: string): string {
    const value = this.#ran(cell).run.fact(of)
    if (value === undefined) throw new Error(`cell “${cell}” of lesson ${this.id} has no fact “${of}”`)
    return value
  }

  #ran(cell: string): FinishedCell {
    const finished = this.#finished.get(cell)
    if (!finished) throw new Error(`lesson ${this.id} has no cell “${cell}”`)
    return finished
  }
}

/**
 * Reads a lesson's cells and snippets, checks what its author wrote, and runs everything. For the build.
 * @throws LessonError with file and line
 */
export function openLesson(entry: LessonEntry): Lesson {
  const file = entry.filePath
  if (file === undefined) throw new Error(`lesson ${entry.id} has no file`)
  const prose = proseOf(readFileSync(file, 'utf8').replaceAll('\r\n', '\n'))
  checkProse(file, prose)
  const cells = readCellsBeside(file, prose)
  checkTranslated(file, cells)
  const asked = readFacts(file, prose, cells)
  const finished = runAll(cells)
  for (const fact of asked) checkFact(file, fact, finished)
  return new Lesson(entry.id, cells, finished)
}

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

function runAll(cells: readonly CellDefinition[]): Map<string, FinishedCell> {
  const finished = new Map<string, FinishedCell>()
  for (const cell of cells) {
    const before = cell.after === undefined ? undefined : finished.get(cell.after)?.run.machine()
    const run = new CellRun(cell, [], before)
    run.toEnd()
    const result = run.result()
    const [mistake] = result.mistakes ?? []
    if (mistake) throw new Error(`${mistake.during}, ${cell.id}: ${mistake.error}`)
    if (!run.comesToItsMoment) throw new Error(`the cell “${cell.id}” never comes to ${cell.at}`)
    finished.set(cell.id, { run, result })
  }
  return finished
}

function checkFact(
  file: string,
  { of, fact, cell, line, column }: AskedFact,
  finished: ReadonlyMap<string, FinishedCell>,
): void {
  const asked = finished.get(cell)
  if (asked?.run.ask(fact) !== undefined) return
  const problem = asked?.result.diagnostics.find(({ severity }) => severity === 'error')
  const why = problem ? `, whose snippet has a mistake: ${problem.message}` : ''
  throw new LessonError(file, line, `there is no fact “${of}” in the machine of cell “${cell}”${why}`, column)
}
