import { USER, WRITABLE } from '#engine/memory/entry.ts'
import { USER_EXECUTE, USER_READ, USER_WRITE } from '#engine/memory/formats/entry-format.ts'
import type { Machine } from '#engine/machine/machine.ts'
import type { Tlb, TlbEntry } from '#engine/memory/tlb.ts'
import { hex } from '#engine/units.ts'
import { thingText } from '#notebook/shared/thing.ts'
import type { TlbView } from '#notebook/shared/machine-view.ts'
import type { AtOneMoment } from './view-input.ts'

const COUNTS: readonly (readonly [fact: string, name: string])[] = [
  ['tlb.hits', 'hits'],
  ['tlb.misses', 'misses'],
  ['tlb.evictions', 'entries given up'],
  ['tlb.walkReads', 'entries read of page tables'],
]

/** What the TLB remembers, set by set, and what it has counted. */
export function tlbView({ machine, facts }: Pick<AtOneMoment, 'machine' | 'facts'>): TlbView {
  const { tlb } = machine.memory
  if (tlb === undefined) return { kind: 'tlb', sets: [], counts: [] }
  const sets = tlb.sets.map((entries, index) => ({
    index,
    entries: entries.map((entry) => entryOf(entry, machine)),
  }))
  return {
    kind: 'tlb',
    design: designOf(tlb),
    counted: tlb.counts,
    sets: sets.filter(({ entries }) => entries.length > 0),
    counts: COUNTS.map(([fact, name]) => ({ name, value: facts.need(fact) })),
  }
}

function designOf({ design }: Tlb): NonNullable<TlbView['design']> {
  const { entryCount, wayCount, replacement, tagged } = design
  return { entryCount, wayCount, setCount: entryCount / wayCount, replacement, isTagged: tagged }
}

function entryOf(
  entry: TlbEntry,
  { memory, processes }: Machine,
): TlbView['sets'][number]['entries'][number] {
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
