import type {
  ArithmeticOperator,
  Binary,
  Call,
  Cast,
  Expression,
  FloatLiteral,
  FloatType,
  IntegerType,
  Path,
  Reference,
} from '../1-parse/syntax.ts'
import { diagnose, messages, type Message } from '../messages.ts'
import { calculate, compare, inRange, isComparison, type Outcome } from './arithmetic.ts'
import { builtinFunction } from './builtins.ts'
import {
  bitsOfFloat,
  bitsOfInteger,
  bitsOfLiteral,
  calculateFloat,
  floatOfBits,
  integerOfFloat,
} from './floats.ts'
import type { Inference } from './infer.ts'
import { behindPointers } from './pointers.ts'
import type { ProgramTypes } from './program-types.ts'
import { alignmentOf, fieldIndex, sizeOf } from './type-layout.ts'
import { bitsOf, fits, greatestOf, known, leastOf, wrap, type Field, type Type } from './types.ts'

/**
 * A value known at compile time: a scalar as a number (`char` as its code point), the parts of an array, tuple or struct,
 * a variant of an enum, a text, or a reference to a value.
 */
export type Value = bigint | readonly Value[] | VariantValue | TextValue | ReferenceValue

export interface VariantValue {
  /** Which. */
  readonly variant: number
  readonly parts: readonly Value[]
}

/** `&'static str` */
export interface TextValue {
  readonly text: string
}

/** What it leads to lives as long as the program runs. */
export interface ReferenceValue {
  readonly referent: Value
  /** Of what it leads to, before an array's reference becomes a slice's. */
  readonly type: Type
}

/** Behind all references. */
function behindReferences(value: Value | undefined): Value | undefined {
  return typeof value === 'object' && 'referent' in value ? behindReferences(value.referent) : value
}

/** Computes the value of a constant, or says why it has none. */
export class Evaluator {
  private readonly program: ProgramTypes
  private readonly inference: Inference
  private readonly isQuiet: boolean
  private hasFailed = false

  /** @param isQuiet where there may well be no value: nothing is said then */
  constructor(program: ProgramTypes, inference: Inference, isQuiet = false) {
    this.program = program
    this.inference = inference
    this.isQuiet = isQuiet
  }

  value(expression: Expression): Value | undefined {
    const value = this.evaluate(expression)
    if (value === undefined && !this.hasFailed) return this.fail(expression, messages.notConstant)
    return value
  }

  private evaluate(expression: Expression): Value | undefined {
    switch (expression.kind) {
      case 'integer':
        return this.literal(expression, expression.value)
      case 'float':
        return this.floatLiteral(expression, '')
      case 'boolean':
        return expression.value ? 1n : 0n
      case 'character':
        return BigInt(expression.codePoint)
      case 'string':
        return { text: expression.text }
      case 'reference':
        return this.reference(expression)
      case 'dereference': {
        const value = this.evaluate(expression.operand)
        return typeof value === 'object' && 'referent' in value ? value.referent : undefined
      }
      case 'path':
        return pathValue(expression)
      case 'variable':
        return this.variable(expression)
      case 'negation':
        return this.negation(expression, expression.operand)
      case 'not':
        return this.not(expression.operand)
      case 'binary':
        return this.binary(expression)
      case 'cast':
        return this.cast(expression)
      case 'call':
        return this.call(expression)
      case 'if':
        return this.choose(expression)
      case 'block':
        return this.block(expression)
      default:
        return this.aggregate(expression)
    }
  }

