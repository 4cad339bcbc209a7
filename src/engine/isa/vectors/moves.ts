import type { FormNotation, Instruction } from '../instruction.ts'
import type { Semantics } from '../semantics.ts'
import type { Compute } from './lanes.ts'
import { ofBothAndNumber, ofSourceAndNumber, vectorRow } from './row.ts'

/** Moves, shuffles and parts of vectors (Intel SDM volume 1, sections 10.4.1 and 11.4.1). */

type Execute = Instruction['execute']

const copy: Execute = (m) => m.write(0, m.read(1))

/** A load and a store of whole vectors. */
function wholeMove(mnemonic: string, prefix: string, load: string, store: string, isUnaligned: boolean) {
  return vectorRow({
    mnemonic,
    summary: isUnaligned
      ? 'Copies a vector; in memory it may lie anywhere.'
      : 'Copies a vector; in memory it must lie at a multiple of 16.',
    example: `${mnemonic} xmm0, [rsi]`,
    uses: ['w', 'r'],
    forms: [
      [`${prefix} 0F ${load} /r`, 'xmm, xmm/m128'],
      [`${prefix} 0F ${store} /r`, 'xmm/m128, xmm'],
    ],
    isUnaligned,
    execute: copy,
  })
}

const whole = [
  wholeMove('movaps', 'NP', '28', '29', false),
  wholeMove('movapd', '66', '28', '29', false),
  wholeMove('movdqa', '66', '6F', '7F', false),
  wholeMove('movups', 'NP', '10', '11', true),
  wholeMove('movupd', '66', '10', '11', true),
  wholeMove('movdqu', 'F3', '6F', '7F', true),
  ...(
    [
      ['movntps', 'NP 0F 2B /r'],
      ['movntpd', '66 0F 2B /r'],
      ['movntdq', '66 0F E7 /r'],
    ] as const
  ).map(([mnemonic, encoding]) =>
    vectorRow({
      mnemonic,
      summary: 'Stores a vector that will not be needed soon, past the caches; at a multiple of 16.',
      example: `${mnemonic} [rdi], xmm0`,
      uses: ['w', 'r'],
      forms: [[encoding, 'm128, xmm']],
      execute: copy,
    }),
  ),
  vectorRow({
    mnemonic: 'movnti',
    summary: 'Stores a register’s value that will not be needed soon, past the caches.',
    example: 'movnti [rdi], eax',
    uses: ['w', 'r'],
    forms: [
      ['NP 0F C3 /r', 'm32, r32'],
      ['NP REX.W 0F C3 /r', 'm64, r64'],
    ],
    execute: copy,
  }),
]

/** From memory the rest becomes zero, from a register it stays. */
function scalarMove(mnemonic: string, prefix: string, size: 32 | 64): Instruction {
  return vectorRow({
    mnemonic,
    summary: `Copies one ${size === 32 ? 'float' : 'double'}: from memory it clears the rest of the register, from a register it leaves it.`,
    example: `${mnemonic} xmm0, [rsi]`,
    uses: ['w', 'r'],
    forms: [
      [`${prefix} 0F 10 /r`, `xmm, xmm/m${size}`, ['rw', 'r']],
      [`${prefix} 0F 11 /r`, `xmm/m${size}, xmm`, ['w', 'r']],
    ],
    execute: (m) => {
      const source = m.truncate(m.read(1), size)
      const isWhole = m.isMemory(0) || m.isMemory(1)
      m.write(0, isWhole ? source : m.withElement(m.vector(0), 0, source))
    },
  })
}

