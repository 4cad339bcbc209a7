import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { CellDefinition, CellResult } from './cell.ts'
import { checkProse } from './check-prose.ts'
import { LessonError } from './lesson-error.ts'
import { lineAt, proseOf, tagsNamed } from './mdx-tags.ts'
import { readCells } from './read-cells.ts'
import { CellRun, type CellMachine } from './run-cell.ts'

/** What the content collection knows of a lesson. */
export interface LessonEntry {
  readonly id: string
  /** The lesson's file, from the project's root. */
  readonly filePath?: string | undefined
}

/** A value that prose asks for. */
interface AskedFact {
  readonly of: string
  readonly cell: string
  readonly line: number
}

/** A lesson whose cells have run. */
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

  result(cell: string): CellResult {
    const result = this.#results.get(cell)
    if (!result) throw new Error(`lesson ${this.id} has no cell “${cell}”`)
    return result
  }

  /** @throws Error where the cell's machine has no such value */
  fact(of: string, cell: string): string {
    const value = this.result(cell).facts[of]
    if (value === undefined) throw new Error(`cell “${cell}” of lesson ${this.id} has no fact “${of}”`)
    return value
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
  const cells = readCells(file, prose, (name) => readSnippet(join(dirname(file), name)))
  const asked = readFacts(file, prose, cells)
  const results = runAll(cells, asked)
  for (const fact of asked) checkFact(file, fact, results)
  return new Lesson(entry.id, cells, results)
}

function readSnippet(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function readFacts(file: string, prose: string, cells: readonly CellDefinition[]): AskedFact[] {
  return tagsNamed(prose, 'Fact').map(({ attributes, from }) => {
    const line = lineAt(prose, from)
    const of = attributes.get('of')
    const cell = attributes.get('cell') ?? cells[0]?.id
    if (typeof of !== 'string') throw new LessonError(file, line, '<Fact> needs the attribute of')
    if (typeof cell !== 'string' || !cells.some(({ id }) => id === cell)) {
      throw new LessonError(
        file,
        line,
        `<Fact of="${of}"> asks the cell “${cell}”, which the lesson does not have`,
      )
    }
    return { of, cell, line }
  })
}

function runAll(cells: readonly CellDefinition[], asked: readonly AskedFact[]): Map<string, CellResult> {
  const results = new Map<string, CellResult>()
  const machines = new Map<string, CellMachine | undefined>()
  for (const cell of cells) {
    const facts = asked.filter((fact) => fact.cell === cell.id).map((fact) => fact.of)
    const before = cell.after === undefined ? undefined : machines.get(cell.after)
    const run = new CellRun(cell, facts, before)
    run.toEnd()
    results.set(cell.id, run.result())
    machines.set(cell.id, run.machine())
  }
  return results
}

function checkFact(
  file: string,
  { of, cell, line }: AskedFact,
  results: ReadonlyMap<string, CellResult>,
): void {
  const result = results.get(cell)
  if (result && of in result.facts) return
  const [problem] = result?.diagnostics ?? []
  const why = problem ? `, whose snippet has a mistake: ${problem.message}` : ''
  throw new LessonError(file, line, `there is no fact “${of}” in the machine of cell “${cell}”${why}`)
}
