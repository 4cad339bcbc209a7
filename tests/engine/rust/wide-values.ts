import { INTEGER_TYPES, type IntegerType } from '#engine/rust/1-parse/syntax.ts'
import {
  arithmetic,
  bitsOf,
  compare,
  fitted,
  Panic,
  type ArithmeticSign,
  type ComparisonSign,
} from './integer-semantics.ts'
import {
  copy,
  isBoxed,
  list,
  named,
  partPlace,
  typeText,
  wholePlace,
  type Frame,
  type Function,
  type Place,
  type Scalar,
  type Tree,
  type Type,
  type Variable,
} from './wide-tree.ts'

export const SIGNS: readonly ArithmeticSign[] = ['+', '-', '*', '/', '%', '&', '|', '^', '<<', '>>']
const COMPARISONS: readonly ComparisonSign[] = ['==', '!=', '<', '<=', '>', '>=']
/** How large a part of a program may become. */
export const MOST_NODES = 260

/** Draws types, places and expressions. Numbers are what it draws by: fast-check shrinks them, and the program with them. */
export class ValueGenerator {
  protected readonly numbers: readonly number[]
  protected at = 0
  protected names = 0
  protected nodes = 0
  protected readonly functions: Function[] = []
  protected readonly structs: Extract<Type, { kind: 'struct' }>[] = []

  constructor(numbers: readonly number[]) {
    this.numbers = numbers
  }

  protected draw(limit: number): number {
    return (this.numbers[this.at++ % this.numbers.length] ?? 0) % limit
  }

  protected pick<Item>(items: readonly Item[]): Item {
    return items[this.draw(items.length)]!
  }

  protected name(prefix: string): string {
    return `${prefix}${this.names++}`
  }

  protected type(): Type {
    const kind = this.draw(10)
    if (kind === 0) return { kind: 'array', of: this.pick(INTEGER_TYPES), length: 1 + this.draw(4) }
    if (kind === 1)
      return { kind: 'tuple', of: Array.from({ length: 2 + this.draw(2) }, () => this.scalarType()) }
    if (kind === 2 && this.structs.length > 0) return this.pick(this.structs)
    return this.scalarType()
  }

  protected scalarType(): IntegerType | 'bool' {
    return this.draw(6) === 0 ? 'bool' : this.pick(INTEGER_TYPES)
  }

  // ── places ──

  protected place(variables: readonly Variable[]): Place | undefined {
    if (variables.length === 0) return undefined
    const { name, id, type } = this.pick(variables)
    if (typeof type === 'string') return wholePlace(name, id, type)
    if (type.kind === 'tuple') {
      const index = this.draw(type.of.length)
      return partPlace(`${name}.${index}`, id, type.of[index]!, () => index)
    }
    if (type.kind === 'struct') {
      const index = this.draw(type.fields.length)
      return partPlace(`${name}.f${index}`, id, type.fields[index]!, () => index)
    }
    const index = this.index(type.length, variables)
    return partPlace(`${name}[${index.text}]`, id, type.of, index.run)
  }

  /** Inside the array, or at times perhaps not. */
  protected index(length: number, variables: readonly Variable[]): Tree<number> {
    const type = this.pick(INTEGER_TYPES)
    const value = this.integer(type, variables, 1)
    const isBounded = this.draw(12) > 0
    return {
      text: isBounded ? `(${value.text}) as usize % ${length}` : `(${value.text}) as usize`,
      run: (frame) => {
        const computed = BigInt.asUintN(64, value.run(frame))
        const index = isBounded ? computed % BigInt(length) : computed
        if (index >= BigInt(length))
          throw new Panic(`index out of bounds: the len is ${length} but the index is ${index}`)
        return Number(index)
      },
    }
  }

  // ── values ──

  protected value(type: Type, variables: readonly Variable[], depth: number): Tree {
    const same = variables.filter((variable) => typeText(variable.type) === typeText(type))
    if (typeof type === 'string') return this.scalar(type, variables, depth)
    if (same.length > 0 && this.draw(3) === 0) return named(this.pick(same))
    const partDepth = Math.min(depth, 1)
    if (type.kind === 'array') {
      const parts = Array.from({ length: type.length }, () => this.integer(type.of, variables, partDepth))
      return list(parts, (texts) => `[${texts.join(', ')}]`)
    }
    if (type.kind === 'tuple')
      return list(
        type.of.map((part) => this.scalar(part, variables, partDepth)),
        (texts) => `(${texts.join(', ')})`,
      )
    const fields = type.fields.map((part) => this.integer(part, variables, partDepth))
    return list(
      fields,
      (texts) => `${type.name} { ${texts.map((text, index) => `f${index}: ${text}`).join(', ')} }`,
    )
  }

