import { z } from 'astro/zod'
import { buildCondition, cellId } from '../build-common.ts'
import { common, refusing, sentence } from '../schema.ts'
import { WrittenError } from '../written-error.ts'
import { buildKind } from './build-kind.ts'

const schema = z.strictObject({
  kind: z.literal('edit'),
  ...common,
  expect: z.array(refusing).min(1),
  attempts: z.array(z.strictObject({ source: z.string(), refusedBy: sentence })).optional(),
})

export const edit = buildKind<'edit', typeof schema>(
  schema,
  (written, common) => ({ kind: 'edit', ...common, ...whatIsEdited(written) }),
  ({ expect }) => expect.map(({ otherwise }) => otherwise),
)

function whatIsEdited(written: z.output<typeof schema>) {
  const given = written.given ?? []
  const [at, ...others] = given.flatMap((cell, index) => (cell.solution === undefined ? [] : [index]))
  if (at === undefined || others.length > 0)
    throw new WrittenError(
      ['given'],
      'exactly one of the cells has a “solution”: the one that the reader changes',
    )
  if (given[at]!.hidden)
    throw new WrittenError(['given', at, 'hidden'], 'the cell that the reader changes must be seen')
  return {
    edited: cellId(given[at]!, at),
    solution: given[at]!.solution!.replace(/\n+$/, ''),
    expect: written.expect.map(buildCondition),
    attempts: (written.attempts ?? []).map(({ source, refusedBy }) => ({
      source: source.replace(/\n+$/, ''),
      refusedBy,
    })),
  }
}
