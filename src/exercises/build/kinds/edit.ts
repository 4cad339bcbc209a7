import { z } from 'astro/zod'
import { common } from '../schema.ts'
import { buildKind } from './build-kind.ts'
import { attempts, attemptsOf, expected, whatIsEdited } from './edited-source.ts'

const schema = z.strictObject({
  kind: z.literal('edit'),
  ...common,
  expect: expected,
  attempts: attempts.optional(),
})

export const edit = buildKind<'edit', typeof schema>(
  schema,
  (written, common) => ({
    kind: 'edit',
    ...common,
    ...whatIsEdited(written),
    attempts: attemptsOf(written.attempts),
  }),
  ({ expect }) => expect.map(({ otherwise }) => otherwise),
)
