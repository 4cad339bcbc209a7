import { styleTags, tags } from '@lezer/highlight'

/** What each node of the grammar is to a highlighter; the editor and the build colour by the same tags. */
export const pagesHighlighting = styleTags({
  Number: tags.integer,
  Elided: tags.integer,
  Arrow: tags.operator,
  Word: tags.keyword,
  Comment: tags.lineComment,
})
