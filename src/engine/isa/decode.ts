import type { BitCount } from '../bits.ts'
import type { Form, OperandSlot } from './form.ts'
import type { MemoryOperand, Operand } from './operand.ts'
import { highByteOf, registerOf, type Register } from './registers.ts'
import { FORMS } from './table.ts'

/** An instruction read from bytes. */
export interface DecodedInstruction {
  readonly form: Form
  readonly operands: readonly Operand[]
  readonly byteCount: number
  /** `rep` stands before it. */
  readonly repeat: boolean
  readonly lock: boolean
  /** Where its parts lie among its bytes. */
  readonly parts: InstructionParts
}

/** Byte counts of the parts of an instruction, in the order in which they follow each other. */
export interface InstructionParts {
  readonly prefixes: number
  readonly rex: number
  readonly opcode: number
  readonly modrm: number
  readonly sib: number
  readonly displacement: number
  readonly immediate: number
}

/** No instruction is longer (Intel SDM volume 2, section 2.3.11). */
export const LONGEST_INSTRUCTION = 15

/**
 * Reads the instruction that begins at `start`. `'invalid'`: no instruction begins like this. `'truncated'`: it goes
 * on behind `end`. Nothing behind `end` is looked at, so a fetch can stop at the end of a page.
 */
export function decode(
  bytes: Uint8Array,
  start = 0,
  end = bytes.length,
): DecodedInstruction | 'invalid' | 'truncated' {
  const limit = Math.min(end, start + LONGEST_INSTRUCTION)
  const reader = new Reader(bytes, start, limit)
  const instruction = readInstruction(reader)
  if (!reader.overrun) return instruction
  return end - start < LONGEST_INSTRUCTION ? 'truncated' : 'invalid'
}

/** Forms by opcode: 0–255 for one byte, 256–511 behind 0F. */
const INDEX: readonly (readonly Form[])[] = buildIndex()

function buildIndex(): Form[][] {
  const index: Form[][] = Array.from({ length: 512 }, () => [])
  for (const form of FORMS) {
    const opcodes = form.opcodeRegister ? 8 : 1
    for (let number = 0; number < opcodes; number++) index[form.map * 256 + form.opcode + number]!.push(form)
  }
  return index
}

class Reader {
  overrun = false
  at: number
  readonly bytes: Uint8Array
  readonly start: number
  readonly limit: number

  constructor(bytes: Uint8Array, start: number, limit: number) {
    this.bytes = bytes
    this.start = start
    this.at = start
    this.limit = limit
  }

  peek(): number {
    if (this.at >= this.limit) {
      this.overrun = true
      return -1
    }
    return this.bytes[this.at]!
  }

  byte(): number {
    const value = this.peek()
    this.at++
    return value
  }

  /** A little-endian number of 1 to 8 bytes, signed. */
  signed(byteCount: number): bigint {
    let value = 0n
    for (let index = 0; index < byteCount; index++) value |= BigInt(this.byte() & 0xff) << BigInt(8 * index)
    return BigInt.asIntN(8 * byteCount, value)
  }

  /** The same as a number, for up to 4 bytes. */
  signed32(byteCount: number): number {
    let value = 0
    for (let index = 0; index < byteCount; index++) value |= (this.byte() & 0xff) << (8 * index)
    const unusedBits = 32 - 8 * byteCount
    return (value << unusedBits) >> unusedBits
  }
}

interface Prefixes {
  operandSize: boolean
  addressSize: boolean
  repeat: boolean
  lock: boolean
  rex: number
}

const REX_W = 8
const REX_R = 4
const REX_X = 2
const REX_B = 1

