import type { Memory } from '../memory/memory.ts'
import type { PageNumber, PhysicalAddress } from '../units.ts'

/**
 * What an OS must do whenever it has changed a page table: tell the TLB, which does not know. One that forgets it lets
 * programs go on with translations that are no longer true.
 */
export class TlbUpkeep {
  readonly #memory: Memory
  readonly isForgotten: boolean

  constructor(memory: Memory, isForgotten: boolean) {
    this.#memory = memory
    this.isForgotten = isForgotten
  }

  /** One page of an address space is mapped otherwise now: INVLPG. */
  pageChanged(page: PageNumber, root: PhysicalAddress): void {
    this.#memory.flush()
    if (!this.isForgotten) this.#memory.tlb?.invalidate(page, root)
  }

  /** Many pages are, or the whole address space has gone. */
  spaceChanged(root: PhysicalAddress): void {
    this.#memory.flush()
    if (!this.isForgotten) this.#memory.tlb?.forgetSpace(root)
  }
}
