import { FLAGS_WORD, GENERAL_WORD, RIP_WORD } from '../../words.ts'
import { ADJUST, CARRY, OVERFLOW, PARITY, SIGN, STATUS_FLAGS, ZERO } from '../../isa/flags.ts'
import * as wasm from './wasm.ts'
import { OP, type Code, type Locals } from './wasm.ts'

/* The function's locals. The parameter comes first: how many steps may still be executed. */
export const LEFT = 0
const FIRST_INT = 1
/** The address to go on at. */
export const RIP = FIRST_INT
/**
 * The status flags as what they are told from: PF from the low byte of `PARITY_OF`, CF and OF from the sign of words,
 * AF from bit 4; and, of 64 bits, ZF and SF from `RESULT`, which is zero or negative.
 */
export const PARITY_OF = FIRST_INT + 1
export const CARRY_OF = FIRST_INT + 2
export const OVERFLOW_OF = FIRST_INT + 3
export const ADJUST_OF = FIRST_INT + 4
const FIRST_SCRATCH_INT = FIRST_INT + 5
const SCRATCH = 40
const FIRST_LONG = FIRST_SCRATCH_INT + SCRATCH
/** The 16 registers, those of which the function uses are here while it runs. */
const GENERAL = FIRST_LONG
export const RESULT = FIRST_LONG + 16
const FIRST_SCRATCH_LONG = FIRST_LONG + 17

const LOCALS: Locals = { ints: 5 + SCRATCH, longs: 17 + SCRATCH }

/** An instruction needs more names for intermediate results than there are. */
export class OutOfScratch extends Error {}

/** Where what the function works on lies in memory, in bytes. */
export interface Places {
  readonly registersAt: number
  /** The translation cache's three arrays, one behind the other. */
  readonly tagLow: number
  readonly tagHigh: number
  readonly base: number
  /** Two vectors to compute with. */
  readonly lanes: number
}

/** A function in the making: which registers it needs, and what is done at its beginning and its end. */
export class RegionCode {
  readonly places: Places
  readonly #used = new Set<number>()
  readonly #written = new Set<number>()
  #ints = 0
  #longs = 0

  constructor(places: Places) {
    this.places = places
  }

  /** The local that holds a register, to be read. */
  general(number: number): number {
    this.#used.add(number)
    return GENERAL + number
  }

  /** The same, to be written. */
  writtenGeneral(number: number): number {
    this.#written.add(number)
    return this.general(number)
  }

  /** Intermediate results of the instruction before are of no further use. */
  beginInstruction(): void {
    this.#ints = 0
    this.#longs = 0
  }

  /** A local for an intermediate result. @throws OutOfScratch */
  scratch(isLong: boolean): number {
    const number = isLong ? this.#longs++ : this.#ints++
    if (number >= SCRATCH) throw new OutOfScratch()
    return (isLong ? FIRST_SCRATCH_LONG : FIRST_SCRATCH_INT) + number
  }

  word(index: number): number {
    return this.places.registersAt + 4 * index
  }

  /** Registers and flags from memory into locals. */
  load(): Code {
    return [() => this.#loadRegisters(), ...this.#loadFlags()]
  }

  /** And back, RIP too. */
  store(): Code {
    const rip = [...wasm.constant(0), ...wasm.get(RIP), ...wasm.access(OP.store, this.word(RIP_WORD))]
    return [() => this.#storeRegisters(), ...this.#storeFlags(), ...rip]
  }

  /** The module, with this in the midst of the function: what leaves it leaves the block that it is in. */
  moduleOf(body: Code): Uint8Array<ArrayBuffer> {
    const code = [
      ...this.load(),
      ...wasm.begin(OP.block),
      ...body,
      OP.end,
      ...this.store(),
      ...wasm.get(LEFT),
    ]
    return wasm.moduleOf(code, LOCALS)
  }

  #loadRegisters(): Code {
    return [...this.#used].flatMap((number) => [
      ...wasm.constant(0),
      ...wasm.access(OP.loadLong, this.word(GENERAL_WORD + 2 * number)),
      ...wasm.set(GENERAL + number),
    ])
  }

  #storeRegisters(): Code {
    return [...this.#written].flatMap((number) => [
      ...wasm.constant(0),
      ...wasm.get(GENERAL + number),
      ...wasm.access(OP.storeLong, this.word(GENERAL_WORD + 2 * number)),
    ])
  }

  get #flags(): Code {
    return [...wasm.constant(0), ...wasm.access(OP.load, this.word(FLAGS_WORD))]
  }

  #masked(mask: number): Code {
    return [...this.#flags, ...wasm.constant(mask), OP.and]
  }

  #loadFlags(): Code {
    const toSign = (flag: number) => [
      ...this.#flags,
      ...wasm.constant(SIGN_BIT - Math.log2(flag)),
      OP.shiftLeft,
    ]
    return [
      // zero, or negative, or neither; `isTellable` says that it is not to be both
      ...wasm.constantLong(0n),
      ...[...wasm.constantLong(-1n), ...wasm.constantLong(1n), ...this.#masked(SIGN), OP.select],
      ...[...this.#masked(ZERO), OP.select, ...wasm.set(RESULT)],
      ...[...this.#masked(PARITY), OP.isZero, ...wasm.set(PARITY_OF)],
      ...[...toSign(CARRY), ...wasm.set(CARRY_OF)],
      ...[...toSign(OVERFLOW), ...wasm.set(OVERFLOW_OF)],
      ...[...this.#masked(ADJUST), ...wasm.set(ADJUST_OF)],
    ]
  }

  #storeFlags(): Code {
    const bit = (code: Code, position: number) => [...code, ...wasm.constant(position), OP.shiftLeft, OP.or]
    return [
      ...wasm.constant(0),
      ...this.#masked(~STATUS_FLAGS),
      ...[...wasm.get(ADJUST_OF), ...wasm.constant(ADJUST), OP.and, OP.or],
      ...bit(signOf(CARRY_OF), Math.log2(CARRY)),
      ...bit(PARITY_BIT, Math.log2(PARITY)),
      ...bit(IS_ZERO, Math.log2(ZERO)),
      ...bit(IS_NEGATIVE, Math.log2(SIGN)),
      ...bit(signOf(OVERFLOW_OF), Math.log2(OVERFLOW)),
      ...wasm.access(OP.store, this.word(FLAGS_WORD)),
    ]
  }
}

/** Whether flags can be told from `RESULT` and the others. */
export function isTellable(flags: number): boolean {
  return (flags & (ZERO | SIGN)) !== (ZERO | SIGN)
}

/** Of a word of 32 bits. */
const SIGN_BIT = 31

export const signOf = (local: number): Code => [...wasm.get(local), ...wasm.constant(SIGN_BIT), OP.shiftRight]
export const IS_ZERO: Code = [...wasm.get(RESULT), OP.isZeroLong]
export const IS_NEGATIVE: Code = [...wasm.get(RESULT), ...wasm.constantLong(0n), OP.lessLong]
/** 1 where the low byte has an even number of ones. */
export const PARITY_BIT: Code = [
  ...[...wasm.get(PARITY_OF), ...wasm.constant(255), OP.and, OP.popcount],
  ...[...wasm.constant(1), OP.and, OP.isZero],
]
