import { add, compare, divide, multiply, squareRoot, subtract, type Binary } from '../floats/exact.ts'
import {
  DENORMAL,
  infinityBits,
  isNan,
  round,
  roundAt,
  unpack,
  zeroBits,
  type Unpacked,
} from '../floats/format.ts'
import { writesFlags, type FormNotation, type Instruction } from '../instruction.ts'
import type { Semantics } from '../semantics.ts'
import { x87Environment } from './environment.ts'
import { x87Functions } from './functions.ts'
import { quietly, row, storing, type Execute } from './row.ts'
import {
  C0,
  C1,
  C2,
  C3,
  EQUAL,
  EXTENDED,
  fromWhole,
  LESS,
  ofTwo,
  narrowed,
  toWhole,
  UNORDERED,
  widened,
  type X87,
} from './unit.ts'

/**
 * The old floating-point unit (Intel SDM volume 2, chapter 3; volume 1, chapter 8): eight registers as a stack, ST0 on
 * top, of 80 bits. C compilers use it for `long double`. Its exceptions are noted, and never faults.
 */

const isRegister = <Word>(m: Semantics<Word>) => m.operandCount > 0 && m.isRegister(0)

// ── loads and stores ──

const loads = [
  row(
    'fld',
    'Pushes a number, or a copy of a register, onto the floating-point stack.',
    [
      ['D9 /0', 'm32'],
      ['DD /0', 'm64'],
      ['DB /5', 'm80'],
      ['D9 /0', 'st'],
    ],
    quietly((unit, source) => {
      if (source.index >= 0)
        unit.pushRaw(unit.isUsed(source.index) ? unit.raw(source.index) : 0xffff_c000_0000_0000_0000n)
      else if (source.size === 80) unit.pushRaw(source.bits)
      else push(unit, widened(unit, source))
    }, 0),
  ),
  row(
    'fild',
    'Pushes a signed whole number onto the floating-point stack.',
    [
      ['DB /0', 'm32'],
      ['DF /0', 'm16'],
      ['DF /5', 'm64'],
    ],
    quietly((unit, source) => push(unit, fromWhole(source)), 0),
  ),
  ...(
    [
      ['fldz', 'EE', 'zero', 0n],
      ['fld1', 'E8', 'one', 0x3fff_8000_0000_0000_0000n],
      ['fldpi', 'EB', 'π', 0x4000_c90f_daa2_2168_c235n],
      ['fldl2e', 'EA', 'the binary logarithm of e', 0x3fff_b8aa_3b29_5c17_f0bcn],
      ['fldl2t', 'E9', 'the binary logarithm of 10', 0x4000_d49a_784b_cd1b_8afen],
      ['fldlg2', 'EC', 'the decimal logarithm of 2', 0x3ffd_9a20_9a84_fbcf_f799n],
      ['fldln2', 'ED', 'the natural logarithm of 2', 0x3ffe_b172_17f7_d1cf_79acn],
    ] as const
  ).map(([mnemonic, opcode, what, bits]) =>
    row(
      mnemonic,
      `Pushes ${what} onto the floating-point stack.`,
      [[`D9 ${opcode}`, '']],
      quietly((unit) => unit.pushRaw(bits)),
    ),
  ),
]

function push(unit: X87, bits: bigint): void {
  unit.turn(-1)
  const isFree = !unit.isUsed(0)
  unit.turn(1)
  if (isFree) {
    unit.turn(-1)
    unit.put(0, bits)
  } else unit.pushRaw(0n)
}

/** @param pops whether ST0 is gone afterwards */
function stores(mnemonic: string, pops: boolean): Instruction {
  const store: Execute = (m) => {
    if (isRegister(m))
      return quietly((unit, { index }) => {
        unit.putRaw(index, unit.raw(0))
        if (pops) unit.pop()
      }, 0)(m)
    storing((unit, { size }) => {
      const bits = size === 80 ? unit.raw(0) : narrowed(unit, size)
      if (pops) unit.pop()
      return bits
    })(m)
  }
  return row(
    mnemonic,
    `Stores ST0 as a number${pops ? ', and takes it off the stack' : ''}.`,
    pops
      ? [
          ['D9 /3', 'm32'],
          ['DD /3', 'm64'],
          ['DB /7', 'm80'],
          ['DD /3', 'st'],
        ]
      : [
          ['D9 /2', 'm32'],
          ['DD /2', 'm64'],
          ['DD /2', 'st'],
        ],
    store,
    { uses: ['w'] },
  )
}

