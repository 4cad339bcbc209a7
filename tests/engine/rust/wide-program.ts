/**
 * Well-typed programs of most of the language, with what each of them prints and how it ends, by direct interpretation:
 * every node of the tree is drawn as its text and its meaning together. No loop is endless and no function calls itself.
 */
import fc from 'fast-check'
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

export interface WideProgram {
  readonly source: string
  /** What it prints before it ends. */
  readonly stdout: string
  readonly panic: string | null
}

type Type =
  | IntegerType
  | 'bool'
  | { readonly kind: 'array'; readonly of: IntegerType; readonly length: number }
  | { readonly kind: 'tuple'; readonly of: readonly (IntegerType | 'bool')[] }
  | { readonly kind: 'struct'; readonly name: string; readonly fields: readonly IntegerType[] }

type Scalar = bigint | boolean
type Value = Scalar | Scalar[]
/** Variables by name; a call has a frame of its own. */
type Frame = Map<string, Value>

interface Tree<Result = Value> {
  readonly text: string
  readonly run: (frame: Frame) => Result
}
type Statement = Tree<void>

interface Variable {
  readonly name: string
  readonly type: Type
  readonly isMutable: boolean
}

interface Function {
  readonly name: string
  readonly parameters: readonly Variable[]
  readonly result: IntegerType
  readonly call: (values: readonly Value[]) => Value
}

class Break {
  readonly label: string
  readonly isContinue: boolean
  constructor(label: string, isContinue: boolean) {
    this.label = label
    this.isContinue = isContinue
  }
}

const SIGNS: readonly ArithmeticSign[] = ['+', '-', '*', '/', '%', '&', '|', '^', '<<', '>>']
const COMPARISONS: readonly ComparisonSign[] = ['==', '!=', '<', '<=', '>', '>=']
const MOST_NODES = 260

export const wideProgram: fc.Arbitrary<WideProgram> = fc
  .array(fc.nat({ max: 0xffff }), { minLength: 20, maxLength: 700 })
  .map((numbers) => new Generator(numbers).program())

const copy = (value: Value): Value => (Array.isArray(value) ? [...value] : value)

