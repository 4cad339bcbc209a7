import type { Journal, Slot } from '../journal.ts'
import { Counters } from './counters.ts'

/** What processors call their caches; `L1d` holds data alone, `L1i` instructions. */
export const CACHE_NAMES = ['L1', 'L1d', 'L1i', 'L2', 'L3'] as const
export type CacheName = (typeof CACHE_NAMES)[number]

/** How a cache is built. */
export interface CacheDesign {
  readonly name: CacheName
  readonly lineCount: number
  readonly lineByteCount: number
  /** Lines a set; a line of RAM can be in one set only. As many as there are lines: in any place. */
  readonly wayCount: number
  /** Which line of a full set makes room. `plru` is a tree of bits that lead away from what was used. */
  readonly replacement: 'lru' | 'fifo' | 'random' | 'plru'
  /**
   * `back`: a write stays here, and the line is written on when it makes room; a write that misses fetches its line.
   * `through`: every write goes on at once; one that misses fetches nothing.
   */
  readonly writes: 'back' | 'through'
  /** With which number `random` begins. */
  readonly seed?: number
}

/** A line that lies in a cache. */
export interface CacheLine {
  /** Physical address of its first byte. */
  readonly start: number
  /** It was written to, and what is behind the cache does not have it yet. */
  readonly isDirty: boolean
}

/** A set at rest. */
export interface CacheSet {
  /** By way; empty ones are undefined. */
  readonly lines: readonly (CacheLine | undefined)[]
  /** Ways that hold a line, the one that would make room next last: by use, or by arrival. */
  readonly order: readonly number[]
  /** The tree's bits, its root in bit 1: each says that the upper half is to make room. */
  readonly tree: number
}

/** What has been counted since the program was loaded. */
export interface CacheCounts {
  /** Reads and writes of data, and fetches of instructions, that found their line. */
  readonly hits: number
  readonly misses: number
  /** How many of the hits were fetches. */
  readonly fetchHits: number
  readonly fetchMisses: number
  /** Lines that made room for others. */
  readonly evictions: number
  /** How many of those had to be written on because they were dirty. */
  readonly writeBacks: number
  /** Writes that went on at once. */
  readonly writesThrough: number
}

/** A cache at rest. Sets that were never used are left out. */
export interface CacheState {
  readonly sets: readonly (CacheSet | undefined)[]
  readonly counts: CacheCounts
  readonly random: number
}

/** What became of a line that was asked for. */
export interface Lookup {
  readonly isHit: boolean
  /** The line that made room, if one did. */
  readonly evicted?: CacheLine
}

const COUNTED = [
  'hits',
  'misses',
  'fetchHits',
  'fetchMisses',
  'evictions',
  'writeBacks',
  'writesThrough',
] as const satisfies readonly (keyof CacheCounts)[]

/** Why there can be no such cache; undefined where there can. */
export function flawOf({ lineCount, lineByteCount, wayCount, replacement }: CacheDesign): string | undefined {
  if (!isPowerOfTwo(lineByteCount)) return `${lineByteCount} bytes of a line are no power of two`
  if (!isPowerOfTwo(lineCount / wayCount))
    return `${lineCount} lines of ${wayCount} ways make no whole number of sets that is a power of two`
  return replacement === 'plru' && !isPowerOfTwo(wayCount)
    ? `A tree of bits needs a number of ways that is a power of two, not ${wayCount}`
    : undefined
}

const isPowerOfTwo = (count: number) => count >= 1 && Number.isInteger(Math.log2(count))

const HIT: Lookup = { isHit: true }

/**
 * One cache. It knows which lines of RAM lie in it, not their bytes: those are always the ones in RAM, so that no
 * other part has to ask it. Its state is the journal's.
 */
export class Cache {
  readonly design: CacheDesign
  readonly setCount: number
  readonly #sets: readonly Slot<CacheSet | undefined>[]
  readonly #counters: Counters<keyof CacheCounts>
  readonly #random: Slot<number>

  /** @throws RangeError for a design that `flawOf` finds fault with */
  constructor(journal: Journal, design: CacheDesign) {
    const flaw = flawOf(design)
    if (flaw !== undefined) throw new RangeError(flaw)
    this.design = design
    this.setCount = design.lineCount / design.wayCount
    this.#sets = Array.from({ length: this.setCount }, () => journal.slot<CacheSet | undefined>(undefined))
    this.#counters = new Counters(journal, COUNTED)
    this.#random = journal.slot(design.seed ?? 1)
  }

  get counts(): CacheCounts {
    return this.#counters.all
  }

