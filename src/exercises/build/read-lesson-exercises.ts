import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { CellDefinition } from '#notebook/shared/cell.ts'
import { proseOf } from '#notebook/build/mdx-tags.ts'
import { readCellsBeside } from '#notebook/build/read-cells.ts'
import type { ExerciseSheet } from '#exercises/shared/exercise.ts'
import { readExercises } from './read-exercises.ts'

/**
 * The exercises that lie beside a lesson; none where there is no `exercises.yaml`. For the build and tests.
 * @param lessonFile the lesson's MDX file; a translation's are in its language, as far as `exercises.de.yaml` goes
 * @throws LessonError with file and line
 */
export function readLessonExercises(lessonFile: string): ExerciseSheet {
  const beside = (name: string) => join(dirname(lessonFile), name)
  const file = beside('exercises.yaml')
  if (!existsSync(file)) return { exercises: [] }
  const translation = beside(basename(lessonFile).replace(/^lesson(.*)\.mdx$/, 'exercises$1.yaml'))
  const isTranslated = translation !== file && existsSync(translation)
  return readExercises(
    file,
    readFileSync(file, 'utf8'),
    cellsOf(lessonFile),
    isTranslated ? { file: translation, text: readFileSync(translation, 'utf8') } : undefined,
  )
}

function cellsOf(lessonFile: string): CellDefinition[] {
  const prose = proseOf(readFileSync(lessonFile, 'utf8').replaceAll('\r\n', '\n'))
  return readCellsBeside(lessonFile, prose)
}
