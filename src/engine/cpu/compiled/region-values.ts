import type { BitCount } from '../../bits.ts'
import { NoFastForm } from '../emitter.ts'
import type { RegionCode } from './region-code.ts'
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

/** What an instruction computes, as code: numbers and truth values out of others. */
export abstract class RegionValues {
  protected readonly region: RegionCode
  protected readonly code: Code = []

  constructor(region: RegionCode) {
    this.region = region
  }

  /** Leaves the region before the instruction where that is so. */
  protected abstract leaveIf(condition: Code): void

  protected none(): never {
    throw new NoFastForm()
  }

  protected put(...code: Code): void {
    this.code.push(...code)
  }

  protected named(code: Code, isLong: boolean): Code {
    const name = this.region.scratch(isLong)
    this.put(...code, ...wasm.set(name))
    return wasm.get(name)
  }

  protected value(size: BitCount, code: Code): Value {
    if (size > 64) this.none()
    return { size, code: this.named(code, size === 64) }
  }

  /** Zeros above the number, where the operation may have left something. */
  protected narrow(size: BitCount, code: Code): Value {
    if (size >= 32) return this.value(size, code)
    return this.value(size, [...code, ...wasm.constant(2 ** size - 1), OP.and])
  }

  protected truth(code: Code): Value {
    return this.value(8, code)
  }

  protected binary(a: Value, b: Value, operation: number, longOperation: number): Value {
    const code = [...a.code, ...b.code, a.size === 64 ? longOperation : operation]
    return this.narrow(a.size, code)
  }

  protected vectorOf(low: Code, high: Code): Value {
    return { size: 128, code: [], halves: [this.named(low, true), this.named(high, true)] }
  }

  /** A number as two of 64 bits, with zeros above it. */
  protected halvesOf(value: Value): readonly [Code, Code] {
    return value.halves ?? [this.zeroExtend(value, 64).code, wasm.constantLong(0n)]
  }

  constant(value: bigint | number, size: BitCount): Value {
    if (size > 64) this.none()
    const known = BigInt.asUintN(size, BigInt(value))
    return { size, known, code: size === 64 ? wasm.constantLong(known) : wasm.constant(Number(known)) }
  }

  // ── arithmetic ──

  add(a: Value, b: Value): Value {
    return this.binary(a, b, OP.add, OP.addLong)
  }

  subtract(a: Value, b: Value): Value {
    return this.binary(a, b, OP.subtract, OP.subtractLong)
  }

  addCarry(a: Value, b: Value, carry: Value): Value {
    return this.add(this.add(a, b), this.zeroExtend(carry, a.size))
  }

  subtractBorrow(a: Value, b: Value, borrow: Value): Value {
    return this.subtract(this.subtract(a, b), this.zeroExtend(borrow, a.size))
  }

  and(a: Value, b: Value): Value {
    return this.binary(a, b, OP.and, OP.andLong)
  }

  or(a: Value, b: Value): Value {
    return this.binary(a, b, OP.or, OP.orLong)
  }

  xor(a: Value, b: Value): Value {
    return this.binary(a, b, OP.xor, OP.xorLong)
  }

  not(a: Value): Value {
    return this.xor(a, this.constant(-1, a.size))
  }

