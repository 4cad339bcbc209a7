import { binaryForms, unaryForms } from './arithmetic.ts'
import { NO_FLAGS, writesFlags, type Instruction } from './instruction.ts'

const LOGIC_FLAGS = writesFlags('cf pf zf sf of', 'af')

export const logic: readonly Instruction[] = [
  {
    mnemonic: 'and',
    summary: 'Keeps the bits that are set in both operands.',
    example: 'and rsp, -16',
    flags: LOGIC_FLAGS,
    uses: ['rw', 'r'],
    lockable: true,
    forms: binaryForms(4),
    execute: (m) => {
      const result = m.and(m.read(0), m.read(1))
      m.write(0, result)
      m.logicFlags(result)
    },
  },
  {
    mnemonic: 'or',
    summary: 'Sets the bits that are set in either operand.',
    example: 'or al, 1',
    flags: LOGIC_FLAGS,
    uses: ['rw', 'r'],
    lockable: true,
    forms: binaryForms(1),
    execute: (m) => {
      const result = m.or(m.read(0), m.read(1))
      m.write(0, result)
      m.logicFlags(result)
    },
  },
  {
    mnemonic: 'xor',
    summary: 'Sets the bits that differ; a register with itself becomes zero.',
    example: 'xor eax, eax',
    flags: LOGIC_FLAGS,
    uses: ['rw', 'r'],
    lockable: true,
    forms: binaryForms(6),
    execute: (m) => {
      const result = m.xor(m.read(0), m.read(1))
      m.write(0, result)
      m.logicFlags(result)
    },
  },
  {
    mnemonic: 'test',
    summary: 'Ands the operands and keeps only the flags.',
    example: 'test rax, rax',
    flags: LOGIC_FLAGS,
    uses: ['r', 'r'],
    commutative: true,
    forms: [
      ['84 /r', 'r/m8, r8'],
      ['85 /r', 'r/m16, r16'],
      ['85 /r', 'r/m32, r32'],
      ['REX.W 85 /r', 'r/m64, r64'],
      ['A8 ib', 'AL, imm8'],
      ['A9 iw', 'AX, imm16'],
      ['A9 id', 'EAX, imm32'],
      ['REX.W A9 id', 'RAX, imm32'],
      ['F6 /0 ib', 'r/m8, imm8'],
      ['F7 /0 iw', 'r/m16, imm16'],
      ['F7 /0 id', 'r/m32, imm32'],
      ['REX.W F7 /0 id', 'r/m64, imm32'],
    ],
    execute: (m) => m.logicFlags(m.and(m.read(0), m.read(1))),
  },
  {
    mnemonic: 'not',
    summary: 'Inverts every bit.',
    example: 'not eax',
    flags: NO_FLAGS,
    uses: ['rw'],
    lockable: true,
    forms: unaryForms('F6', 'F7', 2),
    execute: (m) => m.write(0, m.not(m.read(0))),
  },
]
