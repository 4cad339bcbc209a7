import { successorsOf, type BasicBlock, type Terminator } from './mir.ts'

/**
 * Without the blocks that nothing leads to, and those that only lead on; what always runs one after the other is one
 * block. They are numbered in the order in which they are first met.
 */
export function simplified(blocks: readonly BasicBlock[]): BasicBlock[] {
  const order = reachable(blocks)
  const entries = new Map<number, number>()
  for (const block of order)
    for (const next of nextOf(blocks, block)) entries.set(next, (entries.get(next) ?? 0) + 1)
  const joined = (block: number): BasicBlock => {
    const statements = [...blocks[block]!.statements]
    let { terminator } = blocks[block]!
    while (terminator.kind === 'goto') {
      const next = onwards(blocks, terminator.target)
      if (entries.get(next) !== 1 || next === order[0]) break
      entries.set(next, 0)
      statements.push(...blocks[next]!.statements)
      terminator = blocks[next]!.terminator
    }
    return { statements, terminator }
  }
  const kept = new Map<number, BasicBlock>()
  for (const block of order)
    if (block === order[0] || entries.get(block) !== 0) kept.set(block, joined(block))
  const numbers = new Map([...kept.keys()].map((block, index) => [block, index]))
  const to = (block: number) => numbers.get(onwards(blocks, block))!
  return [...kept.values()].map(({ statements, terminator }) => ({
    statements,
    terminator: renumbered(terminator, to),
  }))
}

function nextOf(blocks: readonly BasicBlock[], block: number): number[] {
  return successorsOf(blocks[block]!.terminator).map((each) => onwards(blocks, each))
}

/** From the first on, what follows before what is on the other ways. */
function reachable(blocks: readonly BasicBlock[]): readonly number[] {
  const order = new Set<number>()
  const waiting = [onwards(blocks, 0)]
  while (waiting.length > 0) {
    const block = waiting.pop()!
    if (order.has(block)) continue
    order.add(block)
    waiting.push(...nextOf(blocks, block).toReversed())
  }
  return [...order]
}

/** The first block with something in it; a loop around nothing stays. */
function onwards(blocks: readonly BasicBlock[], start: number): number {
  const passed = new Set<number>()
  for (let block = start; ;) {
    const { statements, terminator } = blocks[block]!
    if (statements.length > 0 || terminator.kind !== 'goto' || passed.has(block)) return block
    passed.add(block)
    block = terminator.target
  }
}

function renumbered(terminator: Terminator, to: (block: number) => number): Terminator {
  switch (terminator.kind) {
    case 'return':
    case 'unreachable':
      return terminator
    case 'switch': {
      const targets = terminator.targets.map(([value, target]) => [value, to(target)] as const)
      return { ...terminator, targets, otherwise: to(terminator.otherwise) }
    }
    case 'call':
      return { ...terminator, target: terminator.target === undefined ? undefined : to(terminator.target) }
    default:
      return { ...terminator, target: to(terminator.target) }
  }
}
