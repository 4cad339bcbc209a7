import { coloursOf } from '#notebook/worker/colours-of.ts'
import type { BuildExercise, Budget } from '#exercises/shared/exercise.ts'
import type { Experiment, RunCells } from '#exercises/shared/experiment.ts'
import { richText } from '#exercises/shared/rich-text.ts'
import type { Remark, Verdict } from '#exercises/shared/verdict.ts'
import { textWithFacts } from '../text-with-facts.ts'
import type { Variant } from '../variant.ts'
import { flawOfEdit, judgeSource, withSource } from './edited-source.ts'
import type { WorkerKind } from './worker-kind.ts'

export const build: WorkerKind<'build'> = {
  draws: false,
  draw: (variant, _random, run) => flawOfBuild(variant, run) ?? variant,
  task: ({ exercise: { edited, budget } }) => ({
    kind: 'build',
    cell: edited,
    budget: budget.map(({ what, atMost }) => ({ what, atMost })),
  }),
  solution({ exercise: { cells, edited, solution } }) {
    const { language } = cells.find(({ id }) => id === edited)!
    return { kind: 'build', source: solution, colours: coloursOf(solution, language) }
  },
  solved: (exercise) => withSource(exercise, exercise.solution),
  // It may have been an edit when it was answered.
  judge: (variant, answer, run) => ('source' in answer ? judge(variant, answer.source, run) : undefined),
}

function flawOfBuild(variant: Variant<BuildExercise>, run: RunCells): string | undefined {
  const flaw = flawOfEdit(variant, run)
  if (flaw !== undefined) return flaw
  const solved = run(withSource(variant.exercise, variant.exercise.solution))
  const over = variant.exercise.budget.find((budget) => !isWithin(budget, used(budget, solved)))
  return over && `the solution takes more than ${over.atMost} ${over.what}`
}

/** How much of it was used; undefined where the machine does not know. */
function used({ fact, cell }: Budget, experiment: Experiment): bigint | undefined {
  const value = experiment.fact(fact, cell)?.value
  return typeof value === 'bigint' ? value : undefined
}

const isWithin = ({ atMost }: Budget, count: bigint | undefined) =>
  count !== undefined && count <= BigInt(atMost)

/** The state first: what leads nowhere may cost nothing. */
function judge(variant: Variant<BuildExercise>, source: string, run: RunCells): Verdict {
  const { verdict, experiment } = judgeSource(variant, source, run)
  if (verdict.outcome !== 'passed') return verdict
  const remarks = variant.exercise.budget.map((budget, part): Remark => {
    const count = used(budget, experiment)
    const right = isWithin(budget, count)
    const spent = `${count ?? 'An unknown number of'} ${budget.what}, of ${budget.atMost}.`
    if (right) return { part, right, says: richText(spent) }
    const says = textWithFacts(`${spent} ${budget.otherwise}`, experiment)
    return { part, right, says, mistake: budget.fact }
  })
  return { outcome: remarks.every(({ right }) => right) ? 'passed' : 'wrong', remarks }
}
