/** What a student has done of an assignment, and what of it is handed in. */
import { describe, expect, test, vi } from 'vitest'
import { readCourse } from '#exercises/build/course.ts'
import { exerciseResult, resultOf, workPage } from '#exercises/page/assignment-work.ts'
import { ExerciseSession } from '#exercises/page/exercise-session.ts'
import type { ProgressRecord } from '#exercises/page/progress-record.ts'
import { ProgressStore } from '#exercises/page/progress-store.ts'
import { assignedTo, type Assignment } from '#exercises/shared/assignment.ts'
import type { Answer } from '#exercises/shared/exercise.ts'
import type { Presented } from '#exercises/shared/presented.ts'
import { LONGEST_ANSWER, LONGEST_TEXT } from '#exercises/shared/read-answer.ts'
import { readResult, writeResult } from '#exercises/shared/result-file.ts'
import type { Verdict } from '#exercises/shared/verdict.ts'

const course = readCourse()
const ASSIGNMENT: Assignment = {
  course: course.version,
  title: 'Week 3',
  choice: { kind: 'these', exercises: ['compiler-offsets/align-y'] },
  tries: 2,
  hints: true,
  solutions: false,
}
const [EXERCISE] = assignedTo(ASSIGNMENT, 'Ada', course).exercises
const PRESENTED = {
  ...{ id: 'align-y', title: 'Align', seed: EXERCISE!.seed, listings: [], hints: [] },
  task: { kind: 'edit', cell: 'rust-1' },
} as unknown as Presented

/** An exercise of an assignment whose every answer is right. */
function begin() {
  const work = new ProgressStore('test:', () => undefined)
  const judge = vi.fn(() => Promise.resolve<Verdict>({ outcome: 'passed', remarks: [] }))
  const page = workPage(work, () => ({ judge, present: () => Promise.resolve(PRESENTED) }))
  const session = new ExerciseSession('compiler-offsets', PRESENTED, EXERCISE!.exercise.hash, page)
  return { work, judge, session }
}

describe('an answer', () => {
  const long: Answer[] = [
    { kind: 'edit', source: 'x'.repeat(LONGEST_ANSWER + 1) },
    { kind: 'predict', texts: ['1', '0'.repeat(LONGEST_TEXT + 1)] },
  ]
  test.each(long)('that is too long for a result is not judged, and costs no try', async (draft) => {
    const { work, judge, session } = begin()
    session.write(draft)
    await session.check()
    expect(judge).not.toHaveBeenCalled()
    expect(session.now.problem).toContain('too long to be handed in')
    expect(work.get(EXERCISE!.key)?.attempts).toBe(0)
  })

  test('of the greatest length is judged, kept, and handed in', async () => {
    const { work, session } = begin()
    const answer: Answer = { kind: 'edit', source: 'x\n'.repeat(LONGEST_ANSWER / 2) }
    session.write(answer)
    await session.check()
    expect(session.now.problem).toBe('')
    const who = { assignment: ASSIGNMENT, student: 'Ada', course: course.version }
    const result = resultOf(who, [EXERCISE!], work, 1)
    expect(result.exercises[0]).toMatchObject({ answer, tries: 1 })
    expect(readResult(writeResult(result))).toMatchObject({ ok: true, result })
  })
})

test.each([
  '{"kind":"edit","source":"tor',
  '{}',
  JSON.stringify({ kind: 'edit', source: 'x'.repeat(20_001) }),
])('a kept answer that cannot be read any more is none, and stops nothing: %.30s', (draft) => {
  const record: ProgressRecord = {
    ...{ state: 'passed', hash: EXERCISE!.exercise.hash, attempts: 3, seed: EXERCISE!.seed },
    ...{ hints: 1, seen: false, draft: '', at: 9 },
    right: { seed: EXERCISE!.seed, draft, at: 8, tries: 2 },
  }
  const result = exerciseResult(EXERCISE!, record)
  expect(result).toMatchObject({ tries: 3, hints: 1, seen: false })
  expect(result).not.toHaveProperty('answer')
  expect(result).not.toHaveProperty('passed')
})
