import type { CacheCounts, CacheName } from './cache.ts'
import type { RamCounts } from './caches.ts'
import type { TlbCounts } from './tlb.ts'

/** How many cycles things take. Numbers to play with, of the size that they have on a processor of today. */
export interface Costs extends Readonly<Record<CacheName, number>> {
  /** Looking into the TLB. */
  readonly lookup: number
  /** Reading one entry of a page table. */
  readonly walkRead: number
  /** Reading or writing RAM: the data itself, or a line of it for a cache. */
  readonly memory: number
}

export const COSTS: Costs = {
  lookup: 1,
  walkRead: 100,
  memory: 100,
  ...{ L1: 4, L1d: 4, L1i: 4, L2: 14, L3: 50 },
}

/** What a machine has counted. */
export interface Counted {
  readonly tlbs: readonly TlbCounts[]
  /** By name, and what came to RAM behind them. */
  readonly caches?: Readonly<Partial<Record<CacheName, CacheCounts>>> | undefined
  readonly ram?: RamCounts | undefined
  /** Whether the caches were asked for entries of page tables, which then have no price of their own. */
  readonly cachesWalks?: boolean | undefined
}

/** What accesses took. */
export interface Cost {
  /** How often each was done. Of what is missing, nothing is known. */
  readonly times: Readonly<Partial<Record<keyof Costs, number>>>
  readonly cycles: number
  readonly accesses: number
  /** Cycles for one access, on average: the effective access time. */
  readonly cyclesEach: number
  /** Reads and writes of RAM that one access waits for, walks included, on average. */
  readonly memoryAccessesEach: number
}

/** What accounts for one access among many: how often each thing was done for it, and the cycles that took. */
export function costBetween(
  before: Counted,
  after: Counted,
  costs: Costs = COSTS,
): Pick<Cost, 'times' | 'cycles'> {
  const [first, last] = [costOf(before, costs), costOf(after, costs)]
  const kinds = Object.keys(last.times) as (keyof Costs)[]
  const times = Object.fromEntries(
    kinds.map((kind) => [kind, (last.times[kind] ?? 0) - (first.times[kind] ?? 0)]),
  )
  return { times, cycles: last.cycles - first.cycles }
}

/** What was counted, in cycles. Writes that caches pass on are buffered: the processor does not wait for them. */
export function costOf({ tlbs, caches = {}, ram, cachesWalks = false }: Counted, costs: Costs = COSTS): Cost {
  const lookups = tlbs.reduce((sum, { hits, misses }) => sum + hits + misses, 0)
  const walkRead = cachesWalks ? 0 : tlbs.reduce((sum, { walkReads }) => sum + walkReads, 0)
  const accesses = ram?.accesses ?? lookups
  const memory = ram?.waits ?? lookups
  const times: Cost['times'] = {
    ...(tlbs.length === 0 ? {} : { lookup: lookups, ...(cachesWalks ? {} : { walkRead }) }),
    ...Object.fromEntries(Object.entries(caches).map(([name, { hits, misses }]) => [name, hits + misses])),
    memory,
  }
  const cycles = Object.entries(times).reduce(
    (sum, [kind, count]) => sum + count * costs[kind as keyof Costs],
    0,
  )
  const each = (count: number) => (accesses === 0 ? 0 : count / accesses)
  return { times, cycles, accesses, cyclesEach: each(cycles), memoryAccessesEach: each(memory + walkRead) }
}
