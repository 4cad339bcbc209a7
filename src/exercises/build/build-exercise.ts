import type { CellDefinition } from '#notebook/shared/cell.ts'
import { checkProse } from '#notebook/build/check-prose.ts'
import { LessonError } from '#notebook/build/lesson-error.ts'
import { describeFact } from '#exercises/worker/describe-fact.ts'
import type { Exercise, ExerciseKind, Parameter } from '#exercises/shared/exercise.ts'
import { namesIn, placeholdersOf } from '#exercises/worker/parameters.ts'
import { chainOf } from './build-common.ts'
import { checkFacts } from './check-facts.ts'
import type { Read } from './kinds/build-kind.ts'
import { kindNamed } from './kinds/kinds.ts'
import type { WrittenLine } from './schema.ts'
import { WrittenError } from './written-error.ts'

/**
 * Reads and completes what an author wrote.
 * @param read checks it by a schema
 * @throws WrittenError
 */
export function buildExercise(
  written: unknown,
  kind: ExerciseKind,
  read: Read,
  lesson: readonly CellDefinition[],
): Exercise {
  const exercise = kindNamed(kind).build(read, lesson)
  checkPlaceholders(exercise)
  checkAddresses(exercise)
  checkFacts(written, exercise.parameters)
  return exercise
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
  const { prompt, explanation, hints } = exercise
  return [prompt, explanation, ...hints, ...kindNamed(exercise.kind).texts(exercise)]
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
