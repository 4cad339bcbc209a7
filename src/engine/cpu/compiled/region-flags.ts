import { FLAG_BITS, type FlagName } from '../../isa/flags.ts'
import { FLAGS_WORD } from '../../words.ts'
import * as local from './region-code.ts'
import { IS_NEGATIVE, IS_ZERO, PARITY_BIT, signOf } from './region-code.ts'
import { RegionValues, type Value } from './region-values.ts'
import * as wasm from './wasm.ts'
import { OP, type Code } from './wasm.ts'

/** Flags, which are told from what is kept of the last results, and what changes them. */
export abstract class RegionFlags extends RegionValues {
  /** Nothing has been changed yet, and what is written down is done in any case. */
  protected mayLeave = true
  readonly #zeroAndSign = new Map<'zf' | 'sf', Value>()

  flag(name: FlagName): Value {
    const inMemory = [...wasm.constant(0), ...wasm.access(OP.load, this.region.word(FLAGS_WORD))]
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
    return this.truth(codes[name])
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
    return this.truth(code & 1 ? [...holds, OP.isZero] : holds)
  }

  #setFlags(name: number, code: Code): void {
    this.mayLeave = false
    this.put(...code, ...wasm.set(name))
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
      return this.named([...code, ...wasm.constantLong(32n), OP.shiftRightLong, OP.wrap], false)
    return size === 32 ? code : this.named([...code, ...wasm.constant(32 - size), OP.shiftLeft], false)
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
    else if (name === 'df') this.none()
    else this.#zeroAndSign.set(name, value)
  }

  /** Only together are they told from a result, and not both set. */
  protected setZeroAndSign(): void {
    if (this.#zeroAndSign.size === 0) return
    const zero = this.#zeroAndSign.get('zf')
    if (zero === undefined || this.#zeroAndSign.get('sf')?.known !== 0n) this.none()
    this.#setFlags(local.RESULT, [...zero.code, OP.isZero, OP.widen])
  }
}