const parts = [
  scalarMove('movss', 'F3', 32),
  scalarMove('movsd', 'F2', 64),
  ...(['s', 'd'] as const).flatMap((letter) => [
    halfMove(`movlp${letter}`, letter === 's' ? 'NP' : '66', '12', 0),
    halfMove(`movhp${letter}`, letter === 's' ? 'NP' : '66', '16', 1),
  ]),
  vectorRow({
    mnemonic: 'movhlps',
    summary: 'Copies the source’s upper half to the destination’s lower half.',
    forms: [['NP 0F 12 /r', 'xmm, xmm']],
    execute: (m) => m.write(0, m.withElement(m.read(0), 0, m.element(m.read(1), 1, 64))),
  }),
  vectorRow({
    mnemonic: 'movlhps',
    summary: 'Copies the source’s lower half to the destination’s upper half.',
    forms: [['NP 0F 16 /r', 'xmm, xmm']],
    execute: (m) => m.write(0, m.withElement(m.read(0), 1, m.element(m.read(1), 0, 64))),
  }),
  vectorRow({
    mnemonic: 'movd',
    summary:
      'Copies 32 bits between an XMM register and memory or another register; to XMM the rest becomes zero.',
    uses: ['w', 'r'],
    forms: [
      ['66 0F 6E /r', 'xmm, r/m32'],
      ['66 0F 7E /r', 'r/m32, xmm'],
      ['NP 0F 6E /r', 'mm, r/m32'],
      ['NP 0F 7E /r', 'r/m32, mm'],
    ],
    example: 'movd xmm0, eax',
    execute: (m) => m.write(0, m.truncate(m.read(1), 32)),
  }),
  vectorRow({
    mnemonic: 'movq',
    summary:
      'Copies 64 bits between an XMM register and memory or another register; to XMM the rest becomes zero.',
    uses: ['w', 'r'],
    example: 'movq xmm0, rax',
    forms: [
      ['F3 0F 7E /r', 'xmm, xmm/m64'],
      ['66 0F D6 /r', 'xmm/m64, xmm'],
      ['66 REX.W 0F 6E /r', 'xmm, r/m64'],
      ['66 REX.W 0F 7E /r', 'r/m64, xmm'],
      ['NP 0F 6F /r', 'mm, mm/m64'],
      ['NP 0F 7F /r', 'mm/m64, mm'],
      ['NP REX.W 0F 6E /r', 'mm, r/m64'],
      ['NP REX.W 0F 7E /r', 'r/m64, mm'],
    ],
    execute: (m) => m.write(0, m.truncate(m.read(1), 64)),
  }),
]

function halfMove(mnemonic: string, prefix: string, opcode: string, half: 0 | 1): Instruction {
  const store = (parseInt(opcode, 16) + 1).toString(16)
  return vectorRow({
    mnemonic,
    summary: `Copies 64 bits between memory and the ${half === 0 ? 'lower' : 'upper'} half of a register; the other half stays.`,
    example: `${mnemonic} xmm0, [rsi]`,
    forms: [
      [`${prefix} 0F ${opcode} /r`, 'xmm, m64'],
      [`${prefix} 0F ${store} /r`, 'm64, xmm', ['w', 'r']],
    ],
    execute: (m) =>
      m.write(0, m.isMemory(0) ? m.element(m.read(1), half, 64) : m.withElement(m.read(0), half, m.read(1))),
  })
}

// ── shuffles: the number's pairs of bits say which element goes where ──

/** Four elements from `from` on, each chosen among those four. */
export function shuffle(view: 'int32' | 'int16', from: number): Compute {
  return (lanes, _, number) => {
    const elements = lanes[view]
    const half = elements.length >> 1
    const source = elements.slice(half)
    elements.set(source)
    for (let index = 0; index < 4; index++)
      elements[from + index] = source[from + ((number >> (2 * index)) & 3)]!
    return 0
  }
}

const shuffleFloats: Compute = ({ int32 }, _, number) => {
  const source = int32.slice()
  for (let index = 0; index < 4; index++)
    int32[index] = source[(index < 2 ? 0 : 4) + ((number >> (2 * index)) & 3)]!
  return 0
}

const shuffleDoubles: Compute = ({ uint64 }, _, number) => {
  const [low, high] = [uint64[number & 1]!, uint64[2 + ((number >> 1) & 1)]!]
  uint64[0] = low
  uint64[1] = high
  return 0
}

const shuffles = [
  ...(
    [
      [
        'pshufd',
        '66',
        'Chooses each of four elements of 32 bits among those of the source.',
        shuffle('int32', 0),
      ],
      [
        'pshuflw',
        'F2',
        'Chooses the lower four elements of 16 bits among those of the source; the upper half is copied.',
        shuffle('int16', 0),
      ],
      [
        'pshufhw',
        'F3',
        'Chooses the upper four elements of 16 bits among those of the source; the lower half is copied.',
        shuffle('int16', 4),
      ],
    ] as const
  ).map(([mnemonic, prefix, summary, compute]) =>
    vectorRow({
      mnemonic,
      summary,
      uses: ['w', 'r', 'r'],
      forms: [[`${prefix} 0F 70 /r ib`, 'xmm, xmm/m128, imm8']],
      compute,
      execute: ofSourceAndNumber,
    }),
  ),
  vectorRow({
    mnemonic: 'shufps',
    summary: 'Two floats of the destination below two of the source, each chosen by two bits of the number.',
    forms: [['NP 0F C6 /r ib', 'xmm, xmm/m128, imm8']],
    compute: shuffleFloats,
    execute: ofBothAndNumber,
  }),
  vectorRow({
    mnemonic: 'shufpd',
    summary: 'A double of the destination below one of the source, each chosen by a bit of the number.',
    forms: [['66 0F C6 /r ib', 'xmm, xmm/m128, imm8']],
    compute: shuffleDoubles,
    execute: ofBothAndNumber,
  }),
]

// ── between vectors and general-purpose registers ──

