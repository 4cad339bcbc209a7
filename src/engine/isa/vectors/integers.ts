import type { FormNotation, Instruction } from '../instruction.ts'
import type { Compute, Lanes } from './lanes.ts'
import { ofBoth, vectorRow } from './row.ts'

/** SSE2's arithmetic, comparisons and logic of whole numbers, element by element (Intel SDM volume 1, section 11.4.2). */

type Execute = Instruction['execute']
type View = 'int8' | 'uint8' | 'int16' | 'uint16' | 'int32' | 'uint32'

/** One element after the other; what does not fit an element loses its upper bits, as the views keep it. */
function each(view: View, f: (a: number, b: number) => number): Compute {
  return (lanes) => {
    const elements = lanes[view]
    const count = elements.length >> 1
    for (let index = 0; index < count; index++)
      elements[index] = f(elements[index]!, elements[index + count]!)
    return 0
  }
}

function clamped(lowest: number, highest: number, f: (a: number, b: number) => number) {
  return (a: number, b: number) => Math.max(lowest, Math.min(highest, f(a, b)))
}

const add = (a: number, b: number) => a + b
const subtract = (a: number, b: number) => a - b
const average = (a: number, b: number) => (a + b + 1) >> 1
const equal = (a: number, b: number) => (a === b ? -1 : 0)
const greater = (a: number, b: number) => (a > b ? -1 : 0)

/** Numbers of 64 bits: the carry goes from a lower word to the upper one. */
function eachLong(f: (a: bigint, b: bigint) => bigint): Compute {
  return ({ uint64 }) => {
    uint64[0] = f(uint64[0]!, uint64[2]!)
    uint64[1] = f(uint64[1]!, uint64[3]!)
    return 0
  }
}

function logic(f: (a: number, b: number) => number): Compute {
  return ({ int32 }) => {
    int32[0] = f(int32[0]!, int32[4]!)
    int32[1] = f(int32[1]!, int32[5]!)
    int32[2] = f(int32[2]!, int32[6]!)
    int32[3] = f(int32[3]!, int32[7]!)
    return 0
  }
}

/** Products of neighbours of 16 bits, added in pairs. */
const multiplyAndAdd: Compute = ({ int16, int32 }) => {
  for (let index = 0; index < 4; index++) {
    const [at, other] = [2 * index, 2 * index + 8]
    int32[index] = int16[at]! * int16[other]! + int16[at + 1]! * int16[other + 1]!
  }
  return 0
}

const multiplyEvenWords: Compute = ({ uint32, uint64 }) => {
  const [low, high] = [BigInt(uint32[0]!) * BigInt(uint32[4]!), BigInt(uint32[2]!) * BigInt(uint32[6]!)]
  uint64[0] = low
  uint64[1] = high
  return 0
}

/** The differences of eight bytes, added up, for each half. */
const sumOfDifferences: Compute = (lanes) => {
  const sums = [0, 8].map((from) => sumFrom(lanes, from))
  lanes.uint64[0] = BigInt(sums[0]!)
  lanes.uint64[1] = BigInt(sums[1]!)
  return 0
}

function sumFrom({ uint8 }: Lanes, from: number): number {
  let sum = 0
  for (let index = from; index < from + 8; index++) sum += Math.abs(uint8[index]! - uint8[index + 16]!)
  return sum
}

/** The low or high half of each vector, its elements in turn. */
function interleave(size: 8 | 16 | 32 | 64, isHigh: boolean): Compute {
  const bytes = size / 8
  const order = Array.from({ length: 16 }, (_, at) => {
    const [element, byte] = [Math.floor(at / bytes), at % bytes]
    return (isHigh ? 8 : 0) + Math.floor(element / 2) * bytes + byte + (element % 2) * 16
  })
  return ({ uint8 }) => {
    const source = uint8.slice()
    for (let at = 0; at < 16; at++) uint8[at] = source[order[at]!]!
    return 0
  }
}

type NarrowView = 'int8' | 'uint8' | 'int16'

/** Both vectors' elements, cut to half their size; what does not fit becomes the nearest number that does. */
function pack(from: 'int16' | 'int32', to: NarrowView, lowest: number, highest: number): Compute {
  return (lanes) => {
    const source = lanes[from].slice()
    source.forEach((value, index) => {
      lanes[to][index] = Math.max(lowest, Math.min(highest, value))
    })
    return 0
  }
}

const bytes = 'of each byte'
const [INT8_MIN, INT8_MAX, INT16_MIN, INT16_MAX] = [-0x80, 0x7f, -0x8000, 0x7fff] as const
const BITWISE = 'of all 128 bits'

