import type { ArithmeticOperator, Binary, Expression, IntegerType, Span } from '../1-parse/syntax.ts'
import { BOOL, isScalar, isSigned, isUnsized, known, leastOf, wrap, type Type } from '../3-check/types.ts'
import { bitsOfLiteral } from '../3-check/floats.ts'
import { sizeOf } from '../3-check/type-layout.ts'
import { looked } from './build-adjustment.ts'
import { callTo, constant, unkept } from './build-place.ts'
import type { MirContext } from './mir-context.ts'
import {
  DEREF,
  placeOf,
  projected,
  type AssertMessage,
  type BinaryOperator,
  type LibraryName,
  type Operand,
  type Place,
  type Rvalue,
} from './mir.ts'

const OPERATORS: Readonly<Record<ArithmeticOperator, BinaryOperator>> = {
  '+': 'Add',
  '-': 'Sub',
  '*': 'Mul',
  '/': 'Div',
  '%': 'Rem',
  '<<': 'Shl',
  '>>': 'Shr',
  '&': 'BitAnd',
  '|': 'BitOr',
  '^': 'BitXor',
}

const COMPARISONS: Readonly<Record<string, readonly [BinaryOperator, LibraryName]>> = {
  '==': ['Eq', 'eq'],
  '!=': ['Ne', 'ne'],
  '<': ['Lt', 'lt'],
  '<=': ['Le', 'le'],
  '>': ['Gt', 'gt'],
  '>=': ['Ge', 'ge'],
}

/** A scalar operand, looked at through one reference: `&a + &b` adds what they lead to. */
export function scalarOperand(context: MirContext, expression: Expression): Operand {
  const type = context.finalType(expression)
  const operand = context.operand(expression)
  if (type.kind !== 'reference' || !isScalar(type.target)) return operand
  const place =
    operand.kind === 'constant' ? context.keep({ kind: 'use', operand }, type, expression) : operand.place
  return { kind: 'copy', place: projected(place, DEREF), span: expression }
}

export function buildBinary(context: MirContext, { operator, left, right, ...whole }: Binary): Rvalue {
  const [first, second] = [scalarOperand(context, left), scalarOperand(context, right)]
  return arithmetic(context, operator as ArithmeticOperator, first, second, typeOf(context, first), {
    ...whole,
    operator,
    left,
    right,
  })
}

function typeOf(context: MirContext, operand: Operand): Type {
  return operand.kind === 'constant' ? known(operand.type) : context.placeType(operand.place)
}

/** With rustc's checks before it. */
export function arithmetic(
  context: MirContext,
  operator: ArithmeticOperator,
  left: Operand,
  right: Operand,
  type: Type,
  span: Expression,
): Rvalue {
  const plain = { kind: 'binary', operator: OPERATORS[operator], isChecked: false, left, right } as const
  if (type.kind !== 'integer') return plain
  switch (operator) {
    case '+':
    case '-':
    case '*':
      return checked(context, { ...plain, isChecked: true }, type, span)
    case '/':
    case '%':
      checkDivision(context, plain, type, span)
      return plain
    case '<<':
    case '>>':
      checkShift(context, plain, type, span)
      return plain
    default:
      return plain
  }
}

type BinaryValue = Rvalue & { kind: 'binary' }

/** Operands that are needed again are copied now, and taken afterwards. */
function again(operand: Operand): Operand {
  return operand.kind === 'move' ? { ...operand, kind: 'copy' } : operand
}

function checked(context: MirContext, value: BinaryValue, type: Type, span: Expression): Rvalue {
  const pair = placeOf(context.local({ kind: 'tuple', elements: [type, BOOL] }, span))
  const [left, right] = [again(value.left), again(value.right)]
  context.assign(pair, { ...value, left, right }, span)
  const part = (index: number, partType: Type): Operand => ({
    kind: 'move',
    place: projected(pair, { kind: 'field', index, name: String(index), type: partType }),
    span,
  })
  const message = { kind: 'overflow', operator: value.operator, operands: [left, value.right] } as const
  assertThat(context, part(1, BOOL), false, message, span)
  return { kind: 'use', operand: part(0, type) }
}

function assertThat(
  context: MirContext,
  operand: Operand,
  expected: boolean,
  message: AssertMessage,
  { from, to }: Span,
): void {
  const target = context.block()
  context.end({ kind: 'assert', operand, expected, message, target, from, to }, target)
}

function compared(
  context: MirContext,
  operator: BinaryOperator,
  left: Operand,
  right: Operand,
  span: Expression,
): Operand {
  return unkept(context, { kind: 'binary', operator, isChecked: false, left, right }, BOOL, span)
}

