import type { Expression, FloatLiteral, Reference, Span } from '../1-parse/syntax.ts'
import { isPlace } from '../1-parse/walk.ts'
import { isComparison } from '../3-check/arithmetic.ts'
import { pathValue } from '../3-check/evaluate.ts'
import { bitsOfLiteral } from '../3-check/floats.ts'
import { fieldsOf, isCopy, known, STRING, typeText, UNIT, wrap, type Type } from '../3-check/types.ts'
import { adjusted, looked, needsAdjustment, repointed } from './build-adjustment.ts'
import { buildBinary, buildComparison, buildNegation, buildNot } from './build-operator.ts'
import { constant, unkept } from './build-place.ts'
import { promotedValue } from './promoted.ts'
import type { MirContext } from './mir-context.ts'
import { projected, type Operand, type Place, type Rvalue } from './mir.ts'

/** What an expression's value is made of. Whatever it needs first is written before. */
export function buildRvalue(context: MirContext, expression: Expression): Rvalue {
  if (needsAdjustment(context, expression)) return adjusted(context, expression)
  return plainRvalue(context, expression)
}

/** Without what it is turned into where it stands. */
export function plainRvalue(context: MirContext, expression: Expression): Rvalue {
  switch (expression.kind) {
    case 'integer':
      return numberOf(context, expression, expression.value)
    case 'float':
      return floatOf(context, expression, '')
    case 'boolean':
      return numberOf(context, expression, expression.value ? 1n : 0n)
    case 'character':
      return numberOf(context, expression, BigInt(expression.codePoint))
    case 'string':
      return use(constant({ kind: 'text', text: expression.text }, STRING))
    case 'path':
      return numberOf(context, expression, pathValue(expression))
    case 'variable': {
      const meaning = context.func.resolution.meanings.get(expression)
      if (meaning?.kind === 'function')
        return { kind: 'aggregate', type: context.typeOf(expression), operands: [] }
      if (meaning?.kind !== 'const') return taken(context, expression)
      const item = context.func.constantOf(meaning, context.func.inference.instanceOf(expression))
      return use(constant({ kind: 'item', item }, context.typeOf(expression)))
    }
    case 'negation':
      return buildNegation(context, expression)
    case 'not':
      return buildNot(context, expression)
    case 'binary':
      if (expression.operator === '&&' || expression.operator === '||')
        return temporaryValue(context, expression)
      return isComparison(expression.operator)
        ? buildComparison(context, expression)
        : buildBinary(context, expression)
    case 'cast':
      return buildCast(context, expression)
    case 'reference':
      return buildReference(context, expression)
    default:
      return aggregateOrTemporary(context, expression)
  }
}

function aggregateOrTemporary(context: MirContext, expression: Expression): Rvalue {
  const type = context.typeOf(expression)
  switch (expression.kind) {
    case 'tuple':
    case 'array': {
      if (expression.elements.length === 0 && expression.kind === 'tuple')
        return use(constant({ kind: 'value', value: [] }, UNIT))
      const operands = expression.elements.map((element) => context.operand(element))
      return { kind: 'aggregate', type, operands }
    }
    case 'repeat':
      return {
        kind: 'repeat',
        operand: context.operand(expression.element),
        count: type.kind === 'array' ? type.length : 0,
      }
    case 'struct':
      return structValue(context, expression, type)
    case 'closure':
      return context.constructs.closure(context, expression)
    default:
      return isPlace(expression) ? taken(context, expression) : temporaryValue(context, expression)
  }
}

function temporaryValue(context: MirContext, expression: Expression): Rvalue {
  const place = context.temporary(context.typeOf(expression), expression)
  context.into(expression, place)
  context.scheduleDrop(place)
  return use({ kind: 'move', place, span: expression })
}

function use(operand: Operand): Rvalue {
  return { kind: 'use', operand }
}

/** A value that lies somewhere is copied, or moves away from there. */
function taken(context: MirContext, expression: Expression): Rvalue {
  return use(takenFrom(context.place(expression), context.typeOf(expression), expression))
}

