import type { BitCount } from '../bits.ts'
import { unaryForms } from './arithmetic.ts'
import { writesFlags, type FormNotation, type Instruction } from './instruction.ts'
import { highByteOf, RAX, RDX, registerOf } from './registers.ts'
import type { Semantics } from './semantics.ts'

const PRODUCT_FLAGS = writesFlags('cf of', 'pf af zf sf')
const DIVISION_FLAGS = writesFlags('', 'cf pf af zf sf of')

/** Where MUL, IMUL, DIV and IDIV keep the two halves of a double-length number. */
function halves(size: BitCount): { low: string; high: string } {
  const high = size === 8 ? highByteOf(RAX) : registerOf(RDX, size)
  return { low: registerOf(RAX, size).name, high: high.name }
}

export const multiplication: readonly Instruction[] = [
  {
    mnemonic: 'mul',
    summary:
      'Multiplies the accumulator by the operand, both unsigned; the product is twice as long (RDX:RAX).',
    example: 'mul rcx',
    flags: PRODUCT_FLAGS,
    uses: ['r'],
    forms: unaryForms('F6', 'F7', 4),
    execute: (m) => {
      const product = accumulatorProduct(m, false)
      productFlags(m, m.negate(m.isZero(product.high)))
    },
  },
  {
    mnemonic: 'imul',
    summary:
      'Multiplies signed numbers: one operand is multiplied into RDX:RAX, two into the first, and with three the first becomes the product of the others.',
    example: 'imul eax, ecx, 10',
    flags: PRODUCT_FLAGS,
    uses: ['rw', 'r', 'r'],
    repeatsDestination: true,
    forms: [
      ['0F AF /r', 'r16, r/m16'],
      ['0F AF /r', 'r32, r/m32'],
      ['REX.W 0F AF /r', 'r64, r/m64'],
      ['6B /r ib', 'r16, r/m16, imm8'],
      ['6B /r ib', 'r32, r/m32, imm8'],
      ['REX.W 6B /r ib', 'r64, r/m64, imm8'],
      ['69 /r iw', 'r16, r/m16, imm16'],
      ['69 /r id', 'r32, r/m32, imm32'],
      ['REX.W 69 /r id', 'r64, r/m64, imm32'],
      ...unaryForms('F6', 'F7', 5).map((form): FormNotation => [form[0], form[1], ['r']]),
    ],
    execute: (m) => {
      const product = m.operandCount === 1 ? accumulatorProduct(m, true) : writtenProduct(m)
      const allSign = m.select(m.signOf(product.low), m.constant(-1, m.size), m.constant(0, m.size))
      productFlags(m, m.negate(m.isEqual(product.high, allSign)))
    },
  },
  {
    mnemonic: 'div',
    summary: 'Divides RDX:RAX by the operand, unsigned: the quotient goes to RAX, the remainder to RDX.',
    example: 'div rcx',
    flags: DIVISION_FLAGS,
    uses: ['r'],
    forms: unaryForms('F6', 'F7', 6),
    execute: (m) => division(m, false),
  },
  {
    mnemonic: 'idiv',
    summary:
      'Divides RDX:RAX by the operand, signed, rounding towards zero: quotient to RAX, remainder to RDX.',
    example: 'idiv rcx',
    flags: DIVISION_FLAGS,
    uses: ['r'],
    forms: unaryForms('F6', 'F7', 7),
    execute: (m) => division(m, true),
  },
]

function accumulatorProduct<Word>(m: Semantics<Word>, signed: boolean) {
  const { low, high } = halves(m.size)
  const product = m.multiply(m.register(low), m.read(0), signed)
  m.setRegister(low, product.low)
  m.setRegister(high, product.high)
  return product
}

function writtenProduct<Word>(m: Semantics<Word>) {
  const product =
    m.operandCount === 2 ? m.multiply(m.read(0), m.read(1), true) : m.multiply(m.read(1), m.read(2), true)
  m.write(0, product.low)
  return product
}

/** CF and OF say that the lower half alone is not the product. */
function productFlags<Word>(m: Semantics<Word>, tooLong: Word): void {
  m.setFlag('cf', tooLong)
  m.setFlag('of', tooLong)
}

function division<Word>(m: Semantics<Word>, signed: boolean): void {
  const { low, high } = halves(m.size)
  const result = m.divide(m.register(high), m.register(low), m.read(0), signed)
  m.setRegister(low, result.quotient)
  m.setRegister(high, result.remainder)
}
