import { fromLittleEndian, highHalf, lowHalf, type BitCount } from '../bits.ts'
import type { Journal } from '../journal.ts'
import {
  accessFault,
  alignmentFault,
  arithmeticFault,
  EXECUTE,
  fault,
  READ,
  WRITE,
  type Access,
  type Fault,
  type FaultKind,
} from '../memory/fault.ts'
import { isCanonical, type PagingScheme } from '../memory/scheme.ts'
import { PAGE_SIZE, virtualAddress } from '../units.ts'
import { FLAGS_WORD, GENERAL_WORD, MXCSR_WORD, RIP_WORD } from '../words.ts'
import type { DecodedInstruction } from '../isa/decode.ts'
import { CARRY, FLAG_BITS, PARITY, STATUS_FLAGS, type FlagName } from '../isa/flags.ts'
import type { MemoryOperand } from '../isa/operand.ts'
import {
  isMmxRegister,
  mergeRegister,
  RBP,
  RCX,
  registerNamed,
  RSP,
  readX87,
  SEGMENT_BASE_WORDS,
  wordOf,
  writeX87,
  type Register,
} from '../isa/registers.ts'
import { X87, type X87Operation, type X87Source } from '../isa/x87/unit.ts'
import type { Semantics } from '../isa/semantics.ts'
import { isFaulting, Lanes } from '../isa/vectors/lanes.ts'
import { conditionHolds } from './condition.ts'

/** A number and its size in bits. */
export interface Word {
  readonly size: BitCount
  readonly value: bigint
}

/** Thrown inside one instruction to abandon it, and caught where it began. */
const ABANDONED = Symbol('abandoned')

/** A run of bytes at a virtual address, translated: `first` bytes lie in one page, the rest at `secondAt`. */
interface Place {
  readonly at: number
  readonly firstByteCount: number
  readonly secondAt: number
}

/** Bytes that an instruction reads or is about to write, translated. */
export interface InstructionAccess {
  readonly address: bigint
  readonly byteCount: number
  readonly access: Access
  /** They are read before they are written: `add [x], 1`. */
  readonly readsFirst: boolean
}

/** What translates an instruction's addresses: memory, or an observer that changes nothing. */
export interface Translator {
  readonly scheme: PagingScheme
  /** Why the last `resolve` returned -1. */
  readonly fault: Fault | undefined
  /** The physical address, or -1. */
  resolve(low: number, high: number, access: Access): number
}

/** How an instruction ended: it went on, asked to stop, or faulted and changed nothing. */
export type Outcome =
  | { readonly kind: 'continue' }
  | { readonly kind: 'halt' | 'syscall' | 'interrupt' }
  | { readonly kind: 'fault'; readonly fault: Fault }

const CONTINUE: Outcome = { kind: 'continue' }

/**
 * The plain meaning of `execute`: it computes with big integers, one instruction at a time. Writes are held back until
 * the instruction has ended, so that a fault leaves everything as it was.
 */
export class Interpreter implements Semantics<Word> {
  /** Told of every access before it is translated, for an observer of one instruction. */
  onAccess: ((access: InstructionAccess) => void) | undefined
  /** Told of each part of it that lies in one page, where it lies in RAM. */
  onPlaced: ((physical: number, byteCount: number, access: InstructionAccess) => void) | undefined

  readonly #journal: Journal
  readonly #memory: Translator

  #instruction!: DecodedInstruction
  #next = 0n
  #flags = 0
  #rip = 0n
  #outcome: Outcome = CONTINUE
  readonly #registers = new Map<number, bigint>()
  readonly #vectors = new Map<Register, bigint>()
  #mxcsr = 0
  #unit: X87 | undefined
  readonly #lanes = new Lanes()
  readonly #stores: { place: Place; value: Word }[] = []
  /** Where a memory operand lies, once it was translated for writing. */
  readonly #places = new Map<number, Place>()

  constructor(journal: Journal, memory: Translator) {
    this.#journal = journal
    this.#memory = memory
  }

