import { countedOf, pricesOf } from '#engine/machine/counted.ts'
import type { Cache, CacheCounts, CacheLine } from '#engine/memory/cache.ts'
import { hex } from '#engine/units.ts'
import { defined } from '#notebook/shared/defined.ts'
import type { CachesView } from '#notebook/shared/picture-view.ts'
import { thingText } from '#notebook/shared/thing.ts'
import type { FactReader } from '../fact-reader.ts'
import { whoseBytes, type Whose } from './bytes-of-whom.ts'
import type { AtOneMoment } from './view-input.ts'

type OneCache = CachesView['caches'][number]
type Line = OneCache['sets'][number]['lines'][number]

/** So many sets are shown whether or not they hold anything; of more, those that do. */
const FEW_SETS = 16
const MOST_SETS = 32

const COUNTS: readonly (readonly [property: string, name: string])[] = [
  ['hits', 'hits'],
  ['misses', 'misses'],
  ['fetchHits', 'hits of fetches'],
  ['fetchMisses', 'misses of fetches'],
  ['evictions', 'lines that made room'],
  ['writeBacks', 'dirty lines written back'],
  ['writesThrough', 'writes passed on'],
]

/** What lies in the caches, set by set and way by way, whose bytes they are, and what has been counted. */
export function cachesView({
  machine,
  facts,
}: Pick<AtOneMoment, 'machine' | 'facts'>): CachesView | undefined {
  const { caches } = machine.memory
  if (caches === undefined) return undefined
  const whose = whoseBytes(machine)
  return {
    kind: 'caches',
    caches: caches.all.map((cache) => oneCache(cache, facts, whose)),
    costs: { counted: countedOf(machine), prices: pricesOf(machine) },
    ...defined({
      cycles: facts.get('time.cycles'),
      cyclesEach: facts.get('time.cyclesEach'),
    }),
  }
}

type AskWhose = (physical: number, byteCount: number) => Whose

function oneCache(cache: Cache, facts: FactReader, whose: AskWhose): OneCache {
  const { design, setCount, counts, state } = cache
  const { name, lineCount, lineByteCount, wayCount, replacement, writes } = design
  const used = state.sets.flatMap((set, index) => (set === undefined ? [] : [index]))
  const all = setCount <= FEW_SETS ? Array.from({ length: setCount }, (_, index) => index) : used
  const lines = state.sets.flatMap((set) => set?.lines.filter((line) => line !== undefined) ?? [])
  return {
    name,
    design: { lineCount, lineByteCount, wayCount, setCount, replacement, writes },
    usedLines: lines.length,
    dirtyLines: lines.filter(({ isDirty }) => isDirty).length,
    sets: all.slice(0, MOST_SETS).map((index) => {
      const victim = cache.nextVictim(index)
      const ways = state.sets[index]?.lines ?? []
      return {
        index,
        lines: ways.flatMap((line, way) =>
          line === undefined ? [] : [lineOf(line, way, way === victim, lineByteCount, whose)],
        ),
      }
    }),
    hiddenSets: used.length - Math.min(used.length, all.length, MOST_SETS),
    emptySets: setCount - used.length,
    counts: COUNTS.filter(([property]) => isTold(property, counts)).map(([property, word]) => ({
      name: word,
      value: facts.need(`cache(${name}).${property}`),
    })),
    ...defined({ missRate: facts.get(`cache(${name}).missRate`) }),
  }
}

/** Hits and misses always; of fetches apart where there is anything besides them; the rest where it has happened. */
function isTold(property: string, counts: CacheCounts): boolean {
  if (['hits', 'misses'].includes(property)) return true
  const { hits, misses, fetchHits, fetchMisses } = counts
  if (/^fetch/.test(property) && hits === fetchHits && misses === fetchMisses) return false
  return counts[property as keyof CacheCounts] > 0
}

function lineOf(
  { start, isDirty }: CacheLine,
  way: number,
  leavesNext: boolean,
  byteCount: number,
  whose: AskWhose,
): Line {
  const { virtual, text } = whose(start, byteCount)
  const things = [
    thingText({ kind: 'physical', start: BigInt(start), byteCount }),
    ...(virtual === undefined ? [] : [thingText({ kind: 'virtual', start: virtual, byteCount })]),
  ]
  return {
    ...{ way, start: hex(start), isDirty, whose: text, things: things.join(' ') },
    ...defined({ leavesNext: leavesNext || undefined }),
  }
}
