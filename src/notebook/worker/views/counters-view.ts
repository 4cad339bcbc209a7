import { subject } from '#engine/facts/fact.ts'
import { printSubject } from '#engine/facts/print-fact.ts'
import type { Machine } from '#engine/machine/machine.ts'
import { COUNTERS, type Counter } from '#engine/os/frame-table.ts'
import type { CountersView } from '#notebook/shared/machine-view.ts'
import type { AtOneMoment } from './view-input.ts'

type CounterRow = CountersView['counters'][number]

/** What is counted about a machine, in the words of the vocabulary; a counter without words is told by its name. */
const WORDS: Readonly<Record<string, readonly [name: string, about: string]>> = {
  'steps.count': ['instructions executed', 'since the program was loaded'],
  'os.minorFaults': ['minor page faults', 'answered without a disk: a page is mapped, filled or copied'],
  'os.majorFaults': ['major page faults', 'answered by reading a page back from swap'],
  'os.pagesSwappedOut': ['pages swapped out', 'written to the swap area, their frame for another'],
  'os.pagesDropped': [
    'pages dropped',
    'given up without writing: the same bytes are in swap, or in the file',
  ],
  'os.zeroPagesMapped': ['pages mapped to zeros', 'read before they were written: one frame serves them all'],
  'os.pagesFilled': ['pages filled', 'given a frame of their own'],
  'os.pagesCopied': ['pages copied', 'were shared until somebody wrote'],
  'os.contextSwitches': ['context switches', 'another process had its turn'],
  'os.freeFrames': ['free frames', 'of RAM that nobody has'],
  resident: ['resident bytes', 'of the running process that are in RAM'],
  swapped: ['swapped bytes', 'of the running process that are out of RAM'],
  reserved: ['reserved bytes', 'that its regions promise'],
  'tlb.hits': ['TLB hits', 'translations that were remembered'],
  'tlb.misses': ['TLB misses', 'translations that had to be walked for'],
  'tlb.evictions': ['TLB evictions', 'entries that made room for others'],
  'tlb.walkReads': ['entries read', 'of page tables, because of misses'],
  'tlb.fetchHits': ['TLB hits of fetches', 'of those, translations for instructions'],
  'tlb.fetchMisses': ['TLB misses of fetches', 'of those, translations for instructions'],
  'time.accesses': ['accesses', 'that took time: reads and writes of data, and fetches'],
  'time.cycles': ['cycles', 'that all of them took together'],
  'time.cyclesEach': ['cycles each', 'that one of them took on average'],
}

/** What is counted about a cache: the fact's property, and what stands behind the cache's name. */
const OF_CACHE: Readonly<Record<string, readonly [name: string, about: string]>> = {
  hits: ['hits', 'looked up and there'],
  misses: ['misses', 'looked up and fetched from behind it'],
  evictions: ['evictions', 'lines that made room for others'],
  writeBacks: ['lines written back', 'that had been written to, when they made room'],
}

/** Counters that stay at nothing where there is no swap area. */
const OF_SWAP: readonly Counter[] = ['majorFaults', 'pagesSwappedOut', 'pagesDropped']

/** How often things have happened, and how much of RAM is in use. */
export function countersView({ machine, facts }: Pick<AtOneMoment, 'machine' | 'facts'>): CountersView {
  const process = printSubject(subject('process', machine.current.name))
  const hasSwap = machine.kernel.linux?.paging.reclaim !== undefined
  const counted = COUNTERS.filter((name) => hasSwap || !OF_SWAP.includes(name))
  const named = ['steps.count', ...counted.map((name) => `os.${name}`), 'os.freeFrames']
  const sizes = ['resident', ...(hasSwap ? ['swapped'] : []), 'reserved'].map((size): [string, string] => [
    size,
    `${process}.${size}`,
  ])
  const tlb = ['hits', 'misses', 'fetchHits', 'fetchMisses', 'evictions', 'walkReads'].map(
    (name) => `tlb.${name}`,
  )
  const time = ['time.accesses', 'time.cycles', 'time.cyclesEach']
  const asked = [...named.map((name): [string, string] => [name, name]), ...sizes]
  const all = [...asked, ...[...tlb, ...time].map((name): [string, string] => [name, name])]
  const counters = all.flatMap(([key, fact]): CounterRow[] => {
    const value = facts.get(fact)
    return value === undefined ? [] : [{ ...wordsOf(key), value }]
  })
  return {
    kind: 'counters',
    counters: [...counters, ...ofCaches(machine, facts), ...callsMade(machine), ...freeFrames(machine)],
  }
}

function ofCaches({ memory }: Machine, facts: AtOneMoment['facts']): CounterRow[] {
  return (memory.caches?.all ?? []).flatMap(({ design: { name } }) =>
    Object.entries(OF_CACHE).flatMap(([property, [what, about]]): CounterRow[] => {
      const value = facts.get(`${printSubject(subject('cache', name))}.${property}`)
      return value === undefined ? [] : [{ name: `${name} ${what}`, about, value }]
    }),
  )
}

function wordsOf(key: string): { name: string; about: string } {
  const [name, about] = WORDS[key] ?? [
    key
      .replace(/^\w+\./, '')
      .replace(/[A-Z]/g, ' $&')
      .toLowerCase(),
    '',
  ]
  return { name, about }
}

function callsMade({ kernel }: AtOneMoment['machine']): CounterRow[] {
  if (kernel.linux === undefined) return []
  const calls = kernel.linux.events.all.filter(({ kind }) => kind === 'system-call')
  const value = { fact: '', value: String(calls.length) }
  return [{ name: 'system calls', about: 'the program has asked the operating system', value }]
}

/** A machine whose operating system answers nothing counts its frames all the same. */
function freeFrames({ kernel }: AtOneMoment['machine']): CounterRow[] {
  if (kernel.linux !== undefined) return []
  return [{ ...wordsOf('os.freeFrames'), value: { fact: '', value: String(kernel.freeFrameCount()) } }]
}
