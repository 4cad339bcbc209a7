/**
 * Well-typed programs of most of the language, with what each of them prints and how it ends, by direct interpretation:
 * every node of the tree is drawn as its text and its meaning together. No loop is endless and no function calls itself.
 */
import fc from 'fast-check'
import { INTEGER_TYPES, type IntegerType } from '#engine/rust/1-parse/syntax.ts'
import { arithmetic, bitsOf, fitted, Panic } from './integer-semantics.ts'
import {
  copy,
  isBoxed,
  typeText,
  type Frame,
  type Scalar,
  type Tree,
  type Type,
  type Value,
  type Variable,
} from './wide-tree.ts'
import { MemoryGenerator } from './wide-memory.ts'
import { MOST_NODES, SIGNS } from './wide-values.ts'

export interface WideProgram {
  readonly source: string
  /** What it prints before it ends. */
  readonly stdout: string
  readonly panic: string | null
}

type Statement = Tree<void>

class Break {
  readonly label: string
  readonly isContinue: boolean
  constructor(label: string, isContinue: boolean) {
    this.label = label
    this.isContinue = isContinue
  }
}

export const wideProgram: fc.Arbitrary<WideProgram> = fc
  .array(fc.nat({ max: 0xffff }), { minLength: 20, maxLength: 700 })
  .map((numbers) => new Generator(numbers).program())

class Generator extends MemoryGenerator {
  private output = ''

  program(): WideProgram {
    for (let index = this.draw(3); index > 0; index--) this.struct()
    for (let index = this.draw(5); index > 0; index--) this.global()
    for (let index = this.draw(4); index > 0; index--) this.function()
    this.nodes = 0
    const variables: Variable[] = []
    const body = this.statements(variables, [], 3, 8)
    const rest = this.printAll(variables)
    const source = `${this.items.join('\n')}\nfn main() {\n${body.text}    ${rest.text}\n}\n`
    const run = () => {
      const frame: Frame = new Map()
      body.run(frame)
      rest.run(frame)
    }
    return { source, ...this.outcome(run) }
  }

  private outcome(run: () => void): { stdout: string; panic: string | null } {
    try {
      run()
      return { stdout: this.output, panic: null }
    } catch (thrown) {
      if (!(thrown instanceof Panic)) throw thrown
      return { stdout: this.output, panic: thrown.message }
    }
  }

  // ── items ──

  private struct(): void {
    const name = `S${this.structs.length}`
    const fields = Array.from({ length: 1 + this.draw(4) }, () => this.pick(INTEGER_TYPES))
    this.structs.push({ kind: 'struct', name, fields })
    const written = fields.map((type, index) => `f${index}: ${type}`).join(', ')
    this.items.push(`#[derive(Clone, Copy)]\nstruct ${name} { ${written} }`)
  }

  /** It may change its parameters, which are its own, and returns an integer. */
  private function(): void {
    const name = this.name('g')
    const parameters = Array.from({ length: this.draw(8) }, () => this.parameter())
    const result = this.pick(INTEGER_TYPES)
    this.nodes = 0
    const variables = [...parameters]
    const body = this.statements(variables, [], 2, 3)
    const tail = this.integer(result, variables, 2)
    const written = parameters.map((one) => `mut ${one.id}: ${typeOfParameter(one)}`).join(', ')
    this.items.push(`fn ${name}(${written}) -> ${result} {\n${body.text}    ${tail.text}\n}`)
    const call = (values: readonly Value[]) => {
      const frame: Frame = new Map(parameters.map(({ id }, index) => [id, copy(values[index]!)]))
      body.run(frame)
      return tail.run(frame)
    }
    this.functions.push({ name, parameters, result, call })
  }

  /** At times a box, which the function then owns. */
  private parameter(): Variable {
    const plain = this.variable(this.type(), true)
    return this.draw(5) === 0 ? { ...plain, name: `(*${plain.id})` } : plain
  }

  private variable(type: Type, isMutable: boolean): Variable {
    const id = this.name('v')
    return { name: id, id, type, isMutable }
  }

  // ── statements ──

  private block(
    outer: readonly Variable[],
    labels: readonly string[],
    depth: number,
    most: number,
  ): Statement {
    return this.statements([...outer], labels, depth, most)
  }

  /** What they declare is among the variables afterwards. */
  private statements(
    variables: Variable[],
    labels: readonly string[],
    depth: number,
    most: number,
  ): Statement {
    const statements: Statement[] = []
    for (let count = 1 + this.draw(most); count > 0 && this.nodes < MOST_NODES; count--)
      statements.push(this.statement(variables, labels, depth))
    return {
      text: statements.map(({ text }) => `    ${text.replaceAll('\n', '\n    ')}\n`).join(''),
      run: (frame) => statements.forEach((statement) => statement.run(frame)),
    }
  }

