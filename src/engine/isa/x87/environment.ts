import { isNan, isZero, unpack } from '../floats/format.ts'
import type { Instruction } from '../instruction.ts'
import { quietly, row, storing } from './row.ts'
import { EXTENDED, type X87 } from './unit.ts'

/*
 * What debuggers and handlers of exceptions ask of the unit (Intel SDM volume 1, figure 8-9): words of 32 bits, whose
 * upper halves are ones where nothing is kept in them.
 *
 *     0  control      8  tags, two bits a register    16  opcode, segment    24  segment of the operand
 *     4  status      12  last instruction's address   20  operand's address  28  ST0, ST1… in 80 bits each
 *
 * The addresses are kept for exceptions alone, of which there are none here: they are 0.
 */
const ENVIRONMENT_BITS = 224n
const UNUSED = (0xffffn << 16n) | (0xffffn << 48n) | (0xffffn << 80n) | (0xffffn << 208n)
const ALL_MASKED = 0x3f
/** Bits of the control word that cannot be cleared. */
const ALWAYS_SET = 0x40
const EMPTY = 3n

/** By its number: a plain number 0, zero 1, anything else 2. */
function tagOf({ state: { used, registers } }: X87, number: number): bigint {
  if (((used >> number) & 1) === 0) return EMPTY
  const bits = registers[number]!
  const one = unpack(((bits >> 64n) << 63n) | BigInt.asUintN(63, bits), EXTENDED, 0)
  if (isZero(one)) return 1n
  const isPlain = (bits >> 63n) % 2n === 1n && one.kind !== 'infinite' && !isNan(one)
  return isPlain ? 0n : 2n
}

function environmentOf(unit: X87): bigint {
  const { control, status } = unit.state
  let tags = 0n
  for (let number = 0; number < 8; number++) tags |= tagOf(unit, number) << BigInt(2 * number)
  return BigInt(control) | (BigInt(status) << 32n) | (tags << 64n) | UNUSED
}

function loadEnvironment({ state }: X87, bits: bigint): void {
  const word = (at: number) => Number(BigInt.asUintN(16, bits >> BigInt(at)))
  const isUsed = (number: number) => ((bits >> BigInt(64 + 2 * number)) & EMPTY) !== EMPTY
  state.control = word(0) | ALWAYS_SET
  state.status = word(32)
  state.used = 0
  for (let number = 0; number < 8; number++) if (isUsed(number)) state.used |= 1 << number
}

function wholeOf(unit: X87): bigint {
  let whole = environmentOf(unit)
  for (let index = 0; index < 8; index++) whole |= unit.raw(index) << (ENVIRONMENT_BITS + BigInt(80 * index))
  return whole
}

function loadWhole(unit: X87, bits: bigint): void {
  loadEnvironment(unit, bits)
  const { used } = unit.state
  for (let index = 0; index < 8; index++)
    unit.putRaw(index, BigInt.asUintN(80, bits >> (ENVIRONMENT_BITS + BigInt(80 * index))))
  unit.state.used = used
}

export const x87Environment: readonly Instruction[] = [
  row(
    'fnstenv',
    'Stores the words of the floating-point unit in 28 bytes, and masks its exceptions.',
    [['D9 /6', 'm224']],
    storing((unit) => {
      const environment = environmentOf(unit)
      unit.state.control |= ALL_MASKED
      return environment
    }),
    { uses: ['w'], isUnaligned: true, waitingName: 'fstenv' },
  ),
  row(
    'fldenv',
    'Loads the words of the floating-point unit, as fnstenv stores them.',
    [['D9 /4', 'm224']],
    quietly((unit, { bits }) => loadEnvironment(unit, bits), 0),
    { isUnaligned: true },
  ),
  row(
    'fnsave',
    'Stores all of the floating-point unit in 108 bytes, and makes it what it was in the beginning.',
    [['DD /6', 'm864']],
    storing((unit) => {
      const whole = wholeOf(unit)
      unit.initialise()
      return whole
    }),
    { uses: ['w'], isUnaligned: true, waitingName: 'fsave' },
  ),
  row(
    'frstor',
    'Loads all of the floating-point unit, as fnsave stores it.',
    [['DD /4', 'm864']],
    quietly((unit, { bits }) => loadWhole(unit, bits), 0),
    { isUnaligned: true },
  ),
]
