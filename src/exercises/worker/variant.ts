import type { Exercise } from '#exercises/shared/exercise.ts'
import type { Experiment, RunCells } from '#exercises/shared/experiment.ts'
import { drawValues, fillAll, valueCount, type Values } from './parameters.ts'
import { failureText, MOST_ATTEMPTS } from './attempts.ts'
import { workerKind } from './kinds/kinds.ts'
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
    if (!workerKind(exercise.kind).draws) tried.add(key)
  }
  throw new NoVariantError(`exercise “${exercise.id}” has no variant for seed ${seed}: ${refusal}`)
}

/** How many different values the parameters can be given; what is drawn from lists of items counts as well. */
export function variantCount(exercise: Exercise): number {
  const counts = Object.values(exercise.parameters).map(valueCount)
  if (workerKind(exercise.kind).draws) counts.push(2)
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
  const drawn = { seed, values, experiment, places: [], exercise: filled }
  return workerKind(filled.kind).draw(drawn, random, run)
}