const number = (value: bigint, type: Type) => constant({ kind: 'value', value }, type)

function checkDivision(
  context: MirContext,
  { operator, left, right }: BinaryValue,
  type: Type & { kind: 'integer' },
  span: Expression,
): void {
  const divisor = again(right)
  const isZero = compared(context, 'Eq', divisor, number(0n, type), span)
  const kind = operator === 'Div' ? 'division' : 'remainder'
  assertThat(context, isZero, false, { kind, operands: [again(left)] }, span)
  if (!isSigned(type.name)) return
  const isMinusOne = compared(context, 'Eq', divisor, number(-1n, type), span)
  const isLeast = compared(context, 'Eq', again(left), number(leastOf(type.name), type), span)
  const overflows = compared(context, 'BitAnd', isMinusOne, isLeast, span)
  assertThat(
    context,
    overflows,
    false,
    { kind: 'overflow', operator, operands: [again(left), divisor] },
    span,
  )
}

/** What is shifted by is looked at as an unsigned number: a negative one is too large as well. */
function checkShift(
  context: MirContext,
  { operator, left, right }: BinaryValue,
  type: Type,
  span: Expression,
): void {
  const by = typeOf(context, right)
  if (by.kind !== 'integer') return
  const unsigned: Type = { kind: 'integer', name: by.name.replace(/^i/, 'u') as IntegerType }
  const amount = isSigned(by.name)
    ? unkept(
        context,
        { kind: 'cast', operand: again(right), how: 'IntToInt', type: unsigned },
        unsigned,
        span,
      )
    : again(right)
  const limit = number(BigInt(sizeOf(type) * 8), isSigned(by.name) ? unsigned : by)
  const fits = compared(context, 'Lt', amount, limit, span)
  assertThat(context, fits, true, { kind: 'overflow', operator, operands: [again(left), again(right)] }, span)
}

export function buildNegation(context: MirContext, expression: Expression & { kind: 'negation' }): Rvalue {
  const { operand } = expression
  const type = context.typeOf(expression)
  if (operand.kind === 'integer' && type.kind === 'integer')
    return { kind: 'use', operand: number(wrap(-operand.value, type.name), type) }
  if (operand.kind === 'float' && type.kind === 'float')
    return { kind: 'use', operand: number(bitsOfLiteral(`-${operand.text}`, type.name), type) }
  return negated(context, scalarOperand(context, operand), type, expression)
}

/** With rustc's check before it. */
export function negated(context: MirContext, value: Operand, type: Type, span: Expression): Rvalue {
  if (type.kind === 'integer') {
    const isLeast = compared(context, 'Eq', again(value), number(leastOf(type.name), type), span)
    assertThat(context, isLeast, false, { kind: 'negation', operands: [again(value)] }, span)
  }
  return { kind: 'unary', operator: 'Neg', operand: value }
}

export function buildNot(context: MirContext, { operand }: Expression & { kind: 'not' }): Rvalue {
  return { kind: 'unary', operator: 'Not', operand: scalarOperand(context, operand) }
}

/** Numbers are compared at once, everything else by the library, which takes references. */
export function buildComparison(context: MirContext, expression: Binary): Rvalue {
  const { operator, left, right } = expression
  const [binary, library] = COMPARISONS[operator] ?? ['Eq', 'eq']
  const type = lookedType(context.finalType(left))
  if (isScalar(type) && type.kind !== 'reference' && type.kind !== 'box') {
    const [first, second] = [context.operand(left), context.operand(right)]
    return { kind: 'binary', operator: binary, isChecked: false, left: first, right: second }
  }
  const operands = [left, right].map((each) => lookedAt(context, each))
  const destination = context.temporary(BOOL, expression)
  callTo(context, { kind: 'library', name: library, of: type }, operands, destination, expression)
  return { kind: 'use', operand: { kind: 'move', place: destination, span: expression } }
}

/** What has no size of its own is looked at through a reference that knows it. */
export function lookedType(type: Type): Type {
  return isUnsized(type) ? { kind: 'reference', mutable: false, target: type } : type
}

function lookedPlace(context: MirContext, expression: Expression): Place {
  const place = looked(context, expression)
  const type = context.placeType(place)
  const seen = lookedType(type)
  return seen === type ? place : context.keep({ kind: 'ref', borrow: 'shared', place }, seen, expression)
}

/** A reference to what is only looked at. */
export function lookedAt(context: MirContext, expression: Expression): Operand {
  const place = lookedPlace(context, expression)
  const type: Type = { kind: 'reference', mutable: false, target: context.placeType(place) }
  const reference = context.keep({ kind: 'ref', borrow: 'shared', place }, type, expression)
  return { kind: 'copy', place: reference, span: expression }
}
