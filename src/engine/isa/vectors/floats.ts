import * as exact from '../floats/exact.ts'
import { DOUBLE, SINGLE, type Format } from '../floats/format.ts'
import * as quick from '../floats/quick.ts'
import { writesFlags, type Instruction } from '../instruction.ts'
import { approximateReciprocal, approximateRoot } from './approximations.ts'
import { areOrdinary, bitsAt, countOf, onDoubles, onSingles, place } from './float-arithmetic.ts'
import type { Compute, Lanes } from './lanes.ts'
import { ofBoth, ofBothAndNumber, ofSource, vectorRow } from './row.ts'

/** Arithmetic and comparisons of floats and doubles (Intel SDM volume 1, sections 10.4.1 and 11.4.1). */

/** The four kinds of operands: the letters behind the name, prefix, source, format, how many elements, what they are called. */
interface Shape {
  readonly letters: 'ss' | 'sd' | 'ps' | 'pd'
  readonly prefix: string
  readonly source: string
  readonly format: Format
  readonly count: 1 | 2 | 4
  readonly what: string
}

const SHAPES: readonly Shape[] = [
  { letters: 'ss', prefix: 'F3', source: 'xmm/m32', format: SINGLE, count: 1, what: 'the lowest floats' },
  { letters: 'sd', prefix: 'F2', source: 'xmm/m64', format: DOUBLE, count: 1, what: 'the lower doubles' },
  { letters: 'ps', prefix: 'NP', source: 'xmm/m128', format: SINGLE, count: 4, what: 'four floats each' },
  { letters: 'pd', prefix: '66', source: 'xmm/m128', format: DOUBLE, count: 2, what: 'two doubles each' },
]

/** Name, opcode, and what is done to `what` of two vectors. */
const ARITHMETIC: readonly (readonly [
  string,
  string,
  (what: string) => string,
  quick.Quick,
  exact.Binary,
])[] = [
  ['add', '58', (what) => `Adds ${what}.`, quick.quickAdd, exact.add],
  ['mul', '59', (what) => `Multiplies ${what}.`, quick.quickMultiply, exact.multiply],
  ['sub', '5C', (what) => `Subtracts ${what}.`, quick.quickSubtract, exact.subtract],
  [
    'min',
    '5D',
    (what) => `The smaller of ${what}; the source’s where one is no number.`,
    quick.quickMinimum,
    exact.minimum,
  ],
  ['div', '5E', (what) => `Divides ${what}.`, quick.quickDivide, exact.divide],
  [
    'max',
    '5F',
    (what) => `The larger of ${what}; the source’s where one is no number.`,
    quick.quickMaximum,
    exact.maximum,
  ],
  ['sqrt', '51', (what) => `Square roots of the source: ${what}.`, quick.quickSquareRoot, exact.squareRoot],
]

function onElements({ format, count }: Shape, fast: quick.Quick, slow: exact.Binary): Compute {
  return format === SINGLE
    ? onSingles(count === 1 ? 1 : 4, fast, slow)
    : onDoubles(count === 1 ? 1 : 2, fast, slow)
}

const arithmetic = ARITHMETIC.flatMap(([name, opcode, summary, fast, slow]) =>
  SHAPES.map((shape) =>
    vectorRow({
      mnemonic: name + shape.letters,
      summary: summary(shape.what),
      uses: name === 'sqrt' && shape.count > 1 ? ['w', 'r'] : ['rw', 'r'],
      forms: [[`${shape.prefix} 0F ${opcode} /r`, `xmm, ${shape.source}`]],
      compute: onElements(shape, fast, slow),
      execute: ofBoth,
    }),
  ),
)

// ── comparisons ──

/** The predicates by number; from the fourth on they are the contrary of the first four. */
const PREDICATES = ['eq', 'lt', 'le', 'unord', 'neq', 'nlt', 'nle', 'ord']

function holds(predicate: number, order: number | 'unordered'): boolean {
  const isContrary = predicate >= 4
  const plain = [
    order === 0,
    order !== 'unordered' && order < 0,
    order !== 'unordered' && order <= 0,
    order === 'unordered',
  ][predicate & 3]!
  return plain !== isContrary
}

/** Less and not less: any NaN is an exception then. */
function isSignaling(predicate: number): boolean {
  return [1, 2, 5, 6].includes(predicate)
}

