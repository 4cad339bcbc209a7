import { coloursOf } from '#notebook/worker/colours-of.ts'
import type { CellDefinition } from '#notebook/shared/cell.ts'
import { firstUnmet } from '../conditions.ts'
import { textWithFacts } from '../text-with-facts.ts'
import { failureText } from '../attempts.ts'
import type { Variant } from '../variant.ts'
import type { EditExercise } from '#exercises/shared/exercise.ts'
import type { Experiment, RunCells } from '#exercises/shared/experiment.ts'
import type { Verdict } from '#exercises/shared/verdict.ts'
import { PASSED, wrong, type WorkerKind } from './worker-kind.ts'

type EditVariant = Variant<EditExercise>

export const edit: WorkerKind<'edit'> = {
  draws: false,
  draw: (variant, _random, run) => check(variant, run),
  task: ({ exercise }) => ({ kind: 'edit', cell: exercise.edited }),
  solution({ exercise: { cells, edited, solution } }) {
    const { language } = cells.find(({ id }) => id === edited)!
    return { kind: 'edit', source: solution, colours: coloursOf(solution, language) }
  },
  solved: (exercise) => withSource(exercise, exercise.solution),
  judge: (variant, answer, run) => (answer.kind === 'edit' ? judge(variant, answer.source, run) : undefined),
}

function check(variant: EditVariant, run: RunCells): EditVariant | string {
  const { exercise, experiment } = variant
  if (!firstUnmet(exercise.expect, experiment, experiment))
    return 'nothing is left to do: the start meets what is expected'
  const solved = run(withSource(exercise, exercise.solution))
  if (solved.failure) return `the solution does not run: ${failureText(solved.failure)}`
  const unmet = firstUnmet(exercise.expect, solved, experiment)
  return unmet === undefined ? variant : `the solution does not meet what is expected of ${unmet.fact}`
}

/** The cells of an edit exercise with the reader's source in the one that they change. */
function withSource({ cells, edited }: EditExercise, source: string): CellDefinition[] {
  return cells.map((cell) => (cell.id === edited ? { ...cell, source } : cell))
}

function judge(variant: EditVariant, source: string, run: RunCells): Verdict {
  const { exercise, experiment: before } = variant
  const experiment = run(withSource(exercise, source))
  if (experiment.failure) return failed(experiment.failure, exercise, source)
  const unmet = firstUnmet(exercise.expect, experiment, before)
  if (!unmet) return PASSED
  const says = textWithFacts(unmet.otherwise, experiment)
  return { outcome: 'wrong', remarks: [{ part: 0, right: false, says, mistake: unmet.fact }] }
}

/** What did not run is said as the notebook says it: where, what, and what to try. */
function failed(
  { cell, diagnostics, message }: NonNullable<Experiment['failure']>,
  exercise: EditExercise,
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
