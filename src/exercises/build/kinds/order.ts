import { z } from 'astro/zod'
import type { OrderStep } from '#exercises/shared/exercise.ts'
import { common, identifier, sentence } from '../schema.ts'
import { WrittenError } from '../written-error.ts'
import { buildKind } from './build-kind.ts'

const schema = z.strictObject({
  kind: z.literal('order'),
  ...common,
  steps: z
    .array(
      z.strictObject({
        text: sentence,
        needs: sentence,
        id: identifier.optional(),
        /** Ids of the steps that it needs; without it, it needs the one above. */
        after: z.array(identifier).optional(),
      }),
    )
    .min(3),
  draw: z.number().int().min(3).optional(),
})

type WrittenSteps = z.output<typeof schema>['steps']

export const order = buildKind<'order', typeof schema>(
  schema,
  ({ steps, draw }, common) => ({
    kind: 'order',
    ...common,
    steps: buildSteps(steps),
    draw: draw ?? steps.length,
  }),
  ({ steps }) => steps.flatMap(({ text, needs }) => [text, needs]),
)

/**
 * The steps of an order, each with all that must come before it. One that names nothing needs the step above it.
 * @throws WrittenError for a step that needs none of those above it
 */
export function buildSteps(written: WrittenSteps): OrderStep[] {
  return written.reduce<OrderStep[]>((steps, { text, needs, after }, index) => {
    const above = index === 0 ? [] : [index - 1]
    const needed = after?.map((id) => indexAbove(written, index, id)) ?? above
    const all = new Set(needed.flatMap((each) => [each, ...steps[each]!.after]))
    return [...steps, { text, needs, after: [...all].sort((a, b) => a - b) }]
  }, [])
}

function indexAbove(written: WrittenSteps, index: number, id: string): number {
  const found = written.slice(0, index).findIndex((step) => step.id === id)
  if (found < 0) throw new WrittenError(['steps', index, 'after'], `no step above is called “${id}”`)
  return found
}
