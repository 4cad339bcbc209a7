import type { FormNotation, Instruction } from './instruction.ts'
import { writesFlags } from './instruction.ts'
import { RAX, registerOf } from './registers.ts'
import type { Semantics } from './semantics.ts'

/**
 * The forms that ADD, OR, ADC, SBB, AND, SUB, XOR and CMP share: the eight differ in bits 5–3 of the opcode, which
 * are also ModRM's reg field in the immediate forms.
 */
export function binaryForms(operation: number): readonly FormNotation[] {
  const opcode = (low: number) => (operation * 8 + low).toString(16).toUpperCase().padStart(2, '0')
  const digit = `/${operation}`
  return [
    [`${opcode(0)} /r`, 'r/m8, r8'],
    [`${opcode(1)} /r`, 'r/m16, r16'],
    [`${opcode(1)} /r`, 'r/m32, r32'],
    [`REX.W ${opcode(1)} /r`, 'r/m64, r64'],
    [`${opcode(2)} /r`, 'r8, r/m8'],
    [`${opcode(3)} /r`, 'r16, r/m16'],
    [`${opcode(3)} /r`, 'r32, r/m32'],
    [`REX.W ${opcode(3)} /r`, 'r64, r/m64'],
    [`83 ${digit} ib`, 'r/m16, imm8'],
    [`83 ${digit} ib`, 'r/m32, imm8'],
    [`REX.W 83 ${digit} ib`, 'r/m64, imm8'],
    [`${opcode(4)} ib`, 'AL, imm8'],
    [`${opcode(5)} iw`, 'AX, imm16'],
    [`${opcode(5)} id`, 'EAX, imm32'],
    [`REX.W ${opcode(5)} id`, 'RAX, imm32'],
    [`80 ${digit} ib`, 'r/m8, imm8'],
    [`81 ${digit} iw`, 'r/m16, imm16'],
    [`81 ${digit} id`, 'r/m32, imm32'],
    [`REX.W 81 ${digit} id`, 'r/m64, imm32'],
  ]
}

/** The forms of an operation on one operand in a register or memory: an 8-bit opcode, the next for the wider ones. */
export function unaryForms(opcode8: string, opcode: string, digit: number): readonly FormNotation[] {
  return [
    [`${opcode8} /${digit}`, 'r/m8'],
    [`${opcode} /${digit}`, 'r/m16'],
    [`${opcode} /${digit}`, 'r/m32'],
    [`REX.W ${opcode} /${digit}`, 'r/m64'],
  ]
}