export function takenFrom(place: Place, type: Type, { from, to }: Span, subject?: Span): Operand {
  return { kind: isCopy(type) ? 'copy' : 'move', place, span: { from, to }, subject }
}

function floatOf(context: MirContext, expression: FloatLiteral, sign: string): Rvalue {
  const type = context.typeOf(expression)
  if (type.kind !== 'float') throw new Error(`a floating-point literal of type ${type.kind}`)
  return use(constant({ kind: 'value', value: bitsOfLiteral(sign + expression.text, type.name) }, type))
}

/** What does not fit its type is refused later; here it is what would be left of it. */
function numberOf(context: MirContext, expression: Expression, value: bigint): Rvalue {
  const type = context.typeOf(expression)
  return use(
    constant({ kind: 'value', value: type.kind === 'integer' ? wrap(value, type.name) : value }, type),
  )
}

/** Fields are computed in the order they are written, and lie in that of their declaration. */
function structValue(context: MirContext, value: Expression & { kind: 'struct' }, whole: Type): Rvalue {
  const variant = value.item?.kind === 'variant' ? value.item.index : undefined
  const type: Type =
    whole.kind === 'enum' && variant !== undefined ? { kind: 'variant', of: whole, index: variant } : whole
  if (type.kind !== 'struct' && type.kind !== 'variant') throw new Error(`a ${type.kind} is no struct`)
  const given = new Map(value.fields.map((field) => [field.name.text, context.operand(field.value)]))
  const base = value.base && context.place(value.base)
  const operands = fieldsOf(type).map((field, index) => {
    const operand = given.get(field.name)
    if (operand) return operand
    if (!base) throw new Error(`the field ${field.name} is missing`)
    const part = projected(base, { kind: 'field', index, name: field.name, type: field.type })
    return takenFrom(part, field.type, value.base ?? value)
  })
  return { kind: 'aggregate', type: whole, operands, ...(variant !== undefined && { variant }) }
}

/** A reference is cast by what it leads to, and stays what it is. */
function buildCast(context: MirContext, cast: Expression & { kind: 'cast' }): Rvalue {
  const { operand } = cast
  const [from, to] = [context.finalType(operand), known(context.typeOf(cast))]
  if (from.kind === 'reference' && (to.kind === 'pointer' || to.kind === 'reference'))
    return repointed(context, cast, looked(context, operand), to)
  if (from.kind === 'enum') return enumCast(context, cast, from, to)
  const value = context.operand(operand)
  if (typeText(from) === typeText(to)) return use(value)
  return { kind: 'cast', operand: value, how: castName(from, to), type: to }
}

/** An enum is cast by its discriminant. */
function enumCast(
  context: MirContext,
  cast: Expression & { kind: 'cast' },
  from: Type & { kind: 'enum' },
  to: Type,
): Rvalue {
  const type = context.func.program.discriminantType(from.item)
  const place = looked(context, cast.operand)
  const value = unkept(context, { kind: 'discriminant', place }, type, cast)
  return typeText(type) === typeText(to)
    ? use(value)
    : { kind: 'cast', operand: value, how: 'IntToInt', type: to }
}

function castName(from: Type, to: Type): string {
  if (to.kind === 'pointer') return from.kind === 'pointer' ? 'PtrToPtr' : 'PointerWithExposedProvenance'
  if (from.kind === 'pointer') return 'PointerExposeProvenance'
  const nameOf = ({ kind }: Type) => (kind === 'float' ? 'Float' : 'Int')
  return `${nameOf(from)}To${nameOf(to)}`
}

function buildReference(context: MirContext, reference: Reference): Rvalue {
  const { operand, mutable, isRaw } = reference
  const value = mutable || isRaw ? undefined : promotedValue(context, operand)
  if (value !== undefined) return use(constant({ kind: 'promoted', value }, context.typeOf(reference)))
  const place = context.place(operand, mutable)
  return isRaw
    ? { kind: 'raw', mutable, place }
    : { kind: 'ref', borrow: !mutable ? 'shared' : reference.isImplied ? 'two-phase' : 'mutable', place }
}
