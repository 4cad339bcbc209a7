import type { Binary, Expression, If, Span } from '../1-parse/syntax.ts'
import { BOOL } from '../3-check/types.ts'
import { constant } from './build-place.ts'
import type { MirContext } from './mir-context.ts'
import { placeOf, type Operand, type Place } from './mir.ts'

/** Where a decision leads. */
export interface Ways {
  readonly then: number
  readonly otherwise: number
}

/** What was made to decide is given back before either way is taken. */
export function branch(context: MirContext, condition: Expression): Ways {
  if (condition.kind === 'binary' && (condition.operator === '&&' || condition.operator === '||'))
    return logicalBranch(context, condition)
  if (
    condition.kind === 'not' &&
    context.typeOf(condition).kind === 'bool' &&
    context.finalType(condition.operand).kind === 'bool'
  ) {
    const { then, otherwise } = branch(context, condition.operand)
    return { then: otherwise, otherwise: then }
  }
  const decided = placeOf(context.local(BOOL, condition))
  context.inTemporaries(condition, () => context.into(condition, decided))
  return switchOn(context, { kind: 'move', place: decided, span: condition }, condition)
}

export function switchOn(context: MirContext, operand: Operand, { from, to }: Span): Ways {
  const [then, otherwise] = [context.block(), context.block()]
  context.end({ kind: 'switch', operand, targets: [[0n, otherwise]], otherwise: then, from, to })
  return { then, otherwise }
}

/** The second part is looked at only if the first leaves something to decide. */
function logicalBranch(context: MirContext, { operator, left, right }: Binary): Ways {
  const first = branch(context, left)
  const [goesOn, decided] = operator === '&&' ? [first.then, first.otherwise] : [first.otherwise, first.then]
  context.continueIn(goesOn)
  const second = branch(context, right)
  context.continueIn(operator === '&&' ? second.otherwise : second.then)
  context.goTo(decided, right)
  return operator === '&&'
    ? { then: second.then, otherwise: decided }
    : { then: decided, otherwise: second.otherwise }
}

/** `a && b` where its value is asked for. */
export function buildLogic(context: MirContext, expression: Binary, target: Place): void {
  const { then, otherwise } = branch(context, expression)
  const end = context.block()
  for (const [block, value] of [
    [then, 1n],
    [otherwise, 0n],
  ] as const) {
    context.continueIn(block)
    context.assign(target, { kind: 'use', operand: constant({ kind: 'value', value }, BOOL) }, expression)
    context.goTo(end, expression)
  }
  context.continueIn(end)
}

export function buildIf(context: MirContext, expression: If, target: Place): void {
  const ways = branch(context, expression.condition)
  const end = context.block()
  const way = (block: number, value: Expression | undefined) => {
    context.continueIn(block)
    if (value) context.inTemporaries(value, () => context.into(value, target))
    else assignUnit(context, target, expression)
    context.goTo(end, expression)
  }
  way(ways.then, expression.then)
  way(ways.otherwise, expression.otherwise)
  context.continueIn(end)
}

export function assignUnit(context: MirContext, target: Place, span: Span): void {
  const type = context.placeType(target)
  if (type.kind === 'tuple' && type.elements.length === 0)
    context.assign(target, { kind: 'use', operand: constant({ kind: 'value', value: [] }, type) }, span)
}
