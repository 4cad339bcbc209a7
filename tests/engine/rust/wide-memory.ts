/** What drawn programs do by way of memory: statics, references, slices, raw pointers and boxes. */
import { INTEGER_TYPES, type IntegerType } from '#engine/rust/1-parse/syntax.ts'
import { arithmetic, bitsOf, fitted, Panic } from './integer-semantics.ts'
import {
  copy,
  typeText,
  type Frame,
  type Place,
  type Scalar,
  type Tree,
  type Type,
  type Variable,
} from './wide-tree.ts'
import { ValueGenerator } from './wide-values.ts'

type ArrayType = Extract<Type, { kind: 'array' }>
type ArrayVariable = Variable & { readonly type: ArrayType }
type Statement = Tree<void>

/** A value within a value within a value: deeper the compiler refuses what nobody writes. */
const DEEPEST = 2

const HELPERS = {
  /** Through a mutable reference. */
  bump: (name: string, type: string) =>
    `fn ${name}(r: &mut ${type}, by: ${type}) -> ${type} { *r = (*r).wrapping_add(by); *r }`,
  sum: (name: string, type: string) =>
    `fn ${name}(s: &[${type}]) -> ${type} { let mut t: ${type} = 0; let mut i = 0; while i < s.len() { t = t.wrapping_add(s[i]); i += 1; } t }`,
  fill: (name: string, type: string) =>
    `fn ${name}(s: &mut [${type}], v: ${type}) { let mut i = 0; while i < s.len() { s[i] = v; i += 1; } }`,
  boxed: (name: string, type: string) => `fn ${name}(v: ${type}) -> Box<${type}> { Box::new(v) }`,
  longer: (name: string, type: string) =>
    `fn ${name}<'a>(a: &'a [${type}], b: &'a [${type}]) -> &'a [${type}] { if a.len() < b.len() { b } else { a } }`,
  at: (name: string, type: string) =>
    `unsafe fn ${name}(p: *const ${type}, i: usize) -> ${type} { unsafe { *p.add(i) } }`,
}

export class MemoryGenerator extends ValueGenerator {
  protected readonly items: string[] = []
  private readonly helpers = new Set<string>()
  private readonly values: Frame = new Map()
  private readonly mutables: { name: string; type: IntegerType }[] = []
  private readonly constants: { name: string; type: IntegerType }[] = []
  private readonly tables: ArrayVariable[] = []
  /** How many reads through memory the present one stands in. */
  private nesting = 0

  // ── items ──

  protected global(): void {
    const [type, kind] = [this.pick(INTEGER_TYPES), this.draw(3)]
    const name = this.name('G')
    if (kind === 2) return this.table(name, { kind: 'array', of: type, length: 1 + this.draw(4) })
    const value = this.plain(type)
    this.values.set(name, value)
    this.items.push(`${kind === 0 ? 'static mut' : 'const'} ${name}: ${type} = ${value};`)
    ;(kind === 0 ? this.mutables : this.constants).push({ name, type })
  }

  private table(name: string, type: ArrayType): void {
    const values = Array.from({ length: type.length }, () => this.plain(type.of))
    this.values.set(name, values)
    this.tables.push({ name, id: name, type, isMutable: false })
    this.items.push(`static ${name}: ${typeText(type)} = [${values.join(', ')}];`)
  }

  private plain(type: IntegerType): bigint {
    const random = BigInt(this.draw(0x10000)) * 0x9e37_79b9_7f4a_7c15n
    return this.draw(2) === 0
      ? fitted(random, type)
      : BigInt(this.draw(Math.min(12, 2 ** (bitsOf(type) - 1))))
  }

  /** Declared with its first use. */
  private helper(kind: keyof typeof HELPERS, type: IntegerType): string {
    const name = `${kind}_${type}`
    if (!this.helpers.has(name)) this.items.push(HELPERS[kind](name, type))
    this.helpers.add(name)
    return name
  }

  // ── values ──

