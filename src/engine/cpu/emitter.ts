import type { BitCount } from '../bits.ts'
import type { FaultKind } from '../memory/fault.ts'
import { READ, WRITE } from '../memory/fault.ts'
import { CARRY, FLAG_BITS, OVERFLOW, STATUS_FLAGS, type FlagName } from '../isa/flags.ts'
import { slotSize, type Form } from '../isa/form.ts'
import { RCX, registerNamed, RSP, type Register } from '../isa/registers.ts'
import type { Semantics } from '../isa/semantics.ts'
import * as record from './record.ts'

/**
 * A number as program text. Numbers of 8 and 16 bits are JavaScript integers from 0 up, 32 bits are signed integers,
 * and 64 bits are two of those; 128 bits are four. Every text is a name or a literal, so that it may be repeated.
 */
export interface Text {
  readonly size: BitCount
  readonly low: string
  readonly high: string
  /** The four words of 128 bits, the lowest first. */
  readonly words?: readonly string[]
  /** A truth value: `test` is a condition, `low` is 0 or 1. */
  readonly test?: string
  /** The target of a relative jump, which is found in the record. */
  readonly relative?: true
  /** The whole value of a 64-bit register, as it was at the beginning. */
  readonly register?: number
}

/** Where an operand is: in a register, in memory, or in the instruction. */
export type Place = 'register' | 'memory' | 'number'

/** A memory access that no operand says: the stack's. */
export interface StackAccess {
  readonly base: number
  readonly displacement: number
  readonly access: typeof READ | typeof WRITE
  readonly byteCount: number
}

/** Thrown for what has no fast form; the interpreter executes it. */
export class NoFastForm extends Error {}

/** The number of the sign bit. */
const signPosition = (size: BitCount) => size - 1

/**
 * The other meaning of `execute`: it writes down the case that executes a form whose operands are in given places.
 * What it writes works on the locals of the loop (see `emit-loops.ts`): words, bytes, view, code, p, flags, log, n,
 * at (the operand's physical address), low and high (its virtual one).
 */
export class Emitter implements Semantics<Text> {
  readonly #form: Form
  readonly #places: readonly Place[]
  readonly #recorded: boolean
  readonly #lines: string[] = []
  readonly #registers = new Map<number, Text>()
  #after: (() => void)[] = []
  #names = 0
  #ended = false
  #stack: StackAccess | undefined
  readonly #repeated: boolean

  constructor(form: Form, places: readonly Place[], recorded: boolean, repeated = false) {
    this.#form = form
    this.#places = places
    this.#recorded = recorded
    this.#repeated = repeated
  }

  /** The case's body. @throws NoFastForm where there is none */
  emit(): { body: string; stack: StackAccess | undefined } {
    this.#form.row.execute(this)
    this.#finish()
    if (!this.#ended) this.#line(`p += ${record.RECORD_SIZE}`, 'continue')
    return { body: withoutUnused(this.#lines).join('\n'), stack: this.#stack }
  }

  #finish(): void {
    for (const [number, value] of this.#registers) {
      if (value.register !== number) this.#writeLong(`(general + ${2 * number})`, value)
    }
    for (const write of this.#after) write()
    this.#registers.clear()
    this.#after = []
  }

  #line(...lines: string[]): void {
    if (this.#ended) this.#none('work behind a jump')
    this.#lines.push(...lines)
  }

  #name(expression: string): string {
    if (/^(-?\d+|[a-z]\w*)$/i.test(expression)) return expression
    const name = `t${this.#names++}`
    this.#line(`const ${name} = ${expression}`)
    return name
  }

  #value(size: BitCount, low: string, high = '0'): Text {
    return { size, low: this.#name(low), high: size === 64 ? this.#name(high) : '0' }
  }

  #narrow(size: BitCount, expression: string): Text {
    if (size === 32) return this.#value(32, `(${expression}) | 0`)
    return this.#value(size, `(${expression}) & ${size === 8 ? 0xff : 0xffff}`)
  }

  #truth(test: string, bit = `${test} ? 1 : 0`): Text {
    return { size: 8, low: `(${bit})`, high: '0', test }
  }

