import { textWithFacts, wholeText } from '../text-with-facts.ts'
import { MOST_ATTEMPTS } from '../attempts.ts'
import type { Variant } from '../variant.ts'
import type { OrderExercise, OrderStep } from '#exercises/shared/exercise.ts'
import type { Random } from '#exercises/shared/random.ts'
import type { Verdict } from '#exercises/shared/verdict.ts'
import { PASSED, unreadable, type WorkerKind } from './worker-kind.ts'

type OrderVariant = Variant<OrderExercise>

export const order: WorkerKind<'order'> = {
  draws: true,
  draw,
  task: ({ exercise: { steps }, experiment }) => ({
    kind: 'order',
    steps: steps.map(({ text }) => wholeText(text, experiment)),
  }),
  solution: ({ places }) => ({ kind: 'order', order: places.map((_, place) => places.indexOf(place)) }),
  judge: (variant, answer) => (answer.kind === 'order' ? judge(variant, answer.order) : undefined),
}

/** Takes some of the steps, and mixes them until they are in no right order. */
function draw(variant: OrderVariant, random: Random): OrderVariant | string {
  const { steps, draw } = variant.exercise
  const all = steps.map((_, index) => index)
  const chosen = random
    .shuffle(all)
    .slice(0, draw)
    .sort((a, b) => a - b)
  const sorted = chosen.map((_, place) => place)
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const places = random.shuffle(sorted)
    const shown = stepsAmong(
      steps,
      places.map((place) => chosen[place]!),
    )
    const exercise = { ...variant.exercise, steps: shown }
    if (earlyStep(exercise, all.slice(0, shown.length)) !== undefined) return { ...variant, exercise, places }
  }
  return 'its steps may stand in any order'
}

/** Some of the steps, which need what they needed as far as it is among them. */
function stepsAmong(steps: readonly OrderStep[], chosen: readonly number[]): OrderStep[] {
  return chosen.map((index) => {
    const step = steps[index]!
    return { ...step, after: step.after.map((needed) => chosen.indexOf(needed)).filter((at) => at >= 0) }
  })
}

/** The first step that stands before one that it needs; undefined where the order is right. */
function earlyStep({ steps }: Pick<OrderExercise, 'steps'>, order: readonly number[]): number | undefined {
  return order.find((index, position) =>
    steps[index]!.after.some((needed) => order.indexOf(needed) > position),
  )
}

/** Finds the first step that comes too early. */
function judge({ exercise, experiment, places }: OrderVariant, order: readonly number[]): Verdict {
  const isWhole = new Set(order).size === places.length && order.every((index) => places[index] !== undefined)
  if (!isWhole) return unreadable('Something is missing from the order. Put every step into it.')
  const early = earlyStep(exercise, order)
  if (early === undefined) return PASSED
  const step = exercise.steps[early]!
  return {
    outcome: 'wrong',
    remarks: [{ part: early, right: false, says: textWithFacts(step.needs, experiment), mistake: step.text }],
  }
}
