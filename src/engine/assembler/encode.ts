import { fitsSigned, fitsUnsigned, littleEndian, type BitCount } from '../bits.ts'
import { slotSize, type Form, type OperandSlot } from '../isa/form.ts'
import { formsOf } from '../isa/table.ts'
import type { Instruction } from '../isa/instruction.ts'
import { isControlRegister, isMmxRegister, RBP, registerOf, RSP, type Register } from '../isa/registers.ts'
import { messages, AssemblyMistake, type Span } from './messages.ts'
import type { WrittenMemory, WrittenNumber, WrittenOperand } from './operands.ts'
import { explainMismatch } from './mismatch.ts'

/** An instruction to encode: a row, its operands, and where it will lie. */
export interface WrittenInstruction extends Span {
  readonly name: string
  readonly row: Instruction
  readonly operands: readonly WrittenOperand[]
  readonly address: bigint
  readonly lock: boolean
  /** Those that were written out, as bytes. */
  readonly prefixBytes: readonly number[]
  /** `mov rax, 1` is not shortened to `mov eax, 1`. */
  readonly isExact: boolean
  /** Takes note of what is odd and goes on all the same. */
  readonly warn: (mistake: AssemblyMistake) => void
  /** The jump was found to be too far for 8 bits. */
  readonly longJump: boolean
}

/** The shortest encoding of the instruction as written. @throws AssemblyMistake if there is none */
export function encode(written: WrittenInstruction): Uint8Array {
  const operands = withBorrowedSize(withRepeatedDestination(written.row, withPredicate(written)))
  const candidates = candidatesFor(
    written.isExact ? operands : withShortDestination(operands, written),
    written,
  )
  if (candidates.length > 0) return encodeShortest(candidates, written)
  const cut = withCutNumber(operands, written)
  const others = cut === undefined ? [] : candidatesFor(cut.operands, written)
  if (cut === undefined || others.length === 0) throw explainMismatch(written, formsOf(written.row))
  written.warn(new AssemblyMistake(cut.number, messages.numberCut(String(cut.number.value), cut.bits)))
  return encodeShortest(others, written)
}

interface Candidate {
  readonly form: Form
  readonly operands: readonly WrittenOperand[]
}

function encodeShortest(candidates: readonly Candidate[], written: WrittenInstruction): Uint8Array {
  refuseUnknownSize(candidates, written)
  return shortest(candidates.map(({ form, operands }) => encodeForm(form, operands, written)))
}

function candidatesFor(operands: readonly WrittenOperand[], written: WrittenInstruction): Candidate[] {
  const forms = formsOf(written.row)
  const direct = forms.filter((form) => matches(form, operands, written))
  const offsets = direct.filter((form) => form.operands.some(({ kind }) => kind === 'offset'))
  const candidates = (offsets.length > 0 ? offsets : direct).map((form) => ({ form, operands }))
  if (direct.length === 0 && written.row.commutative === true && operands.length === 2) {
    const swapped = [operands[1]!, operands[0]!]
    candidates.push(
      ...forms.filter((form) => matches(form, swapped, written)).map((form) => ({ form, operands: swapped })),
    )
  }
  return candidates
}

/** A write to EAX clears the upper half of RAX, so nasm writes `mov eax, 1` where `mov rax, 1` stands. */
function withShortDestination(
  operands: readonly WrittenOperand[],
  { row }: WrittenInstruction,
): readonly WrittenOperand[] {
  const [first, second] = operands
  if (row.mnemonic !== 'mov' || first?.kind !== 'register' || second?.kind !== 'number') return operands
  const isShort =
    first.register.size === 64 && !second.strict && !second.isAddress && fitsUnsigned(second.value, 32)
  return isShort ? [{ ...first, register: registerOf(first.register.number, 32) }, second] : operands
}

/** A number too large for its place loses its upper bits, and nasm says so. */
function withCutNumber(operands: readonly WrittenOperand[], { row }: WrittenInstruction) {
  const at = operands.findLastIndex(({ kind }) => kind === 'number')
  const number = operands[at]
  if (number?.kind !== 'number' || number.isAddress || number.distance !== undefined) return undefined
  const bits = row.unsignedImmediate === true ? widestImmediate(row) : Math.min(32, sizeOf(operands[0]!))
  const value =
    row.unsignedImmediate === true ? BigInt.asUintN(bits, number.value) : BigInt.asIntN(bits, number.value)
  return { number, bits, operands: operands.with(at, { ...number, value }) }
}

