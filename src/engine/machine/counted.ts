import { COSTS, costOf, type Cost, type Costs, type Counted } from '../memory/cost.ts'
import type { Machine } from './machine.ts'

/** What TLBs and caches of a machine have counted. */
export function countedOf({ memory: { tlbs, caches }, hardware }: Machine): Counted {
  return {
    tlbs: tlbs.map(({ counts }) => counts),
    caches: caches && Object.fromEntries(caches.all.map(({ design, counts }) => [design.name, counts])),
    ram: caches?.ram,
    cachesWalks: hardware.cachesWalks,
  }
}

/** What things take on a machine. */
export function pricesOf({ hardware }: Machine): Costs {
  return { ...COSTS, ...hardware.prices }
}

/** Whether something counts what accesses take. */
export function isCounted({ memory: { tlb, caches } }: Machine): boolean {
  return tlb !== undefined || caches !== undefined
}

/** What accesses took; undefined where nothing counts them. */
export function costOfMachine(machine: Machine): Cost | undefined {
  return isCounted(machine) ? costOf(countedOf(machine), pricesOf(machine)) : undefined
}