function wholeStores(
  mnemonic: string,
  forms: readonly FormNotation[],
  pops: boolean,
  truncates: boolean,
): Instruction {
  return row(
    mnemonic,
    `Stores ST0 as a signed whole number${truncates ? ', towards zero' : ''}${pops ? ', and takes it off the stack' : ''}.`,
    forms,
    storing((unit, { size }) => {
      const bits = toWhole(unit, size, truncates)
      if (pops) unit.pop()
      return bits
    }),
    { uses: ['w'] },
  )
}

const storesAll = [
  stores('fst', false),
  stores('fstp', true),
  wholeStores(
    'fist',
    [
      ['DB /2', 'm32'],
      ['DF /2', 'm16'],
    ],
    false,
    false,
  ),
  wholeStores(
    'fistp',
    [
      ['DB /3', 'm32'],
      ['DF /3', 'm16'],
      ['DF /7', 'm64'],
    ],
    true,
    false,
  ),
  wholeStores(
    'fisttp',
    [
      ['DB /1', 'm32'],
      ['DF /1', 'm16'],
      ['DD /1', 'm64'],
    ],
    true,
    true,
  ),
]

// ── arithmetic: the operation's digit in ModRM, and the same with its operands exchanged ──

const reversed =
  (operation: Binary): Binary =>
  (a, b, format, modes) =>
    operation(b, a, format, modes)

const OPERATIONS: readonly (readonly [name: string, what: string, digit: number, other: number, Binary])[] = [
  ['add', 'Adds', 0, 0, add],
  ['mul', 'Multiplies', 1, 1, multiply],
  ['sub', 'Subtracts', 4, 5, subtract],
  ['subr', 'Subtracts, the other way round,', 5, 4, reversed(subtract)],
  ['div', 'Divides', 6, 7, divide],
  ['divr', 'Divides, the other way round,', 7, 6, reversed(divide)],
]

const arithmetic = OPERATIONS.flatMap(([name, what, digit, other, operation]) => {
  const apply = (unit: X87, to: number, b: bigint) =>
    unit.put(to, unit.rounded(ofTwo(operation)(unit.at(to), b, EXTENDED, unit.modes)))
  return [
    row(
      `f${name}`,
      `${what} numbers of the floating-point stack.`,
      [
        [`D8 /${digit}`, 'm32'],
        [`DC /${digit}`, 'm64'],
        [`D8 /${digit}`, 'st'],
        // as nasm chooses where both are ST0
        [`DC /${other}`, 'st, ST0'],
        [`D8 /${digit}`, 'ST0, st'],
      ],
      (m) => {
        if (!isRegister(m)) return quietly((unit, source) => apply(unit, 0, widened(unit, source)), 0)(m)
        // The first operand is the destination; ST0 is, where it stands alone.
        if (m.operandCount === 1) return quietly((unit, { index }) => apply(unit, 0, unit.at(index)), 0)(m)
        m.x87((unit, { index }) => {
          const [to, from] = index >= 8 ? [0, index - 8] : [index, 0]
          apply(unit, to, unit.at(from))
          return 0n
        }, 'other')
      },
    ),
    row(
      `f${name}p`,
      `${what} numbers of the floating-point stack, and takes ST0 off it.`,
      [
        [`DE /${other}`, 'st, ST0'],
        [`DE /${other}`, 'st'],
        [`DE ${(0xc1 + 8 * other).toString(16).toUpperCase()}`, ''],
      ],
      (m) =>
        quietly(
          (unit, { index }) => {
            apply(unit, m.operandCount === 0 ? 1 : index, unit.at(0))
            unit.pop()
          },
          m.operandCount === 0 ? undefined : 0,
        )(m),
      { bareName: `f${name}` },
    ),
    row(
      `fi${name}`,
      `${what} a whole number in memory.`,
      [
        [`DA /${digit}`, 'm32'],
        [`DE /${digit}`, 'm16'],
      ],
      quietly((unit, source) => apply(unit, 0, fromWhole(source)), 0),
    ),
  ]
})

