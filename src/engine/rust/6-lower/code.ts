import type { Span } from '../1-parse/syntax.ts'
import { sizeOf } from '../3-check/type-layout.ts'
import { isSigned, known, type Type } from '../3-check/types.ts'
import type { Data } from './data.ts'
import type { Instruction } from './instruction.ts'

/** Where a value lies: in the frame, in a static, or where a pointer kept in the frame says. */
export type Place =
  | { readonly kind: 'frame'; readonly offset: number }
  | { readonly kind: 'static'; readonly label: string; readonly offset: number }
  | { readonly kind: 'behind'; readonly pointer: number; readonly offset: number; readonly length?: number }

const SIZES: Readonly<Record<number, string>> = { 1: 'byte', 2: 'word', 4: 'dword', 8: 'qword' }
const ACCUMULATOR: Readonly<Record<number, string>> = { 1: 'al', 2: 'ax', 4: 'eax', 8: 'rax' }
const COUNTER: Readonly<Record<number, string>> = { 1: 'cl', 2: 'cx', 4: 'ecx', 8: 'rcx' }

export function partOf(register: 'rax' | 'rcx', size: number): string {
  const name = (register === 'rax' ? ACCUMULATOR : COUNTER)[size]
  if (name === undefined) throw new RangeError(`no register of ${size} bytes`)
  return name
}

export function isSignedType(type: Type): boolean {
  const found = known(type)
  return found.kind === 'integer' && isSigned(found.name)
}

/** Writes instructions one by one, keeps track of the frame's room, and of what stands apart behind the function. */
export class Code {
  readonly data: Data
  readonly instructions: Instruction[] = []
  /** Blocks for what rarely happens, behind the epilogue. */
  readonly apart: Instruction[] = []
  span: Span = { from: 0, to: 0 }
  /** How far the frame reaches below RBP, now and at most. */
  depth: number
  deepest: number
  /** Above it nothing is given back before the block ends. */
  private floor = 0
  private labelCount = 0

  constructor(data: Data, depth: number) {
    this.data = data
    this.depth = depth
    this.deepest = depth
  }

  emit(text: string, comment = ''): void {
    this.instructions.push({ mnemonic: text, operands: [], span: this.span, comment })
  }

  label(): string {
    return `.${++this.labelCount}`
  }

  mark(label: string): void {
    this.emit(`${label}:`)
  }

  /** Room in the frame for an intermediate result. @returns the offset from RBP */
  room(size: number): number {
    this.depth = Math.ceil((this.depth + size) / 8) * 8
    this.deepest = Math.max(this.deepest, this.depth)
    return -this.depth
  }

  /** Gives back the room that is taken inside. */
  within<Result>(action: () => Result): Result {
    const { depth } = this
    const result = action()
    this.depth = Math.max(depth, this.floor)
    return result
  }

  /** The same for a whole block: with it ends also what something refers to. */
  withinBlock(action: () => void): void {
    const { depth, floor } = this
    action()
    this.depth = depth
    this.floor = floor
  }

  /** Room that is kept until the block ends. */
  lastingRoom(size: number): number {
    const offset = this.room(size)
    this.floor = Math.max(this.floor, this.depth)
    return offset
  }

  /** RAX waits in the frame. */
  keep(comment = ''): number {
    const slot = this.room(8)
    this.emit(`mov ${frame(slot)}, rax`, comment)
    return slot
  }

  /** The operand for `size` bytes at a place; a pointer is fetched into the given register first. */
  operand(place: Place, offset = 0, register = 'rdx'): string {
    if (place.kind === 'frame') return frame(place.offset + offset)
    if (place.kind === 'behind') this.emit(`mov ${register}, ${frame(place.pointer)}`)
    else this.emit(`lea ${register}, [rel ${place.label}]`)
    const distance = place.offset + offset
    return distance === 0 ? `[${register}]` : `[${register} + ${distance}]`
  }

  /** The address of a place into a register. */
  address(place: Place, register = 'rax'): void {
    if (place.kind === 'behind' && place.offset === 0)
      return this.emit(`mov ${register}, ${frame(place.pointer)}`)
    if (place.kind === 'static' && place.offset === 0)
      return this.emit(`lea ${register}, [rel ${place.label}]`)
    this.emit(`lea ${register}, ${this.operand(place, 0, register)}`)
  }