/** Mnemonic, opcode behind 66 0F, what it does, and how. */
const ROWS: readonly (readonly [string, string, string, Compute])[] = [
  ['paddb', 'FC', `The sums ${bytes}.`, each('uint8', add)],
  ['paddw', 'FD', 'The sums of 16 bits each.', each('uint16', add)],
  ['paddd', 'FE', 'The sums of 32 bits each.', each('int32', add)],
  ['paddq', 'D4', 'The sums of 64 bits each.', eachLong((a, b) => a + b)],
  ['psubb', 'F8', `The differences ${bytes}.`, each('uint8', subtract)],
  ['psubw', 'F9', 'The differences of 16 bits each.', each('uint16', subtract)],
  ['psubd', 'FA', 'The differences of 32 bits each.', each('int32', subtract)],
  ['psubq', 'FB', 'The differences of 64 bits each.', eachLong((a, b) => a - b)],
  [
    'paddsb',
    'EC',
    `The signed sums ${bytes}, at most 127 and at least −128.`,
    each('int8', clamped(INT8_MIN, INT8_MAX, add)),
  ],
  [
    'paddsw',
    'ED',
    'The signed sums of 16 bits each, at most 32,767 and at least −32,768.',
    each('int16', clamped(INT16_MIN, INT16_MAX, add)),
  ],
  ['paddusb', 'DC', `The sums ${bytes}, at most 255.`, each('uint8', clamped(0, 0xff, add))],
  ['paddusw', 'DD', 'The sums of 16 bits each, at most 65,535.', each('uint16', clamped(0, 0xffff, add))],
  [
    'psubsb',
    'E8',
    `The signed differences ${bytes}, at most 127 and at least −128.`,
    each('int8', clamped(INT8_MIN, INT8_MAX, subtract)),
  ],
  [
    'psubsw',
    'E9',
    'The signed differences of 16 bits each, at most 32,767 and at least −32,768.',
    each('int16', clamped(INT16_MIN, INT16_MAX, subtract)),
  ],
  ['psubusb', 'D8', `The differences ${bytes}, at least 0.`, each('uint8', clamped(0, 0xff, subtract))],
  [
    'psubusw',
    'D9',
    'The differences of 16 bits each, at least 0.',
    each('uint16', clamped(0, 0xffff, subtract)),
  ],
  ['pmullw', 'D5', 'The lower halves of the products of 16 bits each.', each('int16', (a, b) => a * b)],
  [
    'pmulhw',
    'E5',
    'The upper halves of the signed products of 16 bits each.',
    each('int16', (a, b) => (a * b) >> 16),
  ],
  [
    'pmulhuw',
    'E4',
    'The upper halves of the unsigned products of 16 bits each.',
    each('uint16', (a, b) => (a * b) >>> 16),
  ],
  ['pmaddwd', 'F5', 'The signed products of 16 bits each, added in pairs to 32 bits.', multiplyAndAdd],
  ['pmuludq', 'F4', 'The products of the lower 32 bits of each half, 64 bits long.', multiplyEvenWords],
  ['pavgb', 'E0', `The averages ${bytes}, rounded up.`, each('uint8', average)],
  ['pavgw', 'E3', 'The averages of 16 bits each, rounded up.', each('uint16', average)],
  [
    'psadbw',
    'F6',
    'How far eight bytes differ from eight others, added up, for each half.',
    sumOfDifferences,
  ],
  ['pminub', 'DA', `The smaller ${bytes}, unsigned.`, each('uint8', Math.min)],
  ['pmaxub', 'DE', `The larger ${bytes}, unsigned.`, each('uint8', Math.max)],
  ['pminsw', 'EA', 'The smaller of 16 bits each, signed.', each('int16', Math.min)],
  ['pmaxsw', 'EE', 'The larger of 16 bits each, signed.', each('int16', Math.max)],
  ['pcmpeqb', '74', `Ones where bytes are equal, else zeros.`, each('int8', equal)],
  ['pcmpeqw', '75', 'Ones where 16 bits are equal, else zeros.', each('int16', equal)],
  ['pcmpeqd', '76', 'Ones where 32 bits are equal, else zeros.', each('int32', equal)],
  [
    'pcmpgtb',
    '64',
    'Ones where the destination’s byte is greater, signed; else zeros.',
    each('int8', greater),
  ],
  [
    'pcmpgtw',
    '65',
    'Ones where the destination’s 16 bits are greater, signed; else zeros.',
    each('int16', greater),
  ],
  [
    'pcmpgtd',
    '66',
    'Ones where the destination’s 32 bits are greater, signed; else zeros.',
    each('int32', greater),
  ],
  ['pand', 'DB', `AND ${BITWISE}.`, logic((a, b) => a & b)],
  ['pandn', 'DF', `AND ${BITWISE}, the destination’s inverted first.`, logic((a, b) => ~a & b)],
  ['por', 'EB', `OR ${BITWISE}.`, logic((a, b) => a | b)],
  ['pxor', 'EF', `Exclusive OR ${BITWISE}: a register with itself becomes zero.`, logic((a, b) => a ^ b)],
  [
    'packsswb',
    '63',
    'Numbers of 16 bits cut to signed bytes, the destination’s below the source’s.',
    pack('int16', 'int8', INT8_MIN, INT8_MAX),
  ],
  [
    'packssdw',
    '6B',
    'Numbers of 32 bits cut to 16, the destination’s below the source’s.',
    pack('int32', 'int16', INT16_MIN, INT16_MAX),
  ],
  [
    'packuswb',
    '67',
    'Numbers of 16 bits cut to unsigned bytes, the destination’s below the source’s.',
    pack('int16', 'uint8', 0, 0xff),
  ],
  ['punpcklbw', '60', 'The bytes of the lower halves, in turn.', interleave(8, false)],
  ['punpcklwd', '61', 'The 16-bit elements of the lower halves, in turn.', interleave(16, false)],
  ['punpckldq', '62', 'The 32-bit elements of the lower halves, in turn.', interleave(32, false)],
  ['punpcklqdq', '6C', 'The lower halves, the source’s above.', interleave(64, false)],
  ['punpckhbw', '68', 'The bytes of the upper halves, in turn.', interleave(8, true)],
  ['punpckhwd', '69', 'The 16-bit elements of the upper halves, in turn.', interleave(16, true)],
  ['punpckhdq', '6A', 'The 32-bit elements of the upper halves, in turn.', interleave(32, true)],
  ['punpckhqdq', '6D', 'The upper halves, the source’s above.', interleave(64, true)],
]

