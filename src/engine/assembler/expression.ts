import { messages, AssemblyMistake } from './messages.ts'
import { fromLittleEndian } from '../bits.ts'
import { floatBits, isFloatName, isFloatText } from './float.ts'
import { parseNumber, stringBytes, wideBytes } from './literals.ts'
import type { Expression } from './syntax.ts'

/** What an expression stands for: a sum of a number, registers with factors, and addresses of sections. */
export interface Value {
  readonly number: bigint
  readonly registers: readonly RegisterTerm[]
  /** How many times the address of each section is part of the sum; without any, the value is a plain number. */
  readonly sections: ReadonlyMap<string, bigint>
  /** A label in it has no address yet: the number will change. */
  readonly unsettled: boolean
}

export interface RegisterTerm {
  readonly name: string
  readonly factor: bigint
}

/** Where the names in an expression get their values. */
export interface Scope {
  /** A label or constant; undefined where there is none. */
  lookUp(name: string): Value | undefined
  /** Every name there is, for suggesting one. */
  names(): Iterable<string>
  readonly here: Value
  readonly sectionStart: Value
  /** Takes note of what is odd and goes on all the same. */
  warn(mistake: AssemblyMistake): void
  /** Whether a name is said to be defined in another file. */
  isElsewhere(name: string): boolean
}

const NO_SECTIONS: ReadonlyMap<string, bigint> = new Map()

/** A number that does not move. */
export function plainValue(number: bigint): Value {
  return { number, registers: [], sections: NO_SECTIONS, unsettled: false }
}

export function addressValue(number: bigint, section: string, unsettled = false): Value {
  return { number, registers: [], sections: new Map([[section, 1n]]), unsettled }
}

/** Whether the value is a number that does not move when sections do. */
export function isPlain(value: Value): boolean {
  return value.sections.size === 0 && value.registers.length === 0
}

/** Whether the value depends on where the program lies. */
export function isAddress(value: Value): boolean {
  return value.sections.size > 0
}

export function evaluate(expression: Expression, scope: Scope): Value {
  switch (expression.kind) {
    case 'number':
      return plainValue(parseNumber(expression.text, expression))
    case 'string':
      return plainValue(stringValue(expression, scope))
    case 'call':
      return plainValue(called(expression))
    case 'conditional':
      return conditional(expression, scope)
    case 'register':
      return { ...plainValue(0n), registers: [{ name: expression.name, factor: 1n }] }
    case 'symbol':
      return symbolValue(expression, scope)
    case 'here':
      return scope.here
    case 'section-start':
      return scope.sectionStart
    case 'unary':
      return unary(expression, evaluate(expression.operand, scope))
    case 'binary':
      return binary(expression, evaluate(expression.left, scope), evaluate(expression.right, scope))
  }
}

/** A string as a number: of a longer one, nasm takes the first eight characters. */
function stringValue(expression: Expression & { kind: 'string' }, scope: Scope): bigint {
  const bytes = stringBytes(expression.text, expression)
  if (bytes.length > 8) scope.warn(new AssemblyMistake(expression, messages.stringTooLong()))
  return fromLittleEndian(bytes.subarray(0, 8))
}

/** A function of nasm's: a string in another encoding, or the bits of a number with a point. */
function called(expression: Expression & { kind: 'call' }): bigint {
  const bytes = encodedString(expression)
  if (bytes !== undefined) return fromLittleEndian(bytes.subarray(0, 8))
  const [, bitCount, part] = /float(\d+)([a-z]?)/.exec(expression.name) ?? []
  const bits = floatOf(expression.argument, Number(bitCount))
  if (bits === undefined) throw new AssemblyMistake(expression.argument, messages.floatExpected())
  if (part === 'm' || part === 'l') return BigInt.asUintN(64, bits)
  return part === 'e' || part === 'h' ? bits >> 64n : bits
}