  /** Executes one instruction that begins at `address`. The journal's step has begun already. */
  run(instruction: DecodedInstruction, address: bigint): Outcome {
    if (this.follow(instruction, address)) this.#commit()
    else if (this.#mxcsr !== this.#mxcsrNow) this.#journal.writeWord(this.#mxcsrAt, this.#mxcsr)
    return this.#outcome
  }

  /** Finds out what an instruction will access, and what it will do, but does not do it. @returns whether it will be done */
  follow(instruction: DecodedInstruction, address: bigint): boolean {
    const journal = this.#journal
    this.#instruction = instruction
    this.#next = BigInt.asUintN(64, address + BigInt(instruction.byteCount))
    this.#rip = this.#next
    this.#flags = journal.words[journal.registersAt + FLAGS_WORD]!
    this.#mxcsr = this.#mxcsrNow
    this.#outcome = CONTINUE
    this.#unit = undefined
    this.#registers.clear()
    this.#vectors.clear()
    this.#places.clear()
    this.#stores.length = 0
    try {
      instruction.form.row.execute(this)
    } catch (thrown) {
      if (thrown !== ABANDONED) throw thrown
      return false
    }
    return true
  }

  #commit(): void {
    const journal = this.#journal
    for (const { place, value } of this.#stores) this.#storeAt(place, value)
    for (const [number, value] of this.#registers) {
      const word = journal.registersAt + GENERAL_WORD + 2 * number
      writeIfChanged(journal, word, lowHalf(value))
      writeIfChanged(journal, word + 1, highHalf(value))
    }
    for (const [register, value] of this.#vectors) this.#keepVector(register, value)
    writeIfChanged(journal, this.#mxcsrAt, this.#mxcsr)
    if (this.#unit !== undefined) writeX87(journal, this.#unit.state)
    journal.words[journal.registersAt + FLAGS_WORD] = this.#flags
    journal.words[journal.registersAt + RIP_WORD] = lowHalf(this.#rip)
    writeIfChanged(journal, journal.registersAt + RIP_WORD + 1, highHalf(this.#rip))
  }

  #keepVector(register: Register, value: bigint): void {
    const at = this.#journal.registersAt + wordOf(register)
    this.#journal.writeWord(at, lowHalf(value))
    for (let word = 1; word < 4; word++)
      writeIfChanged(this.#journal, at + word, lowHalf(value >> BigInt(32 * word)))
  }

  get #mxcsrAt(): number {
    return this.#journal.registersAt + MXCSR_WORD
  }

  get #mxcsrNow(): number {
    return this.#journal.words[this.#mxcsrAt]!
  }

  #abandon(why: Fault): never {
    this.#outcome = { kind: 'fault', fault: why }
    throw ABANDONED
  }

  // ── operands ──

  get size(): BitCount {
    return this.#instruction.form.size
  }

  get operandCount(): number {
    return this.#instruction.operands.length
  }

  operandSize(operand: number): BitCount {
    return this.#instruction.form.operands[operand]!.size
  }

  isMemory(operand: number): boolean {
    return this.#instruction.operands[operand]!.kind === 'memory'
  }

  isRegister(operand: number): boolean {
    return this.#instruction.operands[operand]!.kind === 'register'
  }

  read(number: number): Word {
    const operand = this.#instruction.operands[number]!
    switch (operand.kind) {
      case 'register': {
        const value = this.#readRegister(operand.register)
        const { size } = this.#instruction.form.operands[number]!
        return operand.register.size === 128 ? word(size, value.value) : value
      }
      case 'immediate':
        if (this.#instruction.form.row.unsignedImmediate) return word(operand.size, operand.value)
        return word(this.size, operand.value)
      case 'memory':
        return this.#loadFrom(this.#placeOf(number, operand), operand.size)
      case 'relative':
        return this.target(number)
    }
  }

  vector(number: number): Word {
    const operand = this.#instruction.operands[number]!
    if (operand.kind !== 'register') throw new Error('only a register is a part of a vector')
    return this.#readRegister(operand.register)
  }

  write(number: number, value: Word): void {
    const operand = this.#instruction.operands[number]!
    if (operand.kind === 'register') this.#writeRegister(operand.register, value)
    else if (operand.kind === 'memory')
      this.#stores.push({ place: this.#placeOf(number, operand, WRITE), value })
    else throw new Error(`${operand.kind} operands are not written`)
  }

  addressOf(number: number): Word {
    const operand = this.#instruction.operands[number]!
    if (operand.kind !== 'memory') throw new Error('only memory operands have an address')
    return word(64, this.#offsetOf(operand))
  }

  address(computed: Word): Word {
    return this.#instruction.address32 ? word(64, BigInt.asUintN(32, computed.value)) : computed
  }

  load(address: Word, size: BitCount): Word {
    return this.#loadFrom(this.#translate(address.value, size, READ, false), size)
  }

  store(address: Word, value: Word): void {
    this.#stores.push({ place: this.#translate(address.value, value.size, WRITE, false), value })
  }

  /** An operand that is also written is translated for writing at once, as the processor does. */
  #placeOf(number: number, operand: MemoryOperand, access?: Access): Place {
    const known = this.#places.get(number)
    if (known !== undefined) return known
    const use = this.#instruction.form.operands[number]!.use
    const onStack = operand.base?.number === RSP || operand.base?.number === RBP
    const readsFirst = access === undefined && use === 'rw'
    const wanted = access ?? (readsFirst ? WRITE : READ)
    const at = this.#effectiveAddress(operand)
    const mayBeAnywhere = operand.size < 128 || this.#instruction.form.row.isUnaligned === true
    if (!mayBeAnywhere && at % 16n !== 0n) this.#abandon(alignmentFault(virtualAddress(at), wanted))
    const place = this.#translate(at, operand.size, wanted, onStack, readsFirst)
    this.#places.set(number, place)
    return place
  }

  /** A segment's base is added behind the cut to 32 bits, if there is one. */
  #effectiveAddress(operand: MemoryOperand): bigint {
    const offset = this.#offsetOf(operand)
    if (operand.segment === undefined) return offset
    const { longs, registersAt } = this.#journal
    return BigInt.asUintN(64, offset + longs[(registersAt + SEGMENT_BASE_WORDS[operand.segment]) / 2]!)
  }

  #offsetOf(operand: MemoryOperand): bigint {
    let address = operand.offset ?? BigInt(operand.displacement)
    if (operand.ripRelative) address += this.#next
    if (operand.base !== undefined) address += this.#readRegister(operand.base).value
    if (operand.index !== undefined)
      address += this.#readRegister(operand.index).value * BigInt(operand.scale)
    return BigInt.asUintN(operand.address32 ? 32 : 64, address)
  }

  // ── memory ──

  #translate(address: bigint, size: BitCount, access: Access, onStack: boolean, readsFirst = false): Place {
    const byteCount = size / 8
    const told = { address, byteCount, access, readsFirst }
    this.onAccess?.(told)
    const offset = Number(address & BigInt(PAGE_SIZE - 1))
    const firstByteCount = Math.min(byteCount, PAGE_SIZE - offset)
    const at = this.#resolve(address, access, onStack)
    this.onPlaced?.(at, firstByteCount, told)
    if (firstByteCount === byteCount) return { at, firstByteCount, secondAt: 0 }
    const second = BigInt.asUintN(64, address + BigInt(firstByteCount))
    const secondAt = this.#resolve(second, access, onStack)
    this.onPlaced?.(secondAt, byteCount - firstByteCount, told)
    return { at, firstByteCount, secondAt }
  }

  #resolve(address: bigint, access: Access, onStack: boolean): number {
    const physical = this.#memory.resolve(lowHalf(address), highHalf(address), access)
    if (physical >= 0) return physical
    const why = this.#memory.fault!
    const isStackFault = onStack && why.kind === 'general-protection'
    return this.#abandon(isStackFault ? accessFault('stack-fault', virtualAddress(address), access) : why)
  }

  #loadFrom(place: Place, size: BitCount): Word {
    const { bytes, view } = this.#journal
    const byteCount = size / 8
    if (place.firstByteCount < byteCount || size === 80 || size > 128) {
      const read = new Uint8Array(byteCount)
      read.set(bytes.subarray(place.at, place.at + place.firstByteCount))
      const rest = byteCount - place.firstByteCount
      read.set(bytes.subarray(place.secondAt, place.secondAt + rest), place.firstByteCount)
      return word(size, fromLittleEndian(read))
    }
    const longAt = (at: number) => view.getBigUint64(at, true)
    if (size === 128) return word(128, longAt(place.at) | (longAt(place.at + 8) << 64n))
    if (size === 64) return word(64, longAt(place.at))
    if (size === 32) return word(32, BigInt(view.getUint32(place.at, true)))
    return word(size, BigInt(size === 16 ? view.getUint16(place.at, true) : bytes[place.at]!))
  }

