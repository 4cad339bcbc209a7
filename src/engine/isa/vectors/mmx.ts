import type { Instruction } from '../instruction.ts'
import { shuffle } from './moves.ts'
import { ofSourceAndNumber, vectorRow } from './row.ts'

/** What only registers of MMX have: eight of 64 bits, which are a part of the x87 unit's (Intel SDM volume 1, chapter 9). */
export const vectorMmx: readonly Instruction[] = [
  vectorRow({
    mnemonic: 'emms',
    summary: 'Gives the registers of the x87 unit back, which those of MMX are a part of.',
    isRare: true,
    forms: [['NP 0F 77', '']],
    execute: (m) => {
      m.x87((unit) => {
        unit.endMmx()
        return 0n
      })
    },
  }),
  vectorRow({
    mnemonic: 'movq2dq',
    summary: 'Copies a register of MMX to the lower half of an XMM register; the upper half becomes zero.',
    uses: ['w', 'r'],
    isRare: true,
    forms: [['F3 0F D6 /r', 'xmm, mm']],
    execute: (m) => m.write(0, m.zeroExtend(m.read(1), 128)),
  }),
  vectorRow({
    mnemonic: 'movdq2q',
    summary: 'Copies the lower half of an XMM register to a register of MMX.',
    uses: ['w', 'r'],
    isRare: true,
    forms: [['F2 0F D6 /r', 'mm, xmm']],
    execute: (m) => m.write(0, m.element(m.read(1), 0, 64)),
  }),
  vectorRow({
    mnemonic: 'movntq',
    summary: 'Stores a register of MMX that will not be needed soon, past the caches.',
    uses: ['w', 'r'],
    isRare: true,
    forms: [['NP 0F E7 /r', 'm64, mm']],
    execute: (m) => m.write(0, m.read(1)),
  }),
  vectorRow({
    mnemonic: 'maskmovq',
    summary: 'Stores at RDI those bytes whose byte in the second operand has its top bit set.',
    uses: ['r', 'r'],
    isRare: true,
    forms: [['NP 0F F7 /r', 'mm, mm']],
    execute: (m) => {
      const [source, mask] = [m.read(0), m.read(1)]
      for (let index = 0; index < 8; index++) {
        const byteOf = (half: typeof source) => m.truncate(m.shiftRight(half, m.constant(8 * index, 8)), 8)
        const address = m.address(m.add(m.register('rdi'), m.constant(index, 64)))
        m.when(m.signOf(byteOf(mask)), () => m.store(address, byteOf(source)))
      }
    },
  }),
  vectorRow({
    mnemonic: 'pshufw',
    summary: 'Chooses each of four elements of 16 bits among those of the source, a register of MMX.',
    uses: ['w', 'r', 'r'],
    isRare: true,
    forms: [['NP 0F 70 /r ib', 'mm, mm/m64, imm8']],
    compute: shuffle('int16', 0),
    execute: ofSourceAndNumber,
  }),
]
