import type { Journal } from '../journal.ts'
import { Cache, flawOf, type CacheDesign, type CacheLine, type CacheName, type CacheState } from './cache.ts'
import { Counters } from './counters.ts'
import { EXECUTE, READ, WRITE, type Access } from './fault.ts'

/** What came to RAM since the program was loaded. */
export interface RamCounts {
  /** Lines and bytes that an access had to wait for. */
  readonly waits: number
  /** Writes that the processor did not wait for: dirty lines, and what is written through. */
  readonly writes: number
  /** Accesses by the processor: reads and writes of data, and fetches. */
  readonly accesses: number
}

/** All caches of a machine at rest. */
export interface CachesState {
  readonly caches: readonly CacheState[]
  readonly ram: RamCounts
}

const COUNTED = ['waits', 'writes', 'accesses'] as const satisfies readonly (keyof RamCounts)[]

/** How far from the processor: 1, 2 or 3. */
function levelOf(name: CacheName): number {
  return Number(name[1])
}

/** Why these caches make no hierarchy; undefined where they do. */
export function flawOfHierarchy(designs: readonly CacheDesign[]): string | undefined {
  for (const design of designs) {
    const flaw = flawOf(design)
    if (flaw !== undefined) return flaw
  }
  const names = designs.map(({ name }) => name)
  if (names.includes('L1') && (names.includes('L1d') || names.includes('L1i')))
    return 'L1 is one cache for all, or it is divided into L1d and L1i, not both'
  if (names.includes('L1i') && !names.includes('L1d'))
    return 'A cache L1i for instructions stands beside an L1d for data'
  const levels = [...new Set(designs.map(({ name }) => levelOf(name)))].sort()
  const missing = levels.findIndex((level, index) => level !== index + 1)
  if (missing >= 0) return `There is a cache L${levels[missing]}, and none of level ${missing + 1}`
  const sorted = inOrder(designs)
  const shrinks = sorted.find((design) =>
    sorted.some(
      (outer) => levelOf(outer.name) > levelOf(design.name) && outer.lineByteCount < design.lineByteCount,
    ),
  )
  return shrinks && `A line of ${shrinks.name} does not fit into one of the cache behind it`
}

/** The one nearest to the processor first. */
function inOrder(designs: readonly CacheDesign[]): CacheDesign[] {
  return [...designs].sort((one, other) => (one.name < other.name ? -1 : 1))
}

/**
 * The caches between the processor and RAM. They are asked for physical addresses, so that nothing has to be forgotten
 * when another process runs. What the OS itself does goes past them; so does reading a page table, unless the machine is
 * one that counts it.
 *
 * A level that misses first lets a line go, then fetches its own from the level behind it. What is written on (a dirty
 * line, or a write through) is buffered: the processor does not wait for it, and a level that writes back makes room for it.
 */
export class Caches {
  readonly all: readonly Cache[]
  readonly #data: readonly Cache[]
  readonly #instructions: readonly Cache[]
  readonly #ram: Counters<keyof RamCounts>

  /** @throws RangeError for designs that `flawOfHierarchy` finds fault with */
  constructor(journal: Journal, designs: readonly CacheDesign[]) {
    const flaw = flawOfHierarchy(designs)
    if (flaw !== undefined) throw new RangeError(flaw)
    this.all = inOrder(designs).map((design) => new Cache(journal, design))
    this.#data = this.all.filter(({ design }) => design.name !== 'L1i')
    this.#instructions = this.all.filter(({ design }) => design.name !== 'L1d')
    this.#ram = new Counters(journal, COUNTED)
  }

  get ram(): RamCounts {
    return this.#ram.all
  }

  get state(): CachesState {
    return { caches: this.all.map(({ state }) => state), ram: this.ram }
  }

  /** Takes over what was kept of caches of the same designs. */
  adopt({ caches, ram }: CachesState): void {
    this.all.forEach((cache, index) => {
      cache.adopt(caches[index]!)
    })
    this.#ram.adopt(ram)
  }

  startCounting(): void {
    for (const cache of this.all) cache.startCounting()
    this.#ram.clear()
  }

  find(name: string): Cache | undefined {
    return this.all.find(({ design }) => design.name.toLowerCase() === name.toLowerCase())
  }

  /** The processor reads, writes or fetches so many bytes. One access for each line of the first cache that they touch. */
  access(physical: number, byteCount: number, access: Access): void {
    const path = access === EXECUTE ? this.#instructions : this.#data
    const lineByteCount = path[0]?.design.lineByteCount ?? Infinity
    for (let at = physical; at < physical + byteCount; at += lineByteCount - (at % lineByteCount)) {
      this.#ram.count('accesses')
      this.#demand(path, 0, at, access)
      if (lineByteCount === Infinity) break
    }
  }

  /** A walk reads an entry, before the access that it is for, which alone counts as one. */
  readEntry(physical: number, byteCount: number): void {
    const lineByteCount = this.#data[0]!.design.lineByteCount
    for (let at = physical; at < physical + byteCount; at += lineByteCount - (at % lineByteCount))
      this.#demand(this.#data, 0, at, READ)
  }

  /** The processor waits for this. */
  #demand(path: readonly Cache[], depth: number, physical: number, access: Access): void {
    const cache = path[depth]
    if (cache === undefined) return this.#ram.count('waits')
    const isWrite = access === WRITE
    const isThrough = isWrite && cache.design.writes === 'through'
    const found = cache.use(physical, isWrite && !isThrough, !isThrough)
    const isFetch = access === EXECUTE
    cache.count(found.isHit ? 'hits' : 'misses')
    if (isFetch) cache.count(found.isHit ? 'fetchHits' : 'fetchMisses')
    if (isThrough) {
      cache.count('writesThrough')
      return this.#writeOn(path, depth + 1, physical)
    }
    if (found.isHit) return
    if (found.evicted !== undefined) this.#evict(path, depth, found.evicted)
    this.#demand(path, depth + 1, physical, isFetch ? EXECUTE : READ)
  }

  #evict(path: readonly Cache[], depth: number, { start, isDirty }: CacheLine): void {
    const cache = path[depth]!
    cache.count('evictions')
    if (!isDirty) return
    cache.count('writeBacks')
    this.#writeOn(path, depth + 1, start)
  }

  /** The processor does not wait for this. */
  #writeOn(path: readonly Cache[], depth: number, physical: number): void {
    const cache = path[depth]
    if (cache === undefined) return this.#ram.count('writes')
    const isThrough = cache.design.writes === 'through'
    const found = cache.use(physical, !isThrough, !isThrough)
    if (found.evicted !== undefined) this.#evict(path, depth, found.evicted)
    if (isThrough) this.#writeOn(path, depth + 1, physical)
  }
}
