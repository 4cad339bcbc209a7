import type { BitCount } from '../bits.ts'
import type { FormNotation, Instruction, OperandUse } from './instruction.ts'
import { controlRegisterNamed, registerNamed, type Register } from './registers.ts'

/** What may stand in an operand's place, read from notation such as `r/m64`. */
export type OperandSlot = {
  readonly size: BitCount
  readonly use: OperandUse
  /** The size of the register in its place, where memory in its place would be smaller: `xmm/m64`. */
  readonly registerSize?: BitCount
  /** The register in its place is one of MMX. */
  readonly isMmx?: true
} & (
  | { readonly kind: 'register' }
  /** A register that VEX names, in its field vvvv. */
  | { readonly kind: 'vex-register' }
  | { readonly kind: 'register-or-memory' }
  /** A register that ModRM's r/m field names, where no memory can stand. */
  | { readonly kind: 'register-in-rm' }
  | { readonly kind: 'memory' }
  /** Memory whose whole address stands behind the opcode, in 64 bits: the manual's moffs. */
  | { readonly kind: 'offset' }
  /** A memory operand whose size says nothing, as in `lea`. */
  | { readonly kind: 'address' }
  | { readonly kind: 'immediate' }
  | { readonly kind: 'relative' }
  | { readonly kind: 'fixed'; readonly register: Register }
  | { readonly kind: 'one' }
)

/** Which prefix makes the operand size: none (32 bits or irrelevant), 66, or REX.W. */
export type SizePrefix = 'none' | '66' | 'w'

/** One form of an instruction, its notation taken apart. */
export interface Form {
  readonly row: Instruction
  readonly notation: FormNotation
  /** Its place in the whole table. */
  readonly number: number
  /** 0 for one-byte opcodes, 1 for those behind 0F, 2 behind 0F 38, 3 behind 0F 3A. */
  readonly map: 0 | 1 | 2 | 3
  /** A prefix that is part of the opcode: 66, F2 or F3; 0 for none. */
  readonly mandatory: number
  /** No prefix that is part of other opcodes may stand before it: the manual's NP. */
  readonly isPlain: boolean
  /** It has a vector among its operands, of 128 bits or one of MMX. */
  readonly hasVectors: boolean
  /** It is one of the x87 unit's, whose operands have sizes of their own. */
  readonly isX87: boolean
  /** It begins with VEX, not with 0F and a REX. */
  readonly isVex: boolean
  /** Addresses, and counters, have 32 bits (prefix 67). */
  readonly hasAddress32: boolean
  /** The only ModRM byte it has. */
  readonly fixedModrm: number | undefined
  readonly opcode: number
  /** The register's number is added to the opcode. */
  readonly opcodeRegister: boolean
  readonly sizePrefix: SizePrefix
  /** ModRM's reg field: absent, a register, or an opcode extension 0–7. */
  readonly modrm: undefined | 'register' | number
  readonly immediateByteCount: number
  readonly relativeByteCount: number
  readonly operands: readonly OperandSlot[]
  /** The operand size, in bits: that of the first operand, else what the prefix says. */
  readonly size: BitCount
}

const IMMEDIATE_BYTES: Record<string, number> = { ib: 1, iw: 2, id: 4, io: 8 }
const RELATIVE_BYTES: Record<string, number> = { cb: 1, cd: 4 }

