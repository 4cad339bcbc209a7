import type { Answer, Exercise } from '#exercises/shared/exercise.ts'
import type { RunCells } from '#exercises/shared/experiment.ts'
import type { Verdict } from '#exercises/shared/verdict.ts'
import { workerKind } from './kinds/kinds.ts'
import { unreadable } from './kinds/worker-kind.ts'
import { makeVariant, type Variant } from './variant.ts'

/**
 * Says of an answer whether it is right, and if not, what went wrong. What is right follows from running the machine.
 * An answer in a file may be one to any exercise.
 */
export function judge(exercise: Exercise, seed: number, answer: Answer, run: RunCells): Verdict {
  return judgeVariant(makeVariant(exercise, seed, run), answer, run)
}

/** The same for a variant that has been made already. */
export function judgeVariant(variant: Variant, answer: Answer, run: RunCells): Verdict {
  const verdict = workerKind(variant.exercise.kind).judge(variant, answer, run)
  return verdict ?? unreadable('This answers another exercise.')
}
