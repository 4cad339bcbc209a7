import { Cpu } from '#engine/cpu/cpu.ts'
import { Registers } from '#engine/isa/registers.ts'
import { Journal } from '#engine/journal.ts'
import { makeEntry } from '#engine/memory/entry.ts'
import { Memory } from '#engine/memory/memory.ts'
import { PageTable } from '#engine/memory/page-table.ts'
import { SCHEMES } from '#engine/memory/scheme.ts'
import { pageNumber, physicalAddress, virtualAddress } from '#engine/units.ts'

/** A processor with RAM behind the one-level page table, and nothing else: no operating system. */
export class Processor {
  readonly journal = new Journal(FRAME_COUNT * 4096)
  readonly memory = new Memory(this.journal, SCHEMES['one-level'])
  readonly registers = new Registers(this.journal)
  readonly cpu = new Cpu(this.journal, this.memory)
  readonly #table: PageTable
  #nextFrame = 1

  constructor() {
    this.memory.root = physicalAddress(0)
    this.#table = new PageTable(this.journal, SCHEMES['one-level'], physicalAddress(0))
  }

  /** Maps the pages that a range of bytes touches, each to a frame of its own. */
  map(address: bigint, byteCount: number, rights = { write: true, execute: true }): void {
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
    bytes.forEach((byte, index) => {
      const { ok, ...translation } = this.memory.translate(virtualAddress(address + BigInt(index)))
      if (!ok) throw new Error(`0x${address.toString(16)} is not mapped`)
      this.journal.write8((translation as { physicalAddress: number }).physicalAddress, byte)
    })
  }

  /** The bytes at an address; throws where they are not mapped. */
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

const FRAME_COUNT = 256
