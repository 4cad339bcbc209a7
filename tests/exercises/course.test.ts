/** The course's own exercises: each can be solved, and each foreseen mistake is met with its diagnosis. */
import { describe, expect, test } from 'vitest'
import type { Answer, BuildExercise, Exercise, FaultExercise, OrderStep } from '#exercises/shared/exercise.ts'
import { judge } from '#exercises/worker/judge.ts'
import { possibleAnswers } from '#exercises/worker/possible-answers.ts'
import { present } from '#exercises/worker/present.ts'
import type { Presented, Solution } from '#exercises/shared/presented.ts'
import { makeVariant, variantCount } from '#exercises/worker/variant.ts'
import { allExercises, allSheets, rememberingRun } from './lessons.ts'

const SEEDS = [1, 2, 3, 40, 500]

function answerOf(solution: Solution): Answer {
  return solution.kind === 'predict' ? { kind: 'predict', texts: solution.values } : solution
}

describe('every lesson', () => {
  test.each(allSheets())('$folder has at least four exercises of at least two kinds', ({ sheet }) => {
    expect(sheet.exercises.length).toBeGreaterThanOrEqual(4)
    expect(new Set(sheet.exercises.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(2)
  })

  test('the complete example and the summary close with a mixed set of ten', () => {
    const mixed = allSheets().filter(({ sheet }) => sheet.mixed !== undefined)
    expect(mixed.map(({ folder, sheet }) => [folder, sheet.mixed])).toEqual([
      ['09-complete-example', 10],
      ['10-summary', 10],
    ])
  })
})

describe.each(allExercises())('$name', ({ exercise }) => {
  const run = rememberingRun()

  test('has other variants', () => {
    expect(variantCount(exercise)).toBeGreaterThan(1)
  })

  test.each(SEEDS)('passes with its solution, seed %i', (seed) => {
    const { solution } = present(exercise, seed, run)
    expect(judge(exercise, seed, answerOf(solution), run)).toMatchObject({ outcome: 'passed' })
  })

  test.each(SEEDS)('is the same again for seed %i', (seed) => {
    expect(present(exercise, seed, run)).toEqual(present(exercise, seed, run))
  })

  test.each(SEEDS)('answers each foreseen mistake, seed %i', (seed) => {
    const mistakes = foreseenMistakes(exercise, seed, run)
    for (const { answer, part, mistake } of mistakes) {
      const verdict = judge(exercise, seed, answer, run)
      expect(verdict.outcome).toBe('wrong')
      const remark = verdict.remarks.find((candidate) => candidate.part === part)
      expect(remark?.mistake).toBe(mistake)
      expect(remark?.says.length).toBeGreaterThan(0)
    }
  })
})

interface Foreseen {
  readonly answer: Answer
  readonly part: number
  readonly mistake: string
}

/** Every wrong answer that the author has declared, with the diagnosis it must get. */
function foreseenMistakes(
  exercise: Exercise,
  seed: number,
  run: ReturnType<typeof rememberingRun>,
): Foreseen[] {
  const variant = makeVariant(exercise, seed, run)
  const presented = present(exercise, seed, run)
  const drawn = variant.exercise
  switch (drawn.kind) {
    case 'predict':
      return drawn.options.length > 0
        ? wrongOptions(presented, drawn.options)
        : drawn.questions.flatMap((question, part) => {
            const answers = possibleAnswers(question, variant.experiment)
            if (typeof answers === 'string') throw new Error(answers)
            const { byteCount } = answers.right
            return answers.mistakes.flatMap(({ name, values }) =>
              values.map((value) => ({
                answer: withText(presented, part, textOf(value, byteCount)),
                part,
                mistake: name,
              })),
            )
          })
    case 'build':
    case 'edit':
      return [
        ...drawn.attempts.map(({ source, refusedBy }) => ({
          answer: { kind: drawn.kind, source } as const,
          part: drawn.kind === 'build' ? partOfBudget(drawn, refusedBy) : 0,
          mistake: refusedBy,
        })),
      ]
    case 'fault':
      return wrongLines(presented, drawn)
    case 'classify':
      return wrongBuckets(presented, drawn.items)
    case 'order':
      return wrongOrders(presented, drawn.steps)
  }
}

/** Which part of a budget a fact is about; the first is where the state itself is spoken of, too. */
function partOfBudget({ budget }: BuildExercise, fact: string): number {
  return Math.max(
    0,
    budget.findIndex((part) => part.fact === fact),
  )
}

/** Every other line that does not mend it, and what was foreseen in the place of the wrong one. */
function wrongLines({ task, solution }: Presented, { attempts, lines }: FaultExercise): Foreseen[] {
  if (task.kind !== 'fault' || solution.kind !== 'fault') throw new Error('not a fault')
  for (const { line } of lines) expect(task.lines.map((each) => each.trim())).toContain(line.trim())
  const innocent = task.lines.flatMap((text, line) =>
    line === solution.line
      ? []
      : [{ answer: { kind: 'fault', line, text } as const, part: 0, mistake: text.trim() }],
  )
  const badlyMended = attempts.map(({ instead, refusedBy }) => ({
    answer: { kind: 'fault', line: solution.line, text: instead } as const,
    ...{ part: 1, mistake: refusedBy },
  }))
  return [...innocent, ...badlyMended]
}

function textOf(value: bigint, byteCount: number | undefined): string {
  if (byteCount !== undefined) return value.toString(16).padStart(2 * byteCount, '0')
  return value < 0n ? value.toString() : '0x' + value.toString(16)
}

function withText({ solution }: Presented, part: number, text: string): Answer {
  if (solution.kind !== 'predict') throw new Error('not a prediction')
  return { kind: 'predict', texts: solution.values.map((right, index) => (index === part ? text : right)) }
}

function wrongOptions({ solution }: Presented, options: readonly { readonly text: string }[]): Foreseen[] {
  const right = solution.kind === 'choose' ? solution.option : -1
  return options.flatMap(({ text }, option) =>
    option === right ? [] : [{ answer: { kind: 'choose', option } as const, part: option, mistake: text }],
  )
}

function wrongBuckets(
  { solution, task }: Presented,
  items: readonly { readonly text: string }[],
): Foreseen[] {
  if (solution.kind !== 'classify' || task.kind !== 'classify') throw new Error('not a classification')
  return items.flatMap(({ text }, part) =>
    task.buckets
      .filter(({ id }) => id !== solution.buckets[part])
      .map(({ id }) => ({
        answer: {
          kind: 'classify' as const,
          buckets: solution.buckets.map((right, index) => (index === part ? id : right)),
        },
        part,
        mistake: text,
      })),
  )
}

/** Each pair of neighbours exchanged of which one needs the other: the one that has come too early is named. */
function wrongOrders({ solution }: Presented, steps: readonly OrderStep[]): Foreseen[] {
  if (solution.kind !== 'order') throw new Error('not an order')
  return solution.order.slice(1).flatMap((early, index) => {
    if (!steps[early]!.after.includes(solution.order[index]!)) return []
    const order = [...solution.order]
    ;[order[index], order[index + 1]] = [early, order[index]!]
    return [{ answer: { kind: 'order' as const, order }, part: early, mistake: steps[early]!.text }]
  })
}

test('what a register holds may be written as a number below zero, in any base', () => {
  const { exercise } = allExercises().find(({ name }) => name === '10-summary: sign')!
  const run = rememberingRun()
  const { solution } = present(exercise, 1, run)
  if (solution.kind !== 'predict') throw new Error('not a prediction')
  const signed = BigInt.asIntN(64, BigInt(solution.values[0]!.replaceAll('_', '')))
  expect(signed).toBeLessThan(0n)
  for (const text of [`${signed}`, `-0x${(-signed).toString(16)}`])
    expect(judge(exercise, 1, { kind: 'predict', texts: [text] }, run).outcome).toBe('passed')
  const other = judge(exercise, 1, { kind: 'predict', texts: [`${signed - 1n}`] }, run)
  expect(other.outcome).toBe('wrong')
})
