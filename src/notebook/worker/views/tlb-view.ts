import { USER, WRITABLE } from '#engine/memory/entry.ts'
import type { Tlb, TlbEntry } from '#engine/memory/tlb.ts'
import type { Process } from '#engine/os/process.ts'
import { hex, PAGE_SIZE, pageStart } from '#engine/units.ts'
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
    entries: entries.map((entry) => entryOf(entry, machine.processes)),
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
  { page, space, frameBase, rights, noExecute, dirty, global }: TlbEntry,
  processes: readonly Process[],
): TlbView['sets'][number]['entries'][number] {
  const virtual = thingText({ kind: 'virtual', start: pageStart(page), byteCount: PAGE_SIZE })
  const physical = thingText({ kind: 'physical', start: BigInt(frameBase), byteCount: PAGE_SIZE })
  const flags: [boolean, string][] = [
    [(rights & WRITABLE) !== 0, 'R/W'],
    [(rights & USER) !== 0, 'U/S'],
    [dirty, 'D'],
    [global, 'G'],
    [noExecute, 'NX'],
  ]
  return {
    things: `${virtual} ${physical}`,
    page: hex(page),
    frameBase: hex(frameBase),
    space: processes.find(({ root }) => root === space)?.name ?? hex(space),
    flags: flags.filter(([isSet]) => isSet).map(([, name]) => name),
  }
}
