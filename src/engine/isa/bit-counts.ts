import type { BitCount } from '../bits.ts'
import { NO_FLAGS, writesFlags, type FormNotation, type Instruction } from './instruction.ts'
import type { Semantics } from './semantics.ts'

/** Bits counted, bytes turned round, sums with a carry of their own, and checksums. */

function countForms(opcode: string): readonly FormNotation[] {
  return [
    [`66 F3 0F ${opcode} /r`, 'r16, r/m16'],
    [`F3 0F ${opcode} /r`, 'r32, r/m32'],
    [`F3 REX.W 0F ${opcode} /r`, 'r64, r/m64'],
  ]
}

const SCAN_FLAGS = writesFlags('cf zf', 'pf af sf of')

const counts: readonly Instruction[] = [
  {
    mnemonic: 'popcnt',
    summary: 'Counts the one bits.',
    example: 'popcnt eax, ecx',
    flags: writesFlags(),
    uses: ['w', 'r'],
    isRare: true,
    forms: countForms('B8'),
    execute: (m) => {
      const source = m.read(1)
      m.write(0, ones(m, source))
      const zero = m.isZero(source)
      for (const flag of ['cf', 'pf', 'af', 'sf', 'of'] as const) m.setFlag(flag, m.constant(0, 8))
      m.setFlag('zf', zero)
    },
  },
  {
    mnemonic: 'lzcnt',
    summary: 'Counts the zero bits above the highest one bit.',
    example: 'lzcnt eax, ecx',
    flags: SCAN_FLAGS,
    uses: ['w', 'r'],
    isRare: true,
    forms: countForms('BD'),
    execute: (m) => {
      const source = m.read(1)
      const above = m.subtract(m.constant(m.size - 1, m.size), m.highestBit(source))
      count(m, source, above)
    },
  },
  {
    mnemonic: 'tzcnt',
    summary: 'Counts the zero bits below the lowest one bit.',
    example: 'tzcnt eax, ecx',
    flags: SCAN_FLAGS,
    uses: ['w', 'r'],
    isRare: true,
    forms: countForms('BC'),
    execute: (m) => {
      const source = m.read(1)
      count(m, source, m.lowestBit(source))
    },
  },
]

/** Without a one bit, all are counted, and CF says so. */
function count<Word>(m: Semantics<Word>, source: Word, found: Word): void {
  const none = m.isZero(source)
  const result = m.select(none, m.constant(m.size, m.size), found)
  m.write(0, result)
  m.setFlag('cf', none)
  m.setFlag('zf', m.isZero(result))
}

/** Sums of neighbouring bits, then of pairs, and so on: each has room for the next. */
function ones<Word>(m: Semantics<Word>, source: Word): Word {
  const masks = [
    0x5555_5555_5555_5555n,
    0x3333_3333_3333_3333n,
    0x0f0f_0f0f_0f0f_0f0fn,
    0x00ff_00ff_00ff_00ffn,
    0x0000_ffff_0000_ffffn,
    0xffff_ffffn,
  ]
  let sums = m.zeroExtend(source, 64)
  masks.forEach((mask, step) => {
    const low = m.and(sums, m.constant(mask, 64))
    const high = m.and(m.shiftRight(sums, m.constant(1 << step, 8)), m.constant(mask, 64))
    sums = m.add(low, high)
  })
  return m.truncate(sums, m.size)
}

/** The bytes in the opposite order. */
function turned<Word>(m: Semantics<Word>, source: Word, size: BitCount): Word {
  let result = m.constant(0, size)
  for (let at = 0; at < size; at += 8) {
    const byte = m.and(m.shiftRight(source, m.constant(at, 8)), m.constant(0xff, size))
    result = m.or(result, m.shiftLeft(byte, m.constant(size - 8 - at, 8)))
  }
  return result
}

