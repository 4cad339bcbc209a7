import type { BitCount } from '../../bits.ts'
import { READ, WRITE } from '../../memory/fault.ts'
import type { DecodedInstruction } from '../../isa/decode.ts'
import { FLAG_BITS, type FlagName } from '../../isa/flags.ts'
import type { MemoryOperand } from '../../isa/operand.ts'
import { registerNamed, RSP, SEGMENT_BASE_WORDS, wordOf, type Register } from '../../isa/registers.ts'
import type { Semantics } from '../../isa/semantics.ts'
import { PAGE_SIZE } from '../../units.ts'
import { FLAGS_WORD } from '../../words.ts'
import { NoFastForm } from '../emitter.ts'
import * as local from './region-code.ts'
import { IS_NEGATIVE, IS_ZERO, PARITY_BIT, signOf, type RegionCode } from './region-code.ts'
import * as wasm from './wasm.ts'
import { OP, type Code } from './wasm.ts'

/**
 * A number as code that pushes it: a local or a constant. Numbers of 8 and 16 bits have zeros above them, 32 bits are
 * as they are, and 64 bits are WebAssembly's longer kind. Truth values are 0 or 1.
 */
export interface Value {
  readonly size: BitCount
  readonly code: Code
  /** Of 128 bits, there are two of 64, the lower first, and no other code. */
  readonly halves?: readonly [Code, Code]
  /** What it is, where that is known beforehand. */
  readonly known?: bigint
}

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

/**
 * The third meaning of `execute`: it writes down the WebAssembly of one instruction whose operands are known. It does
 * what the emitter of the loops does, and leaves to them what that leaves to the interpreter: whatever may go wrong is
 * found before anything has changed, and leaves the region.
 */
export class RegionEmitter implements Semantics<Value> {
  readonly #site: Site
  readonly #region: RegionCode
  readonly #code: Code = []
  readonly #registers = new Map<number, Value>()
  readonly #after: (() => void)[] = []
  readonly #zeroAndSign = new Map<'zf' | 'sf', Value>()
  #place: Code | undefined
  #hasStack = false
  /** Nothing has been changed yet, and what is written down is done in any case. */
  #mayLeave = true
  #jump: Jump | undefined

  constructor(site: Site, region: RegionCode) {
    this.#site = site
    this.#region = region
  }

  /** @throws NoFastForm, OutOfScratch where the loops are to execute it */
  emit(): { code: Code; jump: Jump | undefined } {
    const { instruction } = this.#site
    if (instruction.repeat || instruction.address32) this.#none()
    this.#region.beginInstruction()
    const at = instruction.operands.findIndex(({ kind }) => kind === 'memory')
    if (at >= 0 && instruction.form.operands[at]!.kind !== 'address') this.#place = this.#translateOperand(at)
    instruction.form.row.execute(this)
    for (const [number, value] of this.#registers) this.#setGeneral(number, value)
    for (const write of this.#after) write()
    this.#setZeroAndSign()
    return { code: this.#code, jump: this.#jump }
  }

  #none(): never {
    throw new NoFastForm()
  }

  #push(...code: Code): void {
    this.#code.push(...code)
  }

  #named(code: Code, isLong: boolean): Code {
    const name = this.#region.scratch(isLong)
    this.#push(...code, ...wasm.set(name))
    return wasm.get(name)
  }

  #value(size: BitCount, code: Code): Value {
    if (size > 64) this.#none()
    return { size, code: this.#named(code, size === 64) }
  }

