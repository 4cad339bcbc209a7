import { sizeOf } from '../3-check/type-layout.ts'
import { isWide, known, type Type } from '../3-check/types.ts'
import type { BinaryOperator, Operand, Rvalue } from '../4-mir/mir.ts'
import { discriminant } from './enums.ts'
import { calculate, negate } from './arithmetic.ts'
import { calculateFloat, castFloat, compareFloats, negateFloat } from './floats.ts'
import { isSignedType, widthOf, type Held } from './code.ts'
import type { Generation } from './generation.ts'
import { immediate, type Width } from './instruction.ts'
import { constantOf, discard, evaluate, heldSource, sourceOf, wideOf, type Source } from './operands.ts'
import { addressOf } from './places.ts'
import type { RegisterName } from './registers.ts'
import type { Check } from './steps.ts'

/** Computes a value that fits a register into one of its own. */
export function compute(
  gen: Generation,
  value: Rvalue,
  checks: readonly Check[],
  type: Type,
  preferred?: RegisterName,
): Held {
  const { code } = gen
  switch (value.kind) {
    case 'use':
      return evaluate(gen, value.operand, preferred)
    case 'ref':
    case 'raw':
      return code.addressInRegister(addressOf(gen, value.place), preferred)
    case 'discriminant':
      return discriminant(gen, value.place, type, preferred)
    case 'length': {
      const source = lengthSource(gen, value)
      const held = code.take(8, preferred)
      code.emit('mov', [code.operand(held), source.operand()])
      source.release()
      return held
    }
    case 'binary':
      if (gen.typeOf(value.left).kind === 'float' && !isComparison(value.operator))
        return calculateFloat(gen, value, preferred)
      return isComparison(value.operator)
        ? compared(gen, value, preferred)
        : calculate(gen, value, checks, preferred)
    case 'unary':
      if (known(type).kind === 'float') return negateFloat(gen, value.operand)
      return value.operator === 'Neg'
        ? negate(gen, value.operand, checks, preferred)
        : inverted(gen, value.operand, type, preferred)
    case 'cast':
      return cast(gen, value.operand, known(value.type), preferred)
    default:
      throw new Error(`a ${value.kind} in a register`)
  }
}

/** How many elements lie where a pointer leads to. */
function lengthSource(gen: Generation, { place }: Rvalue & { kind: 'length' }): Source {
  const pointer = { local: place.local, projection: place.projection.slice(0, -1) }
  const wide = wideOf(gen, { kind: 'copy', place: pointer, span: gen.code.span })
  wide.skipPointer()
  return wide.lengthSource()
}

function inverted(gen: Generation, operand: Operand, type: Type, preferred?: RegisterName): Held {
  const { code } = gen
  const held = evaluate(gen, operand, preferred)
  if (type.kind === 'bool') code.emit('xor', [code.operand(held), immediate(1)], 'The opposite')
  else code.emit('not', [code.operand(held)], 'The opposite bits')
  return held
}

// ── Casts ──

function cast(gen: Generation, operand: Operand, to: Type, preferred?: RegisterName): Held {
  const { code } = gen
  const from = gen.typeOf(operand)
  if (isWide(from)) {
    const wide = wideOf(gen, operand)
    const pointer = wide.pointer(preferred)
    wide.lengthSource().release()
    return pointer
  }
  if (from.kind === 'float' || to.kind === 'float') return castFloat(gen, operand, from, to)
  const [before, after] = [widthOf(from), widthOf(to)]
  if (before === after) return evaluate(gen, operand, preferred)
  const source = sourceOf(gen, operand, preferred)
  if (source.kind === 'number') return code.number(source.value!, after, preferred)
  return after < before
    ? narrowed(gen, source, after, preferred)
    : widened(gen, source, from, after, preferred)
}

