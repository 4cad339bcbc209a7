import { decode, type DecodedInstruction } from './decode.ts'
import type { FlagName } from './flags.ts'
import type { Operand } from './operand.ts'

/** What a reader is shown of one instruction: all of it comes from its row and its bytes. */
export interface InstructionCard {
  readonly mnemonic: string
  readonly summary: string
  readonly example: string
  readonly flagsWritten: readonly FlagName[]
  readonly flagsUndefined: readonly FlagName[]
  /** The form in the Intel manual's notation. */
  readonly encoding: string
  readonly operands: string
  /** Its bytes, taken apart, in their order. */
  readonly parts: readonly CardPart[]
}

export interface CardPart {
  readonly name: 'prefix' | 'VEX' | 'REX' | 'opcode' | 'ModRM' | 'SIB' | 'displacement' | 'immediate'
  readonly bytes: Uint8Array
  /** A phrase that says what the part stands for. */
  readonly meaning: string
  /** The fields inside a byte, the most significant first. */
  readonly fields: readonly CardField[]
}

export interface CardField {
  readonly name: string
  /** Its bits as they are written: `101`. */
  readonly bits: string
  readonly meaning: string
}

/** The card of the instruction at the beginning of `bytes`; undefined where there is none. */
export function instructionCard(bytes: Uint8Array): InstructionCard | undefined {
  const instruction = decode(bytes)
  if (typeof instruction === 'string') return undefined
  const { row, notation } = instruction.form
  return {
    mnemonic: row.mnemonic,
    summary: row.summary,
    example: row.example,
    flagsWritten: row.flags.written,
    flagsUndefined: row.flags.undefined,
    encoding: notation[0],
    operands: notation[1],
    parts: partsOf(instruction, bytes),
  }
}

function partsOf(instruction: DecodedInstruction, bytes: Uint8Array): CardPart[] {
  const { parts, form } = instruction
  const isJump = form.relativeByteCount > 0
  let at = 0
  const take = (byteCount: number) => bytes.slice(at, (at += byteCount))
  const all: CardPart[] = [
    ...Array.from(take(parts.prefixes), (byte) =>
      part('prefix', [byte], byte === form.mandatory ? 'a part of the opcode' : prefixMeaning(byte)),
    ),
    part('VEX', take(parts.vex), 'takes the place of prefixes and REX, and names one more register'),
    rexPart(take(parts.rex)),
    part('opcode', take(parts.opcode), opcodeMeaning(instruction)),
    modrmPart(take(parts.modrm), instruction),
    sibPart(take(parts.sib), instruction),
    part('displacement', take(parts.displacement), displacementMeaning(instruction)),
    part(isJump ? 'displacement' : 'immediate', take(parts.immediate), numberMeaning(instruction)),
  ]
  return all.filter(({ bytes }) => bytes.length > 0)
}

function part(
  name: CardPart['name'],
  bytes: ArrayLike<number>,
  meaning: string,
  fields: readonly CardField[] = [],
): CardPart {
  return { name, bytes: Uint8Array.from(bytes), meaning, fields }
}

function prefixMeaning(byte: number): string {
  switch (byte) {
    case 0x66:
      return 'the operands have 16 bits'
    case 0x67:
      return 'addresses are computed in 32 bits'
    case 0xf0:
      return 'no other processor touches the memory in between'
    case 0xf2:
    case 0xf3:
      return 'repeat, RCX times'
    default:
      return 'a segment prefix, which means nothing in 64-bit code'
  }
}

function bit(name: string, byte: number, position: number, set: string, clear: string): CardField {
  const value = (byte >> position) & 1
  return { name, bits: String(value), meaning: value === 1 ? set : clear }
}

