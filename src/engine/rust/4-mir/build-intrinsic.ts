import type { ArithmeticOperator, Expression, FunctionItem } from '../1-parse/syntax.ts'
import { isUnsized, known, UNIT, type Type } from '../3-check/types.ts'
import { arithmetic, lookedType, negated } from './build-operator.ts'
import { buildCallOfTrait } from './build-closure.ts'
import { callTo, constant } from './build-place.ts'
import type { MirContext, ResolvedCallee } from './mir-context.ts'
import { DEREF, projected, type LibraryName, type Operand, type Place } from './mir.ts'

const OPERATORS: Readonly<Record<string, ArithmeticOperator>> = {
  add: '+',
  sub: '-',
  mul: '*',
  div: '/',
  rem: '%',
  shl: '<<',
  shr: '>>',
  bitand: '&',
  bitor: '|',
  bitxor: '^',
}

const COMPARISONS: ReadonlySet<string> = new Set(['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'cmp', 'partial_cmp'])

/** As the `Formatter` says. */
const PLAIN = {
  value: 0,
  fill: 32,
  alignment: undefined,
  hasPlus: false,
  isAlternate: false,
  isZeroed: false,
  width: 0,
} as const

/** Methods that have a body in the library, and need none where the language itself knows what to do. */
export function isOfItself({ name }: FunctionItem): boolean {
  return COMPARISONS.has(name.text)
}

/** A method of one of the library's traits, of values that have the trait without an `impl`. */
export function buildIntrinsic(
  context: MirContext,
  { trait, name, self }: ResolvedCallee & { kind: 'itself' },
  operands: readonly Operand[],
  target: Place,
  call: Expression,
): void {
  if (name.startsWith('call')) return buildCallOfTrait(context, name, operands, target, call)
  const seen = isUnsized(self) ? operands.map((each) => referenceTo(context, each, call)) : operands
  if (COMPARISONS.has(name)) {
    const library = (name === 'partial_cmp' ? 'cmp' : name) as LibraryName
    return callTo(context, { kind: 'library', name: library, of: lookedType(self) }, seen, target, call)
  }
  const [first, second] = operands
  if (name === 'fmt') {
    const piece = { ...PLAIN, form: trait === 'Debug' ? '?' : '' } as const
    const format = { kind: 'format', macro: 'fmt', pieces: [piece] } as const
    return callTo(context, format, [second!, seen[0]!], target, call)
  }
  if (name === 'default') return nothing(context, self, target, call)
  if (!first) throw new Error(`${name} of nothing`)
  if (name === 'clone') {
    const operand = pointed(context, first, call)
    return context.assign(target, { kind: 'use', operand }, call)
  }
  const value = plain(context, first, call)
  const type = typeOf(context, value)
  if (name === 'neg') return context.assign(target, negated(context, value, type, call), call)
  if (name === 'not') return context.assign(target, { kind: 'unary', operator: 'Not', operand: value }, call)
  const operator = OPERATORS[name.replace('_assign', '')]
  if (!operator || !second) throw new Error(`the compiler does not know ${name} by itself`)
  const other = plain(context, second, call)
  const result = arithmetic(context, operator, value, other, type, call)
  if (!name.endsWith('_assign')) return context.assign(target, result, call)
  if (value.kind !== 'constant') context.assign(value.place, result, call)
  context.assign(target, { kind: 'use', operand: constant({ kind: 'value', value: [] }, UNIT) }, call)
}

function nothing(context: MirContext, type: Type, target: Place, call: Expression): void {
  const value = type.kind === 'tuple' ? [] : 0n
  context.assign(target, { kind: 'use', operand: constant({ kind: 'value', value }, type) }, call)
}

/** Sums of references are sums of what they lead to. */
function plain(context: MirContext, operand: Operand, call: Expression): Operand {
  return typeOf(context, operand).kind === 'reference' ? pointed(context, operand, call) : operand
}

/** What has no size of its own is looked at through a reference to the one that knows it. */
function referenceTo(context: MirContext, operand: Operand, call: Expression): Operand {
  const type = typeOf(context, operand)
  const place =
    operand.kind === 'constant' ? context.keep({ kind: 'use', operand }, type, call) : operand.place
  const reference: Type = { kind: 'reference', mutable: false, target: type }
  return {
    kind: 'copy',
    place: context.keep({ kind: 'ref', borrow: 'shared', place }, reference, call),
    span: call,
  }
}

function pointed(context: MirContext, operand: Operand, call: Expression): Operand {
  const place =
    operand.kind === 'constant'
      ? context.keep({ kind: 'use', operand }, known(operand.type), call)
      : operand.place
  return { kind: 'copy', place: projected(place, DEREF), span: call }
}

function typeOf(context: MirContext, operand: Operand): Type {
  return operand.kind === 'constant' ? known(operand.type) : context.placeType(operand.place)
}
