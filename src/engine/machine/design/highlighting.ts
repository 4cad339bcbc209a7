import { styleTags, tags } from '@lezer/highlight'

/** What each node of the grammar is to a highlighter; the editor and the build colour by the same tags. */
export const machineHighlighting = styleTags({
  'Key/Word': tags.keyword,
  Number: tags.integer,
  Word: tags.variableName,
  Comment: tags.lineComment,
})