  private aggregate(expression: Expression): Value | undefined {
    switch (expression.kind) {
      case 'tuple':
      case 'array':
        return this.all(expression.elements)
      case 'repeat': {
        const element = this.evaluate(expression.element)
        const type = this.typeOf(expression)
        if (element === undefined || type.kind !== 'array') return undefined
        return new Array<Value>(type.length).fill(element)
      }
      case 'struct': {
        const type = this.typeOf(expression)
        const { item } = expression
        const values = expression.base ? undefined : this.all(expression.fields.map(({ value }) => value))
        const valueOf = ({ name }: Field) =>
          values?.[expression.fields.findIndex((each) => each.name.text === name)] ?? 0n
        if (type.kind === 'struct') return values && type.fields.map(valueOf)
        if (type.kind !== 'enum' || item?.kind !== 'variant') return undefined
        return values && { variant: item.index, parts: type.variants[item.index]!.fields.map(valueOf) }
      }
      case 'field': {
        const object = behindReferences(this.evaluate(expression.object))
        const type = behindPointers(this.typeOf(expression.object))
        const { text } = expression.name
        return Array.isArray(object)
          ? (object as Value[])[type.kind === 'struct' ? fieldIndex(type, text) : Number(text)]
          : undefined
      }
      case 'index': {
        const object = behindReferences(this.evaluate(expression.object))
        const index = this.evaluate(expression.index)
        if (!Array.isArray(object) || typeof index !== 'bigint') return undefined
        if (index >= BigInt(object.length))
          return this.fail(expression, messages.constantIndex(object.length, index))
        return (object as Value[])[Number(index)]
      }
      // What captures nothing has nothing in it.
      case 'closure': {
        const type = this.typeOf(expression)
        return type.kind === 'struct' && type.fields.length === 0 ? [] : undefined
      }
      default:
        return undefined
    }
  }

  /** Of a constant; what can be changed is no constant. */
  private reference({ isRaw, mutable, operand }: Reference): Value | undefined {
    if (isRaw || mutable) return undefined
    const referent = this.evaluate(operand)
    return referent === undefined ? undefined : { referent, type: this.typeOf(operand) }
  }

  private all(expressions: readonly Expression[]): readonly Value[] | undefined {
    const values: Value[] = []
    for (const each of expressions) {
      const value = this.evaluate(each)
      if (value === undefined) return undefined
      values.push(value)
    }
    return values
  }

  private literal(expression: Expression, value: bigint): Value | undefined {
    const type = this.integerType(expression)
    if (type === undefined || fits(value, type)) return value
    return this.fail(expression, messages.literalOutOfRange(type, leastOf(type), greatestOf(type)))
  }

  private floatLiteral(expression: FloatLiteral, sign: string): Value | undefined {
    const type = this.floatType(expression)
    return type && bitsOfLiteral(sign + expression.text, type)
  }

  private variable(expression: Expression & { kind: 'variable' }): Value | undefined {
    const meaning = this.program.resolution.meanings.get(expression)
    if (meaning?.kind === 'const') {
      const value = this.program.valueOf(meaning)
      if (value === undefined) this.hasFailed = true
      return value
    }
    if (meaning?.kind === 'function' && this.inference.coercionOf(expression) === undefined) return []
    return this.fail(
      expression,
      meaning?.kind === 'static' ? messages.staticInConstant : messages.variableInConstant,
    )
  }

  private negation(expression: Expression, operand: Expression): Value | undefined {
    const type = this.integerType(expression)
    if (operand.kind === 'integer') return this.literal(expression, -operand.value)
    if (operand.kind === 'float') return this.floatLiteral(operand, '-')
    const value = this.evaluate(operand)
    const float = this.floatType(operand)
    if (float && typeof value === 'bigint') return bitsOfFloat(-floatOfBits(value, float), float)
    if (typeof value !== 'bigint' || type === undefined) return undefined
    return this.outcome(expression, inRange(-value, type), type, `negate \`${value}\``)
  }

  private not(operand: Expression): Value | undefined {
    const value = this.evaluate(operand)
    const type = this.integerType(operand)
    if (typeof value !== 'bigint') return undefined
    return type === undefined ? 1n - value : wrap(~value, type)
  }

  private binary(binary: Binary): Value | undefined {
    const { operator } = binary
    const left = this.evaluate(binary.left)
    if (operator === '&&' && left === 0n) return 0n
    if (operator === '||' && left === 1n) return 1n
    const right = this.evaluate(binary.right)
    if (typeof left !== 'bigint' || typeof right !== 'bigint') return undefined
    if (operator === '&&' || operator === '||') return right
    const float = this.floatType(binary.left)
    if (float) return floatOutcome(operator, left, right, float)
    if (isComparison(operator)) return compare(operator, left, right) ? 1n : 0n
    const type = this.integerType(binary)
    if (type === undefined)
      return operator === '&' ? left & right : operator === '|' ? left | right : left ^ right
    const attempt = `compute \`${left}_${type} ${operator} ${right}_${type}\``
    return this.outcome(binary, calculate(operator as ArithmeticOperator, left, right, type), type, attempt)
  }

