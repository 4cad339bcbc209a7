import { convert, fromInteger, toInteger, type Binary } from '../floats/exact.ts'
import {
  DOUBLE,
  isNan,
  quieted,
  SINGLE,
  unpack,
  type Format,
  type Rounded,
  type Unpacked,
} from '../floats/format.ts'

/**
 * A number of 80 bits without the bit before its fraction, which the others leave out too:
 *
 *     79  78        64  63  62                    0
 *    ┌──┬─────────────┬───┬───────────────────────┐
 *    │ s│  exponent   │ 1 │       fraction        │
 *    └──┴─────────────┴───┴───────────────────────┘
 */
export const EXTENDED: Format = { size: 79, fractionBits: 63, bias: 16383 }

const FRACTION = (1n << 63n) - 1n

/** As it is kept in memory, from what `EXTENDED` says of it: the bit before the fraction is set unless the exponent is 0. */
function stored(bits: bigint): bigint {
  const upper = bits >> 63n
  const whole = (upper & 0x7fffn) === 0n ? 0n : 1n << 63n
  return (upper << 64n) | whole | (bits & FRACTION)
}

function unstored(bits: bigint): bigint {
  return ((bits >> 64n) << 63n) | (bits & FRACTION)
}

/** The state of the x87 unit (Intel SDM volume 1, chapter 8), as an instruction finds and leaves it. */
export interface X87State {
  control: number
  status: number
  /** Bit n is set while register n is in use. */
  used: number
  /** By their own numbers, not by their distance from the top; in 80 bits. */
  readonly registers: bigint[]
}

/** All exceptions masked, 64 bits of precision, rounding to the nearest. */
export const FIRST_CONTROL = 0x37f
/** The state in the beginning, as `packed`. */
export const FIRST_X87 = BigInt(FIRST_CONTROL)

/** The whole state as one number: the three words in 16 bits each, and behind them the registers in 80 bits each. */
export function packed({ control, status, used, registers }: X87State): bigint {
  const words = BigInt(control) | (BigInt(status) << 16n) | (BigInt(used) << 32n)
  return registers.reduce((all, bits, number) => all | (bits << BigInt(48 + 80 * number)), words)
}

export function unpacked(all: bigint): X87State {
  const part = (at: number, size: number) => BigInt.asUintN(size, all >> BigInt(at))
  return {
    control: Number(part(0, 16)),
    status: Number(part(16, 16)),
    used: Number(part(32, 16)),
    registers: Array.from({ length: 8 }, (_, number) => part(48 + 80 * number, 80)),
  }
}

const [TOP_SHIFT, TOP] = [11, 7]
const [INVALID, STACK_FAULT, OVERFLOWED] = [1, 0x40, 0x200]
/** C0, C1, C2 and C3 of the status word. */
const [C0, C1, C2, C3] = [0x100, 0x200, 0x400, 0x4000]
const CONDITIONS = C0 | C1 | C2 | C3
/** The NaN that stands for what is no number. */
const INDEFINITE = 0xffff_c000_0000_0000_0000n

/** What an instruction is given: a register by its distance from the top, or what is in memory. */
export interface X87Source {
  readonly index: number
  readonly bits: bigint
  readonly size: number
}

/** What an instruction does; the result goes to where it says, if anywhere. */
export type X87Operation = (unit: X87, source: X87Source) => bigint

/** The unit while an instruction runs. */
export class X87 {
  readonly state: X87State

  constructor(state: X87State) {
    this.state = state
  }

