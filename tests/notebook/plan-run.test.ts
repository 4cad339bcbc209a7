/** Whatever has been edited and whatever the kernel has: exactly what is out of date runs, with what depends on it. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { CellDefinition } from '#notebook/shared/cell.ts'
import { planRun, type Known } from '#notebook/shared/plan-run.ts'
import { cell } from './cells.ts'

interface Lesson {
  readonly cells: readonly CellDefinition[]
  readonly outOfDate: ReadonlySet<string>
  readonly held: ReadonlySet<string>
  readonly asked: readonly string[]
  readonly unseen: string | undefined
}

/** Cells each of which starts from an earlier one or from nothing, and what is known of each. */
const lessons = fc
  .array(
    fc.record({
      after: fc.option(fc.nat(), { freq: 2 }),
      isOutOfDate: fc.boolean(),
      isHeld: fc.boolean(),
      isAsked: fc.boolean(),
      isUnseen: fc.boolean(),
    }),
    { minLength: 1, maxLength: 9 },
  )
  .map((drawn): Lesson => {
    const named = (is: (one: (typeof drawn)[number]) => boolean) =>
      drawn.flatMap((one, index) => (is(one) ? [`c${index}`] : []))
    const cells = drawn.map(({ after }, index) =>
      cell(`c${index}`, '', after === null || index === 0 ? {} : { after: `c${after % index}` }),
    )
    return {
      cells,
      outOfDate: new Set(named(({ isOutOfDate }) => isOutOfDate)),
      held: new Set(named(({ isHeld }) => isHeld)),
      asked: named(({ isAsked }) => isAsked),
      unseen: named(({ isUnseen }) => isUnseen)[0],
    }
  })

const knownOf = ({ outOfDate, held }: Lesson): Known => ({
  isOutOfDate: (id) => outOfDate.has(id),
  isHeld: (id) => held.has(id),
})
const planOf = (lesson: Lesson) => planRun(lesson.cells, lesson.asked, knownOf(lesson), lesson.unseen)

/** The ids from a cell up to what it starts from, itself first. */
function chain(cells: readonly CellDefinition[], id: string): string[] {
  const { after } = cells.find((each) => each.id === id)!
  return after === undefined ? [id] : [id, ...chain(cells, after)]
}

describe('a plan', () => {
  test('wants what was asked for, what that is built on and is out of date, and all that is built on these', () => {
    fc.assert(
      fc.property(lessons, (lesson) => {
        const { cells, asked, outOfDate } = lesson
        const isRoot = (id: string) =>
          asked.includes(id) || (outOfDate.has(id) && asked.some((other) => chain(cells, other).includes(id)))
        const expected = cells.map(({ id }) => id).filter((id) => chain(cells, id).some(isRoot))
        expect([...planOf(lesson).wanted].sort()).toEqual(expected.sort())
      }),
    )
  })

  test('runs each of them, in the lesson’s order, on a machine that is there or is made before', () => {
    fc.assert(
      fc.property(lessons, (lesson) => {
        const { wanted, jobs } = planOf(lesson)
        const ids = jobs.map(({ id }) => id)
        expect(ids).toEqual(lesson.cells.map(({ id }) => id).filter((id) => ids.includes(id)))
        expect(ids).toEqual(expect.arrayContaining([...wanted]))
        jobs.forEach(({ after }, index) => {
          if (after !== undefined && !lesson.held.has(after)) expect(ids.slice(0, index)).toContain(after)
        })
      }),
    )
  })

  test('runs nothing else', () => {
    fc.assert(
      fc.property(lessons, (lesson) => {
        const { wanted, jobs } = planOf(lesson)
        const targets = lesson.unseen === undefined ? [...wanted] : [...wanted, lesson.unseen]
        const needed = targets.flatMap((target) => chain(lesson.cells, target).slice(1))
        for (const { id } of jobs) {
          const isExplained =
            wanted.has(id) || id === lesson.unseen || (needed.includes(id) && !lesson.held.has(id))
          expect(isExplained).toBe(true)
        }
      }),
    )
  })

  it('is empty where nothing is asked for', () => {
    const known = { isOutOfDate: () => true, isHeld: () => false }
    expect(planRun([cell('a', ''), cell('b', '', { after: 'a' })], [], known)).toEqual({
      wanted: new Set(),
      jobs: [],
    })
  })
})
