/** A thousand seeds of every generator: each variant can be solved, and no diagnosis is ambiguous. */
import { expect, test } from 'vitest'
import { fillAll } from '#exercises/parameters.ts'
import { possibleAnswers } from '#exercises/possible-answers.ts'
import { makeVariant, type Variant } from '#exercises/variant.ts'
import { judgeVariant } from '#exercises/judge.ts'
import { solutionOf } from '#exercises/present.ts'
import { allExercises, rememberingRun } from './lessons.ts'

const SEEDS = 1000

test.each(allExercises())('$name', { timeout: 600_000 }, ({ exercise }) => {
  const run = rememberingRun()
  const seen = new Set<string>()
  for (let seed = 1; seed <= SEEDS; seed++) {
    const variant = makeVariant(exercise, seed, run)
    const key = JSON.stringify([variant.values, itemsOf(variant)])
    if (seen.has(key)) continue
    seen.add(key)
    checkSolvable(variant, run)
    checkUnambiguous(variant)
  }
  expect(seen.size).toBeGreaterThan(1)
})

function itemsOf({ exercise, places }: Variant): unknown {
  return exercise.kind === 'classify' ? exercise.items.map(({ text }) => text) : places
}

function checkSolvable(variant: Variant, run: ReturnType<typeof rememberingRun>): void {
  const solution = solutionOf(variant)
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
