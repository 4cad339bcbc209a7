import type { Journal, Slot } from '../journal.ts'
import type { PageNumber } from '../units.ts'
import { Counters } from './counters.ts'

/** How a TLB is built. */
export interface TlbDesign {
  readonly entryCount: number
  /** Entries a set; a page can be in one set only. As many as there are entries: in any place. */
  readonly wayCount: number
  /** Which entry of a full set makes room. */
  readonly replacement: 'lru' | 'fifo' | 'random'
  /** With which numbers `random` begins. */
  readonly seed?: number
  /** Entries name their address space, and survive its absence (PCID); otherwise loading CR3 empties the TLB. */
  readonly tagged: boolean
}

/** A translation as the TLB remembers it: what the page table said when it was walked. */
export interface TlbEntry {
  readonly page: PageNumber
  /** The root of the page table it was read from. */
  readonly space: number
  readonly frameBase: number
  /** As bits of an entry, over all levels: WRITABLE and USER. */
  readonly rights: number
  readonly noExecute: boolean
  /** What the levels permit, where entries are not those of x86-64. */
  readonly permissions?: number | undefined
  /** The page table says already that the page has been written to. */
  readonly dirty: boolean
  /** Stays when CR3 is loaded. */
  readonly global: boolean
}

/** What has been counted since the program was loaded. */
export interface TlbCounts {
  readonly hits: number
  readonly misses: number
  /** Entries that made room for others. */
  readonly evictions: number
  /** Page-table entries that were read because of misses. */
  readonly walkReads: number
  /** How many of the hits and misses were of fetches of instructions. */
  readonly fetchHits: number
  readonly fetchMisses: number
}

/** The OS has told the TLB to forget something. */
export interface Invalidation {
  /** The instruction that does it on such a processor. */
  readonly by: string
  /** Missing where a whole address space was meant. */
  readonly page?: PageNumber
  /** The root of the address space. */
  readonly space: number
  /** How many entries that concerned. */
  readonly entryCount: number
  /** The OS should have, and has not. */
  readonly isOmitted?: true
}

/** So many of them are remembered, the latest. */
const TOLD_INVALIDATIONS = 8

/** A TLB at rest. */
export interface TlbState {
  readonly sets: readonly (readonly TlbEntry[])[]
  readonly counts: TlbCounts
  readonly random: number
  readonly invalidations: readonly Invalidation[]
}

const COUNTED = [
  'hits',
  'misses',
  'evictions',
  'walkReads',
  'fetchHits',
  'fetchMisses',
] as const satisfies readonly (keyof TlbCounts)[]

/**
 * A translation lookaside buffer as a reader sees it: it remembers what page tables said, and does not
 * know when they change. A large page takes an entry for each page of the scheme's smallest size that is used of it.
 *
 * A set's entries are kept in the order in which they would make room, the next one last.
 */
export class Tlb {
  readonly design: TlbDesign
  readonly #sets: readonly Slot<readonly TlbEntry[]>[]
  readonly #counters: Counters<keyof TlbCounts>
  readonly #random: Slot<number>
  readonly #invalidations: Slot<readonly Invalidation[]>

  /** @throws RangeError if the entries are not a whole number of sets, that number a power of two */
  constructor(journal: Journal, design: TlbDesign) {
    const { entryCount, wayCount, seed = 1 } = design
    const setCount = entryCount / wayCount
    if (!(setCount >= 1) || !Number.isInteger(Math.log2(setCount)) || !(wayCount >= 1))
      throw new RangeError(`${entryCount} entries of ${wayCount} ways are no power of two of sets`)
    this.design = design
    this.#sets = Array.from({ length: setCount }, () => journal.slot<readonly TlbEntry[]>([]))
    this.#counters = new Counters(journal, COUNTED)
    this.#random = journal.slot(seed)
    this.#invalidations = journal.slot<readonly Invalidation[]>([])
  }

  get counts(): TlbCounts {
    return this.#counters.all
  }

  /** Counts from nothing again; what is remembered stays. */
  startCounting(): void {
    this.#counters.clear()
    this.#invalidations.set([])
  }

  /** What the OS has told it lately, the latest last. */
  get invalidations(): readonly Invalidation[] {
    return this.#invalidations.get()
  }

