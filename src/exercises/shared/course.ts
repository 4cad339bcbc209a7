/** The course as assignments and their results speak of it. */

export interface CourseExercise {
  readonly id: string
  readonly title: string
  /** Of the exercise as it is in this version. */
  readonly hash: string
}

export interface CourseLesson {
  readonly id: string
  readonly number: number
  /** As it stands in lists. */
  readonly title: string
  readonly exercises: readonly CourseExercise[]
}

export interface Course {
  /** `0.1.0-3fa2b1c`: the package's, and a digest of all exercises. */
  readonly version: string
  readonly lessons: readonly CourseLesson[]
}

/** What an exercise is called across the course: `accessing-x/physical-address`. */
export type ExerciseKey = `${string}/${string}`

export const exerciseKey = (lesson: string, exercise: string): ExerciseKey => `${lesson}/${exercise}`

const ID = '[a-z0-9-]{1,80}'
const LESSON = new RegExp(`^${ID}$`)
const KEY = new RegExp(`^${ID}/${ID}$`)

/** Whether a lesson or an exercise could be called so; the course need not have it. */
export const isLessonId = (text: string): boolean => LESSON.test(text)
export const isExerciseKey = (text: string): text is ExerciseKey => KEY.test(text)

/** An exercise with the lesson it belongs to. */
export interface FoundExercise {
  readonly key: ExerciseKey
  readonly lesson: CourseLesson
  readonly exercise: CourseExercise
}

/** Every exercise in reading order, by its key. */
export function exercisesByKey({ lessons }: Course): ReadonlyMap<ExerciseKey, FoundExercise> {
  const all = lessons.flatMap((lesson) =>
    lesson.exercises.map((exercise) => ({ key: exerciseKey(lesson.id, exercise.id), lesson, exercise })),
  )
  return new Map(all.map((found) => [found.key, found]))
}
