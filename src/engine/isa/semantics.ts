import type { BitCount } from '../bits.ts'
import type { FaultKind } from '../memory/fault.ts'
import type { FlagName } from './flags.ts'
import type { X87Operation } from './x87/unit.ts'

/**
 * What an instruction's `execute` is written in.
 *
 * It is given two meanings. The interpreter (`cpu/interpreter.ts`) computes with the values at hand, so calling
 * `execute` executes the instruction. The emitter (`cpu/emitter.ts`) computes with pieces of program text, so calling
 * it writes down the fast form of the instruction, ready for the processor's loops. Therefore an `execute` says each
 * thing once, decides nothing about values with JavaScript's own `if`, and may look only at sizes and forms.
 *
 * `Word` is a number of a known size in bits. Nothing an `execute` does shows before it has ended: when a memory
 * access in it faults, the processor is as it was before.
 */
export interface Semantics<Word> {
  /** The operand size of this form, in bits. */
  readonly size: BitCount
  readonly operandCount: number
  /** The size of one operand, in bits. */
  operandSize(operand: number): BitCount

  /** The operand's value. An immediate is widened to the operand size with its sign, unless its row says it has none. */
  read(operand: number): Word
  /** A vector register that gets fewer bits than it has gets zeros above them. */
  write(operand: number, value: Word): void
  /** All of a vector register of which the operand is a part. */
  vector(operand: number): Word
  /** The effective address of a memory operand; nothing is accessed. */
  addressOf(operand: number): Word
  /** An address as wide as the instruction's addresses are: prefix 67 leaves its lower 32 bits. */
  address(computed: Word): Word
  /** Reads memory at an address that is computed rather than written as an operand. */
  load(address: Word, size: BitCount): Word
  store(address: Word, value: Word): void
  /** Whether the operand is in memory; known before anything runs. */
  isMemory(operand: number): boolean
  isRegister(operand: number): boolean

  register(name: string): Word
  setRegister(name: string, value: Word): void
  constant(value: bigint | number, size: BitCount): Word

  add(a: Word, b: Word): Word
  subtract(a: Word, b: Word): Word
  /** `a + b + carry`, where carry is a flag or truth value. */
  addCarry(a: Word, b: Word, carry: Word): Word
  subtractBorrow(a: Word, b: Word, borrow: Word): Word
  and(a: Word, b: Word): Word
  or(a: Word, b: Word): Word
  xor(a: Word, b: Word): Word
  not(a: Word): Word
  /** Shift by a count of 8 bits that is less than the operand's size; the arithmetic one copies the sign. */
  shiftLeft(a: Word, count: Word): Word
  shiftRight(a: Word, count: Word): Word
  shiftRightArithmetic(a: Word, count: Word): Word
  /** The double-length product, as its lower and upper half. */
  multiply(a: Word, b: Word, signed: boolean): { low: Word; high: Word }
  /** Divides the double-length `high:low`; a divide error if the divisor is zero or the quotient does not fit. */
  divide(high: Word, low: Word, divisor: Word, signed: boolean): { quotient: Word; remainder: Word }
  /** The number of the lowest, or highest, one bit of a number that is not zero. */
  lowestBit(a: Word): Word
  highestBit(a: Word): Word

  /**
   * What the row's `compute` makes of two vectors and a number; shorter words are widened with zeros. It may raise
   * exceptions of floating point: those that MXCSR does not mask are faults.
   */
  compute(a: Word, b: Word, number?: Word): Word
  /** Element `index` of a vector, if all its elements have that size, which is 32 or 64 bits. */
  element(vector: Word, index: number, size: BitCount): Word
  withElement(vector: Word, index: number, value: Word): Word
  /**
   * What the x87 unit does; only the interpreter has one. It is given an operand: a register by its distance from the
   * top, or what is in memory; of two registers, one of which is ST0, the other, and 8 more if that is the source. Its
   * result has 864 bits, as all of the unit has.
   */
  x87(operation: X87Operation, operand?: number | 'other'): Word
  mxcsr(): Word
  setMxcsr(value: Word): void

  signExtend(a: Word, size: BitCount): Word
  zeroExtend(a: Word, size: BitCount): Word
  truncate(a: Word, size: BitCount): Word

  /** Truth values: words that are 0 or 1. */
  flag(name: FlagName): Word
  /** One of the 16 conditions, by its code in `flags.ts`. */
  condition(code: number): Word
  isZero(a: Word): Word
  isEqual(a: Word, b: Word): Word
  /** The most significant bit. */
  signOf(a: Word): Word
  /** Bit number `index` of `a`; `index` is less than the size. */
  bit(a: Word, index: Word): Word
  negate(truth: Word): Word
  select(truth: Word, whenTrue: Word, otherwise: Word): Word
  when(truth: Word, then: () => void): void

  /** All six flags of `sum = a + b` (with or without a carry); without CF if `keepCarry`. */
  additionFlags(a: Word, b: Word, sum: Word, keepCarry?: boolean): void
  subtractionFlags(a: Word, b: Word, difference: Word, keepCarry?: boolean): void
  /** SF, ZF and PF of a result; CF, OF and AF are cleared. */
  logicFlags(result: Word): void
  /** SF, ZF and PF of a result; nothing else. */
  resultFlags(result: Word): void
  setFlag(name: FlagName, truth: Word): void
  /** The lower 32 bits of RFLAGS as `syscall` saves them. */
  allFlags(): Word
  /** Makes the bits of a mask those of a number; others of RFLAGS stay. */
  setFlags(value: Word, mask: number): void
  /** How many instructions the processor has executed: its clock. */
  clock(): Word

  push(value: Word): void
  pop(size: BitCount): Word

  /** The address of the instruction that follows. */
  next(): Word
  /** The address a relative operand leads to. */
  target(operand: number): Word
  jump(address: Word): void
  /** Runs the body once, or with `rep` as often as RCX says: one turn is one step, as single-stepping shows it. */
  repeat(body: () => void): void

  fault(kind: FaultKind): void
  /** Ends the run behind this instruction and tells the caller why. */
  stop(kind: 'halt' | 'syscall' | 'interrupt' | 'breakpoint'): void
}
