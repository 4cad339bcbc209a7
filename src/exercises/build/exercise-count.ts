import { readLessonExercises } from './read-lesson-exercises.ts'

/** How many exercises lie beside a lesson. For the build. */
export function exerciseCount(entry: { readonly filePath?: string | undefined }): number {
  return entry.filePath === undefined ? 0 : readLessonExercises(entry.filePath).exercises.length
}
