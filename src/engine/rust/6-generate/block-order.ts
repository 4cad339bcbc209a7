import { successorsOf, type BasicBlock, type Terminator } from '../4-mir/mir.ts'

/** In which order blocks are written down, and which of them run one after the other without a choice. */
export interface BlockOrder {
  readonly blocks: readonly number[]
  /** The same, cut where a block can be come to from elsewhere, or is left for one of several. */
  readonly runs: readonly (readonly number[])[]
  /** First and last block of each loop, by their places in the order; inner ones first. */
  readonly loops: readonly { readonly from: number; readonly to: number }[]
  /** Blocks of the loop that a block begins. */
  readonly loopOf: ReadonlyMap<number, ReadonlySet<number>>
  readonly before: readonly (readonly number[])[]
}

/** What comes of a choice follows it, and what is behind a loop stands behind it. */
export function orderBlocks(blocks: readonly BasicBlock[]): BlockOrder {
  const next = blocks.map(({ terminator }) => inReadingOrder(terminator))
  const { before, loopOf } = loopsOf(next)
  const innermost = innermostLoops(loopOf)
  const order = reversePostorder(next, (block, to) => innermost.get(block)?.has(to) ?? true)
  const places = new Map(order.map((block, place) => [block, place]))
  const loops = [...loopOf].map(([header, members]) => ({
    from: places.get(header)!,
    to: [...members].reduce((last, member) => Math.max(last, places.get(member)!), 0),
  }))
  loops.sort((one, other) => one.to - one.from - (other.to - other.from))
  return { blocks: order, runs: runsOf(order, next, before), loops, loopOf, before }
}

/** Of two ways, the one taken when a condition holds is read first. */
function inReadingOrder(terminator: Terminator): readonly number[] {
  const all = successorsOf(terminator)
  if (terminator.kind !== 'switch') return all
  const isCondition = terminator.targets.length === 1 && terminator.targets[0]![0] === 0n
  return [...new Set(isCondition ? all.toReversed() : all)]
}

/** Goes through what can be reached, depth first. */
function depthFirst(
  next: readonly (readonly number[])[],
  enter: (block: number) => void,
  leave: (block: number) => void,
  edge: (from: number, to: number) => void,
): void {
  const seen = new Set([0])
  const path: { readonly block: number; at: number }[] = [{ block: 0, at: 0 }]
  enter(0)
  while (path.length > 0) {
    const step = path.at(-1)!
    const to = next[step.block]![step.at++]
    if (to === undefined) {
      leave(step.block)
      path.pop()
      continue
    }
    edge(step.block, to)
    if (seen.has(to)) continue
    seen.add(to)
    enter(to)
    path.push({ block: to, at: 0 })
  }
}

function loopsOf(next: readonly (readonly number[])[]) {
  const before = next.map((): number[] => [])
  const open = new Set<number>()
  const ends = new Map<number, number[]>()
  depthFirst(
    next,
    (block) => open.add(block),
    (block) => open.delete(block),
    (from, to) => {
      before[to]!.push(from)
      if (open.has(to)) ends.set(to, [...(ends.get(to) ?? []), from])
    },
  )
  const loopOf = new Map<number, ReadonlySet<number>>()
  for (const [header, last] of ends) {
    const members = new Set([header])
    const waiting = [...last]
    while (waiting.length > 0) {
      const block = waiting.pop()!
      if (members.has(block)) continue
      members.add(block)
      waiting.push(...before[block]!)
    }
    loopOf.set(header, members)
  }
  return { before, loopOf }
}

function innermostLoops(loopOf: ReadonlyMap<number, ReadonlySet<number>>) {
  const innermost = new Map<number, ReadonlySet<number>>()
  for (const members of [...loopOf.values()].sort((one, other) => other.size - one.size))
    for (const member of members) innermost.set(member, members)
  return innermost
}

function reversePostorder(
  next: readonly (readonly number[])[],
  stays: (block: number, to: number) => boolean,
): number[] {
  const order: number[] = []
  const lastFirst = next.map((targets, block) => {
    if (targets.length < 2) return targets
    const [inside, outside] = [true, false].map((wanted) =>
      targets.filter((target) => stays(block, target) === wanted),
    )
    return [...inside!, ...outside!].reverse()
  })
  depthFirst(
    lastFirst,
    () => {},
    (block) => order.push(block),
    () => {},
  )
  return order.reverse()
}

function runsOf(
  order: readonly number[],
  next: readonly (readonly number[])[],
  before: readonly (readonly number[])[],
): number[][] {
  const runs: number[][] = []
  order.forEach((block, place) => {
    const [from] = before[block]!
    const goesOn =
      place > 0 && before[block]!.length === 1 && from === order[place - 1] && next[from!]!.length === 1
    if (goesOn) runs.at(-1)!.push(block)
    else runs.push([block])
  })
  return runs
}