  protected scalar(type: IntegerType | 'bool', variables: readonly Variable[], depth: number): Tree<Scalar> {
    return type === 'bool' ? this.boolean(variables, depth) : this.integer(type, variables, depth)
  }

  protected integer(type: IntegerType, variables: readonly Variable[], depth: number): Tree<bigint> {
    this.nodes++
    const kind = depth === 0 || this.nodes > MOST_NODES ? this.draw(4) : this.draw(15)
    if (kind <= 1) return this.literal(type)
    if (kind <= 4) return this.read(type, variables) ?? this.literal(type)
    if (kind <= 7) return this.binary(type, variables, depth)
    if (kind === 8) return this.cast(type, variables, depth)
    if (kind === 9) return this.unary(type, variables, depth)
    if (kind === 10) return this.wrapping(type, variables, depth)
    if (kind === 11) return this.choice(type, variables, depth)
    if (kind === 14) return this.matched(type, variables, depth)
    return this.call(type, variables) ?? this.binary(type, variables, depth)
  }

  /** Of which the compiler cannot know anything: it would refuse what is sure to overflow. */
  protected literal(type: IntegerType): Tree<bigint> {
    const bits = bitsOf(type)
    const random = BigInt(this.draw(0x10000)) * 0x9e37_79b9_7f4a_7c15n
    const value = this.draw(8) === 0 ? fitted(random, type) : BigInt(this.draw(Math.min(12, 2 ** (bits - 1))))
    return { text: `std::hint::black_box(${value}${type})`, run: () => value }
  }

  protected read(type: IntegerType | 'bool', variables: readonly Variable[]): Tree<bigint> | undefined {
    const places = variables.flatMap((variable) => this.partsOf(variable, type, variables))
    if (places.length === 0) return undefined
    const place = this.pick(places)
    return { text: place.text, run: (frame) => place.at(frame).get() }
  }

  protected partsOf(
    { name, id, type }: Variable,
    wanted: IntegerType | 'bool',
    variables: readonly Variable[],
  ): Place[] {
    if (typeof type === 'string') return type === wanted ? [wholePlace(name, id, type)] : []
    if (type.kind === 'array') {
      if (type.of !== wanted || this.draw(2) === 0) return []
      const scalars = variables.filter(({ type: other }) => typeof other === 'string')
      const index = this.index(type.length, scalars)
      return [partPlace(`${name}[${index.text}]`, id, type.of, index.run)]
    }
    const parts: readonly string[] = type.kind === 'tuple' ? type.of : type.fields
    const field = type.kind === 'tuple' ? '' : 'f'
    return parts.flatMap((part, index) =>
      part === wanted ? [partPlace(`${name}.${field}${index}`, id, wanted, () => index)] : [],
    )
  }

  protected binary(type: IntegerType, variables: readonly Variable[], depth: number): Tree<bigint> {
    const sign = this.pick(SIGNS)
    const left = this.integer(type, variables, depth - 1)
    const right = this.integer(type, variables, depth - 1)
    return {
      text: `(${left.text} ${sign} ${right.text})`,
      run: (frame) => {
        const first = left.run(frame)
        return arithmetic(sign, type, first, right.run(frame))
      },
    }
  }

  protected cast(type: IntegerType, variables: readonly Variable[], depth: number): Tree<bigint> {
    if (this.draw(4) === 0) {
      const operand = this.boolean(variables, depth - 1)
      return { text: `(${operand.text} as ${type})`, run: (frame) => (operand.run(frame) ? 1n : 0n) }
    }
    const operand = this.integer(this.pick(INTEGER_TYPES), variables, depth - 1)
    return { text: `(${operand.text} as ${type})`, run: (frame) => fitted(operand.run(frame), type) }
  }

  protected unary(type: IntegerType, variables: readonly Variable[], depth: number): Tree<bigint> {
    const operand = this.integer(type, variables, depth - 1)
    if (type.startsWith('u') || this.draw(2) === 0)
      return { text: `(!${operand.text})`, run: (frame) => fitted(~operand.run(frame), type) }
    return {
      text: `(-${operand.text})`,
      run: (frame) => {
        const value = -operand.run(frame)
        if (fitted(value, type) !== value) throw new Panic('attempt to negate with overflow')
        return value
      },
    }
  }

