import type { FaultExercise } from '#exercises/shared/exercise.ts'
import type { RunCells } from '#exercises/shared/experiment.ts'
import { richText } from '#exercises/shared/rich-text.ts'
import type { Remark, Verdict } from '#exercises/shared/verdict.ts'
import { textWithFacts } from '../text-with-facts.ts'
import type { Variant } from '../variant.ts'
import { flawOfEdit, givenSource, judgeSource, withSource } from './edited-source.ts'
import { PASSED, unreadable, type WorkerKind } from './worker-kind.ts'

export const fault: WorkerKind<'fault'> = {
  draws: false,
  draw(variant, _random, run) {
    const count = wrongLines(variant.exercise).length
    if (count !== 1) return `the solution differs in ${count} lines, not in one`
    return flawOfEdit(variant, run) ?? variant
  },
  task: ({ exercise }) => ({ kind: 'fault', cell: exercise.edited, lines: linesOf(givenSource(exercise)) }),
  solution: ({ exercise }) => {
    const [line] = wrongLines(exercise)
    return { kind: 'fault', line: line!, text: linesOf(exercise.solution)[line!]! }
  },
  solved: (exercise) => withSource(exercise, exercise.solution),
  judge(variant, answer, run) {
    if (answer.kind === 'fault') return judge(variant, answer, run)
    // It may have been an edit when it was answered.
    return answer.kind === 'edit' ? judgeSource(variant, answer.source, run).verdict : undefined
  },
}

const linesOf = (source: string) => source.split('\n')

/** Where the solution is otherwise; of one with more lines or fewer, all that follow. */
function wrongLines(exercise: FaultExercise): number[] {
  const [given, solved] = [linesOf(givenSource(exercise)), linesOf(exercise.solution)]
  return Array.from({ length: Math.max(given.length, solved.length) }, (_, line) => line).filter(
    (line) => given[line] !== solved[line],
  )
}

/** Any line that mends it is right, whichever the author had in mind. */
function judge(
  variant: Variant<FaultExercise>,
  { line, text }: { readonly line: number; readonly text: string },
  run: RunCells,
): Verdict {
  const { exercise } = variant
  const lines = linesOf(givenSource(exercise))
  const suspected = lines[line]
  if (suspected === undefined)
    return unreadable('Choose the line that is wrong, and write what should stand there.')
  const isIt = wrongLines(exercise).includes(line)
  const isAsBefore = text.trim() === suspected.trim()
  if (isIt && isAsBefore)
    return { outcome: 'wrong', remarks: [found, { part: 1, right: false, says: richText(NOW_MEND_IT) }] }
  const { verdict } = judgeSource(variant, lines.with(line, text).join('\n'), run)
  if (verdict.outcome === 'passed') return PASSED
  if (!isIt) return innocent(variant, suspected)
  const remarks = verdict.remarks.map((remark) => ({ ...remark, part: 1 }))
  return { ...verdict, remarks: [found, ...remarks] }
}

const NOW_MEND_IT = 'What should stand there instead?'
const found: Remark = { part: 0, right: true, says: richText('This is the line.') }

function innocent({ exercise, experiment }: Variant<FaultExercise>, suspected: string): Verdict {
  const known = exercise.lines.find(({ line }) => line.trim() === suspected.trim())
  const says = textWithFacts(known?.says ?? exercise.otherwise, experiment)
  return { outcome: 'wrong', remarks: [{ part: 0, right: false, says, mistake: suspected.trim() }] }
}
