import type { CellDefinition } from '#notebook/shared/cell.ts'
import { firstUnmet } from './conditions.ts'
import type {
  ClassifyExercise,
  EditExercise,
  Exercise,
  OrderExercise,
  OrderStep,
  PredictExercise,
} from '#exercises/shared/exercise.ts'
import type { Experiment, RunCells } from '#exercises/shared/experiment.ts'
import { drawValues, fillAll, valueCount, type Values } from './parameters.ts'
import { possibleAnswers } from './possible-answers.ts'
import { Random } from '#exercises/shared/random.ts'

/** An exercise with everything drawn that its seed draws, and the machine it is about. */
export interface Variant<Kind extends Exercise = Exercise> {
  /** Filled; items and options stand in the order in which the reader sees them. */
  readonly exercise: Kind
  readonly seed: number
  readonly values: Values
  readonly experiment: Experiment
  /** For `order`: at which place of the right order the steps stand that the reader sees first, second, … */
  readonly places: readonly number[]
}

/** No seed of a generator leads anywhere: its author has to widen a parameter, or to give up a mistake. */
class NoVariantError extends Error {
  override name = 'NoVariantError'
}

const MOST_ATTEMPTS = 200

/**
 * The variant of an exercise that a seed stands for. Draws until the variant can be solved and no foreseen wrong
 * answer equals the right one or another foreseen wrong one, so that a diagnosis is never ambiguous.
 * @throws NoVariantError
 */
export function makeVariant(exercise: Exercise, seed: number, run: RunCells): Variant {
  let refusal = ''
  const tried = new Set<string>()
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const random = new Random(seed, attempt)
    const values = drawValues(exercise.parameters, random)
    const key = JSON.stringify(values)
    if (tried.has(key)) continue
    const variant = drawVariant(exercise, seed, values, random, run)
    if (typeof variant !== 'string') return variant
    refusal = variant
    if (exercise.kind !== 'classify') tried.add(key)
  }
  throw new NoVariantError(`exercise “${exercise.id}” has no variant for seed ${seed}: ${refusal}`)
}

/** How many different values the parameters can be given; what is drawn from lists of items counts as well. */
export function variantCount(exercise: Exercise): number {
  const counts = Object.values(exercise.parameters).map(valueCount)
  if (exercise.kind === 'classify' || exercise.kind === 'order') counts.push(2)
  return counts.reduce((product, count) => product * count, 1)
}

/** @returns the variant, or why these values will not do */
function drawVariant(
  exercise: Exercise,
  seed: number,
  values: Values,
  random: Random,
  run: RunCells,
): Variant | string {
  const different = new Set(exercise.distinct.map((name) => values[name]))
  if (different.size < exercise.distinct.length) return `${exercise.distinct.join(' and ')} are equal`
  const filled = fillAll(exercise, values)
  const experiment = run(filled.cells)
  if (experiment.failure) return failureText(experiment.failure)
  const drawn = { seed, values, experiment, places: [] }
  switch (filled.kind) {
    case 'predict':
      return checkPredict({ ...drawn, exercise: withOptionsShuffled(filled, random) })
    case 'edit':
      return checkEdit({ ...drawn, exercise: filled }, run)
    case 'classify':
      return checkClassify({ ...drawn, exercise: withItemsDrawn(filled, random) })
    case 'order':
      return drawOrder({ ...drawn, exercise: filled }, random)
  }
}

function failureText({ cell, diagnostics, message }: NonNullable<Experiment['failure']>): string {
  return `its cell “${cell}” does not run: ${diagnostics[0]?.message ?? message ?? 'it was stopped'}`
}

function withOptionsShuffled(exercise: PredictExercise, random: Random): PredictExercise {
  return { ...exercise, options: random.shuffle(exercise.options) }
}

function checkPredict(variant: Variant<PredictExercise>): Variant | string {
  const { exercise, experiment } = variant
  if (exercise.options.length > 0) {
    const true_ = exercise.options.filter(({ when }) => !firstUnmet(when, experiment))
    return true_.length === 1
      ? variant
      : `${true_.length} of its options come true: ${true_.map(({ text }) => text).join(', ')}`
  }
  for (const question of exercise.questions) {
    const answers = possibleAnswers(question, experiment)
    if (typeof answers === 'string') return answers
  }
  return variant
}

function checkEdit(variant: Variant<EditExercise>, run: RunCells): Variant | string {
  const { exercise, experiment } = variant
  if (!firstUnmet(exercise.expect, experiment, experiment))
    return 'nothing is left to do: the start meets what is expected'
  const solved = run(withSource(exercise, exercise.solution))
  if (solved.failure) return `the solution does not run: ${failureText(solved.failure)}`
  const unmet = firstUnmet(exercise.expect, solved, experiment)
  return unmet === undefined ? variant : `the solution does not meet what is expected of ${unmet.fact}`
}

/** The cells of an edit exercise with the reader's source in the one that they change. */
export function withSource({ cells, edited }: EditExercise, source: string): CellDefinition[] {
  return cells.map((cell) => (cell.id === edited ? { ...cell, source } : cell))
}

function withItemsDrawn(exercise: ClassifyExercise, random: Random): ClassifyExercise {
  return { ...exercise, items: random.shuffle(exercise.items).slice(0, exercise.draw) }
}

function checkClassify(variant: Variant<ClassifyExercise>): Variant | string {
  const buckets = variant.exercise.items.map((_, index) => bucketOf(variant, index))
  const astray = variant.exercise.items.find((_, index) => buckets[index] === undefined)
  if (astray) return `“${astray.text}” belongs to no bucket`
  return new Set(buckets).size > 1 ? variant : 'all its items belong to one bucket'
}

/** The bucket that an item belongs to: the author's, or what the machine says; `none` where it has no such fact. */
export function bucketOf(
  { exercise, experiment }: Variant<ClassifyExercise>,
  index: number,
): string | undefined {
  const item = exercise.items[index]
  const id =
    item?.fact === undefined ? item?.bucket : (experiment.fact(item.fact)?.value.toString() ?? 'none')
  return exercise.buckets.find((bucket) => bucket.id === id)?.id
}

/** Takes some of the steps, and mixes them until they are in no right order. */
function drawOrder(variant: Variant<OrderExercise>, random: Random): Variant | string {
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
export function earlyStep(
  { steps }: Pick<OrderExercise, 'steps'>,
  order: readonly number[],
): number | undefined {
  return order.find((index, position) =>
    steps[index]!.after.some((needed) => order.indexOf(needed) > position),
  )
}
