/** An examination: a set from the whole course, with rules, in which no kind of exercise is rare. */
import type { DrawnEntry, PoolEntry } from './mixed-set.ts'
import { Random } from './random.ts'

/** How many exercises it has. */
export const EXAMINATION_COUNT = 20

/** By which it is done: neither hints nor answers, and two tries for each. */
export const EXAMINATION_RULES = { hints: false, solution: false, tries: 2 } as const

/**
 * Draws an examination by seed, in the order of the course: from as many lessons as there are before any lesson comes
 * a second time, and from each lesson an exercise of the kind that has come least often so far, and that fewest lessons
 * have.
 */
export function drawExamination(pool: readonly PoolEntry[], count: number, seed: number): DrawnEntry[] {
  const random = new Random(seed)
  const lessons = random.shuffle([...new Set(pool.map(({ lesson }) => lesson))])
  const piles = lessons.map((lesson) => random.shuffle(pool.filter((entry) => entry.lesson === lesson)))
  const drawn = new Set<PoolEntry>()
  const tally = new Map<PoolEntry['kind'], number>()
  const lessonsWith = (kind: PoolEntry['kind']) =>
    piles.filter((pile) => pile.some((entry) => entry.kind === kind)).length
  const spread = new Map(pool.map(({ kind }) => [kind, lessonsWith(kind)]))
  const frequency = ({ kind }: PoolEntry) => (tally.get(kind) ?? 0) + spread.get(kind)! / (lessons.length + 1)
  const size = Math.min(count, pool.length)
  while (drawn.size < size) {
    for (const pile of piles) {
      const rest = pile.filter((entry) => !drawn.has(entry))
      if (rest.length === 0 || drawn.size === size) continue
      const rarest = rest.reduce((one, other) => (frequency(other) < frequency(one) ? other : one))
      drawn.add(rarest)
      tally.set(rarest.kind, (tally.get(rarest.kind) ?? 0) + 1)
    }
  }
  return pool
    .filter((entry) => drawn.has(entry))
    .map((entry) => ({ ...entry, seed: 1 + random.below(999_999) }))
}
