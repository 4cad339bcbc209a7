import type { Expression } from '../1-parse/syntax.ts'
import { isPlace, operandsOf } from '../1-parse/walk.ts'
import { behindPointers } from '../3-check/pointers.ts'
import { fieldIndex } from '../3-check/type-layout.ts'
import { BOOL, known, USIZE, type Type } from '../3-check/types.ts'
import type { MirContext } from './mir-context.ts'
import {
  DEREF,
  placeOf,
  projected,
  type Constant,
  type LibraryName,
  type Operand,
  type Place,
  type RangeForm,
} from './mir.ts'
import { promotedValue } from './promoted.ts'

/**
 * Where what an expression names lies; a value that lies nowhere is put into a temporary.
 * @param isMutable what lies there may be changed: it decides between `Index` and `IndexMut`
 */
export function buildPlace(context: MirContext, expression: Expression, isMutable: boolean): Place {
  switch (expression.kind) {
    case 'variable':
      return variablePlace(context, expression)
    case 'field': {
      const object = placeBehind(context, expression.object, isMutable)
      const type = behindPointers(context.typeOf(expression.object))
      const name = expression.name.text
      const index = type.kind === 'struct' ? fieldIndex(type, name) : Number(name)
      return projected(object, { kind: 'field', index, name, type: context.typeOf(expression) })
    }
    case 'index':
      return indexedPlace(context, expression, isMutable)
    case 'dereference':
      return projected(buildPlace(context, expression.operand, isMutable), DEREF)
    default:
      return temporaryPlace(context, expression)
  }
}

function temporaryPlace(context: MirContext, expression: Expression): Place {
  const type = context.finalType(expression)
  const place = context.temporary(type, expression, expression)
  context.into(expression, place)
  context.scheduleDrop(place, expression)
  return place
}

function variablePlace(context: MirContext, expression: Expression & { kind: 'variable' }): Place {
  const meaning = context.func.resolution.meanings.get(expression)
  if (meaning?.kind === 'local') {
    return placeOf(context.variable(meaning))
  }
  if (meaning?.kind !== 'static') return temporaryPlace(context, expression)
  const target = context.func.program.constantType(meaning)
  const type: Type = meaning.mutable
    ? { kind: 'pointer', mutable: true, target }
    : { kind: 'reference', mutable: false, target }
  const operand = constant({ kind: 'static', item: meaning }, type)
  return projected(context.keep({ kind: 'use', operand }, type, expression), DEREF)
}

export function constant(constantValue: Constant, type: Type): Operand {
  return { kind: 'constant', constant: constantValue, type: known(type) }
}

/** Through any number of references and boxes. */
export function placeBehind(context: MirContext, expression: Expression, isMutable: boolean): Place {
  let place = buildPlace(context, expression, isMutable)
  let type = context.placeType(place)
  while (type.kind === 'reference' || type.kind === 'box') {
    place = projected(place, DEREF)
    type = known(type.target)
  }
  return place
}

function indexedPlace(
  context: MirContext,
  expression: Expression & { kind: 'index' },
  isMutable: boolean,
): Place {
  if (expression.index.kind === 'range')
    return projected(subslice(context, expression, expression.index, isMutable), DEREF)
  const at = () => context.keep(context.constructs.rvalue(context, expression.index), USIZE, expression.index)
  const early = isLedToSteadily(expression.object) ? at() : undefined
  const sequence = placeBehind(context, expression.object, isMutable)
  const type = context.placeType(sequence)
  const index = early ?? at()
  const { from, to } = expression
  const length =
    type.kind === 'array'
      ? constant({ kind: 'value', value: BigInt(type.length) }, USIZE)
      : unkept(context, { kind: 'length', place: sequence }, USIZE, expression)
  const found: Operand = { kind: 'copy', place: index, span: expression }
  const isInside = unkept(
    context,
    { kind: 'binary', operator: 'Lt', isChecked: false, left: found, right: length },
    BOOL,
    expression,
  )
  const target = context.block()
  const message = { kind: 'bounds', operands: [length, found] } as const
  context.end({ kind: 'assert', operand: isInside, expected: true, message, target, from, to }, target)
  return projected(sequence, { kind: 'index', local: index.local })
}

/**
 * What `v[i]` leads to by a call is lent only when `i` is known, as `v[v.len() - 1] = 0` asks for; where what it is led to
 * from does anything itself, that is done first.
 */
