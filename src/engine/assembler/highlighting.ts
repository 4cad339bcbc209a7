import { styleTags, tags } from '@lezer/highlight'

/** What each node of the grammar is to a highlighter; the editor and the build colour by the same tags. */
export const asmHighlighting = styleTags({
  'Mnemonic/... Prefix': tags.keyword,
  'DataName Equ TimesName DirectiveName': tags.definitionKeyword,
  'Size Relative FunctionName': tags.typeName,
  'Register SegmentName': tags.operatorKeyword,
  'Label/... NakedLabel/...': tags.labelName,
  'Symbol/...': tags.variableName,
  Number: tags.number,
  'Preprocessor MacroParameter': tags.macroName,
  String: tags.string,
  Comment: tags.lineComment,
  'Here SectionStart': tags.atom,
  'ArithmeticOperator/... BitOperator/... Comparison/...': tags.operator,
  ',': tags.separator,
  '( )': tags.paren,
  '[ ]': tags.squareBracket,
})
