import { z } from 'astro/zod'
import { describeFact } from '#exercises/worker/describe-fact.ts'
import { fill, firstValues } from '#exercises/worker/parameters.ts'
import type { Parameters, Question } from '#exercises/shared/exercise.ts'
import { buildCondition } from '../build-common.ts'
import { common, condition, foreseen, mistakes, question, sentence } from '../schema.ts'
import { buildKind } from './build-kind.ts'

const schema = z
  .strictObject({
    kind: z.literal('predict'),
    ...common,
    ask: z.union([sentence, z.array(question).min(1)]).optional(),
    label: sentence.optional(),
    mistakes: mistakes.optional(),
    foreseen: foreseen.optional(),
    options: z
      .array(z.strictObject({ text: sentence, when: z.array(condition).min(1), otherwise: sentence }))
      .min(2)
      .optional(),
  })
  .refine(({ ask, options }) => (ask === undefined) !== (options === undefined), {
    error: 'a prediction has either “ask”, a fact, or “options”, outcomes to choose from',
  })

export const predict = buildKind<'predict', typeof schema>(
  schema,
  (written, common) => ({
    kind: 'predict',
    ...common,
    questions: questionsOf(written, common.parameters),
    options: (written.options ?? []).map((option) => ({ ...option, when: option.when.map(buildCondition) })),
  }),
  ({ options }) => options.flatMap(({ text, otherwise }) => [text, otherwise]),
)

function questionsOf(written: z.output<typeof schema>, parameters: Parameters): Question[] {
  if (written.ask === undefined) return []
  const single = { label: written.label, mistakes: written.mistakes, foreseen: written.foreseen }
  const asked = typeof written.ask === 'string' ? [{ fact: written.ask, ...single }] : written.ask
  return asked.map(({ fact, label, mistakes, foreseen }) => {
    const described = describeFact(fill(fact, firstValues(parameters)))
    return {
      fact,
      label: label ?? described.label,
      mistakes: mistakes ?? described.mistakes,
      foreseen: (foreseen ?? []).map(({ fact, cell, says }) => ({
        fact,
        says,
        ...(cell === undefined ? {} : { cell }),
      })),
    }
  })
}