  /** The value at a place into RAX (or RCX), widened to 64 bits as its type is signed or not. */
  load(place: Place, type: Type, register: 'rax' | 'rcx' = 'rax', comment = ''): void {
    const size = sizeOf(type)
    if (size === 0) return this.emit(`xor e${register.slice(1)}, e${register.slice(1)}`)
    const operand = this.operand(place)
    const half = `e${register.slice(1)}`
    if (size === 8) this.emit(`mov ${register}, ${operand}`, comment)
    else if (size === 4)
      this.emit(
        isSignedType(type) ? `movsxd ${register}, dword ${operand}` : `mov ${half}, ${operand}`,
        comment,
      )
    else if (isSignedType(type)) this.emit(`movsx ${register}, ${SIZES[size]} ${operand}`, comment)
    else this.emit(`movzx ${half}, ${SIZES[size]} ${operand}`, comment)
  }

  store(place: Place, size: number, comment = ''): void {
    if (size > 0) this.emit(`mov ${this.operand(place)}, ${partOf('rax', size)}`, comment)
  }

  constant(value: bigint, register: 'rax' | 'rcx' = 'rax'): void {
    const signed = BigInt.asIntN(64, value)
    const half = `e${register.slice(1)}`
    if (signed === 0n) this.emit(`xor ${half}, ${half}`)
    else if (signed > 0n && signed <= 0xffffffffn) this.emit(`mov ${half}, ${signed}`)
    else this.emit(`mov ${register}, ${signed}`)
  }

  /** Keeps of RAX the bits of a type, widened again to 64. */
  normalise(type: Type): void {
    const size = sizeOf(type)
    const signed = isSignedType(type)
    if (size === 4) this.emit(signed ? 'movsxd rax, eax' : 'mov eax, eax')
    else if (size < 4)
      this.emit(signed ? `movsx rax, ${partOf('rax', size)}` : `movzx eax, ${partOf('rax', size)}`)
  }

  copy(from: Place, to: Place, size: number): void {
    if (size === 0) return
    if (size > 64) {
      this.address(from, 'rsi')
      this.address(to, 'rdi')
      this.emit(`mov rdx, ${size}`)
      return this.call('memory.copy', `Copy ${size} bytes`)
    }
    let [source, target] = [from, to]
    if (from.kind !== 'frame') source = this.fetched(from, 'rsi')
    if (to.kind !== 'frame') target = this.fetched(to, 'rdi')
    for (let at = 0; at < size;) {
      const step = [8, 4, 2, 1].find((each) => each <= size - at) ?? 1
      this.emit(`mov ${partOf('rax', step)}, ${inRegister(source, at, 'rsi')}`)
      this.emit(`mov ${inRegister(target, at, 'rdi')}, ${partOf('rax', step)}`)
      at += step
    }
  }

  private fetched(place: Place, register: string): Place {
    this.address(place, register)
    return { kind: 'static', label: register, offset: 0 }
  }

  call(routine: string, comment = ''): void {
    this.emit(`call ${this.data.routine(routine)}`, comment)
  }

  /** A text's address and length, where the runtime takes them. */
  text(text: string): void {
    const { label, byteCount } = this.data.text(text)
    this.emit(`lea rdi, [rel ${label}]`, JSON.stringify(text))
    this.emit(`mov esi, ${byteCount}`)
  }

  /** Instructions that stand behind the function. @returns their label */
  aside(action: () => void): string {
    const label = this.label()
    const { instructions } = this
    const before = instructions.length
    this.mark(label)
    action()
    this.apart.push(...instructions.splice(before))
    return label
  }
}

export function frame(offset: number): string {
  return offset < 0 ? `[rbp - ${-offset}]` : `[rbp + ${offset}]`
}

function inRegister(place: Place, at: number, register: string): string {
  if (place.kind === 'frame') return frame(place.offset + at)
  return at === 0 ? `[${register}]` : `[${register} + ${at}]`
}

export function shifted(place: Place, offset: number): Place {
  return { ...place, offset: place.offset + offset }
}