function readInstruction(reader: Reader): DecodedInstruction | 'invalid' {
  const prefixes = readPrefixes(reader)
  if (prefixes === 'invalid') return 'invalid'
  const prefixBytes = reader.at - reader.start - (prefixes.rex === 0 ? 0 : 1)
  const opcodeAt = reader.at
  const first = reader.byte()
  const behind0F = first === 0x0f
  const opcode = behind0F ? 256 + reader.byte() : first
  if (reader.overrun) return 'invalid'
  if (behind0F && prefixes.repeat) return 'invalid'
  const opcodeBytes = reader.at - opcodeAt
  const forms = INDEX[opcode]!
  if (forms.length === 0) return 'invalid'
  const modrm = forms.some((form) => form.modrm !== undefined) ? reader.peek() : 0
  if (reader.overrun) return 'invalid'
  const form = selectForm(forms, prefixes, modrm, opcode)
  if (form === undefined) return 'invalid'
  const body = readBody(reader, form, prefixes, opcode & 7)
  if (prefixes.lock && !mayBeLocked(form, body.operands)) return 'invalid'
  return {
    form,
    operands: body.operands,
    byteCount: reader.at - reader.start,
    repeat: prefixes.repeat && form.row.repeatable === true,
    lock: prefixes.lock,
    parts: { prefixes: prefixBytes, rex: prefixes.rex === 0 ? 0 : 1, opcode: opcodeBytes, ...body.parts },
  }
}

/** Reads legacy prefixes and REX. CS, DS, ES and SS mean nothing in 64-bit mode; FS and GS are not modelled. */
function readPrefixes(reader: Reader): Prefixes | 'invalid' {
  const prefixes: Prefixes = { operandSize: false, addressSize: false, repeat: false, lock: false, rex: 0 }
  for (;;) {
    switch (reader.peek()) {
      case 0x66:
        prefixes.operandSize = true
        break
      case 0x67:
        prefixes.addressSize = true
        break
      case 0xf0:
        prefixes.lock = true
        break
      case 0xf2:
      case 0xf3:
        prefixes.repeat = true
        break
      case 0x2e:
      case 0x36:
      case 0x3e:
      case 0x26:
        break
      case 0x64:
      case 0x65:
        return 'invalid'
      default:
        if ((reader.peek() & 0xf0) === 0x40) prefixes.rex = reader.byte()
        return prefixes
    }
    reader.byte()
  }
}

function selectForm(
  forms: readonly Form[],
  prefixes: Prefixes,
  modrm: number,
  opcode: number,
): Form | undefined {
  const inRegister = modrm >> 6 === 3
  const digit = (modrm >> 3) & 7
  const isNop = opcode === 0x90 && (prefixes.rex & (REX_W | REX_B)) === 0 && !prefixes.operandSize
  const possible = forms.filter((form) => {
    if (typeof form.modrm === 'number' && form.modrm !== digit) return false
    if (isNop && form.opcodeRegister) return false
    if (opcode === 0x90 && !isNop && !form.opcodeRegister) return false
    return !(inRegister && form.operands.some((slot) => slot.kind === 'address' || slot.kind === 'memory'))
  })
  const wanted = (prefixes.rex & REX_W) !== 0 ? 'w' : prefixes.operandSize ? '66' : 'none'
  return (
    possible.find((form) => form.sizePrefix === wanted) ??
    possible.find((form) => ignoresSizePrefix(form, wanted))
  )
}

/** Whether the form means the same with a prefix it does not ask for. */
function ignoresSizePrefix(form: Form, prefix: string): boolean {
  if (form.sizePrefix !== 'none') return false
  const first = form.operands[0]
  if (first === undefined) return true
  if (first.kind === 'relative') return true
  if (prefix === 'w') return first.size === 8 || first.size === 64 || first.kind === 'immediate'
  return first.size === 8
}

function mayBeLocked(form: Form, operands: readonly Operand[]): boolean {
  if (form.row.lockable !== true) return false
  return form.operands.some((slot, index) => slot.use === 'rw' && operands[index]!.kind === 'memory')
}

function readBody(reader: Reader, form: Form, prefixes: Prefixes, opcodeLow: number) {
  let modrm = 0
  let address: Address | undefined
  const bodyAt = reader.at
  const counts = { modrm: 0, sib: 0, displacement: 0 }
  if (form.modrm !== undefined) {
    modrm = reader.byte()
    counts.modrm = 1
    if (modrm >> 6 !== 3) {
      address = readAddress(reader, modrm, prefixes)
      counts.sib = (modrm & 7) === 4 ? 1 : 0
      counts.displacement = reader.at - bodyAt - 1 - counts.sib
    }
  }
  const immediateAt = reader.at
  const operands = form.operands.map((slot) =>
    readOperand(reader, slot, form, prefixes, { modrm, address, opcodeLow }),
  )
  return { operands, parts: { ...counts, immediate: reader.at - immediateAt } }
}

