/** Which block is reached only by way of which, and where loops begin: what structured code is made of. */
export interface Flow {
  /** Blocks in an order in which each comes before what it leads to, but for ways back; the entry first. */
  readonly order: readonly number[]
  /** A block's place in it. */
  readonly placeOf: ReadonlyMap<number, number>
  /** Blocks that are reached only by way of a block, and directly by several ways that go on. */
  readonly joinsUnder: ReadonlyMap<number, readonly number[]>
  /** Blocks that a way back leads to. */
  readonly loops: ReadonlySet<number>
  /** Blocks that several ways that go on lead to. */
  readonly joins: ReadonlySet<number>
}

/** @param leadsTo what each block leads to, one way each, in the order of their ways */
export function flowFrom(entry: number, leadsTo: (block: number) => readonly number[]): Flow {
  const order = orderFrom(entry, leadsTo)
  const placeOf = new Map(order.map((block, place) => [block, place]))
  const before = new Map<number, number[]>(order.map((block) => [block, []]))
  const loops = new Set<number>()
  for (const block of order)
    for (const next of leadsTo(block)) {
      if (placeOf.get(next)! <= placeOf.get(block)!) loops.add(next)
      else before.get(next)!.push(block)
    }
  const joins = new Set(order.filter((block) => before.get(block)!.length > 1))
  const dominators = dominatorsOf(order, placeOf, leadsTo)
  const joinsUnder = new Map<number, number[]>()
  for (const block of order) {
    const above = dominators[placeOf.get(block)!]!
    if (joins.has(block)) joinsUnder.set(order[above]!, [...(joinsUnder.get(order[above]!) ?? []), block])
  }
  return { order, placeOf, joinsUnder, loops, joins }
}

/** Depth first, and what was finished last comes first. */
function orderFrom(entry: number, leadsTo: (block: number) => readonly number[]): number[] {
  const finished: number[] = []
  const seen = new Set([entry])
  const way = [{ block: entry, next: 0 }]
  while (way.length > 0) {
    const here = way.at(-1)!
    const to = leadsTo(here.block)[here.next++]
    if (to === undefined) finished.push(way.pop()!.block)
    else if (!seen.has(to)) {
      seen.add(to)
      way.push({ block: to, next: 0 })
    }
  }
  return finished.reverse()
}

/**
 * For each block's place that of the one before it through which every way to it leads (Cooper, Harvey and Kennedy, A
 * Simple, Fast Dominance Algorithm). Ways back count too.
 */
function dominatorsOf(
  order: readonly number[],
  placeOf: ReadonlyMap<number, number>,
  leadsTo: (block: number) => readonly number[],
): number[] {
  const before: number[][] = order.map(() => [])
  order.forEach((block, place) => leadsTo(block).forEach((next) => before[placeOf.get(next)!]!.push(place)))
  const above = order.map(() => -1)
  above[0] = 0
  const meet = (one: number, other: number): number => {
    if (one === other) return one
    return one > other ? meet(above[one]!, other) : meet(one, above[other]!)
  }
  for (let changed = true; changed;) {
    changed = false
    for (let place = 1; place < order.length; place++) {
      const found = before[place]!.filter((one) => above[one]! >= 0).reduce((one, other) => meet(one, other))
      if (above[place] === found) continue
      above[place] = found
      changed = true
    }
  }
  return above
}
