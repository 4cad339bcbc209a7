import type { BitCount } from '../bits.ts'
import { writesFlags, type FormNotation, type Instruction } from './instruction.ts'
import type { Semantics } from './semantics.ts'

/** Shifts between two registers, and rotations that go through the carry flag. */

const DOUBLE_FLAGS = writesFlags('cf pf zf sf of', 'af')

function doubleForms(opcode: number): readonly FormNotation[] {
  const text = (number: number) => number.toString(16).toUpperCase()
  return [
    [`0F ${text(opcode)} /r ib`, 'r/m16, r16, imm8'],
    [`0F ${text(opcode)} /r ib`, 'r/m32, r32, imm8'],
    [`REX.W 0F ${text(opcode)} /r ib`, 'r/m64, r64, imm8'],
    [`0F ${text(opcode + 1)} /r`, 'r/m16, r16, CL'],
    [`0F ${text(opcode + 1)} /r`, 'r/m32, r32, CL'],
    [`REX.W 0F ${text(opcode + 1)} /r`, 'r/m64, r64, CL'],
  ]
}

function carryForms(digit: number): readonly FormNotation[] {
  const sizes = (encodings: readonly string[], rest: string): FormNotation[] =>
    ([8, 16, 32, 64] as const).map((size, index) => [encodings[index]!, `r/m${size}, ${rest}`])
  const opcodes = (narrow: string, wide: string, tail = '') =>
    [narrow, wide, wide, `REX.W ${wide}`].map((opcode) => `${opcode} /${digit}${tail}`)
  return [
    ...sizes(opcodes('D0', 'D1'), '1'),
    ...sizes(opcodes('C0', 'C1', ' ib'), 'imm8'),
    ...sizes(opcodes('D2', 'D3'), 'CL'),
  ]
}

export const wideShifts: readonly Instruction[] = [
  {
    mnemonic: 'shld',
    summary: 'Shifts to the left, and fills from the top of the second operand.',
    example: 'shld rax, rbx, 4',
    flags: DOUBLE_FLAGS,
    uses: ['rw', 'r', 'r'],
    unsignedImmediate: true,
    isRare: true,
    forms: doubleForms(0xa4),
    execute: (m) => shiftDouble(m, true),
  },
  {
    mnemonic: 'shrd',
    summary: 'Shifts to the right, and fills from the bottom of the second operand.',
    example: 'shrd rax, rbx, 4',
    flags: DOUBLE_FLAGS,
    uses: ['rw', 'r', 'r'],
    unsignedImmediate: true,
    isRare: true,
    forms: doubleForms(0xac),
    execute: (m) => shiftDouble(m, false),
  },
  {
    mnemonic: 'rcl',
    summary: 'Rotates to the left through the carry flag, as if that were one more bit on top.',
    example: 'rcl eax, 1',
    flags: writesFlags('cf of'),
    uses: ['rw', 'r'],
    unsignedImmediate: true,
    isRare: true,
    forms: carryForms(2),
    execute: (m) => rotateThroughCarry(m, true),
  },
  {
    mnemonic: 'rcr',
    summary: 'Rotates to the right through the carry flag, as if that were one more bit on top.',
    example: 'rcr eax, 1',
    flags: writesFlags('cf of'),
    uses: ['rw', 'r'],
    unsignedImmediate: true,
    isRare: true,
    forms: carryForms(3),
    execute: (m) => rotateThroughCarry(m, false),
  },
]

/** `64 - count` for counts from 1 to 63, and 0 for none. */
function complement<Word>(m: Semantics<Word>, count: Word, size: BitCount): Word {
  return m.and(m.subtract(m.constant(size, 8), count), m.constant(size - 1, 8))
}

function shiftDouble<Word>(m: Semantics<Word>, isLeft: boolean): void {
  const { size } = m
  const [a, b] = [m.read(0), m.read(1)]
  const count = m.and(m.truncate(m.read(2), 8), m.constant(size === 64 ? 63 : 31, 8))
  const some = m.negate(m.isZero(count))
  const { result, out } = size === 16 ? double16(m, a, b, count, isLeft) : doubleWide(m, a, b, count, isLeft)
  const value = m.select(some, result, a)
  m.write(0, value)
  m.when(some, () => {
    m.resultFlags(value)
    m.setFlag('cf', out)
    m.setFlag('of', m.xor(m.signOf(value), m.signOf(a)))
  })
}

