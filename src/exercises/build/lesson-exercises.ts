import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { keptBesideFiles } from '#notebook/build/kept-beside-files.ts'
import { LessonError } from '#notebook/build/lesson-error.ts'
import { lineAt, proseOf, tagsNamed } from '#notebook/build/mdx-tags.ts'
import { exerciseHash } from '#exercises/shared/exercise-hash.ts'
import type { Exercise, ExerciseSheet } from '#exercises/shared/exercise.ts'
import { runCells } from '#exercises/worker/laboratory.ts'
import { present } from '#exercises/worker/present.ts'
import type { Presented } from '#exercises/shared/presented.ts'
import { readLessonExercises } from './read-lesson-exercises.ts'

/** The variant that stands in the page's HTML. */
const FIRST_SEED = 1

/** A lesson's exercises, with what the page shows of each. */
export class LessonExercises {
  readonly lesson: string
  readonly sheet: ExerciseSheet
  /** Those that the author has put into the prose. */
  readonly placed: ReadonlySet<string>
  readonly #presented: ReadonlyMap<string, Presented>
  /** As they are before any translation. */
  readonly #original: ExerciseSheet

  constructor(
    lesson: string,
    sheet: ExerciseSheet,
    placed: ReadonlySet<string>,
    presented: ReadonlyMap<string, Presented>,
    original: ExerciseSheet,
  ) {
    this.lesson = lesson
    this.sheet = sheet
    this.placed = placed
    this.#presented = presented
    this.#original = original
  }

  /** Those that stand at the lesson's end. */
  get unplaced(): readonly Exercise[] {
    return this.sheet.exercises.filter(({ id }) => !this.placed.has(id))
  }

  /** @throws Error where the lesson has no such exercise */
  exercise(id: string, sheet = this.sheet): Exercise {
    const exercise = sheet.exercises.find((candidate) => candidate.id === id)
    if (!exercise) throw new Error(`lesson ${this.lesson} has no exercise “${id}”`)
    return exercise
  }

  /** As it stands in the page's HTML. @throws Error where the lesson has no such exercise */
  presented(id: string): Presented {
    const presented = this.#presented.get(id)
    if (!presented) throw new Error(`lesson ${this.lesson} has no exercise “${id}”`)
    return presented
  }

  /** An answer that passed has passed in every language. */
  hash(id: string): string {
    return exerciseHash(this.exercise(id, this.#original))
  }
}

/**
 * Reads and checks the exercises beside a lesson, and where its prose puts them. For the build, where several pages ask:
 * they are tried anew when a file beside the lesson has changed.
 * @throws LessonError with file and line
 */
export function openExercises(entry: {
  readonly id: string
  readonly filePath?: string | undefined
}): LessonExercises {
  if (entry.filePath === undefined) throw new Error(`lesson ${entry.id} has no file`)
  return opened(entry.id, entry.filePath)
}

const opened = keptBesideFiles((id, file) => {
  const sheet = readLessonExercises(file)
  const presented = new Map(
    sheet.exercises.map((exercise) => [exercise.id, presentFirst(file, exercise)] as const),
  )
  const original = readLessonExercises(join(dirname(file), 'lesson.mdx'))
  return new LessonExercises(id, sheet, placedIn(file, sheet), presented, original)
})

/** What the kernel's worker needs of a lesson to draw other variants and to judge answers. */
export function exercisesById(entry: Parameters<typeof openExercises>[0]): Record<string, Exercise> {
  const { sheet } = openExercises(entry)
  return Object.fromEntries(sheet.exercises.map((exercise) => [exercise.id, exercise]))
}

function placedIn(file: string, { exercises }: ExerciseSheet): Set<string> {
  const prose = proseOf(readFileSync(file, 'utf8').replaceAll('\r\n', '\n'))
  const placed = new Set<string>()
  for (const { attributes, from } of tagsNamed(prose, 'Exercise')) {
    const id = attributes.get('id')
    const fail = (message: string): never => {
      throw new LessonError(file, lineAt(prose, from), message)
    }
    if (typeof id !== 'string') return fail('<Exercise> needs the attribute id')
    if (!exercises.some((exercise) => exercise.id === id)) fail(`exercises.yaml has no exercise “${id}”`)
    if (placed.has(id)) fail(`the exercise “${id}” stands in this lesson already`)
    placed.add(id)
  }
  return placed
}

function presentFirst(lessonFile: string, exercise: Exercise): Presented {
  try {
    return present(exercise, FIRST_SEED, runCells)
  } catch (error) {
    const file = join(dirname(lessonFile), 'exercises.yaml')
    const text = readFileSync(file, 'utf8')
    const at = text.search(new RegExp(`\\bid: *${exercise.id}\\b`))
    throw new LessonError(
      file,
      at < 0 ? 1 : lineAt(text, at),
      error instanceof Error ? error.message : String(error),
    )
  }
}