export const arithmetic: readonly Instruction[] = [
  {
    mnemonic: 'add',
    summary: 'Adds the source to the destination.',
    example: 'add rsp, 8',
    flags: writesFlags(),
    uses: ['rw', 'r'],
    lockable: true,
    forms: binaryForms(0),
    execute: (m) => {
      const a = m.read(0)
      const b = m.read(1)
      const sum = m.add(a, b)
      m.write(0, sum)
      m.additionFlags(a, b, sum)
    },
  },
  {
    mnemonic: 'adc',
    summary: 'Adds the source and the carry flag to the destination, to add numbers wider than a register.',
    example: 'adc rdx, 0',
    flags: writesFlags(),
    uses: ['rw', 'r'],
    lockable: true,
    forms: binaryForms(2),
    execute: (m) => {
      const a = m.read(0)
      const b = m.read(1)
      const sum = m.addCarry(a, b, m.flag('cf'))
      m.write(0, sum)
      m.additionFlags(a, b, sum)
    },
  },
  {
    mnemonic: 'sub',
    summary: 'Subtracts the source from the destination.',
    example: 'sub rsp, 8',
    flags: writesFlags(),
    uses: ['rw', 'r'],
    lockable: true,
    forms: binaryForms(5),
    execute: (m) => m.write(0, difference(m)),
  },
  {
    mnemonic: 'sbb',
    summary:
      'Subtracts the source and the carry flag from the destination, to subtract numbers wider than a register.',
    example: 'sbb rdx, 0',
    flags: writesFlags(),
    uses: ['rw', 'r'],
    lockable: true,
    forms: binaryForms(3),
    execute: (m) => {
      const a = m.read(0)
      const b = m.read(1)
      const rest = m.subtractBorrow(a, b, m.flag('cf'))
      m.write(0, rest)
      m.subtractionFlags(a, b, rest)
    },
  },
  {
    mnemonic: 'cmp',
    summary:
      'Subtracts the source from the destination, keeps only the flags: what conditional jumps look at.',
    example: 'cmp dword [rbp - 5], 100',
    flags: writesFlags(),
    uses: ['r', 'r'],
    forms: binaryForms(7),
    execute: (m) => void difference(m),
  },
  {
    mnemonic: 'inc',
    summary: 'Adds 1; the carry flag stays as it is.',
    example: 'inc ecx',
    flags: writesFlags('pf af zf sf of'),
    uses: ['rw'],
    lockable: true,
    forms: unaryForms('FE', 'FF', 0),
    execute: (m) => {
      const a = m.read(0)
      const one = m.constant(1, m.size)
      const sum = m.add(a, one)
      m.write(0, sum)
      m.additionFlags(a, one, sum, true)
    },
  },
  {
    mnemonic: 'dec',
    summary: 'Subtracts 1; the carry flag stays as it is.',
    example: 'dec ecx',
    flags: writesFlags('pf af zf sf of'),
    uses: ['rw'],
    lockable: true,
    forms: unaryForms('FE', 'FF', 1),
    execute: (m) => {
      const a = m.read(0)
      const one = m.constant(1, m.size)
      const rest = m.subtract(a, one)
      m.write(0, rest)
      m.subtractionFlags(a, one, rest, true)
    },
  },
  {
    mnemonic: 'neg',
    summary: 'Subtracts the operand from zero: the number with the opposite sign.',
    example: 'neg rax',
    flags: writesFlags(),
    uses: ['rw'],
    lockable: true,
    forms: unaryForms('F6', 'F7', 3),
    execute: (m) => {
      const zero = m.constant(0, m.size)
      const a = m.read(0)
      const rest = m.subtract(zero, a)
      m.write(0, rest)
      m.subtractionFlags(zero, a, rest)
    },
  },
  {
    mnemonic: 'xadd',
    summary: 'Adds the source to the destination and leaves the old destination in the source.',
    example: 'xadd [rdi], eax',
    flags: writesFlags(),
    uses: ['rw', 'rw'],
    lockable: true,
    forms: [
      ['0F C0 /r', 'r/m8, r8'],
      ['0F C1 /r', 'r/m16, r16'],
      ['0F C1 /r', 'r/m32, r32'],
      ['REX.W 0F C1 /r', 'r/m64, r64'],
    ],
    execute: (m) => {
      const a = m.read(0)
      const b = m.read(1)
      const sum = m.add(a, b)
      m.write(1, a)
      m.write(0, sum)
      m.additionFlags(a, b, sum)
    },
  },
  {
    mnemonic: 'cmpxchg',
    summary:
      'Compares the accumulator with the destination: if they are equal, the source is stored there, else the destination is loaded into the accumulator.',
    example: 'cmpxchg [rdi], ecx',
    flags: writesFlags(),
    uses: ['rw', 'r'],
    lockable: true,
    forms: [
      ['0F B0 /r', 'r/m8, r8'],
      ['0F B1 /r', 'r/m16, r16'],
      ['0F B1 /r', 'r/m32, r32'],
      ['REX.W 0F B1 /r', 'r/m64, r64'],
    ],
    execute: (m) => {
      const accumulator = registerOf(RAX, m.size).name
      const expected = m.register(accumulator)
      const found = m.read(0)
      const rest = m.subtract(expected, found)
      const same = m.isZero(rest)
      m.when(m.negate(same), () => m.setRegister(accumulator, found))
      // 32 bits that are written clear the upper half, those that are not leave it
      if (m.isRegister(0) && m.size === 32) m.when(same, () => m.write(0, m.read(1)))
      else m.write(0, m.select(same, m.read(1), found))
      m.subtractionFlags(expected, found, rest)
    },
  },
  {
    mnemonic: 'cmpxchg8b',
    summary: 'If EDX:EAX equals the memory, stores ECX:EBX there and sets ZF; else loads it into EDX:EAX.',
    example: 'cmpxchg8b [rdi]',
    flags: writesFlags('zf'),
    uses: ['rw'],
    lockable: true,
    isRare: true,
    forms: [['0F C7 /1', 'm64']],
    execute: (m) => {
      const pair = (high: string, low: string) =>
        m.or(
          m.shiftLeft(m.zeroExtend(m.register(high), 64), m.constant(32, 8)),
          m.zeroExtend(m.register(low), 64),
        )
      const found = m.read(0)
      const isSame = m.isEqual(found, pair('edx', 'eax'))
      m.write(0, m.select(isSame, pair('ecx', 'ebx'), found))
      m.when(m.negate(isSame), () => {
        m.setRegister('eax', m.truncate(found, 32))
        m.setRegister('edx', m.truncate(m.shiftRight(found, m.constant(32, 8)), 32))
      })
      m.setFlag('zf', isSame)
    },
  },
  {
    mnemonic: 'cmpxchg16b',
    summary: 'If RDX:RAX equals the memory, stores RCX:RBX there and sets ZF; else loads it into RDX:RAX.',
    example: 'cmpxchg16b [rdi]',
    flags: writesFlags('zf'),
    uses: ['rw'],
    lockable: true,
    isRare: true,
    forms: [['REX.W 0F C7 /1', 'm']],
    execute: (m) => {
      const at = m.addressOf(0)
      m.when(m.negate(m.isZero(m.and(at, m.constant(15, 64)))), () => m.fault('general-protection'))
      const above = m.address(m.add(at, m.constant(8, 64)))
      const [low, high] = [m.load(at, 64), m.load(above, 64)]
      const isSame = m.and(m.isEqual(low, m.register('rax')), m.isEqual(high, m.register('rdx')))
      m.store(at, m.select(isSame, m.register('rbx'), low))
      m.store(above, m.select(isSame, m.register('rcx'), high))
      m.when(m.negate(isSame), () => {
        m.setRegister('rax', low)
        m.setRegister('rdx', high)
      })
      m.setFlag('zf', isSame)
    },
  },
]

/** The difference of the two operands, and its flags. */
function difference<Word>(m: Semantics<Word>): Word {
  const a = m.read(0)
  const b = m.read(1)
  const rest = m.subtract(a, b)
  m.subtractionFlags(a, b, rest)
  return rest
}
