import { coloursOf } from '#notebook/worker/colours-of.ts'
import { flawOfEdit, judgeSource, withSource } from './edited-source.ts'
import type { WorkerKind } from './worker-kind.ts'

export const edit: WorkerKind<'edit'> = {
  draws: false,
  draw: (variant, _random, run) => flawOfEdit(variant, run) ?? variant,
  task: ({ exercise }) => ({ kind: 'edit', cell: exercise.edited }),
  solution({ exercise: { cells, edited, solution } }) {
    const { language } = cells.find(({ id }) => id === edited)!
    return { kind: 'edit', source: solution, colours: coloursOf(solution, language) }
  },
  solved: (exercise) => withSource(exercise, exercise.solution),
  judge: (variant, answer, run) =>
    answer.kind === 'edit' ? judgeSource(variant, answer.source, run).verdict : undefined,
}