function doubleWide<Word>(m: Semantics<Word>, a: Word, b: Word, count: Word, isLeft: boolean) {
  const back = complement(m, count, m.size)
  const result = isLeft
    ? m.or(m.shiftLeft(a, count), m.shiftRight(b, back))
    : m.or(m.shiftRight(a, count), m.shiftLeft(b, back))
  const out = isLeft
    ? m.bit(a, back)
    : m.bit(a, m.and(m.subtract(count, m.constant(1, 8)), m.constant(m.size - 1, 8)))
  return { result, out }
}

/** Counts reach 31 here too: processors then go on with the first operand behind the second. */
function double16<Word>(m: Semantics<Word>, a: Word, b: Word, count: Word, isLeft: boolean) {
  const place = (value: Word, at: number) => m.shiftLeft(m.zeroExtend(value, 64), m.constant(at, 8))
  const row = m.or(place(a, 32), m.or(place(b, 16), m.zeroExtend(a, 64)))
  if (!isLeft)
    return {
      result: m.truncate(m.shiftRight(row, count), 16),
      out: m.bit(row, m.and(m.subtract(count, m.constant(1, 8)), m.constant(63, 8))),
    }
  const back = m.subtract(m.constant(48, 8), count)
  return {
    result: m.truncate(m.shiftRight(m.shiftLeft(row, count), m.constant(32, 8)), 16),
    out: m.bit(row, back),
  }
}

function rotateThroughCarry<Word>(m: Semantics<Word>, isLeft: boolean): void {
  const a = m.read(0)
  const masked = m.and(m.read(1), m.constant(m.size === 64 ? 63 : 31, 8))
  const count = turnsOf(m, masked)
  const some = m.negate(m.isZero(count))
  const { result, out } = m.size === 64 ? rotated64(m, a, count, isLeft) : rotatedNarrow(m, a, count, isLeft)
  const value = m.select(some, result, a)
  m.write(0, value)
  const carry = m.select(some, out, m.flag('cf'))
  m.when(m.negate(m.isZero(masked)), () => {
    m.setFlag('cf', carry)
    const below = m.bit(value, m.constant(m.size - 2, 8))
    m.setFlag('of', m.xor(m.signOf(value), isLeft ? carry : below))
  })
}

/** With 8 and 16 bits the carry flag is the ninth or seventeenth that turns: whole turns are left out. */
function turnsOf<Word>(m: Semantics<Word>, masked: Word): Word {
  if (m.size >= 32) return masked
  const turn = m.constant(m.size + 1, 8)
  let count = masked
  for (let round = 0; round < (m.size === 8 ? 3 : 1); round++) {
    const less = m.subtract(count, turn)
    count = m.select(m.signOf(less), count, less)
  }
  return count
}

function rotatedNarrow<Word>(m: Semantics<Word>, a: Word, count: Word, isLeft: boolean) {
  const { size } = m
  const whole = m.or(m.zeroExtend(a, 64), m.shiftLeft(m.zeroExtend(m.flag('cf'), 64), m.constant(size, 8)))
  const back = m.subtract(m.constant(size + 1, 8), count)
  const [up, down] = isLeft ? [count, back] : [back, count]
  const turned = m.or(m.shiftLeft(whole, up), m.shiftRight(whole, down))
  return { result: m.truncate(turned, size), out: m.bit(turned, m.constant(size, 8)) }
}

/** The carry comes in where the count leads it; the bits that pass it move by one less than a whole turn. */
function rotated64<Word>(m: Semantics<Word>, a: Word, count: Word, isLeft: boolean) {
  const back = complement(m, count, 64)
  const before = m.and(m.subtract(count, m.constant(1, 8)), m.constant(63, 8))
  const one = m.constant(1, 8)
  const carry = m.zeroExtend(m.flag('cf'), 64)
  if (isLeft) {
    const passed = m.shiftRight(m.shiftRight(a, one), back)
    const result = m.or(m.or(m.shiftLeft(a, count), m.shiftLeft(carry, before)), passed)
    return { result, out: m.bit(a, back) }
  }
  const passed = m.shiftLeft(m.shiftLeft(a, one), back)
  const result = m.or(m.or(m.shiftRight(a, count), m.shiftLeft(carry, back)), passed)
  return { result, out: m.bit(a, before) }
}
