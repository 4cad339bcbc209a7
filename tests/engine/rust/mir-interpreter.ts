/**
 * Runs the middle representation as it is written, on bytes with addresses: no code is generated, so that what it does
 * and what the machine does agree only if both are right.
 */
import type { ConstantItem } from '#engine/rust/1-parse/syntax.ts'
import { alignmentOf, offsetsOf, sizeOf } from '#engine/rust/3-check/type-layout.ts'
import { isSigned, isWide, known, needsDrop, wrap, type Type } from '#engine/rust/3-check/types.ts'
import {
  typeOfPart,
  typeOfPlace,
  type AssertMessage,
  type BinaryOperator,
  type Callee,
  type MirBody,
  type Operand,
  type Place,
  type Rvalue,
  type Terminator,
} from '#engine/rust/4-mir/mir.ts'
import type { Value } from '#engine/rust/3-check/evaluate.ts'
import { format, type Printed } from './mir-format.ts'
import { bytesOf, constantBytes, Memory, number, partsOf, tagFor } from './mir-memory.ts'
import { calculateFloats, compareFloats, floatBytes, integerBytes, readFloat } from './mir-floats.ts'
import type { Outcome } from './run-program.ts'

class Panic extends Error {
  readonly exitCode: number
  constructor(message: string, exitCode = 101) {
    super(message)
    this.exitCode = exitCode
  }
}

interface Frame {
  readonly body: MirBody
  readonly addresses: readonly number[]
  block: number
  /** Where the stack ended before it. */
  readonly top: number
  /** Where the caller wants what comes back. */
  readonly result: { readonly address: number; readonly target: number | undefined } | undefined
}

const VERBS: Readonly<Partial<Record<BinaryOperator, string>>> = {
  Add: 'add',
  Sub: 'subtract',
  Mul: 'multiply',
  Div: 'divide',
  Rem: 'calculate the remainder',
  Shl: 'shift left',
  Shr: 'shift right',
}

/** Nothing else lies there. */
const FIRST_FUNCTION = 0x1000_0000_0000

export class Interpreter {
  private readonly bodies: ReadonlyMap<string, MirBody>
  private readonly valueOf: (item: ConstantItem) => Value
  private readonly typeOf: (item: ConstantItem) => Type
  private readonly memory = new Memory()
  private readonly statics = new Map<ConstantItem | Value | Operand, number>()
  private readonly frames: Frame[] = []
  /** Those whose address was taken. */
  private readonly functions: string[] = []
  private output = ''
  private left: number

  /** @param budget how many blocks it may run through */
  constructor(
    bodies: readonly MirBody[],
    typeOf: (item: ConstantItem) => Type,
    valueOf: (item: ConstantItem) => Value,
    budget = 5_000_000,
  ) {
    this.bodies = new Map(bodies.map((body) => [body.label, body]))
    this.typeOf = typeOf
    this.valueOf = valueOf
    this.left = budget
  }

  /** Undefined if it takes too long. @throws Error where something leaks, or is given back twice */
  run(): Outcome | undefined {
    try {
      this.enter(this.bodies.get('main')!, [], undefined)
      while (this.frames.length > 0) {
        if (this.left-- === 0) return undefined
        this.block(this.frames.at(-1)!)
      }
      if (!this.memory.isHeapEmpty) throw new Error('memory leaks')
      return { stdout: this.output, exit_code: 0, panic: null }
    } catch (thrown) {
      if (!(thrown instanceof Panic)) throw thrown
      return { stdout: this.output, exit_code: thrown.exitCode, panic: thrown.message }
    }
  }

  private enter(body: MirBody, values: readonly Uint8Array[], result: Frame['result']): void {
    const { stack } = this.memory
    const { top } = stack
    const addresses = body.locals.map(({ type }) => stack.allocate(safeSize(type), safeAlignment(type)))
    this.frames.push({ body, addresses, block: 0, top, result })
    values.forEach((value, index) => {
      this.memory.write(addresses[index + 1]!, value)
      this.memory.own(addresses[index + 1]!, body.locals[index + 1]!.type)
    })
  }

