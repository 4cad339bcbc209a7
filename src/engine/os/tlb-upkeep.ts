import { entryFormatOf } from '../memory/formats/formats.ts'
import { invalidationOf } from '../memory/invalidation.ts'
import type { Memory } from '../memory/memory.ts'
import type { Invalidation } from '../memory/tlb.ts'
import type { PageNumber, PhysicalAddress } from '../units.ts'

/**
 * What an OS must do whenever it has changed a page table: tell the TLB, which does not know. One that forgets it lets
 * programs go on with translations that are no longer true.
 */
export class TlbUpkeep {
  readonly #memory: Memory
  readonly isForgotten: boolean
  /** Called when a TLB that remembers something of it is told, or should have been. */
  onTold: ((invalidation: Invalidation) => void) | undefined

  constructor(memory: Memory, isForgotten: boolean) {
    this.#memory = memory
    this.isForgotten = isForgotten
  }

  /** One page of an address space is mapped otherwise now: INVLPG. */
  pageChanged(page: PageNumber, root: PhysicalAddress): void {
    this.#memory.flush()
    this.#tell(root, page)
  }

  /** Many pages are, or the whole address space has gone. */
  spaceChanged(root: PhysicalAddress): void {
    this.#memory.flush()
    this.#tell(root)
  }

  #tell(space: PhysicalAddress, page?: PageNumber): void {
    const { tlbs, scheme, root } = this.#memory
    for (const tlb of tlbs) {
      const entryCount = tlb.countOf(space, page)
      if (entryCount === 0) continue
      const by = invalidationOf(entryFormatOf(scheme).architecture, page !== undefined, space === root)
      const told = { by, space, entryCount, ...(page === undefined ? {} : { page }) }
      const invalidation: Invalidation = this.isForgotten ? { ...told, isOmitted: true } : told
      tlb.noteInvalidation(invalidation)
      this.onTold?.(invalidation)
      if (this.isForgotten) continue
      if (page === undefined) tlb.forgetSpace(space)
      else tlb.invalidate(page, space)
    }
  }
}
