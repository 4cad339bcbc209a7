import type { Answer } from '#exercises/shared/exercise.ts'
import type { Presented } from '#exercises/shared/presented.ts'

/** An answer as it stands, whether or not it is complete. */
export type Draft =
  | Exclude<Answer, { kind: 'classify' }>
  | { readonly kind: 'classify'; readonly buckets: readonly (string | undefined)[] }

/** What stands there before the reader has done anything. */
export function emptyDraft({ task, listings }: Presented): Draft {
  switch (task.kind) {
    case 'predict':
      return { kind: 'predict', texts: task.fields.map(() => '') }
    case 'choose':
      return { kind: 'choose', option: -1 }
    case 'edit':
      return { kind: 'edit', source: listings.find(({ id }) => id === task.cell)?.source ?? '' }
    case 'classify':
      return { kind: 'classify', buckets: task.items.map(() => undefined) }
    case 'order':
      return { kind: 'order', order: task.steps.map((_, index) => index) }
  }
}

/**
 * What a reader has put into an exercise before its scripts came; undefined where that is nothing.
 * @param page where its fields are, as they were built
 */
export function earlyDraft(page: ParentNode, presented: Presented): Draft | undefined {
  const { task } = presented
  const inputs = [...page.querySelectorAll('input')]
  switch (task.kind) {
    case 'predict': {
      const texts = inputs.map(({ value }) => value)
      return texts.some((text) => text !== '') ? { kind: 'predict', texts } : undefined
    }
    case 'choose': {
      const option = inputs.findIndex(({ checked }) => checked)
      return option < 0 ? undefined : { kind: 'choose', option }
    }
    case 'classify': {
      const chosen = (item: number) =>
        task.buckets.find((_, bucket) => inputs[item * task.buckets.length + bucket]?.checked)?.id
      const buckets = task.items.map((_, item) => chosen(item))
      return buckets.some((bucket) => bucket !== undefined) ? { kind: 'classify', buckets } : undefined
    }
    // Nothing can be moved or edited without scripts.
    case 'order':
    case 'edit':
      return undefined
  }
}

/** What was put in early, over what was kept of an earlier visit. */
export function withEarly(kept: Draft, early: Draft): Draft {
  if (kept.kind === 'predict' && early.kind === 'predict')
    return { kind: 'predict', texts: early.texts.map((text, index) => text || (kept.texts[index] ?? '')) }
  if (kept.kind === 'classify' && early.kind === 'classify')
    return { kind: 'classify', buckets: early.buckets.map((bucket, index) => bucket ?? kept.buckets[index]) }
  return early
}

/** The draft in a text that was stored; the empty one where that does not fit the variant. */
export function readDraft(presented: Presented, text: string): Draft {
  const empty = emptyDraft(presented)
  const stored = parse(text)
  if (typeof stored !== 'object' || stored === null) return empty
  const fields = stored as Record<string, unknown>
  if (fields['kind'] !== empty.kind) return empty
  switch (empty.kind) {
    case 'predict':
      return { kind: 'predict', texts: readList(fields['texts'], empty.texts, isString) }
    case 'choose':
      return { kind: 'choose', option: typeof fields['option'] === 'number' ? fields['option'] : -1 }
    case 'edit':
      return { kind: 'edit', source: isString(fields['source']) ? fields['source'] : empty.source }
    case 'classify':
      return { kind: 'classify', buckets: readList(fields['buckets'], empty.buckets, isString) }
    case 'order':
      return { kind: 'order', order: readOrder(fields['order'], empty.order) }
  }
}

const isString = (value: unknown): value is string => typeof value === 'string'

function readList<Item>(
  stored: unknown,
  empty: readonly Item[],
  isItem: (value: unknown) => boolean,
): Item[] {
  const list: unknown[] = Array.isArray(stored) ? stored : []
  return empty.map((item, index) => (isItem(list[index]) ? (list[index] as Item) : item))
}

/** Every step exactly once, or it is no order. */
function readOrder(stored: unknown, empty: readonly number[]): readonly number[] {
  const list: unknown[] = Array.isArray(stored) ? stored : []
  return list.length === empty.length && empty.every((index) => list.includes(index))
    ? (list as number[])
    : empty
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
