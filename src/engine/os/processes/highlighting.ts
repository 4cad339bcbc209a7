import { styleTags, tags } from '@lezer/highlight'

/** What each node of the grammar is to a highlighter; the editor and the build colour by the same tags. */
export const processesHighlighting = styleTags({
  Process: tags.keyword,
  Range: tags.integer,
  Rights: tags.keyword,
  Word: tags.variableName,
  Comment: tags.lineComment,
})
