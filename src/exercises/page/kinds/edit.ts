import { isString, type PageKind } from './page-kind.ts'

/** Nothing can be edited before scripts have come. */
export const edit: PageKind<'edit'> = {
  empty: ({ cell }, listings) => ({
    kind: 'edit',
    source: listings.find(({ id }) => id === cell)?.source ?? '',
  }),
  read: ({ source }, empty) => ({ kind: 'edit', source: isString(source) ? source : empty.source }),
  solved({ source, colours }, { cell }, listings) {
    const language = listings.find(({ id }) => id === cell)?.language
    return language && { kind: 'source', listing: { source, colours, language } }
  },
}
