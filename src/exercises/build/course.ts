import { readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Course, CourseLesson } from '#exercises/shared/course.ts'
import { exerciseHash } from '#exercises/shared/exercise-hash.ts'
import type { ExerciseSheet } from '#exercises/shared/exercise.ts'
import { sha256 } from '#exercises/shared/sha256.ts'
import { lessonFiles } from '#notebook/build/lesson-folders.ts'
import { readLessonExercises } from './read-lesson-exercises.ts'

interface SheetOfLesson {
  readonly id: string
  readonly sheet: ExerciseSheet
}

let sheets: readonly SheetOfLesson[] | undefined

/** Every lesson's exercises, in reading order. For the build and for scripts, from the project's folder. */
export function courseSheets(): readonly SheetOfLesson[] {
  sheets ??= lessonFiles().map((file) => ({
    id: basename(dirname(file)).replace(/^\d\d-/, ''),
    sheet: readLessonExercises(file),
  }))
  return sheets
}

/**
 * The course as assignments speak of it.
 * @param titleOf what a lesson is called in lists; its id without
 */
export function readCourse(titleOf: (lesson: string) => string = (id) => id): Course {
  const lessons = courseSheets().map(({ id, sheet }, index): CourseLesson => ({
    id,
    number: index + 1,
    title: titleOf(id),
    exercises: sheet.exercises.map((exercise) => ({
      id: exercise.id,
      title: exercise.title,
      hash: exerciseHash(exercise),
    })),
  }))
  return { version: courseVersion(lessons), lessons }
}

function courseVersion(lessons: readonly CourseLesson[]): string {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  const exercises = lessons.map(({ id, exercises }) => [id, exercises.map((each) => [each.id, each.hash])])
  return `${version}-${sha256(JSON.stringify(exercises)).slice(0, 7)}`
}
