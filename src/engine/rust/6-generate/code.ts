import type { Span } from '../1-parse/syntax.ts'
import { sizeOf } from '../3-check/type-layout.ts'
import { isSigned, known, type Type } from '../3-check/types.ts'
import type { Data } from './data.ts'
import {
  frame,
  immediate,
  labelled,
  named,
  type Line,
  type MemoryOperand,
  type Operand,
  type RegisterOperand,
  type Width,
} from './instruction.ts'
import { FLOATS, isFloatRegister, part, SCRATCH, type RegisterName } from './registers.ts'

/** An intermediate result: in a register, or, where that was needed for something else, in the frame. */
export interface Held {
  readonly width: Width
  register: RegisterName | undefined
  /** From RBP. */
  slot: number | undefined
  /** Set aside from a register of floating-point numbers. */
  isFloat?: boolean
}

/** Where a value lies: so many bytes from a place that is known, or from what registers hold. */
export interface Address {
  readonly base: 'frame' | Held | { readonly label: string }
  readonly index: { readonly held: Held; readonly scale: 1 | 2 | 4 | 8 } | undefined
  readonly displacement: number
}

export function inFrame(displacement: number): Address {
  return { base: 'frame', index: undefined, displacement }
}

export function atLabel(label: string, displacement = 0): Address {
  return { base: { label }, index: undefined, displacement }
}

export function shifted(address: Address, by: number): Address {
  return by === 0 ? address : { ...address, displacement: address.displacement + by }
}

/** The width of a register that a value of a type is held in. */
export function widthOf(type: Type): Width {
  const size = sizeOf(type)
  if (size !== 1 && size !== 2 && size !== 4 && size !== 8)
    throw new RangeError(`no register of ${size} bytes`)
  return size
}

/** A register that a value of a type may be in, as near as can be to the one that is wished for. */
export function registerFor(type: Type, preferred?: RegisterName): RegisterName | undefined {
  const isFloat = known(type).kind === 'float'
  if (isFloat === isFloatRegister(preferred)) return preferred
  return isFloat ? 'xmm0' : undefined
}

export function isSignedType(type: Type): boolean {
  const found = known(type)
  return found.kind === 'integer' && isSigned(found.name)
}

/**
 * Writes instructions one by one, and keeps account of what is in which register and in which bytes of the frame below
 * the variables.
 */
export class Code {
  readonly data: Data
  readonly lines: Line[] = []
  /** Blocks for what rarely happens, behind the epilogue. */
  readonly apart: Line[] = []
  span: Span = { from: 0, to: 0 }
  /** The label at which a panic goes on that comes back from a call written here; undefined for the caller's. */
  onPanic: (() => string) | undefined
  deepest: number
  private readonly start: number
  private labelCount = 0
  /** What is in registers, the longest there first. */
  private readonly owners = new Map<RegisterName, Held>()
  /** Results that are read again later: a read leaves them where they are. */
  private readonly kept = new Set<Held>()
  private readonly rooms: { readonly top: number; readonly bottom: number }[] = []

  /** @param depth how far the frame reaches below RBP with all that lies there for good */
  constructor(data: Data, depth: number) {
    this.data = data
    this.start = Math.ceil(depth / 8) * 8
    this.deepest = depth
  }

  emit(mnemonic: string, operands: readonly Operand[] = [], comment = ''): void {
    const { span, onPanic } = this
    const pad = mnemonic === 'call' ? { onPanic: onPanic?.() ?? '' } : {}
    this.lines.push({ kind: 'instruction', mnemonic, operands, span, comment, ...pad })
  }

  label(): string {
    return `.${++this.labelCount}`
  }

  mark(label: string): void {
    this.lines.push({ kind: 'label', name: label, span: this.span })
  }

  jump(mnemonic: string, label: string, comment = ''): void {
    this.emit(mnemonic, [labelled(label)], comment)
  }

  /** Lines that stand behind the function, with the same things in the same registers. @returns their label */
  aside(write: () => void, label = this.label()): string {
    const owners = [...this.owners]
    const { onPanic } = this
    const before = this.lines.length
    this.mark(label)
    write()
    this.apart.push(...this.lines.splice(before))
    this.onPanic = onPanic
    this.owners.clear()
    for (const [register, held] of owners) this.own(held, register)
    return label
  }

  // ── The frame ──

  /** Bytes in the frame until they are given back. @returns the offset from RBP */
  room(size: number): number {
    const bytes = Math.max(8, Math.ceil(size / 8) * 8)
    let bottom = this.start + bytes
    for (const each of this.rooms)
      if (bottom > each.top && bottom - bytes < each.bottom) bottom = each.bottom + bytes
    this.rooms.push({ top: bottom - bytes, bottom })
    this.rooms.sort((one, other) => one.top - other.top)
    this.deepest = Math.max(this.deepest, bottom)
    return -bottom
  }

  giveBack(offset: number): void {
    const at = this.rooms.findIndex(({ bottom }) => bottom === -offset)
    if (at >= 0) this.rooms.splice(at, 1)
  }