/** The same with registers of MMX, which are as long as a half. */
const mmxForm = (opcode: string): FormNotation => [`NP 0F ${opcode} /r`, 'mm, mm/m64']

/** Of two halves, the result is the lower half of what becomes of them side by side. */
const packBoth: Execute = (m) => {
  if (m.size === 128) return ofBoth(m)
  const both = m.withElement(m.zeroExtend(m.read(0), 128), 1, m.read(1))
  m.write(0, m.element(m.compute(both, m.constant(0, 64)), 0, 64))
}

/** Above zeros, two halves are the upper ones; what becomes of their own upper halves is above. */
const upperOfBoth: Execute = (m) => {
  if (m.size === 128) return ofBoth(m)
  const [one, other] = [0, 1].map((operand) => m.withElement(m.constant(0, 128), 1, m.read(operand)))
  m.write(0, m.element(m.compute(one!, other!), 1, 64))
}

const packed = ROWS.map(([mnemonic, opcode, summary, compute]) =>
  vectorRow({
    mnemonic,
    summary,
    forms: [[`66 0F ${opcode} /r`, 'xmm, xmm/m128'], ...(mnemonic.endsWith('qdq') ? [] : [mmxForm(opcode)])],
    compute,
    execute: mnemonic.startsWith('pack') ? packBoth : mnemonic.startsWith('punpckh') ? upperOfBoth : ofBoth,
  }),
)

/** The same bits for floating-point numbers: mnemonic, prefix and opcode. */
const FLOAT_ROWS: readonly (readonly [string, string, string, Compute])[] = [
  ['andp', '54', `AND ${BITWISE}.`, logic((a, b) => a & b)],
  ['andnp', '55', `AND ${BITWISE}, the destination’s inverted first.`, logic((a, b) => ~a & b)],
  ['orp', '56', `OR ${BITWISE}.`, logic((a, b) => a | b)],
  ['xorp', '57', `Exclusive OR ${BITWISE}: with one sign bit it changes a sign.`, logic((a, b) => a ^ b)],
  ['unpcklp', '14', 'The elements of the lower halves, in turn.', interleave(32, false)],
  ['unpckhp', '15', 'The elements of the upper halves, in turn.', interleave(32, true)],
]