/** The sign bits of the source's elements, the first one's lowest. */
function signs(view: 'int8' | 'int32' | 'int64'): Compute {
  return (lanes) => {
    const elements = lanes[view]
    const count = elements.length >> 1
    let mask = 0
    for (let index = 0; index < count; index++) if (elements[count + index]! < 0) mask |= 1 << index
    lanes.int32[0] = mask
    return 0
  }
}

const wideMask = (encoding: string): FormNotation => [encoding.replace('0F', 'REX.W 0F'), 'r64, xmm']

const masks = (
  [
    ['pmovmskb', '66 0F D7 /r', 'bytes', 'int8'],
    ['movmskps', 'NP 0F 50 /r', 'floats', 'int32'],
    ['movmskpd', '66 0F 50 /r', 'doubles', 'int64'],
  ] as const
).map(([mnemonic, encoding, what, view]) =>
  vectorRow({
    mnemonic,
    summary: `Gathers the sign bits of a vector’s ${what} in a general-purpose register.`,
    example: `${mnemonic} eax, xmm0`,
    uses: ['w', 'r'],
    forms: [
      [encoding, 'r32, xmm'],
      ...(view === 'int8' ? [['NP 0F D7 /r', 'r32, mm'] as const] : [wideMask(encoding)]),
    ],
    compute: signs(view),
    execute: (m) => m.write(0, m.truncate(m.compute(m.constant(0, 64), m.read(1)), m.size)),
  }),
)

const takeElement: Compute = ({ uint16, int32 }, _, number) => {
  int32[0] = uint16[8 + (number & 7)]!
  return 0
}

const putElement: Compute = ({ uint16 }, _, number) => {
  uint16[number & 7] = uint16[8]!
  return 0
}

const EXTRACT_FORMS: readonly FormNotation[] = [
  ['66 0F C5 /r ib', 'r32, xmm, imm8'],
  ['66 REX.W 0F C5 /r ib', 'r64, xmm, imm8'],
  ['NP 0F C5 /r ib', 'r32, mm, imm8'],
]

/** A register of MMX has four elements of 16 bits, not eight. */
const elementNumber = <Word>(m: Semantics<Word>, number: Word, vector: number): Word =>
  m.operandSize(vector) === 64 ? m.and(number, m.constant(3, 8)) : number

const elements = [
  vectorRow({
    mnemonic: 'pextrw',
    summary: 'Copies one element of 16 bits to a general-purpose register, with zeros above.',
    example: 'pextrw eax, xmm0, 3',
    uses: ['w', 'r', 'r'],
    forms: EXTRACT_FORMS,
    compute: takeElement,
    execute: (m) => {
      const taken = m.compute(m.constant(0, 64), m.read(1), elementNumber(m, m.read(2), 1))
      m.write(0, m.truncate(taken, m.size))
    },
  }),
  vectorRow({
    mnemonic: 'pinsrw',
    summary: 'Puts 16 bits of a general-purpose register or of memory into one element.',
    example: 'pinsrw xmm0, eax, 3',
    forms: [
      ['66 0F C4 /r ib', 'xmm, r32/m16, imm8'],
      ['66 0F C4 /r ib', 'xmm, r/m16, imm8'],
      ['66 REX.W 0F C4 /r ib', 'xmm, r64/m16, imm8'],
      ['NP 0F C4 /r ib', 'mm, r32/m16, imm8'],
      ['NP 0F C4 /r ib', 'mm, r/m16, imm8'],
    ],
    compute: putElement,
    execute: (m) =>
      m.write(0, m.compute(m.read(0), m.truncate(m.read(1), 16), elementNumber(m, m.read(2), 0))),
  }),
]

// ── stores under a mask ──

/** Bytes whose mask has its sign bit set are stored, the others are left alone. */
const maskedStore = vectorRow({
  mnemonic: 'maskmovdqu',
  summary: 'Stores at RDI those bytes whose byte in the second operand has its top bit set.',
  uses: ['r', 'r'],
  isRare: true,
  forms: [['66 0F F7 /r', 'xmm, xmm']],
  execute: (m) => {
    const [source, mask] = [m.read(0), m.read(1)]
    for (let index = 0; index < 16; index++) {
      const byteOf = (vector: typeof source) =>
        m.truncate(m.shiftRight(m.element(vector, index >> 3, 64), m.constant(8 * (index & 7), 8)), 8)
      const address = m.address(m.add(m.register('rdi'), m.constant(index, 64)))
      m.when(m.signOf(byteOf(mask)), () => m.store(address, byteOf(source)))
    }
  },
})

export const vectorMoves: readonly Instruction[] = [
  ...whole,
  ...parts,
  ...shuffles,
  ...masks,
  ...elements,
  maskedStore,
]