  /** Bytes in the frame for as long as something is done. */
  withRoom(size: number, action: (offset: number) => void): void {
    const offset = this.room(size)
    action(offset)
    this.giveBack(offset)
  }

  // ── Registers ──

  /** A register that nothing else is in. */
  take(width: Width, preferred?: RegisterName): Held {
    const held: Held = { width, register: undefined, slot: undefined }
    this.own(held, this.free(preferred))
    return held
  }

  /** This very register; what is in it goes elsewhere. */
  takeRegister(register: RegisterName, width: Width): Held {
    this.claim(register)
    return this.take(width, register)
  }

  private own(held: Held, register: RegisterName): void {
    held.register = register
    held.slot = undefined
    this.owners.set(register, held)
  }

  private free(preferred?: RegisterName): RegisterName {
    if (preferred !== undefined && !this.owners.has(preferred)) return preferred
    const isFloat = isFloatRegister(preferred)
    const register = (isFloat ? FLOATS : SCRATCH).find((each) => !this.owners.has(each))
    if (register !== undefined) return register
    const [oldest, held] = [...this.owners].find(([each]) => isFloatRegister(each) === isFloat)!
    this.spill(held)
    return oldest
  }

  /** Sets what is in a register aside. */
  claim(register: RegisterName): void {
    const held = this.owners.get(register)
    if (!held) return
    const pool = isFloatRegister(register) ? FLOATS : SCRATCH
    const other = pool.find((each) => !this.owners.has(each))
    if (other === undefined) return this.spill(held)
    this.move(part(other, held.width), part(register, held.width), held.width)
    this.owners.delete(register)
    this.own(held, other)
  }

  spill(held: Held): void {
    const { register, width } = held
    if (register === undefined) return
    const slot = this.room(8)
    this.move(frame(slot), part(register, width), width, 'Keep it')
    held.isFloat = isFloatRegister(register)
    this.owners.delete(register)
    held.register = undefined
    held.slot = slot
  }

  /** Before a call, which leaves nothing in registers as it was. */
  spillAll(except: readonly (Held | undefined)[] = []): void {
    for (const held of [...this.owners.values()]) if (!except.includes(held)) this.spill(held)
  }

  /** The register that an intermediate result is in, once it is in one. */
  registerOf(held: Held, preferred?: RegisterName): RegisterName {
    if (held.register !== undefined) {
      // It is the last that would be set aside.
      this.owners.delete(held.register)
      this.owners.set(held.register, held)
      return held.register
    }
    const { slot } = held
    if (slot === undefined) throw new Error('a result was used twice')
    this.own(held, this.free(held.isFloat && !isFloatRegister(preferred) ? 'xmm0' : preferred))
    this.move(part(held.register!, held.width), frame(slot), held.width)
    this.giveBack(slot)
    return held.register!
  }

  /** Into this very register. */
  moveTo(held: Held, register: RegisterName): void {
    if (held.register === register) return
    this.claim(register)
    if (held.register === undefined) return void this.registerOf(held, register)
    this.move(part(register, held.width), part(held.register, held.width), held.width)
    this.owners.delete(held.register)
    this.own(held, register)
  }

  /** Until `giveUp`, giving it back does nothing. */
  keep(held: Held): void {
    this.kept.add(held)
  }

  isKept(held: Held): boolean {
    return this.kept.has(held)
  }

  /** Whoever looks at it next is the last. */
  giveUp(held: Held): void {
    this.kept.delete(held)
  }

  release(held: Held | undefined): void {
    if (held && this.kept.has(held)) return
    if (held?.register !== undefined) this.owners.delete(held.register)
    if (held?.slot !== undefined) this.giveBack(held.slot)
    if (held) held.register = held.slot = undefined
  }

  /** The same bits in a register, seen as wide as that. */
  resized(held: Held, width: Width): Held {
    if (held.width === width) return held
    const register = this.registerOf(held)
    const result: Held = { width, register, slot: undefined }
    this.owners.delete(register)
    this.owners.set(register, result)
    held.register = undefined
    return result
  }

  operand(held: Held, width: Width = held.width): RegisterOperand {
    return part(this.registerOf(held), width)
  }

  /** A result that waits in the frame is used from there. */
  source(held: Held): Operand {
    return held.register === undefined && held.slot !== undefined ? frame(held.slot) : this.operand(held)
  }

  /** The instruction that moves so many bytes, by what it moves them from and to. */
  move(target: Operand, source: Operand, width: Width, comment = ''): void {
    const isFloat = [target, source].map((each) => each.kind === 'register' && isFloatRegister(each.name))
    const whole = isFloat.every(Boolean) ? 'movaps' : width === 4 ? 'movss' : 'movsd'
    this.emit(isFloat.some(Boolean) ? whole : 'mov', [target, source], comment)
  }

  /** A result of its own, which may be changed. */
  copyOf(held: Held, preferred?: RegisterName): Held {
    const isFloat = held.isFloat === true || isFloatRegister(held.register)
    const copy = this.take(held.width, isFloat && !isFloatRegister(preferred) ? 'xmm0' : preferred)
    this.move(this.operand(copy), this.source(held), held.width)
    return copy
  }