// ── one number ──

const SIGN = 1n << 79n

const unary = [
  row(
    'fchs',
    'Changes the sign of ST0.',
    [['D9 E0', '']],
    quietly((unit) => unit.putRaw(0, unit.raw(0) ^ SIGN)),
  ),
  row(
    'fabs',
    'Makes ST0 positive.',
    [['D9 E1', '']],
    quietly((unit) => unit.putRaw(0, unit.raw(0) & ~SIGN)),
  ),
  row(
    'fsqrt',
    'The square root of ST0.',
    [['D9 FA', '']],
    quietly((unit) => unit.put(0, unit.rounded(squareRoot(0n, unit.at(0), EXTENDED, unit.modes)))),
  ),
  row(
    'frndint',
    'Rounds ST0 to a whole number, as the control word says.',
    [['D9 FC', '']],
    quietly((unit) => unit.put(0, wholeOf(unit))),
  ),
  row(
    'fscale',
    'Multiplies ST0 by 2 to the power of ST1, whose fraction does not count.',
    [['D9 FD', '']],
    quietly((unit) => unit.put(0, scaled(unit))),
  ),
  row(
    'ftst',
    'Compares ST0 with zero.',
    [['D9 E4', '']],
    quietly((unit) => unit.setConditions(comparison(unit, 0n, true))),
  ),
  row(
    'fxam',
    'Tells in the condition bits what kind of number ST0 is.',
    [['D9 E5', '']],
    quietly((unit) => unit.setConditions(kindOf(unit))),
  ),
]

function wholeOf(unit: X87): bigint {
  const bits = unit.at(0)
  const one = unpack(bits, EXTENDED, 0)
  noteDenormal(unit, one)
  if (one.kind !== 'finite' || one.exponent >= 0) return bits
  const { significand, isInexact } = roundAt(one.sign, one.significand, one.exponent, 0, unit.modes)
  const rounded = round(one.sign, significand, 0, EXTENDED, unit.modes)
  return unit.rounded({ bits: rounded.bits, raised: isInexact ? 0x20 : 0 })
}

/** So far that nothing but zero or infinity comes of it. */
const FARTHEST = 1 << 17

function scaled(unit: X87): bigint {
  const [bits, byBits] = [unit.at(0), unit.at(1)]
  const [a, by] = [unpack(bits, EXTENDED, 0), unpack(byBits, EXTENDED, 0)]
  if (isNan(a) || isNan(by)) return unit.rounded(ofTwo(add)(bits, byBits, EXTENDED, unit.modes))
  noteDenormal(unit, a)
  if (a.kind !== 'finite') return bits
  if (by.kind !== 'finite') return by.sign ? zeroBits(a.sign, EXTENDED) : infinityBits(a.sign, EXTENDED)
  const whole = roundAt(by.sign, by.significand, by.exponent, 0, 3 << 13).significand
  const power = whole > BigInt(FARTHEST) ? FARTHEST : Number(whole)
  return unit.rounded(
    round(a.sign, a.significand, a.exponent + (by.sign ? -power : power), EXTENDED, unit.modes),
  )
}

function noteDenormal(unit: X87, { isDenormal }: Unpacked): void {
  if (isDenormal) unit.rounded({ bits: 0n, raised: DENORMAL })
}

function kindOf(unit: X87): number {
  const one = unpack(unstoredTop(unit), EXTENDED, 0)
  const sign = one.sign ? C1 : 0
  if (!unit.isUsed(0)) return sign | C3 | C0
  if (one.kind === 'infinite') return sign | C2 | C0
  if (one.kind !== 'finite') return sign | C0
  if (one.isDenormal) return sign | C3 | C2
  return sign | (one.significand === 0n ? C3 : C2)
}

function unstoredTop(unit: X87): bigint {
  const bits = unit.raw(0)
  return ((bits >> 64n) << 63n) | (bits & ((1n << 63n) - 1n))
}

// ── comparisons ──