  /** At times through memory, and not by a variable's name. */
  protected override read(
    type: IntegerType | 'bool',
    variables: readonly Variable[],
  ): Tree<bigint> | undefined {
    if (type === 'bool' || this.nesting === DEEPEST || this.draw(4) > 0) return super.read(type, variables)
    const ways = [
      () => this.globalRead(type),
      () => this.sliceRead(type, variables),
      () => this.pointerRead(type, variables),
      () => this.referenceRead(type, variables),
      () => this.boxRead(type, variables),
    ]
    this.nesting++
    const found = this.pick(ways)()
    this.nesting--
    return found ?? super.read(type, variables)
  }

  private globalRead(type: IntegerType): Tree<bigint> | undefined {
    const read = (name: string) => () => this.values.get(name) as bigint
    const trees = [
      ...this.mutables.map((one) => ({ ...one, text: `(unsafe { ${one.name} })` })),
      ...this.constants.map((one) => ({ ...one, text: `std::hint::black_box(${one.name})` })),
    ].filter((one) => one.type === type)
    if (trees.length === 0) return undefined
    const { name, text } = this.pick(trees)
    return { text, run: read(name) }
  }

  private arrays(type: IntegerType, variables: readonly Variable[]): ArrayVariable[] {
    return [...variables, ...this.tables].filter(isArray).filter((array) => array.type.of === type)
  }

  private elements({ id }: Variable, frame: Frame): bigint[] {
    return (frame.get(id) ?? this.values.get(id)) as bigint[]
  }

  /** Indexed, added up by a function, or the longer one of two; whole or from some element on. */
  private sliceRead(type: IntegerType, variables: readonly Variable[]): Tree<bigint> | undefined {
    const arrays = this.arrays(type, variables)
    if (arrays.length === 0) return undefined
    const [one, other] = [this.slice(this.pick(arrays)), this.slice(this.pick(arrays))]
    const sum = (values: readonly bigint[]) =>
      values.reduce((total, value) => fitted(total + value, type), 0n)
    const kind = this.draw(3)
    if (kind === 0)
      return {
        text: `${this.helper('sum', type)}(${one.text})`,
        run: (frame) => sum(one.run(frame) as bigint[]),
      }
    if (kind === 1)
      return {
        text: `${this.helper('sum', type)}(${this.helper('longer', type)}(${one.text}, ${other.text}))`,
        run: (frame) => {
          const [first, second] = [one.run(frame), other.run(frame)] as bigint[][]
          return sum(first!.length < second!.length ? second! : first!)
        },
      }
    const name = this.name('s')
    const index = this.indexInto(`${name}.len()`, variables)
    return {
      text: `({ let ${name}: &[${type}] = ${one.text}; ${name}[${index.text}] })`,
      run: (frame) => {
        const values = one.run(frame) as bigint[]
        return values[index.run(frame, values.length)]!
      },
    }
  }

  /** Like `index`, for what has no length before it runs. */
  private indexInto(
    length: string,
    variables: readonly Variable[],
  ): { text: string; run: (frame: Frame, length: number) => number } {
    const scalars = variables.filter(({ type }) => typeof type === 'string')
    const value = this.integer(this.pick(INTEGER_TYPES), scalars, 1)
    const isBounded = this.draw(12) > 0
    return {
      text: isBounded ? `(${value.text}) as usize % ${length}` : `(${value.text}) as usize`,
      run: (frame, count) => {
        const computed = BigInt.asUintN(64, value.run(frame))
        const index = isBounded ? computed % BigInt(count) : computed
        if (index >= BigInt(count))
          throw new Panic(`index out of bounds: the len is ${count} but the index is ${index}`)
        return Number(index)
      },
    }
  }

  private slice(array: ArrayVariable): Tree<Scalar[]> {
    const from = this.draw(array.type.length)
    return {
      text: from === 0 ? `&${array.name}` : `&${array.name}[${from}..]`,
      run: (frame) => this.elements(array, frame).slice(from),
    }
  }