  private block(frame: Frame): void {
    const { statements, terminator } = frame.body.blocks[frame.block]!
    for (const statement of statements) {
      if (statement.kind === 'assign') this.assign(frame, statement.place, statement.value)
      else if (statement.kind === 'storage-dead') {
        const { type } = frame.body.locals[statement.local]!
        if (needsDrop(type) && this.memory.owns(frame.addresses[statement.local]!, type))
          throw new Error(`_${statement.local} of ${frame.body.label} leaks`)
      }
    }
    this.terminator(frame, terminator)
  }

  private assign(frame: Frame, place: Place, value: Rvalue): void {
    const bytes = this.rvalue(frame, value, this.type(frame, place))
    this.store(frame, place, bytes, !(value.kind === 'use' && value.operand.kind === 'copy'))
  }

  private store(frame: Frame, place: Place, bytes: Uint8Array, owns = true): void {
    const address = this.address(frame, place)
    this.memory.write(address, bytes)
    if (owns) this.memory.own(address, this.type(frame, place))
  }

  // ── Places ──

  private type({ body }: Frame, place: Place): Type {
    return typeOfPlace(body, place)
  }

  private address(frame: Frame, { local, projection }: Place): number {
    let address = frame.addresses[local]!
    let type = known(frame.body.locals[local]!.type)
    for (const part of projection) {
      const inner = typeOfPart(type, part)
      if (part.kind === 'deref') address = this.follow(address, type, inner)
      else if (part.kind === 'downcast') this.expectVariant(address, type, part.variant)
      else if (part.kind === 'field') address += offsetsOf(type)[part.index]!
      else if (part.kind === 'element') address += part.counted.index * sizeOf(inner)
      else if (part.kind === 'subslice')
        throw new Error('what is left of a sequence is looked at by rustc alone')
      else address += Number(number(this.memory.read(frame.addresses[part.local]!, 8), false)) * sizeOf(inner)
      type = inner
    }
    return address
  }

  /** Nobody looks at what a variant holds that an enum is not. */
  private expectVariant(address: number, type: Type, variant: number): void {
    if (type.kind === 'enum' && this.memory.variantAt(address, type) !== variant)
      throw new Error('an enum is taken for a variant that it is not')
  }

  /** A raw pointer is looked at before it is followed. */
  private follow(address: number, type: Type, target: Type): number {
    const pointer = Number(number(this.memory.read(address, 8), false))
    if (type.kind === 'pointer') this.checkPointer(pointer, target)
    return pointer
  }

  private checkPointer(pointer: number, whole: Type): void {
    const target = whole.kind === 'slice' ? whole.element : whole
    const alignment = target.kind === 'str' ? 1 : alignmentOf(target)
    if (pointer % alignment !== 0) {
      const texts = [alignment, pointer].map((each) => `0x${each.toString(16)}`)
      throw new Panic(
        `misaligned pointer dereference: address must be a multiple of ${texts[0]} but is ${texts[1]}`,
        134,
      )
    }
    if (pointer === 0 && target.kind !== 'str' && sizeOf(target) > 0)
      throw new Panic('null pointer dereference occurred', 134)
  }

  private lengthAt(frame: Frame, { local, projection }: Place): bigint {
    const pointer = { local, projection: projection.slice(0, -1) }
    return number(this.memory.read(this.address(frame, pointer) + 8, 8), false)
  }

  /** A pointer, with a length where what it leads to has one. */
  private pointerTo(frame: Frame, place: Place): Uint8Array {
    const address = bytesOf(BigInt(this.address(frame, place)), 8)
    const { kind } = this.type(frame, place)
    if (kind !== 'slice' && kind !== 'str') return address
    return Uint8Array.from([...address, ...bytesOf(this.lengthAt(frame, place), 8)])
  }

  // ── Values ──

  private operand(frame: Frame, operand: Operand): Uint8Array {
    if (operand.kind === 'constant') return this.constant(operand)
    const address = this.address(frame, operand.place)
    const type = this.type(frame, operand.place)
    const bytes = this.memory.read(address, sizeOf(type))
    if (operand.kind === 'move' && needsDrop(type)) this.memory.disown(address, type)
    return bytes
  }

