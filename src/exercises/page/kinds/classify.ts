import { plainText } from '#exercises/shared/rich-text.ts'
import { readTexts, type PageKind } from './page-kind.ts'

export const classify: PageKind<'classify'> = {
  empty: ({ items }) => ({ kind: 'classify', buckets: items.map(() => undefined) }),
  read: ({ buckets }, empty) => ({ kind: 'classify', buckets: readTexts(buckets, empty.buckets) }),
  early({ items, buckets: all }, fields) {
    const chosen = (item: number) => all.find((_, bucket) => fields[item * all.length + bucket]?.checked)?.id
    const buckets = items.map((_, item) => chosen(item))
    return buckets.some((bucket) => bucket !== undefined) ? { kind: 'classify', buckets } : undefined
  },
  over: (early, kept) => ({
    kind: 'classify',
    buckets: early.buckets.map((bucket, index) => bucket ?? kept.buckets[index]),
  }),
  about: ({ items }, part) => plainText(items[part] ?? []),
  solved: (solution, { items, buckets }) => ({
    kind: 'pairs',
    pairs: items.map((item, index) => {
      const label = buckets.find(({ id }) => id === solution.buckets[index])?.label ?? ''
      return { of: item, is: [[{ kind: 'text', text: label }]] }
    }),
  }),
}
