import { highHalf, lowHalf } from '../bits.ts'
import { WRITE } from '../memory/fault.ts'
import type { DecodedInstruction } from '../isa/decode.ts'
import type { MemoryOperand } from '../isa/operand.ts'
import { SEGMENT_BASE_WORDS, wordOf, type Register } from '../isa/registers.ts'
import { GENERAL_WORD, ZERO_WORD } from '../words.ts'
import { variantOf } from './form-variant.ts'
import { OPERATIONS, STACK_ACCESSES } from './loops.generated.ts'
import * as record from './record.ts'

/** Slots of the translation cache for each kind of access. */
const SLOTS = 256

/** Writes the record of an instruction at an address given as halves. `registersAt` as in the journal. */
export function buildRecord(
  code: Int32Array,
  p: number,
  instruction: DecodedInstruction,
  low: number,
  high: number,
  registersAt: number,
): void {
  const next = (low + instruction.byteCount) | 0
  code.fill(0, p, p + record.RECORD_SIZE)
  code[p + record.AT] = low
  code[p + record.NEXT] = next
  code[p + record.MEMORY] = record.NO_MEMORY
  code[p + record.INDEX] = -1
  code[p + record.TARGET] = -1
  const memory = instruction.operands.find((operand) => operand.kind === 'memory')
  const operation = OPERATIONS[variantOf(instruction.form, memory !== undefined || instruction.repeat)]!
  const wraps = next >>> 0 < low >>> 0
  const isCrowded = memory?.segment !== undefined && memory.base !== undefined && memory.index !== undefined
  if (operation === record.INTERPRET || wraps || instruction.address32 || isCrowded) return
  code[p] = operation
  const builder = new RecordBuilder(code, p, registersAt)
  builder.operands(instruction)
  if (memory !== undefined) builder.memory(instruction, memory, next, high)
  const stack = STACK_ACCESSES[operation]
  if (stack !== undefined) builder.stack(...stack)
  if (!builder.target(instruction, next)) code[p] = record.INTERPRET
}

class RecordBuilder {
  readonly #code: Int32Array
  readonly #p: number
  readonly #registersAt: number

  constructor(code: Int32Array, p: number, registersAt: number) {
    this.#code = code
    this.#p = p
    this.#registersAt = registersAt
  }

  #set(field: number, value: number): void {
    this.#code[this.#p + field] = value
  }

  #wordOf(register: Register | undefined): number {
    return this.#registersAt + (register === undefined ? ZERO_WORD : wordOf(register))
  }

  operands({ operands }: DecodedInstruction): void {
    operands.forEach((operand, index) => {
      if (operand.kind === 'register' && index < 2) {
        const word = this.#wordOf(operand.register)
        const isNarrow = operand.register.size < 32
        const place = isNarrow ? 4 * word + (operand.register.high ? 1 : 0) : word
        this.#set(index === 0 ? record.FIRST : record.SECOND, place)
      } else if (operand.kind === 'immediate') {
        this.#set(record.IMMEDIATE, lowHalf(operand.value))
        this.#set(record.IMMEDIATE_HIGH, highHalf(operand.value))
      }
    })
  }

  memory({ form, operands }: DecodedInstruction, operand: MemoryOperand, next: number, high: number): void {
    const slot = form.operands[operands.indexOf(operand)]!
    const slots = slot.use === 'r' ? 0 : WRITE * SLOTS
    this.#set(record.MEMORY, slot.kind === 'address' ? record.ADDRESS_ONLY : slots)
    this.#set(record.SPAN, slot.size / 8 - 1)
    this.#set(record.BASE, this.#wordOf(operand.base))
    if (operand.index !== undefined) this.#set(record.INDEX, this.#wordOf(operand.index))
    this.#set(record.SCALE, Math.log2(operand.scale))
    if (operand.segment !== undefined && slot.kind !== 'address') this.#segment(operand)
    const start = operand.ripRelative ? (BigInt(high) << 32n) + BigInt(next >>> 0) : 0n
    const displacement = operand.offset ?? start + BigInt(operand.displacement)
    this.#set(record.DISPLACEMENT, lowHalf(displacement))
    this.#set(record.DISPLACEMENT_HIGH, highHalf(displacement))
  }

  /** The base of a segment is added in the place of the register that is not there. */
  #segment({ segment, base }: MemoryOperand): void {
    const word = this.#registersAt + SEGMENT_BASE_WORDS[segment!]
    if (base === undefined) return this.#set(record.BASE, word)
    this.#set(record.INDEX, word)
    this.#set(record.SCALE, 0)
  }

  stack(base: number, displacement: number, access: number, byteCount: number): void {
    this.#set(record.MEMORY, access * SLOTS)
    this.#set(record.SPAN, byteCount - 1)
    this.#set(record.BASE, this.#registersAt + GENERAL_WORD + 2 * base)
    this.#set(record.DISPLACEMENT, displacement)
    this.#set(record.DISPLACEMENT_HIGH, displacement >> 31)
  }

  /** Where a relative jump leads; false if that is in another 4 GiB. */
  target({ operands }: DecodedInstruction, next: number): boolean {
    const [operand] = operands
    if (operand?.kind !== 'relative') return true
    const sum = (next >>> 0) + operand.displacement
    this.#set(record.TARGET_AT, sum | 0)
    return sum >= 0 && sum < 2 ** 32
  }
}
