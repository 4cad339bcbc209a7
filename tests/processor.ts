import { assemble, DEFAULT_ORIGIN, type Assembly } from '#engine/assembler/assemble.ts'
import { Cpu, type Stop } from '#engine/cpu/cpu.ts'
import { Registers } from '#engine/isa/registers.ts'
import { Journal } from '#engine/journal.ts'
import { makeEntry } from '#engine/memory/entry.ts'
import { Memory } from '#engine/memory/memory.ts'
import { PageTable } from '#engine/memory/page-table.ts'
import { SCHEMES } from '#engine/memory/scheme.ts'
import { pageNumber, physicalAddress, virtualAddress } from '#engine/units.ts'

const FRAME_COUNT = 32

export interface PageRights {
  readonly write: boolean
  readonly execute: boolean
}

/** A processor with RAM behind the one-level page table, and nothing else: no operating system. */
export class Processor {
  readonly journal = new Journal(FRAME_COUNT * 4096)
  readonly memory = new Memory(this.journal, SCHEMES['one-level'])
  readonly registers = new Registers(this.journal)
  readonly cpu = new Cpu(this.journal, this.memory)
  readonly #table = new PageTable(this.journal, SCHEMES['one-level'], physicalAddress(0))
  #nextFrame = 1

  constructor() {
    this.memory.root = physicalAddress(0)
  }

  /** Maps the pages that a range of bytes touches, each to a frame of its own. */
  map(address: bigint, byteCount: number, rights: PageRights = { write: true, execute: true }): void {
    const last = (address + BigInt(byteCount) - 1n) >> 12n
    for (let page = address >> 12n; page <= last; page++) {
      const number = pageNumber(Number(page))
      if (this.#table.find(number) !== undefined) continue
      const frame = physicalAddress(this.#nextFrame++ * 4096)
      this.#table.set(number, makeEntry(frame, { ...rights, user: true }), () => frame)
    }
    this.memory.flush()
  }

  unmap(address: bigint): void {
    this.#table.remove(pageNumber(Number(address >> 12n)))
    this.memory.flush()
  }

  /** Writes bytes where they are mapped, whatever the rights, as a loader does. */
  place(address: bigint, bytes: Uint8Array): void {
    let done = 0
    for (const { translation, byteCount } of this.memory.partsOf(virtualAddress(address), bytes.length)) {
      if (!translation.ok) throw new Error(`0x${address.toString(16)} is not mapped`)
      this.journal.writeBytes(translation.physicalAddress, bytes.subarray(done, done + byteCount))
      done += byteCount
    }
  }

  /** The bytes at an address. @throws Error where they are not mapped */
  bytes(address: bigint, byteCount: number): Uint8Array {
    const bytes = this.memory.peek(virtualAddress(address), byteCount)
    if (bytes === undefined) throw new Error(`0x${address.toString(16)} is not mapped`)
    return bytes
  }

  /** RAM, registers and flags, for comparing whole states. */
  state(): Uint8Array {
    return this.journal.bytes.slice()
  }
}

/** Whether two states are the same, bit for bit; faster than comparing arrays element by element. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}

/** Where the stack of `asmProgram` ends; two pages below it are mapped. */
export const STACK_TOP = 0x7fff_007f_f000n
export const STACK_BYTES = 0x2000

/** A processor with a program loaded as ld and Linux would, about to execute its first instruction. */
export function asmProgram(source: string): Processor & { readonly assembly: Assembly } {
  const result = assemble(source)
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join('\n'))
  const processor = new Processor()
  for (const { address, byteCount, bytes, write, execute } of result.assembly.sections) {
    processor.map(address, byteCount, { write, execute })
    processor.place(address, bytes)
  }
  processor.map(STACK_TOP - BigInt(STACK_BYTES), STACK_BYTES, { write: true, execute: false })
  processor.registers.set('rsp', STACK_TOP - 0x100n)
  processor.registers.rip = result.assembly.labels.get('_start') ?? DEFAULT_ORIGIN
  processor.journal.clear()
  return Object.assign(processor, { assembly: result.assembly })
}

/** Runs to the `int3` that ends a test's program. @throws Error if it ends otherwise */
export function runToBreak(processor: Processor, maxSteps = 1_000_000): Stop {
  const stop = processor.cpu.run(maxSteps)
  if (stop.kind === 'fault' && stop.fault.kind === 'breakpoint') return stop
  throw new Error(
    `ended with ${stop.kind === 'fault' ? stop.fault.kind : stop.kind} after ${stop.steps} steps`,
  )
}

/** The registers after a program has run to its `int3`. */
export function registersAfter(source: string): Registers {
  const processor = asmProgram(`${source}\nint3`)
  runToBreak(processor)
  return processor.registers
}