  #storeAt(place: Place, { size, value }: Word): void {
    if (size === 128 && place.firstByteCount === 16) {
      this.#journal.write64(place.at, value)
      return this.#journal.write64(place.at + 8, value >> 64n)
    }
    for (let index = 0; index < size / 8; index++) {
      const at =
        index < place.firstByteCount ? place.at + index : place.secondAt + index - place.firstByteCount
      if (size === 64 && place.firstByteCount === 8) return this.#journal.write64(at, value)
      if (size === 32 && place.firstByteCount === 4) return this.#journal.write32(at, lowHalf(value))
      this.#journal.write8(at, Number((value >> BigInt(8 * index)) & 0xffn))
    }
  }

  // ── registers ──

  register(name: string): Word {
    return this.#readRegister(registerNamed(name)!)
  }

  setRegister(name: string, value: Word): void {
    this.#writeRegister(registerNamed(name)!, value)
  }

  #longOf(number: number): bigint {
    const { longs, registersAt } = this.#journal
    return this.#registers.get(number) ?? longs[(registersAt + GENERAL_WORD) / 2 + number]!
  }

  #readRegister(register: Register): Word {
    if (register.size === 128) return word(128, this.#vectors.get(register) ?? this.#vectorOf(register))
    if (isMmxRegister(register)) return word(64, this.#enterMmx().mmx(register.number))
    const long = this.#longOf(register.number)
    return word(register.size, register.high ? long >> 8n : long)
  }

  /** Puts the x87 unit's registers to use for MMX (Intel SDM vol. 1, section 9.5). */
  #enterMmx(): X87 {
    this.#unit ??= new X87(readX87(this.#journal))
    this.#unit.beginMmx()
    return this.#unit
  }

  #vectorOf(register: Register): bigint {
    const { longs, registersAt } = this.#journal
    const at = (registersAt + wordOf(register)) / 2
    return longs[at]! | (longs[at + 1]! << 64n)
  }

  #writeRegister(register: Register, value: Word): void {
    if (register.size === 128) return void this.#vectors.set(register, value.value)
    if (isMmxRegister(register))
      return this.#enterMmx().setMmx(register.number, BigInt.asUintN(64, value.value))
    this.#registers.set(register.number, mergeRegister(register, this.#longOf(register.number), value.value))
  }

  constant(value: bigint | number, size: BitCount): Word {
    return word(size, BigInt(value))
  }

  // ── arithmetic ──

  add(a: Word, b: Word): Word {
    return word(a.size, a.value + b.value)
  }

  subtract(a: Word, b: Word): Word {
    return word(a.size, a.value - b.value)
  }

  addCarry(a: Word, b: Word, carry: Word): Word {
    return word(a.size, a.value + b.value + carry.value)
  }

  subtractBorrow(a: Word, b: Word, borrow: Word): Word {
    return word(a.size, a.value - b.value - borrow.value)
  }

  and(a: Word, b: Word): Word {
    return word(a.size, a.value & b.value)
  }

  or(a: Word, b: Word): Word {
    return word(a.size, a.value | b.value)
  }

  xor(a: Word, b: Word): Word {
    return word(a.size, a.value ^ b.value)
  }

  not(a: Word): Word {
    return word(a.size, ~a.value)
  }

  shiftLeft(a: Word, count: Word): Word {
    return word(a.size, a.value << count.value)
  }

  shiftRight(a: Word, count: Word): Word {
    return word(a.size, a.value >> count.value)
  }

  shiftRightArithmetic(a: Word, count: Word): Word {
    return word(a.size, signedValue(a) >> count.value)
  }

  multiply(a: Word, b: Word, signed: boolean): { low: Word; high: Word } {
    const product = signed ? signedValue(a) * signedValue(b) : a.value * b.value
    return { low: word(a.size, product), high: word(a.size, product >> BigInt(a.size)) }
  }

  divide(high: Word, low: Word, divisor: Word, signed: boolean): { quotient: Word; remainder: Word } {
    if (divisor.value === 0n) this.fault('divide-error')
    const size = low.size
    const unsignedDividend = (high.value << BigInt(size)) | low.value
    const dividend = signed ? BigInt.asIntN(2 * size, unsignedDividend) : unsignedDividend
    const by = signed ? signedValue(divisor) : divisor.value
    const quotient = dividend / by
    const fitting = signed ? BigInt.asIntN(size, quotient) : BigInt.asUintN(size, quotient)
    if (fitting !== quotient) this.fault('divide-error')
    return { quotient: word(size, quotient), remainder: word(size, dividend % by) }
  }

  lowestBit(a: Word): Word {
    return word(a.size, a.value === 0n ? 0n : BigInt((a.value & -a.value).toString(2).length - 1))
  }

  highestBit(a: Word): Word {
    return word(a.size, BigInt(a.value.toString(2).length - 1))
  }

  // ── vectors ──

  compute(a: Word, b: Word, number?: Word): Word {
    const lanes = this.#lanes
    const { uint64 } = lanes
    uint64[0] = a.value
    uint64[1] = a.value >> 64n
    uint64[2] = b.value
    uint64[3] = b.value >> 64n
    const raised = this.#instruction.form.row.compute!(lanes, this.#mxcsr, Number(number?.value ?? 0n))
    this.#mxcsr |= raised
    if (isFaulting(raised, this.#mxcsr)) this.#abandon(arithmeticFault(this.#mxcsr))
    return word(128, uint64[0] | (uint64[1] << 64n))
  }

  element(vector: Word, index: number, size: BitCount): Word {
    return word(size, vector.value >> BigInt(index * size))
  }

  withElement(vector: Word, index: number, { size, value }: Word): Word {
    const shift = BigInt(index * size)
    const others = vector.value & ~(((1n << BigInt(size)) - 1n) << shift)
    return word(128, others | (value << shift))
  }

  mxcsr(): Word {
    return word(32, BigInt(this.#mxcsr))
  }

  setMxcsr({ value }: Word): void {
    this.#mxcsr = lowHalf(value)
  }

  signExtend(a: Word, size: BitCount): Word {
    return word(size, signedValue(a))
  }

  zeroExtend(a: Word, size: BitCount): Word {
    return word(size, a.value)
  }

  truncate(a: Word, size: BitCount): Word {
    return word(size, a.value)
  }

  // ── truth values and flags ──

  flag(name: FlagName): Word {
    return truth((this.#flags & FLAG_BITS[name]) !== 0)
  }

  condition(code: number): Word {
    return truth(conditionHolds(code, this.#flags))
  }

  isZero(a: Word): Word {
    return truth(a.value === 0n)
  }

  isEqual(a: Word, b: Word): Word {
    return truth(a.value === b.value)
  }

  signOf(a: Word): Word {
    return truth(a.value >> BigInt(a.size - 1) === 1n)
  }

  bit(a: Word, index: Word): Word {
    return truth(((a.value >> index.value) & 1n) === 1n)
  }

  negate(value: Word): Word {
    return truth(value.value === 0n)
  }

  select(condition: Word, whenTrue: Word, otherwise: Word): Word {
    return condition.value === 0n ? otherwise : whenTrue
  }

  when(condition: Word, then: () => void): void {
    if (condition.value !== 0n) then()
  }

  additionFlags(a: Word, b: Word, sum: Word, keepCarry = false): void {
    const carries = (a.value & b.value) | ((a.value | b.value) & ~sum.value)
    this.#carryFlags(carries, a.size, keepCarry)
    this.resultFlags(sum)
  }

  subtractionFlags(a: Word, b: Word, difference: Word, keepCarry = false): void {
    const borrows = (~a.value & b.value) | ((~a.value | b.value) & difference.value)
    this.#carryFlags(borrows, a.size, keepCarry)
    this.resultFlags(difference)
  }

  /** Bit n of `carries` is the carry out of bit n. OF says that the sign's carry in and carry out differ. */
  #carryFlags(carries: bigint, size: BitCount, keepCarry: boolean): void {
    const carryOf = (bit: number) => ((carries >> BigInt(bit)) & 1n) === 1n
    if (!keepCarry) this.#put('cf', carryOf(size - 1))
    this.#put('af', carryOf(3))
    this.#put('of', carryOf(size - 1) !== carryOf(size - 2))
  }

  logicFlags(result: Word): void {
    this.#flags &= ~STATUS_FLAGS
    this.resultFlags(result)
  }

  resultFlags(result: Word): void {
    this.#put('zf', result.value === 0n)
    this.#put('sf', this.signOf(result).value === 1n)
    this.#flags = (this.#flags & ~PARITY) | parityFlag(Number(result.value & 0xffn))
  }

  setFlag(name: FlagName, value: Word): void {
    this.#put(name, value.value !== 0n)
  }

  #put(name: FlagName, on: boolean): void {
    this.#flags = on ? this.#flags | FLAG_BITS[name] : this.#flags & ~FLAG_BITS[name]
  }

  allFlags(): Word {
    return word(64, BigInt(this.#flags))
  }

  setFlags({ value }: Word, mask: number): void {
    this.#flags = (this.#flags & ~mask) | (lowHalf(value) & mask)
  }

  clock(): Word {
    return word(64, BigInt(this.#journal.stepCount))
  }

  x87(operation: X87Operation, operand?: number | 'other'): Word {
    this.#unit ??= new X87(readX87(this.#journal))
    return word(864, operation(this.#unit, this.#x87Source(operand)))
  }

  #x87Source(operand: number | 'other' | undefined): X87Source {
    if (operand === undefined) return { index: 0, bits: 0n, size: 80 }
    const isSource = this.#instruction.form.operands[0]!.kind === 'fixed'
    const found = this.#instruction.operands[operand === 'other' ? Number(isSource) : operand]!
    if (found.kind !== 'register')
      return { index: -1, bits: this.read(operand as number).value, size: (found as MemoryOperand).size }
    return { index: found.register.number + (operand === 'other' && isSource ? 8 : 0), bits: 0n, size: 80 }
  }

  // ── stack, jumps, ends ──

  push(value: Word): void {
    const top = word(64, this.#longOf(RSP) - BigInt(value.size / 8)).value
    this.#stores.push({ place: this.#translate(top, value.size, WRITE, true), value })
    this.#registers.set(RSP, top)
  }

  pop(size: BitCount): Word {
    const top = this.#longOf(RSP)
    const value = this.#loadFrom(this.#translate(top, size, READ, true), size)
    this.#registers.set(RSP, word(64, top + BigInt(size / 8)).value)
    return value
  }

  next(): Word {
    return word(64, this.#next)
  }

  target(number: number): Word {
    const operand = this.#instruction.operands[number]!
    return operand.kind === 'relative'
      ? word(64, this.#next + BigInt(operand.displacement))
      : this.read(number)
  }

  /** An address that no program can have is refused here, so that RIP never holds one. */
  jump(address: Word): void {
    if (!isCanonical(address.value, this.#memory.scheme.virtualBits))
      this.#abandon(accessFault('general-protection', virtualAddress(address.value), EXECUTE))
    this.#rip = address.value
  }

  repeat(body: () => void): void {
    if (!this.#instruction.repeat) return body()
    const count = this.address(word(64, this.#longOf(RCX))).value
    if (count === 0n) return
    body()
    this.#registers.set(RCX, count - 1n)
    const { form, repeatsWhileZero } = this.#instruction
    const isZero = (this.#flags & FLAG_BITS.zf) !== 0
    const hasEnded = form.row.repeatsByZero === true && isZero !== repeatsWhileZero
    if (count !== 1n && !hasEnded) this.#rip = this.#next - BigInt(this.#instruction.byteCount)
  }

  fault(kind: FaultKind): void {
    this.#abandon(fault(kind))
  }

  stop(kind: 'halt' | 'syscall' | 'interrupt' | 'breakpoint'): void {
    this.#outcome = kind === 'breakpoint' ? { kind: 'fault', fault: fault('breakpoint') } : { kind }
  }
}

function word(size: BitCount, value: bigint): Word {
  return { size, value: BigInt.asUintN(size, value) }
}

function signedValue({ size, value }: Word): bigint {
  return BigInt.asIntN(size, value)
}

const TRUE: Word = { size: 8, value: 1n }
const FALSE: Word = { size: 8, value: 0n }

function truth(value: boolean): Word {
  return value ? TRUE : FALSE
}

/** PF is set when the low byte has an even number of ones. */
function parityFlag(byte: number): number {
  let folded = byte ^ (byte >> 4)
  folded ^= folded >> 2
  folded ^= folded >> 1
  return folded & CARRY ? 0 : PARITY
}

function writeIfChanged(journal: Journal, wordIndex: number, value: number): void {
  if (journal.words[wordIndex] !== value) journal.writeWord(wordIndex, value)
}
