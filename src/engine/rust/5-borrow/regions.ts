import type { Span } from '../1-parse/syntax.ts'
import { blamed, type Constraint } from './outlives.ts'
import { BitSet, type Points } from './points.ts'
import { regionsIn, STATIC, type Region } from './region-types.ts'
import type { Typing, Universal } from './typing.ts'

/**
 * How long everything lives: for each region the points at which something of it may still be used, and the lifetimes of
 * the signature that it has to reach (RFC 2094, "Non-lexical lifetimes").
 */
export class Regions {
  readonly typing: Typing
  readonly points: Points
  private readonly values: (BitSet | undefined)[]
  /** Where each local with a lifetime is still needed. */
  private readonly needed = new Map<number, BitSet>()
  private readonly localsOf = new Map<Region, number[]>()

  constructor(typing: Typing, points: Points) {
    this.typing = typing
    this.points = points
    this.values = new Array<BitSet | undefined>(typing.regionCount).fill(undefined)
    for (const { region } of typing.universals) {
      const value = this.valueOf(region)
      value.addUpTo(points.count)
      value.add(points.count + region)
    }
    this.findNeeded()
    this.propagate()
  }

  private valueOf(region: Region): BitSet {
    return (this.values[region] ??= new BitSet(this.points.count + this.typing.universals.length))
  }

  isIn(region: Region, point: number): boolean {
    return this.values[region]?.has(point) ?? false
  }

  /** Whether it has to reach the end of a lifetime of the signature. */
  reaches(region: Region, universal: Region): boolean {
    return this.isIn(region, this.points.count + universal)
  }

  private isUniversal(region: Region): boolean {
    return region < this.typing.universals.length
  }

  // ── Liveness ──

  private findNeeded(): void {
    const relevant = new Set<number>()
    this.typing.localTypes.forEach((type, local) => {
      const regions = regionsIn(type)
      for (const region of regions) {
        const locals = this.localsOf.get(region)
        if (locals) locals.push(local)
        else this.localsOf.set(region, [local])
      }
      if (regions.some((region) => !this.isUniversal(region))) relevant.add(local)
    })
    for (const [local, effects] of this.usesOf(relevant))
      this.needed.set(local, this.neededAt(effects, regionsIn(this.typing.localTypes[local]!)))
  }

  private usesOf(relevant: ReadonlySet<number>): Map<number, Effects> {
    const effects = new Map<number, Effects>()
    if (relevant.size === 0) return effects
    for (let point = 0; point < this.points.count; point++) {
      for (const local of this.points.localsAt(point)) {
        const effect = relevant.has(local) ? this.points.effect(local, point) : undefined
        if (effect === undefined) continue
        const known = effects.get(local) ?? { uses: [], defines: new Set() }
        effects.set(local, known)
        if (effect === 'uses') known.uses.push(point)
        else known.defines.add(point)
      }
    }
    return effects
  }

  /** Back from each use to where the value came from. */
  private neededAt({ uses, defines }: Effects, regions: readonly Region[]): BitSet {
    const needed = new BitSet(this.points.count)
    const waiting = uses.filter((point) => needed.add(point))
    while (waiting.length > 0) {
      for (const before of this.points.previous(waiting.pop()!))
        if (!defines.has(before) && needed.add(before)) waiting.push(before)
    }
    for (const region of new Set(regions)) if (!this.isUniversal(region)) this.valueOf(region).addAll(needed)
    return needed
  }

  // ── Constraints ──

  private propagate(): void {
    const into = new Map<Region, Region[]>()
    for (const { longer, shorter } of this.typing.outlives.constraints) {
      const known = into.get(shorter)
      if (known) known.push(longer)
      else into.set(shorter, [longer])
    }
    const waiting = [...into.keys()]
    const isWaiting = new Set(waiting)
    while (waiting.length > 0) {
      const shorter = waiting.pop()!
      isWaiting.delete(shorter)
      const value = this.values[shorter]
      if (!value) continue
      for (const longer of into.get(shorter) ?? [])
        if (this.valueOf(longer).addAll(value) && into.has(longer) && !isWaiting.has(longer)) {
          isWaiting.add(longer)
          waiting.push(longer)
        }
    }
  }

  // ── Why ──

  /** Who still needs something of a region at a point: the next use of it, if there is one. */
  nextUse(
    region: Region,
    point: number,
  ): { readonly local: number; readonly span: Span; readonly isAround: boolean } | undefined {
    for (const { region: reached } of this.typing.outlives.reached(region)) {
      const locals = (this.localsOf.get(reached) ?? []).filter((local) => this.needed.get(local)?.has(point))
      const use = locals.length > 0 ? this.useAfter(point, locals) : undefined
      if (use) return use
    }
    return undefined
  }

  private useAfter(start: number, locals: readonly number[]): ReturnType<Regions['nextUse']> {
    const seen = new Set([start])
    const waiting = [start]
    for (let index = 0; index < waiting.length; index++) {
      const point = waiting[index]!
      const user =
        index === 0 ? undefined : locals.find((local) => this.points.effect(local, point) === 'uses')
      if (user !== undefined) return { local: user, span: this.points.at(point), isAround: point < start }
      for (const next of this.points.next(point)) {
        const isNeeded = locals.some((local) => this.needed.get(local)!.has(next))
        if (isNeeded && !seen.has(next)) {
          seen.add(next)
          waiting.push(next)
        } else if (next === start && isNeeded) {
          const again = locals.find((local) => this.points.effect(local, start) === 'uses')
          if (again !== undefined) return { local: again, span: this.points.at(start), isAround: true }
        }
      }
    }
    return undefined
  }

  /** The lifetime of the signature that a region has to reach, and what asks for it. */
  reachedUniversal(
    region: Region,
  ): { readonly universal: Universal; readonly because: Constraint } | undefined {
    for (const { region: reached, path } of this.typing.outlives.reached(region)) {
      const because = this.isUniversal(reached) ? blamed(path) : undefined
      if (because) return { universal: this.typing.universals[reached]!, because }
    }
    return undefined
  }

  /** Lifetimes of the signature of which one has to outlive another without anybody having said that it does. */
  unpromised(): { readonly longer: Universal; readonly shorter: Universal; readonly because: Constraint }[] {
    const { universals, outlives } = this.typing
    const promised = promisedBy(this.typing.given)
    return universals.flatMap((longer) => {
      if (longer.region === STATIC) return []
      for (const { region, path } of outlives.reached(longer.region)) {
        const because = blamed(path)
        if (!this.isUniversal(region) || region === longer.region || !because) continue
        if (promised(longer.region, region)) continue
        return [{ longer, shorter: universals[region]!, because }]
      }
      return []
    })
  }
}

function promisedBy(
  given: readonly (readonly [Region, Region])[],
): (longer: Region, shorter: Region) => boolean {
  return (longer, shorter) => {
    const reached = new Set([longer])
    for (const region of reached) {
      if (region === shorter || region === STATIC) return true
      for (const [first, second] of given) if (first === region) reached.add(second)
    }
    return false
  }
}

/** The points at which a local is looked at, and those at which it gets another value. */
interface Effects {
  readonly uses: number[]
  readonly defines: Set<number>
}
