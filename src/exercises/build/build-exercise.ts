import { endingOf, LANGUAGES, type CellDefinition, type Language } from '#notebook/shared/cell.ts'
import { checkProse } from '#notebook/build/check-prose.ts'
import { cellsBefore } from '#notebook/shared/dependencies.ts'
import { LessonError } from '#notebook/build/lesson-error.ts'
import { describeFact } from '#exercises/worker/describe-fact.ts'
import type { Condition, Exercise, Parameter, Parameters, Question } from '#exercises/shared/exercise.ts'
import { buildSteps } from './build-steps.ts'
import { checkFacts } from './check-facts.ts'
import { fill, firstValues, namesIn, placeholdersOf } from '#exercises/worker/parameters.ts'
import { WrittenError } from './written-error.ts'
import type { WrittenCell, WrittenCondition, WrittenExercise, WrittenLine } from './schema.ts'

/** What every kind of exercise has, once its defaults are filled in. */
type Common = Pick<
  Exercise,
  'id' | 'title' | 'prompt' | 'parameters' | 'distinct' | 'hints' | 'explanation' | 'cells' | 'shown'
>

/**
 * Completes what an author wrote.
 * @throws WrittenError
 */
export function buildExercise(written: WrittenExercise, lesson: readonly CellDefinition[]): Exercise {
  const exercise = buildKind(written, lesson)
  checkPlaceholders(exercise)
  checkAddresses(exercise)
  checkFacts(written, exercise.parameters)
  return exercise
}

function buildKind(written: WrittenExercise, lesson: readonly CellDefinition[]): Exercise {
  const common = buildCommon(written, lesson)
  switch (written.kind) {
    case 'predict':
      return {
        kind: 'predict',
        ...common,
        questions: questionsOf(written, common.parameters),
        options: (written.options ?? []).map((option) => ({
          ...option,
          when: option.when.map(buildCondition),
        })),
      }
    case 'edit':
      return { kind: 'edit', ...common, ...buildEdit(written) }
    case 'classify':
      return { kind: 'classify', ...common, ...buildClassify(written) }
    case 'order':
      return {
        kind: 'order',
        ...common,
        steps: buildSteps(written.steps),
        draw: written.draw ?? written.steps.length,
      }
  }
}

