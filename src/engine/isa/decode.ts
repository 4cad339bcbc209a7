import type { BitCount } from '../bits.ts'
import { slotSize, type Form, type OperandSlot } from './form.ts'
import type { MemoryOperand, Operand, SegmentRegister } from './operand.ts'
import { highByteOf, mmxRegister, registerOf, type Register } from './registers.ts'
import { FORMS } from './table.ts'

/** An instruction read from bytes. */
export interface DecodedInstruction {
  readonly form: Form
  readonly operands: readonly Operand[]
  readonly byteCount: number
  /** `rep` stands before it. */
  readonly repeat: boolean
  /** It is `repe`, not `repne`. */
  readonly repeatsWhileZero: boolean
  readonly lock: boolean
  /** Addresses have 32 bits (prefix 67). */
  readonly address32: boolean
  /** Where its parts lie among its bytes. */
  readonly parts: InstructionParts
}

/** Byte counts of the parts of an instruction, in the order in which they follow each other. */
export interface InstructionParts {
  readonly vex: number
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

/** Legacy prefixes and REX, which stand before x87's opcodes. */
function isPrefix(byte: number): boolean {
  return [0x66, 0x67, 0xf0, 0xf2, 0xf3, 0x2e, 0x36, 0x3e, 0x26, 0x64, 0x65].includes(byte) || byte >> 4 === 4
}

/** Which instructions of x86 that are not here begin like the bytes at `start`, which do not decode. */
export function absentKind(bytes: Uint8Array, start = 0): 'avx' | 'sse' | undefined {
  let at = start
  while (at < start + LONGEST_INSTRUCTION && isPrefix(bytes[at] ?? 0)) at++
  const byte = bytes[at] ?? 0
  if (byte === 0xc4 || byte === 0xc5 || byte === 0x62) return 'avx'
  return byte === 0x0f && AFTER_SSE2.has(bytes[at + 1] ?? 0) ? 'sse' : undefined
}

/** Opcodes behind 0F that came after SSE2. */
const AFTER_SSE2: ReadonlySet<number> = new Set([0x12, 0x16, 0x38, 0x3a, 0x7c, 0x7d, 0xd0, 0xf0])

/** Behind VEX the maps have opcodes of their own. */
const VEX_MAPS = 4

/** Forms by opcode: 0–255 for one byte, 256–511 behind 0F, and so on. */
const INDEX: readonly (readonly Form[])[] = buildIndex()

function buildIndex(): Form[][] {
  const index: Form[][] = Array.from({ length: 2 * VEX_MAPS * 256 }, () => [])
  for (const form of FORMS) {
    const opcodes = form.opcodeRegister ? 8 : 1
    const map = form.map + (form.isVex ? VEX_MAPS : 0)
    for (let number = 0; number < opcodes; number++) index[map * 256 + form.opcode + number]!.push(form)
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
  /** F2 or F3, whichever came last; 0 for none. */
  repeat: number
  lock: boolean
  rex: number
  segment: SegmentRegister | undefined
}

const REX_W = 8
const REX_R = 4
const REX_X = 2
const REX_B = 1

function readInstruction(reader: Reader): DecodedInstruction | 'invalid' {
  const prefixes = readPrefixes(reader)
  const prefixBytes = reader.at - reader.start - (prefixes.rex === 0 ? 0 : 1)
  const opcodeAt = reader.at
  const vex = readVex(reader, prefixes)
  const opcode = vex === undefined ? readOpcode(reader) : vex.map * 256 + reader.byte()
  if (reader.overrun || opcode >= INDEX.length) return 'invalid'
  const opcodeBytes = reader.at - opcodeAt
  const forms = INDEX[opcode]!
  if (forms.length === 0) return 'invalid'
  const hasModrm = forms.some((form) => form.modrm !== undefined || form.fixedModrm !== undefined)
  const modrm = hasModrm ? reader.peek() : 0
  if (reader.overrun) return 'invalid'
  const form = selectForm(forms, prefixes, modrm, opcode)
  if (form === undefined) return 'invalid'
  if (prefixes.repeat !== 0 && form.row.repeatMeansAnother === true) return 'invalid'
  const body = readBody(reader, form, prefixes, { opcodeLow: opcode & 7, vexRegister: vex?.register ?? 0 })
  if (prefixes.lock && !mayBeLocked(form, body.operands)) return 'invalid'
  return {
    form,
    operands: body.operands,
    byteCount: reader.at - reader.start,
    repeat: prefixes.repeat !== 0 && form.row.repeatable === true,
    repeatsWhileZero: prefixes.repeat === 0xf3,
    lock: prefixes.lock,
    address32: prefixes.addressSize,
    parts: {
      vex: vex?.byteCount ?? 0,
      prefixes: prefixBytes,
      rex: prefixes.rex === 0 ? 0 : 1,
      opcode: opcodeBytes - (vex?.byteCount ?? 0),
      ...body.parts,
    },
  }
}

/**
 * Reads legacy prefixes and REX, which means something only directly before the opcode. CS, DS, ES and SS mean nothing
 * in 64-bit mode.
 */
function readPrefixes(reader: Reader): Prefixes {
  const prefixes: Prefixes = {
    operandSize: false,
    addressSize: false,
    repeat: 0,
    lock: false,
    rex: 0,
    segment: undefined,
  }
  for (;;) {
    const next = reader.peek()
    const isRex = (next & 0xf0) === 0x40
    switch (next) {
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
        prefixes.repeat = next
        break
      case 0x2e:
      case 0x36:
      case 0x3e:
      case 0x26:
        break
      case 0x64:
      case 0x65:
        prefixes.segment = next === 0x64 ? 'fs' : 'gs'
        break
      default:
        if (!isRex) return prefixes
    }
    prefixes.rex = isRex ? next : 0
    reader.byte()
  }
}

function readOpcode(reader: Reader): number {
  const first = reader.byte()
  if (first !== 0x0f) return first
  const second = reader.byte()
  if (second === 0x38) return 512 + reader.byte()
  return second === 0x3a ? 768 + reader.byte() : 256 + second
}

/*
 * VEX in three bytes (Intel SDM volume 2, section 2.3.5); in two, C5, map and W and the bits X and B are those of 0F.
 *
 *    C4   7 6 5  4   0    7  6  3  2  1 0
 *        ┌─┬─┬─┬──────┐  ┌─┬─────┬──┬────┐      R, X, B and vvvv are inverted
 *        │R│X│B│ map  │  │W│vvvv │L │ pp │      pp: none, 66, F3, F2
 *        └─┴─┴─┴──────┘  └─┴─────┴──┴────┘
 */
function readVex(reader: Reader, prefixes: Prefixes) {
  const first = reader.peek()
  if (first !== 0xc4 && first !== 0xc5) return undefined
  const hasPrefix = prefixes.rex !== 0 || prefixes.repeat !== 0 || prefixes.operandSize || prefixes.lock
  reader.byte()
  const second = reader.byte()
  const third = first === 0xc4 ? reader.byte() : second & 0x7f
  const map = first === 0xc4 ? second & 31 : 1
  if (hasPrefix || map === 0 || map >= VEX_MAPS || (third & 4) !== 0)
    return { map: 8, register: 0, byteCount: 0 }
  const inverted = ~second
  prefixes.rex =
    ((third >> 4) & REX_W) |
    ((inverted >> 5) & REX_R) |
    (first === 0xc4 ? ((inverted >> 5) & REX_X) | ((inverted >> 5) & REX_B) : 0)
  prefixes.operandSize = (third & 3) === 1
  prefixes.repeat = [0, 0, 0xf3, 0xf2][third & 3]!
  return { map: map + VEX_MAPS, register: (~third >> 3) & 15, byteCount: first === 0xc4 ? 3 : 2 }
}

/** Which form was selected before, by opcode and by what else decides; nothing changes it. */
const SELECTED = new Map<number, Form | undefined>()
/** A program has some hundreds of them. */
const MOST_SELECTED = 1 << 14

function selectForm(
  forms: readonly Form[],
  prefixes: Prefixes,
  modrm: number,
  opcode: number,
): Form | undefined {
  const deciding =
    (prefixes.rex & (REX_W | REX_B)) | (prefixes.operandSize ? 2 : 0) | (prefixes.addressSize ? 4 : 0)
  const key = (((opcode << 8) | modrm) << 6) | (deciding << 2) | (prefixes.repeat & 3)
  if (SELECTED.has(key)) return SELECTED.get(key)
  if (SELECTED.size >= MOST_SELECTED) SELECTED.clear()
  const selected = selectedForm(forms, prefixes, modrm, opcode)
  SELECTED.set(key, selected)
  return selected
}

function selectedForm(
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
    if (form.fixedModrm !== undefined && form.fixedModrm !== modrm) return false
    if (form.isPlain && (prefixes.operandSize || prefixes.repeat !== 0)) return false
    if (form.hasVectors && form.mandatory === 0x66 && prefixes.repeat !== 0) return false
    if (!inRegister && form.operands.some((slot) => slot.kind === 'register-in-rm')) return false
    if (form.mandatory !== 0 && !hasPrefix(form.mandatory, prefixes)) return false
    if (form.isVex && form.mandatory !== vexPrefix(prefixes)) return false
    if (form.hasAddress32 && !prefixes.addressSize) return false
    return !(inRegister && form.operands.some((slot) => slot.kind === 'address' || slot.kind === 'memory'))
  })
  return chosenForm(
    narrowed(
      narrowed(possible, ({ mandatory }) => mandatory !== 0),
      ({ hasAddress32 }) => hasAddress32,
    ),
    prefixes,
  )
}

