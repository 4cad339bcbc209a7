import type { BitCount } from '../bits.ts'
import { highHalf, lowHalf } from '../bits.ts'
import type { Journal } from '../journal.ts'
import type { VirtualAddress } from '../units.ts'
import {
  CR0_WORD,
  CR2_WORD,
  CR3_WORD,
  CR4_WORD,
  FLAGS_WORD,
  FS_BASE_WORD,
  GENERAL_WORD,
  GS_BASE_WORD,
  MXCSR_WORD,
  RIP_WORD,
  VECTOR_WORD,
  X87_CONTROL_WORD,
  X87_STATUS_WORD,
  X87_USED_WORD,
  X87_WORD,
} from '../words.ts'
import { FLAG_BITS, type FlagName } from './flags.ts'
import type { SegmentRegister } from './operand.ts'
import { FIRST_CONTROL, type X87State } from './x87/unit.ts'

/** One name under which (part of) a general-purpose register can be used, or an XMM register: those have 128 bits. */
export interface Register {
  readonly name: string
  /** 0–15, as ModRM, SIB and REX number the registers. */
  readonly number: number
  readonly size: BitCount
  /** `ah`, `ch`, `dh`, `bh`: bits 15–8 of their register. */
  readonly high: boolean
}

const LEGACY = ['ax', 'cx', 'dx', 'bx', 'sp', 'bp', 'si', 'di']
const NUMBERED = ['8', '9', '10', '11', '12', '13', '14', '15']

const NAMES: Record<BitCount, readonly string[]> = {
  64: [...LEGACY.map((name) => `r${name}`), ...NUMBERED.map((number) => `r${number}`)],
  32: [...LEGACY.map((name) => `e${name}`), ...NUMBERED.map((number) => `r${number}d`)],
  16: [...LEGACY, ...NUMBERED.map((number) => `r${number}w`)],
  8: ['al', 'cl', 'dl', 'bl', 'spl', 'bpl', 'sil', 'dil', ...NUMBERED.map((number) => `r${number}b`)],
  80: Array.from({ length: 8 }, (_, number) => `st${number}`),
  128: Array.from({ length: 16 }, (_, number) => `xmm${number}`),
  224: [],
  864: [],
}

const HIGH_BYTES: readonly Register[] = ['ah', 'ch', 'dh', 'bh'].map((name, number) => ({
  name,
  number,
  size: 8,
  high: true,
}))

const BY_SIZE = new Map<BitCount, readonly Register[]>(
  ([8, 16, 32, 64, 80, 128] as const).map((size) => [
    size,
    NAMES[size].map((name, number) => ({ name, number, size, high: false })),
  ]),
)

const BY_NAME = new Map<string, Register>(
  [...BY_SIZE.values(), HIGH_BYTES].flat().map((register) => [register.name, register]),
)

/** The 16 registers of 128 bits. */
export const VECTOR_NAMES: readonly string[] = NAMES[128]

/** Every register name, the 64-bit ones first and those of vectors last. */
export const REGISTER_NAMES: readonly string[] = [
  ...NAMES[64],
  ...NAMES[32],
  ...NAMES[16],
  ...NAMES[8],
  'ah',
  'ch',
  'dh',
  'bh',
  ...VECTOR_NAMES,
]

export const RAX = 0
export const RCX = 1
export const RDX = 2
export const RSP = 4
export const RBP = 5

/** The register of that name, or undefined. Names are written in small letters. */
export function registerNamed(name: string): Register | undefined {
  return BY_NAME.get(name)
}

/** The registers that only the kernel may move to and from. */
const CONTROL_REGISTERS = new Map<string, Register>(
  [0, 2, 3, 4].map((number) => [`cr${number}`, { name: `cr${number}`, number, size: 64, high: false }]),
)

/** The registers of MMX: what stands behind the exponent in the x87 unit's, by their own numbers. */
const MMX_REGISTERS: readonly Register[] = Array.from({ length: 8 }, (_, number) => ({
  name: `mm${number}`,
  number,
  size: 64,
  high: false,
}))

/** The register of MMX of that number; prefixes do not count more of them. */
export function mmxRegister(number: number): Register {
  return MMX_REGISTERS[number & 7]!
}

/** The register of MMX of that name, in small letters, or undefined. */
export function mmxRegisterNamed(name: string): Register | undefined {
  return MMX_REGISTERS.find((register) => register.name === name)
}

export function isMmxRegister(register: Register): boolean {
  return MMX_REGISTERS[register.number] === register
}

/** The control register of that name, in small letters, or undefined. */
export function controlRegisterNamed(name: string): Register | undefined {
  return CONTROL_REGISTERS.get(name)
}

export function isControlRegister(register: Register): boolean {
  return CONTROL_REGISTERS.get(register.name) === register
}

/** The view of a size on register 0–15. */
export function registerOf(number: number, size: BitCount): Register {
  return BY_SIZE.get(size)![number]!
}

/** `ah`, `ch`, `dh` or `bh`, by the number of the register whose second byte it is. */
export function highByteOf(number: number): Register {
  return HIGH_BYTES[number]!
}

export const SEGMENT_BASE_WORDS: Record<SegmentRegister, number> = { fs: FS_BASE_WORD, gs: GS_BASE_WORD }
const X87_COUNT = 8
const CONTROL_WORDS: Record<ControlRegister | SegmentBase, number> = {
  cr0: CR0_WORD,
  cr2: CR2_WORD,
  cr3: CR3_WORD,
  cr4: CR4_WORD,
  mxcsr: MXCSR_WORD,
  'fs.base': FS_BASE_WORD,
  'gs.base': GS_BASE_WORD,
}