function buildCommon(written: WrittenExercise, lesson: readonly CellDefinition[]): Common {
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
function chainOf(id: string, lesson: readonly CellDefinition[]): CellDefinition[] {
  const cell = lesson.find((candidate) => candidate.id === id)
  if (!cell)
    throw new WrittenError(
      ['of'],
      `the lesson has no cell “${id}”; it has ${lesson.map((each) => each.id).join(', ')}`,
    )
  return [...cellsBefore(lesson, id), cell]
}

function languageOf(cell: WrittenCell): Language {
  return LANGUAGES.find((language) => language in cell)!
}

function cellId(cell: WrittenCell, index: number): string {
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
    file: `${id}.${endingOf(language)}`,
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

function buildParameters(written: NonNullable<WrittenExercise['parameters']>): Parameters {
  return Object.fromEntries(
    Object.entries(written).map(([name, parameter]) => [name, buildParameter(parameter)]),
  )
}

function buildParameter(written: NonNullable<WrittenExercise['parameters']>[string]): Parameter {
  if ('choice' in written)
    return {
      kind: 'choice',
      among: written.choice.map((choice) => (typeof choice === 'string' ? { '': choice } : choice)),
    }
  const hexadecimal = 'hexadecimal' in written
  const [from, to] = hexadecimal ? written.hexadecimal : written.integer
  return { kind: 'integer', from, to, step: written.step ?? 1, hexadecimal }
}

function questionsOf(
  written: Extract<WrittenExercise, { kind: 'predict' }>,
  parameters: Parameters,
): Question[] {
  if (written.ask === undefined) return []
  const single = { label: written.label, mistakes: written.mistakes, foreseen: written.foreseen }
  const asked = typeof written.ask === 'string' ? [{ fact: written.ask, ...single }] : written.ask
  return asked.map(({ fact, label, mistakes, foreseen }) => {
    const described = describeFact(fill(fact, firstValues(parameters)))
    return {
      fact,
      label: label ?? described.label,
      mistakes: mistakes ?? described.mistakes,
      foreseen: (foreseen ?? []).map(({ fact, cell, says }) => ({
        fact,
        says,
        ...(cell === undefined ? {} : { cell }),
      })),
    }
  })
}

function buildCondition({ otherwise, ...condition }: WrittenCondition): Condition {
  const present = Object.entries(condition).filter(([, value]) => value !== undefined)
  return { ...(Object.fromEntries(present) as Omit<Condition, 'otherwise'>), otherwise: otherwise ?? '' }
}

function buildEdit(written: Extract<WrittenExercise, { kind: 'edit' }>) {
  const given = written.given ?? []
  const [at, ...others] = given.flatMap((cell, index) => (cell.solution === undefined ? [] : [index]))
  if (at === undefined || others.length > 0)
    throw new WrittenError(
      ['given'],
      'exactly one of the cells has a “solution”: the one that the reader changes',
    )
  return {
    edited: cellId(given[at]!, at),
    solution: given[at]!.solution!.replace(/\n+$/, ''),
    expect: written.expect.map(buildCondition),
    attempts: (written.attempts ?? []).map(({ source, refusedBy }) => ({
      source: source.replace(/\n+$/, ''),
      refusedBy,
    })),
  }
}

function buildClassify(written: Extract<WrittenExercise, { kind: 'classify' }>) {
  const buckets = Object.entries(written.buckets).map(([id, label]) => ({ id, label }))
  const known = (id: string | undefined) => id === undefined || buckets.some((bucket) => bucket.id === id)
  written.items.forEach(({ bucket, instead }, index) => {
    const unknown = [bucket, ...Object.keys(instead ?? {})].find((id) => !known(id))
    if (unknown !== undefined) throw new WrittenError(['items', index], `there is no bucket “${unknown}”`)
  })
  const items = written.items.map(({ text, bucket, fact, otherwise, instead }) => ({
    text,
    ...(bucket === undefined ? {} : { bucket }),
    ...(fact === undefined ? {} : { fact }),
    otherwise,
    instead: instead ?? {},
  }))
  return { buckets, items, draw: written.draw ?? items.length }
}

/** Every `${name}` has its parameter, wherever it stands. */
function checkPlaceholders(exercise: Exercise): void {
  const known = new Set(
    Object.entries(exercise.parameters).flatMap(([name, parameter]) => placeholdersOf(name, parameter)),
  )
  const unknown = namesIn(JSON.stringify({ ...exercise, parameters: {} })).find((name) => !known.has(name))
  if (unknown !== undefined)
    throw new WrittenError(['id'], `\${${unknown}} stands for no parameter of “${exercise.id}”`)
  const undistinct = exercise.distinct.find((name) => !known.has(name))
  if (undistinct !== undefined) throw new WrittenError(['distinct'], `“${undistinct}” is no parameter`)
}

/** Addresses in texts are computed: by a `<Fact>`, or drawn. What stands in code of a cell's language is no result. */
function checkAddresses(exercise: Exercise): void {
  for (const text of textsOf(exercise)) {
    try {
      checkProse('', text)
    } catch (error) {
      if (error instanceof LessonError) throw new WrittenError(['id'], error.message.replace(/^:\d+: /, ''))
      throw error
    }
  }
}

function textsOf(exercise: Exercise): string[] {
  const texts = [exercise.prompt, exercise.explanation, ...exercise.hints]
  switch (exercise.kind) {
    case 'predict':
      return [...texts, ...exercise.options.flatMap(({ text, otherwise }) => [text, otherwise])]
    case 'edit':
      return [...texts, ...exercise.expect.map(({ otherwise }) => otherwise)]
    case 'classify':
      return [...texts, ...exercise.items.flatMap(({ text, otherwise }) => [text, otherwise])]
    case 'order':
      return [...texts, ...exercise.steps.flatMap(({ text, needs }) => [text, needs])]
  }
}

/**
 * A question made of one line: the prompt, the label and the usual mistakes follow from the fact.
 * @throws WrittenError
 */
export function buildLine(written: WrittenLine, lesson: readonly CellDefinition[]): Exercise {
  const facts = typeof written.predict === 'string' ? [written.predict] : written.predict
  checkFacts(written, {})
  const varied = Object.entries(written.vary ?? {})
  const parameters: Record<string, Parameter> = Object.fromEntries(
    varied.map(([, among], index) => [
      `v${index}`,
      { kind: 'choice', among: among.map((value) => ({ '': value })) },
    ]),
  )
  const vary = (text: string) =>
    varied.reduce((result, [word], index) => replaceWord(result, word, `\${v${index}}`), text)
  if (facts.length > 1)
    parameters['fact'] = { kind: 'choice', among: facts.map((fact) => ({ '': vary(fact) })) }
  const described = describeFact(facts[0]!)
  const cells = chainOf(written.of, lesson).map((cell) => ({ ...cell, source: vary(cell.source) }))
  return {
    kind: 'predict',
    id:
      written.id ??
      facts[0]!
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, ''),
    title: written.title ?? described.label,
    prompt: '',
    parameters,
    distinct: [],
    hints: written.hints ?? [],
    explanation: written.explanation ?? '',
    cells,
    shown: cells.map(({ id }) => id),
    questions: [
      {
        fact: facts.length > 1 ? '${fact}' : vary(facts[0]!),
        label: facts.length > 1 ? '' : described.label,
        mistakes: written.mistakes ?? described.mistakes,
        foreseen: [],
      },
    ],
    options: [],
  }
}

/** Replaces a word where it stands alone: `8` in `sub rsp, 8`, not in `u8`. */
function replaceWord(text: string, word: string, by: string): string {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return text.replace(new RegExp(`(?<![\\w$])${escaped}(?!\\w)`, 'g'), () => by)
}
