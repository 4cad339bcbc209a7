import { countedOf, pricesOf } from '#engine/machine/counted.ts'
import { entryBase, PRESENT, USER, WRITABLE } from '#engine/memory/entry.ts'
import { USER_EXECUTE, USER_READ, USER_WRITE } from '#engine/memory/formats/entry-format.ts'
import type { Machine } from '#engine/machine/machine.ts'
import type { Tlb, TlbEntry } from '#engine/memory/tlb.ts'
import { hex, PAGE_SIZE } from '#engine/units.ts'
import { defined } from '#notebook/shared/defined.ts'
import { thingText } from '#notebook/shared/thing.ts'
import type { TlbView } from '#notebook/shared/machine-view.ts'
import { invalidationText } from '../event-text.ts'
import type { AtOneMoment } from './view-input.ts'

type OneTlb = TlbView['tlbs'][number]
type Input = Pick<AtOneMoment, 'machine' | 'facts'>

const COUNTS: readonly (readonly [property: string, name: string])[] = [
  ['hits', 'hits'],
  ['misses', 'misses'],
  ['evictions', 'entries given up'],
  ['walkReads', 'entries read of page tables'],
]
const OF_FETCHES: typeof COUNTS = [
  ['fetchHits', 'of the hits, by instructions'],
  ['fetchMisses', 'of the misses, by instructions'],
]

/** What TLBs remember, set by set, and what they have counted. */
export function tlbView({ machine, facts }: Input): TlbView {
  const { tlb, fetchTlb, tlbs, scheme } = machine.memory
  const { pageBits } = scheme
  if (tlb === undefined) return { kind: 'tlb', pageBits, tlbs: [], told: [] }
  const isShared = fetchTlb === tlb
  const holds = isShared ? 'data and instructions' : 'data'
  const properties = isShared ? [...COUNTS, ...OF_FETCHES] : COUNTS
  const others = fetchTlb === undefined || isShared ? [] : [fetchTlb]
  return {
    kind: 'tlb',
    pageBits,
    tlbs: [
      oneTlb(tlb, holds, countsOf(facts, 'tlb', properties), machine),
      ...others.map((other) => oneTlb(other, 'instructions', countsOf(facts, 'itlb', COUNTS), machine)),
    ],
    costs: { counted: countedOf(machine), prices: pricesOf(machine) },
    told: tlbs.flatMap(({ invalidations }) => invalidations.map((told) => invalidationText(told, pageBits))),
  }
}

function countsOf(facts: Input['facts'], subject: string, properties: typeof COUNTS): OneTlb['counts'] {
  return properties.map(([property, name]) => ({ name, value: facts.need(`${subject}.${property}`) }))
}

function oneTlb(tlb: Tlb, holds: OneTlb['holds'], counts: OneTlb['counts'], machine: Machine): OneTlb {
  const now = translationsNow(machine)
  const sets = tlb.sets.map((entries, index) => ({
    index,
    entries: entries.map((entry) => ({ ...entryOf(entry, machine), ...defined({ outdated: now(entry) }) })),
  }))
  return {
    ...{ holds, design: designOf(tlb), counts },
    sets: sets.filter(({ entries }) => entries.length > 0),
  }
}

/** What a page table says by now of an entry's page, where that is something else than the TLB remembers. */
function translationsNow({ kernel, processes, memory }: Machine): (entry: TlbEntry) => string | undefined {
  const { pageBits } = memory.scheme
  return ({ page, space, frameBase, rights }) => {
    const process = processes.find(({ root }) => root === space)
    if (process === undefined) return 'its address space is gone'
    // A large page is none of the entries of the last level.
    const entry = kernel.pageTable(process).find(page)?.entry
    if (entry === undefined || entry === 0n) return undefined
    if ((entry & BigInt(PRESENT)) === 0n) return 'the page has no frame now'
    const base = (entryBase(entry) / PAGE_SIZE) * 2 ** pageBits
    if (base !== frameBase) return `now at ${hex(base)}`
    const isTightened = (rights & WRITABLE) !== 0 && (entry & BigInt(WRITABLE)) === 0n
    return isTightened ? 'read-only now' : undefined
  }
}

function designOf({ design }: Tlb): OneTlb['design'] {
  const { entryCount, wayCount, replacement, tagged } = design
  return { entryCount, wayCount, setCount: entryCount / wayCount, replacement, isTagged: tagged }
}

function entryOf(entry: TlbEntry, { memory, processes }: Machine): OneTlb['sets'][number]['entries'][number] {
  const { page, space, frameBase } = entry
  const { pageBits } = memory.scheme
  const byteCount = 2 ** pageBits
  const virtual = thingText({ kind: 'virtual', start: BigInt(page) << BigInt(pageBits), byteCount })
  const physical = thingText({ kind: 'physical', start: BigInt(frameBase), byteCount })
  return {
    things: `${virtual} ${physical}`,
    page: hex(page),
    frameBase: hex(frameBase),
    space: processes.find(({ root }) => root === space)?.name ?? hex(space),
    flags: flagsOf(entry)
      .filter(([isSet]) => isSet)
      .map(([, name]) => name),
  }
}

/** Of x86-64 as its entries call them; of others, what a program may do with the page. */
function flagsOf({ rights, permissions, noExecute, dirty, global }: TlbEntry): [boolean, string][] {
  if (permissions !== undefined)
    return [
      [(permissions & USER_READ) !== 0, 'R'],
      [(permissions & USER_WRITE) !== 0, 'W'],
      [(permissions & USER_EXECUTE) !== 0, 'X'],
      [dirty, 'D'],
      [global, 'G'],
    ]
  return [
    [(rights & WRITABLE) !== 0, 'R/W'],
    [(rights & USER) !== 0, 'U/S'],
    [dirty, 'D'],
    [global, 'G'],
    [noExecute, 'NX'],
  ]
}
