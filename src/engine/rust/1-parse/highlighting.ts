import { styleTags, tags } from '@lezer/highlight'

const CONTROL = 'if else match while for in loop break continue return'
const DEFINITION = 'fn let struct enum trait impl mod use const static type extern macro_rules'
const MODIFIER = 'mut ref pub unsafe async move dyn raw'
/** `!` styles a node as a whole: the `=` inside of one has a style by itself elsewhere, and would have both. */
const OPERATORS =
  'ArithmeticOperator! AssignmentOperator! RangeOperator! BitOperator! ComparisonOperator! LogicOperator! = -> =>'

/** What each node of the grammar is to a highlighter; the editor and the build colour by the same tags. */
export const rustHighlighting = styleTags({
  [CONTROL]: tags.controlKeyword,
  [DEFINITION]: tags.definitionKeyword,
  [MODIFIER]: tags.modifier,
  as: tags.operatorKeyword,
  'BooleanLiteral/...': tags.bool,
  IntegerLiteral: tags.integer,
  'FloatLiteral DottedLiteral': tags.float,
  'StringLiteral ByteLiteral': tags.string,
  CharacterLiteral: tags.character,
  'TypeName VariantName InferredType': tags.typeName,
  Name: tags.definition(tags.variableName),
  FunctionName: tags.function(tags.definition(tags.variableName)),
  VariableName: tags.variableName,
  'CallExpression/VariableName': tags.function(tags.variableName),
  MacroName: tags.macroName,
  FieldName: tags.propertyName,
  Lifetime: tags.labelName,
  LineComment: tags.lineComment,
  'BlockComment UnterminatedComment': tags.blockComment,
  [OPERATORS]: tags.operator,
  ';': tags.separator,
  ',': tags.separator,
  '{ } StructOpen': tags.brace,
  '( )': tags.paren,
  '[ ]': tags.squareBracket,
})
