import { convert, fromInteger, toInteger } from '../floats/exact.ts'
import { DOUBLE, SINGLE, TOWARDS_ZERO, type Format } from '../floats/format.ts'
import type { Instruction } from '../instruction.ts'
import { bitsAt, countOf, place, setBits } from './float-arithmetic.ts'
import type { Compute, Lanes } from './lanes.ts'
import { ofBoth, ofSource, vectorRow } from './row.ts'

/** Conversions between floats, doubles and whole numbers (Intel SDM volume 1, tables 11-1 and E-2). */

const NAMES = { 32: 'float', 64: 'double' } as const
const LETTERS = { 32: 's', 64: 'd' } as const
/** RC = towards zero, the other modes as they are. */
const TRUNCATING = TOWARDS_ZERO << 13

// ── one number, to and from general-purpose registers ──

/** Whole numbers that every double has. */
const LARGEST_PLAIN = 2 ** 53

function integerToFloat(format: Format): Compute {
  return (lanes, mxcsr, size) => {
    const value = size === 32 ? BigInt(lanes.int32[4]!) : lanes.int64[2]!
    if (format === DOUBLE && size === 32) {
      lanes.float64[0] = lanes.int32[4]!
      return 0
    }
    const plain = Number(value)
    if (format === DOUBLE && Math.abs(plain) < LARGEST_PLAIN) {
      lanes.float64[0] = plain
      return 0
    }
    const { bits, raised } = fromInteger(value, format, mxcsr)
    setBits(lanes, 0, format, bits)
    return raised
  }
}

function floatToInteger(format: Format, isTruncating: boolean): Compute {
  return (lanes, mxcsr, size) => {
    const value = format === DOUBLE ? lanes.float64[2]! : lanes.float32[4]!
    if (isTruncating && Math.abs(value) < 2 ** 31 && Number.isInteger(value)) {
      lanes.int32[0] = value
      lanes.int32[1] = value < 0 ? -1 : 0
      return 0
    }
    const modes = isTruncating ? mxcsr | TRUNCATING : mxcsr
    const { bits, raised } = toInteger(bitsAt(lanes, countOf(format), format), format, size, modes)
    lanes.uint64[0] = bits
    return raised
  }
}

const fromGeneral = ([SINGLE, DOUBLE] as const).map((format) =>
  vectorRow({
    mnemonic: `cvtsi2s${LETTERS[format.size]}`,
    summary: `Converts a signed whole number to a ${NAMES[format.size]}; the rest of the register stays.`,
    example: `cvtsi2s${LETTERS[format.size]} xmm0, eax`,
    takesFirstSize: true,
    forms: [
      [`${format === SINGLE ? 'F3' : 'F2'} 0F 2A /r`, 'xmm, r/m32'],
      [`${format === SINGLE ? 'F3' : 'F2'} REX.W 0F 2A /r`, 'xmm, r/m64'],
    ],
    compute: integerToFloat(format),
    execute: (m) => m.write(0, m.compute(m.read(0), m.read(1), m.constant(m.operandSize(1), 8))),
  }),
)

const toGeneral = ([SINGLE, DOUBLE] as const).flatMap((format) =>
  [true, false].map((isTruncating) => {
    const prefix = format === SINGLE ? 'F3' : 'F2'
    const opcode = isTruncating ? '2C' : '2D'
    const mnemonic = `cvt${isTruncating ? 't' : ''}s${LETTERS[format.size]}2si`
    return vectorRow({
      mnemonic,
      summary: `Converts a ${NAMES[format.size]} to a signed whole number, ${isTruncating ? 'towards zero' : 'rounded as MXCSR says'}.`,
      example: `${mnemonic} eax, xmm0`,
      uses: ['w', 'r'],
      forms: [
        [`${prefix} 0F ${opcode} /r`, `r32, xmm/m${format.size}`],
        [`${prefix} REX.W 0F ${opcode} /r`, `r64, xmm/m${format.size}`],
      ],
      compute: floatToInteger(format, isTruncating),
      execute: (m) =>
        m.write(0, m.truncate(m.compute(m.constant(0, 64), m.read(1), m.constant(m.size, 8)), m.size)),
    })
  }),
)

// ── one number, float to double and back ──

function convertOne(from: Format, to: Format): Compute {
  return (lanes, mxcsr) => {
    return place(lanes, to, mxcsr, [convert(bitsAt(lanes, countOf(from), from), from, to, mxcsr)])
  }
}

const betweenFloats = [
  vectorRow({
    mnemonic: 'cvtss2sd',
    summary: 'Converts a float to a double; the rest of the register stays.',
    forms: [['F3 0F 5A /r', 'xmm, xmm/m32']],
    compute: convertOne(SINGLE, DOUBLE),
    execute: ofBoth,
  }),
  vectorRow({
    mnemonic: 'cvtsd2ss',
    summary: 'Converts a double to a float, rounded as MXCSR says; the rest of the register stays.',
    forms: [['F2 0F 5A /r', 'xmm, xmm/m64']],
    compute: convertOne(DOUBLE, SINGLE),
    execute: ofBoth,
  }),
]

// ── whole vectors: what the results do not fill becomes zero ──

type Element = (
  lanes: Lanes,
  index: number,
  mxcsr: number,
) => { readonly bits: bigint; readonly raised: number }