function widestImmediate(row: Instruction): number {
  return Math.max(8, ...formsOf(row).map((form) => 8 * form.immediateByteCount))
}

function sizeOf(operand: WrittenOperand): number {
  return (operand.kind === 'register' ? operand.register.size : operand.size) ?? 32
}

function shortest(encodings: readonly Uint8Array[]): Uint8Array {
  return encodings.reduce((best, next) => (next.length < best.length ? next : best))
}

/** `cmpltsd xmm0, xmm1` is short for `cmpsd xmm0, xmm1, 1`. */
function withPredicate({ name, row, operands, from, to }: WrittenInstruction): readonly WrittenOperand[] {
  const predicate = row.shorthands?.[name]
  if (predicate === undefined) return operands
  const plain = { size: undefined, strict: false, isAddress: false, unsettled: false, distance: undefined }
  return [...operands, { kind: 'number', value: BigInt(predicate), ...plain, from, to }]
}

/** `imul eax, 5` is short for `imul eax, eax, 5`. */
function withRepeatedDestination(
  row: Instruction,
  operands: readonly WrittenOperand[],
): readonly WrittenOperand[] {
  const [first, second] = operands
  const isShort = row.repeatsDestination === true && operands.length === 2 && second!.kind === 'number'
  return isShort ? [first!, first!, second!] : operands
}

/** In `mov [rdi], dword 5` the number says how large the memory is. */
function withBorrowedSize(operands: readonly WrittenOperand[]): readonly WrittenOperand[] {
  const number = operands.find((operand) => operand.kind === 'number' && operand.size !== undefined) as
    WrittenNumber | undefined
  if (number === undefined) return operands
  return operands.map((operand) =>
    operand.kind === 'memory' && operand.size === undefined ? { ...operand, size: number.size } : operand,
  )
}

function refuseUnknownSize(candidates: readonly Candidate[], written: WrittenInstruction) {
  const at = candidates[0]!.operands.findIndex(
    (operand) => operand.kind === 'memory' && operand.size === undefined,
  )
  if (at < 0) return
  if (written.row.takesFirstSize === true) return
  const sizes = new Set(candidates.map(({ form }) => form.operands[at]!.size))
  if (sizes.size > 1) throw new AssemblyMistake(written, messages.sizeUnknown(written.name))
}

// ── which forms fit ──

function matches(form: Form, operands: readonly WrittenOperand[], written: WrittenInstruction): boolean {
  if (form.operands.length !== operands.length) return false
  if (!form.operands.every((slot, index) => slotTakes(slot, operands[index]!, form, written))) return false
  return !isExchangeWithItself(form, operands)
}

/** 90 would be `xchg eax, eax`, which must clear RAX's upper half; but 90 is `nop`, which does nothing. */
function isExchangeWithItself(form: Form, operands: readonly WrittenOperand[]): boolean {
  if (!form.opcodeRegister || form.row.mnemonic !== 'xchg' || form.size !== 32) return false
  return operands.every((operand) => operand.kind === 'register' && operand.register.number === 0)
}

/** Of control registers, each form names its own. */
function takesRegister(slot: OperandSlot, register: Register): boolean {
  if (isMmxRegister(register) || slot.isMmx === true) return isMmxRegister(register) && slot.isMmx === true
  return register.size === slotSize(slot) && !isControlRegister(register)
}

