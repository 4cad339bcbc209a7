import fc from 'fast-check'
import { fits, greatestOf, isSigned, leastOf } from '#engine/rust/3-check/types.ts'
import { INTEGER_TYPES, type IntegerType } from '#engine/rust/1-parse/syntax.ts'

/** A well-typed program without overflow, and the values its variables have in the end, by direct interpretation. */
export interface GeneratedProgram {
  readonly source: string
  /** In the order of the declarations. */
  readonly variables: readonly Variable[]
}

interface Variable {
  readonly name: string
  readonly type: IntegerType | 'bool' | 'char'
  readonly mutable: boolean
  readonly value: bigint
}

interface Value {
  readonly text: string
  readonly value: bigint
}

/** Draws numbers: fast-check shrinks them, and with them the program. */
type Draw = (limit: number) => number

/** Of every integer type, with every operator, nested to both sides; `bool` and `char` are copied and assigned. */
export const program: fc.Arbitrary<GeneratedProgram> = fc
  .array(fc.nat({ max: 0xffff }), { minLength: 5, maxLength: 300 })
  .map((numbers) => new Generator(numbers).run())

const OPERATORS = ['+', '-', '*'] as const

class Generator {
  readonly numbers: readonly number[]
  at = 0
  readonly variables: Variable[] = []
  readonly statements: string[] = []

  constructor(numbers: readonly number[]) {
    this.numbers = numbers
  }

  readonly draw: Draw = (limit) => (this.numbers[this.at++] ?? 0) % limit

  run(): GeneratedProgram {
    while (this.at < this.numbers.length) {
      const kind = this.draw(5)
      if (kind < 3 || this.variables.length === 0) this.declare()
      else if (kind === 3) this.assign()
      else this.compound()
    }
    const body = this.statements.map((statement) => `    ${statement}\n`).join('')
    return { source: `fn generated() {\n${body}}\n`, variables: this.variables }
  }

  declare(): void {
    const name = `v${this.variables.length}`
    const kind = this.draw(12)
    const type = kind === 0 ? 'bool' : kind === 1 ? 'char' : this.pick(INTEGER_TYPES)
    const mutable = this.draw(2) === 0
    const { text, value } = this.valueOf(type)
    const isDeferred = this.draw(5) === 0
    const head = `let ${mutable ? 'mut ' : ''}${name}: ${type}`
    this.statements.push(...(isDeferred ? [`${head};`, `${name} = ${text};`] : [`${head} = ${text};`]))
    this.variables.push({ name, type, mutable, value })
  }

  assign(): void {
    const target = this.pick(this.variables)
    if (!target.mutable) return
    const { text, value } = this.valueOf(target.type)
    this.statements.push(`${target.name} = ${text};`)
    this.change(target, value)
  }

  compound(): void {
    const target = this.pick(this.variables)
    if (!target.mutable || target.type === 'bool' || target.type === 'char') return
    const right = this.calculation(target.type, 2)
    const operator = this.pick(OPERATORS)
    const result = apply(operator, target.value, right.value)
    if (!fits(result, target.type)) return
    this.statements.push(`${target.name} ${operator}= ${right.text};`)
    this.change(target, result)
  }

  change(target: Variable, value: bigint): void {
    this.variables[this.variables.indexOf(target)] = { ...target, value }
  }

  valueOf(type: Variable['type']): Value {
    const same = this.variables.filter((variable) => variable.type === type)
    if (type !== 'bool' && type !== 'char') return this.calculation(type, 4)
    if (same.length > 0 && this.draw(2) === 0) return named(this.pick(same))
    if (type === 'bool')
      return this.pick([
        { text: 'true', value: 1n },
        { text: 'false', value: 0n },
      ])
    const character = this.pick(['a', 'Z', 'é', '€', '𝒳'])
    return { text: `'${character}'`, value: BigInt(character.codePointAt(0) ?? 0) }
  }

  /** Where a result would not fit, the left side alone is taken instead. */
  calculation(type: IntegerType, depth: number): Value {
    const kind = depth === 0 ? this.draw(3) : this.draw(9)
    if (kind <= 2) return this.leaf(type)
    if (kind === 3 && isSigned(type)) return this.negation(type, depth)
    const left = this.calculation(type, depth - 1)
    const right = this.calculation(type, depth - 1)
    const operator = this.pick(OPERATORS)
    const value = apply(operator, left.value, right.value)
    if (!fits(value, type)) return left
    return { text: `(${left.text} ${operator} ${right.text})`, value }
  }

  negation(type: IntegerType, depth: number): Value {
    const operand = this.calculation(type, depth - 1)
    return fits(-operand.value, type) ? { text: `-(${operand.text})`, value: -operand.value } : operand
  }

  leaf(type: IntegerType): Value {
    const same = this.variables.filter((variable) => variable.type === type)
    if (same.length > 0 && this.draw(3) > 0) return named(this.pick(same))
    return this.literal(type)
  }

  literal(type: IntegerType): Value {
    const span = greatestOf(type) - leastOf(type)
    const large = leastOf(type) + (BigInt(this.draw(0x10000)) * span) / 0xffffn
    const value = this.draw(3) === 0 ? large : BigInt(this.draw(11))
    const digits =
      value < 0n ? value.toString() : this.draw(4) === 0 ? `0x${value.toString(16)}` : value.toString()
    return { text: value < 0n ? `(${digits})` : `${digits}${this.draw(4) === 0 ? `_${type}` : ''}`, value }
  }

  pick<T>(choices: readonly T[]): T {
    const choice = choices[this.draw(choices.length)]
    if (choice === undefined) throw new Error('nothing to choose from')
    return choice
  }
}

function named({ name, value }: Variable): Value {
  return { text: name, value }
}

function apply(operator: (typeof OPERATORS)[number], left: bigint, right: bigint): bigint {
  if (operator === '+') return left + right
  return operator === '-' ? left - right : left * right
}
