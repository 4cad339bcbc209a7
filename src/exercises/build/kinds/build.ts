import { z } from 'astro/zod'
import { common, identifier, scalar, sentence } from '../schema.ts'
import { buildKind } from './build-kind.ts'
import { attempts, attemptsOf, expected, whatIsEdited } from './edited-source.ts'

const schema = z.strictObject({
  kind: z.literal('build'),
  ...common,
  expect: expected,
  budget: z
    .array(
      z.strictObject({
        fact: sentence,
        cell: identifier.optional(),
        atMost: scalar,
        what: sentence,
        otherwise: sentence,
      }),
    )
    .min(1),
  attempts: attempts.optional(),
})

export const build = buildKind<'build', typeof schema>(
  schema,
  (written, common) => ({
    kind: 'build',
    ...common,
    ...whatIsEdited(written),
    budget: written.budget.map(({ cell, ...rest }) => ({ ...rest, ...(cell === undefined ? {} : { cell }) })),
    attempts: attemptsOf(written.attempts),
  }),
  ({ expect, budget }) => [
    ...[...expect, ...budget].map(({ otherwise }) => otherwise),
    ...budget.map(({ what }) => what),
  ],
)
