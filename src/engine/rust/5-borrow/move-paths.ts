import { isCopy, known } from '../3-check/types.ts'
import { typeOfPart, type MirBody, type Place, type Projection } from '../4-mir/mir.ts'
import type { Points } from './points.ts'

/** A place that values come to and go from by itself: a local, a field of one, what a box of one's own holds. */
export interface MovePath {
  readonly place: Place
  readonly parent: number | undefined
  readonly children: number[]
}

/** The places of a function whose coming and going has to be followed. */
export class MovePaths {
  readonly paths: MovePath[] = []
  private readonly byKey = new Map<string, number>()
  private readonly body: MirBody

  /** @param locals the variables that are looked at: by default those of which there is anything to complain */
  constructor(body: MirBody, points: Points, locals = followed(body, points)) {
    this.body = body
    for (const local of locals) this.path({ local, projection: [] })
    for (let point = 0; point < points.count; point++)
      for (const { kind, place } of points.accessesAt(point))
        if ((kind === 'move' || kind === 'assign') && this.byKey.has(keyOf({ ...place, projection: [] })))
          this.path(place)
  }

  /** Follows a place, and what is around it. @returns its number, or that of what it is part of */
  path(place: Place): number | undefined {
    const key = keyOf(place)
    const known = this.byKey.get(key)
    if (known !== undefined) return known
    const parent = place.projection.length === 0 ? undefined : this.path(without(place))
    if (place.projection.length > 0 && (parent === undefined || !this.isOwn(place))) return parent
    const index = this.paths.push({ place, parent, children: [] }) - 1
    if (parent !== undefined) this.paths[parent]!.children.push(index)
    this.byKey.set(key, index)
    return index
  }

  /** Its last step leads to a part of its own: not behind a reference, not one element among others. */
  private isOwn({ local, projection }: Place): boolean {
    let type = known(this.body.locals[local]!.type)
    for (const part of projection) {
      if (part.kind === 'index' || part.kind === 'subslice') return false
      if (part.kind === 'deref' && type.kind !== 'box') return false
      type = typeOfPart(type, part)
    }
    return true
  }

  /** The path of a place, or of the nearest thing around it. @returns undefined where it is not followed */
  nearest({ local, projection }: Place): { readonly path: number; readonly isExact: boolean } | undefined {
    for (let length = projection.length; length >= 0; length--) {
      const path = this.byKey.get(keyOf({ local, projection: projection.slice(0, length) }))
      if (path !== undefined) return { path, isExact: length === projection.length }
    }
    return undefined
  }

  *within(path: number): Generator<number> {
    yield path
    for (const child of this.paths[path]!.children) yield* this.within(child)
  }

  *around(path: number): Generator<number> {
    for (let outer = this.paths[path]!.parent; outer !== undefined; outer = this.paths[outer]!.parent)
      yield outer
  }
}

/** A text for each place, of which two differ if the places do; elements of an array are one. */
export const keyOf = ({ local, projection }: Place) => `${local}${projection.map(partKey).join('')}`

function partKey(part: Projection): string {
  switch (part.kind) {
    case 'downcast':
      return `@${part.variant}`
    case 'field':
      return `.${part.index}`
    case 'deref':
      return '*'
    case 'element':
      return `[${part.counted.index}`
    default:
      return '['
  }
}

const without = ({ local, projection }: Place): Place => ({ local, projection: projection.slice(0, -1) })

/**
 * Only of these there is anything to find out: what may be read before it has a value, what may be gone, and what may
 * be given a second value.
 */
function followed({ locals, parameterCount }: MirBody, points: Points): ReadonlySet<number> {
  const found = new Set<number>()
  const assigned = new Set<number>()
  locals.forEach(({ isDeferred }, local) => {
    if (isDeferred) found.add(local)
    if (local > 0 && local <= parameterCount) assigned.add(local)
  })
  for (let point = 0; point < points.count; point++)
    for (const { kind, place } of points.accessesAt(point)) {
      const { local, projection } = place
      const { name, mutable } = locals[local]!
      if (kind === 'move' && (name !== undefined || projection.length > 0)) found.add(local)
      if (kind !== 'assign' || projection.length > 0 || name === undefined || mutable) continue
      if (assigned.has(local)) found.add(local)
      assigned.add(local)
    }
  return found
}

/** Whether taking a value from a place leaves it empty. */
export function leavesEmpty(body: MirBody, place: Place): boolean {
  let type = known(body.locals[place.local]!.type)
  for (const part of place.projection) type = typeOfPart(type, part)
  return !isCopy(type)
}