function isLedToSteadily(object: Expression): boolean {
  return object.kind === 'dereference' && object.operand.kind === 'call' && isSteady(object)
}

function isSteady(expression: Expression): boolean {
  switch (expression.kind) {
    case 'variable':
    case 'integer':
      return true
    case 'call':
      return (
        expression.callee.kind === 'variable' &&
        expression.callee.name.startsWith('deref') &&
        expression.arguments.every(isSteady)
      )
    default:
      return isPlaceOrLent(expression) && operandsOf(expression).every(isSteady)
  }
}

function isPlaceOrLent(expression: Expression): boolean {
  return isPlace(expression) || expression.kind === 'reference' || expression.kind === 'binary'
}

/** A value of the compiler's own that needs no drop. */
export function unkept(
  context: MirContext,
  value: Parameters<MirContext['assign']>[1],
  type: Type,
  span: Expression,
): Operand {
  const place = placeOf(context.local(type, span))
  context.assign(place, value, span)
  return { kind: 'copy', place, span }
}

/** `a[1..3]` is a call of the library's, which takes a reference and gives one back. */
function subslice(
  context: MirContext,
  expression: Expression & { kind: 'index' },
  range: Expression & { kind: 'range' },
  mutable: boolean,
): Place {
  const slice = context.typeOf(expression)
  const endsOf = () => [range.start, range.end].flatMap((each) => (each ? [context.operand(each)] : []))
  const early = isLedToSteadily(expression.object) ? endsOf() : undefined
  const receiver = sliceReference(context, expression.object, mutable)
  const form: RangeForm = {
    hasStart: range.start !== undefined,
    hasEnd: range.end !== undefined,
    isInclusive: range.isInclusive,
  }
  const ends = early ?? endsOf()
  const name: LibraryName = mutable ? 'index_mut' : 'index'
  const callee = { kind: 'library', name, of: slice, range: form } as const
  const destination = context.temporary({ kind: 'reference', mutable, target: slice }, expression)
  callTo(context, callee, [receiver, ...ends], destination, expression)
  return destination
}

/** A reference to a sequence, as its length asks for it: one to an array becomes one to a slice. */
export function sliceReference(context: MirContext, object: Expression, mutable: boolean): Operand {
  const operand = sequenceReference(context, object, mutable)
  const reference = operand.kind === 'constant' ? known(operand.type) : context.placeType(operand.place)
  const type = reference.kind === 'reference' ? known(reference.target) : reference
  if (type.kind !== 'array') return operand
  const target: Type = { kind: 'reference', mutable, target: { kind: 'slice', element: type.element } }
  const cast = { kind: 'cast', operand, how: 'PointerCoercion(Unsize, Implicit)', type: target } as const
  return { kind: 'move', place: context.keep(cast, target, object), span: object }
}

function sequenceReference(context: MirContext, object: Expression, mutable: boolean): Operand {
  // A reference to one leads to it already.
  const isOne = known(context.typeOf(object)).kind === 'array'
  const value = mutable || !isOne ? undefined : promotedValue(context, object)
  const referenceTo = (target: Type): Type => ({ kind: 'reference', mutable, target })
  if (value !== undefined) return constant({ kind: 'promoted', value }, referenceTo(context.typeOf(object)))
  const place = placeBehind(context, object, mutable)
  const borrow = mutable ? 'two-phase' : 'shared'
  const type = referenceTo(context.placeType(place))
  return { kind: 'move', place: context.keep({ kind: 'ref', borrow, place }, type, object), span: object }
}

/** @param isEndless it never comes back */
export function callTo(
  context: MirContext,
  callee: Parameters<typeof terminatorOf>[0],
  operands: readonly Operand[],
  destination: Place,
  span: Expression,
  isEndless = false,
): void {
  const target = isEndless ? undefined : context.block()
  context.end(terminatorOf(callee, operands, destination, target, span), target)
}

function terminatorOf(
  callee: Extract<Parameters<MirContext['end']>[0], { kind: 'call' }>['callee'],
  operands: readonly Operand[],
  destination: Place,
  target: number | undefined,
  { from, to }: Expression,
): Parameters<MirContext['end']>[0] {
  return { kind: 'call', callee, arguments: operands, destination, target, from, to }
}