function comparison(unit: X87, other: bigint, isSignaling: boolean): number {
  const { order, raised } = compare(unit.at(0), other, EXTENDED, unit.modes, isSignaling)
  unit.rounded({ bits: 0n, raised })
  if (order === 'unordered') return UNORDERED
  return order < 0 ? LESS : order > 0 ? 0 : EQUAL
}

function popped(unit: X87, count: number): void {
  for (let turn = 0; turn < count; turn++) unit.pop()
}

/** Into the condition bits. */
function compares(
  name: string,
  forms: readonly FormNotation[],
  pops: number,
  isSignaling: boolean,
  isWhole = false,
): Instruction {
  return row(
    name,
    `Compares ST0 with ${isWhole ? 'a whole number' : 'another number'}, in the condition bits of the status word.`,
    forms,
    (m) =>
      quietly(
        (unit, source) => {
          const hasOperand = m.operandCount > 0
          const other = !hasOperand
            ? unit.at(1)
            : isWhole
              ? fromWhole(source)
              : source.index >= 0
                ? unit.at(source.index)
                : widened(unit, source)
          unit.setConditions(comparison(unit, other, isSignaling))
          popped(unit, pops)
        },
        m.operandCount > 0 ? 0 : undefined,
      )(m),
  )
}

/** Into ZF, PF and CF, as numbers without sign are compared. */
function comparesFlags(
  name: string,
  opcode: string,
  digit: number,
  pops: number,
  isSignaling: boolean,
): Instruction {
  return row(
    name,
    'Compares ST0 with another register of the stack: below, equal or above; PF is set where they cannot be ordered.',
    [
      [`${opcode} /${digit}`, 'ST0, st'],
      [`${opcode} /${digit}`, 'st'],
    ],
    (m) => {
      const result = m.x87(
        (unit, { index }) => {
          const set = comparison(unit, unit.at(index & 7), isSignaling)
          popped(unit, pops)
          return BigInt(set)
        },
        m.operandCount === 2 ? 'other' : 0,
      )
      const isSet = (bit: number) => m.negate(m.isZero(m.and(m.truncate(result, 32), m.constant(bit, 32))))
      for (const flag of ['of', 'sf', 'af'] as const) m.setFlag(flag, m.constant(0, 8))
      m.setFlag('cf', isSet(C0))
      m.setFlag('pf', isSet(C2))
      m.setFlag('zf', isSet(C3))
    },
    { flags: writesFlags() },
  )
}

const FLOATS = (digit: number): FormNotation[] => [
  [`D8 /${digit}`, 'm32'],
  [`DC /${digit}`, 'm64'],
  [`D8 /${digit}`, 'st'],
]

const comparisons = [
  compares('fcom', [...FLOATS(2), ['D8 D1', '']], 0, true),
  compares('fcomp', [...FLOATS(3), ['D8 D9', '']], 1, true),
  compares('fcompp', [['DE D9', '']], 2, true),
  compares(
    'fucom',
    [
      ['DD /4', 'st'],
      ['DD E1', ''],
    ],
    0,
    false,
  ),
  compares(
    'fucomp',
    [
      ['DD /5', 'st'],
      ['DD E9', ''],
    ],
    1,
    false,
  ),
  compares('fucompp', [['DA E9', '']], 2, false),
  compares(
    'ficom',
    [
      ['DA /2', 'm32'],
      ['DE /2', 'm16'],
    ],
    0,
    true,
    true,
  ),
  compares(
    'ficomp',
    [
      ['DA /3', 'm32'],
      ['DE /3', 'm16'],
    ],
    1,
    true,
    true,
  ),
  comparesFlags('fcomi', 'DB', 6, 0, true),
  comparesFlags('fucomi', 'DB', 5, 0, false),
  comparesFlags('fcomip', 'DF', 6, 1, true),
  comparesFlags('fucomip', 'DF', 5, 1, false),
]

// ── the stack and the words that rule it ──

const CONDITIONAL_MOVES: readonly (readonly [string, string, number, string])[] = [
  ['fcmovb', 'DA', 0, 'below'],
  ['fcmove', 'DA', 1, 'equal'],
  ['fcmovbe', 'DA', 2, 'below or equal'],
  ['fcmovu', 'DA', 3, 'unordered'],
  ['fcmovnb', 'DB', 0, 'not below'],
  ['fcmovne', 'DB', 1, 'not equal'],
  ['fcmovnbe', 'DB', 2, 'not below nor equal'],
  ['fcmovnu', 'DB', 3, 'not unordered'],
]
/** Codes of conditions, as jumps have them. */
const CONDITION_CODES = [2, 4, 6, 10]

