import { LineCounter, parseDocument, type Document } from 'yaml'
import { z } from 'astro/zod'
import type { CellDefinition } from '#notebook/shared/cell.ts'
import { LessonError } from '#notebook/build/lesson-error.ts'
import { buildExercise, buildLine } from './build-exercise.ts'
import type { Exercise, ExerciseSheet } from '#exercises/shared/exercise.ts'
import { EXERCISE_KINDS } from './kinds/kinds.ts'
import { lineSchema, sheetSchema } from './schema.ts'
import { translateExercises } from './translate-exercises.ts'
import { WrittenError } from './written-error.ts'

type Path = readonly PropertyKey[]

/** A YAML file, and where in it things stand. */
class Sheet {
  readonly #file: string
  readonly #document: Document
  readonly #lines = new LineCounter()

  /** @throws LessonError where the text is no YAML */
  constructor(file: string, text: string) {
    this.#file = file
    this.#document = parseDocument(text, { lineCounter: this.#lines })
    const [error] = this.#document.errors
    if (error) throw new LessonError(file, this.#lineAt(error.pos[0]), error.message.split('\n')[0] ?? '')
  }

  get content(): unknown {
    return this.#document.toJS()
  }

  /** Reads a part by a schema. @throws LessonError that names the line */
  read<Schema extends z.ZodType>(schema: Schema, value: unknown, at: Path): z.output<Schema> {
    const parsed = schema.safeParse(value)
    if (parsed.success) return parsed.data
    const issue = deepestIssue(parsed.error.issues, at)
    return this.fail(issue.path, issue.message)
  }

  fail(at: Path, message: string): never {
    throw new LessonError(
      this.#file,
      this.#lineOf(at),
      `${[...at].filter((part) => typeof part === 'string').join('.')}: ${message}`,
    )
  }

  /** The line of a part, or of the nearest part around it that is there. */
  #lineOf(path: Path): number {
    for (let length = path.length; length > 0; length--) {
      const node = this.#document.getIn(path.slice(0, length), true) as
        { range?: readonly number[] } | undefined
      if (node?.range) return this.#lineAt(node.range[0] ?? 0)
    }
    return 1
  }

  #lineAt(offset: number): number {
    return this.#lines.linePos(offset).line
  }
}

/** In a choice of shapes, what is wrong with the one that came nearest. */
function deepestIssue(issues: readonly z.core.$ZodIssue[], at: Path): { path: Path; message: string } {
  // An unknown name is most often a misspelt one, and says more than that the right one is missing.
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0]
  if (!issue) return { path: at, message: 'cannot be read' }
  const path = [...at, ...issue.path]
  if (issue.code === 'unrecognized_keys')
    return { path: [...path, ...issue.keys], message: `“${issue.keys.join('”, “')}” is not known here` }
  if (issue.code !== 'invalid_union') return { path, message: issue.message }
  const candidates = issue.errors.map((inner) => deepestIssue(inner, path))
  const nearest = candidates.reduce((best, next) => (next.path.length > best.path.length ? next : best), {
    path,
    message: issue.message,
  })
  return nearest.path.length > path.length + 1 ? nearest : { path, message: issue.message }
}

/** What an exercise says in another language, and the file it stands in. */
export interface ExerciseTranslation {
  readonly file: string
  readonly text: string
}

/**
 * The exercises of a lesson from the text of its `exercises.yaml`.
 * @param cells the lesson's own, to which an exercise may refer
 * @throws LessonError with file and line
 */
export function readExercises(
  file: string,
  text: string,
  cells: readonly CellDefinition[],
  translation?: ExerciseTranslation,
): ExerciseSheet {
  const sheet = new Sheet(file, text)
  const { exercises, mixed } = sheet.read(sheetSchema, inLanguage(sheet.content, translation), [])
  const read: Exercise[] = []
  exercises.forEach((written, index) => {
    const at = ['exercises', index]
    const exercise = readExercise(sheet, written, at, cells)
    if (read.some(({ id }) => id === exercise.id))
      sheet.fail([...at, 'id'], `another exercise is called “${exercise.id}” already`)
    read.push(exercise)
  })
  return { exercises: read, ...(mixed === undefined ? {} : { mixed }) }
}

function inLanguage(content: unknown, translation: ExerciseTranslation | undefined): unknown {
  if (translation === undefined) return content
  const sheet = new Sheet(translation.file, translation.text)
  return translateExercises(content, sheet.content, (at, message) => sheet.fail(at, message))
}

/** What the rest is read by. */
const kindSchema = z.looseObject({ kind: z.enum(EXERCISE_KINDS) })

function readExercise(sheet: Sheet, written: unknown, at: Path, cells: readonly CellDefinition[]): Exercise {
  try {
    if (typeof written === 'object' && written !== null && 'predict' in written)
      return buildLine(sheet.read(lineSchema, written, at), cells)
    const { kind } = sheet.read(kindSchema, written, at)
    return buildExercise(written, kind, (schema) => sheet.read(schema, written, at), cells)
  } catch (error) {
    if (error instanceof WrittenError) sheet.fail([...at, ...error.at], error.message)
    throw error
  }
}