  private constant(operand: Operand & { kind: 'constant' }): Uint8Array {
    const { constant, type } = operand
    switch (constant.kind) {
      case 'value':
        return this.bytesOf(constant.value, type)
      case 'item':
        return this.bytesOf(this.valueOf(constant.item), type)
      case 'function':
        return bytesOf(BigInt(this.functionAt(constant.callee.label)), 8)
      case 'static':
        return bytesOf(
          BigInt(this.fixed(constant.item, this.typeOf(constant.item), this.valueOf(constant.item))),
          8,
        )
      case 'promoted': {
        const { target } = known(type) as Type & { kind: 'reference' }
        return bytesOf(BigInt(this.fixed(operand, target, constant.value)), 8)
      }
      case 'text': {
        const bytes = new TextEncoder().encode(constant.text)
        const address = this.fixedText(operand, bytes)
        return new Uint8Array([...bytesOf(BigInt(address), 8), ...bytesOf(BigInt(bytes.length), 8)])
      }
    }
  }

  private functionAt(label: string): number {
    const found = this.functions.indexOf(label)
    return FIRST_FUNCTION + (found < 0 ? this.functions.push(label) - 1 : found)
  }

  private bytesOf(value: Value, type: Type): Uint8Array {
    return constantBytes(value, type, (bytes, alignment) => {
      const address = this.memory.lasting.allocate(bytes.length, alignment)
      this.memory.write(address, bytes)
      return address
    })
  }

  /** What lies where it lies for the whole run. */
  private fixed(key: ConstantItem | Operand, type: Type, value: Value): number {
    const found = this.statics.get(key)
    if (found !== undefined) return found
    const address = this.memory.lasting.allocate(sizeOf(type), alignmentOf(type))
    this.memory.write(address, this.bytesOf(value, type))
    this.statics.set(key, address)
    return address
  }

  private fixedText(key: Operand, bytes: Uint8Array): number {
    const found = this.statics.get(key)
    if (found !== undefined) return found
    const address = this.memory.lasting.allocate(bytes.length, 1)
    this.memory.write(address, bytes)
    this.statics.set(key, address)
    return address
  }

  private scalar(frame: Frame, operand: Operand): bigint {
    const type = this.operandType(frame, operand)
    return number(this.operand(frame, operand), type.kind === 'integer' && isSigned(type.name))
  }

  private operandType(frame: Frame, operand: Operand): Type {
    return operand.kind === 'constant' ? known(operand.type) : this.type(frame, operand.place)
  }

  private rvalue(frame: Frame, value: Rvalue, type: Type): Uint8Array {
    switch (value.kind) {
      case 'use':
        return this.operand(frame, value.operand)
      case 'repeat': {
        const element = this.operand(frame, value.operand)
        const bytes = new Uint8Array(element.length * value.count)
        for (let index = 0; index < value.count; index++) bytes.set(element, index * element.length)
        return bytes
      }
      case 'ref':
      case 'raw':
        return this.pointerTo(frame, value.place)
      case 'discriminant': {
        const at = this.type(frame, value.place) as Type & { kind: 'enum' }
        const variant = this.memory.variantAt(this.address(frame, value.place), at)
        return bytesOf(at.variants[variant]!.discriminant, sizeOf(type))
      }
      case 'length':
        return bytesOf(this.lengthAt(frame, value.place), 8)
      case 'binary':
        return this.binary(frame, value, type)
      case 'unary': {
        if (type.kind === 'float') {
          const bytes = this.operand(frame, value.operand)
          return floatBytes(-readFloat(bytes), bytes.length)
        }
        const operand = this.scalar(frame, value.operand)
        if (type.kind === 'bool') return bytesOf(1n - operand, 1)
        return bytesOf(value.operator === 'Neg' ? -operand : ~operand, sizeOf(type))
      }
      case 'cast':
        return this.cast(frame, value)
      case 'aggregate':
        return this.aggregate(frame, value)
    }
  }