/** Takes a form's notation apart. @throws SyntaxError if the row is mistyped */
export function parseForm(row: Instruction, notation: FormNotation, number: number): Form {
  const uses = notation[2] ?? row.uses
  const operands =
    notation[1] === ''
      ? []
      : notation[1].split(', ').map((text, index) => parseSlot(text, uses[index] ?? 'r'))
  const encoding = parseEncoding(notation[0])
  const hasVectors = operands.some((slot) => slotSize(slot) === 128 || slot.isMmx === true)
  const isMandatory =
    encoding.has66 && encoding.mandatory === 0 && (encoding.map > 1 || encoding.isVex || hasVectors)
  if (encoding.has66 && !isMandatory) encoding.prefix = '66'
  const isX87 = encoding.map === 0 && encoding.opcode >> 3 === 0x1b
  const sizePrefix = encoding.prefix ?? (isX87 ? 'none' : impliedPrefix(operands[0]))
  return {
    row,
    notation,
    number,
    map: encoding.map,
    opcode: encoding.opcode,
    opcodeRegister: encoding.opcodeRegister,
    sizePrefix,
    modrm: encoding.modrm,
    immediateByteCount: encoding.immediate,
    relativeByteCount: encoding.relative,
    operands: encoding.isVex
      ? withVexRegister(operands, encoding.modrm)
      : withRegisterInRm(operands, encoding.modrm),
    mandatory: isMandatory ? 0x66 : encoding.mandatory,
    isPlain: encoding.isPlain,
    hasVectors,
    isX87,
    isVex: encoding.isVex,
    hasAddress32: encoding.hasAddress32,
    fixedModrm: encoding.fixedModrm,
    size: operandSize(operands[0], sizePrefix),
  }
}

/** VEX names the first register if ModRM's field is part of the opcode, else the second. */
function withVexRegister(operands: readonly OperandSlot[], modrm: Form['modrm']): OperandSlot[] {
  let inModrm = modrm === 'register' ? 1 : 0
  return operands.map((slot) =>
    slot.kind === 'register' && inModrm-- <= 0 ? { ...slot, kind: 'vex-register' } : slot,
  )
}

/** ModRM has two fields: where nothing can be in memory, the last register is in r/m. */
function withRegisterInRm(operands: readonly OperandSlot[], modrm: Form['modrm']): readonly OperandSlot[] {
  const isTaken = operands.some(({ kind }) => /memory|address/.test(kind))
  const registers = operands.filter(({ kind }) => kind === 'register').length
  if (isTaken || modrm === undefined || registers < (modrm === 'register' ? 2 : 1)) return operands
  const last = operands.findLastIndex(({ kind }) => kind === 'register')
  return operands.map((slot, index) => (index === last ? { ...slot, kind: 'register-in-rm' } : slot))
}

/** How large a register is that stands in an operand's place. */
export function slotSize({ registerSize, size }: OperandSlot): BitCount {
  return registerSize ?? size
}

function operandSize(first: OperandSlot | undefined, prefix: SizePrefix): BitCount {
  if (first === undefined) return prefix === '66' ? 16 : prefix === 'w' ? 64 : 32
  if (first.kind === 'immediate' || first.kind === 'relative') return prefix === '66' ? 16 : 64
  return first.size
}

/** The manual leaves the 66 of 16-bit operands unsaid. */
function impliedPrefix(first: OperandSlot | undefined): SizePrefix {
  // DX numbers a port: that it has 16 bits is no operand size.
  const isPort = first?.kind === 'fixed' && first.register.name === 'dx'
  const hasSize = first !== undefined && !isPort && first.kind !== 'immediate' && first.kind !== 'relative'
  return hasSize && first.size === 16 ? '66' : 'none'
}