export type ControlRegister = 'cr0' | 'cr2' | 'cr3' | 'cr4' | 'mxcsr'
/** What is added to an address with that segment register before it. */
export type SegmentBase = `${SegmentRegister}.base`
export const SEGMENT_BASES: readonly SegmentBase[] = ['fs.base', 'gs.base']

/** All exceptions of floating point are masked, none has occurred, and numbers are rounded to the nearest. */
export const FIRST_MXCSR = 0x1f80

/** Where a register's first word is, as a distance from `journal.registersAt`. */
export function wordOf({ number, size }: Register): number {
  return size === 128 ? VECTOR_WORD + 4 * number : GENERAL_WORD + 2 * number
}

/** RFLAGS bit 1 is always set; bit 9 (IF) is set in every user program. */
const FIRST_FLAGS = 0x202

/** The registers, for people and for the operating system. The processor's loops use the words themselves. */
export class Registers {
  readonly #journal: Journal

  constructor(journal: Journal) {
    this.#journal = journal
    journal.words[journal.registersAt + FLAGS_WORD] = FIRST_FLAGS
    journal.words[journal.registersAt + MXCSR_WORD] = FIRST_MXCSR
    journal.words[journal.registersAt + X87_CONTROL_WORD] = FIRST_CONTROL
  }

  /** @throws RangeError for a name that is no register's */
  get(name: string): bigint {
    if (name === 'rip') return this.rip
    if (name in CONTROL_WORDS) return this.#long(CONTROL_WORDS[name as ControlRegister | SegmentBase])
    const register = this.#named(name)
    const word = wordOf(register)
    if (register.size === 128) return this.#long(word) | (this.#long(word + 2) << 64n)
    const value = this.#long(word)
    return BigInt.asUintN(register.size, register.high ? value >> 8n : value)
  }

  /** Writes a register as an instruction would: 32 bits clear the upper half, 8 and 16 bits leave the rest. */
  set(name: string, value: bigint): void {
    if (name === 'rip') return void (this.rip = value as VirtualAddress)
    if (name in CONTROL_WORDS)
      return this.#setLong(CONTROL_WORDS[name as ControlRegister | SegmentBase], value)
    const register = this.#named(name)
    const word = wordOf(register)
    if (register.size === 128) return this.#setVector(word, value)
    this.#setLong(word, mergeRegister(register, this.#long(word), value))
  }

  /** The x87 unit, a copy. */
  get x87(): X87State {
    return readX87(this.#journal)
  }

  set x87(state: X87State) {
    writeX87(this.#journal, state)
  }

  get rip(): VirtualAddress {
    return this.#long(RIP_WORD) as VirtualAddress
  }

  set rip(address: bigint) {
    this.#setLong(RIP_WORD, address)
  }

  /** RFLAGS. */
  get flags(): bigint {
    return BigInt(this.#journal.words[this.#journal.registersAt + FLAGS_WORD]!)
  }

  set flags(value: bigint) {
    this.#journal.writeWord(this.#journal.registersAt + FLAGS_WORD, lowHalf(value))
  }

  flag(name: FlagName): boolean {
    return (this.flags & BigInt(FLAG_BITS[name])) !== 0n
  }

  #named(name: string): Register {
    const register = BY_NAME.get(name)
    if (register === undefined) throw new RangeError(`no register is called ${name}`)
    return register
  }

  #long(word: number): bigint {
    return this.#journal.longs[(this.#journal.registersAt + word) / 2]!
  }

  /** Nearly always they are what they were: zero. */
  #setVector(word: number, value: bigint): void {
    if (this.#long(word) !== BigInt.asUintN(64, value)) this.#setLong(word, value)
    if (this.#long(word + 2) !== value >> 64n) this.#setLong(word + 2, value >> 64n)
  }

  #setLong(word: number, value: bigint): void {
    const journal = this.#journal
    journal.writeWord(journal.registersAt + word, lowHalf(value))
    journal.writeWord(journal.registersAt + word + 1, highHalf(value))
  }
}

/** The 64 bits of a register after `value` was written to one of its views. */
export function mergeRegister(register: Register, before: bigint, value: bigint): bigint {
  if (register.size >= 32) return BigInt.asUintN(register.size, value)
  const shift = register.high ? 8n : 0n
  const mask = ((1n << BigInt(register.size)) - 1n) << shift
  return (before & ~mask) | ((value << shift) & mask)
}

/** The state of the x87 unit, a copy. */
export function readX87({ words, longs, registersAt }: Journal): X87State {
  return {
    control: words[registersAt + X87_CONTROL_WORD]!,
    status: words[registersAt + X87_STATUS_WORD]!,
    used: words[registersAt + X87_USED_WORD]!,
    registers: Array.from({ length: X87_COUNT }, (_, number) => {
      const at = (registersAt + X87_WORD) / 2 + 2 * number
      return longs[at]! | (longs[at + 1]! << 64n)
    }),
  }
}

/** Nearly all of it is what it was. */
export function writeX87(journal: Journal, { control, status, used, registers }: X87State): void {
  const keep = (word: number, value: number) => {
    const at = journal.registersAt + word
    if (journal.words[at] !== value) journal.writeWord(at, value)
  }
  keep(X87_CONTROL_WORD, control)
  keep(X87_STATUS_WORD, status)
  keep(X87_USED_WORD, used)
  registers.forEach((bits, number) => {
    for (let word = 0; word < 3; word++)
      keep(X87_WORD + 4 * number + word, lowHalf(bits >> BigInt(32 * word)))
  })
}
