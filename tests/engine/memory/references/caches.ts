import type { CacheDesign } from '#engine/memory/cache.ts'
import { EXECUTE, WRITE, type Access } from '#engine/memory/fault.ts'

interface Block {
  readonly tag: number
  dirty: boolean
  used: number
  came: number
}

/** Caches as a textbook tells of them, by time stamps; a line's neighbours know nothing of it. */
export function simulateCaches(
  designs: readonly CacheDesign[],
  trace: readonly (readonly [address: number, byteCount: number, access: Access])[],
) {
  let now = 0
  const ram = { waits: 0, writes: 0, accesses: 0 }
  const zero = {
    hits: 0,
    misses: 0,
    fetchHits: 0,
    fetchMisses: 0,
    evictions: 0,
    writeBacks: 0,
    writesThrough: 0,
  }
  const all = designs.map((design) => ({
    ...{ design, counts: { ...zero }, random: design.seed ?? 1 },
    blocks: new Map<string, Block>(),
    bits: new Map<string, boolean>(),
  }))
  type Level = (typeof all)[number]
  const place = ({ design: { lineByteCount, lineCount, wayCount } }: Level, address: number) => {
    const tag = Math.floor(address / lineByteCount)
    const set = tag % (lineCount / wayCount)
    return { tag, set, ways: Array.from({ length: wayCount }, (_, way) => `${set}/${way}`) }
  }
  /** A tree of halves, each remembering whether its upper half was used last. */
  const path = (way: number, count: number): [string, boolean][] =>
    count === 1
      ? []
      : way >= count / 2
        ? [['1', true], ...path(way - count / 2, count / 2).map(([n, b]): [string, boolean] => [`1${n}`, b])]
        : [['0', false], ...path(way, count / 2).map(([n, b]): [string, boolean] => [`0${n}`, b])]
  const touch = (level: Level, set: number, way: number) => {
    let above = `${set}:`
    for (const [, isUpper] of path(way, level.design.wayCount)) {
      level.bits.set(above, isUpper)
      above += isUpper ? '1' : '0'
    }
  }
  const choose = (level: Level, set: number, ways: string[]): number => {
    const free = ways.findIndex((way) => !level.blocks.has(way))
    if (free >= 0) return free
    const { replacement } = level.design
    if (replacement === 'random') {
      level.random = (Math.imul(level.random, 1664525) + 1013904223) >>> 0
      return Math.floor((level.random / 2 ** 32) * ways.length)
    }
    if (replacement === 'plru') {
      let [from, count, above] = [0, ways.length, `${set}:`]
      while (count > 1) {
        count /= 2
        const goesUp = level.bits.get(above) === false
        if (goesUp) from += count
        above += goesUp ? '1' : '0'
      }
      return from
    }
    const age = (way: string) => level.blocks.get(way)![replacement === 'lru' ? 'used' : 'came']
    return ways.map((_, at) => at).sort((a, b) => age(ways[a]!) - age(ways[b]!))[0]!
  }
  /** Returns what has to be asked of the level behind. */
  const use = (levels: Level[], address: number, isWrite: boolean, kind: 'demand' | 'fetch' | 'buffered') => {
    const [level, ...behind] = levels
    if (level === undefined) {
      ram[kind === 'buffered' ? 'writes' : 'waits'] += 1
      return
    }
    const { tag, set, ways } = place(level, address)
    const through = isWrite && level.design.writes === 'through'
    let way = ways.findIndex((one) => level.blocks.get(one)?.tag === tag)
    const isHit = way >= 0
    if (kind !== 'buffered') {
      level.counts[isHit ? 'hits' : 'misses'] += 1
      if (kind === 'fetch') level.counts[isHit ? 'fetchHits' : 'fetchMisses'] += 1
      if (through) level.counts.writesThrough += 1
    }
    let victim: Block | undefined
    if (!isHit && !through) {
      way = choose(level, set, ways)
      victim = level.blocks.get(ways[way]!)
      level.blocks.set(ways[way]!, { tag, dirty: false, used: 0, came: now++ })
    }
    if (way >= 0) {
      const block = level.blocks.get(ways[way]!)!
      block.used = now++
      if (isWrite && !through) block.dirty = true
      touch(level, set, way)
    }
    if (victim !== undefined) {
      level.counts.evictions += 1
      if (victim.dirty) level.counts.writeBacks += 1
      if (victim.dirty) use(behind, victim.tag * level.design.lineByteCount, true, 'buffered')
    }
    if (through) use(behind, address, true, 'buffered')
    else if (!isHit && kind !== 'buffered') use(behind, address, false, kind)
  }
  for (const [address, byteCount, access] of trace) {
    const path = all.filter(({ design: { name } }) => name !== (access === EXECUTE ? 'L1d' : 'L1i'))
    const size = path[0]?.design.lineByteCount ?? byteCount
    const lines = new Set(
      Array.from({ length: byteCount }, (_, at) => (path[0] ? Math.floor((address + at) / size) : 0)),
    )
    for (const line of lines) {
      ram.accesses += 1
      use(path, Math.max(address, line * size), access === WRITE, access === EXECUTE ? 'fetch' : 'demand')
    }
  }
  return {
    caches: all.map(({ design, counts, blocks }) => ({
      name: design.name,
      counts,
      lines: [...blocks.values()]
        .map(({ tag, dirty }) => `${tag * design.lineByteCount}${dirty ? ' dirty' : ''}`)
        .sort(),
    })),
    ram,
  }
}
