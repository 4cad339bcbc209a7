/** What the kinds have in common in which a reader changes a source: it is run, and judged by what has become of the machine. */
import type { CellDefinition } from '#notebook/shared/cell.ts'
import type { EditedExercise } from '#exercises/shared/exercise.ts'
import type { Experiment, RunCells } from '#exercises/shared/experiment.ts'
import type { Remark, Verdict } from '#exercises/shared/verdict.ts'
import { failureText } from '../attempts.ts'
import { firstUnmet } from '../conditions.ts'
import { textWithFacts } from '../text-with-facts.ts'
import type { Variant } from '../variant.ts'
import { PASSED, wrong } from './worker-kind.ts'

/** The cells of an exercise with the reader's source in the one that they change. */
export function withSource({ cells, edited }: EditedExercise, source: string): CellDefinition[] {
  return cells.map((cell) => (cell.id === edited ? { ...cell, source } : cell))
}

/** The source as the reader finds it. */
export function givenSource({ cells, edited }: EditedExercise): string {
  return cells.find(({ id }) => id === edited)!.source
}

/** Why a variant will not do: nothing is left to do, or the solution does not do it. */
export function flawOfEdit(
  { exercise, experiment }: Variant<EditedExercise>,
  run: RunCells,
): string | undefined {
  if (!firstUnmet(exercise.expect, experiment, experiment))
    return 'nothing is left to do: the start meets what is expected'
  const solved = run(withSource(exercise, exercise.solution))
  if (solved.failure) return `the solution does not run: ${failureText(solved.failure)}`
  const unmet = firstUnmet(exercise.expect, solved, experiment)
  return unmet && `the solution does not meet what is expected of ${unmet.fact}`
}

/** What a source has led to, and what is to be said to it. */
export interface JudgedSource {
  readonly experiment: Experiment
  readonly verdict: Verdict
}

export function judgeSource(variant: Variant<EditedExercise>, source: string, run: RunCells): JudgedSource {
  const { exercise, experiment: before } = variant
  const experiment = run(withSource(exercise, source))
  if (experiment.failure) return { experiment, verdict: failed(experiment.failure, exercise, source) }
  const unmet = firstUnmet(exercise.expect, experiment, before)
  if (!unmet) return { experiment, verdict: PASSED }
  const says = textWithFacts(unmet.otherwise, experiment)
  const remark: Remark = { part: 0, right: false, says, mistake: unmet.fact }
  return { experiment, verdict: { outcome: 'wrong', remarks: [remark] } }
}

/** What did not run is said as the notebook says it: where, what, and what to try. */
function failed(
  { cell, diagnostics, message }: NonNullable<Experiment['failure']>,
  exercise: EditedExercise,
  source: string,
): Verdict {
  const error = diagnostics.find(({ severity }) => severity === 'error')
  if (!error)
    return { ...wrong(message ?? 'The program was stopped before it came to its end.'), stopped: true }
  const place =
    cell === exercise.edited
      ? `Line ${source.slice(0, error.from).split('\n').length}`
      : 'The cell that follows yours'
  return wrong([`${place} does not work yet. ${error.message}`, error.help].filter(Boolean).join(' '))
}
