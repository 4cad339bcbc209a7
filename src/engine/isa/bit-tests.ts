import { writesFlags, type FormNotation, type Instruction } from './instruction.ts'
import type { Semantics } from './semantics.ts'

const SCAN_FLAGS = writesFlags('zf', 'cf pf af sf of')

function scanForms(opcode: string): readonly FormNotation[] {
  return [
    [`0F ${opcode} /r`, 'r16, r/m16'],
    [`0F ${opcode} /r`, 'r32, r/m32'],
    [`REX.W 0F ${opcode} /r`, 'r64, r/m64'],
  ]
}

export const bitTests: readonly Instruction[] = [
  {
    mnemonic: 'bt',
    summary: 'Copies the bit that the second operand numbers to the carry flag.',
    example: 'bt eax, 3',
    flags: writesFlags('cf', 'pf af sf of'),
    uses: ['r', 'r'],
    unsignedImmediate: true,
    forms: [
      ['0F A3 /r', 'r/m16, r16'],
      ['0F A3 /r', 'r/m32, r32'],
      ['REX.W 0F A3 /r', 'r/m64, r64'],
      ['0F BA /4 ib', 'r/m16, imm8'],
      ['0F BA /4 ib', 'r/m32, imm8'],
      ['REX.W 0F BA /4 ib', 'r/m64, imm8'],
    ],
    execute: (m) => {
      const index = m.and(m.truncate(m.read(1), 8), m.constant(m.size - 1, 8))
      const word = m.isMemory(0) && m.isRegister(1) ? bitStringWord(m) : m.read(0)
      m.setFlag('cf', m.bit(word, index))
    },
  },
  ...bitChanges(),
  {
    mnemonic: 'bsf',
    summary: 'Finds the lowest one bit; if there is none, sets ZF and leaves the destination.',
    example: 'bsf eax, ecx',
    flags: SCAN_FLAGS,
    uses: ['rw', 'r'],
    repeatMeansAnother: true,
    forms: scanForms('BC'),
    execute: (m) => scan(m, (source) => m.lowestBit(source)),
  },
  {
    mnemonic: 'bsr',
    summary: 'Finds the highest one bit; if there is none, sets ZF and leaves the destination.',
    example: 'bsr eax, ecx',
    flags: SCAN_FLAGS,
    uses: ['rw', 'r'],
    repeatMeansAnother: true,
    forms: scanForms('BD'),
    execute: (m) => scan(m, (source) => m.highestBit(source)),
  },
]

function scan<Word>(m: Semantics<Word>, find: (source: Word) => Word): void {
  const source = m.read(1)
  const none = m.isZero(source)
  m.write(0, m.select(none, m.read(0), find(source)))
  m.setFlag('zf', none)
}

/** Set, clear and turn: what the bit was is in CF then. */
function bitChanges(): readonly Instruction[] {
  const changes: readonly (readonly [string, string, number, number])[] = [
    ['bts', 'sets it', 0xab, 5],
    ['btr', 'clears it', 0xb3, 6],
    ['btc', 'inverts it', 0xbb, 7],
  ]
  return changes.map(([mnemonic, what, opcode, digit]) => ({
    mnemonic,
    summary: `Copies the bit that the second operand numbers to the carry flag, and ${what}.`,
    example: `${mnemonic} eax, 3`,
    flags: writesFlags('cf', 'pf af sf of'),
    uses: ['rw', 'r'],
    unsignedImmediate: true,
    lockable: true,
    isRare: true,
    forms: [
      [`0F ${opcode.toString(16).toUpperCase()} /r`, 'r/m16, r16'],
      [`0F ${opcode.toString(16).toUpperCase()} /r`, 'r/m32, r32'],
      [`REX.W 0F ${opcode.toString(16).toUpperCase()} /r`, 'r/m64, r64'],
      [`0F BA /${digit} ib`, 'r/m16, imm8'],
      [`0F BA /${digit} ib`, 'r/m32, imm8'],
      [`REX.W 0F BA /${digit} ib`, 'r/m64, imm8'],
    ],
    execute: (m) => changeBit(m, mnemonic),
  }))
}

function changeBit<Word>(m: Semantics<Word>, mnemonic: string): void {
  const index = m.and(m.truncate(m.read(1), 8), m.constant(m.size - 1, 8))
  const mask = m.shiftLeft(m.constant(1, m.size), index)
  const address = m.isMemory(0) && m.isRegister(1) ? bitStringAddress(m) : undefined
  const word = address === undefined ? m.read(0) : m.load(address, m.size)
  const changed =
    mnemonic === 'bts' ? m.or(word, mask) : mnemonic === 'btr' ? m.and(word, m.not(mask)) : m.xor(word, mask)
  if (address === undefined) m.write(0, changed)
  else m.store(address, changed)
  m.setFlag('cf', m.bit(word, index))
}

/** In memory a register's index is not taken modulo the size: it counts bits, signed, from the operand's address. */
function bitStringWord<Word>(m: Semantics<Word>): Word {
  return m.load(bitStringAddress(m), m.size)
}

function bitStringAddress<Word>(m: Semantics<Word>): Word {
  const indexBits = Math.log2(m.size)
  const wordIndex = m.shiftRightArithmetic(m.signExtend(m.read(1), 64), m.constant(indexBits, 8))
  const distance = m.shiftLeft(wordIndex, m.constant(indexBits - 3, 8))
  return m.address(m.add(m.addressOf(0), distance))
}
