import type { ExerciseKind } from './exercise.ts'
import { parseJson } from './parse-json.ts'
import { Random } from './random.ts'

/** An exercise that a mixed set may draw. */
export interface PoolEntry {
  readonly lesson: string
  readonly lessonTitle: string
  readonly id: string
  readonly title: string
  /** Where sets are drawn that have all kinds. */
  readonly kind?: ExerciseKind
}

/** An exercise of a set, and the seed of its variant. */
export interface DrawnEntry extends PoolEntry {
  readonly seed: number
}

/** The id under which a lesson's set is kept and linked. */
export const MIXED_SET = 'mixed-set'

/** Draws a set by seed, from as many lessons as there are before any lesson comes a second time. */
export function drawSet(pool: readonly PoolEntry[], count: number, seed: number): DrawnEntry[] {
  const random = new Random(seed)
  const lessons = random.shuffle([...new Set(pool.map(({ lesson }) => lesson))])
  const piles = lessons.map((lesson) => random.shuffle(pool.filter((entry) => entry.lesson === lesson)))
  const drawn: PoolEntry[] = []
  for (let round = 0; drawn.length < Math.min(count, pool.length); round++) {
    drawn.push(...piles.flatMap((pile) => pile[round] ?? []))
  }
  return drawn.slice(0, count).map((entry) => ({ ...entry, seed: 1 + random.below(999_999) }))
}

/** How one exercise of a set went. */
export interface SetOutcome {
  readonly passed: boolean
  readonly attempts: number
  readonly hints: number
  readonly seen: boolean
}

export const UNTOUCHED: SetOutcome = { passed: false, attempts: 0, hints: 0, seen: false }

/** Right, and without having looked at the answer. */
export function counts({ passed, seen }: SetOutcome): boolean {
  return passed && !seen
}

/** How it went, in words. */
export function describeOutcome({ passed, attempts, hints, seen }: SetOutcome): string {
  const help = hints === 0 ? '' : `, with ${hints === 1 ? 'one hint' : `${hints} hints`}`
  if (seen) return passed ? 'right, after a look at the answer' : 'looked at the answer'
  if (passed) return (attempts === 1 ? 'right at the first attempt' : `right at attempt ${attempts}`) + help
  return (
    (attempts === 0
      ? 'not answered'
      : attempts === 1
        ? 'one attempt, not right yet'
        : `${attempts} attempts, not right yet`) + help
  )
}

/** The outcomes that were stored; `UNTOUCHED` where something else stands. */
export function readOutcomes(text: string, count: number): SetOutcome[] {
  const stored = parseList(text)
  return Array.from({ length: count }, (_, index) => readOutcome(stored[index]) ?? UNTOUCHED)
}

function readOutcome(stored: unknown): SetOutcome | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined
  const { passed, attempts, hints, seen } = stored as Record<string, unknown>
  const right =
    typeof passed === 'boolean' && typeof seen === 'boolean' && isCount(attempts) && isCount(hints)
  return right ? { passed, attempts, hints, seen } : undefined
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

function parseList(text: string): readonly unknown[] {
  const parsed = parseJson(text)
  return Array.isArray(parsed) ? parsed : []
}
