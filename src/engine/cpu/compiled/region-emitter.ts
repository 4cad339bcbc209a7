import type { BitCount } from '../../bits.ts'
import { READ, WRITE } from '../../memory/fault.ts'
import type { DecodedInstruction } from '../../isa/decode.ts'
import type { MemoryOperand } from '../../isa/operand.ts'
import { registerNamed, RSP, SEGMENT_BASE_WORDS, wordOf, type Register } from '../../isa/registers.ts'
import type { Semantics } from '../../isa/semantics.ts'
import { SLOT_COUNT, SLOT_MASK } from '../../memory/translation-cache.ts'
import { PAGE_BITS, PAGE_SIZE } from '../../units.ts'
import type { RegionCode } from './region-code.ts'
import { RegionFlags } from './region-flags.ts'
import type { Value } from './region-values.ts'
import * as wasm from './wasm.ts'
import { OP, type Code } from './wasm.ts'

/** Where an instruction leads besides to the next. */
export interface Jump {
  /** The lower half of an address that is known, or code that pushes it. */
  readonly to: number | Code
  /** Jumps only where this is not zero. */
  readonly when?: Code
}

/** The instruction to be written down, and what surrounds it. */
export interface Site {
  readonly instruction: DecodedInstruction
  /** Its address. */
  readonly low: number
  readonly high: number
  /** Code that leaves the region with nothing of the instruction done, from so deep within the instruction's code. */
  leave(depth: number): Code
}

/** A word has four bytes. */
const WORD_SHIFT = 2

/**
 * The third meaning of `execute`: it writes down the WebAssembly of one instruction whose operands are known. It does
 * what the emitter of the loops does, and leaves to them what that leaves to the interpreter: whatever may go wrong is
 * found before anything has changed, and leaves the region.
 */
export class RegionEmitter extends RegionFlags implements Semantics<Value> {
  readonly #site: Site
  readonly #registers = new Map<number, Value>()
  readonly #after: (() => void)[] = []
  #place: Code | undefined
  #hasStack = false
  #jump: Jump | undefined

  constructor(site: Site, region: RegionCode) {
    super(region)
    this.#site = site
  }