/** The bits of a number with a point, whatever its sign; undefined for any other expression. */
export function floatOf(expression: Expression, bitCount: number): bigint | undefined {
  switch (expression.kind) {
    case 'number':
      return isFloatText(expression.text) ? floatBits(expression.text, bitCount, expression) : undefined
    case 'symbol':
      return isFloatName(expression.name) ? floatBits(expression.name, bitCount, expression) : undefined
    case 'unary': {
      const bits = '+-'.includes(expression.operator) ? floatOf(expression.operand, bitCount) : undefined
      const sign = 1n << BigInt(bitCount - 1)
      return bits === undefined || expression.operator === '+' ? bits : bits ^ sign
    }
    default:
      return undefined
  }
}

/** The bytes of `__utf16__("text")` and its like; undefined for the functions of numbers. */
export function encodedString(expression: Expression & { kind: 'call' }): Uint8Array | undefined {
  const [, unit, order] = /utf(16|32)(be)?/.exec(expression.name) ?? []
  if (unit === undefined) return undefined
  const { argument } = expression
  if (argument.kind !== 'string') throw new AssemblyMistake(argument, messages.stringExpected())
  return wideBytes(argument.text.slice(1, -1), Number(unit) / 8, order === 'be')
}

function conditional(expression: Expression & { kind: 'conditional' }, scope: Scope): Value {
  const condition = evaluate(expression.condition, scope)
  const number = plainNumber(condition, expression.condition, '?')
  const [whenTrue, otherwise] = [evaluate(expression.whenTrue, scope), evaluate(expression.otherwise, scope)]
  return number === 0n ? otherwise : whenTrue
}

function symbolValue(expression: Expression & { kind: 'symbol' }, scope: Scope): Value {
  const value = scope.lookUp(expression.name)
  if (value !== undefined) return value
  if (isFloatName(expression.name)) throw new AssemblyMistake(expression, messages.badNumber(expression.name))
  if (scope.isElsewhere(expression.name))
    throw new AssemblyMistake(expression, messages.externName(expression.name))
  throw new AssemblyMistake(
    expression,
    messages.undefinedLabel(expression.name, nearest(expression.name, scope.names())),
  )
}

function unary(expression: Expression & { kind: 'unary' }, operand: Value): Value {
  switch (expression.operator) {
    case '+':
      return operand
    case '-':
      return scaled(operand, -1n)
    default: {
      const number = plainNumber(operand, expression, expression.operator)
      const result = expression.operator === '~' ? ~number : number === 0n ? 1n : 0n
      return { ...operand, number: result }
    }
  }
}

function binary(expression: Expression & { kind: 'binary' }, left: Value, right: Value): Value {
  switch (expression.operator) {
    case '+':
      return sum(left, right)
    case '-':
      return sum(left, scaled(right, -1n))
    case '*':
      if (isPlain(right)) return scaled(left, right.number)
      if (isPlain(left)) return scaled(right, left.number)
  }
  const comparison = COMPARISONS[expression.operator]
  if (comparison !== undefined) {
    const difference = sum(left, scaled(right, -1n))
    const distance = plainNumber(difference, expression, expression.operator)
    return { ...plainValue(BigInt(comparison(distance))), unsettled: difference.unsettled }
  }
  const a = plainNumber(left, expression.left, expression.operator)
  const b = plainNumber(right, expression.right, expression.operator)
  const unsettled = left.unsettled || right.unsettled
  if (DIVISIONS.has(expression.operator) && b === 0n) {
    if (unsettled) return { ...plainValue(0n), unsettled }
    throw new AssemblyMistake(expression, messages.divisionByZero())
  }
  return { ...plainValue(OPERATORS[expression.operator]!(a, b)), unsettled }
}