  #none(why: string): never {
    throw new NoFastForm(why)
  }

  // ── operands ──

  get size(): BitCount {
    return this.#form.size
  }

  get operandCount(): number {
    return this.#form.operands.length
  }

  operandSize(operand: number): BitCount {
    return this.#form.operands[operand]!.size
  }

  isMemory(operand: number): boolean {
    return this.#places[operand] === 'memory'
  }

  isRegister(operand: number): boolean {
    return this.#places[operand] === 'register'
  }

  #field(operand: number): string {
    if (operand > 1) this.#none('registers of a third operand')
    return `code[p + ${operand === 0 ? record.FIRST : record.SECOND}]!`
  }

  read(operand: number): Text {
    const slot = this.#form.operands[operand]!
    switch (this.#places[operand]) {
      case 'register':
        return this.#readRegisterAt(
          this.#name(this.#field(operand)),
          slotSize(slot) === 128 ? slot.size : slotSize(slot),
        )
      case 'memory':
        this.#checkAlignment(slot.size)
        return this.#loadAt(slot.size)
      default:
        return this.#readNumber(slot.kind === 'one')
    }
  }

  #readNumber(isOne: boolean): Text {
    if (isOne) return this.constant(1, 8)
    const field = `code[p + ${record.IMMEDIATE}]!`
    if (this.#form.row.unsignedImmediate === true)
      return this.#value((8 * this.#form.immediateByteCount) as BitCount, field)
    if (this.size < 32) return this.#narrow(this.size, field)
    return this.#value(this.size, field, `code[p + ${record.IMMEDIATE_HIGH}]!`)
  }

  #readRegisterAt(index: string, size: BitCount): Text {
    if (size === 8) return this.#value(8, `bytes[${index}]!`)
    if (size === 16) return this.#value(16, `view.getUint16(${index}, true)`)
    if (size === 128) return this.#vector([0, 1, 2, 3].map((word) => `words[${index} + ${word}]!`))
    return this.#value(size, `words[${index}]!`, `words[${index} + 1]!`)
  }

  vector(operand: number): Text {
    return this.#readRegisterAt(this.#name(this.#field(operand)), 128)
  }

  write(operand: number, value: Text): void {
    const slot = this.#form.operands[operand]!
    if (this.#places[operand] === 'memory') {
      this.#checkAlignment(slot.size)
      this.#after.unshift(() => this.#storeAt(slot.size, value))
    } else this.#after.push(() => this.#writeRegisterAt(this.#field(operand), slotSize(slot), value))
  }

  #writeRegisterAt(field: string, size: BitCount, value: Text): void {
    const index = this.#name(field)
    if (size === 128) return this.#writeVector(index, value)
    if (size === 64) return this.#writeLong(index, value)
    if (size === 32) return this.#writeLong(index, { ...value, high: '0' })
    this.#log(`${index} >> 2`)
    this.#line(size === 8 ? `bytes[${index}] = ${value.low}` : `view.setInt16(${index}, ${value.low}, true)`)
  }

  /** The upper half is rarely changed, so it is logged only when it is. */
  #writeLong(index: string, { low, high }: Text): void {
    this.#log(index)
    this.#line(`words[${index}] = ${low}`)
    if (this.#recorded) {
      this.#line(`if (words[${index} + 1] !== ${high}) {`)
      this.#log(`${index} + 1`)
      this.#line(`words[${index} + 1] = ${high}`, '}')
    } else this.#line(`words[${index} + 1] = ${high}`)
  }

  /** Of a vector often only the lower part changes, so only that is logged. */
  #writeVector(index: string, vector: Text): void {
    const words = wordsOf(vector)
    if (this.#recorded) this.#line(`n = state.putVector(${[index, ...words, 'n'].join(', ')})`)
    else words.forEach((value, word) => this.#line(`words[${index} + ${word}] = ${value}`))
  }

  /** A vector in memory lies at a multiple of 16; else the interpreter raises the fault. */
  #checkAlignment(size: BitCount): void {
    if (size === 128 && this.#form.row.isUnaligned !== true) this.#interpretIf('(low & 15) !== 0')
  }

  #log(wordIndex: string): void {
    if (!this.#recorded) return
    this.#line(`log[n] = ${wordIndex}`, `log[n + 1] = words[${wordIndex}]!`, 'n += 2')
  }

  addressOf(): Text {
    return { size: 64, low: 'low', high: 'high' }
  }

  /** Instructions with 32-bit addresses are interpreted. */
  address(computed: Text): Text {
    return computed
  }

  // ── memory: its address was translated before the switch ──

  #loadAt(size: BitCount, at = 'at'): Text {
    if (size === 8) return this.#value(8, `bytes[${at}]!`)
    if (size === 16) return this.#value(16, `view.getUint16(${at}, true)`)
    if (size === 128)
      return this.#vector([0, 4, 8, 12].map((offset) => `view.getInt32(${at} + ${offset}, true)`))
    return this.#value(size, `view.getInt32(${at}, true)`, `view.getInt32(${at} + 4, true)`)
  }

  #storeAt(size: BitCount, value: Text, at = 'at'): void {
    const { low, high } = value
    if (this.#recorded) this.#logMemory(size, at)
    if (size === 128) return this.#storeVector(value, at)
    if (size === 8) this.#line(`bytes[${at}] = ${low}`)
    else if (size === 16) this.#line(`view.setInt16(${at}, ${low}, true)`)
    else this.#line(`view.setInt32(${at}, ${low}, true)`)
    if (size === 64) this.#line(`view.setInt32(${at} + 4, ${high}, true)`)
  }

  #storeVector({ words }: Text, at: string): void {
    words!.forEach((word, index) => this.#line(`view.setInt32(${at} + ${4 * index}, ${word}, true)`))
  }

  #logMemory(size: BitCount, at: string): void {
    const word = this.#name(`${at} >> 2`)
    this.#log(word)
    const wordCount = size / 32
    for (let further = 1; further < wordCount; further++) this.#log(`${word} + ${further}`)
    if (size === 8) return
    this.#line(size === 16 ? `if ((${at} & 3) === 3) {` : `if ((${at} & 3) !== 0) {`)
    this.#log(`${word} + ${Math.max(1, wordCount)}`)
    this.#line('}')
  }

  load(address: Text, size: BitCount): Text {
    return this.#loadAt(size, this.#translated(address, READ, size))
  }

  store(address: Text, value: Text): void {
    const at = this.#translated(address, WRITE, value.size)
    this.#after.unshift(() => this.#storeAt(value.size, value, at))
  }

  /** Translates an address that is not the record's; the page-table entries it uses may be logged. */
  #translated({ low, high }: Text, access: typeof READ | typeof WRITE, size: BitCount): string {
    if (this.#places.includes('memory')) this.#none('two memory accesses')
    const at = this.#name(`state.place(${low}, ${high}, ${access * 256}, ${size / 8 - 1})`)
    this.#interpretIf(`${at} < 0`)
    this.#line('log = journal.log', 'n = journal.logLength')
    return at
  }

  // ── registers by name ──

  register(name: string): Text {
    const register = registerNamed(name)!
    const pending = this.#registers.get(register.number)
    if (pending !== undefined) return this.#none(`${name} after it was written`)
    if (register.size < 32) return this.#readRegisterAt(byteIndexOf(register), register.size)
    const index = `(general + ${2 * register.number})`
    const value = this.#value(register.size, `words[${index}]!`, `words[${index} + 1]!`)
    return register.size === 64 ? { ...value, register: register.number } : value
  }

  setRegister(name: string, value: Text): void {
    const register = registerNamed(name)!
    if (register.size >= 32) {
      this.#registers.set(register.number, register.size === 32 ? { ...value, high: '0' } : value)
      return
    }
    this.#after.push(() => this.#writeRegisterAt(byteIndexOf(register), register.size, value))
  }

  constant(value: bigint | number, size: BitCount): Text {
    const bits = BigInt(value)
    if (size < 32) return { size, low: String(BigInt.asUintN(size, bits)), high: '0' }
    return { size, low: String(BigInt.asIntN(32, bits)), high: String(BigInt.asIntN(32, bits >> 32n)) }
  }

  // ── arithmetic ──

  add(a: Text, b: Text): Text {
    if (a.size < 64) return this.#narrow(a.size, `${a.low} + ${b.low}`)
    const low = this.#name(`(${a.low} + ${b.low}) | 0`)
    const carry = `((${low} >>> 0) < (${a.low} >>> 0) ? 1 : 0)`
    return this.#value(64, low, `(${a.high} + ${b.high} + ${carry}) | 0`)
  }

  subtract(a: Text, b: Text): Text {
    if (a.size < 64) return this.#narrow(a.size, `${a.low} - ${b.low}`)
    const borrow = `((${a.low} >>> 0) < (${b.low} >>> 0) ? 1 : 0)`
    return this.#value(64, `(${a.low} - ${b.low}) | 0`, `(${a.high} - ${b.high} - ${borrow}) | 0`)
  }

  addCarry(a: Text, b: Text, carry: Text): Text {
    if (a.size < 64) return this.#narrow(a.size, `${a.low} + ${b.low} + ${carry.low}`)
    const low = this.#name(`(${a.low} + ${b.low} + ${carry.low}) | 0`)
    const carryOut = `(((${a.low} & ${b.low}) | ((${a.low} | ${b.low}) & ~${low})) >>> 31)`
    return this.#value(64, low, `(${a.high} + ${b.high} + ${carryOut}) | 0`)
  }

  subtractBorrow(a: Text, b: Text, borrow: Text): Text {
    if (a.size < 64) return this.#narrow(a.size, `${a.low} - ${b.low} - ${borrow.low}`)
    const low = this.#name(`(${a.low} - ${b.low} - ${borrow.low}) | 0`)
    const borrowOut = `(((~${a.low} & ${b.low}) | ((~${a.low} | ${b.low}) & ${low})) >>> 31)`
    return this.#value(64, low, `(${a.high} - ${b.high} - ${borrowOut}) | 0`)
  }

  #bitwise(a: Text, operator: string, b: Text): Text {
    return this.#value(a.size, `${a.low} ${operator} ${b.low}`, `${a.high} ${operator} ${b.high}`)
  }

  and(a: Text, b: Text): Text {
    return this.#bitwise(a, '&', b)
  }

  or(a: Text, b: Text): Text {
    return this.#bitwise(a, '|', b)
  }

  xor(a: Text, b: Text): Text {
    return this.#bitwise(a, '^', b)
  }

  not(a: Text): Text {
    return a.size < 32 ? this.#narrow(a.size, `~${a.low}`) : this.#value(a.size, `~${a.low}`, `~${a.high}`)
  }

  /* JavaScript shifts by the count's low five bits, so `x << c` for counts from 32 on is `x << (c - 32)`. */

  shiftLeft(a: Text, count: Text): Text {
    const c = count.low
    if (a.size < 64) return this.#narrow(a.size, `${a.low} << ${c}`)
    const spill = `((${a.high} << ${c}) | ((${a.low} >>> 1) >>> (31 - ${c})))`
    return this.#value(64, `${c} < 32 ? ${a.low} << ${c} : 0`, `${c} < 32 ? ${spill} : ${a.low} << ${c}`)
  }

  shiftRight(a: Text, count: Text): Text {
    const c = count.low
    if (a.size < 64) return this.#narrow(a.size, `${a.low} >>> ${c}`)
    const spill = `((${a.low} >>> ${c}) | ((${a.high} << 1) << (31 - ${c})))`
    return this.#value(
      64,
      `${c} < 32 ? ${spill} : ${a.high} >>> ${c}`,
      `${c} < 32 ? (${a.high} >>> ${c}) | 0 : 0`,
    )
  }

  shiftRightArithmetic(a: Text, count: Text): Text {
    const c = count.low
    if (a.size < 64) return this.#narrow(a.size, `${a.low} >> ${c}`)
    const spill = `((${a.low} >>> ${c}) | ((${a.high} << 1) << (31 - ${c})))`
    return this.#value(64, `${c} < 32 ? ${spill} : ${a.high} >> ${c}`, `${a.high} >> (${c} < 32 ? ${c} : 31)`)
  }

  multiply(a: Text, b: Text, signed: boolean): { low: Text; high: Text } {
    if (a.size < 32) return this.#none('products of this size')
    if (a.size === 64) return this.#multiplyLong(a, b, signed)
    const high = signed ? 'signedProductHigh' : 'unsignedProductHigh'
    return {
      low: this.#value(32, `Math.imul(${a.low}, ${b.low})`),
      high: this.#value(32, `${high}(${a.low}, ${b.low})`),
    }
  }

  #multiplyLong(a: Text, b: Text, signed: boolean): { low: Text; high: Text } {
    this.#line(`multiplyLong(state.quad, ${a.low}, ${a.high}, ${b.low}, ${b.high}, ${signed})`)
    return {
      low: this.#value(64, 'state.quad[0]!', 'state.quad[1]!'),
      high: this.#value(64, 'state.quad[2]!', 'state.quad[3]!'),
    }
  }

  /** The fast form knows dividends that fit one register; the interpreter knows the others, and the faults. */
  divide(high: Text, low: Text, divisor: Text, signed: boolean): { quotient: Text; remainder: Text } {
    if (low.size < 32) return this.#none('quotients of this size')
    if (low.size === 64) return this.#divideLong(high, low, divisor, signed)
    const [a, b] = signed ? [low.low, divisor.low] : [`(${low.low} >>> 0)`, `(${divisor.low} >>> 0)`]
    const upper = signed ? `${low.low} >> 31` : '0'
    const overflow = signed ? ` || (${divisor.low} === -1 && ${low.low} === -2147483648)` : ''
    this.#interpretIf(`${divisor.low} === 0 || ${high.low} !== (${upper})${overflow}`)
    return { quotient: this.#value(32, `(${a} / ${b}) | 0`), remainder: this.#value(32, `(${a} % ${b}) | 0`) }
  }

  #divideLong(high: Text, low: Text, divisor: Text, signed: boolean): { quotient: Text; remainder: Text } {
    const upper = signed ? `(${low.high} >> 31)` : '0'
    const words = `${low.low}, ${low.high}, ${divisor.low}, ${divisor.high}, ${signed}`
    const isLong = `${high.low} !== ${upper} || ${high.high} !== ${upper}`
    this.#interpretIf(`${isLong} || !divideLong(state.quad, ${words})`)
    return {
      quotient: this.#value(64, 'state.quad[0]!', 'state.quad[1]!'),
      remainder: this.#value(64, 'state.quad[2]!', 'state.quad[3]!'),
    }
  }

  #interpretIf(condition: string): void {
    this.#line(`if (${condition}) {`, 'link = -2', 'break', '}')
  }

  // ── vectors: `compute` is called for the row of the record's instruction ──

  #vector(words: readonly string[]): Text {
    const named = words.map((word) => this.#name(word))
    return { size: 128, low: named[0]!, high: named[1]!, words: named }
  }

  compute(a: Text, b: Text, number?: Text): Text {
    const lanes = this.#name('state.lanes.int32')
    for (const [index, word] of [...wordsOf(a), ...wordsOf(b)].entries())
      this.#line(`${lanes}[${index}] = ${word}`)
    this.#interpretIf(`!state.compute(p, ${number?.low ?? '0'})`)
    return this.#vector([0, 1, 2, 3].map((word) => `${lanes}[${word}]!`))
  }

  element({ words }: Text, index: number, size: BitCount): Text {
    const at = (index * size) / 32
    return { size, low: words![at]!, high: size === 64 ? words![at + 1]! : '0' }
  }

  withElement(vector: Text, index: number, value: Text): Text {
    const words = [...vector.words!]
    const parts = value.size === 64 ? [value.low, value.high] : [value.low]
    words.splice(index * parts.length, parts.length, ...parts)
    return { size: 128, low: words[0]!, high: words[1]!, words }
  }

  mxcsr(): Text {
    return this.#none('MXCSR')
  }

  setMxcsr(): void {
    this.#none('MXCSR')
  }

  x87(): Text {
    return this.#none('the x87 unit')
  }

  lowestBit(a: Text): Text {
    if (a.size !== 32) return this.#none('bit scans of this size')
    return this.#value(32, `31 - Math.clz32(${a.low} & -${a.low})`)
  }

  highestBit(a: Text): Text {
    if (a.size !== 32) return this.#none('bit scans of this size')
    return this.#value(32, `31 - Math.clz32(${a.low})`)
  }

  signExtend(a: Text, size: BitCount): Text {
    const shift = 32 - Math.min(a.size, 32)
    const low = shift === 0 ? a.low : this.#name(`(${a.low} << ${shift}) >> ${shift}`)
    if (size === 64) return a.size === 64 ? a : this.#value(64, low, `${low} >> 31`)
    return size === 32 ? this.#value(32, low) : this.#narrow(size, low)
  }

  zeroExtend(a: Text, size: BitCount): Text {
    if (size === 128) return { size, low: a.low, high: a.high, words: wordsOf(a) }
    return { size, low: a.low, high: size === 64 ? a.high : '0' }
  }

  truncate(a: Text, size: BitCount): Text {
    if (size === a.size || (a.size === 128 && size === 64)) return { ...a, size }
    return size < 32 ? this.#narrow(size, a.low) : { size, low: a.low, high: '0' }
  }

  // ── truth values and flags ──

  flag(name: FlagName): Text {
    const bit = Math.log2(FLAG_BITS[name])
    return this.#truth(`(flags & ${FLAG_BITS[name]}) !== 0`, `(flags >>> ${bit}) & 1`)
  }

  condition(code: number): Text {
    const test = `(${CONDITIONS[code >> 1]!}) ${code & 1 ? '===' : '!=='} 0`
    return this.#truth(test)
  }

  #zeroTest(a: Text): string {
    return a.size === 64 ? `(${a.low} | ${a.high})` : a.low
  }

  isZero(a: Text): Text {
    return this.#truth(`${this.#zeroTest(a)} === 0`)
  }

  isEqual(a: Text, b: Text): Text {
    return this.#truth(
      a.size === 64 ? `${a.low} === ${b.low} && ${a.high} === ${b.high}` : `${a.low} === ${b.low}`,
    )
  }

  signOf(a: Text): Text {
    const bit = signBit(a)
    return this.#truth(`${bit} !== 0`, bit)
  }

  bit(a: Text, index: Text): Text {
    const word = a.size === 64 ? `(${index.low} < 32 ? ${a.low} : ${a.high})` : a.low
    const bit = this.#name(`(${word} >>> ${index.low}) & 1`)
    return this.#truth(`${bit} !== 0`, bit)
  }

  negate(truth: Text): Text {
    return this.#truth(`!(${truth.test!})`)
  }

  select(truth: Text, a: Text, b: Text): Text {
    const test = this.#name(truth.test!)
    return this.#value(a.size, `${test} ? ${a.low} : ${b.low}`, `${test} ? ${a.high} : ${b.high}`)
  }

  when(truth: Text, then: () => void): void {
    const ended = this.#ended
    const registers = this.#registers.size
    this.#line(`if (${truth.test!}) {`)
    then()
    if (this.#registers.size !== registers) this.#none('registers written on a condition')
    this.#ended = ended
    this.#line('}')
  }

  additionFlags(a: Text, b: Text, sum: Text, keepCarry = false): void {
    const [x, y, r] = [top(a), top(b), top(sum)]
    const carry = `((${x} & ${y}) | ((${x} | ${y}) & ~${r}))`
    const overflow = `((${x} ^ ${r}) & (${y} ^ ${r}))`
    this.#arithmeticFlags(a, b, sum, keepCarry ? undefined : carry, overflow)
  }

  subtractionFlags(a: Text, b: Text, difference: Text, keepCarry = false): void {
    const [x, y, r] = [top(a), top(b), top(difference)]
    const borrow = `((~${x} & ${y}) | ((~${x} | ${y}) & ${r}))`
    const overflow = `((${x} ^ ${y}) & (${x} ^ ${r}))`
    this.#arithmeticFlags(a, b, difference, keepCarry ? undefined : borrow, overflow)
  }

  /** `carry` and `overflow` are words whose sign bits are CF and OF. AF is where bit 4 was carried into. */
  #arithmeticFlags(a: Text, b: Text, r: Text, carry: string | undefined, overflow: string): void {
    const sign = signPosition(r.size === 64 ? 32 : r.size)
    const kept = carry === undefined ? STATUS_FLAGS & ~CARRY : STATUS_FLAGS
    const terms = [
      ...(carry === undefined ? [] : [sign === 31 ? `(${carry} >>> 31)` : `((${carry} >>> ${sign}) & 1)`]),
      `((${a.low} ^ ${b.low} ^ ${r.low}) & 16)`,
      `(${moved(overflow, sign, 11)} & ${OVERFLOW})`,
      ...this.#resultTerms(r),
    ]
    this.#line(`flags = (flags & ${~kept}) | ${terms.join(' | ')}`)
  }

  logicFlags(result: Text): void {
    this.#line(`flags = (flags & ${~STATUS_FLAGS}) | ${this.#resultTerms(result).join(' | ')}`)
  }

  resultFlags(result: Text): void {
    this.#line(`flags = (flags & ${~0xc4}) | ${this.#resultTerms(result).join(' | ')}`)
  }

  #resultTerms(r: Text): string[] {
    const all = r.size === 64 ? this.#name(`${r.low} | ${r.high}`) : r.low
    const sign = signPosition(r.size === 64 ? 32 : r.size)
    return [
      `parity[${r.low} & 255]!`,
      `(((~${all} & (${all} - 1)) >>> 25) & 64)`,
      `(${moved(top(r), sign, 7)} & 128)`,
    ]
  }

  setFlag(name: FlagName, truth: Text): void {
    const bit = Math.log2(FLAG_BITS[name])
    this.#line(`flags = (flags & ${~FLAG_BITS[name]}) | (${truth.low} << ${bit})`)
  }

  allFlags(): Text {
    return this.#none('all flags')
  }

  setFlags(): void {
    this.#none('all flags')
  }

  clock(): Text {
    return this.#none('the clock')
  }

  // ── stack, jumps, ends ──

  #useStack(access: StackAccess): void {
    if (this.#stack !== undefined || this.#places.includes('memory')) this.#none('two memory accesses')
    this.#stack = access
  }

  push(value: Text): void {
    const byteCount = value.size / 8
    this.#useStack({ base: RSP, displacement: -byteCount, access: WRITE, byteCount })
    this.#after.unshift(() => this.#storeAt(value.size, value))
    this.#registers.set(RSP, { size: 64, low: 'low', high: 'high' })
  }

  pop(size: BitCount): Text {
    const top = this.#registers.get(RSP)
    const base = top === undefined ? RSP : top.register
    if (base === undefined) this.#none('a computed stack pointer')
    this.#useStack({ base, displacement: 0, access: READ, byteCount: size / 8 })
    const value = this.#loadAt(size)
    this.#registers.set(RSP, this.add({ size: 64, low: 'low', high: 'high' }, this.constant(size / 8, 64)))
    return value
  }

  next(): Text {
    return { size: 64, low: this.#name(`code[p + ${record.NEXT}]!`), high: 'ripHigh' }
  }

  target(operand: number): Text {
    if (this.#form.operands[operand]!.kind !== 'relative') return this.read(operand)
    return { size: 64, low: '', high: '', relative: true }
  }

  jump(address: Text): void {
    if (address.relative === true) {
      this.#after.push(() => this.#jumpRelative())
    } else {
      this.#interpretIf(`${address.high} !== ripHigh`)
      this.#after.push(() => this.#line(`target = ${address.low}`, 'link = -1', 'break'))
    }
    this.#finish()
    this.#ended = true
  }

  #jumpRelative(): void {
    this.#line(`link = p`, `p = code[link + ${record.TARGET}]!`, 'if (p >= 0) continue')
    this.#line(`target = code[link + ${record.TARGET_AT}]!`, 'break')
  }

  /** One turn; the same record comes again while turns are left. */
  repeat(body: () => void): void {
    if (!this.#repeated) return body()
    const count = this.register('rcx')
    this.#line(`if ((${count.low} | ${count.high}) === 0) {`, `p += ${record.RECORD_SIZE}`, 'continue', '}')
    body()
    const rest = this.subtract(count, this.constant(1, 64))
    this.#registers.set(RCX, rest)
    this.#finish()
    this.#line(`if ((${rest.low} | ${rest.high}) === 0) p += ${record.RECORD_SIZE}`, 'continue')
    this.#ended = true
  }

  fault(kind: FaultKind): void {
    this.#none(kind)
  }

  stop(kind: string): void {
    this.#none(kind)
  }
}

/** The tests of the even conditions, as expressions that are zero where the condition does not hold. */
const CONDITIONS = [
  'flags & 2048',
  'flags & 1',
  'flags & 64',
  'flags & 65',
  'flags & 128',
  'flags & 4',
  '((flags >> 4) ^ flags) & 128',
  '(((flags >> 4) ^ flags) & 128) | (flags & 64)',
]

/** The part of a number that has its sign. */
function top(value: Text): string {
  return value.size === 64 ? value.high : value.low
}

function signBit(value: Text): string {
  return value.size >= 32 ? `(${top(value)} >>> 31)` : `(${value.low} >>> ${value.size - 1})`
}

/** The four words of a number widened with zeros to 128 bits. */
function wordsOf({ words, low, high }: Text): readonly string[] {
  return words ?? [low, high, '0', '0']
}

/** Shifts so that one bit comes to lie where another is wanted. */
function moved(text: string, from: number, to: number): string {
  if (from === to) return text
  return from > to ? `(${text} >>> ${from - to})` : `(${text} << ${to - from})`
}

function byteIndexOf(register: Register): string {
  return `((general + ${2 * register.number}) * 4${register.high ? ' + 1' : ''})`
}

/** Leaves out the names that nothing uses, and then those that only they used. */
function withoutUnused(lines: readonly string[]): readonly string[] {
  const text = lines.join('\n')
  const kept = lines.filter((line) => {
    const name = /^const (t\d+) = /.exec(line)?.[1]
    return name === undefined || text.split(new RegExp(`\\b${name}\\b`)).length > 2
  })
  return kept.length === lines.length ? lines : withoutUnused(kept)
}