  protected wrapping(type: IntegerType, variables: readonly Variable[], depth: number): Tree<bigint> {
    const left = this.integer(type, variables, depth - 1)
    const right = this.integer(type, variables, depth - 1)
    const [method, apply] = this.pick([
      ['wrapping_add', (a: bigint, b: bigint) => a + b],
      ['wrapping_sub', (a: bigint, b: bigint) => a - b],
      ['wrapping_mul', (a: bigint, b: bigint) => a * b],
    ] as const)
    return {
      text: `(${left.text}).${method}(${right.text})`,
      run: (frame) => {
        const first = left.run(frame)
        return fitted(apply(first, right.run(frame)), type)
      },
    }
  }

  /** `if` as a value, or a loop that ends with one. */
  protected choice(type: IntegerType, variables: readonly Variable[], depth: number): Tree<bigint> {
    const condition = this.boolean(variables, depth - 1)
    const [one, other] = [0, 1].map(() => this.integer(type, variables, depth - 1)) as [
      Tree<bigint>,
      Tree<bigint>,
    ]
    const run = (frame: Frame) => (condition.run(frame) ? one : other).run(frame)
    const label = this.name('c')
    const text = this.pick([
      `(if ${condition.text} { ${one.text} } else { ${other.text} })`,
      `(loop { if ${condition.text} { break ${one.text}; } break ${other.text}; })`,
      `('${label}: { if ${condition.text} { break '${label} ${one.text}; } ${other.text} })`,
    ])
    return { text, run }
  }

  /** `match` as a value: alternatives, a binding with a guard, one without. */
  protected matched(type: IntegerType, variables: readonly Variable[], depth: number): Tree<bigint> {
    const subject = this.integer(type, variables, depth - 1)
    const [one, other] = [BigInt(this.draw(9)), BigInt(this.draw(9))]
    const few = this.integer(type, variables, depth - 1)
    const guard = this.literal(type)
    const name = this.name('n')
    return {
      text: `(match ${subject.text} { ${one} | ${other} => ${few.text}, ${name} if ${name} > ${guard.text} => !${name}, ${name} => ${name}.wrapping_mul(3) })`,
      run: (frame) => {
        const value = subject.run(frame)
        if (value === one || value === other) return few.run(frame)
        return value > guard.run(frame) ? fitted(~value, type) : fitted(value * 3n, type)
      },
    }
  }

  protected call(type: IntegerType, variables: readonly Variable[]): Tree<bigint> | undefined {
    const possible = this.functions.filter(({ result }) => result === type)
    if (possible.length === 0) return undefined
    const { name, parameters, call } = this.pick(possible)
    // Without depth: calls in the arguments of calls would have no end.
    const given = parameters.map((parameter) => this.value(parameter.type, variables, 0))
    const texts = given.map(({ text }, index) => (isBoxed(parameters[index]!) ? `Box::new(${text})` : text))
    return {
      text: `${name}(${texts.join(', ')})`,
      run: (frame) => call(given.map((value) => copy(value.run(frame)))) as bigint,
    }
  }

  protected boolean(variables: readonly Variable[], depth: number): Tree<boolean> {
    this.nodes++
    const kind = depth <= 0 || this.nodes > MOST_NODES ? this.draw(2) : this.draw(7)
    if (kind === 0) {
      const value = this.draw(2) === 0
      return { text: `std::hint::black_box(${value})`, run: () => value }
    }
    if (kind === 1)
      return (
        (this.read('bool', variables) as Tree<unknown> as Tree<boolean> | undefined) ?? this.boolean([], 0)
      )
    if (kind <= 3) return this.comparison(variables, depth)
    const left = this.boolean(variables, depth - 1)
    if (kind === 4) return { text: `(!${left.text})`, run: (frame) => !left.run(frame) }
    const right = this.boolean(variables, depth - 1)
    return kind === 5
      ? { text: `(${left.text} && ${right.text})`, run: (frame) => left.run(frame) && right.run(frame) }
      : { text: `(${left.text} || ${right.text})`, run: (frame) => left.run(frame) || right.run(frame) }
  }

  protected comparison(variables: readonly Variable[], depth: number): Tree<boolean> {
    const type = this.pick(INTEGER_TYPES)
    const left = this.integer(type, variables, depth - 1)
    const right = this.integer(type, variables, depth - 1)
    const sign = this.pick(COMPARISONS)
    return {
      text: `(${left.text} ${sign} ${right.text})`,
      run: (frame) => {
        const first = left.run(frame)
        return compare(sign, first, right.run(frame))
      },
    }
  }
}
