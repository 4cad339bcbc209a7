import type { Try } from '../1-parse/syntax.ts'
import type { Variant } from '../3-check/types.ts'
import { temporaryOf } from './build-adjustment.ts'
import { unkept } from './build-place.ts'
import { takenFrom } from './build-value.ts'
import type { MirContext } from './mir-context.ts'
import { downcastTo, placeOf, projected, type Operand, type Place } from './mir.ts'

const SUCCESSES: readonly string[] = ['Some', 'Ok']

/** `value?`: what went well goes on, what failed is what the function returns. */
export function buildTry(context: MirContext, expression: Try, target: Place): void {
  const { operand } = expression
  const place = temporaryOf(context, operand)
  const type = context.placeType(place)
  if (type.kind !== 'enum') throw new Error(`a ${type.kind} is tried`)
  const success = type.variants.find(({ item }) => SUCCESSES.includes(item.name.text))!
  const failure = type.variants.find((each) => each !== success)!
  const [fits, otherwise] = [context.block(), context.block()]
  const numbers = context.func.program.discriminantType(type.item)
  const which = unkept(context, { kind: 'discriminant', place }, numbers, expression)
  const targets = [[success.discriminant, fits]] as const
  const { from, to } = expression
  context.end({ kind: 'switch', operand: which, targets, otherwise, from, to }, otherwise)
  fail(context, expression, contentsOf(context, expression, place, failure))
  context.continueIn(fits)
  const [value] = contentsOf(context, expression, place, success)
  context.assign(target, { kind: 'use', operand: value! }, expression)
}

function contentsOf(context: MirContext, span: Try, place: Place, variant: Variant): Operand[] {
  const whole = projected(place, downcastTo(variant))
  return variant.fields.map((field, index) => {
    const part = projected(whole, { kind: 'field', index, ...field })
    return takenFrom(part, context.placeType(part), span)
  })
}

function fail(context: MirContext, expression: Try, operands: readonly Operand[]): void {
  const result = placeOf(0)
  const type = context.placeType(result)
  if (type.kind !== 'enum') throw new Error(`a function that returns a ${type.kind} fails`)
  const variant = type.variants.findIndex(({ item }) => !SUCCESSES.includes(item.name.text))
  context.assign(result, { kind: 'aggregate', type, variant, operands }, expression)
  context.jump(context.returnDepth, context.returnBlock, expression)
}
