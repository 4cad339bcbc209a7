import type { FromExaminer, ToExaminer } from '#exercises/shared/exercise-messages.ts'
import { judge } from './judge.ts'
import { runCells } from './laboratory.ts'
import { present } from './present.ts'

/** The worker's side: shows a variant, or judges an answer to it. */
export function examine({ request, exercise, seed, answer }: ToExaminer): FromExaminer {
  return answer
    ? { type: 'exercise', request, verdict: judge(exercise, seed, answer, runCells) }
    : { type: 'exercise', request, presented: present(exercise, seed, runCells) }
}