  private statement(variables: Variable[], labels: readonly string[], depth: number): Statement {
    this.nodes++
    const kind = this.draw(depth === 0 ? 13 : 17)
    if (kind <= 3) return this.let(variables)
    if (kind <= 5) return this.assignment(variables) ?? this.let(variables)
    if (kind <= 7) return this.print(variables)
    if (kind === 8) return this.jump(variables, labels) ?? this.change(variables)
    if (kind <= 11) return this.memoryStatement(variables) ?? this.let(variables)
    if (kind === 12) return this.draw(2) === 0 ? this.deferred(variables) : this.unpacked(variables)
    if (kind === 13) return this.if(variables, labels, depth)
    if (kind === 14) return this.while(variables, labels, depth)
    if (kind === 15) return this.for(variables, labels, depth)
    return this.match(variables, labels, depth)
  }

  /** At times with the name of an earlier variable, which it then hides up to the end of the block. */
  private let(variables: Variable[]): Statement {
    const type = this.type()
    const value = this.value(type, variables, 3)
    const named = variables.filter((variable) => !isBoxed(variable))
    const hidden = this.draw(4) === 0 && named.length > 0 ? this.pick(named) : undefined
    if (hidden !== undefined) variables.splice(variables.indexOf(hidden), 1)
    const fresh = this.variable(type, this.draw(3) > 0)
    return this.declare(variables, { ...fresh, name: hidden?.name ?? fresh.name }, value)
  }

  private declare(variables: Variable[], variable: Variable, value: Tree): Statement {
    variables.push(variable)
    const { name, id, type, isMutable } = variable
    return {
      text: `let ${isMutable ? 'mut ' : ''}${name}: ${typeText(type)} = ${value.text};`,
      run: (frame) => void frame.set(id, copy(value.run(frame))),
    }
  }

  /** Initialised after its declaration, on one way or the other. */
  private deferred(variables: Variable[]): Statement {
    const type = this.type()
    const condition = this.boolean(variables, 2)
    const [one, other] = [this.value(type, variables, 2), this.value(type, variables, 2)]
    const { name, id } = this.variable(type, false)
    variables.push({ name, id, type, isMutable: false })
    return {
      text: `let ${name}: ${typeText(type)};\nif ${condition.text} { ${name} = ${one.text}; } else { ${name} = ${other.text}; }`,
      run: (frame) => void frame.set(id, copy((condition.run(frame) ? one : other).run(frame))),
    }
  }

  /** A tuple, taken apart by a pattern. */
  private unpacked(variables: Variable[]): Statement {
    const of = Array.from({ length: 2 + this.draw(2) }, () => this.scalarType())
    const value = this.value({ kind: 'tuple', of }, variables, 2)
    const parts = of.map((type) => this.variable(type, this.draw(2) === 0))
    const pattern = parts.map(({ name, isMutable }) => (isMutable ? `mut ${name}` : name)).join(', ')
    variables.push(...parts)
    return {
      text: `let (${pattern}): (${of.join(', ')}) = ${value.text};`,
      run: (frame) => {
        const values = value.run(frame) as Scalar[]
        parts.forEach(({ id }, index) => frame.set(id, values[index]!))
      },
    }
  }

  private assignment(variables: readonly Variable[]): Statement | undefined {
    const place = this.place(variables.filter(({ isMutable }) => isMutable))
    if (place === undefined) return undefined
    const { type } = place
    if (type === 'bool' || this.draw(2) === 0) {
      const value = this.scalar(type, variables, 3)
      // The value comes first, and then an index of the place.
      return {
        text: `${place.text} = ${value.text};`,
        run: (frame) => {
          const computed = value.run(frame)
          place.at(frame).set(computed)
        },
      }
    }
    const sign = this.pick(SIGNS)
    const value = this.integer(type, variables, 2)
    return {
      text: `${place.text} ${sign}= ${value.text};`,
      run: (frame) => {
        const right = value.run(frame)
        const at = place.at(frame)
        at.set(arithmetic(sign, type, at.get(), right))
      },
    }
  }

  private print(variables: readonly Variable[]): Statement {
    const values = Array.from({ length: 1 + this.draw(3) }, () => {
      const type = this.scalarType()
      return {
        type,
        value: this.scalar(type, variables, 2),
        form: this.pick(['{}', '{:?}', '{:x}', '{:5}', '{:<4}|']),
      }
    })
    const format = values.map(({ type, form }) => (type === 'bool' && form === '{:x}' ? '{}' : form))
    return {
      text: `println!("${format.join(' ')}", ${values.map(({ value }) => value.text).join(', ')});`,
      run: (frame) => {
        const computed = values.map(({ value }) => value.run(frame))
        const texts = computed.map((value, index) => shown(value, values[index]!.type, format[index]!))
        this.output += `${texts.join(' ')}\n`
      },
    }
  }