  #shifted(a: Value, count: Value, operation: number, longOperation: number): Value {
    return this.binary(a, a.size === 64 ? this.zeroExtend(count, 64) : count, operation, longOperation)
  }

  shiftLeft(a: Value, count: Value): Value {
    return this.#shifted(a, count, OP.shiftLeft, OP.shiftLeftLong)
  }

  shiftRight(a: Value, count: Value): Value {
    return this.#shifted(a, count, OP.shiftRight, OP.shiftRightLong)
  }

  shiftRightArithmetic(a: Value, count: Value): Value {
    if (a.size < 32) this.none()
    return this.#shifted(a, count, OP.shiftRightSigned, OP.shiftRightSignedLong)
  }

  multiply(a: Value, b: Value, signed: boolean): { low: Value; high: Value } {
    if (a.size === 64)
      return { low: this.binary(a, b, 0, OP.multiplyLong), high: this.#productHigh(a, b, signed) }
    const wide = (value: Value) => this.widened(value, signed)
    const product = this.named([...wide(a), ...wide(b), OP.multiplyLong], true)
    const part = (shift: number) => [
      ...product,
      ...wasm.constantLong(BigInt(shift)),
      OP.shiftRightLong,
      OP.wrap,
    ]
    return { low: this.narrow(a.size, part(0)), high: this.narrow(a.size, part(a.size)) }
  }

  /** A number of fewer bits as one of 64. */
  protected widened(value: Value, signed: boolean): Code {
    return (signed ? this.signExtend(value, 64) : this.zeroExtend(value, 64)).code
  }

  /** From products of 32 bits; a negative factor was taken for one larger by 2⁶⁴. */
  #productHigh(a: Value, b: Value, signed: boolean): Value {
    const low = (code: Code) => this.named([...code, ...wasm.constantLong(0xffff_ffffn), OP.andLong], true)
    const high = (code: Code) => this.named([...code, ...wasm.constantLong(32n), OP.shiftRightLong], true)
    const product = (x: Code, y: Code) => this.named([...x, ...y, OP.multiplyLong], true)
    const sum = (...terms: Code[]) =>
      this.named(
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
    const by = this.named(isLong ? divisor.code : this.widened(divisor, signed), true)
    if (isLong) {
      const above = signed
        ? [...low.code, ...wasm.constantLong(63n), OP.shiftRightSignedLong]
        : wasm.constantLong(0n)
      this.leaveIf([...high.code, ...above, OP.unequalLong])
    }
    this.leaveIf([...by, OP.isZeroLong])
    if (signed) {
      const isLowest = [...dividend, ...wasm.constantLong(-(2n ** 63n)), OP.equalLong]
      this.leaveIf([...isLowest, ...by, ...wasm.constantLong(-1n), OP.equalLong, OP.and])
    }
    const divide = signed ? OP.divideLong : OP.divideUnsignedLong
    const quotient = this.named([...dividend, ...by, divide], true)
    const rest: Code = [...dividend, ...by, signed ? OP.remainderLong : OP.remainderUnsignedLong]
    if (isLong) return { quotient: { size, code: quotient }, remainder: this.value(64, rest) }
    const fitting = this.narrow(size, [...quotient, OP.wrap])
    this.leaveIf([...this.widened(fitting, signed), ...quotient, OP.unequalLong])
    return { quotient: fitting, remainder: this.narrow(size, [...rest, OP.wrap]) }
  }

  /** `high:low` in 64 bits. */
  #dividend(high: Value, low: Value, signed: boolean): Code {
    const above = [...this.widened(high, signed), ...wasm.constantLong(BigInt(low.size)), OP.shiftLeftLong]
    return this.named([...above, ...this.widened(low, false), OP.orLong], true)
  }

  element({ halves }: Value, index: number, size: BitCount): Value {
    if (size === 64) return this.value(64, halves![index]!)
    const shift = wasm.constantLong(BigInt(32 * (index % 2)))
    return this.value(32, [...halves![index >> 1]!, ...shift, OP.shiftRightLong, OP.wrap])
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
    return this.vectorOf(...changed)
  }

  signExtend(a: Value, size: BitCount): Value {
    if (a.size === size) return a
    const extend = a.size === 8 ? [OP.extend8] : a.size === 16 ? [OP.extend16] : []
    if (size === 64) return this.value(64, [...a.code, ...extend, OP.widenSigned])
    return this.narrow(size, [...a.code, ...extend])
  }

  zeroExtend(a: Value, size: BitCount): Value {
    if (size === 128) return this.vectorOf(...this.halvesOf(a))
    if (size > 64) this.none()
    return size === 64 && a.size < 64 ? this.value(64, [...a.code, OP.widen]) : { ...a, size }
  }

  truncate(a: Value, size: BitCount): Value {
    if (a.size === size) return a
    if (a.halves !== undefined) return this.truncate({ size: 64, code: a.halves[0] }, size)
    return this.narrow(size, a.size === 64 ? [...a.code, OP.wrap] : a.code)
  }

  isZero(a: Value): Value {
    return this.truth([...a.code, a.size === 64 ? OP.isZeroLong : OP.isZero])
  }

  isEqual(a: Value, b: Value): Value {
    return this.truth([...a.code, ...b.code, a.size === 64 ? OP.equalLong : OP.equal])
  }

  signOf(a: Value): Value {
    return this.bit(a, this.constant(a.size - 1, 8))
  }

  bit(a: Value, index: Value): Value {
    const { code, size } = this.shiftRight(a, index)
    return this.truth([...code, ...(size === 64 ? [OP.wrap] : []), ...wasm.constant(1), OP.and])
  }

  negate(truth: Value): Value {
    return this.truth([...truth.code, OP.isZero])
  }

  select(truth: Value, a: Value, b: Value): Value {
    return this.value(a.size, [...a.code, ...b.code, ...truth.code, OP.select])
  }
}
