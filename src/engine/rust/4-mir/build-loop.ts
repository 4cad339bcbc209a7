import type { BlockExpression, Break, Continue, Expression, For, Loop, While } from '../1-parse/syntax.ts'
import { BOOL, UNIT } from '../3-check/types.ts'
import { assignUnit, branch, switchOn } from './build-choice.ts'
import { callTo, unkept } from './build-place.ts'
import type { MirContext } from './mir-context.ts'
import { placeOf, type Operand, type Place } from './mir.ts'

export function buildLoop(context: MirContext, loop: Loop | While, target: Place): void {
  const [again, end] = [context.block(), context.block()]
  context.goTo(again, loop)
  context.exits.set(loop, { onBreak: end, onContinue: again, result: target, depth: context.depth })
  context.continueIn(again)
  if (loop.kind === 'while') {
    const { then, otherwise } = branch(context, loop.condition)
    context.continueIn(otherwise)
    assignUnit(context, target, loop)
    context.goTo(end, loop)
    context.continueIn(then)
  }
  round(context, loop.body)
  context.goTo(again, loop)
  context.continueIn(end)
}

function round(context: MirContext, body: BlockExpression): void {
  context.inTemporaries(body, () => context.into(body, placeOf(context.local(UNIT, body))))
}

/** Counts from the first to the last. The variable is a copy, so that changing it does not change the count. */
export function buildFor(context: MirContext, loop: For, target: Place): void {
  const { iterated, pattern } = loop
  if (iterated.kind !== 'range' || !iterated.start || !iterated.end)
    throw new Error('a for over something else')
  const type = context.finalType(iterated.start)
  const { isInclusive } = iterated
  context.inTemporaries(loop, () => {
    const keep = (each: Expression) => context.keep(context.constructs.rvalue(context, each), type, each)
    const [current, last] = [keep(iterated.start!), keep(iterated.end!)]
    const operands = [current, last].map((place): Operand => ({ kind: 'copy', place, span: iterated }))
    const compared = (operator: 'Lt' | 'Le' | 'Eq') =>
      unkept(
        context,
        { kind: 'binary', operator, isChecked: false, left: operands[0]!, right: operands[1]! },
        BOOL,
        iterated,
      )
    const [again, next, end] = [context.block(), context.block(), context.block()]
    context.goTo(again, loop)
    context.exits.set(loop, { onBreak: end, onContinue: next, result: target, depth: context.depth })
    context.continueIn(again)
    const ways = switchOn(context, compared(isInclusive ? 'Le' : 'Lt'), iterated)
    context.continueIn(ways.otherwise)
    assignUnit(context, target, loop)
    context.goTo(end, loop)
    context.continueIn(ways.then)
    context.inScope(loop, () => {
      context.constructs.bind(context, pattern, current)
      round(context, loop.body)
    })
    context.goTo(next, loop)
    context.continueIn(next)
    if (isInclusive) {
      const { then, otherwise } = switchOn(context, compared('Eq'), iterated)
      context.continueIn(then)
      assignUnit(context, target, loop)
      context.goTo(end, loop)
      context.continueIn(otherwise)
    }
    callTo(context, { kind: 'library', name: 'forward', of: type }, operands.slice(0, 1), current, iterated)
    context.goTo(again, loop)
    context.continueIn(end)
  })
}

export function buildLabelled(
  context: MirContext,
  expression: BlockExpression,
  target: Place,
  write: () => void,
): void {
  const end = context.block()
  context.exits.set(expression, { onBreak: end, onContinue: undefined, result: target, depth: context.depth })
  write()
  context.goTo(end, expression)
  context.continueIn(end)
}

export function buildJump(context: MirContext, jump: Break | Continue): void {
  const target = context.func.resolution.jumps.get(jump)
  const exit = target && context.exits.get(target)
  if (!exit) throw new Error(`a ${jump.kind} without a loop`)
  if (jump.kind === 'break') {
    if (jump.value) context.into(jump.value, exit.result)
    else assignUnit(context, exit.result, jump)
  }
  context.jump(exit.depth, jump.kind === 'break' ? exit.onBreak : (exit.onContinue ?? exit.onBreak), jump)
}
