import type { Journal } from '../journal.ts'
import { EXECUTE, fault, type Fault } from '../memory/fault.ts'
import type { Memory } from '../memory/memory.ts'
import { PAGE_SIZE } from '../units.ts'
import { decode, LONGEST_INSTRUCTION, type DecodedInstruction } from '../isa/decode.ts'

/** The instructions decoded so far, found by the virtual address where they begin. */
export class CodeCache {
  readonly #journal: Journal
  readonly #memory: Memory
  /** For each virtual page, the instruction that begins at each of its bytes. */
  readonly #pages = new Map<number, (DecodedInstruction | undefined)[]>()

  constructor(journal: Journal, memory: Memory) {
    this.#journal = journal
    this.#memory = memory
  }

  /** Forgets everything: code or the page tables that lead to it may have changed. */
  flush(): void {
    this.#pages.clear()
  }

  /** The instruction at an address given as halves, or why there is none. */
  fetch(low: number, high: number): DecodedInstruction | Fault {
    const page = high * 0x10_0000 + (low >>> 12)
    let instructions = this.#pages.get(page)
    if (instructions === undefined) this.#pages.set(page, (instructions = []))
    const offset = low & (PAGE_SIZE - 1)
    const known = instructions[offset]
    if (known !== undefined) return known
    const read = this.#decodeAt(low, high)
    if ('form' in read) instructions[offset] = read
    return read
  }

  /** Reads no byte of a second page unless the instruction goes on there. */
  #decodeAt(low: number, high: number): DecodedInstruction | Fault {
    const at = this.#memory.resolve(low, high, EXECUTE)
    if (at < 0) return this.#memory.fault!
    this.#memory.watch(at & ~(PAGE_SIZE - 1))
    const { bytes } = this.#journal
    const onThisPage = Math.min(LONGEST_INSTRUCTION, PAGE_SIZE - (at & (PAGE_SIZE - 1)))
    const first = decode(bytes, at, at + onThisPage)
    if (first === 'invalid') return fault('invalid-opcode')
    if (first !== 'truncated') return first
    return this.#decodeAcross(bytes.subarray(at, at + onThisPage), low, high)
  }

  #decodeAcross(head: Uint8Array, low: number, high: number): DecodedInstruction | Fault {
    const nextLow = (low + head.length) | 0
    const at = this.#memory.resolve(nextLow, nextLow === 0 ? (high + 1) | 0 : high, EXECUTE)
    if (at < 0) return this.#memory.fault!
    this.#memory.watch(at)
    const bytes = new Uint8Array(LONGEST_INSTRUCTION)
    bytes.set(head)
    bytes.set(this.#journal.bytes.subarray(at, at + LONGEST_INSTRUCTION - head.length), head.length)
    const instruction = decode(bytes)
    return typeof instruction === 'string' ? fault('invalid-opcode') : instruction
  }
}