  private aggregate(frame: Frame, { type, variant, operands }: Rvalue & { kind: 'aggregate' }): Uint8Array {
    const whole = known(type)
    const bytes = new Uint8Array(sizeOf(whole))
    const found = whole.kind === 'enum' ? ({ kind: 'variant', of: whole, index: variant! } as const) : whole
    const offsets =
      found.kind === 'array' ? operands.map((_, index) => index * sizeOf(found.element)) : offsetsOf(found)
    operands.forEach((operand, index) => bytes.set(this.operand(frame, operand), offsets[index]))
    const tag = whole.kind === 'enum' ? tagFor(whole, variant!) : undefined
    if (tag) bytes.set(tag.bytes, tag.offset)
    return bytes
  }

  private binary(frame: Frame, value: Rvalue & { kind: 'binary' }, result: Type): Uint8Array {
    const type = this.operandType(frame, value.left)
    if (type.kind === 'float') {
      const [left, right] = [value.left, value.right].map((each) => readFloat(this.operand(frame, each)))
      const found = calculateFloats(value.operator, left!, right!)
      return typeof found === 'boolean' ? bytesOf(found ? 1n : 0n, 1) : floatBytes(found, sizeOf(type))
    }
    const exact = calculate(value.operator, this.scalar(frame, value.left), this.scalar(frame, value.right))
    if (typeof exact === 'boolean') return bytesOf(exact ? 1n : 0n, 1)
    if (!value.isChecked || result.kind !== 'tuple') return bytesOf(exact, sizeOf(type))
    const { name } = type as Type & { kind: 'integer' }
    const bytes = new Uint8Array(sizeOf(result))
    const [first, second] = offsetsOf(result)
    bytes.set(bytesOf(exact, sizeOf(type)), first)
    bytes[second!] = wrap(exact, name) === exact ? 0 : 1
    return bytes
  }

  private cast(frame: Frame, { operand, type, how }: Rvalue & { kind: 'cast' }): Uint8Array {
    const from = this.operandType(frame, operand)
    if (how.includes('Unsize')) {
      const array = known((from as Type & { kind: 'reference' }).target) as Type & { kind: 'array' }
      return Uint8Array.from([...this.operand(frame, operand), ...bytesOf(BigInt(array.length), 8)])
    }
    if (isWide(from)) return this.operand(frame, operand).slice(0, sizeOf(type))
    if (from.kind === 'float' || known(type).kind === 'float')
      return this.castFloat(frame, operand, from, known(type))
    return bytesOf(this.scalar(frame, operand), sizeOf(type))
  }

  private castFloat(frame: Frame, operand: Operand, from: Type, to: Type): Uint8Array {
    const value =
      from.kind === 'float' ? readFloat(this.operand(frame, operand)) : Number(this.scalar(frame, operand))
    if (to.kind === 'float') return floatBytes(value, sizeOf(to))
    return integerBytes(value, sizeOf(to), to.kind === 'integer' && isSigned(to.name))
  }

  // ── Ways ──

  private terminator(frame: Frame, terminator: Terminator): void {
    switch (terminator.kind) {
      case 'goto':
        frame.block = terminator.target
        return
      case 'switch': {
        const value = this.scalar(frame, terminator.operand)
        frame.block = terminator.targets.find(([each]) => each === value)?.[1] ?? terminator.otherwise
        return
      }
      case 'return':
        return this.leave(frame)
      case 'unreachable':
        throw new Error('the unreachable was reached')
      case 'drop':
        this.memory.drop(this.address(frame, terminator.place), this.type(frame, terminator.place))
        frame.block = terminator.target
        return
      case 'assert':
        if ((this.scalar(frame, terminator.operand) === 1n) !== terminator.expected)
          throw new Panic(this.failure(frame, terminator.message))
        frame.block = terminator.target
        return
      case 'call':
        return this.call(frame, terminator)
    }
  }

  private leave({ body, addresses, top, result }: Frame): void {
    this.frames.pop()
    this.memory.stack.top = top
    if (!result) return
    const { type } = body.locals[0]!
    this.memory.write(result.address, this.memory.read(addresses[0]!, safeSize(type)))
    this.memory.disown(addresses[0]!, type)
    this.memory.own(result.address, type)
    this.frames.at(-1)!.block = result.target!
  }