  /** Zeros above the number, where the operation may have left something. */
  #narrow(size: BitCount, code: Code): Value {
    if (size >= 32) return this.#value(size, code)
    return this.#value(size, [...code, ...wasm.constant(2 ** size - 1), OP.and])
  }

  #truth(code: Code): Value {
    return this.#value(8, code)
  }

  #binary(a: Value, b: Value, operation: number, longOperation: number): Value {
    const code = [...a.code, ...b.code, a.size === 64 ? longOperation : operation]
    return this.#narrow(a.size, code)
  }

  /** Leaves the region before the instruction where that is so. */
  #leaveIf(condition: Code): void {
    if (!this.#mayLeave) this.#none()
    this.#push(...condition, ...wasm.begin(OP.if), ...this.#site.leave(1), OP.end)
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
    if (operand.kind === 'relative') return this.#none()
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
    return operand.kind === 'register' ? this.#readOperand(operand.register, 128) : this.#none()
  }

  /** Of a vector's register, an operand may be the lower part. */
  #readOperand(register: Register, size: BitCount): Value {
    if (register.size !== 128) return this.#readRegister(register)
    const at = this.#region.word(wordOf(register))
    const half = (offset: number) => [...wasm.constant(0), ...wasm.access(OP.loadLong, at + offset)]
    if (size !== 128) return this.truncate(this.#value(64, half(0)), size)
    return this.#vector(half(0), half(8))
  }

  #vector(low: Code, high: Code): Value {
    return { size: 128, code: [], halves: [this.#named(low, true), this.#named(high, true)] }
  }

  /** A number as two of 64 bits, with zeros above it. */
  #halvesOf(value: Value): readonly [Code, Code] {
    return value.halves ?? [this.zeroExtend(value, 64).code, wasm.constantLong(0n)]
  }

  #readRegister({ number, size, high }: Register): Value {
    if (size > 64) return this.#none()
    const whole = wasm.get(this.#region.general(number))
    if (size === 64) return this.#value(64, whole)
    const low: Code = [...whole, OP.wrap]
    return this.#narrow(size, high ? [...low, ...wasm.constant(8), OP.shiftRight] : low)
  }

  #writeRegister(register: Register, value: Value): void {
    const { number, size, high } = register
    if (size === 128) return this.#writeVector(register, value)
    if (size > 64 || value.size > 64) this.#none()
    if (size >= 32) return this.#setGeneral(number, value)
    const [shift, mask] = high ? [8n, 0xff00n] : [0n, size === 8 ? 0xffn : 0xffffn]
    const moved = [...value.code, OP.widen, ...wasm.constantLong(shift), OP.shiftLeftLong]
    const whole = this.#region.writtenGeneral(number)
    this.#push(...wasm.get(whole), ...wasm.constantLong(~mask), OP.andLong)
    this.#push(...moved, OP.orLong, ...wasm.set(whole))
  }

  #writeVector(register: Register, value: Value): void {
    const at = this.#region.word(wordOf(register))
    this.#halvesOf(value).forEach((half, index) => {
      this.#push(...wasm.constant(0), ...half, ...wasm.access(OP.storeLong, at + 8 * index))
    })
  }

  #setGeneral(number: number, { size, code }: Value): void {
    this.#push(...code, ...(size === 64 ? [] : [OP.widen]), ...wasm.set(this.#region.writtenGeneral(number)))
  }

  addressOf(number: number): Value {
    return this.#value(64, this.#offsetOf(this.#memoryOperand(number)))
  }

  address(computed: Value): Value {
    return computed
  }

  #memoryOperand(number: number): MemoryOperand {
    const operand = this.#site.instruction.operands[number]!
    return operand.kind === 'memory' ? operand : this.#none()
  }

  #offsetOf({ base, index, scale, displacement, ripRelative }: MemoryOperand): Code {
    const start = ripRelative ? this.#next : 0n
    const code = [...wasm.constantLong(start + BigInt(displacement))]
    if (base !== undefined) code.push(...wasm.get(this.#region.general(base.number)), OP.addLong)
    if (index === undefined) return code
    const scaled = [...wasm.get(this.#region.general(index.number)), ...wasm.constantLong(BigInt(scale))]
    return [...code, ...scaled, OP.multiplyLong, OP.addLong]
  }

  // ── memory ──

  #translateOperand(number: number): Code {
    const slot = this.#site.instruction.form.operands[number]!
    const operand = this.#memoryOperand(number)
    const address = this.#offsetOf(operand)
    if (operand.segment !== undefined) {
      const base = this.#region.word(SEGMENT_BASE_WORDS[operand.segment])
      address.push(...wasm.constant(0), ...wasm.access(OP.loadLong, base), OP.addLong)
    }
    if (slot.size === 128 && this.#site.instruction.form.row.isUnaligned !== true)
      this.#leaveIf([...address, OP.wrap, ...wasm.constant(15), OP.and])
    return this.#translated(address, slot.use === 'r' ? READ : WRITE, slot.size)
  }

  /**
   * Code that pushes where an address lies in RAM. As in the loops, the last byte's page is compared, so that an access
   * that crosses into the next page is never a hit.
   */
  #translated(address: Code, kind: typeof READ | typeof WRITE, size: BitCount): Code {
    if (size > 128 || !this.#mayLeave) this.#none()
    const { tagLow, tagHigh, base } = this.#region.places
    const span = size / 8 - 1
    const long = this.#named(address, true)
    const low = this.#named([...long, OP.wrap], false)
    const high = this.#named([...long, ...wasm.constantLong(32n), OP.shiftRightLong, OP.wrap], false)
    const slotOf = [...low, ...wasm.constant(10), OP.shiftRight, ...wasm.constant(0x3fc), OP.and]
    const slot = this.#named(slotOf, false)
    const from = (array: number) => [...slot, ...wasm.access(OP.load, array + 1024 * kind)]
    const at = this.#region.scratch(false)
    const page = [...low, ...wasm.constant(span), OP.add, ...wasm.constant(-PAGE_SIZE), OP.and]
    this.#push(...from(tagLow), ...page, OP.xor, ...from(tagHigh), ...high, OP.xor, OP.or, OP.isZero)
    this.#push(...wasm.begin(OP.if), ...from(base), ...low, ...wasm.constant(PAGE_SIZE - 1), OP.and, OP.add)
    this.#push(...wasm.set(at), OP.else, ...low, ...high, ...wasm.constant(256 * kind))
    this.#push(...wasm.constant(span), OP.call, 0, ...wasm.tee(at), ...wasm.constant(0), OP.less)
    this.#push(...wasm.begin(OP.if), ...this.#site.leave(2), OP.end, OP.end)
    return wasm.get(at)
  }

  #loadAt(at: Code, size: BitCount): Value {
    const half = (offset: number) => [...at, ...wasm.access(OP.loadLong, offset)]
    if (size === 128) return this.#vector(half(0), half(8))
    const operation = { 8: OP.load8, 16: OP.load16, 32: OP.load, 64: OP.loadLong }[size as number]
    return operation === undefined ? this.#none() : this.#value(size, [...at, ...wasm.access(operation, 0)])
  }

  #storeAt(at: Code, size: BitCount, value: Value): void {
    if (size === 128) {
      this.#halvesOf(value).forEach((half, index) => {
        this.#push(...at, ...half, ...wasm.access(OP.storeLong, 8 * index))
      })
      return
    }
    const { code } = value.size > 64 ? this.truncate(value, size) : value
    const operation = { 8: OP.store8, 16: OP.store16, 32: OP.store, 64: OP.storeLong }[size as number]
    if (operation === undefined) this.#none()
    this.#push(...at, ...code, ...wasm.access(operation, 0))
  }

  load(address: Value, size: BitCount): Value {
    if (this.#place !== undefined) this.#none()
    return this.#loadAt(this.#translated(address.code, READ, size), size)
  }

  store(address: Value, value: Value): void {
    if (this.#place !== undefined) this.#none()
    const at = this.#translated(address.code, WRITE, value.size)
    this.#after.unshift(() => this.#storeAt(at, value.size, value))
  }

  // ── registers by name ──

  register(name: string): Value {
    const register = registerNamed(name)!
    const pending = this.#registers.get(register.number)
    if (pending === undefined) return this.#readRegister(register)
    return pending.size === 64 && register.size === 64 ? pending : this.#none()
  }

  setRegister(name: string, value: Value): void {
    const register = registerNamed(name)!
    if (register.size >= 32) this.#registers.set(register.number, value)
    else this.#after.push(() => this.#writeRegister(register, value))
  }

  constant(value: bigint | number, size: BitCount): Value {
    if (size > 64) this.#none()
    const known = BigInt.asUintN(size, BigInt(value))
    return { size, known, code: size === 64 ? wasm.constantLong(known) : wasm.constant(Number(known)) }
  }

  // ── arithmetic ──

  add(a: Value, b: Value): Value {
    return this.#binary(a, b, OP.add, OP.addLong)
  }

  subtract(a: Value, b: Value): Value {
    return this.#binary(a, b, OP.subtract, OP.subtractLong)
  }

  addCarry(a: Value, b: Value, carry: Value): Value {
    return this.add(this.add(a, b), this.zeroExtend(carry, a.size))
  }

  subtractBorrow(a: Value, b: Value, borrow: Value): Value {
    return this.subtract(this.subtract(a, b), this.zeroExtend(borrow, a.size))
  }

  and(a: Value, b: Value): Value {
    return this.#binary(a, b, OP.and, OP.andLong)
  }

  or(a: Value, b: Value): Value {
    return this.#binary(a, b, OP.or, OP.orLong)
  }

  xor(a: Value, b: Value): Value {
    return this.#binary(a, b, OP.xor, OP.xorLong)
  }

  not(a: Value): Value {
    return this.xor(a, this.constant(-1, a.size))
  }

  #shifted(a: Value, count: Value, operation: number, longOperation: number): Value {
    return this.#binary(a, a.size === 64 ? this.zeroExtend(count, 64) : count, operation, longOperation)
  }

  shiftLeft(a: Value, count: Value): Value {
    return this.#shifted(a, count, OP.shiftLeft, OP.shiftLeftLong)
  }

  shiftRight(a: Value, count: Value): Value {
    return this.#shifted(a, count, OP.shiftRight, OP.shiftRightLong)
  }

  shiftRightArithmetic(a: Value, count: Value): Value {
    if (a.size < 32) this.#none()
    return this.#shifted(a, count, OP.shiftRightSigned, OP.shiftRightSignedLong)
  }

  multiply(a: Value, b: Value, signed: boolean): { low: Value; high: Value } {
    if (a.size === 64)
      return { low: this.#binary(a, b, 0, OP.multiplyLong), high: this.#productHigh(a, b, signed) }
    const wide = (value: Value) => this.#widened(value, signed)
    const product = this.#named([...wide(a), ...wide(b), OP.multiplyLong], true)
    const part = (shift: number) => [
      ...product,
      ...wasm.constantLong(BigInt(shift)),
      OP.shiftRightLong,
      OP.wrap,
    ]
    return { low: this.#narrow(a.size, part(0)), high: this.#narrow(a.size, part(a.size)) }
  }

  /** A number of fewer bits as one of 64. */
  #widened(value: Value, signed: boolean): Code {
    return (signed ? this.signExtend(value, 64) : this.zeroExtend(value, 64)).code
  }

  /** From products of 32 bits; a negative factor was taken for one larger by 2⁶⁴. */
  #productHigh(a: Value, b: Value, signed: boolean): Value {
    const low = (code: Code) => this.#named([...code, ...wasm.constantLong(0xffff_ffffn), OP.andLong], true)
    const high = (code: Code) => this.#named([...code, ...wasm.constantLong(32n), OP.shiftRightLong], true)
    const product = (x: Code, y: Code) => this.#named([...x, ...y, OP.multiplyLong], true)
    const sum = (...terms: Code[]) =>
      this.#named(
        terms.flatMap((term, index) => (index === 0 ? term : [...term, OP.addLong])),
        true,
      )
    const [aLow, aHigh, bLow, bHigh] = [low(a.code), high(a.code), low(b.code), high(b.code)]
    const first = sum(product(aHigh, bLow), high(product(aLow, bLow)))
    const second = sum(product(aLow, bHigh), low(first))
    const whole: Value = { size: 64, code: sum(product(aHigh, bHigh), high(first), high(second)) }
    if (!signed) return whole
    const tooMuch = (one: Value, other: Value): Value =>
      this.select(this.signOf(one), other, this.constant(0, 64))
    return this.subtract(this.subtract(whole, tooMuch(a, b)), tooMuch(b, a))
  }

  /** Dividends that fit 64 bits are divided here. */
  divide(high: Value, low: Value, divisor: Value, signed: boolean): { quotient: Value; remainder: Value } {
    const { size } = low
    const isLong = size === 64
    const dividend = isLong ? low.code : this.#dividend(high, low, signed)
    const by = this.#named(isLong ? divisor.code : this.#widened(divisor, signed), true)
    if (isLong) {
      const above = signed
        ? [...low.code, ...wasm.constantLong(63n), OP.shiftRightSignedLong]
        : wasm.constantLong(0n)
      this.#leaveIf([...high.code, ...above, OP.unequalLong])
    }
    this.#leaveIf([...by, OP.isZeroLong])
    if (signed) {
      const isLowest = [...dividend, ...wasm.constantLong(-(2n ** 63n)), OP.equalLong]
      this.#leaveIf([...isLowest, ...by, ...wasm.constantLong(-1n), OP.equalLong, OP.and])
    }
    const divide = signed ? OP.divideLong : OP.divideUnsignedLong
    const quotient = this.#named([...dividend, ...by, divide], true)
    const rest: Code = [...dividend, ...by, signed ? OP.remainderLong : OP.remainderUnsignedLong]
    if (isLong) return { quotient: { size, code: quotient }, remainder: this.#value(64, rest) }
    const fitting = this.#narrow(size, [...quotient, OP.wrap])
    this.#leaveIf([...this.#widened(fitting, signed), ...quotient, OP.unequalLong])
    return { quotient: fitting, remainder: this.#narrow(size, [...rest, OP.wrap]) }
  }

  /** `high:low` in 64 bits. */
  #dividend(high: Value, low: Value, signed: boolean): Code {
    const above = [...this.#widened(high, signed), ...wasm.constantLong(BigInt(low.size)), OP.shiftLeftLong]
    return this.#named([...above, ...this.#widened(low, false), OP.orLong], true)
  }

  lowestBit(): Value {
    return this.#none()
  }

  highestBit(): Value {
    return this.#none()
  }

  // ── vectors: `compute` is called for the instruction's row, on lanes that lie in memory too ──

  compute(a: Value, b: Value, number?: Value): Value {
    const { lanes } = this.#region.places
    const halves = [...this.#halvesOf(a), ...this.#halvesOf(b)]
    halves.forEach((half, index) => {
      this.#push(...wasm.constant(0), ...half, ...wasm.access(OP.storeLong, lanes + 8 * index))
    })
    const { form } = this.#site.instruction
    const given = [...wasm.constant(form.number), ...(number?.code ?? wasm.constant(0))]
    this.#leaveIf([...given, ...wasm.constant(0), ...wasm.constant(0), OP.call, 2, OP.isZero])
    const half = (offset: number) => [...wasm.constant(0), ...wasm.access(OP.loadLong, lanes + offset)]
    return this.#vector(half(0), half(8))
  }

  element({ halves }: Value, index: number, size: BitCount): Value {
    if (size === 64) return this.#value(64, halves![index]!)
    const shift = wasm.constantLong(BigInt(32 * (index % 2)))
    return this.#value(32, [...halves![index >> 1]!, ...shift, OP.shiftRightLong, OP.wrap])
  }

  withElement({ halves }: Value, index: number, value: Value): Value {
    const changed: [Code, Code] = [...halves!]
    if (value.size === 64) changed[index] = value.code
    else {
      const shift = BigInt(32 * (index % 2))
      const others = [...changed[index >> 1]!, ...wasm.constantLong(~(0xffff_ffffn << shift)), OP.andLong]
      const moved = [...value.code, OP.widen, ...wasm.constantLong(shift), OP.shiftLeftLong]
      changed[index >> 1] = [...others, ...moved, OP.orLong]
    }
    return this.#vector(...changed)
  }

  x87(): Value {
    return this.#none()
  }

  mxcsr(): Value {
    return this.#none()
  }

  setMxcsr(): void {
    this.#none()
  }

  signExtend(a: Value, size: BitCount): Value {
    if (a.size === size) return a
    const extend = a.size === 8 ? [OP.extend8] : a.size === 16 ? [OP.extend16] : []
    if (size === 64) return this.#value(64, [...a.code, ...extend, OP.widenSigned])
    return this.#narrow(size, [...a.code, ...extend])
  }

  zeroExtend(a: Value, size: BitCount): Value {
    if (size === 128) return this.#vector(...this.#halvesOf(a))
    if (size > 64) this.#none()
    return size === 64 && a.size < 64 ? this.#value(64, [...a.code, OP.widen]) : { ...a, size }
  }

  truncate(a: Value, size: BitCount): Value {
    if (a.size === size) return a
    if (a.halves !== undefined) return this.truncate({ size: 64, code: a.halves[0] }, size)
    return this.#narrow(size, a.size === 64 ? [...a.code, OP.wrap] : a.code)
  }

  // ── truth values and flags ──

  flag(name: FlagName): Value {
    const inMemory = [...wasm.constant(0), ...wasm.access(OP.load, this.#region.word(FLAGS_WORD))]
    const codes: Record<FlagName, Code> = {
      cf: signOf(local.CARRY_OF),
      of: signOf(local.OVERFLOW_OF),
      zf: IS_ZERO,
      sf: IS_NEGATIVE,
      pf: PARITY_BIT,
      af: [...wasm.get(local.ADJUST_OF), ...wasm.constant(4), OP.shiftRight, ...wasm.constant(1), OP.and],
      df: [
        ...inMemory,
        ...wasm.constant(Math.log2(FLAG_BITS.df)),
        OP.shiftRight,
        ...wasm.constant(1),
        OP.and,
      ],
    }
    return this.#truth(codes[name])
  }

  condition(code: number): Value {
    const isLess = [...IS_NEGATIVE, ...signOf(local.OVERFLOW_OF), OP.xor]
    const holds = [
      signOf(local.OVERFLOW_OF),
      signOf(local.CARRY_OF),
      IS_ZERO,
      [...signOf(local.CARRY_OF), ...IS_ZERO, OP.or],
      IS_NEGATIVE,
      PARITY_BIT,
      isLess,
      [...isLess, ...IS_ZERO, OP.or],
    ][code >> 1]!
    return this.#truth(code & 1 ? [...holds, OP.isZero] : holds)
  }

  isZero(a: Value): Value {
    return this.#truth([...a.code, a.size === 64 ? OP.isZeroLong : OP.isZero])
  }

  isEqual(a: Value, b: Value): Value {
    return this.#truth([...a.code, ...b.code, a.size === 64 ? OP.equalLong : OP.equal])
  }

  signOf(a: Value): Value {
    return this.bit(a, this.constant(a.size - 1, 8))
  }

  bit(a: Value, index: Value): Value {
    const { code, size } = this.shiftRight(a, index)
    return this.#truth([...code, ...(size === 64 ? [OP.wrap] : []), ...wasm.constant(1), OP.and])
  }

  negate(truth: Value): Value {
    return this.#truth([...truth.code, OP.isZero])
  }

  select(truth: Value, a: Value, b: Value): Value {
    return this.#value(a.size, [...a.code, ...b.code, ...truth.code, OP.select])
  }

  when(truth: Value, then: () => void): void {
    if (truth.known === 0n) return
    const [length, writes, registers] = [this.#code.length, this.#after.length, this.#registers.size]
    const mayLeave = this.#mayLeave
    this.#mayLeave = false
    this.#push(...truth.code, ...wasm.begin(OP.if))
    then()
    this.#mayLeave = mayLeave && this.#code.length === length + truth.code.length + 2
    if (this.#after.length !== writes || this.#registers.size !== registers) this.#none()
    if (this.#jump !== undefined) {
      // where to is known before, so nothing was written down
      this.#code.length = length
      this.#jump = { ...this.#jump, when: truth.code }
    } else this.#push(OP.end)
  }

  #setFlags(name: number, code: Code): void {
    this.#mayLeave = false
    this.#push(...code, ...wasm.set(name))
  }

  additionFlags(a: Value, b: Value, sum: Value, keepCarry = false): void {
    this.#arithmeticFlags(a, b, sum, keepCarry, true)
  }

  subtractionFlags(a: Value, b: Value, difference: Value, keepCarry = false): void {
    this.#arithmeticFlags(a, b, difference, keepCarry, false)
  }

  /** Of the carries out of all bits, and of what says that there was signed overflow, the sign is looked at. */
  #arithmeticFlags(a: Value, b: Value, r: Value, keepCarry: boolean, isSum: boolean): void {
    const [x, y, z] = [this.#top(a), this.#top(b), this.#top(r)]
    const not = (code: Code) => [...code, ...wasm.constant(-1), OP.xor]
    const [first, third] = isSum ? [x, not(z)] : [not(x), z]
    if (!keepCarry)
      this.#setFlags(local.CARRY_OF, [...first, ...y, OP.and, ...first, ...y, OP.or, ...third, OP.and, OP.or])
    const other = isSum ? [...y, ...z, OP.xor] : [...x, ...y, OP.xor]
    this.#setFlags(local.OVERFLOW_OF, [...x, ...z, OP.xor, ...other, OP.and])
    const low = (value: Value): Code => (value.size === 64 ? [...value.code, OP.wrap] : value.code)
    this.#setFlags(local.ADJUST_OF, [...low(a), ...low(b), OP.xor, ...low(r), OP.xor])
    this.resultFlags(r)
  }

  /** The part of a number with its sign, that being the sign of 32 bits. */
  #top({ size, code }: Value): Code {
    if (size === 64)
      return this.#named([...code, ...wasm.constantLong(32n), OP.shiftRightLong, OP.wrap], false)
    return size === 32 ? code : this.#named([...code, ...wasm.constant(32 - size), OP.shiftLeft], false)
  }

  logicFlags(result: Value): void {
    for (const name of [local.CARRY_OF, local.OVERFLOW_OF, local.ADJUST_OF])
      this.#setFlags(name, wasm.constant(0))
    this.resultFlags(result)
  }

  resultFlags(result: Value): void {
    this.#setFlags(local.RESULT, this.signExtend(result, 64).code)
    this.#setFlags(local.PARITY_OF, result.size === 64 ? [...result.code, OP.wrap] : result.code)
  }

  setFlag(name: FlagName, value: Value): void {
    const { code } = value
    const moved = (distance: number) => [...code, ...wasm.constant(distance), OP.shiftLeft]
    if (name === 'cf') this.#setFlags(local.CARRY_OF, moved(31))
    else if (name === 'of') this.#setFlags(local.OVERFLOW_OF, moved(31))
    else if (name === 'af') this.#setFlags(local.ADJUST_OF, moved(4))
    else if (name === 'pf') this.#setFlags(local.PARITY_OF, [...code, OP.isZero])
    else if (name === 'df') this.#none()
    else this.#zeroAndSign.set(name, value)
  }

  /** Only together are they told from a result, and not both set. */
  #setZeroAndSign(): void {
    if (this.#zeroAndSign.size === 0) return
    const zero = this.#zeroAndSign.get('zf')
    if (zero === undefined || this.#zeroAndSign.get('sf')?.known !== 0n) this.#none()
    this.#setFlags(local.RESULT, [...zero.code, OP.isZero, OP.widen])
  }

  allFlags(): Value {
    return this.#none()
  }

  setFlags(): void {
    this.#none()
  }

  clock(): Value {
    return this.#none()
  }

  // ── stack, jumps, ends ──

  /** A second access beside a memory operand's would be translated in another order. */
  #useStack(): void {
    if (this.#place !== undefined || this.#hasStack) this.#none()
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
      if (Number(BigInt.asIntN(32, known >> 32n)) !== high) this.#none()
      this.#jump = { to: Number(BigInt.asIntN(32, known)) }
      return
    }
    const above = [...code, ...wasm.constantLong(32n), OP.shiftRightLong, OP.wrap]
    this.#leaveIf([...above, ...wasm.constant(high), OP.unequal])
    this.#jump = { to: this.#named([...code, OP.wrap], false) }
  }

  repeat(body: () => void): void {
    body()
  }

  fault(): void {
    this.#none()
  }

  stop(): void {
    this.#none()
  }
}
