import type { FormNotation, Instruction } from './instruction.ts'
import { writesFlags } from './instruction.ts'
import type { Semantics } from './semantics.ts'

function shiftForms(digit: number): readonly FormNotation[] {
  const wider = ['r/m16', 'r/m32', 'REX.W r/m64'] as const
  const forms = (opcode8: string, opcode: string, count: string, immediate: string): FormNotation[] => [
    [`${opcode8} /${digit}${immediate}`, `r/m8, ${count}`],
    ...wider.map((operand): FormNotation => {
      const [prefix, name] = operand.startsWith('REX.W ') ? ['REX.W ', operand.slice(6)] : ['', operand]
      return [`${prefix}${opcode} /${digit}${immediate}`, `${name}, ${count}`]
    }),
  ]
  return [...forms('D0', 'D1', '1', ''), ...forms('D2', 'D3', 'CL', ''), ...forms('C0', 'C1', 'imm8', ' ib')]
}

const SHIFT_FLAGS = writesFlags('cf pf zf sf of', 'af')
const ROTATE_FLAGS = writesFlags('cf of')

export const shifts: readonly Instruction[] = [
  {
    mnemonic: 'shl',
    aliases: ['sal'],
    summary: 'Shifts to the left and fills with zeros: multiplies by a power of two.',
    example: 'shl eax, 2',
    flags: SHIFT_FLAGS,
    uses: ['rw', 'r'],
    unsignedImmediate: true,
    forms: shiftForms(4),
    execute: (m) => {
      const a = m.read(0)
      const count = maskedCount(m)
      const shifted = m.shiftLeft(widened(m, a), count)
      const result = m.truncate(shifted, m.size)
      m.write(0, result)
      m.when(m.negate(m.isZero(count)), () => {
        const out = m.size < 32 ? m.bit(shifted, m.constant(m.size, 8)) : m.bit(a, distanceToTop(m, count))
        m.resultFlags(result)
        m.setFlag('cf', out)
        m.setFlag('of', m.xor(m.signOf(result), out))
      })
    },
  },
  {
    mnemonic: 'shr',
    summary: 'Shifts to the right and fills with zeros: divides an unsigned number by a power of two.',
    example: 'shr rax, 12',
    flags: SHIFT_FLAGS,
    uses: ['rw', 'r'],
    unsignedImmediate: true,
    forms: shiftForms(5),
    execute: (m) => {
      const a = m.read(0)
      const count = maskedCount(m)
      const wide = widened(m, a)
      const result = m.truncate(m.shiftRight(wide, count), m.size)
      m.write(0, result)
      m.when(m.negate(m.isZero(count)), () => {
        m.resultFlags(result)
        m.setFlag('cf', m.bit(wide, m.subtract(count, m.constant(1, 8))))
        m.setFlag('of', m.signOf(a))
      })
    },
  },
  {
    mnemonic: 'sar',
    summary: 'Shifts to the right and copies the sign: divides by a power of two, rounding down.',
    example: 'sar eax, 1',
    flags: SHIFT_FLAGS,
    uses: ['rw', 'r'],
    unsignedImmediate: true,
    forms: shiftForms(7),
    execute: (m) => {
      const count = maskedCount(m)
      const wide = m.size < 32 ? m.signExtend(m.read(0), 32) : m.read(0)
      const result = m.truncate(m.shiftRightArithmetic(wide, count), m.size)
      m.write(0, result)
      m.when(m.negate(m.isZero(count)), () => {
        m.resultFlags(result)
        m.setFlag('cf', m.bit(wide, m.subtract(count, m.constant(1, 8))))
        m.setFlag('of', m.constant(0, 8))
      })
    },
  },
  {
    mnemonic: 'rol',
    summary: 'Rotates to the left: what leaves on top comes back below.',
    example: 'rol eax, 8',
    flags: ROTATE_FLAGS,
    uses: ['rw', 'r'],
    unsignedImmediate: true,
    forms: shiftForms(0),
    execute: (m) => {
      const a = m.read(0)
      const count = maskedCount(m)
      const turns = m.and(count, m.constant(m.size - 1, 8))
      const result = m.or(m.shiftLeft(a, turns), halfTurned(m, m.shiftRight, a, turns))
      m.write(0, result)
      m.when(m.negate(m.isZero(count)), () => {
        const out = m.bit(result, m.constant(0, 8))
        m.setFlag('cf', out)
        m.setFlag('of', m.xor(m.signOf(result), out))
      })
    },
  },
  {
    mnemonic: 'ror',
    summary: 'Rotates to the right: what leaves below comes back on top.',
    example: 'ror eax, 8',
    flags: ROTATE_FLAGS,
    uses: ['rw', 'r'],
    unsignedImmediate: true,
    forms: shiftForms(1),
    execute: (m) => {
      const a = m.read(0)
      const count = maskedCount(m)
      const turns = m.and(count, m.constant(m.size - 1, 8))
      const result = m.or(m.shiftRight(a, turns), halfTurned(m, m.shiftLeft, a, turns))
      m.write(0, result)
      m.when(m.negate(m.isZero(count)), () => {
        const out = m.signOf(result)
        m.setFlag('cf', out)
        m.setFlag('of', m.xor(out, m.bit(result, m.constant(m.size - 2, 8))))
      })
    },
  },
]

/** The processor looks at five bits of the count, or six when it shifts 64 bits. */
function maskedCount<Word>(m: Semantics<Word>): Word {
  return m.and(m.read(1), m.constant(m.size === 64 ? 63 : 31, 8))
}

/** Counts reach 31 even for 8 and 16 bits, so those are shifted in 32. */
function widened<Word>(m: Semantics<Word>, a: Word): Word {
  return m.size < 32 ? m.zeroExtend(a, 32) : a
}

/** `size - count`, for counts from 1 to size - 1: the bit that a shift to the left by `count` moves out last. */
function distanceToTop<Word>(m: Semantics<Word>, count: Word): Word {
  return m.and(m.subtract(m.constant(m.size, 8), count), m.constant(m.size - 1, 8))
}

/** Shifts by `size - turns` in two parts, since no shift moves by the whole size. */
function halfTurned<Word>(
  m: Semantics<Word>,
  shift: (a: Word, count: Word) => Word,
  a: Word,
  turns: Word,
): Word {
  const one = shift.call(m, a, m.constant(1, 8))
  return shift.call(m, one, m.xor(turns, m.constant(m.size - 1, 8)))
}