  get #top(): number {
    return (this.state.status >> TOP_SHIFT) & TOP
  }

  set #top(top: number) {
    this.state.status = (this.state.status & ~(TOP << TOP_SHIFT)) | ((top & TOP) << TOP_SHIFT)
  }

  /** Rounding and masks as MXCSR has them: the same bits elsewhere. */
  get modes(): number {
    const { control } = this.state
    return ((control & 0x3f) << 7) | (((control >> 10) & 3) << 13)
  }

  isUsed(index: number): boolean {
    return ((this.state.used >> ((this.#top + index) & 7)) & 1) !== 0
  }

  /** What a register holds, as `EXTENDED`; of an empty one no number, which is an exception. */
  at(index: number): bigint {
    if (this.isUsed(index)) return unstored(this.raw(index))
    this.#stackFault(false)
    return unstored(INDEFINITE)
  }

  raw(index: number): bigint {
    return this.state.registers[(this.#top + index) & 7]!
  }

  put(index: number, bits: bigint): void {
    this.putRaw(index, stored(bits))
  }

  putRaw(index: number, bits: bigint): void {
    const number = (this.#top + index) & 7
    this.state.registers[number] = bits
    this.state.used |= 1 << number
  }

  /** What an instruction with a register of MMX does first: register 0 is the top, and all are in use. */
  beginMmx(): void {
    this.#top = 0
    this.state.used = 0xff
  }

  /** A register's fraction, by its own number. */
  mmx(number: number): bigint {
    return BigInt.asUintN(64, this.state.registers[number]!)
  }

  /** As a number it is none: sign and exponent become ones. */
  setMmx(number: number, bits: bigint): void {
    this.state.registers[number] = (0xffffn << 64n) | bits
  }

  /** All registers are free again. */
  endMmx(): void {
    this.state.used = 0
  }

  pushRaw(bits: bigint): void {
    this.#top = this.#top - 1
    if (this.isUsed(0)) {
      this.#stackFault(true)
      return this.putRaw(0, INDEFINITE)
    }
    this.putRaw(0, bits)
  }

  pop(): void {
    this.free(0)
    this.#top = this.#top + 1
  }

  free(index: number): void {
    this.state.used &= ~(1 << ((this.#top + index) & 7))
  }

  turn(by: number): void {
    this.#top = this.#top + by
  }

  #stackFault(isOverflow: boolean): void {
    this.state.status |= INVALID | STACK_FAULT | (isOverflow ? OVERFLOWED : 0)
  }

  /** Notes exceptions. @returns the result */
  rounded({ bits, raised }: Rounded): bigint {
    this.state.status |= raised & 0x3f
    return bits
  }

  setConditions(set: number): void {
    this.state.status = (this.state.status & ~CONDITIONS) | set
  }

  /** It would say that the last result was rounded up; stores and loads clear it. */
  clearRoundedUp(): void {
    this.state.status &= ~C1
  }

  initialise(): void {
    Object.assign(this.state, { control: FIRST_CONTROL, status: 0, used: 0 })
  }
}

/** As the unit does it: of two NaNs the quiet one counts, else that with the larger fraction. */
export function ofTwo(operation: Binary): Binary {
  return (a, b, format, modes) => {
    const [one, other] = [unpack(a, format, 0), unpack(b, format, 0)]
    if (!isNan(one) || !isNan(other)) return operation(a, b, format, modes)
    const isSecond = one.kind === other.kind ? fractionOf(other) > fractionOf(one) : other.kind === 'quiet'
    const signals = one.kind === 'signaling' || other.kind === 'signaling'
    return { bits: quieted(isSecond ? other : one, format), raised: signals ? INVALID : 0 }
  }
}

function fractionOf({ bits }: Unpacked): bigint {
  return bits & FRACTION
}

/** Less, equal, greater and unordered as C3, C2 and C0 have them. */
export const LESS = C0
export const EQUAL = C3
export const UNORDERED = C0 | C2 | C3
export { C0, C1, C2, C3 }

/** A number in memory, as `EXTENDED`. */
export function widened(unit: X87, { bits, size }: X87Source): bigint {
  return unit.rounded(convert(bits, size === 32 ? SINGLE : DOUBLE, EXTENDED, unit.modes))
}

/** The top as a smaller number. */
export function narrowed(unit: X87, size: number): bigint {
  return unit.rounded(convert(unit.at(0), EXTENDED, size === 32 ? SINGLE : DOUBLE, unit.modes))
}

/** A whole number in memory, as `EXTENDED`. */
export function fromWhole({ bits, size }: X87Source): bigint {
  return fromInteger(BigInt.asIntN(size, bits), EXTENDED, 0).bits
}

/** The top as a whole number. @param truncates whatever the control word says */
export function toWhole(unit: X87, size: number, truncates: boolean): bigint {
  return unit.rounded(toInteger(unit.at(0), EXTENDED, size, truncates ? unit.modes | (3 << 13) : unit.modes))
}
