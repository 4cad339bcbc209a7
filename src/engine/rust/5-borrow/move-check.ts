import type { Label } from '../../diagnostic.ts'
import type { Span } from '../1-parse/syntax.ts'
import { known, typeText, type Type } from '../3-check/types.ts'
import { typeOfPart, type CaptureOf, type MirBody, type Place } from '../4-mir/mir.ts'
import { messages } from '../messages.ts'
import { borrowMessages, labels } from './borrow-messages.ts'
import { label, type Complaints } from './complaints.ts'
import { MOVED, UNSET, WAS_SET } from './filled.ts'
import { leavesEmpty, type MovePaths } from './move-paths.ts'
import { permissionFor, staticBehind } from './permissions.ts'
import { placeName } from './places.ts'
import type { Points } from './points.ts'
import type { Access } from '../4-mir/uses.ts'

/** Whether places have values, and may be changed. */
export class MoveCheck {
  private readonly body: MirBody
  private readonly points: Points
  private readonly paths: MovePaths
  private readonly complaints: Complaints
  /** Variables that something changes. */
  private readonly changed = new Set<number>()
  private readonly assigned = new Set<number>()

  constructor(body: MirBody, points: Points, paths: MovePaths, complaints: Complaints) {
    this.body = body
    this.points = points
    this.paths = paths
    this.complaints = complaints
  }

  check(access: Access, point: number, state: Uint8Array): void {
    if ('capture' in access && access.capture) this.capture(access.capture)
    switch (access.kind) {
      case 'copy':
      case 'length':
        return this.use(access, point, state)
      case 'move':
        if (!this.isTakenAmiss(access)) this.use(access, point, state)
        return
      case 'borrow':
        this.use(access, point, state)
        if (access.how !== 'shared' && access.how !== 'raw-const' && !access.capture)
          this.change(access, 'borrow')
        return
      case 'assign':
        return this.assign(access, point, state)
      case 'drop':
        if (access.isReplaced && access.place.projection.length > 0) this.change(access, 'assign')
        return
      default:
    }
  }

  // ── Values that are looked at ──

  private use({ place, kind, span }: Access, point: number, state: Uint8Array): void {
    const found = this.paths.nearest(place)
    if (!found) return
    const missing = [...(found.isExact ? this.paths.within(found.path) : [found.path])].find(
      (path) => (state[path]! & (UNSET | MOVED)) !== 0,
    )
    if (missing === undefined) return
    if ((state[missing]! & MOVED) === 0) return this.unset(place.local, span)
    const name = placeName(this.body, place) ?? placeName(this.body, { ...place, projection: [] }) ?? 'value'
    const isPartial = missing !== found.path
    this.complaints.say(
      span,
      borrowMessages.moved(name, kind === 'borrow', isPartial),
      `moved ${place.local} ${name}`,
      this.movesBefore(missing, point),
    )
  }

  private unset(local: number, span: Span): void {
    const { name = 'value', span: declaration } = this.body.locals[local]!
    const isEverAssigned = this.assignmentsOf(local).some(
      ({ from, to }) => !(from <= span.from && span.to <= to),
    )
    this.complaints.say(span, messages.uninitialised(name, isEverAssigned), `unset ${local}`, [
      label(declaration, labels.declared(name)),
    ])
  }

  private assignmentsOf(local: number): Span[] {
    const spans: Span[] = []
    for (let point = 0; point < this.points.count; point++)
      for (const { kind, place, span } of this.points.accessesAt(point))
        if (kind === 'assign' && place.local === local && place.projection.length === 0) spans.push(span)
    return spans
  }

  /** Where the value went that is missing: back along every way up to where it was given one. */
  private movesBefore(path: number, point: number): Label[] {
    const found: Label[] = []
    const seen = new Set<number>()
    const waiting = [...this.points.previous(point)]
    while (waiting.length > 0 && found.length < 2) {
      const before = waiting.shift()!
      if (seen.has(before)) continue
      seen.add(before)
      const last = this.points.accessesAt(before).findLast(({ kind, place }) => {
        const at = this.paths.nearest(place)
        if (!at?.isExact || (kind !== 'move' && kind !== 'assign' && kind !== 'storage-live')) return false
        return at.path === path || [...this.paths.around(path)].includes(at.path)
      })
      if (last?.kind === 'move') found.push(label(last.span, labels.moved(before >= point)))
      if (!last) waiting.push(...this.points.previous(before))
    }
    return found
  }