  private failure(frame: Frame, message: AssertMessage): string {
    const operands = () => message.operands.map((operand) => this.scalar(frame, operand))
    switch (message.kind) {
      case 'overflow':
        return `attempt to ${VERBS[message.operator]} with overflow`
      case 'negation':
        return 'attempt to negate with overflow'
      case 'division':
        return 'attempt to divide by zero'
      case 'remainder':
        return 'attempt to calculate the remainder with a divisor of zero'
      case 'bounds':
        return `index out of bounds: the len is ${operands()[0]} but the index is ${operands()[1]}`
    }
  }

  private call(frame: Frame, terminator: Terminator & { kind: 'call' }): void {
    const { callee, destination, target } = terminator
    if (callee.kind === 'function' || callee.kind === 'pointer') {
      const values = terminator.arguments.map((operand) => this.operand(frame, operand))
      const pointer = callee.kind === 'pointer' ? Number(number(values.shift()!, false)) : undefined
      const label = callee.kind === 'pointer' ? this.functions[pointer! - FIRST_FUNCTION] : callee.label
      const body = this.bodies.get(label!)!
      // A closure that is called through a pointer is empty, and comes first.
      const missing = body.parameterCount - values.length
      const empty = Array.from({ length: missing }, () => new Uint8Array(0))
      const address = this.address(frame, destination)
      return this.enter(body, [...empty, ...values], { address, target })
    }
    if (callee.kind === 'format') this.print(frame, callee, terminator.arguments)
    else if (callee.kind === 'virtual') throw new Error('no vtables are made here')
    else {
      const result = this.library(frame, callee, terminator.arguments)
      this.store(frame, destination, result)
    }
    frame.block = target!
  }

  private print(
    frame: Frame,
    { macro, pieces }: Callee & { kind: 'format' },
    operands: readonly Operand[],
  ): void {
    const values = operands.map((operand): Printed => {
      if (operand.kind === 'constant' && operand.constant.kind === 'text') return operand.constant.text
      const { target } = this.operandType(frame, operand) as Type & { kind: 'reference' }
      return { address: Number(number(this.operand(frame, operand), false)), type: target }
    })
    if (macro === 'assert_eq' || macro === 'assert_ne') throw new Panic(this.unequal(macro, pieces, values))
    const text = format(this.memory, pieces, values)
    if (macro.includes('print')) this.output += macro.startsWith('e') ? '' : text
    else throw new Panic(text)
  }

  private unequal(
    macro: string,
    pieces: (Callee & { kind: 'format' })['pieces'],
    values: readonly Printed[],
  ): string {
    const debug = {
      value: 0,
      form: '?',
      fill: 32,
      alignment: undefined,
      hasPlus: false,
      isAlternate: false,
      isZeroed: false,
      width: 0,
    } as const
    const [left, right, ...others] = values
    const said = format(this.memory, pieces, others)
    const shown = [left!, right!].map((each) => format(this.memory, [debug], [each]))
    const sign = macro === 'assert_eq' ? '==' : '!='
    return `assertion \`left ${sign} right\` failed${said && `: ${said}`}\n  left: ${shown[0]}\n right: ${shown[1]}`
  }