const control = [
  row(
    'fxch',
    'Exchanges ST0 with another register of the stack.',
    [
      ['D9 /1', 'st'],
      ['D9 C9', ''],
    ],
    (m) =>
      quietly(
        (unit, source) => {
          const index = m.operandCount === 0 ? 1 : source.index
          const top = unit.raw(0)
          unit.putRaw(0, unit.raw(index))
          unit.putRaw(index, top)
        },
        m.operandCount === 0 ? undefined : 0,
      )(m),
  ),
  ...CONDITIONAL_MOVES.map(([mnemonic, opcode, digit, when]) =>
    row(
      mnemonic,
      `Copies another register of the stack to ST0 if the last comparison said ${when}.`,
      [
        [`${opcode} /${digit}`, 'ST0, st'],
        [`${opcode} /${digit}`, 'st'],
      ],
      (m) =>
        m.when(m.condition(CONDITION_CODES[digit]! + (opcode === 'DB' ? 1 : 0)), () =>
          quietly(
            (unit, { index }) => unit.putRaw(0, unit.raw(index & 7)),
            m.operandCount === 2 ? 'other' : 0,
          )(m),
        ),
    ),
  ),
  row(
    'ffree',
    'Marks a register of the stack as empty.',
    [['DD /0', 'st']],
    quietly((unit, { index }) => unit.free(index), 0),
  ),
  row(
    'ffreep',
    'Marks a register of the stack as empty, and takes ST0 off it.',
    [['DF /0', 'st']],
    quietly((unit, { index }) => {
      unit.free(index)
      unit.pop()
    }, 0),
  ),
  row(
    'fincstp',
    'Turns the stack by one register.',
    [['D9 F7', '']],
    quietly((unit) => unit.turn(1)),
  ),
  row(
    'fdecstp',
    'Turns the stack back by one register.',
    [['D9 F6', '']],
    quietly((unit) => unit.turn(-1)),
  ),
  row('fnop', 'Does nothing.', [['D9 D0', '']], () => {}),
  row(
    'fwait',
    'Waits for exceptions of the floating-point unit: there are none to wait for.',
    [['9B', '']],
    () => {},
    { aliases: ['wait'] },
  ),
  row(
    'fninit',
    'Makes the floating-point unit what it was in the beginning.',
    [['DB E3', '']],
    quietly((unit) => unit.initialise()),
    { waitingName: 'finit' },
  ),
  row(
    'fnclex',
    'Forgets the exceptions that have been noted.',
    [['DB E2', '']],
    quietly((unit) => void (unit.state.status &= 0x7f00)),
    { waitingName: 'fclex' },
  ),
  row(
    'fldcw',
    'Loads the control word: how numbers are rounded.',
    [['D9 /5', 'm16']],
    quietly((unit, { bits }) => void (unit.state.control = Number(bits) | 0x40), 0),
  ),
  row(
    'fnstcw',
    'Stores the control word: how numbers are rounded.',
    [['D9 /7', 'm16']],
    (m) =>
      m.write(
        0,
        m.truncate(
          m.x87((unit) => BigInt(unit.state.control)),
          16,
        ),
      ),
    { uses: ['w'], waitingName: 'fstcw' },
  ),
  row(
    'fnstsw',
    'Stores the status word: the top of the stack, the last comparison, and exceptions.',
    [
      ['DD /7', 'm16'],
      ['DF E0', 'AX'],
    ],
    (m) =>
      m.write(
        0,
        m.truncate(
          m.x87((unit) => BigInt(unit.state.status)),
          16,
        ),
      ),
    { uses: ['w'], waitingName: 'fstsw' },
  ),
]

export const x87: readonly Instruction[] = [
  ...loads,
  ...storesAll,
  ...arithmetic,
  ...unary,
  ...comparisons,
  ...control,
  ...x87Functions,
  ...x87Environment,
]