  /** How many entries are of an address space, or of one page in it. */
  countOf(space: number, page?: PageNumber): number {
    const isMeant = (entry: TlbEntry) =>
      page === undefined ? entry.space === space : this.#isOf(entry, page, space)
    return this.sets.reduce((sum, set) => sum + set.filter(isMeant).length, 0)
  }

  noteInvalidation(invalidation: Invalidation): void {
    this.#invalidations.set([...this.invalidations, invalidation].slice(-TOLD_INVALIDATIONS))
  }

  /** Every entry, set by set. */
  get sets(): readonly (readonly TlbEntry[])[] {
    return this.#sets.map((set) => set.get())
  }

  get state(): TlbState {
    const { sets, counts, invalidations } = this
    return { sets, counts, random: this.#random.get(), invalidations }
  }

  /** Takes over a state that was kept of a TLB of the same design. */
  adopt({ sets, counts, random, invalidations }: TlbState): void {
    this.#sets.forEach((set, index) => {
      set.set(sets[index] ?? [])
    })
    this.#counters.adopt(counts)
    this.#random.set(random)
    this.#invalidations.set(invalidations)
  }

  /** What is remembered of a page of an address space. */
  find(page: PageNumber, space: number): TlbEntry | undefined {
    return this.#setOf(page)
      .get()
      .find((entry) => this.#isOf(entry, page, space))
  }

  /** Counts a lookup that found its entry, which is the most recently used one now. */
  hit(entry: TlbEntry, isFetch: boolean): void {
    this.#counters.count('hits')
    if (isFetch) this.#counters.count('fetchHits')
    const set = this.#setOf(entry.page)
    const entries = set.get()
    if (this.design.replacement === 'lru' && entries[0] !== entry)
      set.set([entry, ...entries.filter((other) => other !== entry)])
  }

  /** Counts a lookup that found nothing, and the entries that the walk then read. */
  miss(walkReads: number, isFetch: boolean): void {
    this.#counters.count('misses')
    this.#counters.count('walkReads', walkReads)
    if (isFetch) this.#counters.count('fetchMisses')
  }

  /** Remembers a translation, in place of what was known of its page; a full set gives up an entry. */
  insert(entry: TlbEntry): void {
    const set = this.#setOf(entry.page)
    const others = set.get().filter((other) => !this.#isOf(other, entry.page, entry.space))
    const isFull = others.length === this.design.wayCount
    if (isFull) this.#counters.count('evictions')
    set.set([entry, ...(isFull ? without(others, this.#victim(others.length)) : others)])
  }

  /** The same entry with its dirty bit set: the processor walks once more for that, and remembers it. */
  markDirty(entry: TlbEntry): void {
    const set = this.#setOf(entry.page)
    set.set(set.get().map((other) => (other === entry ? { ...entry, dirty: true } : other)))
  }

  /** Forgets one page of an address space, and wherever it is global: the instruction INVLPG. */
  invalidate(page: PageNumber, space: number): void {
    const set = this.#setOf(page)
    const kept = set.get().filter((entry) => !this.#isOf(entry, page, space))
    if (kept.length < set.get().length) set.set(kept)
  }

  /** Another page table is in use. Without tags, only global entries are of any use now. */
  loadRoot(): void {
    if (!this.design.tagged) this.#keep(({ global }) => global)
  }

  /** Forgets a whole address space. */
  forgetSpace(space: number): void {
    this.#keep((entry) => entry.space !== space)
  }

  #keep(isKept: (entry: TlbEntry) => boolean): void {
    for (const set of this.#sets) if (!set.get().every(isKept)) set.set(set.get().filter(isKept))
  }

  #setOf(page: PageNumber): Slot<readonly TlbEntry[]> {
    return this.#sets[page % this.#sets.length]!
  }

  /** Without tags an entry is taken for the current address space's, whatever it was read for. */
  #isOf(entry: TlbEntry, page: PageNumber, space: number): boolean {
    return entry.page === page && (!this.design.tagged || entry.global || entry.space === space)
  }

  #victim(count: number): number {
    if (this.design.replacement !== 'random') return count - 1
    const next = (Math.imul(this.#random.get(), 1_664_525) + 1_013_904_223) >>> 0
    this.#random.set(next)
    return Math.floor((next / 2 ** 32) * count)
  }
}

function without<Item>(items: readonly Item[], index: number): readonly Item[] {
  return items.filter((_, at) => at !== index)
}
