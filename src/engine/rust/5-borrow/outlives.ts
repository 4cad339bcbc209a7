import type { Span } from '../1-parse/syntax.ts'
import { relatedRegions, type Relation } from './relate.ts'
import { STATIC, type Region, type RegionType } from './region-types.ts'

/** Why one thing has to live at least as long as another. */
export type Category = 'return' | 'argument' | 'annotation' | 'assignment' | 'inner'

/** `longer: shorter`, and what in the source asks for it. */
export interface Constraint {
  readonly longer: Region
  readonly shorter: Region
  readonly category: Category
  readonly span: Span
}

/** What has to outlive what in one function. */
export class Outlives {
  readonly constraints: Constraint[] = []
  /** What each region has to outlive. */
  private readonly from = new Map<Region, Constraint[]>()

  add(longer: Region, shorter: Region, category: Category, { from, to }: Span): void {
    if (longer === shorter || longer === STATIC) return
    const constraint = { longer, shorter, category, span: { from, to } }
    this.constraints.push(constraint)
    const known = this.from.get(longer)
    if (known) known.push(constraint)
    else this.from.set(longer, [constraint])
  }

  /** A value of the first type is used as one of the second. */
  relate(
    found: RegionType,
    wanted: RegionType,
    category: Category,
    span: Span,
    relation: Relation = 'sub',
  ): void {
    for (const [longer, shorter] of relatedRegions(found, wanted, relation))
      this.add(longer, shorter, category, span)
  }

  /** Regions that this one has to outlive, nearest first, with the constraint that led to each. */
  *reached(start: Region): Generator<{ readonly region: Region; readonly path: readonly Constraint[] }> {
    const seen = new Map<Region, Constraint | undefined>([[start, undefined]])
    const waiting = [start]
    for (let index = 0; index < waiting.length; index++) {
      const region = waiting[index]!
      yield { region, path: pathTo(region, seen) }
      for (const constraint of this.from.get(region) ?? [])
        if (!seen.has(constraint.shorter)) {
          seen.set(constraint.shorter, constraint)
          waiting.push(constraint.shorter)
        }
    }
  }
}

function pathTo(end: Region, seen: ReadonlyMap<Region, Constraint | undefined>): Constraint[] {
  const path: Constraint[] = []
  for (let constraint = seen.get(end); constraint; constraint = seen.get(constraint.longer))
    path.unshift(constraint)
  return path
}

const RANK: readonly Category[] = ['return', 'annotation', 'argument', 'assignment', 'inner']

/** The constraint that says most to a reader: that a value is given back before that it was put into a variable. */
export function blamed(path: readonly Constraint[]): Constraint | undefined {
  for (const category of RANK) {
    const found = path.findLast((each) => each.category === category)
    if (found) return found
  }
  return undefined
}
