import type { MirBody, Place } from '../4-mir/mir.ts'
import { conflicts, isElsewhere, isWithin, type Depth } from './places.ts'
import { BitSet, type Points } from './points.ts'
import type { Regions } from './regions.ts'
import type { Loan } from './typing.ts'

/** Which loans are in force where. */
export class Loans {
  private readonly body: MirBody
  private readonly points: Points
  private readonly regions: Regions
  private readonly ofLocal = new Map<number, Loan[]>()
  private readonly scopes = new Map<Loan, BitSet>()
  private readonly reservations = new Map<Loan, ReadonlySet<number>>()
  private readonly activations = new Map<number, Loan[]>()

  constructor(body: MirBody, points: Points, regions: Regions) {
    this.body = body
    this.points = points
    this.regions = regions
    for (const loan of regions.typing.loans) {
      if (isElsewhere(body, loan.place)) continue
      const known = this.ofLocal.get(loan.place.local)
      if (known) known.push(loan)
      else this.ofLocal.set(loan.place.local, [loan])
      if (loan.kind === 'two-phase') this.reserve(loan)
    }
  }

  /** Of what was lent of a local, in the order of the program. */
  of(local: number): readonly Loan[] {
    return this.ofLocal.get(local) ?? []
  }

  all(): Iterable<Loan> {
    return [...this.ofLocal.values()].flat()
  }

  /** Loans in force at a point whose place is touched there. */
  touched(place: Place, depth: Depth, point: number, isMeant = (_: Loan) => true): readonly Loan[] {
    return this.of(place.local).filter(
      (loan) =>
        isMeant(loan) && conflicts(this.body, loan.place, place, depth) && this.isInForce(loan, point),
    )
  }

  isInForce(loan: Loan, point: number): boolean {
    if (!this.regions.isIn(loan.region, point)) return false
    const scope = this.scopes.get(loan) ?? this.scopeOf(loan)
    this.scopes.set(loan, scope)
    return scope.has(point)
  }

  /** From where it is made, as far as it may be used, and the place is not given something else to lead to. */
  private scopeOf(loan: Loan): BitSet {
    const scope = new BitSet(this.points.count)
    const waiting = [...this.points.next(loan.point)]
    while (waiting.length > 0) {
      const point = waiting.pop()!
      if (!this.regions.isIn(loan.region, point) || !scope.add(point)) continue
      if (!this.isEnded(loan, point)) waiting.push(...this.points.next(point))
    }
    return scope
  }

  private isEnded(loan: Loan, point: number): boolean {
    return this.points.accessesAt(point).some(({ kind, place }) => {
      if (kind === 'storage-dead') return place.local === loan.place.local
      if (kind !== 'assign') return false
      return isWithin(loan.place, place) && !place.projection.some((part) => part.kind === 'index')
    })
  }

  // ── Two phases ──

  private reserve(loan: Loan): void {
    const reserved = new Set<number>()
    const waiting = [...this.points.next(loan.point)]
    while (waiting.length > 0) {
      const point = waiting.pop()!
      if (reserved.has(point)) continue
      if (loan.holder === undefined || this.points.effect(loan.holder, point) === 'uses') {
        const known = this.activations.get(point)
        if (known) known.push(loan)
        else this.activations.set(point, [loan])
        continue
      }
      reserved.add(point)
      waiting.push(...this.points.next(point))
    }
    this.reservations.set(loan, reserved)
  }

  /** Reserved, and not yet used. */
  isReserved(loan: Loan, point: number): boolean {
    return this.reservations.get(loan)?.has(point) ?? false
  }

  /** Reservations that become loans here. */
  activatedAt(point: number): readonly Loan[] {
    return this.activations.get(point) ?? []
  }
}