  /** By the address of a place, or of an array and from there on. */
  private pointerRead(type: IntegerType, variables: readonly Variable[]): Tree<bigint> | undefined {
    const arrays = this.arrays(type, variables)
    if (arrays.length === 0 || this.draw(2) === 0) {
      const place = super.read(type, variables)
      if (place === undefined) return undefined
      return { text: `(unsafe { *(&raw const ${place.text}) })`, run: place.run }
    }
    const array = this.pick(arrays)
    const index = this.draw(array.type.length)
    const run = (frame: Frame) => this.elements(array, frame)[index]!
    const pointer = `&raw const ${array.name} as *const ${type}`
    return this.draw(2) === 0
      ? { text: `(unsafe { ${this.helper('at', type)}(${pointer}, ${index}) })`, run }
      : { text: `(unsafe { (${pointer}).add(${index}).read() })`, run }
  }

  private referenceRead(type: IntegerType, variables: readonly Variable[]): Tree<bigint> | undefined {
    const place = super.read(type, variables)
    if (place === undefined) return undefined
    const [one, two] = [this.name('r'), this.name('r')]
    return this.draw(2) === 0
      ? { text: `({ let ${one} = &${place.text}; *${one} })`, run: place.run }
      : { text: `({ let ${one} = &${place.text}; let ${two} = &${one}; **${two} })`, run: place.run }
  }

  /** One without a name, which is given back when its statement ends. */
  private boxRead(type: IntegerType, variables: readonly Variable[]): Tree<bigint> {
    const value = this.integer(type, variables, 1)
    const text = this.draw(2) === 0 ? 'Box::new' : this.helper('boxed', type)
    return { text: `(*${text}(${value.text}))`, run: value.run }
  }

  // ── statements ──

  /** What changes memory other than by a variable's name; undefined where there is nothing to change. */
  protected memoryStatement(variables: Variable[]): Statement | undefined {
    const places = variables.filter(({ isMutable }) => isMutable)
    const ways = [
      () => this.globalWrite(variables),
      () => this.sliceWrite(variables, places),
      () => this.pointerWrite(variables, places),
      () => this.bump(variables, places),
      () => this.fill(variables, places),
      () => this.box(variables),
    ]
    return this.pick(ways)()
  }

  private globalWrite(variables: readonly Variable[]): Statement | undefined {
    if (this.mutables.length === 0) return undefined
    const { name, type } = this.pick(this.mutables)
    const value = this.integer(type, variables, 2)
    const [sign, apply] = this.pick([
      ['=', (_old: bigint, value: bigint) => value],
      ['^=', (old: bigint, value: bigint) => arithmetic('^', type, old, value)],
      ['+=', (old: bigint, value: bigint) => arithmetic('+', type, old, value)],
    ] as const)
    return {
      text: `unsafe { ${name} ${sign} ${value.text}; }`,
      run: (frame) => {
        const computed = value.run(frame)
        this.values.set(name, apply(this.values.get(name) as bigint, computed))
      },
    }
  }

  private sliceWrite(variables: readonly Variable[], places: readonly Variable[]): Statement | undefined {
    const arrays = places.filter(isArray)
    if (arrays.length === 0) return undefined
    const array = this.pick(arrays)
    const type = array.type.of
    const from = this.draw(array.type.length)
    const [slice, held, at] = [this.name('s'), this.name('h'), this.name('i')]
    const value = this.integer(type, variables, 2)
    const index = this.indexInto(`${array.type.length - from}`, variables)
    const range = from === 0 ? '' : `[${from}..]`
    return {
      text: `let ${held}: ${type} = ${value.text};\nlet ${at}: usize = ${index.text};\n{ let ${slice}: &mut [${type}] = &mut ${array.name}${range}; ${slice}[${at}] ^= ${held}; }`,
      run: (frame) => {
        const computed = value.run(frame)
        const place = index.run(frame, array.type.length - from)
        const values = this.elements(array, frame)
        values[from + place] = arithmetic('^', type, values[from + place]!, computed)
      },
    }
  }

