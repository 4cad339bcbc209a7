import type { OrderStep } from '#exercises/shared/exercise.ts'
import type { WrittenStep } from './schema.ts'
import { WrittenError } from './written-error.ts'

/**
 * The steps of an order, each with all that must come before it. One that names nothing needs the step above it.
 * @throws WrittenError for a step that needs none of those above it
 */
export function buildSteps(written: readonly WrittenStep[]): OrderStep[] {
  return written.reduce<OrderStep[]>((steps, { text, needs, after }, index) => {
    const above = index === 0 ? [] : [index - 1]
    const needed = after?.map((id) => indexAbove(written, index, id)) ?? above
    const all = new Set(needed.flatMap((each) => [each, ...steps[each]!.after]))
    return [...steps, { text, needs, after: [...all].sort((a, b) => a - b) }]
  }, [])
}

function indexAbove(written: readonly WrittenStep[], index: number, id: string): number {
  const found = written.slice(0, index).findIndex((step) => step.id === id)
  if (found < 0) throw new WrittenError(['steps', index, 'after'], `no step above is called “${id}”`)
  return found
}