/** Those that ask for a prefix that is there come before those that do not. */
function narrowed(forms: readonly Form[], asks: (form: Form) => boolean): readonly Form[] {
  const asking = forms.filter(asks)
  return asking.length > 0 ? asking : forms
}

function chosenForm(possible: readonly Form[], prefixes: Prefixes): Form | undefined {
  const isSize = (form: Form, wanted: string) => form.sizePrefix === wanted
  const has66 = prefixes.operandSize && possible[0]?.mandatory !== 0x66
  const wanted = (prefixes.rex & REX_W) !== 0 ? 'w' : has66 ? '66' : 'none'
  return (
    possible.find((form) => isSize(form, wanted)) ?? possible.find((form) => ignoresSizePrefix(form, wanted))
  )
}

function hasPrefix(byte: number, prefixes: Prefixes): boolean {
  return byte === 0x66 ? prefixes.operandSize : prefixes.repeat === byte
}

function vexPrefix({ operandSize, repeat }: Prefixes): number {
  return operandSize ? 0x66 : repeat
}

/** Whether the form means the same with a prefix it does not ask for. */
function ignoresSizePrefix(form: Form, prefix: string): boolean {
  if (form.sizePrefix !== 'none') return false
  if (form.hasVectors || form.isX87) return true
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

function readBody(reader: Reader, form: Form, prefixes: Prefixes, around: Around) {
  let modrm = 0
  let address: Address | undefined
  const bodyAt = reader.at
  const counts = { modrm: 0, sib: 0, displacement: 0 }
  if (form.fixedModrm !== undefined) {
    reader.byte()
    counts.modrm = 1
  } else if (form.modrm !== undefined) {
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
    readOperand(reader, slot, form, prefixes, { modrm, address, ...around }),
  )
  return { operands, parts: { ...counts, immediate: reader.at - immediateAt } }
}

/** What stands before ModRM: the last bits of the opcode, and the register that VEX names. */
interface Around {
  readonly opcodeLow: number
  readonly vexRegister: number
}

interface Encoded extends Around {
  readonly modrm: number
  readonly address: Address | undefined
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
      return readImmediate(reader, form, slot)
    case 'relative':
      return { kind: 'relative', displacement: reader.signed32(form.relativeByteCount) }
    case 'vex-register':
      return { kind: 'register', register: registerOf(encoded.vexRegister, slot.size) }
    case 'offset':
      return { kind: 'memory', size: slot.size, ...readOffset(reader, prefixes) }
    case 'register': {
      const number = form.opcodeRegister
        ? encoded.opcodeLow | (prefixes.rex & REX_B ? 8 : 0)
        : ((encoded.modrm >> 3) & 7) | (prefixes.rex & REX_R ? 8 : 0)
      return { kind: 'register', register: registerEncoded(number, slot, prefixes.rex) }
    }
    default: {
      if (encoded.address !== undefined) return { kind: 'memory', size: slot.size, ...encoded.address }
      const number = (encoded.modrm & 7) | (prefixes.rex & REX_B ? 8 : 0)
      return { kind: 'register', register: registerEncoded(number, slot, prefixes.rex) }
    }
  }
}

