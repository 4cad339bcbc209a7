import type { Journal, Slot } from '../journal.ts'
import type { Access } from '../memory/fault.ts'
import type { Invalidation } from '../memory/tlb.ts'
import type { PageNumber, PhysicalAddress, VirtualAddress } from '../units.ts'
import type { FaultAnswer } from './demand-paging.ts'
import type { ProcessEnd } from './linux-process.ts'
import type { Signal } from './signal.ts'

/** What the OS has done, and for whom. */
export type SystemEvent = { readonly process: string } & (
  | {
      readonly kind: 'page-fault'
      readonly address: VirtualAddress
      readonly access: Access
      readonly answer: FaultAnswer
    }
  /** A page had to leave its frame: for a place in the swap area, or for none if its file has it. */
  | {
      readonly kind: 'evicted'
      readonly page: PageNumber
      readonly frame: PhysicalAddress
      readonly place: number | undefined
      /** False where the place, or the file, had the same bytes already. */
      readonly isWritten: boolean
    }
  /** Frames changed hands, by where they begin: for pages and for page tables. */
  | { readonly kind: 'frames'; readonly taken: readonly number[]; readonly freed: readonly number[] }
  | {
      readonly kind: 'system-call'
      readonly name: string
      readonly given: readonly bigint[]
      /** The call is not implemented: it returns ENOSYS. */
      readonly isUnanswered?: true
    }
  /** What the call put into RAX. Calls that end the process, or are made again later, do not return. */
  | { readonly kind: 'return'; readonly name: string; readonly result: bigint }
  | { readonly kind: 'switch'; readonly to: string }
  /** A TLB is told that what it remembers is no longer true; or it should have been. */
  | { readonly kind: 'invalidation'; readonly invalidation: Invalidation }
  /** A signal interrupted the process: its handler runs next. */
  | { readonly kind: 'signal'; readonly signal: Signal }
  | { readonly kind: 'end'; readonly end: ProcessEnd }
)

/** How many events are kept. What happens beyond that is not told any more; the counters still count it. */
const KEPT_EVENTS = 10_000

/** What the OS has done since the program was started, in order. Stepping back takes it back. */
export class EventLog {
  readonly #events: SystemEvent[] = []
  readonly #count: Slot<number>

  constructor(journal: Journal) {
    this.#count = journal.slot(0)
  }

  /** The events up to now, the oldest first. */
  get all(): readonly SystemEvent[] {
    return this.#events.slice(0, this.#count.get())
  }

  /** How many events are told up to now. */
  get count(): number {
    return this.#count.get()
  }

  /** Those after so many. */
  since(count: number): readonly SystemEvent[] {
    return this.#events.slice(count, this.#count.get())
  }

  add(event: SystemEvent): void {
    const count = this.#count.get()
    if (count === KEPT_EVENTS) return
    this.#events.length = count
    this.#events.push(event)
    this.#count.set(count + 1)
  }

  /** Begins anew, as with another program. */
  clear(): void {
    this.#count.set(0)
  }
}
