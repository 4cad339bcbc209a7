import { NO_FLAGS, writesFlags, type FormNotation, type Instruction } from './instruction.ts'
import type { Semantics } from './semantics.ts'

/** BMI1 and BMI2: fields of bits, in three operands behind VEX (Intel SDM volume 2, section 5.1). */

type Execute = Instruction['execute']

function vexForms(prefix: string, map: string, opcode: string, operands: string): readonly FormNotation[] {
  const pp = prefix === '' ? '' : `.${prefix}`
  return ([32, 64] as const).map((size): FormNotation => [
    `VEX.LZ${pp}.${map}.W${size === 64 ? 1 : 0} ${opcode}`,
    operands.replaceAll('#', String(size)),
  ])
}

function row(
  mnemonic: string,
  summary: string,
  example: string,
  flags: Instruction['flags'],
  forms: readonly FormNotation[],
  execute: Execute,
): Instruction {
  const [, operands] = forms[0]!
  const uses = operands.split(', ').map((_, index) => (index === 0 ? ('w' as const) : ('r' as const)))
  return { mnemonic, summary, example, flags, uses, unsignedImmediate: true, isRare: true, forms, execute }
}

const FIELD_FLAGS = writesFlags('cf zf sf of', 'pf af')

/** SF and ZF of the result; OF clear, and CF as given. */
function fieldFlags<Word>(m: Semantics<Word>, result: Word, carry: Word): void {
  m.setFlag('cf', carry)
  m.setFlag('zf', m.isZero(result))
  m.setFlag('sf', m.signOf(result))
  m.setFlag('of', m.constant(0, 8))
}

const one = <Word>(m: Semantics<Word>) => m.constant(1, m.size)

/** So many one bits from the bottom up; all of them for counts from the size on. */
function lowOnes<Word>(m: Semantics<Word>, count: Word): Word {
  const isAll = m.negate(m.isZero(m.and(count, m.constant(0x100 - m.size, 8))))
  const small = m.and(count, m.constant(m.size - 1, 8))
  const mask = m.subtract(m.shiftLeft(one(m), small), one(m))
  return m.select(isAll, m.not(m.constant(0, m.size)), mask)
}

const shifts = [
  ['sarx', 'F3', 'to the right, copying the sign', (m, a, count) => m.shiftRightArithmetic(a, count)],
  ['shlx', '66', 'to the left', (m, a, count) => m.shiftLeft(a, count)],
  ['shrx', 'F2', 'to the right', (m, a, count) => m.shiftRight(a, count)],
] as const satisfies readonly (readonly [
  string,
  string,
  string,
  <Word>(m: Semantics<Word>, a: Word, count: Word) => Word,
])[]