function slotTakes(
  slot: OperandSlot,
  operand: WrittenOperand,
  form: Form,
  written: WrittenInstruction,
): boolean {
  switch (slot.kind) {
    case 'fixed':
      return operand.kind === 'register' && operand.register === slot.register
    case 'register':
    case 'vex-register':
    case 'register-in-rm':
      return operand.kind === 'register' && takesRegister(slot, operand.register)
    case 'register-or-memory':
      return operand.kind === 'register' ? takesRegister(slot, operand.register) : takesMemory(slot, operand)
    case 'memory':
      return takesMemory(slot, operand)
    case 'offset':
      return takesMemory(slot, operand) && isOffset(operand)
    case 'address':
      return operand.kind === 'memory'
    case 'one':
      return operand.kind === 'number' && operand.value === 1n && !operand.isAddress && !operand.strict
    case 'immediate':
      return operand.kind === 'number' && takesImmediate(form, slot, operand, written)
    case 'relative':
      return operand.kind === 'number' && takesDistance(form, operand, written)
  }
}

function takesMemory(slot: OperandSlot, operand: WrittenOperand): boolean {
  return operand.kind === 'memory' && (operand.size === undefined || operand.size === slot.size)
}

/** `[qword 0x1234]`: an address that is to stand in the instruction whole. */
function isOffset(operand: WrittenOperand): boolean {
  if (operand.kind !== 'memory' || operand.displacementBits !== 64) return false
  return operand.base === undefined && operand.index === undefined && operand.meaning !== 'target'
}

/** Numbers smaller than the operand are widened with their sign, unless the row's numbers have none. */
function takesImmediate(
  form: Form,
  slot: OperandSlot,
  operand: WrittenNumber,
  written: WrittenInstruction,
): boolean {
  const bits = slot.size
  if (form.operands[0]!.kind === 'immediate' && form.row.unsignedImmediate !== true) {
    const wanted = operand.size === 16 ? 16 : 64
    if (wanted !== form.size) return false
  }
  if (operand.strict && operand.size === undefined && bits < widestFor(form)) return false
  if (operand.strict && operand.size !== undefined && operand.size !== bits) {
    const hasSuch = operand.size < 64 || widestFor(form) === 64
    if (hasSuch) return false
  }
  if (operand.isAddress && bits < addressBits(form, written)) return false
  const { value } = operand
  if (form.row.unsignedImmediate === true) return fitsSigned(value, bits) || fitsUnsigned(value, bits)
  if (!fitsSigned(value, form.size) && !fitsUnsigned(value, form.size) && form.size < 64) return false
  return fitsSigned(BigInt.asIntN(form.size, value), bits)
}

/** The most bits that a number can have beside the same operands. */
function widestFor(form: Form): number {
  const alike = formsOf(form.row).filter((other) => other.size === form.size)
  return Math.max(...alike.map(({ immediateByteCount }) => 8 * immediateByteCount))
}

/** How many bits a form must have for an address, which is not known to be short: 64 where there is room for them. */
function addressBits(form: Form, { operands }: WrittenInstruction): number {
  const hasRoom =
    operands[0]!.kind === 'register' && form.row.forms.some(([, slots]) => slots === 'r64, imm64')
  return hasRoom ? form.size : Math.min(32, form.size)
}

/** A jump of one opcode and one displacement byte is two bytes long, and counts from its end. */
const SHORT_JUMP_BYTES = 2n

function takesDistance(form: Form, operand: WrittenNumber, written: WrittenInstruction): boolean {
  if (form.relativeByteCount !== 1) return operand.distance !== 'short'
  const isOnlyShort = form.row.forms.every(([, slots]) => slots.startsWith('rel8'))
  if (isOnlyShort) return true
  if (operand.distance === 'short') return true
  if (operand.distance === 'near' || written.longJump) return false
  return operand.unsettled || fitsSigned(operand.value - written.address - SHORT_JUMP_BYTES, 8)
}

// ── bytes ──

function encodeForm(
  form: Form,
  operands: readonly WrittenOperand[],
  written: WrittenInstruction,
): Uint8Array {
  const parts = new EncodedParts(form, written)
  form.operands.forEach((slot, index) => parts.add(slot, operands[index]!))
  return parts.bytes()
}

class EncodedParts {
  readonly #form: Form
  readonly #written: WrittenInstruction
  #rex = 0
  /** A byte register that exists only with REX, and one that exists only without. */
  #needsRex = false
  #forbidsRex: Register | undefined
  #opcodeRegister = 0
  #vexRegister = 0
  #reg = 0
  #rm: readonly number[] = []
  #mod = 0
  #memory: WrittenMemory | undefined
  #offset: bigint | undefined
  readonly #immediates: { readonly number: WrittenNumber; readonly byteCount: number }[] = []
  #relative: WrittenNumber | undefined

