import type { MirBody } from '../4-mir/mir.ts'
import { leavesEmpty, type MovePaths } from './move-paths.ts'
import type { Points } from './points.ts'
import type { Access } from '../4-mir/uses.ts'

/** What may be the case of a place, by whatever way the program came: as bits. */
export const UNSET = 1
export const MOVED = 2
/** It was given a value since it began; it may be gone again. */
export const WAS_SET = 4

type State = Uint8Array

/** At each point, which places may be without a value. */
export class Filled {
  private readonly body: MirBody
  private readonly points: Points
  private readonly paths: MovePaths
  private readonly entries: (State | undefined)[]

  constructor(body: MirBody, points: Points, paths: MovePaths) {
    this.body = body
    this.points = points
    this.paths = paths
    this.entries = new Array<State | undefined>(body.blocks.length).fill(undefined)
    if (paths.paths.length > 0) this.follow()
  }

  /** Visits every point that can be reached with what is the case before each of its accesses. */
  visit(block: number, seen: (access: Access, point: number, state: State) => void): void {
    const entry = this.entries[block]
    if (!entry && this.paths.paths.length > 0) return
    this.through(block, entry?.slice() ?? new Uint8Array(0), seen)
  }

  private through(
    block: number,
    state: State,
    seen?: (access: Access, point: number, state: State) => void,
  ): State {
    const start = this.points.startOf(block)
    const end = start + this.body.blocks[block]!.statements.length
    for (let point = start; point <= end; point++)
      for (const access of this.points.accessesAt(point)) {
        seen?.(access, point, state)
        this.apply(access, state)
      }
    return state
  }

  private follow(): void {
    const first = new Uint8Array(this.paths.paths.length).fill(UNSET)
    this.paths.paths.forEach(({ place }, path) => {
      if (place.local > 0 && place.local <= this.body.parameterCount) first[path] = WAS_SET
    })
    this.entries[0] = first
    const waiting = [0]
    while (waiting.length > 0) {
      const block = waiting.pop()!
      const state = this.through(block, this.entries[block]!.slice())
      const last = this.points.startOf(block) + this.body.blocks[block]!.statements.length
      for (const next of new Set(this.points.next(last).map((point) => this.points.blockAt(point))))
        if (this.join(next, state)) waiting.push(next)
    }
  }

  private join(block: number, state: State): boolean {
    const known = this.entries[block]
    if (!known) {
      this.entries[block] = state.slice()
      return true
    }
    let isChanged = false
    for (let path = 0; path < state.length; path++) {
      const joined = known[path]! | state[path]!
      if (joined === known[path]) continue
      known[path] = joined
      isChanged = true
    }
    return isChanged
  }

  private apply(access: Access, state: State): void {
    if (
      access.kind === 'copy' ||
      access.kind === 'borrow' ||
      access.kind === 'length' ||
      access.kind === 'mention'
    )
      return
    const found = this.paths.nearest(access.place)
    if (!found?.isExact) return
    switch (access.kind) {
      case 'move':
        if (leavesEmpty(this.body, access.place)) this.put(found.path, state, MOVED | WAS_SET)
        return
      case 'assign':
        this.put(found.path, state, WAS_SET)
        return
      case 'drop':
        return
      default:
        this.put(found.path, state, UNSET)
    }
  }

  private put(path: number, state: State, bits: number): void {
    for (const inner of this.paths.within(path)) state[inner] = bits
  }
}