function readImmediate(reader: Reader, form: Form, slot: OperandSlot): Operand {
  const byteCount = slot.size / 8
  const value = reader.signed(byteCount)
  const bitCount = (8 * byteCount) as BitCount
  return {
    kind: 'immediate',
    value: form.row.unsignedImmediate ? BigInt.asUintN(bitCount, value) : value,
    size: bitCount,
  }
}

/** Without REX the byte registers 4–7 are AH, CH, DH and BH; with it they are SPL, BPL, SIL and DIL. */
function registerEncoded(number: number, slot: OperandSlot, rex: number): Register {
  if (slot.isMmx === true) return mmxRegister(number)
  const size = slotSize(slot)
  if (size === 80) return registerOf(number & 7, size)
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
  const { addressSize: address32, segment } = prefixes
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
      segment,
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
    segment,
  }
}

/** An address that stands in the instruction whole, in as many bits as addresses have. */
function readOffset(reader: Reader, { addressSize: address32, segment }: Prefixes): Address {
  const size = address32 ? 32 : 64
  return {
    base: undefined,
    index: undefined,
    scale: 1,
    displacement: 0,
    offset: BigInt.asUintN(size, reader.signed(size / 8)),
    ripRelative: false,
    address32,
    segment,
  }
}

function readDisplacement(reader: Reader, mod: number): number {
  return mod === 0 ? 0 : reader.signed32(mod === 1 ? 1 : 4)
}