/** By the difference of the operands, as signed numbers; so labels of one section can be compared. */
const COMPARISONS: Readonly<Record<string, (difference: bigint) => boolean | bigint>> = {
  '=': (difference) => difference === 0n,
  '==': (difference) => difference === 0n,
  '!=': (difference) => difference !== 0n,
  '<>': (difference) => difference !== 0n,
  '<': (difference) => difference < 0n,
  '<=': (difference) => difference <= 0n,
  '>': (difference) => difference > 0n,
  '>=': (difference) => difference >= 0n,
  '<=>': (difference) => (difference < 0n ? -1n : difference > 0n ? 1n : 0n),
}

const DIVISIONS = new Set(['/', '//', '%', '%%'])
const unsigned = (value: bigint) => BigInt.asUintN(64, value)

/** nasm's operators on 64-bit numbers: `/`, `%` and `>>` are unsigned, `//` and `%%` signed. */
const OPERATORS: Record<string, (a: bigint, b: bigint) => bigint> = {
  '/': (a, b) => unsigned(a) / unsigned(b),
  '//': (a, b) => a / b,
  '%': (a, b) => unsigned(a) % unsigned(b),
  '%%': (a, b) => a % b,
  '<<': (a, b) => BigInt.asIntN(64, b > 63n || b < 0n ? 0n : a << b),
  '>>': (a, b) => (b > 63n || b < 0n ? 0n : unsigned(a) >> b),
  '<<<': (a, b) => BigInt.asIntN(64, b > 63n || b < 0n ? 0n : a << b),
  '>>>': (a, b) => BigInt.asIntN(64, a) >> (b > 63n || b < 0n ? 63n : b),
  '&&': (a, b) => (a !== 0n && b !== 0n ? 1n : 0n),
  '^^': (a, b) => ((a !== 0n) !== (b !== 0n) ? 1n : 0n),
  '||': (a, b) => (a !== 0n || b !== 0n ? 1n : 0n),
  '&': (a, b) => a & b,
  '^': (a, b) => a ^ b,
  '|': (a, b) => a | b,
}

function plainNumber(value: Value, span: Expression, operator: string): bigint {
  if (!isPlain(value)) throw new AssemblyMistake(span, messages.badOperator(operator))
  return value.number
}

function sum(a: Value, b: Value): Value {
  return {
    number: a.number + b.number,
    registers: [...a.registers, ...b.registers],
    sections: addedSections(a.sections, b.sections),
    unsettled: a.unsettled || b.unsettled,
  }
}

function scaled(value: Value, factor: bigint): Value {
  return {
    number: value.number * factor,
    registers: value.registers.map(({ name, factor: own }) => ({ name, factor: own * factor })),
    sections:
      factor === 0n ? NO_SECTIONS : new Map([...value.sections].map(([name, own]) => [name, own * factor])),
    unsettled: value.unsettled,
  }
}

function addedSections(
  a: ReadonlyMap<string, bigint>,
  b: ReadonlyMap<string, bigint>,
): ReadonlyMap<string, bigint> {
  if (a.size === 0) return b
  if (b.size === 0) return a
  const added = new Map(a)
  for (const [name, factor] of b) {
    const both = (added.get(name) ?? 0n) + factor
    if (both === 0n) added.delete(name)
    else added.set(name, both)
  }
  return added
}

/** The word most like `name`, if one is like it at all. */
export function nearest(name: string, words: Iterable<string>): string | undefined {
  let best: string | undefined
  let bestDistance = Math.max(1, Math.floor(name.length / 3)) + 0.5
  for (const word of words) {
    if (Math.abs(word.length - name.length) > bestDistance) continue
    const distance = editDistance(name.toLowerCase(), word.toLowerCase())
    if (distance < bestDistance) [best, bestDistance] = [word, distance]
  }
  return best
}

/** How many letters have to be inserted, left out, replaced or exchanged with their neighbour. */
function editDistance(a: string, b: string): number {
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      let least = Math.min(replaced, previous[j]! + 1, current[j - 1]! + 1)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, before[j - 2]! + 1)
      current.push(least)
    }
    before = previous
    previous = current
  }
  return previous[b.length]!
}