  private library(
    frame: Frame,
    { name, of, range }: Callee & { kind: 'library' },
    operands: readonly Operand[],
  ): Uint8Array {
    const [first, second] = operands
    const value = (operand: Operand | undefined) => this.scalar(frame, operand!)
    const pointer = (operand: Operand | undefined) =>
      Number(number(this.operand(frame, operand!).slice(0, 8), false))
    const target = () =>
      known((this.operandType(frame, first!) as Type & { kind: 'pointer' | 'reference' }).target)
    switch (name) {
      case 'Box::new':
        return bytesOf(BigInt(this.boxed(frame, first!, of)), 8)
      case 'drop': {
        const address = this.memory.lasting.allocate(sizeOf(of), alignmentOf(of))
        this.memory.write(address, this.operand(frame, first!))
        this.memory.own(address, of)
        this.memory.drop(address, of)
        return new Uint8Array(0)
      }
      case 'black_box':
        return this.operand(frame, first!)
      case 'swap': {
        const size = sizeOf(target())
        const [one, other] = [pointer(first), pointer(second)]
        const kept = this.memory.read(one, size)
        this.memory.write(one, this.memory.read(other, size))
        this.memory.write(other, kept)
        return new Uint8Array(0)
      }
      case 'size_of_val':
      case 'align_of_val': {
        const type = target()
        const element = type.kind === 'slice' ? type.element : type
        if (name === 'align_of_val') return bytesOf(BigInt(alignmentOf(element)), 8)
        const count = type.kind === 'slice' ? number(this.operand(frame, first!).slice(8), false) : 1n
        return bytesOf(count * BigInt(sizeOf(element)), 8)
      }
      case 'null':
      case 'null_mut':
        return new Uint8Array(8)
      case 'len':
        return this.operand(frame, first!).slice(8)
      case 'is_empty':
        return bytesOf(number(this.operand(frame, first!).slice(8), false) === 0n ? 1n : 0n, 1)
      case 'as_ptr':
      case 'as_mut_ptr':
        return this.operand(frame, first!).slice(0, 8)
      case 'index':
      case 'index_mut':
        return this.subslice(this.operand(frame, first!), operands.slice(1).map(value), range!, target())
      case 'is_null':
        return bytesOf(pointer(first) === 0 ? 1n : 0n, 1)
      case 'read':
        this.checkPointer(pointer(first), target())
        return this.memory.read(pointer(first), sizeOf(target()))
      case 'write': {
        const [address, bytes] = [pointer(first), this.operand(frame, second!)]
        this.checkPointer(address, target())
        this.memory.write(address, bytes)
        this.memory.own(address, target())
        return new Uint8Array(0)
      }
      case 'add':
      case 'sub':
      case 'offset': {
        const distance = value(second) * BigInt(sizeOf(target()))
        return bytesOf(BigInt(pointer(first)) + (name === 'sub' ? -distance : distance), 8)
      }
      case 'allocate':
      case 'release':
      case 'copy_elements':
      case 'drop_in_place':
      case 'forget':
      case 'reinterpret':
      case 'slice_of':
      case 'length_of':
      case 'needs_drop':
      case 'anything':
      case 'type_number':
      case 'exit_process':
        throw new Error(`${name} is what the library is written over, whose programs rustc judges`)
      case 'forward': {
        const next = value(first) + 1n
        return bytesOf(of.kind === 'char' && next === 0xd800n ? 0xe000n : next, sizeOf(of))
      }
      case 'eq':
      case 'ne':
      case 'lt':
      case 'le':
      case 'gt':
      case 'ge': {
        const order = this.compare(pointer(first), pointer(second), of)
        if (Number.isNaN(order)) return bytesOf(name === 'ne' ? 1n : 0n, 1)
        const holds = {
          eq: order === 0,
          ne: order !== 0,
          lt: order < 0,
          le: order <= 0,
          gt: order > 0,
          ge: order >= 0,
        }[name]
        return bytesOf(holds ? 1n : 0n, 1)
      }
      case 'cmp':
        return bytesOf(orderOf(this.compare(pointer(first), pointer(second), of)), 1)
      case 'square_root': {
        const bytes = this.operand(frame, first!)
        return floatBytes(Math.sqrt(readFloat(bytes)), bytes.length)
      }
      case 'wrapping_neg':
        return bytesOf(-value(first), sizeOf(of))
      case 'wrapping_add':
        return bytesOf(value(first) + value(second), sizeOf(of))
      case 'wrapping_sub':
        return bytesOf(value(first) - value(second), sizeOf(of))
      case 'wrapping_mul':
        return bytesOf(value(first) * value(second), sizeOf(of))
    }
  }

  private boxed(frame: Frame, operand: Operand, type: Type): number {
    const address = this.memory.box(this.operand(frame, operand), type)
    this.memory.own(address, type)
    return address
  }