function parseEncoding(text: string) {
  const encoding = {
    prefix: undefined as SizePrefix | undefined,
    map: 0 as 0 | 1 | 2 | 3,
    has66: false,
    isPlain: false,
    mandatory: 0,
    isVex: false,
    hasAddress32: false,
    fixedModrm: undefined as number | undefined,
    opcode: -1,
    opcodeRegister: false,
    modrm: undefined as undefined | 'register' | number,
    immediate: 0,
    relative: 0,
  }
  for (const part of text.split(' ')) {
    if (part === 'REX.W') encoding.prefix = 'w'
    else if (part.startsWith('VEX.')) parseVex(part, encoding)
    else if (part === '66' && encoding.map === 0) encoding.has66 = true
    else if (part === 'NP') encoding.isPlain = true
    else if (part === '67' && encoding.map === 0) encoding.hasAddress32 = true
    else if (
      (part === 'F2' || part === 'F3') &&
      encoding.opcode < 0 &&
      encoding.map === 0 &&
      text.includes(' 0F ')
    )
      encoding.mandatory = parseInt(part, 16)
    else if (part === 'F3' && text === 'F3 90') encoding.mandatory = 0xf3
    else if (part === '0F' && encoding.map === 0) encoding.map = 1
    else if (part === '38' && encoding.map === 1 && encoding.opcode < 0 && !encoding.isVex) encoding.map = 2
    else if (part === '/r') encoding.modrm = 'register'
    else if (/^\/[0-7]$/.test(part)) encoding.modrm = Number(part[1])
    else if (part in IMMEDIATE_BYTES) encoding.immediate += IMMEDIATE_BYTES[part]!
    else if (part in RELATIVE_BYTES) encoding.relative = RELATIVE_BYTES[part]!
    else if (encoding.opcode >= 0 && /^[0-9A-F]{2}$/.test(part)) encoding.fixedModrm = parseInt(part, 16)
    else if (/^[0-9A-F]{2}(\+r)?$/.test(part)) {
      encoding.opcode = parseInt(part, 16)
      encoding.opcodeRegister = part.endsWith('+r')
    } else throw new SyntaxError(`unknown part ${part} in the encoding ${text}`)
  }
  return encoding
}

/** `VEX.LZ.F2.0F38.W1`: the length, a mandatory prefix, the map, and what REX.W would be. */
function parseVex(
  text: string,
  encoding: { isVex: boolean; map: 0 | 1 | 2 | 3; mandatory: number; prefix: SizePrefix | undefined },
): void {
  const parts = text.split('.')
  encoding.isVex = true
  encoding.map = parts.includes('0F3A') ? 3 : 2
  encoding.mandatory = parseInt(parts.find((part) => /^(66|F2|F3)$/.test(part)) ?? '0', 16)
  if (parts.includes('W1')) encoding.prefix = 'w'
}

function parseSlot(text: string, use: OperandUse): OperandSlot {
  if (text === '1') return { kind: 'one', size: 8, use }
  if (text === 'm') return { kind: 'address', size: 64, use }
  const fixed = registerNamed(text.toLowerCase()) ?? controlRegisterNamed(text.toLowerCase())
  if (fixed !== undefined && text === text.toUpperCase())
    return { kind: 'fixed', size: fixed.size, use, register: fixed }
  const mixed = /^(r32|r64|xmm)\/m(16|32|64|128)$/.exec(text)
  if (mixed !== null) {
    const registerSize = { r32: 32, r64: 64, xmm: 128 }[mixed[1]!] as BitCount
    return { kind: 'register-or-memory', size: Number(mixed[2]) as BitCount, registerSize, use }
  }
  if (text === 'mm') return { kind: 'register', size: 64, use, isMmx: true }
  const short = /^mm\/m(32|64)$/.exec(text)
  if (short !== null)
    return {
      kind: 'register-or-memory',
      size: Number(short[1]) as BitCount,
      registerSize: 64,
      use,
      isMmx: true,
    }
  if (text === 'st') return { kind: 'register-in-rm', size: 80, use }
  if (text === 'xmm') return { kind: 'register', size: 128, use }
  const match = /^(r\/m|r|moffs|m|imm|rel)(8|16|32|64|80|128|224|864)$/.exec(text)
  if (match === null) throw new SyntaxError(`unknown operand ${text}`)
  return { kind: SLOT_KINDS[match[1]!]!, size: Number(match[2]) as BitCount, use }
}

type PlainKind = 'register' | 'register-or-memory' | 'memory' | 'offset' | 'immediate' | 'relative'
const SLOT_KINDS: Record<string, PlainKind> = {
  r: 'register',
  'r/m': 'register-or-memory',
  m: 'memory',
  moffs: 'offset',
  imm: 'immediate',
  rel: 'relative',
}
