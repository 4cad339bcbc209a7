import { readdirSync } from 'node:fs'
import type { Exercise } from '#exercises/shared/exercise.ts'
import type { RunCells } from '#exercises/shared/experiment.ts'
import { runCells, runToEnd, type RunOne } from '#exercises/worker/laboratory.ts'
import { readLessonExercises } from '#exercises/build/read-lesson-exercises.ts'
import type { CellRun } from '#notebook/worker/run-cell.ts'

const LESSONS = new URL('../../content/lessons/', import.meta.url)

/** Every lesson's exercises, by the lesson's folder. */
export function allSheets() {
  return readdirSync(LESSONS)
    .sort()
    .map((folder) => ({ folder, sheet: readLessonExercises(`content/lessons/${folder}/lesson.mdx`) }))
}

/** Every exercise of the course, with a name for reports. */
export function allExercises(): { readonly name: string; readonly exercise: Exercise }[] {
  return allSheets().flatMap(({ folder, sheet }) =>
    sheet.exercises.map((exercise) => ({ name: `${folder}: ${exercise.id}`, exercise })),
  )
}

/** As many as the start of an exercise, its solution and one answer to it run; none of them may be given up meanwhile. */
const MOST_RUNS = 12

/**
 * Runs cells as the engine does, but what comes to the same again only once: generators begin with the same cells again
 * and again. Only the last few experiments can be asked: the memory of older ones goes to those to come.
 */
export function rememberingRun(): RunCells {
  const kept = new Map<string, CellRun>()
  const keys = new Map<CellRun, string>()
  const runOne: RunOne = (cell, before) => {
    const { id, source, process } = cell
    const key = JSON.stringify([id, source, process, before && keys.get(before)])
    const run = kept.get(key) ?? runToEnd(cell, before)
    kept.delete(key)
    kept.set(key, run)
    keys.set(run, key)
    if (kept.size > MOST_RUNS) release(kept.keys().next().value!)
    return run
  }
  const release = (key: string) => {
    const run = kept.get(key)!
    kept.delete(key)
    keys.delete(run)
    run.release()
  }
  return (cells) => runCells(cells, runOne)
}