const ofFloats = FLOAT_ROWS.flatMap(([name, opcode, summary, compute]) => {
  const double =
    name === 'unpcklp' ? interleave(64, false) : name === 'unpckhp' ? interleave(64, true) : compute
  return (
    [
      [`${name}s`, 'NP', compute],
      [`${name}d`, '66', double],
    ] as const
  ).map(([mnemonic, prefix, compute]) =>
    vectorRow({
      mnemonic,
      summary,
      forms: [[`${prefix} 0F ${opcode} /r`, 'xmm, xmm/m128']],
      compute,
      execute: ofBoth,
    }),
  )
})

// ── shifts: the count is the source's lower half, or a number; from the size on nothing is left ──

function countOf({ uint32 }: Lanes): number {
  return uint32[5] === 0 ? uint32[4]! : 0x100
}

function eachShift(
  view: 'int16' | 'uint16' | 'int32' | 'uint32',
  f: (a: number, count: number) => number,
  isArithmetic = false,
): Compute {
  return (lanes) => {
    const elements = lanes[view]
    const size = 256 / elements.length
    const count = Math.min(countOf(lanes), isArithmetic ? size - 1 : size)
    for (let index = 0; index < elements.length >> 1; index++)
      elements[index] = count === size ? 0 : f(elements[index]!, count)
    return 0
  }
}

function longShift(f: (a: bigint, count: bigint) => bigint): Compute {
  return (lanes) => {
    const { uint64 } = lanes
    const count = BigInt(Math.min(countOf(lanes), 64))
    uint64[0] = f(uint64[0]!, count)
    uint64[1] = f(uint64[1]!, count)
    return 0
  }
}

const left = (a: number, count: number) => a << count
const right = (a: number, count: number) => a >>> count
const rightArithmetic = (a: number, count: number) => a >> count

/** Mnemonic, opcode, opcode and extension with a number, summary. */
const SHIFTS: readonly (readonly [string, string, string, string, Compute])[] = [
  ['psllw', 'F1', '71 /6', 'Shifts 16 bits each to the left.', eachShift('uint16', left)],
  ['pslld', 'F2', '72 /6', 'Shifts 32 bits each to the left.', eachShift('int32', left)],
  ['psllq', 'F3', '73 /6', 'Shifts 64 bits each to the left.', longShift((a, count) => a << count)],
  ['psrlw', 'D1', '71 /2', 'Shifts 16 bits each to the right.', eachShift('uint16', right)],
  ['psrld', 'D2', '72 /2', 'Shifts 32 bits each to the right.', eachShift('uint32', right)],
  ['psrlq', 'D3', '73 /2', 'Shifts 64 bits each to the right.', longShift((a, count) => a >> count)],
  [
    'psraw',
    'E1',
    '71 /4',
    'Shifts 16 bits each to the right, copying the sign.',
    eachShift('int16', rightArithmetic, true),
  ],
  [
    'psrad',
    'E2',
    '72 /4',
    'Shifts 32 bits each to the right, copying the sign.',
    eachShift('int32', rightArithmetic, true),
  ],
]

const shifts = SHIFTS.map(([mnemonic, opcode, withNumber, summary, compute]) =>
  vectorRow({
    mnemonic,
    summary,
    example: `${mnemonic} xmm0, 4`,
    forms: [
      [`66 0F ${opcode} /r`, 'xmm, xmm/m128'],
      [`66 0F ${withNumber} ib`, 'xmm, imm8'],
      mmxForm(opcode),
      [`NP 0F ${withNumber} ib`, 'mm, imm8'],
    ],
    compute,
    execute: ofBoth,
  }),
)

function byteShift(isLeft: boolean): Compute {
  return (lanes) => {
    const { uint8 } = lanes
    const source = uint8.slice(0, 16)
    const distance = isLeft ? -countOf(lanes) : countOf(lanes)
    for (let at = 0; at < 16; at++) uint8[at] = source[at + distance] ?? 0
    return 0
  }
}

const wholeShifts = [
  vectorRow({
    mnemonic: 'pslldq',
    summary: 'Shifts the whole vector to the left, by bytes.',
    forms: [['66 0F 73 /7 ib', 'xmm, imm8']],
    compute: byteShift(true),
    execute: ofBoth,
  }),
  vectorRow({
    mnemonic: 'psrldq',
    summary: 'Shifts the whole vector to the right, by bytes.',
    forms: [['66 0F 73 /3 ib', 'xmm, imm8']],
    compute: byteShift(false),
    execute: ofBoth,
  }),
]

export const vectorIntegers: readonly Instruction[] = [...packed, ...ofFloats, ...shifts, ...wholeShifts]
