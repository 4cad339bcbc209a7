import { z } from 'astro/zod'
import { common, scalar, sentence } from '../schema.ts'
import { WrittenError } from '../written-error.ts'
import { buildKind } from './build-kind.ts'

const schema = z.strictObject({
  kind: z.literal('classify'),
  ...common,
  buckets: z
    .record(z.string(), sentence)
    .refine((all) => Object.keys(all).length > 1, { error: 'one bucket is no choice' }),
  items: z
    .array(
      z
        .strictObject({
          text: sentence,
          bucket: scalar.optional(),
          fact: sentence.optional(),
          otherwise: sentence,
          instead: z.record(z.string(), sentence).optional(),
        })
        .refine(({ bucket, fact }) => (bucket === undefined) !== (fact === undefined), {
          error: 'an item has either a “bucket” or a “fact” whose value is the bucket’s name',
        }),
    )
    .min(2),
  draw: z.number().int().min(2).optional(),
})

export const classify = buildKind<'classify', typeof schema>(
  schema,
  (written, common) => ({ kind: 'classify', ...common, ...whatIsSorted(written) }),
  ({ items }) => items.flatMap(({ text, otherwise }) => [text, otherwise]),
)

function whatIsSorted(written: z.output<typeof schema>) {
  const buckets = Object.entries(written.buckets).map(([id, label]) => ({ id, label }))
  const known = (id: string | undefined) => id === undefined || buckets.some((bucket) => bucket.id === id)
  written.items.forEach(({ bucket, instead }, index) => {
    const unknown = [bucket, ...Object.keys(instead ?? {})].find((id) => !known(id))
    if (unknown !== undefined) throw new WrittenError(['items', index], `there is no bucket “${unknown}”`)
  })
  const items = written.items.map(({ text, bucket, fact, otherwise, instead }) => ({
    text,
    ...(bucket === undefined ? {} : { bucket }),
    ...(fact === undefined ? {} : { fact }),
    otherwise,
    instead: instead ?? {},
  }))
  return { buckets, items, draw: written.draw ?? items.length }
}
