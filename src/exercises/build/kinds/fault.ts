import { z } from 'astro/zod'
import { common, sentence } from '../schema.ts'
import { buildKind } from './build-kind.ts'
import { expected, whatIsEdited } from './edited-source.ts'

const schema = z.strictObject({
  kind: z.literal('fault'),
  ...common,
  expect: expected,
  lines: z.array(z.strictObject({ line: sentence, says: sentence })).optional(),
  otherwise: sentence,
  attempts: z.array(z.strictObject({ instead: z.string(), refusedBy: sentence })).optional(),
})

export const fault = buildKind<'fault', typeof schema>(
  schema,
  (written, common) => ({
    kind: 'fault',
    ...common,
    ...whatIsEdited(written),
    lines: written.lines ?? [],
    otherwise: written.otherwise,
    attempts: written.attempts ?? [],
  }),
  ({ expect, lines, otherwise }) => [
    otherwise,
    ...expect.map((condition) => condition.otherwise),
    ...lines.map(({ says }) => says),
  ],
)
