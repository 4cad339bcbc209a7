/**
 * A thousand seeds of every generator: each variant can be solved, and no diagnosis is ambiguous. An ordinary run takes
 * every thirty-second of them, others with each seed of the tests; with PAGEWALK_CLOSELY=1, all.
 */
import { expect, test } from 'vitest'
import type { Exercise } from '#exercises/shared/exercise.ts'
import { drawValues, fillAll } from '#exercises/worker/parameters.ts'
import { possibleAnswers } from '#exercises/worker/possible-answers.ts'
import { Random } from '#exercises/shared/random.ts'
import { makeVariant, type Variant } from '#exercises/worker/variant.ts'
import { judgeVariant } from '#exercises/worker/judge.ts'
import { workerKind } from '#exercises/worker/kinds/kinds.ts'
import { SEED } from '../seed.ts'
import { allExercises, rememberingRun } from './lessons.ts'

const SEEDS = 1000
const SHARES = process.env['PAGEWALK_CLOSELY'] === '1' ? 1 : 32

test.each(allExercises())('$name', ({ exercise }) => {
  const run = rememberingRun()
  const seen = new Set<string>()
  for (const seed of seedsByValues(exercise)) {
    const variant = makeVariant(exercise, seed, run)
    const key = JSON.stringify([variant.values, itemsOf(variant)])
    if (seen.has(key)) continue
    seen.add(key)
    checkSolvable(variant, run)
    checkUnambiguous(variant)
  }
  expect(seen.size).toBeGreaterThan(1)
})

/** Seeds that first draw the same values stand together, so that each set of sources runs once. */
function seedsByValues({ parameters }: Exercise): number[] {
  const drawn = (seed: number) => JSON.stringify(drawValues(parameters, new Random(seed, 0)))
  const seeds = Array.from({ length: SEEDS }, (_, at) => ({ seed: at + 1, values: drawn(at + 1) }))
  return seeds
    .filter(({ seed }) => seed % SHARES === SEED % SHARES)
    .sort((a, b) => (a.values < b.values ? -1 : Number(a.values > b.values)))
    .map(({ seed }) => seed)
}

function itemsOf({ exercise, places }: Variant): unknown {
  return exercise.kind === 'classify' ? exercise.items.map(({ text }) => text) : places
}

function checkSolvable(variant: Variant, run: ReturnType<typeof rememberingRun>): void {
  const solution = workerKind(variant.exercise.kind).solution(variant)
  const answer =
    solution.kind === 'predict' ? ({ kind: 'predict', texts: solution.values } as const) : solution
  expect(judgeVariant(variant, answer, run).outcome).toBe('passed')
}

function checkUnambiguous({ exercise, experiment, values }: Variant): void {
  expect(JSON.stringify(fillAll(exercise, values))).not.toMatch(/\$\{/)
  if (exercise.kind !== 'predict') return
  for (const question of exercise.questions) {
    const answers = possibleAnswers(question, experiment)
    if (typeof answers === 'string') throw new Error(answers)
    const all = [answers.right.value, ...answers.mistakes.flatMap((mistake) => mistake.values)]
    expect(new Set(all).size).toBe(all.length)
  }
}
