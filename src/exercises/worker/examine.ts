import type { FromExaminer, ToExaminer } from '#exercises/shared/exercise-messages.ts'
import { judge } from './judge.ts'
import { inLaboratory } from './laboratory.ts'
import { present } from './present.ts'

/** The worker's side: shows a variant, or judges an answer to it. */
export function examine({ request, exercise, seed, answer }: ToExaminer): FromExaminer {
  return answer
    ? { type: 'exercise', request, verdict: inLaboratory((run) => judge(exercise, seed, answer, run)) }
    : { type: 'exercise', request, presented: inLaboratory((run) => present(exercise, seed, run)) }
}
