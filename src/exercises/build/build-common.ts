import { LANGUAGE_NAMES, LANGUAGES, type Language } from '#notebook/shared/language.ts'
import type { CellDefinition } from '#notebook/shared/cell.ts'
import { cellsBefore } from '#notebook/shared/dependencies.ts'
import type { Condition, Parameter, Parameters } from '#exercises/shared/exercise.ts'
import type { Common } from './kinds/build-kind.ts'
import type { WrittenCell, WrittenCommon, WrittenCondition } from './schema.ts'
import { WrittenError } from './written-error.ts'

/**
 * What every kind of exercise has.
 * @throws WrittenError
 */
export function buildCommon(written: WrittenCommon, lesson: readonly CellDefinition[]): Common {
  const before = written.of === undefined ? [] : chainOf(written.of, lesson)
  const given = written.given ?? []
  const cells = given.reduce<CellDefinition[]>(
    (all, cell, index) => [...all, buildCell(cell, index, all.at(-1))],
    before,
  )
  const hidden = new Set(given.flatMap((cell, index) => (cell.hidden ? [cellId(cell, index)] : [])))
  return {
    id: written.id,
    title: written.title,
    prompt: written.prompt,
    parameters: buildParameters(written.parameters ?? {}),
    distinct: written.distinct ?? [],
    hints: written.hints ?? [],
    explanation: written.explanation,
    cells,
    shown: cells.map(({ id }) => id).filter((id) => !hidden.has(id)),
  }
}

/** A lesson's cell with those it needs. */
export function chainOf(id: string, lesson: readonly CellDefinition[]): CellDefinition[] {
  const cell = lesson.find((candidate) => candidate.id === id)
  if (!cell)
    throw new WrittenError(
      ['of'],
      `the lesson has no cell “${id}”; it has ${lesson.map((each) => each.id).join(', ')}`,
    )
  return [...cellsBefore(lesson, id), cell]
}

function languageOf(cell: WrittenCell): Language {
  return LANGUAGE_NAMES.find((language) => language in cell)!
}

export function cellId(cell: WrittenCell, index: number): string {
  return cell.id ?? `${languageOf(cell)}-${index + 1}`
}

function buildCell(cell: WrittenCell, index: number, before: CellDefinition | undefined): CellDefinition {
  const language = languageOf(cell)
  if (before && (cell.image ?? cell.scheme ?? cell.hardware) !== undefined)
    throw new WrittenError(
      ['given', index],
      'image, scheme and hardware belong to the first cell, which boots the machine',
    )
  const id = cellId(cell, index)
  return {
    id,
    file: `${id}.${LANGUAGES[language].ending}`,
    language,
    source: sourceOf(cell),
    ...(cell.title === undefined ? {} : { title: cell.title }),
    ...(before === undefined ? {} : { after: before.id }),
    image: cell.image ?? before?.image ?? 'walkthrough',
    scheme: cell.scheme ?? before?.scheme ?? 'one-level',
    ...(cell.process === undefined ? {} : { process: cell.process }),
    ...(cell.hardware === undefined ? {} : { hardware: cell.hardware }),
    layout: cell.layout ?? 'packed',
    stop: cell.stop ?? 'before-leave',
    show: [],
    of: [],
  }
}

function sourceOf(cell: WrittenCell): string {
  const language = languageOf(cell)
  const source = Object.entries(cell).find(([key]) => key === language)![1] as string
  return source.replace(/\n+$/, '')
}

function buildParameters(written: NonNullable<WrittenCommon['parameters']>): Parameters {
  return Object.fromEntries(
    Object.entries(written).map(([name, parameter]) => [name, buildParameter(parameter)]),
  )
}

function buildParameter(written: NonNullable<WrittenCommon['parameters']>[string]): Parameter {
  if ('choice' in written)
    return {
      kind: 'choice',
      among: written.choice.map((choice) => (typeof choice === 'string' ? { '': choice } : choice)),
    }
  const hexadecimal = 'hexadecimal' in written
  const [from, to] = hexadecimal ? written.hexadecimal : written.integer
  return { kind: 'integer', from, to, step: written.step ?? 1, hexadecimal }
}

export function buildCondition({ otherwise, ...condition }: WrittenCondition): Condition {
  const present = Object.entries(condition).filter(([, value]) => value !== undefined)
  return { ...(Object.fromEntries(present) as Omit<Condition, 'otherwise'>), otherwise: otherwise ?? '' }
}
