import { avrInstruction, CPU } from 'avr8js'

/** The benchmark's loops for an 8-bit AVR, as avr-gcc writes them without optimisation; `int` has 16 bits there. */

const RAM_BYTES = 0x900
/** Registers that hold the frame pointer Y, and where the frame begins. */
const Y_LOW = 28
const FRAME = 0x200

const load = (d: number, q: number) => 0x8008 | (d << 4) | (q & 7)
const store = (q: number, r: number) => 0x8208 | (r << 4) | (q & 7)
const immediate = (opcode: number, d: number, k: number) =>
  opcode | ((k & 0xf0) << 4) | ((d - 16) << 4) | (k & 15)
const compareImmediate = (d: number, k: number) => immediate(0x3000, d, k)
const loadImmediate = (d: number, k: number) => immediate(0xe000, d, k)
const twoRegisters = (opcode: number, d: number, r: number) => opcode | ((r & 16) << 5) | (d << 4) | (r & 15)
const compareCarry = (d: number, r: number) => twoRegisters(0x0400, d, r)
const add = (d: number, r: number) => twoRegisters(0x0c00, d, r)
const addCarry = (d: number, r: number) => twoRegisters(0x1c00, d, r)
const addWordImmediate = (k: number) => 0x9600 | k
const decrement = (d: number) => 0x940a | (d << 4)
const jump = (distance: number) => 0xc000 | (distance & 0xfff)
const branchIfNotCarry = (distance: number) => 0xf400 | ((distance & 0x7f) << 3)
const branchIfNotZero = (distance: number) => 0xf401 | ((distance & 0x7f) << 3)

/** `while i < 0xFFFF { sum += i; i += 1 }` over variables in memory, begun again when it ends. */
export const AVR_MEMORY_LOOP: readonly number[] = [
  loadImmediate(17, 0xff),
  load(24, 3),
  load(25, 4),
  compareImmediate(24, 0xff),
  compareCarry(25, 17),
  branchIfNotCarry(12),
  load(18, 1),
  load(19, 2),
  add(18, 24),
  addCarry(19, 25),
  store(2, 19),
  store(1, 18),
  load(24, 3),
  load(25, 4),
  addWordImmediate(1),
  store(4, 25),
  store(3, 24),
  jump(-17),
  loadImmediate(24, 0),
  store(3, 24),
  store(4, 24),
  jump(-21),
]

/** Three instructions on registers. */
export const AVR_REGISTER_LOOP: readonly number[] = [
  add(24, 25),
  decrement(25),
  branchIfNotZero(-3),
  jump(-4),
]

/** A processor with a loop in its program memory. What it returns executes that many instructions. */
export function avrRunner(program: readonly number[]): (instructions: number) => void {
  const memory = new Uint16Array(0x100)
  memory.set(program)
  const cpu = new CPU(memory, RAM_BYTES)
  cpu.data[Y_LOW] = FRAME & 0xff
  cpu.data[Y_LOW + 1] = FRAME >> 8
  return (instructions) => {
    for (let count = 0; count < instructions; count++) avrInstruction(cpu)
  }
}
