import type { Expression } from '../1-parse/syntax.ts'
import { isPlace } from '../1-parse/walk.ts'
import { known, type Type } from '../3-check/types.ts'
import type { MirContext } from './mir-context.ts'
import { DEREF, projected, type Operand, type Place, type Rvalue } from './mir.ts'

/** It becomes another type where it stands, or is a `&mut` that is lent on instead of given away. */
export function needsAdjustment({ func }: MirContext, expression: Expression): boolean {
  return func.inference.coercionOf(expression) !== undefined || func.inference.isReborrowed(expression)
}

/** Follows a reference to what it leads to, and takes a reference or pointer of the type that is asked for to that. */
export function adjusted(context: MirContext, expression: Expression): Rvalue {
  const wanted = context.finalType(expression)
  if (wanted.kind === 'function') return pointerTo(context, expression, wanted)
  const place = isPlace(expression) ? context.place(expression) : unadjusted(context, expression)
  if (wanted.kind === 'box' && known(wanted.target).kind === 'dyn')
    return unsizing({ kind: 'move', place, span: expression }, wanted)
  if (wanted.kind !== 'reference' && wanted.kind !== 'pointer')
    return { kind: 'use', operand: { kind: 'move', place, span: expression } }
  return repointed(context, expression, place, wanted)
}

/** Where a function begins, or a closure that captures nothing. */
function pointerTo(context: MirContext, expression: Expression, type: Type): Rvalue {
  const found = known(context.typeOf(expression))
  if (found.kind !== 'struct' || !found.callable) return { kind: 'use', operand: context.operand(expression) }
  if (!isPlace(expression) && expression.kind !== 'closure') unadjusted(context, expression)
  const callee = context.func.calleeOf(found.callable.item, found.arguments)
  if (callee.kind !== 'function') throw new Error(`the address of ${callee.name}, which is no function`)
  return { kind: 'use', operand: { kind: 'constant', constant: { kind: 'function', callee }, type } }
}

function unadjusted(context: MirContext, expression: Expression): Place {
  const place = context.temporary(context.typeOf(expression), expression, expression)
  context.constructs.plainInto(context, expression, place)
  context.scheduleDrop(place, expression)
  return place
}

/** The place of a value that is only looked at. */
export function looked(context: MirContext, expression: Expression): Place {
  return isPlace(expression) && !needsAdjustment(context, expression)
    ? context.place(expression)
    : temporaryOf(context, expression)
}

export function temporaryOf(context: MirContext, expression: Expression): Place {
  const place = context.temporary(context.finalType(expression), expression, expression)
  context.into(expression, place)
  context.scheduleDrop(place, expression)
  return place
}

/** A reference or pointer to what the one at a place leads to: `&mut *p`, `&**p`, `&raw const *p`. */
export function repointed(
  context: MirContext,
  expression: Expression,
  pointer: Place,
  wanted: Type & { kind: 'reference' | 'pointer' },
): Rvalue {
  const surplus = Math.max(0, depthOf(context.placeType(pointer)) - depthOf(wanted))
  const place = projected(pointer, ...new Array<typeof DEREF>(surplus + 1).fill(DEREF))
  const [found, target] = [context.placeType(place), known(wanted.target)]
  if (wanted.kind === 'pointer' && context.placeType(pointer).kind === 'pointer')
    return { kind: 'use', operand: { kind: 'copy', place: pointer, span: expression } }
  const borrow = !wanted.mutable ? 'shared' : context.arguments.has(expression) ? 'two-phase' : 'mutable'
  const value: Rvalue =
    wanted.kind === 'pointer'
      ? { kind: 'raw', mutable: wanted.mutable, place }
      : { kind: 'ref', borrow, place }
  const isUnsized =
    (found.kind === 'array' && target.kind === 'slice') ||
    (target.kind === 'dyn' && (found.kind !== 'dyn' || found.trait !== target.trait))
  const isElement = found.kind === 'array' && target.kind !== 'slice' && target.kind !== 'array'
  if (!isUnsized && !isElement) return value
  const kept = context.keep(value, { ...wanted, target: found }, expression)
  const operand = { kind: 'move', place: kept, span: expression } as const
  if (isUnsized) return unsizing(operand, wanted)
  return { kind: 'cast', operand, how: 'PointerCoercion(ArrayToPointer, AsCast)', type: wanted }
}

/** What it leads to has a size that is no longer known. */
function unsizing(operand: Operand, type: Type): Rvalue {
  return { kind: 'cast', operand, how: 'PointerCoercion(Unsize, Implicit)', type }
}

function depthOf(type: Type): number {
  const found = known(type)
  return found.kind === 'reference' || found.kind === 'box' || found.kind === 'pointer'
    ? 1 + depthOf(found.target)
    : 0
}