  private outcome(
    place: Expression,
    outcome: Outcome,
    type: IntegerType,
    attempt: string,
  ): Value | undefined {
    if ('value' in outcome) return outcome.value
    const what = outcome.problem === 'zero' ? 'which would divide by zero' : 'which would overflow'
    return this.fail(place, messages.constantFails(`${attempt}, ${what}`, type))
  }

  private cast({ operand, type }: Cast): Value | undefined {
    const value = this.evaluate(operand)
    const target = known(this.program.typeFor(type))
    const from = this.typeOf(operand)
    if (from.kind === 'enum' && typeof value === 'object' && 'variant' in value && target.kind === 'integer')
      return wrap(from.variants[value.variant]!.discriminant, target.name)
    if (typeof value !== 'bigint') return undefined
    if (from.kind === 'float' || target.kind === 'float') return castFloat(value, from, target)
    return target.kind === 'integer'
      ? wrap(value, target.name)
      : target.kind === 'pointer'
        ? undefined
        : value
  }

  private call(call: Call): Value | undefined {
    const { callee } = call
    const meaning = callee.kind === 'variable' ? this.program.resolution.meanings.get(callee) : undefined
    if (
      meaning?.kind === 'function' &&
      !meaning.isConstant &&
      !this.program.resolution.ofLibrary.has(meaning)
    )
      return this.fail(call, messages.notConstantFunction(meaning.name.text))
    const name = callee.kind === 'path' ? builtinFunction(callee) : undefined
    if (callee.kind !== 'path' || (name !== 'size_of' && name !== 'align_of')) return undefined
    const type = this.typeOf(callee)
    return BigInt(name === 'size_of' ? sizeOf(type) : alignmentOf(type))
  }

  private choose({ condition, then, otherwise }: Expression & { kind: 'if' }): Value | undefined {
    const decision = this.evaluate(condition)
    if (decision === undefined || !otherwise) return undefined
    return this.evaluate(decision === 1n ? then : otherwise)
  }

  private block({ block }: Expression & { kind: 'block' }): Value | undefined {
    const [only] = block.statements
    return block.statements.length === 1 && only?.kind === 'expression' && only.isTail
      ? this.evaluate(only.expression)
      : undefined
  }

  private typeOf(expression: Expression): Type {
    return this.inference.typeOf(expression)
  }

  private integerType(expression: Expression): IntegerType | undefined {
    const type = this.typeOf(expression)
    return type.kind === 'integer' ? type.name : undefined
  }

  private floatType(expression: Expression): FloatType | undefined {
    const type = this.typeOf(expression)
    return type.kind === 'float' ? type.name : undefined
  }

  private fail(place: Expression, message: Message): undefined {
    this.hasFailed = true
    if (!this.isQuiet) this.program.diagnostics.push(diagnose(place, message))
    return undefined
  }
}

function floatOutcome(operator: Binary['operator'], left: bigint, right: bigint, type: FloatType): bigint {
  const [one, other] = [floatOfBits(left, type), floatOfBits(right, type)]
  if (isComparison(operator)) return compare(operator, one, other) ? 1n : 0n
  return bitsOfFloat(calculateFloat(operator, one, other), type)
}

/** From or to a floating-point number. */
function castFloat(value: bigint, from: Type, to: Type): bigint | undefined {
  if (from.kind === 'integer' && to.kind === 'float') return bitsOfInteger(value, to.name)
  if (from.kind !== 'float') return undefined
  const number = floatOfBits(value, from.name)
  if (to.kind === 'float') return bitsOfFloat(number, to.name)
  return to.kind === 'integer' ? integerOfFloat(number, leastOf(to.name), greatestOf(to.name)) : undefined
}

/** `u8::MAX`, `u8::MIN`, `u8::BITS`. */
export function pathValue({ segments }: Path): bigint {
  const [typeName, constant] = segments.slice(-2).map(({ text }) => text)
  const type = typeName as IntegerType
  if (constant === 'BITS') return BigInt(bitsOf(type))
  return constant === 'MAX' ? greatestOf(type) : leastOf(type)
}