  /** @throws NoFastForm, OutOfScratch where the loops are to execute it */
  emit(): { code: Code; jump: Jump | undefined } {
    const { instruction } = this.#site
    if (instruction.repeat || instruction.address32) this.none()
    this.region.beginInstruction()
    const at = instruction.operands.findIndex(({ kind }) => kind === 'memory')
    if (at >= 0 && instruction.form.operands[at]!.kind !== 'address') this.#place = this.#translateOperand(at)
    instruction.form.row.execute(this)
    for (const [number, value] of this.#registers) this.#setGeneral(number, value)
    for (const write of this.#after) write()
    this.setZeroAndSign()
    return { code: this.code, jump: this.#jump }
  }

  protected leaveIf(condition: Code): void {
    if (!this.mayLeave) this.none()
    this.put(...condition, ...wasm.begin(OP.if), ...this.#site.leave(1), OP.end)
  }

  // ── operands ──

  get size(): BitCount {
    return this.#site.instruction.form.size
  }

  get operandCount(): number {
    return this.#site.instruction.form.operands.length
  }

  operandSize(operand: number): BitCount {
    return this.#site.instruction.form.operands[operand]!.size
  }

  isMemory(operand: number): boolean {
    return this.#site.instruction.operands[operand]!.kind === 'memory'
  }

  isRegister(operand: number): boolean {
    return this.#site.instruction.operands[operand]!.kind === 'register'
  }

  read(number: number): Value {
    const { operands, form } = this.#site.instruction
    const operand = operands[number]!
    if (operand.kind === 'register') return this.#readOperand(operand.register, form.operands[number]!.size)
    if (operand.kind === 'memory') return this.#loadAt(this.#place!, form.operands[number]!.size)
    if (operand.kind === 'relative') return this.none()
    return this.constant(operand.value, form.row.unsignedImmediate === true ? operand.size : this.size)
  }

  write(number: number, value: Value): void {
    const { operands, form } = this.#site.instruction
    const operand = operands[number]!
    if (operand.kind === 'register') this.#after.push(() => this.#writeRegister(operand.register, value))
    else this.#after.unshift(() => this.#storeAt(this.#place!, form.operands[number]!.size, value))
  }

  vector(number: number): Value {
    const operand = this.#site.instruction.operands[number]!
    return operand.kind === 'register' ? this.#readOperand(operand.register, 128) : this.none()
  }

  /** Of a vector's register, an operand may be the lower part. */
  #readOperand(register: Register, size: BitCount): Value {
    if (register.size !== 128) return this.#readRegister(register)
    const at = this.region.word(wordOf(register))
    const half = (offset: number) => [...wasm.constant(0), ...wasm.access(OP.loadLong, at + offset)]
    if (size !== 128) return this.truncate(this.value(64, half(0)), size)
    return this.vectorOf(half(0), half(8))
  }

  #readRegister({ number, size, high }: Register): Value {
    if (size > 64) return this.none()
    const whole = wasm.get(this.region.general(number))
    if (size === 64) return this.value(64, whole)
    const low: Code = [...whole, OP.wrap]
    return this.narrow(size, high ? [...low, ...wasm.constant(8), OP.shiftRight] : low)
  }

  #writeRegister(register: Register, value: Value): void {
    const { number, size, high } = register
    if (size === 128) return this.#writeVector(register, value)
    if (size > 64 || value.size > 64) this.none()
    if (size >= 32) return this.#setGeneral(number, value)
    const [shift, mask] = high ? [8n, 0xff00n] : [0n, size === 8 ? 0xffn : 0xffffn]
    const moved = [...value.code, OP.widen, ...wasm.constantLong(shift), OP.shiftLeftLong]
    const whole = this.region.writtenGeneral(number)
    this.put(...wasm.get(whole), ...wasm.constantLong(~mask), OP.andLong)
    this.put(...moved, OP.orLong, ...wasm.set(whole))
  }

  #writeVector(register: Register, value: Value): void {
    const at = this.region.word(wordOf(register))
    this.halvesOf(value).forEach((half, index) => {
      this.put(...wasm.constant(0), ...half, ...wasm.access(OP.storeLong, at + 8 * index))
    })
  }