function rexPart(bytes: Uint8Array): CardPart {
  const [byte = 0] = bytes
  return part('REX', bytes, 'extends the fields that follow by a bit each', [
    { name: 'REX', bits: '0100', meaning: 'says that this is a REX prefix' },
    bit('W', byte, 3, 'the operands have 64 bits', 'the operands have their usual size'),
    bit('R', byte, 2, 'ModRM.reg is one of r8–r15', 'ModRM.reg is one of the first eight registers'),
    bit('X', byte, 1, 'SIB.index is one of r8–r15', 'SIB.index is one of the first eight registers'),
    bit(
      'B',
      byte,
      0,
      'r/m, base or opcode register is one of r8–r15',
      'r/m, base or opcode register is one of the first eight',
    ),
  ])
}

function opcodeMeaning({ form, operands }: DecodedInstruction): string {
  const name = `the operation: ${form.row.mnemonic}`
  const first = operands.find(
    (operand, index) => operand.kind === 'register' && form.operands[index]!.kind === 'register',
  )
  return form.opcodeRegister && first?.kind === 'register'
    ? `${name}, with ${first.register.name} in its last three bits`
    : name
}

function modrmPart(bytes: Uint8Array, { form, operands }: DecodedInstruction): CardPart {
  const [byte = 0] = bytes
  const memory = operands.find((operand) => operand.kind === 'memory')
  const inRm = operands.find((_, index) => /^register-(?:or-memory|in-rm)$/.test(form.operands[index]!.kind))
  const inReg = operands.find((_, index) => form.operands[index]!.kind === 'register')
  return part('ModRM', bytes, 'says where the operands are', [
    { name: 'mod', bits: bits(byte >> 6, 2), meaning: MODS[byte >> 6]! },
    {
      name: 'reg',
      bits: bits(byte >> 3, 3),
      meaning: typeof form.modrm === 'number' ? `/${form.modrm}: belongs to the opcode` : nameOf(inReg),
    },
    {
      name: 'r/m',
      bits: bits(byte, 3),
      meaning: memory === undefined ? nameOf(inRm) : rmMeaning(byte, memory),
    },
  ])
}

const MODS = [
  'memory, no displacement',
  'memory, displacement of 8 bits',
  'memory, displacement of 32 bits',
  'a register',
]

function rmMeaning(byte: number, memory: Operand & { kind: 'memory' }): string {
  if (memory.ripRelative) return 'the address is counted from the next instruction'
  return (byte & 7) === 4 ? 'a SIB byte follows' : `the address begins at ${memory.base!.name}`
}

function sibPart(bytes: Uint8Array, { operands }: DecodedInstruction): CardPart {
  const [byte = 0] = bytes
  const memory = operands.find((operand) => operand.kind === 'memory')
  return part('SIB', bytes, 'base + index × scale', [
    { name: 'scale', bits: bits(byte >> 6, 2), meaning: `× ${1 << (byte >> 6)}` },
    { name: 'index', bits: bits(byte >> 3, 3), meaning: memory?.index?.name ?? 'none' },
    { name: 'base', bits: bits(byte, 3), meaning: memory?.base?.name ?? 'none' },
  ])
}

function displacementMeaning({ operands }: DecodedInstruction): string {
  const memory = operands.find((operand) => operand.kind === 'memory')
  if (memory === undefined) return ''
  return `${memory.displacement}, added to the address; as a signed number, lowest byte first`
}

function numberMeaning({ operands }: DecodedInstruction): string {
  if (operands.some((operand) => operand.kind === 'memory' && operand.offset !== undefined))
    return 'the whole address, lowest byte first'
  const number = operands.find((operand) => operand.kind === 'immediate' || operand.kind === 'relative')
  if (number?.kind === 'relative')
    return `${number.displacement} bytes from the next instruction, lowest byte first`
  return number?.kind === 'immediate' ? `the number ${number.value}, lowest byte first` : ''
}

function nameOf(operand: Operand | undefined): string {
  return operand?.kind === 'register' ? operand.register.name : 'unused'
}

function bits(value: number, count: number): string {
  return (value & ((1 << count) - 1)).toString(2).padStart(count, '0')
}
