import { readTexts, type PageKind } from './page-kind.ts'

export const predict: PageKind<'predict'> = {
  empty: ({ fields }) => ({ kind: 'predict', texts: fields.map(() => '') }),
  read: ({ texts }, empty) => ({ kind: 'predict', texts: readTexts(texts, empty.texts) }),
  early(_task, fields) {
    const texts = fields.map(({ value }) => value)
    return texts.some((text) => text !== '') ? { kind: 'predict', texts } : undefined
  },
  over: (early, kept) => ({
    kind: 'predict',
    texts: early.texts.map((text, index) => text || (kept.texts[index] ?? '')),
  }),
  about: ({ fields }, part) => (fields.length > 1 ? (fields[part]?.label ?? '') : ''),
  solved: ({ values }, { fields }) => ({
    kind: 'pairs',
    pairs: fields.map(({ label }, index) => ({
      of: [[{ kind: 'text', text: `${label}: the answer` }]],
      is: [[{ kind: 'code', text: values[index] ?? '' }]],
    })),
  }),
}