class Generator {
  readonly #numbers: readonly number[]
  #at = 0
  #names = 0
  #nodes = 0
  #output = ''
  readonly #functions: Function[] = []
  readonly #items: string[] = []
  readonly #structs: Extract<Type, { kind: 'struct' }>[] = []

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers
  }

  program(): WideProgram {
    for (let index = this.#draw(3); index > 0; index--) this.#struct()
    for (let index = this.#draw(4); index > 0; index--) this.#function()
    this.#nodes = 0
    const body = this.#block([], [], 3, 8)
    const source = `${this.#items.join('\n')}\nfn main() {\n${body.text}}\n`
    return { source, ...this.#outcome(() => body.run(new Map())) }
  }

  #outcome(run: () => void): { stdout: string; panic: string | null } {
    try {
      run()
      return { stdout: this.#output, panic: null }
    } catch (thrown) {
      if (!(thrown instanceof Panic)) throw thrown
      return { stdout: this.#output, panic: thrown.message }
    }
  }

  #draw(limit: number): number {
    return (this.#numbers[this.#at++ % this.#numbers.length] ?? 0) % limit
  }

  #pick<Item>(items: readonly Item[]): Item {
    return items[this.#draw(items.length)]!
  }

  #name(prefix: string): string {
    return `${prefix}${this.#names++}`
  }

  // ── items ──

  #struct(): void {
    const name = `S${this.#structs.length}`
    const fields = Array.from({ length: 1 + this.#draw(4) }, () => this.#pick(INTEGER_TYPES))
    this.#structs.push({ kind: 'struct', name, fields })
    const written = fields.map((type, index) => `f${index}: ${type}`).join(', ')
    this.#items.push(`#[derive(Clone, Copy)]\nstruct ${name} { ${written} }`)
  }

  /** One that returns an integer; or one that changes what its first parameter, a reference, leads to. */
  #function(): void {
    const name = this.#name('g')
    const parameters = Array.from({ length: this.#draw(8) }, () => this.#variable(this.#type(), true))
    const result = this.#pick(INTEGER_TYPES)
    this.#nodes = 0
    const body = this.#block(parameters, [], 2, 3)
    const tail = this.#integer(result, parameters, 2)
    const written = parameters.map(({ name: of, type }) => `mut ${of}: ${typeText(type)}`).join(', ')
    this.#items.push(`fn ${name}(${written}) -> ${result} {\n${body.text}    ${tail.text}\n}`)
    const call = (values: readonly Value[]) => {
      const frame: Frame = new Map(parameters.map(({ name: of }, index) => [of, copy(values[index]!)]))
      body.run(frame)
      return tail.run(frame)
    }
    this.#functions.push({ name, parameters, result, call })
  }

  #variable(type: Type, isMutable: boolean): Variable {
    return { name: this.#name('v'), type, isMutable }
  }

  #type(): Type {
    const kind = this.#draw(10)
    if (kind === 0) return { kind: 'array', of: this.#pick(INTEGER_TYPES), length: 1 + this.#draw(4) }
    if (kind === 1)
      return { kind: 'tuple', of: Array.from({ length: 2 + this.#draw(2) }, () => this.#scalarType()) }
    if (kind === 2 && this.#structs.length > 0) return this.#pick(this.#structs)
    return this.#scalarType()
  }

  #scalarType(): IntegerType | 'bool' {
    return this.#draw(6) === 0 ? 'bool' : this.#pick(INTEGER_TYPES)
  }

  // ── statements ──

  #block(outer: readonly Variable[], labels: readonly string[], depth: number, most: number): Statement {
    const variables = [...outer]
    const statements: Statement[] = []
    for (let count = 1 + this.#draw(most); count > 0 && this.#nodes < MOST_NODES; count--)
      statements.push(this.#statement(variables, labels, depth))
    return {
      text: statements.map(({ text }) => `    ${text.replaceAll('\n', '\n    ')}\n`).join(''),
      run: (frame) => statements.forEach((statement) => statement.run(frame)),
    }
  }

  #statement(variables: Variable[], labels: readonly string[], depth: number): Statement {
    this.#nodes++
    const kind = this.#draw(depth === 0 ? 9 : 13)
    if (kind <= 3) return this.#let(variables)
    if (kind <= 5) return this.#assignment(variables) ?? this.#let(variables)
    if (kind <= 7) return this.#print(variables)
    if (kind === 8) return this.#jump(variables, labels) ?? this.#change(variables)
    if (kind === 9) return this.#if(variables, labels, depth)
    if (kind === 10) return this.#while(variables, labels, depth)
    if (kind === 11) return this.#for(variables, labels, depth)
    return this.#match(variables, labels, depth)
  }

  /** At times with the name of an earlier variable, which it then hides. */
  #let(variables: Variable[]): Statement {
    const type = this.#type()
    const value = this.#value(type, variables, 3)
    const hidden = this.#draw(8) === 0 ? variables.findLast(({ name }) => name.startsWith('v')) : undefined
    if (hidden !== undefined && this.#isInner(hidden, variables)) {
      const variable = this.#variable(type, true)
      return this.#declare(variables, variable, value)
    }
    return this.#declare(variables, this.#variable(type, this.#draw(3) > 0), value)
  }

  #isInner(variable: Variable, variables: readonly Variable[]): boolean {
    return variables.includes(variable)
  }

  #declare(variables: Variable[], variable: Variable, value: Tree): Statement {
    variables.push(variable)
    const { name, type, isMutable } = variable
    return {
      text: `let ${isMutable ? 'mut ' : ''}${name}: ${typeText(type)} = ${value.text};`,
      run: (frame) => void frame.set(name, copy(value.run(frame))),
    }
  }

  #assignment(variables: readonly Variable[]): Statement | undefined {
    const place = this.#place(variables.filter(({ isMutable }) => isMutable))
    if (place === undefined) return undefined
    const { type } = place
    if (type === 'bool' || this.#draw(2) === 0) {
      const value = this.#scalar(type, variables, 3)
      // The value comes first, and then an index of the place.
      return {
        text: `${place.text} = ${value.text};`,
        run: (frame) => {
          const computed = value.run(frame)
          place.set(frame, computed)
        },
      }
    }
    const sign = this.#pick(SIGNS)
    const value = this.#integer(type, variables, 2)
    return {
      text: `${place.text} ${sign}= ${value.text};`,
      run: (frame) => {
        const right = value.run(frame)
        const at = place.at(frame)
        at.set(arithmetic(sign, type, at.get(), right))
      },
    }
  }

  #print(variables: readonly Variable[]): Statement {
    const values = Array.from({ length: 1 + this.#draw(3) }, () => {
      const type = this.#scalarType()
      return {
        type,
        value: this.#scalar(type, variables, 2),
        form: this.#pick(['{}', '{:?}', '{:x}', '{:5}', '{:<4}|']),
      }
    })
    const format = values.map(({ type, form }) => (type === 'bool' && form === '{:x}' ? '{}' : form))
    return {
      text: `println!("${format.join(' ')}", ${values.map(({ value }) => value.text).join(', ')});`,
      run: (frame) => {
        const computed = values.map(({ value }) => value.run(frame))
        const texts = computed.map((value, index) => shown(value, values[index]!.type, format[index]!))
        this.#output += `${texts.join(' ')}\n`
      },
    }
  }

  #jump(variables: readonly Variable[], labels: readonly string[]): Statement | undefined {
    if (labels.length === 0) return undefined
    const condition = this.#boolean(variables, 2)
    const label = this.#pick(labels)
    const isContinue = this.#draw(2) === 0
    return {
      text: `if ${condition.text} { ${isContinue ? 'continue' : 'break'} '${label}; }`,
      run: (frame) => {
        if (condition.run(frame)) throw new Break(label, isContinue)
      },
    }
  }

  /** Through a mutable reference. */
  #change(variables: Variable[]): Statement {
    const place = this.#place(variables.filter(({ isMutable }) => isMutable))
    if (place === undefined || place.type === 'bool') return this.#let(variables)
    const { type } = place
    const reference = this.#name('r')
    const value = this.#integer(type, variables, 1)
    const held = this.#name('h')
    return {
      text: `let ${held}: ${type} = ${value.text};\n{ let ${reference} = &mut ${place.text}; *${reference} = ${reference}.wrapping_mul(${held}); *${reference} ^= ${held}; }`,
      run: (frame) => {
        const computed = value.run(frame)
        const at = place.at(frame)
        at.set(fitted(at.get() * computed, type))
        at.set(arithmetic('^', type, at.get(), computed))
      },
    }
  }

  #if(variables: readonly Variable[], labels: readonly string[], depth: number): Statement {
    const condition = this.#boolean(variables, 3)
    const then = this.#block(variables, labels, depth - 1, 3)
    const otherwise = this.#draw(2) === 0 ? this.#block(variables, labels, depth - 1, 3) : undefined
    return {
      text: `if ${condition.text} {\n${then.text}}${otherwise === undefined ? '' : ` else {\n${otherwise.text}}`}`,
      run: (frame) => (condition.run(frame) ? then : otherwise)?.run(frame),
    }
  }

  #while(variables: readonly Variable[], labels: readonly string[], depth: number): Statement {
    const [counter, label, rounds] = [this.#name('k'), this.#name('l'), this.#draw(4)]
    const condition = this.#boolean(variables, 2)
    const body = this.#block(variables, [...labels, label], depth - 1, 3)
    return {
      text: `let mut ${counter} = 0u8;\n'${label}: while ${counter} < ${rounds} && ${condition.text} {\n    ${counter} += 1;\n${body.text}}`,
      run: (frame) => {
        for (let round = 0; round < rounds && condition.run(frame); round++)
          if (!once(body, frame, label)) break
      },
    }
  }

  #for(variables: readonly Variable[], labels: readonly string[], depth: number): Statement {
    const [label, type] = [this.#name('l'), this.#pick(INTEGER_TYPES)]
    const index = this.#variable(type, false)
    const [first, last, isInclusive] = [this.#draw(4), this.#draw(6), this.#draw(2) === 0]
    const body = this.#block([...variables, index], [...labels, label], depth - 1, 3)
    return {
      text: `'${label}: for ${index.name} in ${first}..${isInclusive ? '=' : ''}${last} {\n    let ${index.name}: ${type} = ${index.name};\n${body.text}}`,
      run: (frame) => {
        for (let at = first; isInclusive ? at <= last : at < last; at++) {
          frame.set(index.name, BigInt(at))
          if (!once(body, frame, label)) break
        }
      },
    }
  }

  #match(variables: readonly Variable[], labels: readonly string[], depth: number): Statement {
    const type = this.#pick(INTEGER_TYPES)
    const subject = this.#integer(type, variables, 2)
    const [low, span] = [BigInt(this.#draw(5)), BigInt(this.#draw(20))]
    const arms = [0, 1, 2].map(() => this.#block(variables, labels, depth - 1, 2))
    const [one, range, rest] = arms as [Statement, Statement, Statement]
    return {
      text: `match ${subject.text} {\n    ${low + span + 1n} => {\n${one.text}    }\n    ${low}..=${low + span} => {\n${range.text}    }\n    _ => {\n${rest.text}    }\n}`,
      run: (frame) => {
        const value = subject.run(frame)
        const isInRange = low <= value && value <= low + span
        ;(value === low + span + 1n ? one : isInRange ? range : rest).run(frame)
      },
    }
  }

  // ── places ──

  #place(variables: readonly Variable[]): Place | undefined {
    if (variables.length === 0) return undefined
    const { name, type } = this.#pick(variables)
    if (typeof type === 'string') return wholePlace(name, type)
    if (type.kind === 'tuple') {
      const index = this.#draw(type.of.length)
      return partPlace(`${name}.${index}`, name, type.of[index]!, () => index)
    }
    if (type.kind === 'struct') {
      const index = this.#draw(type.fields.length)
      return partPlace(`${name}.f${index}`, name, type.fields[index]!, () => index)
    }
    const index = this.#index(type.length, variables)
    return partPlace(`${name}[${index.text}]`, name, type.of, index.run)
  }

  /** Inside the array, or at times perhaps not. */
  #index(length: number, variables: readonly Variable[]): Tree<number> {
    const type = this.#pick(INTEGER_TYPES)
    const value = this.#integer(type, variables, 1)
    const isBounded = this.#draw(12) > 0
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

  #value(type: Type, variables: readonly Variable[], depth: number): Tree {
    const same = variables.filter((variable) => typeText(variable.type) === typeText(type))
    if (typeof type === 'string') return this.#scalar(type, variables, depth)
    if (same.length > 0 && this.#draw(3) === 0) return named(this.#pick(same))
    if (type.kind === 'array') {
      const parts = Array.from({ length: type.length }, () => this.#integer(type.of, variables, 1))
      return list(parts, (texts) => `[${texts.join(', ')}]`)
    }
    if (type.kind === 'tuple')
      return list(
        type.of.map((part) => this.#scalar(part, variables, 1)),
        (texts) => `(${texts.join(', ')})`,
      )
    const fields = type.fields.map((part) => this.#integer(part, variables, 1))
    return list(
      fields,
      (texts) => `${type.name} { ${texts.map((text, index) => `f${index}: ${text}`).join(', ')} }`,
    )
  }

  #scalar(type: IntegerType | 'bool', variables: readonly Variable[], depth: number): Tree<Scalar> {
    return type === 'bool' ? this.#boolean(variables, depth) : this.#integer(type, variables, depth)
  }

  #integer(type: IntegerType, variables: readonly Variable[], depth: number): Tree<bigint> {
    this.#nodes++
    const kind = depth === 0 || this.#nodes > MOST_NODES ? this.#draw(4) : this.#draw(14)
    if (kind <= 1) return this.#literal(type)
    if (kind <= 4) return this.#read(type, variables) ?? this.#literal(type)
    if (kind <= 7) return this.#binary(type, variables, depth)
    if (kind === 8) return this.#cast(type, variables, depth)
    if (kind === 9) return this.#unary(type, variables, depth)
    if (kind === 10) return this.#wrapping(type, variables, depth)
    if (kind === 11) return this.#choice(type, variables, depth)
    return this.#call(type, variables) ?? this.#binary(type, variables, depth)
  }

  /** Of which the compiler cannot know anything: it would refuse what is sure to overflow. */
  #literal(type: IntegerType): Tree<bigint> {
    const bits = bitsOf(type)
    const random = BigInt(this.#draw(0x10000)) * 0x9e37_79b9_7f4a_7c15n
    const value =
      this.#draw(4) === 0 ? fitted(random, type) : BigInt(this.#draw(Math.min(12, 2 ** (bits - 1))))
    return { text: `std::hint::black_box(${value}${type})`, run: () => value }
  }

  #read(type: IntegerType | 'bool', variables: readonly Variable[]): Tree<bigint> | undefined {
    const places = variables.flatMap((variable) => this.#partsOf(variable, type, variables))
    if (places.length === 0) return undefined
    const place = this.#pick(places)
    return { text: place.text, run: (frame) => place.at(frame).get() }
  }

  #partsOf({ name, type }: Variable, wanted: IntegerType | 'bool', variables: readonly Variable[]): Place[] {
    if (typeof type === 'string') return type === wanted ? [wholePlace(name, type)] : []
    if (type.kind === 'array') {
      if (type.of !== wanted || this.#draw(2) === 0) return []
      const scalars = variables.filter(({ type: other }) => typeof other === 'string')
      const index = this.#index(type.length, scalars)
      return [partPlace(`${name}[${index.text}]`, name, type.of, index.run)]
    }
    const parts: readonly string[] = type.kind === 'tuple' ? type.of : type.fields
    const field = type.kind === 'tuple' ? '' : 'f'
    return parts.flatMap((part, index) =>
      part === wanted ? [partPlace(`${name}.${field}${index}`, name, wanted, () => index)] : [],
    )
  }

  #binary(type: IntegerType, variables: readonly Variable[], depth: number): Tree<bigint> {
    const sign = this.#pick(SIGNS)
    const left = this.#integer(type, variables, depth - 1)
    const right = this.#integer(type, variables, depth - 1)
    return {
      text: `(${left.text} ${sign} ${right.text})`,
      run: (frame) => {
        const first = left.run(frame)
        return arithmetic(sign, type, first, right.run(frame))
      },
    }
  }

  #cast(type: IntegerType, variables: readonly Variable[], depth: number): Tree<bigint> {
    if (this.#draw(4) === 0) {
      const operand = this.#boolean(variables, depth - 1)
      return { text: `(${operand.text} as ${type})`, run: (frame) => (operand.run(frame) ? 1n : 0n) }
    }
    const operand = this.#integer(this.#pick(INTEGER_TYPES), variables, depth - 1)
    return { text: `(${operand.text} as ${type})`, run: (frame) => fitted(operand.run(frame), type) }
  }

  #unary(type: IntegerType, variables: readonly Variable[], depth: number): Tree<bigint> {
    const operand = this.#integer(type, variables, depth - 1)
    if (type.startsWith('u') || this.#draw(2) === 0)
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

  #wrapping(type: IntegerType, variables: readonly Variable[], depth: number): Tree<bigint> {
    const left = this.#integer(type, variables, depth - 1)
    const right = this.#integer(type, variables, depth - 1)
    const [method, apply] = this.#pick([
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
  #choice(type: IntegerType, variables: readonly Variable[], depth: number): Tree<bigint> {
    const condition = this.#boolean(variables, depth - 1)
    const [one, other] = [0, 1].map(() => this.#integer(type, variables, depth - 1)) as [
      Tree<bigint>,
      Tree<bigint>,
    ]
    const run = (frame: Frame) => (condition.run(frame) ? one : other).run(frame)
    return this.#draw(2) === 0
      ? { text: `(if ${condition.text} { ${one.text} } else { ${other.text} })`, run }
      : { text: `(loop { if ${condition.text} { break ${one.text}; } break ${other.text}; })`, run }
  }

  #call(type: IntegerType, variables: readonly Variable[]): Tree<bigint> | undefined {
    const possible = this.#functions.filter(({ result }) => result === type)
    if (possible.length === 0) return undefined
    const { name, parameters, call } = this.#pick(possible)
    const given = parameters.map((parameter) => this.#value(parameter.type, variables, 1))
    return {
      text: `${name}(${given.map(({ text }) => text).join(', ')})`,
      run: (frame) => call(given.map((value) => copy(value.run(frame)))) as bigint,
    }
  }

  #boolean(variables: readonly Variable[], depth: number): Tree<boolean> {
    this.#nodes++
    const kind = depth <= 0 || this.#nodes > MOST_NODES ? this.#draw(2) : this.#draw(7)
    if (kind === 0) {
      const value = this.#draw(2) === 0
      return { text: `std::hint::black_box(${value})`, run: () => value }
    }
    if (kind === 1)
      return (
        (this.#read('bool', variables) as Tree<unknown> as Tree<boolean> | undefined) ?? this.#boolean([], 0)
      )
    if (kind <= 3) return this.#comparison(variables, depth)
    const left = this.#boolean(variables, depth - 1)
    if (kind === 4) return { text: `(!${left.text})`, run: (frame) => !left.run(frame) }
    const right = this.#boolean(variables, depth - 1)
    return kind === 5
      ? { text: `(${left.text} && ${right.text})`, run: (frame) => left.run(frame) && right.run(frame) }
      : { text: `(${left.text} || ${right.text})`, run: (frame) => left.run(frame) || right.run(frame) }
  }

  #comparison(variables: readonly Variable[], depth: number): Tree<boolean> {
    const type = this.#pick(INTEGER_TYPES)
    const left = this.#integer(type, variables, depth - 1)
    const right = this.#integer(type, variables, depth - 1)
    const sign = this.#pick(COMPARISONS)
    return {
      text: `(${left.text} ${sign} ${right.text})`,
      run: (frame) => {
        const first = left.run(frame)
        return compare(sign, first, right.run(frame))
      },
    }
  }
}

