import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { CellDefinition } from '#notebook/shared/cell.ts'
import { proseOf } from '#notebook/build/mdx-tags.ts'
import { readCellsBeside } from '#notebook/build/read-cells.ts'
import type { ExerciseSheet } from '#exercises/shared/exercise.ts'
import { readExercises } from './read-exercises.ts'

/**
 * The exercises that lie beside a lesson; none where there is no `exercises.yaml`. For the build and tests.
 * @param lessonFile the lesson's MDX file
 * @throws LessonError with file and line
 */
export function readLessonExercises(lessonFile: string): ExerciseSheet {
  const file = join(dirname(lessonFile), 'exercises.yaml')
  if (!existsSync(file)) return { exercises: [] }
  return readExercises(file, readFileSync(file, 'utf8'), cellsOf(lessonFile))
}

function cellsOf(lessonFile: string): CellDefinition[] {
  const prose = proseOf(readFileSync(lessonFile, 'utf8').replaceAll('\r\n', '\n'))
  return readCellsBeside(lessonFile, prose)
}
