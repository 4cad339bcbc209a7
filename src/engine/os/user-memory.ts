import { highHalf, lowHalf } from '../bits.ts'
import type { Journal } from '../journal.ts'
import { READ, WRITE, type Access } from '../memory/fault.ts'
import type { Memory } from '../memory/memory.ts'
import { PAGE_SIZE, pageOffset, wrapAddress, type VirtualAddress } from '../units.ts'
import type { FrameTable } from './frame-table.ts'

/** How often a place in memory is looked for before there is held to be too little of it. */
const MOST_ATTEMPTS = 8

/** The running process's memory as the kernel reads and writes it for a system call: by the process's own rights. */
export class UserMemory {
  readonly #journal: Journal
  readonly #memory: Memory
  readonly #frames: FrameTable
  readonly #provide: (address: VirtualAddress, access: Access) => boolean

  /** @param provide makes a page accessible if the process may have it, and says whether it is */
  constructor(
    journal: Journal,
    memory: Memory,
    frames: FrameTable,
    provide: (address: VirtualAddress, access: Access) => boolean,
  ) {
    this.#journal = journal
    this.#memory = memory
    this.#frames = frames
    this.#provide = provide
  }

  /** The bytes from an address up to the first that may not be read; at most that many. */
  read(address: VirtualAddress, byteCount: number): Uint8Array {
    const bytes = new Uint8Array(byteCount)
    let done = 0
    while (done < byteCount) {
      const at = wrapAddress(address + BigInt(done))
      const from = this.#reach(at, READ)
      if (from === undefined) return bytes.subarray(0, done)
      const length = Math.min(byteCount - done, PAGE_SIZE - pageOffset(at))
      bytes.set(this.#journal.bytes.subarray(from, from + length), done)
      done += length
    }
    return bytes
  }

  /** False where not all of them may be written; none is then. */
  write(address: VirtualAddress, bytes: Uint8Array): boolean {
    const places = this.#placesOf(address, bytes.length)
    let done = 0
    for (const to of places ?? []) {
      const length = Math.min(bytes.length - done, PAGE_SIZE - (to % PAGE_SIZE))
      this.#journal.writeBytes(to, bytes.subarray(done, done + length))
      done += length
    }
    return places !== undefined
  }

  /** Where each page's part of a range lies. Room for one page may have been made by moving out another of them. */
  #placesOf(address: VirtualAddress, byteCount: number): number[] | undefined {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const freed = this.#frames.freedCount
      const places: number[] = []
      for (let done = 0; done < byteCount; done += restOfPage(address, done)) {
        const to = this.#reach(wrapAddress(address + BigInt(done)), WRITE)
        if (to === undefined) return undefined
        places.push(to)
      }
      if (this.#frames.freedCount === freed) return places
    }
    return undefined
  }

  /** Where a byte lies, as the process itself would reach it; undefined where it may not. */
  #reach(address: VirtualAddress, access: Access): number | undefined {
    const resolve = () => this.#memory.resolve(lowHalf(address), highHalf(address), access)
    const found = resolve()
    if (found >= 0) return found
    const isPageFault = this.#memory.fault!.kind === 'page-fault'
    return isPageFault && this.#provide(address, access) ? resolve() : undefined
  }
}

/** How many bytes of a range, from so many on, lie in the same page. */
function restOfPage(address: VirtualAddress, done: number): number {
  return PAGE_SIZE - pageOffset(wrapAddress(address + BigInt(done)))
}
