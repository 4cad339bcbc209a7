import type { ArithmeticOperator, Assignment, Expression } from '../1-parse/syntax.ts'
import { spread } from '../1-parse/walk.ts'
import { known, needsDrop, type Type } from '../3-check/types.ts'
import { temporaryOf } from './build-adjustment.ts'
import { arithmetic, scalarOperand } from './build-operator.ts'
import { takenFrom } from './build-value.ts'
import type { MirContext } from './mir-context.ts'
import { DEREF, fieldOf, projected, type Place, type Rvalue } from './mir.ts'

/** The value comes first, then the place. */
export function buildAssignment(context: MirContext, assignment: Assignment): void {
  const { target, value, operator } = assignment
  if (operator !== undefined) return buildCompound(context, { ...assignment, operator })
  if (target.kind === 'underscore')
    return void (isNamed(value) ? mention(context, value) : temporaryOf(context, value))
  if (target.kind === 'tuple') return assignParts(context, target, temporaryOf(context, value))
  const computed = context.constructs.rvalue(context, value)
  // What was there may be a part of the value: it goes when the value is whole.
  const isFirst = !isAtHand(target) || (needsDrop(context.typeOf(target)) && !isWhole(context, computed))
  assignTo(context, target, isFirst ? kept(context, computed, value) : computed, assignment)
}

/** Numbers are added as assignments are made, the value first. With a reference it is a call of `+=`, whose place comes first. */
function buildCompound(context: MirContext, assignment: Assignment & { operator: ArithmeticOperator }): void {
  const { target, value, operator } = assignment
  const isCall = context.finalType(value).kind === 'reference'
  const lent = isCall ? lentForLater(context, target) : undefined
  const right = scalarOperand(context, value)
  const place = lent ?? context.place(target, true)
  const left = { kind: 'copy', place, span: assignment } as const
  const result = arithmetic(context, operator, left, right, context.typeOf(target), assignment)
  context.assign(place, result, assignment)
}

function lentForLater(context: MirContext, target: Expression): Place {
  const place = context.place(target, true)
  const type: Type = { kind: 'reference', mutable: true, target: context.placeType(place) }
  return projected(context.keep({ kind: 'ref', borrow: 'two-phase', place }, type, target), DEREF)
}

/** Nothing is computed to find it. */
function isAtHand(target: Expression): boolean {
  if (target.kind === 'field') return isAtHand(target.object)
  if (target.kind === 'dereference') return isAtHand(target.operand)
  return target.kind === 'variable'
}

/** It lies in a temporary of its own. */
function isWhole({ locals }: MirContext, value: Rvalue): boolean {
  if (value.kind !== 'use' || value.operand.kind === 'constant') return value.kind === 'use'
  const { local, projection } = value.operand.place
  return projection.length === 0 && locals[local]!.variable === undefined
}

/** What is computed to find the place changes the value no more. */
function kept(context: MirContext, value: Rvalue, span: Expression): Rvalue {
  if (value.kind === 'use' && value.operand.kind === 'constant') return value
  const place = context.keep(value, context.finalType(span), span)
  return { kind: 'use', operand: { kind: 'move', place, span } }
}

const isNamed = ({ kind }: Expression) => ['variable', 'field', 'index', 'dereference'].includes(kind)

function mention(context: MirContext, value: Expression): void {
  const place = context.place(value)
  context.push({ kind: 'mention', place, from: value.from, to: value.to })
}

/** What was there before is dropped. */
function assignTo(context: MirContext, target: Expression, value: Rvalue, whole: Expression): void {
  const place = context.place(target, true)
  if (needsDrop(context.typeOf(target))) context.drop(place, whole, true)
  context.assign(place, value, whole)
}

/** `(a, b) = …` part by part. */
function assignParts(context: MirContext, target: Expression, from: Place): void {
  if (target.kind === 'underscore') return
  const type: Type = known(context.placeType(from))
  if (target.kind !== 'tuple' || type.kind !== 'tuple') {
    const operand = takenFrom(from, type, target)
    return assignTo(context, target, { kind: 'use', operand }, target)
  }
  spread(target.elements, type.elements.length).forEach((element, index) => {
    if (element) assignParts(context, element, projected(from, fieldOf(type, index)))
  })
}
