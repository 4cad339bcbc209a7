import type { Fact } from '#engine/facts/fact.ts'
import { describeMisreading } from '#engine/facts/misreading.ts'
import { parseFact } from '#engine/facts/parse-fact.ts'
import type { CellDefinition } from '#notebook/shared/cell.ts'
import { LessonError } from './lesson-error.ts'
import { attributeAt, columnAt, lineAt, tagsNamed, type MdxTag } from './mdx-tags.ts'

/** A value that prose asks for. */
export interface AskedFact {
  /** As the author wrote it. */
  readonly of: string
  readonly fact: Fact
  readonly cell: string
  readonly line: number
  /** Where it stands in its line. */
  readonly column: number
}

/**
 * The `<Fact of="…" cell="…" />` of a lesson, and the `<Part …>`, in order.
 * @throws LessonError for what is no fact, or asks a cell that the lesson does not have
 */
export function readFacts(file: string, prose: string, cells: readonly CellDefinition[]): AskedFact[] {
  return ['Fact', 'Part']
    .flatMap((name) => tagsNamed(prose, name))
    .sort((one, other) => one.from - other.from)
    .map((tag) => readFact(file, prose, tag, cells))
}

function readFact(file: string, prose: string, tag: MdxTag, cells: readonly CellDefinition[]): AskedFact {
  const line = lineAt(prose, tag.from)
  const of = tag.attributes.get('of')
  const cell = tag.attributes.get('cell') ?? cells[0]?.id
  if (typeof of !== 'string') throw new LessonError(file, line, `<${tag.name}> needs the attribute of`)
  if (typeof cell !== 'string' || !cells.some(({ id }) => id === cell)) {
    const message = `<${tag.name} of="${of}"> asks the cell “${cell}”, which the lesson does not have`
    throw new LessonError(file, line, message)
  }
  const at = attributeAt(prose, tag, 'of')
  const parsed = parseFact(of)
  if (parsed.ok) return { of, fact: parsed.fact, cell, line: lineAt(prose, at), column: columnAt(prose, at) }
  const { from, message, help } = describeMisreading(of, parsed.misreading)
  const said = `<${tag.name} of="${of}"> is no fact. ${message} ${help}`
  throw new LessonError(file, lineAt(prose, at + from), said, columnAt(prose, at + from))
}