function convertAll(count: 2 | 4, to: Format, element: Element): Compute {
  return (lanes, mxcsr) => {
    const results = Array.from({ length: count }, (_, index) => element(lanes, index, mxcsr))
    lanes.uint64[1] = 0n
    return place(lanes, to, mxcsr, results)
  }
}

const fromWhole =
  (format: Format): Element =>
  ({ int32 }, index, mxcsr) =>
    fromInteger(BigInt(int32[index + 4]!), format, mxcsr)

const toWhole =
  (format: Format, isTruncating: boolean): Element =>
  (lanes, index, mxcsr) => {
    const modes = isTruncating ? mxcsr | TRUNCATING : mxcsr
    return toInteger(bitsAt(lanes, index + countOf(format), format), format, 32, modes)
  }

const between =
  (from: Format, to: Format): Element =>
  (lanes, index, mxcsr) =>
    convert(bitsAt(lanes, index + countOf(from), from), from, to, mxcsr)

/** Mnemonic, encoding, source, summary, and how. */
const PACKED: readonly (readonly [string, string, string, string, Compute])[] = [
  [
    'cvtdq2ps',
    'NP 0F 5B',
    'xmm/m128',
    'Converts four whole numbers to floats.',
    convertAll(4, SINGLE, fromWhole(SINGLE)),
  ],
  [
    'cvtps2dq',
    '66 0F 5B',
    'xmm/m128',
    'Converts four floats to whole numbers, rounded as MXCSR says.',
    convertAll(4, SINGLE, toWhole(SINGLE, false)),
  ],
  [
    'cvttps2dq',
    'F3 0F 5B',
    'xmm/m128',
    'Converts four floats to whole numbers, towards zero.',
    convertAll(4, SINGLE, toWhole(SINGLE, true)),
  ],
  [
    'cvtdq2pd',
    'F3 0F E6',
    'xmm/m64',
    'Converts two whole numbers to doubles.',
    convertAll(2, DOUBLE, fromWhole(DOUBLE)),
  ],
  [
    'cvtpd2dq',
    'F2 0F E6',
    'xmm/m128',
    'Converts two doubles to whole numbers, rounded as MXCSR says; the upper half becomes zero.',
    convertAll(2, SINGLE, toWhole(DOUBLE, false)),
  ],
  [
    'cvttpd2dq',
    '66 0F E6',
    'xmm/m128',
    'Converts two doubles to whole numbers, towards zero; the upper half becomes zero.',
    convertAll(2, SINGLE, toWhole(DOUBLE, true)),
  ],
  [
    'cvtps2pd',
    'NP 0F 5A',
    'xmm/m64',
    'Converts two floats to doubles.',
    convertAll(2, DOUBLE, between(SINGLE, DOUBLE)),
  ],
  [
    'cvtpd2ps',
    '66 0F 5A',
    'xmm/m128',
    'Converts two doubles to floats, rounded as MXCSR says; the upper half becomes zero.',
    convertAll(2, SINGLE, between(DOUBLE, SINGLE)),
  ],
]

// ── between vectors and registers of MMX ──

/** Mnemonic, encoding, operands, summary, and how. */
const MMX: readonly (readonly [string, string, string, string, Compute])[] = [
  [
    'cvtpi2pd',
    '66 0F 2A',
    'xmm, mm/m64',
    'Converts two whole numbers of a register of MMX to doubles.',
    convertAll(2, DOUBLE, fromWhole(DOUBLE)),
  ],
  ...([false, true] as const).flatMap((isTruncating) =>
    ([SINGLE, DOUBLE] as const).map((format): readonly [string, string, string, string, Compute] => [
      `cvt${isTruncating ? 't' : ''}p${LETTERS[format.size]}2pi`,
      `${format === SINGLE ? 'NP' : '66'} 0F ${isTruncating ? '2C' : '2D'}`,
      `mm, xmm/m${2 * format.size}`,
      `Converts two ${NAMES[format.size]}s to whole numbers in a register of MMX, ${isTruncating ? 'towards zero' : 'rounded as MXCSR says'}.`,
      convertAll(2, SINGLE, toWhole(format, isTruncating)),
    ]),
  ),
]

const withMmx = [
  ...MMX.map(([mnemonic, encoding, operands, summary, compute]) =>
    vectorRow({
      mnemonic,
      summary,
      uses: ['w', 'r'],
      isRare: true,
      forms: [[`${encoding} /r`, operands]],
      compute,
      execute: ofSource,
    }),
  ),
  vectorRow({
    mnemonic: 'cvtpi2ps',
    summary: 'Converts two whole numbers of a register of MMX to floats; the upper half stays.',
    isRare: true,
    forms: [['NP 0F 2A /r', 'xmm, mm/m64']],
    compute: convertAll(2, SINGLE, fromWhole(SINGLE)),
    execute: (m) => {
      const floats = m.element(m.compute(m.constant(0, 64), m.read(1)), 0, 64)
      m.write(0, m.withElement(m.read(0), 0, floats))
    },
  }),
]

const packed = PACKED.map(([mnemonic, encoding, source, summary, compute]) =>
  vectorRow({
    mnemonic,
    summary,
    uses: ['w', 'r'],
    forms: [[`${encoding} /r`, `xmm, ${source}`]],
    compute,
    execute: ofSource,
  }),
)

export const vectorConversions: readonly Instruction[] = [
  ...fromGeneral,
  ...toGeneral,
  ...betweenFloats,
  ...packed,
  ...withMmx,
]
