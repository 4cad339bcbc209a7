import type { Call, Expression } from '../1-parse/syntax.ts'
import type { CallKind } from '../3-check/callables.ts'
import { isCopy, known, needsDrop, type Type } from '../3-check/types.ts'
import { callTo } from './build-place.ts'
import { takenFrom } from './build-value.ts'
import { fieldOf, type Capture } from './captures.ts'
import type { MirContext } from './mir-context.ts'
import {
  DEREF,
  fieldOf as elementOf,
  placeOf,
  projected,
  type Operand,
  type Place,
  type Projection,
  type Rvalue,
} from './mir.ts'

/** A closure is made of what it captures, each thing taken or lent where the closure stands. */
export function buildClosure(context: MirContext, closure: Expression & { kind: 'closure' }): Rvalue {
  const type = context.typeOf(closure)
  const made = context.func.program.callables.closureOf(type)
  if (!made) throw new Error('a closure that nobody looked at')
  const operands = context.func.capturesOf(made).all.map((capture) => captured(context, capture, closure))
  return { kind: 'aggregate', type, operands }
}

function captured(
  context: MirContext,
  capture: Capture,
  { head }: Expression & { kind: 'closure' },
): Operand {
  const { filled } = context.func
  const way = capture.projection.map((part): Projection =>
    part.kind === 'field' ? { ...part, type: filled(part.type) } : part,
  )
  const place = projected(placeOf(context.variable(capture.variable)), ...way)
  const change = capture.change && { ...capture.change, local: place.local }
  if (capture.manner === 'value')
    return {
      kind: isCopy(context.placeType(place)) ? 'copy' : 'move',
      place,
      span: head,
      capture: { change, span: capture.span },
    }
  const lent = {
    kind: 'ref',
    borrow: capture.manner,
    place,
    capture: { change, span: capture.span },
  } as const
  return { kind: 'move', place: context.keep(lent, filled(fieldOf(capture).type), head), span: head }
}

/** The value of an expression is called. */
export function buildCallOfValue(context: MirContext, call: Call, target: Place): void {
  const { callee } = call
  const type = known(context.finalType(callee))
  const place = valuePlace(context, callee, type)
  const operands = call.arguments.map((argument) => {
    context.arguments.add(argument)
    return context.operand(argument)
  })
  callPlace(context, place, operands, target, call, context.typeOf(call).kind === 'never')
}

/** What leads to a function is looked at before the arguments are. */
function valuePlace(context: MirContext, callee: Expression, type: Type): Place {
  const place = context.place(callee)
  if (type.kind !== 'function') return place
  return context.keep({ kind: 'use', operand: { kind: 'copy', place, span: callee } }, type, callee)
}

/** Calls what lies at a place, as it lets itself be called. */
function callPlace(
  context: MirContext,
  place: Place,
  operands: readonly Operand[],
  target: Place,
  call: Expression,
  isEndless: boolean,
): void {
  const type = context.placeType(place)
  if (type.kind === 'function') {
    const pointer: Operand = { kind: 'copy', place, span: call }
    return callTo(context, { kind: 'pointer', type }, [pointer, ...operands], target, call, isEndless)
  }
  if (type.kind !== 'struct' || !type.callable) throw new Error(`a ${type.kind} is called`)
  const { item } = type.callable
  const closure = context.func.program.callables.closureOf(type)
  const found = context.func.calleeOf(item, type.arguments)
  if (found.kind === 'itself') return context.constructs.intrinsic(context, found, operands, target, call)
  if (!closure) return callTo(context, found, operands, target, call, isEndless)
  const self = selfOperand(context, place, closure.selfKind, call)
  callTo(context, found, [self, ...operands], target, call, isEndless)
}

function selfOperand(context: MirContext, place: Place, kind: CallKind, call: Expression): Operand {
  const span = call.kind === 'call' ? call.callee : call
  const type = context.placeType(place)
  if (kind === 'FnOnce') return takenFrom(place, type, span)
  const mutable = kind === 'FnMut'
  const reference: Type = { kind: 'reference', mutable, target: type }
  const lent = context.keep({ kind: 'ref', borrow: mutable ? 'mutable' : 'shared', place }, reference, span)
  return { kind: 'move', place: lent, span }
}

/** Calls what lies behind a pointer. @param isLast it goes with the call */
export function callOnce(
  context: MirContext,
  place: Place,
  operands: readonly Operand[],
  call: Expression,
  isLast: boolean,
): void {
  const type = context.placeType(place)
  callPlace(context, place, operands, placeOf(0), call, context.placeType(placeOf(0)).kind === 'never')
  const closure = context.func.program.callables.closureOf(type)
  if (isLast && closure && closure.selfKind !== 'FnOnce' && needsDrop(type)) context.drop(place, call)
}

/** `f.call((1, 2))`: the tuple is taken apart. */
export function buildCallOfTrait(
  context: MirContext,
  name: string,
  [self, tuple]: readonly Operand[],
  target: Place,
  call: Expression,
): void {
  const held = placeFor(context, self!, call)
  const place = name === 'call_once' ? held : projected(held, DEREF)
  const isEndless = context.placeType(target).kind === 'never'
  callPlace(context, place, spreadOf(context, tuple!, call), target, call, isEndless)
}

function placeFor(context: MirContext, operand: Operand, call: Expression): Place {
  return operand.kind === 'constant'
    ? context.keep({ kind: 'use', operand }, operand.type, call)
    : operand.place
}

export function spreadOf(context: MirContext, tuple: Operand, call: Expression): Operand[] {
  const type = tuple.kind === 'constant' ? known(tuple.type) : context.placeType(tuple.place)
  if (type.kind !== 'tuple' || type.elements.length === 0) return []
  const place = placeFor(context, tuple, call)
  return type.elements.map((element, index) =>
    takenFrom(projected(place, elementOf(type, index)), element, call),
  )
}
