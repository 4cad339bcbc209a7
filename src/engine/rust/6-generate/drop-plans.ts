import { keyOf, leavesEmpty, MovePaths } from '../5-borrow/move-paths.ts'
import { Points } from '../5-borrow/points.ts'
import type { Access } from '../4-mir/uses.ts'
import { fieldsOf, known, needsDrop, type Type } from '../3-check/types.ts'
import {
  DEREF,
  elementAt,
  isSamePart,
  placeOf,
  projected,
  successorsOf,
  typeOfPlace,
  type MirBody,
  type Place,
  type Projection,
  type Terminator,
} from '../4-mir/mir.ts'

/** A part of a value that has to be given back: the value, or of a box whose content is gone only its memory. */
export interface DropAction {
  readonly place: Place
  readonly what: 'value' | 'memory'
  /** Only where this flag is set: whether there is a value depends on the way that the program came. */
  readonly flag: number | undefined
}

/** A flag that says whether a place has a value is set, or cleared. */
export interface FlagChange {
  readonly flag: number
  readonly isSet: boolean
}

/** What is left of a function's drops when moves are taken into account (rustc, "drop elaboration"). */
export interface DropPlans {
  readonly flagCount: number
  /** By the block that the drop ends. */
  readonly actions: ReadonlyMap<number, readonly DropAction[]>
  /** What happens to flags behind a statement or terminator, by its point. */
  readonly changes: ReadonlyMap<number, readonly FlagChange[]>
  /** By the block that ends in what may panic: what goes when a panic passes by, one after the other. */
  readonly unwinding: ReadonlyMap<number, readonly DropAction[]>
  /** Flags of parameters, which have values when the function begins. */
  readonly setAtStart: readonly number[]
  pointOf(block: number, statement: number): number
}

const MAYBE_SET = 1
const MAYBE_UNSET = 2

/** Follows where values come and go; @returns undefined where nothing is ever dropped */
export function planDrops(body: MirBody, order: readonly number[]): DropPlans | undefined {
  const isDrop = (block: number) => body.blocks[block]!.terminator.kind === 'drop'
  if (!body.locals.some(({ dropRank }) => dropRank) && !order.some(isDrop)) return undefined
  return new Planner(body, order).plan()
}

class Planner {
  private readonly body: MirBody
  private readonly order: readonly number[]
  private readonly points: Points
  private readonly paths: MovePaths
  private readonly entries: (Uint8Array | undefined)[]
  private readonly flags = new Map<number, number>()
  private readonly known = new Map<string, DropAction>()

  constructor(body: MirBody, order: readonly number[]) {
    this.body = body
    this.order = order
    this.points = new Points(body)
    const owners = body.locals.flatMap(({ type }, local) => (needsDrop(type) ? [local] : []))
    this.paths = new MovePaths(body, this.points, new Set(owners))
    this.followVariants()
    this.entries = new Array<Uint8Array | undefined>(body.blocks.length).fill(undefined)
  }

  /** Where a part of a variant is followed, all parts that are dropped are. */
  private followVariants(): void {
    for (const { place } of [...this.paths.paths]) {
      if (place.projection.at(-1)?.kind !== 'downcast') continue
      for (const part of this.fieldsIn(place)) this.paths.path(projected(place, part))
    }
  }

  private fieldsIn(place: Place): readonly Projection[] {
    const type = typeOfPlace(this.body, place)
    if (type.kind !== 'struct' && type.kind !== 'variant') return []
    return fieldsOf(type).flatMap((field, index): Projection[] =>
      needsDrop(field.type) ? [{ kind: 'field', index, ...field }] : [],
    )
  }

  plan(): DropPlans {
    this.follow()
    const actions = new Map<number, readonly DropAction[]>()
    for (const block of this.order) {
      const { terminator } = this.body.blocks[block]!
      if (terminator.kind !== 'drop' || !this.entries[block]) continue
      const state = this.entries[block].slice()
      this.through(block, state, false)
      actions.set(block, this.drop(terminator.place, state))
    }
    const unwinding = this.unwinding()
    const isParameter = (local: number) => local > 0 && local <= this.body.parameterCount
    return {
      flagCount: this.flags.size,
      actions,
      unwinding,
      changes: this.flagChanges(),
      setAtStart: [...this.flags].flatMap(([path, flag]) =>
        isParameter(this.paths.paths[path]!.place.local) && !isInVariant(this.paths.paths[path]!.place)
          ? [flag]
          : [],
      ),
      pointOf: (block, statement) => this.points.startOf(block) + statement,
    }
  }

  // ── What has a value where ──

