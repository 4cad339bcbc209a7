/** What the worker has to know of a kind of exercise: one of these for each, registered in kinds.ts. */
import type { Answer, ExerciseKind, ExerciseOf } from '#exercises/shared/exercise.ts'
import type { RunCells } from '#exercises/shared/experiment.ts'
import type { Solution, Task } from '#exercises/shared/presented.ts'
import type { Random } from '#exercises/shared/random.ts'
import { richText } from '#exercises/shared/rich-text.ts'
import type { Verdict } from '#exercises/shared/verdict.ts'
import type { Variant } from '../variant.ts'

export interface WorkerKind<Kind extends ExerciseKind> {
  /** Something is drawn besides parameters: variants differ though these are equal. */
  readonly draws: boolean
  /** Draws what there is to draw. @returns the variant, or why it will not do */
  readonly draw: (
    variant: Variant<ExerciseOf<Kind>>,
    random: Random,
    run: RunCells,
  ) => Variant<ExerciseOf<Kind>> | string
  readonly task: (variant: Variant<ExerciseOf<Kind>>) => Task
  /** The answer to a variant. */
  readonly solution: (variant: Variant<ExerciseOf<Kind>>) => Solution
  /** The cells whose machines an explanation speaks of, where these are not those of the variant. */
  readonly solved?: (exercise: ExerciseOf<Kind>) => ExerciseOf<Kind>['cells']
  /** Says of an answer whether it is right; undefined of one to another task. */
  readonly judge: (variant: Variant<ExerciseOf<Kind>>, answer: Answer, run: RunCells) => Verdict | undefined
}

export const PASSED: Verdict = { outcome: 'passed', remarks: [] }

export function unreadable(message: string, part = 0): Verdict {
  return { outcome: 'unreadable', remarks: [{ part, right: false, says: richText(message) }] }
}

export function wrong(message: string): Verdict {
  return { outcome: 'wrong', remarks: [{ part: 0, right: false, says: richText(message) }] }
}
