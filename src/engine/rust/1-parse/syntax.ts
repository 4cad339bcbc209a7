/**
 * The syntax tree: what the reader wrote, without spaces, comments and parentheses.
 * Later phases add to it by maps from its nodes; they never change it.
 */

/** Where in the source: UTF-16 offsets, half-open. */
export interface Span {
  readonly from: number
  readonly to: number
}

export const INTEGER_TYPES = ['u8', 'u16', 'u32', 'u64', 'usize', 'i8', 'i16', 'i32', 'i64', 'isize'] as const
export type IntegerType = (typeof INTEGER_TYPES)[number]

export interface Program {
  readonly functions: readonly FunctionItem[]
}

export interface Name extends Span {
  readonly text: string
}

export interface FunctionItem extends Span {
  readonly kind: 'function'
  readonly name: Name
  /** `fn example()`, without the body. */
  readonly signature: Span
  readonly statements: readonly Statement[]
  readonly closingBrace: Span
}

export type Statement = LetStatement | ExpressionStatement

export interface LetStatement extends Span {
  readonly kind: 'let'
  readonly name: Name
  readonly mutable: boolean
  /** As written; absent when left out or written `_`. */
  readonly type: Name | undefined
  readonly value: Expression | undefined
}

export interface ExpressionStatement extends Span {
  readonly kind: 'expression'
  readonly expression: Expression
  /** The last expression of a body, without `;`: the value of the function. */
  readonly isTail: boolean
}

export type Expression =
  IntegerLiteral | BooleanLiteral | CharacterLiteral | Variable | Negation | Binary | Assignment | Call

export interface IntegerLiteral extends Span {
  readonly kind: 'integer'
  readonly value: bigint
  readonly suffix: IntegerType | undefined
}

interface BooleanLiteral extends Span {
  readonly kind: 'boolean'
  readonly value: boolean
}

interface CharacterLiteral extends Span {
  readonly kind: 'character'
  readonly codePoint: number
}

export interface Variable extends Span {
  readonly kind: 'variable'
  readonly name: string
}

export interface Negation extends Span {
  readonly kind: 'negation'
  readonly operand: Expression
}

export type ArithmeticOperator = '+' | '-' | '*'

export interface Binary extends Span {
  readonly kind: 'binary'
  readonly operator: ArithmeticOperator
  readonly operatorSpan: Span
  readonly left: Expression
  readonly right: Expression
}

/** `target = value`, or with an operator `target += value`. */
export interface Assignment extends Span {
  readonly kind: 'assignment'
  readonly operator: ArithmeticOperator | undefined
  readonly operatorSpan: Span
  readonly target: Expression
  readonly value: Expression
}

export interface Call extends Span {
  readonly kind: 'call'
  readonly callee: Expression
  readonly arguments: readonly Expression[]
}