  private subslice(
    slice: Uint8Array,
    ends: readonly bigint[],
    { hasStart, hasEnd, isInclusive }: NonNullable<(Callee & { kind: 'library' })['range']>,
    type: Type,
  ): Uint8Array {
    const [first, length] = [number(slice.slice(0, 8), false), number(slice.slice(8), false)]
    const start = hasStart ? ends[0]! : 0n
    const last = hasEnd ? ends.at(-1)! : length
    const end = isInclusive && hasEnd ? last + 1n : last
    if (start > length)
      throw new Panic(`range start index ${start} out of range for slice of length ${length}`)
    if (end > length) throw new Panic(`range end index ${last} out of range for slice of length ${length}`)
    if (start > end) throw new Panic(`slice index starts at ${start} but ends at ${end}`)
    const size = BigInt(sizeOf((type as Type & { kind: 'slice' }).element))
    return Uint8Array.from([...bytesOf(first + start * size, 8), ...bytesOf(end - start, 8)])
  }

  /** Part by part, as derived comparisons do. */
  private compare(one: number, other: number, type: Type): number {
    const found = known(type)
    const at = (address: number, index = 0) => Number(number(this.memory.read(address + 8 * index, 8), false))
    switch (found.kind) {
      case 'reference':
      case 'box': {
        const target = known(found.target)
        if (target.kind !== 'slice' && target.kind !== 'str') return this.compare(at(one), at(other), target)
        const element: Type = target.kind === 'slice' ? target.element : { kind: 'integer', name: 'u8' }
        return this.compareElements([at(one), at(other)], [at(one, 1), at(other, 1)], element)
      }
      case 'array':
        return this.compareElements([one, other], [found.length, found.length], found.element)
      case 'enum': {
        const [left, right] = [one, other].map((each) => this.memory.variantAt(each, found))
        if (left !== right) return left! - right!
        return this.compare(one, other, { kind: 'variant', of: found, index: left! })
      }
      case 'tuple':
      case 'struct':
      case 'variant': {
        const offsets = offsetsOf(found)
        for (const [index, part] of partsOf(found).entries()) {
          const order = this.compare(one + offsets[index]!, other + offsets[index]!, part)
          if (order !== 0) return order
        }
        return 0
      }
      case 'float': {
        const [left, right] = [one, other].map((each) => readFloat(this.memory.read(each, sizeOf(found))))
        return compareFloats(left!, right!) ?? NaN
      }
      default: {
        const signed = found.kind === 'integer' && isSigned(found.name)
        const [left, right] = [one, other].map((each) =>
          number(this.memory.read(each, sizeOf(found)), signed),
        )
        return left! < right! ? -1 : left! > right! ? 1 : 0
      }
    }
  }

  private compareElements(starts: readonly number[], lengths: readonly number[], element: Type): number {
    const size = sizeOf(element)
    for (let index = 0; index < Math.min(...lengths); index++) {
      const order = this.compare(starts[0]! + index * size, starts[1]! + index * size, element)
      if (order !== 0) return order
    }
    return lengths[0]! - lengths[1]!
  }
}

/** `None` is 2. */
function orderOf(order: number): bigint {
  return Number.isNaN(order) ? 2n : BigInt(Math.sign(order))
}

function calculate(operator: BinaryOperator, left: bigint, right: bigint): bigint | boolean {
  switch (operator) {
    case 'Add':
      return left + right
    case 'Sub':
      return left - right
    case 'Mul':
      return left * right
    case 'Div':
      return left / right
    case 'Rem':
      return left % right
    case 'Shl':
      return left << right
    case 'Shr':
      return left >> right
    case 'BitAnd':
      return left & right
    case 'BitOr':
      return left | right
    case 'BitXor':
      return left ^ right
    case 'Eq':
      return left === right
    case 'Ne':
      return left !== right
    case 'Lt':
      return left < right
    case 'Le':
      return left <= right
    case 'Gt':
      return left > right
    case 'Ge':
      return left >= right
  }
}

function safeSize(type: Type): number {
  const { kind } = known(type)
  return kind === 'slice' || kind === 'str' ? 0 : sizeOf(type)
}

function safeAlignment(type: Type): number {
  const { kind } = known(type)
  return kind === 'slice' || kind === 'str' ? 1 : alignmentOf(type)
}