  constructor(form: Form, written: WrittenInstruction) {
    this.#form = form
    this.#written = written
    if (form.sizePrefix === 'w') this.#rex |= 8
    if (typeof form.modrm === 'number') this.#reg = form.modrm
  }

  add(slot: OperandSlot, operand: WrittenOperand): void {
    if (slot.kind === 'fixed' || slot.kind === 'one') return
    if (operand.kind === 'register') this.#addRegister(slot, operand.register)
    else if (slot.kind === 'offset' && operand.kind === 'memory') this.#addOffset(operand)
    else if (operand.kind === 'memory') this.#addMemory(operand)
    else if (slot.kind === 'relative') this.#relative = operand
    else this.#immediates.push({ number: operand, byteCount: slot.size / 8 })
  }

  #addRegister(slot: OperandSlot, register: Register): void {
    const number = register.high ? register.number + 4 : register.number
    if (register.high) this.#forbidsRex = register
    else if (register.size === 8 && number >= 4 && number < 8) this.#needsRex = true
    const isExtended = number >= 8
    if (slot.kind === 'vex-register') {
      this.#vexRegister = number
      return
    }
    if (slot.kind === 'register-or-memory' || slot.kind === 'register-in-rm') {
      this.#mod = 3
      this.#rm = [number & 7]
      if (isExtended) this.#rex |= 1
    } else if (this.#form.opcodeRegister) {
      this.#opcodeRegister = number & 7
      if (isExtended) this.#rex |= 1
    } else {
      this.#reg = number & 7
      if (isExtended) this.#rex |= 4
    }
  }

  #addMemory(operand: WrittenMemory): void {
    this.#memory = operand
    if (operand.base !== undefined && operand.base.number >= 8) this.#rex |= 1
    if (operand.index !== undefined && operand.index.number >= 8) this.#rex |= 2
  }

  #addOffset(operand: WrittenMemory): void {
    this.#memory = operand
    this.#offset = operand.displacement
  }

  bytes(): Uint8Array {
    const form = this.#form
    const bytes: number[] = []
    bytes.push(...this.#written.prefixBytes)
    if (this.#written.lock) bytes.push(0xf0)
    if (this.#memory?.segment !== undefined) bytes.push(this.#memory.segment)
    const hasAddress32 = (this.#memory?.base ?? this.#memory?.index)?.size === 32
    if (hasAddress32 || form.hasAddress32) bytes.push(0x67)
    if (form.isVex) {
      this.#pushVex(bytes)
      if (form.modrm !== undefined) this.#pushAddress(bytes)
      this.#pushImmediate(bytes)
      return Uint8Array.from(bytes)
    }
    if (form.sizePrefix === '66') bytes.push(0x66)
    if (form.mandatory !== 0) bytes.push(form.mandatory)
    if (this.#rex !== 0 || this.#needsRex) {
      if (this.#forbidsRex)
        throw new AssemblyMistake(this.#written, messages.highByteWithRex(this.#forbidsRex.name))
      bytes.push(0x40 | this.#rex)
    }
    if (form.map > 0) bytes.push(0x0f)
    if (form.map > 1) bytes.push(form.map === 2 ? 0x38 : 0x3a)
    bytes.push(form.opcode + this.#opcodeRegister)
    if (form.fixedModrm !== undefined) bytes.push(form.fixedModrm)
    if (form.modrm !== undefined) this.#pushAddress(bytes)
    this.#pushImmediate(bytes)
    return Uint8Array.from(bytes)
  }

  /** Always in three bytes: the maps of its instructions need them. */
  #pushVex(bytes: number[]): void {
    const { map, mandatory, opcode } = this.#form
    const prefix = { 0: 0, 0x66: 1, 0xf3: 2, 0xf2: 3 }[mandatory]!
    bytes.push(
      0xc4,
      ((~this.#rex & 7) << 5) | map,
      ((this.#rex & 8) << 4) | ((~this.#vexRegister & 15) << 3) | prefix,
      opcode,
    )
  }

  #pushAddress(bytes: number[]): void {
    const memory = this.#memory
    if (memory === undefined) return void bytes.push((this.#mod << 6) | (this.#reg << 3) | this.#rm[0]!)
    const modrm = (mod: number, rm: number) => bytes.push((mod << 6) | (this.#reg << 3) | rm)
    if (memory.meaning === 'target' || memory.base?.name === 'rip') {
      modrm(0, 5)
      return this.#pushRipDisplacement(bytes, memory)
    }
    const mod = displacementMod(memory)
    const needsSib =
      memory.index !== undefined || memory.base === undefined || (memory.base.number & 7) === RSP
    modrm(memory.base === undefined ? 0 : mod, needsSib ? 4 : memory.base!.number & 7)
    if (needsSib) bytes.push(sibByte(memory))
    if (memory.base === undefined || mod === 2) pushDisplacement(bytes, this.#signed(memory), 32)
    else if (mod === 1) pushDisplacement(bytes, memory, 8)
  }

  /** A number of 32 bits without a sign is taken for one with a sign, and nasm says so. */
  #signed(memory: WrittenMemory): WrittenMemory {
    const { displacement, meaning } = memory
    if (meaning !== 'number' || fitsSigned(displacement, 32) || !fitsUnsigned(displacement, 32)) return memory
    const signed = BigInt.asIntN(32, displacement)
    this.#written.warn(
      new AssemblyMistake(memory, messages.displacementSigned(hexText(displacement), hexText(signed))),
    )
    return { ...memory, displacement: signed }
  }

  #pushRipDisplacement(bytes: number[], memory: WrittenMemory): void {
    const end = this.#written.address + BigInt(bytes.length + 4 + this.#form.immediateByteCount)
    const displacement =
      memory.meaning === 'target' ? BigInt.asIntN(64, memory.displacement - end) : memory.displacement
    pushDisplacement(bytes, { ...memory, displacement }, 32)
  }

  #pushImmediate(bytes: number[]): void {
    const { relativeByteCount } = this.#form
    if (this.#offset !== undefined) bytes.push(...littleEndian(this.#offset, 8))
    for (const { number, byteCount } of this.#immediates) bytes.push(...littleEndian(number.value, byteCount))
    if (this.#relative === undefined) return
    const end = this.#written.address + BigInt(bytes.length + relativeByteCount)
    const distance = this.#relative.unsettled ? 0n : BigInt.asIntN(64, this.#relative.value - end)
    if (!fitsSigned(distance, 8 * relativeByteCount)) {
      throw new AssemblyMistake(this.#relative, messages.jumpTooFar(this.#relative.distance === 'short'))
    }
    bytes.push(...littleEndian(distance, relativeByteCount))
  }
}

/** 0: no displacement, 1: 8 bits, 2: 32 bits. RBP and R13 as a base always have one. */
function displacementMod({ base, displacement, meaning, displacementBits }: WrittenMemory): 0 | 1 | 2 {
  if (meaning === 'address' || (displacementBits ?? 0) >= 32) return 2
  if (displacementBits === 8) return 1
  if (displacement === 0n && (base === undefined || (base.number & 7) !== RBP)) return 0
  return fitsSigned(displacement, 8) ? 1 : 2
}

function sibByte({ base, index, scale }: WrittenMemory): number {
  const scaleBits = { 1: 0, 2: 1, 4: 2, 8: 3 }[scale]
  const indexBits = index === undefined ? 4 : index.number & 7
  return (scaleBits << 6) | (indexBits << 3) | (base === undefined ? 5 : base.number & 7)
}

function pushDisplacement(bytes: number[], memory: WrittenMemory, bits: BitCount): void {
  if (!fitsSigned(memory.displacement, bits)) {
    throw new AssemblyMistake(memory, messages.displacementTooLarge(hexText(memory.displacement)))
  }
  bytes.push(...littleEndian(memory.displacement, bits / 8))
}

function hexText(value: bigint): string {
  return value < 0n ? `-0x${(-value).toString(16).toUpperCase()}` : `0x${value.toString(16).toUpperCase()}`
}