export const bitFields: readonly Instruction[] = [
  row(
    'andn',
    'The bits of the third operand that are not in the second.',
    'andn eax, ebx, ecx',
    FIELD_FLAGS,
    vexForms('', '0F38', 'F2 /r', 'r#, r#, r/m#'),
    (m) => {
      const result = m.and(m.not(m.read(1)), m.read(2))
      m.write(0, result)
      fieldFlags(m, result, m.constant(0, 8))
    },
  ),
  row(
    'bextr',
    'A field of the second operand: where it begins and how long it is, two bytes of the third say.',
    'bextr eax, ebx, ecx',
    writesFlags('cf zf of', 'pf af sf'),
    vexForms('', '0F38', 'F7 /r', 'r#, r/m#, r#'),
    (m) => {
      const [start, length] = [
        m.truncate(m.read(2), 8),
        m.truncate(m.shiftRight(m.read(2), m.constant(8, 8)), 8),
      ]
      const isBehind = m.negate(m.isZero(m.and(start, m.constant(0x100 - m.size, 8))))
      const shifted = m.shiftRight(m.read(1), m.and(start, m.constant(m.size - 1, 8)))
      const result = m.and(m.select(isBehind, m.constant(0, m.size), shifted), lowOnes(m, length))
      m.write(0, result)
      m.setFlag('zf', m.isZero(result))
      m.setFlag('cf', m.constant(0, 8))
      m.setFlag('of', m.constant(0, 8))
    },
  ),
  row(
    'bzhi',
    'The lower bits of the second operand: how many, a byte of the third says.',
    'bzhi eax, ebx, ecx',
    FIELD_FLAGS,
    vexForms('', '0F38', 'F5 /r', 'r#, r/m#, r#'),
    (m) => {
      const count = m.truncate(m.read(2), 8)
      const result = m.and(m.read(1), lowOnes(m, count))
      m.write(0, result)
      fieldFlags(m, result, m.negate(m.isZero(m.and(count, m.constant(0x100 - m.size, 8)))))
    },
  ),
  row(
    'blsr',
    'Clears the lowest one bit.',
    'blsr eax, ebx',
    FIELD_FLAGS,
    vexForms('', '0F38', 'F3 /1', 'r#, r/m#'),
    (m) => {
      const source = m.read(1)
      const result = m.and(source, m.subtract(source, one(m)))
      m.write(0, result)
      fieldFlags(m, result, m.isZero(source))
    },
  ),
  row(
    'blsmsk',
    'One bits up to the lowest one bit.',
    'blsmsk eax, ebx',
    FIELD_FLAGS,
    vexForms('', '0F38', 'F3 /2', 'r#, r/m#'),
    (m) => {
      const source = m.read(1)
      const result = m.xor(source, m.subtract(source, one(m)))
      m.write(0, result)
      fieldFlags(m, result, m.isZero(source))
    },
  ),
  row(
    'blsi',
    'The lowest one bit alone.',
    'blsi eax, ebx',
    FIELD_FLAGS,
    vexForms('', '0F38', 'F3 /3', 'r#, r/m#'),
    (m) => {
      const source = m.read(1)
      const result = m.and(source, m.subtract(m.constant(0, m.size), source))
      m.write(0, result)
      fieldFlags(m, result, m.negate(m.isZero(source)))
    },
  ),
  ...shifts.map(([mnemonic, prefix, where, shift]) =>
    row(
      mnemonic,
      `Shifts ${where}, by the third operand, and leaves the flags alone.`,
      `${mnemonic} eax, ebx, ecx`,
      NO_FLAGS,
      vexForms(prefix, '0F38', 'F7 /r', 'r#, r/m#, r#'),
      (m) => m.write(0, shift(m, m.read(1), m.and(m.truncate(m.read(2), 8), m.constant(m.size - 1, 8)))),
    ),
  ),
  row(
    'rorx',
    'Rotates to the right, and leaves the flags alone.',
    'rorx eax, ebx, 8',
    NO_FLAGS,
    vexForms('F2', '0F3A', 'F0 /r ib', 'r#, r/m#, imm8'),
    (m) => {
      const count = m.and(m.read(2), m.constant(m.size - 1, 8))
      const back = m.and(m.subtract(m.constant(m.size, 8), count), m.constant(m.size - 1, 8))
      const source = m.read(1)
      m.write(0, m.or(m.shiftRight(source, count), m.shiftLeft(source, back)))
    },
  ),
  {
    ...row(
      'mulx',
      'Multiplies RDX by the third operand, into two registers, and leaves the flags alone.',
      'mulx rax, rbx, rcx',
      NO_FLAGS,
      vexForms('F2', '0F38', 'F6 /r', 'r#, r#, r/m#'),
      (m) => {
        const { low, high } = m.multiply(m.register(m.size === 64 ? 'rdx' : 'edx'), m.read(2), false)
        m.write(1, low)
        m.write(0, high)
      },
    ),
    uses: ['w', 'w', 'r'],
  },
  row(
    'pdep',
    'Lays the lower bits of the second operand where the third has one bits.',
    'pdep eax, ebx, ecx',
    NO_FLAGS,
    vexForms('F2', '0F38', 'F5 /r', 'r#, r#, r/m#'),
    (m) => {
      let [source, result] = [m.read(1), m.constant(0, m.size)]
      for (let at = 0; at < m.size; at++) {
        const isWanted = m.bit(m.read(2), m.constant(at, 8))
        const placed = m.shiftLeft(m.and(source, one(m)), m.constant(at, 8))
        result = m.or(result, m.select(isWanted, placed, m.constant(0, m.size)))
        source = m.select(isWanted, m.shiftRight(source, m.constant(1, 8)), source)
      }
      m.write(0, result)
    },
  ),
  row(
    'pext',
    'Gathers the bits of the second operand where the third has one bits.',
    'pext eax, ebx, ecx',
    NO_FLAGS,
    vexForms('F3', '0F38', 'F5 /r', 'r#, r#, r/m#'),
    (m) => {
      let result = m.constant(0, m.size)
      for (let at = m.size - 1; at >= 0; at--) {
        const found = m.and(m.shiftRight(m.read(1), m.constant(at, 8)), one(m))
        const longer = m.or(m.shiftLeft(result, m.constant(1, 8)), found)
        result = m.select(m.bit(m.read(2), m.constant(at, 8)), longer, result)
      }
      m.write(0, result)
    },
  ),
]