interface Encoded {
  readonly modrm: number
  readonly address: Address | undefined
  readonly opcodeLow: number
}

function readOperand(
  reader: Reader,
  slot: OperandSlot,
  form: Form,
  prefixes: Prefixes,
  encoded: Encoded,
): Operand {
  switch (slot.kind) {
    case 'fixed':
      return { kind: 'register', register: slot.register }
    case 'one':
      return { kind: 'immediate', value: 1n, size: 8 }
    case 'immediate':
      return readImmediate(reader, form)
    case 'relative':
      return { kind: 'relative', displacement: reader.signed32(form.relativeByteCount) }
    case 'register': {
      const number = form.opcodeRegister
        ? encoded.opcodeLow | (prefixes.rex & REX_B ? 8 : 0)
        : ((encoded.modrm >> 3) & 7) | (prefixes.rex & REX_R ? 8 : 0)
      return { kind: 'register', register: registerEncoded(number, slot.size, prefixes.rex) }
    }
    default: {
      if (encoded.address !== undefined) return { kind: 'memory', size: slot.size, ...encoded.address }
      const number = (encoded.modrm & 7) | (prefixes.rex & REX_B ? 8 : 0)
      return { kind: 'register', register: registerEncoded(number, slot.size, prefixes.rex) }
    }
  }
}

function readImmediate(reader: Reader, form: Form): Operand {
  const byteCount = form.immediateByteCount
  const value = reader.signed(byteCount)
  const bitCount = (8 * byteCount) as BitCount
  return {
    kind: 'immediate',
    value: form.row.unsignedImmediate ? BigInt.asUintN(bitCount, value) : value,
    size: bitCount,
  }
}

/** Without REX the byte registers 4–7 are AH, CH, DH and BH; with it they are SPL, BPL, SIL and DIL. */
function registerEncoded(number: number, size: BitCount, rex: number): Register {
  return size === 8 && rex === 0 && number >= 4 ? highByteOf(number - 4) : registerOf(number, size)
}

type Address = Omit<MemoryOperand, 'kind' | 'size'>

/*
 * ModRM and SIB (Intel SDM volume 2, tables 2-2 and 2-3)
 *
 *    7  6 5   3 2   0        7   6 5   3 2   0
 *   ┌────┬─────┬─────┐      ┌─────┬─────┬─────┐
 *   │mod │ reg │ r/m │      │scale│index│base │
 *   └────┴─────┴─────┘      └─────┴─────┴─────┘
 *
 *   mod 0: no displacement; 1: 8 bits; 2: 32 bits; 3: r/m is a register
 *   r/m 4: a SIB byte follows; mod 0, r/m 5: RIP + 32 bits; index 4: none; mod 0, base 5: 32 bits, no base
 */
function readAddress(reader: Reader, modrm: number, prefixes: Prefixes): Address {
  const mod = modrm >> 6
  const size = prefixes.addressSize ? 32 : 64
  const extended = (bit: number) => (prefixes.rex & bit ? 8 : 0)
  const address32 = prefixes.addressSize
  if ((modrm & 7) === 4) {
    const sib = reader.byte() & 0xff
    const indexNumber = ((sib >> 3) & 7) | extended(REX_X)
    const noBase = mod === 0 && (sib & 7) === 5
    return {
      base: noBase ? undefined : registerOf((sib & 7) | extended(REX_B), size),
      index: indexNumber === 4 ? undefined : registerOf(indexNumber, size),
      scale: (1 << (sib >> 6)) as 1 | 2 | 4 | 8,
      displacement: readDisplacement(reader, noBase ? 2 : mod),
      ripRelative: false,
      address32,
    }
  }
  const ripRelative = mod === 0 && (modrm & 7) === 5
  return {
    base: ripRelative ? undefined : registerOf((modrm & 7) | extended(REX_B), size),
    index: undefined,
    scale: 1,
    displacement: readDisplacement(reader, ripRelative ? 2 : mod),
    ripRelative,
    address32,
  }
}

function readDisplacement(reader: Reader, mod: number): number {
  return mod === 0 ? 0 : reader.signed32(mod === 1 ? 1 : 4)
}