  #setGeneral(number: number, { size, code }: Value): void {
    this.put(...code, ...(size === 64 ? [] : [OP.widen]), ...wasm.set(this.region.writtenGeneral(number)))
  }

  addressOf(number: number): Value {
    return this.value(64, this.#offsetOf(this.#memoryOperand(number)))
  }

  address(computed: Value): Value {
    return computed
  }

  #memoryOperand(number: number): MemoryOperand {
    const operand = this.#site.instruction.operands[number]!
    return operand.kind === 'memory' ? operand : this.none()
  }

  #offsetOf({ base, index, scale, displacement, ripRelative }: MemoryOperand): Code {
    const start = ripRelative ? this.#next : 0n
    const code = [...wasm.constantLong(start + BigInt(displacement))]
    if (base !== undefined) code.push(...wasm.get(this.region.general(base.number)), OP.addLong)
    if (index === undefined) return code
    const scaled = [...wasm.get(this.region.general(index.number)), ...wasm.constantLong(BigInt(scale))]
    return [...code, ...scaled, OP.multiplyLong, OP.addLong]
  }

  // ── memory ──

  #translateOperand(number: number): Code {
    const slot = this.#site.instruction.form.operands[number]!
    const operand = this.#memoryOperand(number)
    const address = this.#offsetOf(operand)
    if (operand.segment !== undefined) {
      const base = this.region.word(SEGMENT_BASE_WORDS[operand.segment])
      address.push(...wasm.constant(0), ...wasm.access(OP.loadLong, base), OP.addLong)
    }
    if (slot.size === 128 && this.#site.instruction.form.row.isUnaligned !== true)
      this.leaveIf([...address, OP.wrap, ...wasm.constant(15), OP.and])
    return this.#translated(address, slot.use === 'r' ? READ : WRITE, slot.size)
  }

  /**
   * Code that pushes where an address lies in RAM. As in the loops, the last byte's page is compared, so that an access
   * that crosses into the next page is never a hit.
   */
  #translated(address: Code, kind: typeof READ | typeof WRITE, size: BitCount): Code {
    if (size > 128 || !this.mayLeave) this.none()
    const { tagLow, tagHigh, base } = this.region.places
    const span = size / 8 - 1
    const long = this.named(address, true)
    const low = this.named([...long, OP.wrap], false)
    const high = this.named([...long, ...wasm.constantLong(32n), OP.shiftRightLong, OP.wrap], false)
    // in bytes from the first slot's word
    const page = [...low, ...wasm.constant(PAGE_BITS - WORD_SHIFT), OP.shiftRight]
    const slotOf = [...page, ...wasm.constant(SLOT_MASK << WORD_SHIFT), OP.and]
    const slot = this.named(slotOf, false)
    const from = (array: number) => [
      ...slot,
      ...wasm.access(OP.load, array + ((kind * SLOT_COUNT) << WORD_SHIFT)),
    ]
    const at = this.region.scratch(false)
    const lastPage = [...low, ...wasm.constant(span), OP.add, ...wasm.constant(-PAGE_SIZE), OP.and]
    this.put(...from(tagLow), ...lastPage, OP.xor, ...from(tagHigh), ...high, OP.xor, OP.or, OP.isZero)
    this.put(...wasm.begin(OP.if), ...from(base), ...low, ...wasm.constant(PAGE_SIZE - 1), OP.and, OP.add)
    this.put(...wasm.set(at), OP.else, ...low, ...high, ...wasm.constant(kind * SLOT_COUNT))
    this.put(...wasm.constant(span), OP.call, 0, ...wasm.tee(at), ...wasm.constant(0), OP.less)
    this.put(...wasm.begin(OP.if), ...this.#site.leave(2), OP.end, OP.end)
    return wasm.get(at)
  }

  #loadAt(at: Code, size: BitCount): Value {
    const half = (offset: number) => [...at, ...wasm.access(OP.loadLong, offset)]
    if (size === 128) return this.vectorOf(half(0), half(8))
    const operation = { 8: OP.load8, 16: OP.load16, 32: OP.load, 64: OP.loadLong }[size as number]
    return operation === undefined ? this.none() : this.value(size, [...at, ...wasm.access(operation, 0)])
  }

  #storeAt(at: Code, size: BitCount, value: Value): void {
    if (size === 128) {
      this.halvesOf(value).forEach((half, index) => {
        this.put(...at, ...half, ...wasm.access(OP.storeLong, 8 * index))
      })
      return
    }
    const { code } = value.size > 64 ? this.truncate(value, size) : value
    const operation = { 8: OP.store8, 16: OP.store16, 32: OP.store, 64: OP.storeLong }[size as number]
    if (operation === undefined) this.none()
    this.put(...at, ...code, ...wasm.access(operation, 0))
  }

  load(address: Value, size: BitCount): Value {
    if (this.#place !== undefined) this.none()
    return this.#loadAt(this.#translated(address.code, READ, size), size)
  }

  store(address: Value, value: Value): void {
    if (this.#place !== undefined) this.none()
    const at = this.#translated(address.code, WRITE, value.size)
    this.#after.unshift(() => this.#storeAt(at, value.size, value))
  }

  // ── registers by name ──

  register(name: string): Value {
    const register = registerNamed(name)!
    const pending = this.#registers.get(register.number)
    if (pending === undefined) return this.#readRegister(register)
    return pending.size === 64 && register.size === 64 ? pending : this.none()
  }

  setRegister(name: string, value: Value): void {
    const register = registerNamed(name)!
    if (register.size >= 32) this.#registers.set(register.number, value)
    else this.#after.push(() => this.#writeRegister(register, value))
  }

  lowestBit(): Value {
    return this.none()
  }

  highestBit(): Value {
    return this.none()
  }

  // ── vectors: `compute` is called for the instruction's row, on lanes that lie in memory too ──

  compute(a: Value, b: Value, number?: Value): Value {
    const { lanes } = this.region.places
    const halves = [...this.halvesOf(a), ...this.halvesOf(b)]
    halves.forEach((half, index) => {
      this.put(...wasm.constant(0), ...half, ...wasm.access(OP.storeLong, lanes + 8 * index))
    })
    const { form } = this.#site.instruction
    const given = [...wasm.constant(form.number), ...(number?.code ?? wasm.constant(0))]
    this.leaveIf([...given, ...wasm.constant(0), ...wasm.constant(0), OP.call, 2, OP.isZero])
    const half = (offset: number) => [...wasm.constant(0), ...wasm.access(OP.loadLong, lanes + offset)]
    return this.vectorOf(half(0), half(8))
  }

  x87(): Value {
    return this.none()
  }

  mxcsr(): Value {
    return this.none()
  }

  setMxcsr(): void {
    this.none()
  }

  // ── what is done only where something holds ──

  when(truth: Value, then: () => void): void {
    if (truth.known === 0n) return
    const [length, writes, registers] = [this.code.length, this.#after.length, this.#registers.size]
    const mayLeave = this.mayLeave
    this.mayLeave = false
    this.put(...truth.code, ...wasm.begin(OP.if))
    then()
    this.mayLeave = mayLeave && this.code.length === length + truth.code.length + 2
    if (this.#after.length !== writes || this.#registers.size !== registers) this.none()
    if (this.#jump !== undefined) {
      // where to is known before, so nothing was written down
      this.code.length = length
      this.#jump = { ...this.#jump, when: truth.code }
    } else this.put(OP.end)
  }

  allFlags(): Value {
    return this.none()
  }

  setFlags(): void {
    this.none()
  }

  clock(): Value {
    return this.none()
  }

  // ── stack, jumps, ends ──

  /** A second access beside a memory operand's would be translated in another order. */
  #useStack(): void {
    if (this.#place !== undefined || this.#hasStack) this.none()
    this.#hasStack = true
  }

  push(value: Value): void {
    this.#useStack()
    const top = this.subtract(this.register('rsp'), this.constant(value.size / 8, 64))
    const at = this.#translated(top.code, WRITE, value.size)
    this.#after.unshift(() => this.#storeAt(at, value.size, value))
    this.#registers.set(RSP, top)
  }

  pop(size: BitCount): Value {
    this.#useStack()
    const top = this.register('rsp')
    const value = this.#loadAt(this.#translated(top.code, READ, size), size)
    this.#registers.set(RSP, this.add(top, this.constant(size / 8, 64)))
    return value
  }

  get #next(): bigint {
    const { low, high, instruction } = this.#site
    return (BigInt(high) << 32n) + BigInt(low >>> 0) + BigInt(instruction.byteCount)
  }

  next(): Value {
    return this.constant(this.#next, 64)
  }

  target(number: number): Value {
    const operand = this.#site.instruction.operands[number]!
    if (operand.kind !== 'relative') return this.read(number)
    return this.constant(this.#next + BigInt(operand.displacement), 64)
  }

  /** Only within the same 4 GiB, where RIP's upper half stays. */
  jump({ known, code }: Value): void {
    const { high } = this.#site
    if (known !== undefined) {
      if (Number(BigInt.asIntN(32, known >> 32n)) !== high) this.none()
      this.#jump = { to: Number(BigInt.asIntN(32, known)) }
      return
    }
    const above = [...code, ...wasm.constantLong(32n), OP.shiftRightLong, OP.wrap]
    this.leaveIf([...above, ...wasm.constant(high), OP.unequal])
    this.#jump = { to: this.named([...code, OP.wrap], false) }
  }

  repeat(body: () => void): void {
    body()
  }

  fault(): void {
    this.none()
  }

  stop(): void {
    this.none()
  }
}
