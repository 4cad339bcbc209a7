import fc from 'fast-check'
import { slotSize, type Form, type OperandSlot } from '#engine/isa/form.ts'
import { highByteOf, registerOf } from '#engine/isa/registers.ts'
import { FORMS } from '#engine/isa/table.ts'

/** Instructions of every form of the table, as text. */

/** Of other sizes there is no word; nasm takes their operands without. */
const SIZE_WORDS: Partial<Record<number, string>> = {
  ...{ 8: 'byte', 16: 'word', 32: 'dword', 64: 'qword', 80: 'tword', 128: 'oword' },
}

const displacement = fc.oneof(
  fc.constant(0),
  fc.integer({ min: -140, max: 140 }),
  fc.integer({ min: -0x8000_0000, max: 0x7fff_ffff }),
)

function signed(value: number): string {
  return value === 0 ? '' : value < 0 ? ` - ${-value}` : ` + ${value}`
}

const register64 = fc.nat(15).map((number) => registerOf(number, 64).name)
const index64 = fc
  .constantFrom(0, 1, 2, 3, 5, 6, 7, 8, 9, 12, 13, 15)
  .map((number) => registerOf(number, 64).name)
const scale = fc.constantFrom(1, 2, 4, 8)

const address = fc.oneof(
  fc.tuple(register64, displacement).map(([base, offset]) => `[${base}${signed(offset)}]`),
  fc
    .tuple(register64, index64, scale, displacement)
    .map(([base, index, by, offset]) => `[${base} + ${index}*${by}${signed(offset)}]`),
  fc.tuple(index64, scale, displacement).map(([index, by, offset]) => `[${index}*${by}${signed(offset)}]`),
  fc.integer({ min: -1000, max: 1000 }).map((offset) => `[rel $${signed(offset)}]`),
  fc.nat(0x7fff_ffff).map((at) => `[${at}]`),
)

function numberOf(form: Form, slot: OperandSlot): fc.Arbitrary<string> {
  const bits = slot.size
  const limit = 2n ** BigInt(bits - 1)
  const whole = form.row.unsignedImmediate
    ? fc.bigInt({ min: 0n, max: 2n * limit - 1n })
    : fc.bigInt({ min: -limit, max: limit - 1n })
  const word =
    form.operands[0]!.kind === 'immediate' && form.size === 16 && !form.row.unsignedImmediate ? 'word ' : ''
  return fc.oneof(whole, fc.bigInt({ min: 0n, max: 3n })).map((value) => word + String(value))
}

function operandOf(slot: OperandSlot, form: Form): fc.Arbitrary<string> {
  const general = fc
    .nat(slot.size === 8 ? 19 : slot.size === 80 ? 7 : 15)
    .map((number) => (number > 15 ? highByteOf(number - 16) : registerOf(number, slotSize(slot))).name)
  const register = slot.isMmx === true ? fc.nat(7).map((number) => `mm${number}`) : general
  const memory = address.map((text) => `${SIZE_WORDS[slot.size] ?? ''} ${text}`)
  switch (slot.kind) {
    case 'register':
    case 'vex-register':
    case 'register-in-rm':
      return register
    case 'memory':
      return memory
    case 'offset':
      return fc.bigInt(0n, 2n ** 64n - 1n).map((at) => `[qword ${at}]`)
    case 'register-or-memory':
      return fc.oneof(register, memory)
    case 'address':
      return address
    case 'immediate':
      return numberOf(form, slot)
    case 'fixed':
      return fc.constant(slot.register.name)
    case 'one':
      return fc.constant('1')
    case 'relative':
      return fc
        .oneof(fc.integer({ min: -300, max: 300 }), fc.integer({ min: -100_000, max: 100_000 }))
        .map((distance) => `$${signed(distance)}`)
  }
}

/** One instruction of that form; not all assemble, since some registers do not go together. */
export function instructionOf(form: Form): fc.Arbitrary<string> {
  const names = [form.row.mnemonic, ...(form.row.aliases ?? [])]
  return fc
    .tuple(fc.constantFrom(...names), fc.tuple(...form.operands.map((slot) => operandOf(slot, form))))
    .map(([name, operands]) => `${name} ${operands.join(', ')}`.trim())
}

/** An instruction of any form. */
export const anyInstruction = fc.constantFrom(...FORMS).chain(instructionOf)
