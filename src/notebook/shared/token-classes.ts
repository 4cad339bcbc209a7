import { tagHighlighter, tags, type Tag } from '@lezer/highlight'

type Rule = { tag: readonly Tag[]; class: string }

const COMMON: readonly Rule[] = [
  { tag: [tags.keyword, tags.bool], class: 'tok-keyword' },
  { tag: [tags.typeName], class: 'tok-type' },
  { tag: [tags.number, tags.atom], class: 'tok-number' },
  { tag: [tags.string, tags.character], class: 'tok-string' },
  { tag: [tags.comment], class: 'tok-comment' },
  { tag: [tags.operator], class: 'tok-operator' },
  { tag: [tags.labelName], class: 'tok-label' },
  { tag: [tags.variableName, tags.macroName], class: 'tok-name' },
]

/** In assembly the first word of a line is the instruction's, and registers are words of the language too. */
const ASSEMBLY: readonly Rule[] = [
  { tag: [tags.keyword], class: 'tok-mnemonic' },
  { tag: [tags.operatorKeyword], class: 'tok-register' },
  { tag: [tags.definitionKeyword], class: 'tok-keyword' },
]

export const COMMON_CLASSES = tagHighlighter([...COMMON])
export const ASSEMBLY_CLASSES = tagHighlighter([...COMMON, ...ASSEMBLY])