  /** What has become of every variable, and every part of it. */
  private printAll(variables: readonly Variable[]): Statement {
    const parts = variables.flatMap((variable) => partTexts(variable).map((text) => ({ variable, text })))
    return {
      text: `println!("${parts.map(() => '{}').join(' ')}"${parts.map(({ text }) => `, ${text}`).join('')});`,
      run: (frame) => {
        const values = variables.flatMap(({ id }) => frame.get(id)!)
        this.output += `${values.join(' ')}\n`
      },
    }
  }

  private jump(variables: readonly Variable[], labels: readonly string[]): Statement | undefined {
    if (labels.length === 0) return undefined
    const condition = this.boolean(variables, 2)
    const label = this.pick(labels)
    const isContinue = this.draw(2) === 0
    return {
      text: `if ${condition.text} { ${isContinue ? 'continue' : 'break'} '${label}; }`,
      run: (frame) => {
        if (condition.run(frame)) throw new Break(label, isContinue)
      },
    }
  }

  /** Through a mutable reference. */
  private change(variables: Variable[]): Statement {
    const place = this.place(variables.filter(({ isMutable }) => isMutable))
    if (place === undefined || place.type === 'bool') return this.let(variables)
    const { type } = place
    const reference = this.name('r')
    const value = this.integer(type, variables, 1)
    const held = this.name('h')
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

  private if(variables: readonly Variable[], labels: readonly string[], depth: number): Statement {
    const condition = this.boolean(variables, 3)
    const then = this.block(variables, labels, depth - 1, 3)
    const otherwise = this.draw(2) === 0 ? this.block(variables, labels, depth - 1, 3) : undefined
    return {
      text: `if ${condition.text} {\n${then.text}}${otherwise === undefined ? '' : ` else {\n${otherwise.text}}`}`,
      run: (frame) => (condition.run(frame) ? then : otherwise)?.run(frame),
    }
  }

  private while(variables: readonly Variable[], labels: readonly string[], depth: number): Statement {
    const [counter, label, rounds] = [this.name('k'), this.name('l'), this.draw(4)]
    const condition = this.boolean(variables, 2)
    const body = this.block(variables, [...labels, label], depth - 1, 3)
    return {
      text: `let mut ${counter} = 0u8;\n'${label}: while ${counter} < ${rounds} && ${condition.text} {\n    ${counter} += 1;\n${body.text}}`,
      run: (frame) => {
        for (let round = 0; round < rounds && condition.run(frame); round++)
          if (!once(body, frame, label)) break
      },
    }
  }

  private for(variables: readonly Variable[], labels: readonly string[], depth: number): Statement {
    const [label, type] = [this.name('l'), this.pick(INTEGER_TYPES)]
    const index = this.variable(type, false)
    const [first, last, isInclusive] = [this.draw(4), this.draw(6), this.draw(2) === 0]
    const body = this.block([...variables, index], [...labels, label], depth - 1, 3)
    return {
      text: `'${label}: for ${index.name} in ${first}..${isInclusive ? '=' : ''}${last} {\n    let ${index.name}: ${type} = ${index.name};\n${body.text}}`,
      run: (frame) => {
        for (let at = first; isInclusive ? at <= last : at < last; at++) {
          frame.set(index.id, BigInt(at))
          if (!once(body, frame, label)) break
        }
      },
    }
  }

  private match(variables: readonly Variable[], labels: readonly string[], depth: number): Statement {
    const type = this.pick(INTEGER_TYPES)
    const subject = this.integer(type, variables, 2)
    const [low, span] = [BigInt(this.draw(5)), BigInt(this.draw(20))]
    const arms = [0, 1, 2].map(() => this.block(variables, labels, depth - 1, 2))
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
}

function partTexts({ name, type }: Variable): string[] {
  if (typeof type === 'string') return [name]
  if (type.kind === 'array') return Array.from({ length: type.length }, (_, index) => `${name}[${index}]`)
  if (type.kind === 'tuple') return type.of.map((_, index) => `${name}.${index}`)
  return type.fields.map((_, index) => `${name}.f${index}`)
}

function typeOfParameter(parameter: Variable): string {
  return isBoxed(parameter) ? `Box<${typeText(parameter.type)}>` : typeText(parameter.type)
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

function shown(value: Scalar, type: IntegerType | 'bool', form: string): string {
  const plain = value.toString()
  if (form === '{:x}') return BigInt.asUintN(bitsOf(type as IntegerType), value as bigint).toString(16)
  if (form === '{:5}') return type === 'bool' ? plain.padEnd(5) : plain.padStart(5)
  return form === '{:<4}|' ? `${plain.padEnd(4)}|` : plain
}