interface Place {
  readonly text: string
  readonly type: IntegerType | 'bool'
  /** Finds the place; an index is computed once. */
  readonly at: (frame: Frame) => { get: () => bigint; set: (value: Scalar) => void }
  readonly set: (frame: Frame, value: Scalar) => void
}

function wholePlace(name: string, type: IntegerType | 'bool'): Place {
  const at = (frame: Frame) => ({
    get: () => frame.get(name) as bigint,
    set: (value: Scalar) => void frame.set(name, value),
  })
  return { text: name, type, at, set: (frame, value) => at(frame).set(value) }
}

function partPlace(
  text: string,
  name: string,
  type: IntegerType | 'bool',
  indexOf: (frame: Frame) => number,
): Place {
  const at = (frame: Frame) => {
    const index = indexOf(frame)
    const parts = frame.get(name) as Scalar[]
    return { get: () => parts[index] as bigint, set: (value: Scalar) => void (parts[index] = value) }
  }
  return { text, type, at, set: (frame, value) => at(frame).set(value) }
}

function named({ name }: Variable): Tree {
  return { text: name, run: (frame) => copy(frame.get(name)!) }
}

function list(parts: readonly Tree<Scalar>[], write: (texts: readonly string[]) => string): Tree {
  return {
    text: write(parts.map(({ text }) => text)),
    run: (frame) => parts.map((part) => part.run(frame)),
  }
}

/** Runs a loop's body. @returns whether the loop goes on */
function once(body: Statement, frame: Frame, label: string): boolean {
  try {
    body.run(frame)
    return true
  } catch (thrown) {
    if (!(thrown instanceof Break) || thrown.label !== label) throw thrown
    return thrown.isContinue
  }
}

function typeText(type: Type): string {
  if (typeof type === 'string') return type
  if (type.kind === 'array') return `[${type.of}; ${type.length}]`
  return type.kind === 'tuple' ? `(${type.of.join(', ')})` : type.name
}

function shown(value: Scalar, type: IntegerType | 'bool', form: string): string {
  const plain = value.toString()
  if (form === '{:x}') return BigInt.asUintN(bitsOf(type as IntegerType), value as bigint).toString(16)
  if (form === '{:5}') return type === 'bool' ? plain.padEnd(5) : plain.padStart(5)
  return form === '{:<4}|' ? `${plain.padEnd(4)}|` : plain
}