  // ── Memory ──

  memory({ base, index, displacement }: Address, width?: Width): MemoryOperand {
    const sized = width === undefined ? {} : { width }
    if (base === 'frame' && !index) return frame(displacement, width)
    if (typeof base === 'object' && 'label' in base)
      return { kind: 'memory', base, index: undefined, displacement, ...sized }
    const baseName = base === 'frame' ? 'rbp' : this.registerOf(base)
    const scaled = index && { name: this.registerOf(index.held), scale: index.scale }
    return { kind: 'memory', base: baseName, index: scaled, displacement, ...sized }
  }

  releaseAddress({ base, index }: Address): void {
    if (base !== 'frame' && !('label' in base)) this.release(base)
    this.release(index?.held)
  }

  /** The address itself; what it is made of is given back. */
  addressInRegister(address: Address, preferred?: RegisterName): Held {
    const { base, index, displacement } = address
    const isRegister = base !== 'frame' && !('label' in base) && !index && displacement === 0
    if (isRegister) return base
    const operand = this.memory(address)
    this.releaseAddress(address)
    const held = this.take(8, preferred)
    this.emit('lea', [this.operand(held), operand])
    return held
  }

  /** Without an index, which an address counted from RIP cannot have, and of which there is only one. */
  withoutIndex(address: Address): Address {
    const isLabel = address.base !== 'frame' && 'label' in address.base
    if (!address.index && !isLabel) return address
    return { base: this.addressInRegister(address), index: undefined, displacement: 0 }
  }

  load(address: Address, width: Width, preferred?: RegisterName): Held {
    const operand = this.memory(address)
    this.releaseAddress(address)
    const held = this.take(width, preferred)
    this.move(this.operand(held), operand, width, loadText(address, width))
    return held
  }

  /** What lies at an address, widened by its sign or by zeros. */
  loadWidened(address: Address, from: Width, width: Width, signed: boolean, preferred?: RegisterName): Held {
    const operand = this.memory(address, from)
    this.releaseAddress(address)
    const held = this.take(width, preferred)
    const comment =
      from === 4 ? '' : `${loadText(address, from)}${loadText(address, from) && `, widened to ${width}`}`
    if (from === 4 && !signed) this.emit('mov', [this.operand(held, 4), this.memoryAs(operand)], comment)
    else if (from === 4) this.emit('movsxd', [this.operand(held), operand], comment)
    else
      this.emit(
        signed ? 'movsx' : 'movzx',
        [this.operand(held, signed ? width : narrow(width)), operand],
        comment,
      )
    return held
  }

  private memoryAs({ width: _, ...operand }: MemoryOperand): MemoryOperand {
    return operand
  }

  store(address: Address, source: RegisterOperand, width: Width): void {
    this.move(this.memory(address), source, width, storeText(address, width))
  }

  storeNumber(address: Address, value: bigint, width: Width): void {
    this.emit('mov', [this.memory(address, width), immediate(value)], storeText(address, width))
  }

  number(value: bigint, width: Width, preferred?: RegisterName): Held {
    const held = this.take(width, preferred)
    const target = this.operand(held)
    const bits = width < 8 ? BigInt.asUintN(8 * width, value) : BigInt.asIntN(64, value)
    this.emit('mov', [target, immediate(bits)], `Put ${value} into ${target.name.toUpperCase()}`)
    return held
  }

  // ── The runtime ──

  /** A routine of the runtime part. */
  call(routine: string, comment = ''): void {
    const operands = [labelled(this.data.routine(routine))]
    if (UNWINDING.has(routine)) return this.emit('call', operands, comment)
    this.lines.push({ kind: 'instruction', mnemonic: 'call', operands, span: this.span, comment })
  }

  /** A text's address and length, where the runtime takes them. */
  text(text: string): void {
    const { label, byteCount } = this.data.text(text)
    this.emit('lea', [named('rdi'), this.memory(atLabel(label))], JSON.stringify(text))
    this.emit('mov', [named('esi'), immediate(byteCount)])
  }
}

/** Routines that a panic comes back from. */
const UNWINDING: ReadonlySet<string> = new Set(['panic.text', 'panic.bounds', 'panic.range', 'panic.end'])

/** Writing to the lower half of a register clears the upper. */
function narrow(width: Width): Width {
  return width === 8 ? 4 : width
}

export function bytesText(width: number): string {
  return width === 1 ? '1 byte' : `${width} bytes`
}

const isVariable = ({ base, index }: Address) => base === 'frame' && !index

function loadText(address: Address, width: number): string {
  return isVariable(address) ? `Load ${bytesText(width)} from ${placeText(address)}` : ''
}

function storeText(address: Address, width: number): string {
  return isVariable(address) ? `Store ${bytesText(width)} at ${placeText(address)}` : ''
}

export function placeText({ displacement }: Address): string {
  return `RBP ${displacement < 0 ? '-' : '+'} ${Math.abs(displacement)}`
}
