/** Steps of which some may stand either way round: every right order passes, and every other one names a step too early. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildSteps } from '#exercises/build/kinds/order.ts'
import type { ExerciseKind } from '#exercises/shared/exercise.ts'
import { judgeVariant } from '#exercises/worker/judge.ts'
import { workerKind } from '#exercises/worker/kinds/kinds.ts'
import { makeVariant } from '#exercises/worker/variant.ts'
import { Random } from '#exercises/shared/random.ts'
import { SEED } from '../seed.ts'
import { allExercises, rememberingRun } from './lessons.ts'

const orders = allExercises().flatMap(({ name, exercise }) =>
  exercise.kind === 'order' ? [{ name, exercise }] : [],
)

function permutations(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]]
  return items.flatMap((first) =>
    permutations(items.filter((item) => item !== first)).map((rest) => [first, ...rest]),
  )
}

/** All orders of a few steps; of many, so many as are judged in a moment. */
function ordersOf(count: number): number[][] {
  const places = Array.from({ length: count }, (_, index) => index)
  if (count <= 5) return permutations(places)
  const random = new Random(SEED)
  return [places, ...Array.from({ length: MOST_ORDERS }, () => random.shuffle(places))]
}

const MOST_ORDERS = process.env['PAGEWALK_CLOSELY'] === '1' ? 5000 : 200

describe.each(orders)('$name', ({ exercise }) => {
  const run = rememberingRun()

  test.each([1, 2, 3])('seed %i: an order passes when each step has all before it that it needs', (seed) => {
    const variant = makeVariant(exercise, seed, run)
    if (variant.exercise.kind !== 'order') throw new Error('not an order')
    const { steps } = variant.exercise
    const verdicts = ordersOf(steps.length).map((order) => {
      const isRight = steps.every(({ after }, index) =>
        after.every((needed) => order.indexOf(needed) < order.indexOf(index)),
      )
      const { outcome, remarks } = judgeVariant(variant, { kind: 'order', order }, run)
      expect([order, outcome]).toEqual([order, isRight ? 'passed' : 'wrong'])
      expect(remarks.map(({ mistake }) => mistake)).toEqual(isRight ? [] : [expect.any(String)])
      return isRight
    })
    expect(verdicts).toContain(false)
    const solution = workerKind<ExerciseKind>(variant.exercise.kind).solution(variant)
    expect(judgeVariant(variant, solution as never, run).outcome).toBe('passed')
    const shown = { kind: 'order' as const, order: steps.map((_, index) => index) }
    expect(judgeVariant(variant, shown, run).outcome, 'as it is first shown').toBe('wrong')
  })
})

const step = (id: string, after?: string[]) => ({ text: id, needs: id, id, ...(after ? { after } : {}) })

test('the address that another table changes may be named as soon as CR3 is loaded', () => {
  const found = orders.find(({ exercise }) => exercise.id === 'order-of-a-switch')!
  expect(found.exercise.steps.map(({ after }) => after)).toEqual([[], [0], [0, 1], [0, 1, 2], [0, 1, 2]])
})

test('what a step needs is needed by those that need it', () => {
  const steps = buildSteps([step('a'), step('b', []), step('c', ['a']), step('d', ['b', 'c'])])
  expect(steps.map(({ after }) => after)).toEqual([[], [], [0], [0, 1, 2]])
})

test('a step can need only those above it', () => {
  fc.assert(
    fc.property(fc.string(), (id) => {
      expect(() => buildSteps([step('a'), step('b', [`not ${id}`]), step('c')])).toThrow(/no step above/)
    }),
  )
})