const byteOrder: readonly Instruction[] = [
  {
    mnemonic: 'bswap',
    summary: 'Turns the order of the bytes round.',
    example: 'bswap eax',
    flags: NO_FLAGS,
    uses: ['rw'],
    isRare: true,
    forms: [
      ['0F C8+r', 'r32'],
      ['REX.W 0F C8+r', 'r64'],
    ],
    execute: (m) => m.write(0, turned(m, m.read(0), m.size)),
  },
  {
    mnemonic: 'movbe',
    summary: 'Copies, and turns the order of the bytes round.',
    example: 'movbe eax, [rbx]',
    flags: NO_FLAGS,
    uses: ['w', 'r'],
    isRare: true,
    forms: [
      ['0F 38 F0 /r', 'r16, m16'],
      ['0F 38 F0 /r', 'r32, m32'],
      ['REX.W 0F 38 F0 /r', 'r64, m64'],
      ['0F 38 F1 /r', 'm16, r16'],
      ['0F 38 F1 /r', 'm32, r32'],
      ['REX.W 0F 38 F1 /r', 'm64, r64'],
    ],
    execute: (m) => m.write(0, turned(m, m.read(1), m.size)),
  },
]

const sums: readonly Instruction[] = (['cf', 'of'] as const).map((flag) => ({
  mnemonic: flag === 'cf' ? 'adcx' : 'adox',
  summary: `Adds, with ${flag === 'cf' ? 'CF' : 'OF'} as the carry, and changes no other flag.`,
  example: `${flag === 'cf' ? 'adcx' : 'adox'} rax, rbx`,
  flags: writesFlags(flag),
  uses: ['rw', 'r'],
  isRare: true,
  forms: [
    [`${flag === 'cf' ? '66' : 'F3'} 0F 38 F6 /r`, 'r32, r/m32'],
    [`${flag === 'cf' ? '66' : 'F3'} REX.W 0F 38 F6 /r`, 'r64, r/m64'],
  ],
  execute: (m) => {
    const [a, b] = [m.read(0), m.read(1)]
    const sum = m.addCarry(a, b, m.flag(flag))
    m.write(0, sum)
    // Carried out of the top: both had it, or one had and the sum has not.
    m.setFlag(flag, m.signOf(m.or(m.and(a, b), m.and(m.or(a, b), m.not(sum)))))
  },
}))

/** The polynomial of CRC-32C, its bits turned round. */
const CASTAGNOLI = 0x82f6_3b78

const checksums: readonly Instruction[] = [
  {
    mnemonic: 'crc32',
    summary: 'Takes the bytes of the second operand into a checksum (CRC-32C).',
    example: 'crc32 eax, bl',
    flags: NO_FLAGS,
    uses: ['rw', 'r'],
    isRare: true,
    forms: [
      ['F2 0F 38 F0 /r', 'r32, r/m8'],
      ['F2 0F 38 F1 /r', 'r32, r/m32'],
      ['66 F2 0F 38 F1 /r', 'r32, r/m16'],
      ['F2 REX.W 0F 38 F0 /r', 'r64, r/m8'],
      ['F2 REX.W 0F 38 F1 /r', 'r64, r/m64'],
    ],
    execute: (m) => {
      const { value, size } = { value: m.read(1), size: m.operandSize(1) }
      const data = m.zeroExtend(value, 64)
      let sum = m.xor(m.truncate(m.read(0), 32), m.truncate(data, 32))
      const rounds = Math.min(size, 32)
      for (let round = 0; round < rounds; round++) sum = divided(m, sum)
      if (size === 64) {
        sum = m.xor(sum, m.truncate(m.shiftRight(data, m.constant(32, 8)), 32))
        for (let round = 0; round < 32; round++) sum = divided(m, sum)
      }
      m.write(0, m.zeroExtend(sum, m.size))
    },
  },
]

function divided<Word>(m: Semantics<Word>, sum: Word): Word {
  const shifted = m.shiftRight(sum, m.constant(1, 8))
  return m.select(m.bit(sum, m.constant(0, 8)), m.xor(shifted, m.constant(CASTAGNOLI, 32)), shifted)
}

export const bitCounts: readonly Instruction[] = [...counts, ...byteOrder, ...sums, ...checksums]