function compareAt(
  lanes: Lanes,
  index: number,
  format: Format,
  mxcsr: number,
  isSignaling: boolean,
): exact.Comparison {
  const other = index + countOf(format)
  if (areOrdinary(lanes, index, format)) {
    const view = format === SINGLE ? lanes.float32 : lanes.float64
    const [a, b] = [view[index]!, view[other]!]
    return a === b ? EQUAL : a < b ? LESS : GREATER
  }
  return exact.compare(bitsAt(lanes, index, format), bitsAt(lanes, other, format), format, mxcsr, isSignaling)
}

const EQUAL: exact.Comparison = { order: 0, raised: 0 }
const LESS: exact.Comparison = { order: -1, raised: 0 }
const GREATER: exact.Comparison = { order: 1, raised: 0 }

function comparing({ format, count }: Shape): Compute {
  const ones = (1n << BigInt(format.size)) - 1n
  return (lanes, mxcsr, number) => {
    const predicate = number & 7
    const results = Array.from({ length: count }, (_, index) => {
      const { order, raised } = compareAt(lanes, index, format, mxcsr, isSignaling(predicate))
      return { bits: holds(predicate, order) ? ones : 0n, raised }
    })
    return place(lanes, format, mxcsr, results)
  }
}

const comparisons = SHAPES.map((shape) =>
  vectorRow({
    mnemonic: `cmp${shape.letters}`,
    summary: `Compares ${shape.what}: ones where the predicate that the number says holds, else zeros.`,
    example: `cmplt${shape.letters} xmm0, xmm1`,
    forms: [[`${shape.prefix} 0F C2 /r ib`, `xmm, ${shape.source}, imm8`]],
    shorthands: Object.fromEntries(PREDICATES.map((name, number) => [`cmp${name}${shape.letters}`, number])),
    compute: comparing(shape),
    execute: ofBothAndNumber,
  }),
)

const [ZF, PF, CF] = [4, 2, 1]

/** Leaves ZF, PF and CF in the lowest word, in this order. */
function ordering(format: Format, isSignaling: boolean): Compute {
  return (lanes, mxcsr) => {
    const { order, raised } = compareAt(lanes, 0, format, mxcsr, isSignaling)
    lanes.int32[0] = order === 'unordered' ? ZF | PF | CF : order === 0 ? ZF : order < 0 ? CF : 0
    return raised
  }
}

const orderings = (['ucomi', 'comi'] as const).flatMap((name) =>
  SHAPES.slice(0, 2).map(({ letters, source, format, what }) =>
    vectorRow({
      mnemonic: name + letters,
      summary: `Compares ${what} and sets ZF, PF and CF as for unsigned numbers; all three where one is no number${name === 'comi' ? ', which is an exception' : ''}.`,
      flags: writesFlags(),
      uses: ['r', 'r'],
      forms: [[`${letters === 'ss' ? 'NP' : '66'} 0F ${name === 'comi' ? '2F' : '2E'} /r`, `xmm, ${source}`]],
      compute: ordering(format, name === 'comi'),
      execute: (m) => {
        const found = m.truncate(m.compute(m.read(0), m.read(1)), 32)
        const isSet = (position: number) => m.bit(found, m.constant(position, 8))
        m.setFlag('zf', isSet(2))
        m.setFlag('pf', isSet(1))
        m.setFlag('cf', isSet(0))
        for (const flag of ['of', 'af', 'sf'] as const) m.setFlag(flag, m.constant(0, 8))
      },
    }),
  ),
)

// ── approximations: no exceptions, and twelve bits of the result ──

const approximations = (
  [
    ['rcp', '53', 'Reciprocals', approximateReciprocal],
    ['rsqrt', '52', 'Reciprocals of square roots', approximateRoot],
  ] as const
).flatMap(([name, opcode, what, approximate]) =>
  [SHAPES[0]!, SHAPES[2]!].map(({ letters, prefix, source, count }) =>
    vectorRow({
      mnemonic: name + letters,
      summary: `${what} of ${count === 1 ? 'the lowest float' : 'four floats'}, to about twelve bits; processors differ in the last ones.`,
      uses: count === 1 ? ['rw', 'r'] : ['w', 'r'],
      forms: [[`${prefix} 0F ${opcode} /r`, `xmm, ${source}`]],
      compute: ({ uint32 }) => {
        for (let index = 0; index < count; index++) uint32[index] = approximate(uint32[index + 4]!)
        return 0
      },
      execute: count === 1 ? ofBoth : ofSource,
    }),
  ),
)

export const vectorFloats: readonly Instruction[] = [
  ...arithmetic,
  ...comparisons,
  ...orderings,
  ...approximations,
]