  private follow(): void {
    const first = new Uint8Array(this.paths.paths.length).fill(MAYBE_UNSET)
    this.paths.paths.forEach(({ place }, path) => {
      const isParameter = place.local > 0 && place.local <= this.body.parameterCount
      if (isParameter && !isInVariant(place)) first[path] = MAYBE_SET
    })
    this.entries[0] = first
    const waiting = [0]
    while (waiting.length > 0) {
      const block = waiting.pop()!
      const state = this.entries[block]!.slice()
      this.through(block, state, true)
      for (const next of successorsOf(this.body.blocks[block]!.terminator))
        if (this.join(next, state)) waiting.push(next)
    }
  }

  // ── What a panic finds ──

  /** Whatever has a value, the innermost scope's first, and of each scope the last first. */
  private unwinding(): ReadonlyMap<number, readonly DropAction[]> {
    const { locals, blocks } = this.body
    const ranked = locals.flatMap(({ dropRank }, local) => {
      const found = dropRank && this.paths.nearest(placeOf(local))
      return found ? [{ ...dropRank, local, path: found.path }] : []
    })
    ranked.sort((one, other) => other.depth - one.depth || other.place - one.place)
    const unwinding = new Map<number, readonly DropAction[]>()
    for (const block of ranked.length > 0 ? this.order : []) {
      if (!this.entries[block] || !mayPanic(blocks[block]!.terminator)) continue
      const state = this.entries[block].slice()
      this.through(block, state, false)
      this.takeAway(block, state)
      const actions = ranked.flatMap(({ path }) => this.dropPath(path, state))
      if (actions.length > 0) unwinding.set(block, actions)
    }
    return unwinding
  }

  /** What is passed to a call is no longer here while it goes on, nor is what is being dropped. */
  private takeAway(block: number, state: Uint8Array): void {
    const point = this.points.startOf(block) + this.body.blocks[block]!.statements.length
    for (const access of this.points.accessesAt(point))
      if (access.kind === 'move' || access.kind === 'drop')
        for (const [path, bits] of this.effects(access, state)) state[path] = bits
  }

  private join(block: number, state: Uint8Array): boolean {
    const entry = this.entries[block]
    if (!entry) {
      this.entries[block] = state.slice()
      return true
    }
    let isChanged = false
    state.forEach((bits, path) => {
      if ((entry[path]! | bits) === entry[path]) return
      entry[path]! |= bits
      isChanged = true
    })
    return isChanged
  }

  private through(
    block: number,
    state: Uint8Array,
    withTerminator: boolean,
    seen?: (point: number, path: number, bits: number) => void,
  ): void {
    const start = this.points.startOf(block)
    const { length } = this.body.blocks[block]!.statements
    for (let point = start; point < start + length + (withTerminator ? 1 : 0); point++)
      for (const access of this.points.accessesAt(point))
        for (const [path, bits] of this.effects(access, state, this.isLook(point))) {
          state[path] = bits
          seen?.(point, path, bits)
        }
  }

  /** In the order in which they take effect. */
  private *effects(
    access: Access,
    state: Uint8Array,
    isLook = false,
  ): Generator<readonly [path: number, bits: number]> {
    const found = this.paths.nearest(access.place)
    const bits = isLook && access.kind === 'assign' ? MAYBE_UNSET : this.effect(access)
    if (!found?.isExact || bits === undefined) return
    if (access.kind === 'move') yield* this.openVariants(found.path, state)
    const { length } = access.place.projection
    for (const path of this.paths.within(found.path)) {
      const isInside = isInVariant(this.paths.paths[path]!.place, length)
      yield [path, isInside ? MAYBE_UNSET : bits]
    }
  }

  /** A guard looks at a copy of what its arm may take: the copy does not own it. */
  private isLook(point: number): boolean {
    const step = this.points.at(point)
    return (
      step.kind === 'assign' &&
      step.value.kind === 'use' &&
      step.value.operand.kind === 'copy' &&
      leavesEmpty(this.body, step.value.operand.place)
    )
  }

  /** When a part of a variant moves away, the enum is no whole any more: its other parts stand for themselves. */
  private *openVariants(path: number, state: Uint8Array): Generator<readonly [path: number, bits: number]> {
    const around = [...this.paths.around(path)].reverse()
    for (const variant of around) {
      const { place, parent, children } = this.paths.paths[variant]!
      if (place.projection.at(-1)?.kind !== 'downcast' || parent === undefined) continue
      const bits = state[parent]!
      if ((bits & MAYBE_SET) === 0) continue
      yield [parent, MAYBE_UNSET]
      for (const child of children)
        for (const inner of this.paths.within(child))
          if (!isInVariant(this.paths.paths[inner]!.place, place.projection.length)) yield [inner, MAYBE_SET]
    }
  }

  private effect(access: Access): number | undefined {
    switch (access.kind) {
      case 'move':
        return leavesEmpty(this.body, access.place) ? MAYBE_UNSET : undefined
      case 'assign':
        return MAYBE_SET
      case 'drop':
      case 'storage-live':
      case 'storage-dead':
        return MAYBE_UNSET
      default:
        return undefined
    }
  }

