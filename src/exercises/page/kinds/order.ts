import { plainText } from '#exercises/shared/rich-text.ts'
import type { PageKind } from './page-kind.ts'

/** Nothing can be moved before scripts have come. */
export const order: PageKind<'order'> = {
  empty: ({ steps }) => ({ kind: 'order', order: steps.map((_, index) => index) }),
  read: ({ order }, empty) => ({ kind: 'order', order: readOrder(order, empty.order) }),
  about: ({ steps }, part) => plainText(steps[part] ?? []),
  solved: ({ order }, { steps }) => ({ kind: 'list', items: order.map((step) => steps[step] ?? []) }),
}

/** Every step exactly once, or it is no order. */
function readOrder(stored: unknown, empty: readonly number[]): readonly number[] {
  const list: unknown[] = Array.isArray(stored) ? stored : []
  return list.length === empty.length && empty.every((index) => list.includes(index))
    ? (list as number[])
    : empty
}
