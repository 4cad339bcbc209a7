import type { Judge } from '#exercises/shared/check-result.ts'
import type { ExerciseSheet } from '#exercises/shared/exercise.ts'
import { judge } from '#exercises/worker/judge.ts'
import { inLaboratory } from '#exercises/worker/laboratory.ts'

/** Judges answers in Node, by the exercises that lie beside the lessons. */
export function judgeInCourse(
  sheets: readonly { readonly id: string; readonly sheet: ExerciseSheet }[],
): Judge {
  return (lesson, id, seed, answer) => {
    const exercise = sheets
      .find((each) => each.id === lesson)
      ?.sheet.exercises.find((candidate) => candidate.id === id)
    if (exercise === undefined) throw new Error(`there is no exercise ${lesson}/${id}`)
    return inLaboratory((run) => judge(exercise, seed, answer, run))
  }
}