  // ── What is left to be dropped ──

  private drop(place: Place, state: Uint8Array): DropAction[] {
    const found = this.paths.nearest(place)
    if (!found) return [this.action(place, 'value', undefined)]
    if (!found.isExact)
      return state[found.path]! & MAYBE_SET
        ? [this.action(place, 'value', this.flagOf(found.path, state))]
        : []
    return this.dropPath(found.path, state)
  }

  private dropPath(path: number, state: Uint8Array): DropAction[] {
    const { place } = this.paths.paths[path]!
    const bits = state[path]!
    const whole = (): DropAction[] =>
      bits & MAYBE_SET ? [this.action(place, 'value', this.flagOf(path, state))] : []
    if (typeOfPlace(this.body, place).kind === 'enum') return [...whole(), ...this.dropVariants(path, state)]
    const isWhole = [...this.paths.within(path)].every(
      (each) => state[each] === bits || this.isUnopened(each, place, state),
    )
    if (isWhole) return whole()
    return this.partsOf(place).flatMap((part) => this.dropPart(path, part, state))
  }

  /** In an enum that is a whole. */
  private isUnopened(path: number, { projection }: Place, state: Uint8Array): boolean {
    return state[path] === MAYBE_UNSET && isInVariant(this.paths.paths[path]!.place, projection.length)
  }

  /** What is left of variants of which something moved away. */
  private dropVariants(path: number, state: Uint8Array): DropAction[] {
    return this.paths.paths[path]!.children.flatMap((variant) =>
      this.paths.paths[variant]!.children.flatMap((part) => this.dropPath(part, state)),
    )
  }

  /** What a value consists of; a box's memory comes after what is in it. */
  private partsOf(place: Place): readonly (Projection | 'memory')[] {
    const type = typeOfPlace(this.body, place)
    if (type.kind === 'box') return [DEREF, 'memory']
    if (type.kind === 'tuple')
      return type.elements.map((element, index) => ({
        kind: 'field',
        index,
        name: String(index),
        type: element,
      }))
    if (type.kind === 'struct')
      return type.fields.map((field, index) => ({ kind: 'field', index, name: field.name, type: field.type }))
    if (type.kind === 'array')
      return Array.from({ length: type.length }, (_, index) => elementAt(index, type.length))
    throw new Error(`a ${type.kind} was moved in parts`)
  }

  private dropPart(path: number, part: Projection | 'memory', state: Uint8Array): DropAction[] {
    const { place, children } = this.paths.paths[path]!
    const flag = this.flagOf(path, state)
    const isThere = (state[path]! & MAYBE_SET) !== 0
    if (part === 'memory') return isThere ? [this.action(place, 'memory', flag)] : []
    const inner = projected(place, part)
    const child = children.find((each) => {
      const last = this.paths.paths[each]!.place.projection.at(-1)!
      return isSamePart(last, part)
    })
    if (child !== undefined) return this.dropPath(child, state)
    return isThere && needsDrop(this.typeOf(inner)) ? [this.action(inner, 'value', flag)] : []
  }

  private typeOf(place: Place): Type {
    return known(typeOfPlace(this.body, place))
  }

  /** The same one for the same thing. */
  private action(place: Place, what: DropAction['what'], flag: number | undefined): DropAction {
    const key = `${what} ${flag} ${keyOf(place)}`
    const found = this.known.get(key) ?? { place, what, flag }
    this.known.set(key, found)
    return found
  }

  private flagOf(path: number, state: Uint8Array): number | undefined {
    if (state[path] !== (MAYBE_SET | MAYBE_UNSET)) return undefined
    const flag = this.flags.get(path) ?? this.flags.size
    this.flags.set(path, flag)
    return flag
  }

  private flagChanges(): Map<number, FlagChange[]> {
    const changes = new Map<number, FlagChange[]>()
    if (this.flags.size === 0) return changes
    for (const block of this.order) {
      const state = this.entries[block]?.slice()
      if (!state) continue
      this.through(block, state, true, (point, path, bits) => {
        const flag = this.flags.get(path)
        if (flag === undefined || this.isStorage(point)) return
        changes.set(point, [...(changes.get(point) ?? []), { flag, isSet: bits === MAYBE_SET }])
      })
    }
    return changes
  }

  private isStorage(point: number): boolean {
    const { kind } = this.points.at(point)
    return kind === 'storage-live' || kind === 'storage-dead'
  }
}

/** It is part of a variant, on the way behind the first so many steps. */
function isInVariant({ projection }: Place, from = 0): boolean {
  return projection.some(({ kind }, index) => index >= from && kind === 'downcast')
}

function mayPanic({ kind }: Terminator): boolean {
  return kind === 'call' || kind === 'assert' || kind === 'drop'
}