  get state(): CacheState {
    return { sets: this.#sets.map((set) => set.get()), counts: this.counts, random: this.#random.get() }
  }

  /** Takes over a state that was kept of a cache of the same design. */
  adopt({ sets, counts, random }: CacheState): void {
    this.#sets.forEach((set, index) => {
      set.set(sets[index])
    })
    this.#counters.adopt(counts)
    this.#random.set(random)
  }

  /** Counts from nothing again; what lies in it stays. */
  startCounting(): void {
    this.#counters.clear()
  }

  count(name: keyof CacheCounts): void {
    this.#counters.count(name)
  }

  /** The first byte of the line of RAM that an address is in. */
  lineOf(physical: number): number {
    return physical - (physical % this.design.lineByteCount)
  }

  setOf(physical: number): number {
    return Math.floor(physical / this.design.lineByteCount) % this.setCount
  }

  /** The way in which its line lies; -1 where it does not. */
  wayOf(physical: number): number {
    const set = this.#sets[this.setOf(physical)]!.get()
    return set === undefined ? -1 : wayWith(set.lines, this.lineOf(physical))
  }

  /** The way that makes room next where the set is full, as far as it is certain. */
  nextVictim(set: number): number | undefined {
    const state = this.#sets[set]!.get()
    const isFull = state?.order.length === this.design.wayCount
    if (!isFull || this.design.replacement === 'random') return undefined
    return this.#victimOf(state)
  }

  /**
   * Uses the line of an address: it lies in the cache afterwards, unless it was only to be written through.
   * @param makesDirty the write stays here
   * @param fetches where it is missing, it is brought in
   */
  use(physical: number, makesDirty: boolean, fetches: boolean): Lookup {
    const slot = this.#sets[this.setOf(physical)]!
    const { wayCount } = this.design
    const set = slot.get() ?? { lines: new Array<undefined>(wayCount).fill(undefined), order: [], tree: 0 }
    const way = wayWith(set.lines, this.lineOf(physical))
    if (way >= 0) {
      this.#useAgain(slot, set, way, makesDirty)
      return HIT
    }
    if (!fetches) return { isHit: false }
    const free = set.lines.indexOf(undefined)
    const place = free >= 0 ? free : this.#victimOf(set)
    const evicted = set.lines[place]
    const line: CacheLine = { start: this.lineOf(physical), isDirty: makesDirty }
    slot.set({ lines: withLine(set.lines, place, line), ...this.#used(set, place, true) })
    return { isHit: false, ...(evicted && { evicted }) }
  }

  /** A line that lies in the cache is used: most often as the one used last, which changes nothing. */
  #useAgain(slot: Slot<CacheSet | undefined>, set: CacheSet, way: number, makesDirty: boolean): void {
    const line = set.lines[way]!
    const turnsDirty = makesDirty && !line.isDirty
    const { order, tree } = this.#used(set, way, false)
    if (!turnsDirty && order === set.order && tree === set.tree) return
    slot.set({
      lines: turnsDirty ? withLine(set.lines, way, { ...line, isDirty: true }) : set.lines,
      order,
      tree,
    })
  }

  #victimOf({ order, tree }: CacheSet): number {
    const { replacement, wayCount } = this.design
    if (replacement === 'plru') return leafOf(tree, wayCount)
    if (replacement !== 'random') return order.at(-1)!
    const next = (Math.imul(this.#random.get(), 1_664_525) + 1_013_904_223) >>> 0
    this.#random.set(next)
    return Math.floor((next / 2 ** 32) * wayCount)
  }

  #used({ order, tree }: CacheSet, way: number, isNew: boolean): Pick<CacheSet, 'order' | 'tree'> {
    const { replacement, wayCount } = this.design
    const moves = isNew || (replacement === 'lru' && order[0] !== way)
    return {
      order: moves ? [way, ...order.filter((other) => other !== way)] : order,
      tree: replacement === 'plru' ? awayFrom(tree, wayCount, way) : tree,
    }
  }
}

function wayWith(lines: CacheSet['lines'], start: number): number {
  for (let way = 0; way < lines.length; way++) if (lines[way]?.start === start) return way
  return -1
}

function withLine(lines: CacheSet['lines'], way: number, line: CacheLine): CacheSet['lines'] {
  return lines.map((other, index) => (index === way ? line : other))
}

/** The way that the bits lead to, from the root (node 1) down; below node n are 2n and 2n + 1. */
function leafOf(tree: number, wayCount: number): number {
  let node = 1
  while (node < wayCount) node = 2 * node + ((tree >> node) & 1)
  return node - wayCount
}

/** All bits on the way to a leaf point at the other half. */
function awayFrom(tree: number, wayCount: number, way: number): number {
  let bits = tree
  for (let node = wayCount + way; node > 1; node >>= 1) {
    const parent = node >> 1
    bits = (node & 1) === 1 ? bits & ~(1 << parent) : bits | (1 << parent)
  }
  return bits
}
