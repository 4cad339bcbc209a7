import { fitsSigned, type BitCount } from '../bits.ts'
import type { VirtualAddress } from '../units.ts'
import { decode, type DecodedInstruction } from '../isa/decode.ts'
import type { MemoryOperand, Operand } from '../isa/operand.ts'

/** What is larger has one size only, and no word for it. */
const SIZE_WORDS: Partial<Record<BitCount, string>> = {
  8: 'byte ',
  16: 'word ',
  32: 'dword ',
  64: 'qword ',
  80: 'tword ',
  128: 'oword ',
}

/** The instruction at the beginning of `bytes`, as text; undefined where there is none. */
export function disassemble(
  bytes: Uint8Array,
  at: VirtualAddress,
): { text: string; byteCount: number } | undefined {
  const instruction = decode(bytes)
  if (typeof instruction === 'string') return undefined
  return { text: instructionText(instruction, at), byteCount: instruction.byteCount }
}

/** An instruction in Intel syntax: `mov dword [rbp - 5], 100`. Jumps show the address they lead to. */
function instructionText(instruction: DecodedInstruction, at: bigint): string {
  const { form, operands, byteCount } = instruction
  const next = at + BigInt(byteCount)
  const prefix = instruction.repeat ? repeatText(instruction) : instruction.lock ? 'lock ' : ''
  const texts = operands.map((operand, index) =>
    operandText(operand, next, form.operands[index]!.kind === 'address'),
  )
  return prefix + [form.row.mnemonic, sizeWord(instruction) + texts.join(', ')].join(' ').trim()
}

/** On what is no comparison, all three mean the same, but they are other bytes. */
function repeatText({ form, repeatsWhileZero }: DecodedInstruction): string {
  if (!repeatsWhileZero) return 'repne '
  return form.row.repeatsByZero === true ? 'repe ' : 'rep '
}

/** Says what the operands do not: that `push` stores 16 bits, or that a jump is longer than it needs to be. */
function sizeWord({ form, operands, byteCount }: DecodedInstruction): string {
  const [first] = operands
  if (first?.kind === 'immediate')
    return form.size === 16 && form.row.unsignedImmediate !== true ? 'word ' : ''
  if (first?.kind !== 'relative' || form.relativeByteCount === 1) return ''
  const hasShortForm = form.row.forms.some(([, slots]) => slots === 'rel8')
  return hasShortForm && fitsSigned(BigInt(first.displacement + byteCount - 2), 8) ? 'near ' : ''
}

function operandText(operand: Operand, next: bigint, isAddress: boolean): string {
  switch (operand.kind) {
    case 'register':
      return operand.register.name
    case 'immediate':
      return numberText(operand.value)
    case 'relative':
      return hexText(BigInt.asUintN(64, next + BigInt(operand.displacement)))
    case 'memory':
      return (isAddress ? '' : (SIZE_WORDS[operand.size] ?? '')) + addressText(operand, next)
  }
}

function addressText(operand: MemoryOperand, next: bigint): string {
  const segment = operand.segment === undefined ? '' : `${operand.segment}:`
  if (operand.ripRelative)
    return `[rel ${segment}${hexText(BigInt.asUintN(64, next + BigInt(operand.displacement)))}]`
  if (operand.offset !== undefined) return `[qword ${segment}${hexText(operand.offset)}]`
  const parts: string[] = []
  if (operand.base !== undefined) parts.push(operand.base.name)
  if (operand.index !== undefined) {
    parts.push(operand.index.name + (operand.scale === 1 ? '' : `*${operand.scale}`))
  }
  const { displacement } = operand
  if (parts.length === 0) return `[${segment}${hexText(BigInt.asUintN(64, BigInt(displacement)))}]`
  const sign = displacement < 0 ? ' - ' : ' + '
  return `[${segment}${parts.join(' + ')}${displacement === 0 ? '' : sign + numberText(BigInt(Math.abs(displacement)))}]`
}

/** Small numbers are read more easily in decimal. */
function numberText(value: bigint): string {
  return value > -1000n && value < 1000n ? String(value) : value < 0n ? `-${hexText(-value)}` : hexText(value)
}

function hexText(value: bigint): string {
  return `0x${value.toString(16).toUpperCase()}`
}
