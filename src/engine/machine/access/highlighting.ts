import { styleTags, tags } from '@lezer/highlight'

/** What each node of the grammar is to a highlighter; the editor and the build colour by the same tags. */
export const accessHighlighting = styleTags({
  'read write switch pages addresses': tags.keyword,
  'TypeName/Name': tags.typeName,
  'ProcessName/Name': tags.labelName,
  Number: tags.integer,
  Elided: tags.integer,
  Name: tags.variableName,
  'Sign =': tags.operator,
  '[ ]': tags.squareBracket,
  Comment: tags.lineComment,
})
