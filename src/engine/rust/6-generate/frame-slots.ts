import { layoutOf } from '../3-check/type-layout.ts'
import { known } from '../3-check/types.ts'
import type { MirBody, Place } from '../4-mir/mir.ts'
import type { Run } from './steps.ts'
import { placesIn } from './temporaries.ts'

interface Interval {
  readonly local: number
  from: number
  to: number
}

/**
 * Places in the frame for values without a name that have to lie somewhere: below the variables, and two of them at the
 * same place where they are never needed at the same time.
 * @param needed the locals that need a place
 * @param loops first and last block of each loop, by their order; inner ones first
 * @param depth where the frame ends now, in bytes below RBP
 */
export function frameSlots(
  body: MirBody,
  runs: readonly Run[],
  { needed, kept }: { readonly needed: readonly number[]; readonly kept: ReadonlySet<number> },
  loops: readonly { readonly from: number; readonly to: number }[],
  depth: number,
): { readonly offsets: ReadonlyMap<number, number>; readonly depth: number } {
  const intervals = intervalsOf(body, runs, new Set(needed), kept)
  for (const interval of intervals)
    for (const { from, to } of loops)
      if (interval.from < from && from <= interval.to && interval.to < to) interval.to = to
  return colour(body, intervals, Math.ceil(depth / 8) * 8)
}

/** From the first time that a local is mentioned to the last, in steps counted through all runs. */
function intervalsOf(
  { parameterCount }: MirBody,
  runs: readonly Run[],
  needed: ReadonlySet<number>,
  kept: ReadonlySet<number>,
): Interval[] {
  const intervals = new Map<number, Interval>()
  const storage = new Storage(runs, kept)
  let at = 0
  const mention = (local: number, place = at) => {
    if (!needed.has(local)) return
    const interval = intervals.get(local)
    if (!interval) intervals.set(local, { local, from: place, to: place })
    else if (place > interval.to) interval.to = place
    else if (place < interval.from) interval.from = place
  }
  const look = ({ local, projection }: Place) => {
    mention(local)
    for (const part of projection) if (part.kind === 'index') mention(part.local)
  }
  runs.forEach(({ steps }, run) => {
    for (const step of steps) {
      at++
      if (step.kind === 'assign') look(step.place)
      else if (step.kind === 'call') look(step.destination)
      else if (step.kind === 'return') mention(0)
      else if (step.kind === 'storage-live' && kept.has(step.local))
        for (const place of storage.reach(step.local, run, at)) mention(step.local, place)
      placesIn(step).forEach(look)
    }
  })
  // What is passed is there from the beginning.
  for (const interval of intervals.values())
    if (interval.local <= parameterCount && interval.local > 0) interval.from = 0
  return [...intervals.values()].sort((one, other) => one.from - other.from)
}

/** What something refers to is there as long as its storage is, whichever way the program goes. */
class Storage {
  private readonly runs: readonly Run[]
  /** In each run, where the storage of a local ends. */
  private readonly ends: readonly ReadonlyMap<number, number>[]
  private readonly starts: readonly number[]
  private readonly runOf: ReadonlyMap<number, number>

  constructor(runs: readonly Run[], kept: ReadonlySet<number>) {
    this.runs = runs
    const starts: number[] = []
    let at = 0
    this.ends = runs.map(({ steps }) => {
      starts.push(at + 1)
      const ends = new Map<number, number>()
      for (const step of steps) {
        at++
        if (step.kind === 'storage-dead' && kept.has(step.local)) ends.set(step.local, at)
      }
      return ends
    })
    this.starts = starts
    this.runOf = new Map(runs.map(({ block }, run) => [block, run]))
  }

  /** The steps at which the storage of a local is seen to begin and to end. */
  *reach(local: number, run: number, begin: number): Generator<number> {
    yield begin
    const own = this.ends[run]!.get(local)
    if (own !== undefined && own > begin) return yield own
    yield this.lastOf(run)
    const seen = new Set([run])
    const waiting = [...this.next(run)]
    while (waiting.length > 0) {
      const each = waiting.pop()!
      if (seen.has(each)) continue
      seen.add(each)
      yield this.starts[each]!
      const end = this.ends[each]!.get(local)
      yield end ?? this.lastOf(each)
      if (end === undefined) waiting.push(...this.next(each))
    }
  }

  private lastOf(run: number): number {
    return this.starts[run]! + this.runs[run]!.steps.length - 1
  }

  private next(run: number): readonly number[] {
    const last = this.runs[run]!.steps.at(-1)
    if (last?.kind === 'goto') return [this.runOf.get(last.target)!]
    if (last?.kind !== 'switch') return []
    return [...last.targets.map(([, target]) => target), last.otherwise].map((block) =>
      this.runOf.get(block)!,
    )
  }
}

function colour(body: MirBody, intervals: readonly Interval[], start: number) {
  const offsets = new Map<number, number>()
  let active: { readonly top: number; readonly bottom: number; readonly to: number }[] = []
  let deepest = start
  for (const { local, from, to } of intervals) {
    const { size, alignment } = layoutOf(known(body.locals[local]!.type))
    active = active.filter((each) => each.to >= from)
    let bottom = below(start, size, alignment)
    for (const each of active)
      if (bottom > each.top && bottom - size < each.bottom) bottom = below(each.bottom, size, alignment)
    active.push({ top: bottom - size, bottom, to })
    active.sort((one, other) => one.top - other.top)
    offsets.set(local, -bottom)
    deepest = Math.max(deepest, bottom)
  }
  return { offsets, depth: deepest }
}

function below(depth: number, size: number, alignment: number): number {
  const unit = Math.max(8, alignment)
  return Math.ceil((depth + size) / unit) * unit
}
