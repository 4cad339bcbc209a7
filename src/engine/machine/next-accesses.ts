import { fromHalves } from '../bits.ts'
import { Interpreter, type InstructionAccess, type Translator } from '../cpu/interpreter.ts'
import { decode, LONGEST_INSTRUCTION } from '../isa/decode.ts'
import type { Fault } from '../memory/fault.ts'
import type { Memory } from '../memory/memory.ts'
import { virtualAddress } from '../units.ts'
import type { Machine } from './machine.ts'

/**
 * The bytes that the next instruction will read and write, in its order. The machine stays as it is. After an access
 * that faults nothing more is known of the instruction.
 */
export function nextAccesses({ journal, memory, registers }: Machine): readonly InstructionAccess[] {
  const { rip } = registers
  const bytes = memory.peek(rip, LONGEST_INSTRUCTION) ?? memory.peek(rip, 1)
  const instruction = bytes && decode(bytes)
  if (instruction === undefined || typeof instruction === 'string') return []
  const accesses: InstructionAccess[] = []
  const interpreter = new Interpreter(journal, new Onlooker(memory))
  interpreter.onAccess = (access) => accesses.push(access)
  interpreter.follow(instruction, rip)
  return accesses
}

/** Translates as memory does, and leaves no mark in a page table. */
class Onlooker implements Translator {
  readonly #memory: Memory
  fault: Fault | undefined

  constructor(memory: Memory) {
    this.#memory = memory
  }

  get scheme(): Memory['scheme'] {
    return this.#memory.scheme
  }

  resolve(low: number, high: number, access: InstructionAccess['access']): number {
    const translation = this.#memory.translate(virtualAddress(fromHalves(low, high)), access)
    if (translation.ok) return translation.physicalAddress
    this.fault = translation.fault
    return -1
  }
}