/** The lowest bytes are the first in memory. */
function narrowed(gen: Generation, source: Source, width: Width, preferred?: RegisterName): Held {
  const { code } = gen
  const operand = source.operand()
  source.release()
  const held = code.take(width, preferred)
  if (operand.kind === 'memory') {
    code.emit(
      'mov',
      [code.operand(held), operand],
      `Only the lowest ${width === 1 ? 'byte' : `${width} bytes`}`,
    )
    return held
  }
  const whole = code.resized(held, source.width)
  const target = code.operand(whole)
  if (operand.kind === 'register' && operand.name !== target.name) code.emit('mov', [target, operand])
  return code.resized(whole, width)
}

function widened(gen: Generation, source: Source, from: Type, width: Width, preferred?: RegisterName): Held {
  const { code } = gen
  const operand = source.operand(source.kind === 'memory' && source.width < 4)
  const signed = isSignedType(from)
  const sized = signed && source.kind === 'memory' ? source.operand(true) : operand
  source.release()
  const held = code.take(width, preferred)
  const comment = `Widen to ${width} bytes`
  if (source.width < 4)
    code.emit(
      signed ? 'movsx' : 'movzx',
      [code.operand(held, signed ? width : (Math.min(width, 4) as Width)), sized],
      comment,
    )
  else if (signed) code.emit('movsxd', [code.operand(held), sized], comment)
  else code.emit('mov', [code.operand(held, 4), operand], comment)
  return held
}

// ── Comparisons ──

const CONDITIONS: Readonly<Partial<Record<BinaryOperator, readonly [signed: string, unsigned: string]>>> = {
  Eq: ['e', 'e'],
  Ne: ['ne', 'ne'],
  Lt: ['l', 'b'],
  Le: ['le', 'be'],
  Gt: ['g', 'a'],
  Ge: ['ge', 'ae'],
}

const MIRRORED: Readonly<Record<string, BinaryOperator>> = {
  Eq: 'Eq',
  Ne: 'Ne',
  Lt: 'Gt',
  Le: 'Ge',
  Gt: 'Lt',
  Ge: 'Le',
}

const OPPOSITES: Readonly<Record<string, string>> = {
  e: 'ne',
  ne: 'e',
  l: 'ge',
  ge: 'l',
  le: 'g',
  g: 'le',
  b: 'ae',
  ae: 'b',
  be: 'a',
  a: 'be',
}

export function oppositeOf(condition: string): string {
  return OPPOSITES[condition]!
}

export function isComparison(operator: BinaryOperator): boolean {
  return operator in CONDITIONS
}

/** Compares two numbers. @returns the condition under which it is so, as jumps name it */
export function compare(gen: Generation, { operator, left, right }: Rvalue & { kind: 'binary' }): string {
  const { code } = gen
  const type = gen.typeOf(left)
  if (type.kind === 'float') return compareFloats(gen, operator, left, right)
  const isMirrored = constantOf(gen, left) !== undefined && constantOf(gen, right) === undefined
  const [first, second] = isMirrored ? [right, left] : [left, right]
  const condition = CONDITIONS[isMirrored ? MIRRORED[operator]! : operator]![isSignedType(type) ? 0 : 1]
  if (sizeOf(type) === 0) {
    for (const each of [first, second]) discard(gen, each)
    code.emit('cmp', [code.operand(code.take(1)), immediate(0)])
    return condition
  }
  let one = sourceOf(gen, first)
  if (one.kind === 'number') one = inRegister(gen, one)
  const other = sourceOf(gen, second)
  if (one.kind === 'memory' && other.kind === 'memory') one = inRegister(gen, one)
  code.emit('cmp', [one.operand(other.kind === 'number'), other.operand()])
  one.release()
  other.release()
  return condition
}

function inRegister(gen: Generation, source: Source): Source {
  const { code } = gen
  const operand = source.operand()
  source.release()
  const held = code.take(source.width)
  code.emit('mov', [code.operand(held), operand])
  return heldSource(gen, held)
}

function compared(gen: Generation, value: Rvalue & { kind: 'binary' }, preferred?: RegisterName): Held {
  const condition = compare(gen, value)
  const held = gen.code.take(1, preferred)
  gen.code.emit(`set${condition}`, [gen.code.operand(held)])
  return held
}