  /** @returns whether the value cannot be taken from there at all, which is then said */
  private isTakenAmiss(access: Access): boolean {
    const { place } = access
    const span = ('subject' in access && access.subject) || access.span
    if (!leavesEmpty(this.body, place)) return false
    let type = known(this.body.locals[place.local]!.type)
    for (const [index, part] of place.projection.entries()) {
      const inner = typeOfPart(type, part)
      const isElement = part.kind === 'deref' && type.kind !== 'box' && isSequence(inner)
      const isOfSlice = part.kind === 'element' && type.kind === 'slice'
      const isOfSequence = part.kind === 'index' || isOfSlice || isElement
      if (isOfSequence && isLentByDeref(this.body, place.local)) {
        this.complaints.say(span, messages.moveOutOf('an index of what is no array', 'E0507'))
        return true
      }
      if (isOfSequence) {
        this.complaints.say(
          span,
          messages.moveOutOf(
            `${(isElement ? inner : type).kind === 'slice' ? 'a slice' : 'an array'} by an index`,
            'E0508',
          ),
        )
        return true
      }
      if (part.kind === 'deref' && type.kind !== 'box') {
        const item = index === 0 ? staticBehind(this.body, place.local) : undefined
        const name = placeName(this.body, place)
        const behind =
          type.kind === 'reference' ? `a ${type.mutable ? 'mutable' : 'shared'} reference` : 'a raw pointer'
        const what =
          item === undefined
            ? `${name === undefined ? 'what' : `\`${name}\` which`} is behind ${behind}`
            : `static item \`${item}\``
        this.complaints.say(span, messages.moveOutOf(what, 'E0507'))
        return true
      }
      if ((type.kind === 'struct' || type.kind === 'enum') && type.destructor) {
        this.complaints.say(span, messages.moveOutOfDrop(typeText(type)))
        return true
      }
      type = inner
    }
    return false
  }

  // ── Values that are changed ──

  private assign(access: Access, point: number, state: Uint8Array): void {
    const { place, span } = access
    const { name, mutable } = this.body.locals[place.local]!
    if (place.projection.length > 0) {
      this.assignPart(access, point, state)
      return this.change(access, 'assign')
    }
    if (name === undefined) return
    const isParameter = place.local > 0 && place.local <= this.body.parameterCount
    const path = this.paths.nearest(place)
    const wasSet = path ? (state[path.path]! & WAS_SET) !== 0 : isParameter || this.assigned.has(place.local)
    this.assigned.add(place.local)
    if (!wasSet) return
    if (mutable) this.changed.add(place.local)
    else {
      this.complaints.say(span, isParameter ? messages.assignedArgument(name) : messages.assignedTwice(name))
    }
  }

  /** A part gets a value only where the whole has one. */
  private assignPart({ place, span, kind }: Access, point: number, state: Uint8Array): void {
    const whole: Place = { local: place.local, projection: place.projection.slice(0, -1) }
    const found = this.paths.nearest(whole)
    const bits = found ? state[found.path]! : 0
    const isField = place.projection.at(-1)?.kind === 'field'
    if (!isField && (bits & (MOVED | UNSET)) !== 0)
      return this.use({ kind: 'copy', place: whole, span }, point, state)
    const name = placeName(this.body, { local: place.local, projection: [] }) ?? 'value'
    if (bits & MOVED)
      this.complaints.say(
        span,
        borrowMessages.assignedToMoved(placeName(this.body, whole) ?? name),
        `moved ${place.local} ${kind}`,
        this.movesBefore(found!.path, point),
      )
    else if (bits & UNSET)
      this.complaints.say(span, borrowMessages.partlyAssigned(name), `unset ${place.local}`)
  }

  private change({ place, span }: Access, how: 'assign' | 'borrow'): void {
    const permission = permissionFor(this.body, place)
    if (permission.obstacle === undefined) {
      if (permission.by !== undefined) this.changed.add(permission.by)
      return
    }
    const { obstacle, local } = permission
    const declared = local === undefined ? undefined : this.body.locals[local]!
    const where = declared?.name === undefined ? [] : [label(declared.span, labels.declared(declared.name))]
    const message = how === 'assign' ? messages.cannotAssign(obstacle) : messages.cannotBorrow(obstacle)
    this.complaints.say(span, message, undefined, where)
  }

  /** What a closure changes of what it captures, it changes where it stands. */
  private capture({ change }: CaptureOf): void {
    if (!change) return
    const { local, projection, how } = change
    this.change({ kind: 'mention', place: { local, projection }, span: change }, how)
  }

  warnOfUnusedMut(): void {
    this.body.locals.forEach(({ name, mutable, span }, local) => {
      if (name !== undefined && mutable && !this.changed.has(local))
        this.complaints.say(span, messages.unusedMut(name))
    })
  }
}

function isSequence({ kind }: Type): boolean {
  return kind === 'slice' || kind === 'array'
}

/** Whether it is what `Deref` leads to, as a `Vec` to its slice. */
function isLentByDeref({ blocks }: MirBody, local: number): boolean {
  return blocks.some(({ terminator: end }) => {
    if (end.kind !== 'call' || end.destination.local !== local || end.callee.kind !== 'function') return false
    return /^deref(?:_mut)?$/.test(end.callee.item.name.text)
  })
}
