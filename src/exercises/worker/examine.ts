import type { FromExaminer, ToExaminer } from '#exercises/shared/exercise-messages.ts'
import type { Answer, Exercise } from '#exercises/shared/exercise.ts'
import type { Verdict } from '#exercises/shared/verdict.ts'
import { judge } from './judge.ts'
import { unreadable } from './kinds/worker-kind.ts'
import { inLaboratory } from './laboratory.ts'
import { present } from './present.ts'

/** The worker's side: shows a variant, or judges an answer to it. */
export function examine({ request, exercise, seed, answer }: ToExaminer): FromExaminer {
  return answer
    ? { type: 'exercise', request, verdict: verdictOn(exercise, seed, answer) }
    : { type: 'exercise', request, presented: inLaboratory((run) => present(exercise, seed, run)) }
}

/** An answer that somebody has written into a file may be one to anything. */
function verdictOn(exercise: Exercise, seed: number, answer: Answer): Verdict {
  try {
    return inLaboratory((run) => judge(exercise, seed, answer, run))
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return unreadable('This answers another exercise.')
  }
}
