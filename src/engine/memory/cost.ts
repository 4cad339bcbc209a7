import type { TlbCounts } from './tlb.ts'

/** How many cycles things take. Numbers to play with, of the size that they have on a processor of today. */
export interface Costs {
  /** Looking into the TLB. */
  readonly lookup: number
  /** Reading one entry of a page table. */
  readonly walkRead: number
  /** Reading or writing the data itself. */
  readonly memory: number
}

export const COSTS: Costs = { lookup: 1, walkRead: 100, memory: 100 }

/** How often each of them was done. */
type Times = Readonly<Record<keyof Costs, number>>

/** What accesses took. */
export interface Cost {
  readonly times: Times
  readonly cycles: number
  /** Reads and writes of RAM for one access, walks included, on average. */
  readonly memoryAccessesEach: number
}

/** What was counted, in cycles. */
export function costOf({ hits, misses, walkReads }: TlbCounts, costs: Costs = COSTS): Cost {
  const accesses = hits + misses
  const times = { lookup: accesses, walkRead: walkReads, memory: accesses }
  const kinds = Object.keys(times) as (keyof Costs)[]
  return {
    times,
    cycles: kinds.reduce((sum, kind) => sum + times[kind] * costs[kind], 0),
    memoryAccessesEach: accesses === 0 ? 0 : (accesses + walkReads) / accesses,
  }
}