  private pointerWrite(variables: readonly Variable[], places: readonly Variable[]): Statement | undefined {
    const arrays = places.filter(isArray)
    const [held, pointer] = [this.name('h'), this.name('p')]
    if (arrays.length > 0 && this.draw(2) === 0) {
      const array = this.pick(arrays)
      const type = array.type.of
      const value = this.integer(type, variables, 2)
      const index = this.draw(array.type.length)
      return {
        text: `let ${held}: ${type} = ${value.text};\nunsafe { let ${pointer} = &raw mut ${array.name} as *mut ${type}; ${pointer}.add(${index}).write(${held}); }`,
        run: (frame) => {
          const computed = value.run(frame)
          this.elements(array, frame)[index] = computed
        },
      }
    }
    const place = this.integerPlace(places)
    if (place === undefined) return undefined
    const value = this.integer(place.type, variables, 2)
    return {
      text: `let ${held}: ${place.type} = ${value.text};\n{ let ${pointer}: *mut ${place.type} = &mut ${place.text}; unsafe { *${pointer} = (*${pointer}).wrapping_sub(${held}); } }`,
      run: (frame) => {
        const computed = value.run(frame)
        const at = place.at(frame)
        at.set(fitted(at.get() - computed, place.type))
      },
    }
  }

  private integerPlace(places: readonly Variable[]): (Place & { type: IntegerType }) | undefined {
    const place = this.place(places)
    return place === undefined || place.type === 'bool' ? undefined : (place as Place & { type: IntegerType })
  }

  /** Declares what a function returns that changes a place of the caller's. */
  private bump(variables: Variable[], places: readonly Variable[]): Statement | undefined {
    const place = this.integerPlace(places)
    if (place === undefined) return undefined
    const { type } = place
    const by = this.literal(type)
    const name = this.name('v')
    const text = `let ${name}: ${type} = ${this.helper('bump', type)}(&mut ${place.text}, ${by.text});`
    variables.push({ name, id: name, type, isMutable: false })
    return {
      text,
      run: (frame) => {
        const at = place.at(frame)
        at.set(fitted(at.get() + by.run(frame), type))
        frame.set(name, at.get())
      },
    }
  }

  private fill(variables: readonly Variable[], places: readonly Variable[]): Statement | undefined {
    const arrays = places.filter(isArray)
    if (arrays.length === 0) return undefined
    const array = this.pick(arrays)
    const { of: type, length } = array.type
    const from = this.draw(length)
    const value = this.integer(type, variables, 2)
    const held = this.name('h')
    const range = from === 0 ? '' : `[${from}..]`
    return {
      text: `let ${held}: ${type} = ${value.text};\n${this.helper('fill', type)}(&mut ${array.name}${range}, ${held});`,
      run: (frame) => {
        const computed = value.run(frame)
        this.elements(array, frame).fill(computed, from)
      },
    }
  }

  /** A variable on the heap, at times moved at once into another one; it is dropped where its block ends. */
  private box(variables: Variable[]): Statement {
    const type = this.type()
    const value = this.value(type, variables, 2)
    const [first, last] = [this.name('b'), this.name('b')]
    const isMoved = this.draw(2) === 0
    const isMutable = this.draw(3) > 0
    const mut = isMutable ? 'mut ' : ''
    const text = isMoved
      ? `let ${first}: Box<${typeText(type)}> = Box::new(${value.text});\nlet ${mut}${last} = ${first};`
      : `let ${mut}${last}: Box<${typeText(type)}> = Box::new(${value.text});`
    variables.push({ name: `(*${last})`, id: last, type, isMutable })
    return { text, run: (frame) => void frame.set(last, copy(value.run(frame))) }
  }
}

function isArray(variable: Variable): variable is ArrayVariable {
  return typeof variable.type !== 'string' && variable.type.kind === 'array'
}
