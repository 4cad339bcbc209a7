import { successorsOf, type MirBody, type Statement, type Terminator } from '../4-mir/mir.ts'
import { droppedWith } from '../3-check/dropped.ts'
import type { Type } from '../3-check/types.ts'
import { holdsReferences } from './region-types.ts'
import { accessesOf, type Access } from '../4-mir/uses.ts'

/** The places in a function's time: one before each statement and terminator, numbered block by block. */
export class Points {
  readonly body: MirBody
  readonly count: number
  private readonly starts: readonly number[]
  private readonly blockOf: Int32Array
  private readonly before: readonly (readonly number[])[]
  private readonly lookedAt = new Map<number, ReadonlySet<number>>()
  private readonly accesses: (readonly Access[])[] = []

  constructor(body: MirBody) {
    this.body = body
    const starts: number[] = []
    let count = 0
    for (const { statements } of body.blocks) {
      starts.push(count)
      count += statements.length + 1
    }
    this.starts = starts
    this.count = count
    this.blockOf = new Int32Array(count)
    body.blocks.forEach(({ statements }, block) =>
      this.blockOf.fill(block, starts[block], starts[block]! + statements.length + 1),
    )
    const before = body.blocks.map((): number[] => [])
    body.blocks.forEach(({ terminator }, block) => {
      for (const next of successorsOf(terminator)) before[next]!.push(this.lastOf(block))
    })
    this.before = before
  }

  startOf(block: number): number {
    return this.starts[block]!
  }

  blockAt(point: number): number {
    return this.blockOf[point]!
  }

  private lastOf(block: number): number {
    return this.starts[block]! + this.body.blocks[block]!.statements.length
  }

  at(point: number): Statement | Terminator {
    const block = this.blockOf[point]!
    const { statements, terminator } = this.body.blocks[block]!
    return statements[point - this.starts[block]!] ?? terminator
  }

  accessesAt(point: number): readonly Access[] {
    return (this.accesses[point] ??= accessesOf(this.at(point)))
  }

  /** Whether what happens here needs what a local holds, or gives it another value. */
  effect(local: number, point: number): 'uses' | 'defines' | undefined {
    let isDefined = false
    for (const { kind, place } of this.accessesAt(point)) {
      if (place.projection.some((part) => part.kind === 'index' && part.local === local)) return 'uses'
      if (place.local !== local) continue
      if (kind === 'drop' && this.isLookedAt(local, point)) return 'uses'
      if (kind === 'drop') continue
      const isDefinition = kind === 'assign' || kind === 'storage-live' || kind === 'storage-dead'
      if (place.projection.length > 0 || !isDefinition) return 'uses'
      isDefined = true
    }
    if (local === 0 && this.at(point).kind === 'return') return 'uses'
    return isDefined ? 'defines' : undefined
  }

  /** Whether a `drop` of its own sees the references that a local may still hold here. */
  private isLookedAt(local: number, point: number): boolean {
    const found = this.lookedAt.get(local) ?? this.findLookedAt(local)
    this.lookedAt.set(local, found)
    return found.has(point)
  }

  /** Before which points there may be something in the local, if a `drop` would look at it. */
  private findLookedAt(local: number): ReadonlySet<number> {
    const filled = new Set<number>()
    const { locals, parameterCount } = this.body
    if (!looksAtReferences(locals[local]!.type)) return filled
    const isParameter = local > 0 && local <= parameterCount
    const waiting = isParameter ? [0] : []
    for (let point = 0; point < this.count; point++)
      if (this.leaves(local, point) === 'filled') waiting.push(...this.next(point))
    for (let point = waiting.pop(); point !== undefined; point = waiting.pop()) {
      if (filled.has(point)) continue
      filled.add(point)
      if (this.leaves(local, point) !== 'empty') waiting.push(...this.next(point))
    }
    return filled
  }

  /** What becomes of a local at a point. One of whose parts some have gone elsewhere counts as empty. */
  private leaves(local: number, point: number): 'filled' | 'empty' | undefined {
    let left: 'filled' | 'empty' | undefined
    for (const { kind, place } of this.accessesAt(point)) {
      if (place.local !== local) continue
      if (kind === 'assign' && place.projection.length === 0) left = 'filled'
      else if (kind === 'move' || kind === 'drop' || kind === 'storage-dead') left = 'empty'
    }
    return left
  }

  /** The locals that something happens to here. */
  localsAt(point: number): ReadonlySet<number> {
    const locals = new Set<number>()
    if (this.at(point).kind === 'return') locals.add(0)
    for (const { place } of this.accessesAt(point)) {
      locals.add(place.local)
      for (const part of place.projection) if (part.kind === 'index') locals.add(part.local)
    }
    return locals
  }

  next(point: number): readonly number[] {
    const block = this.blockOf[point]!
    if (point < this.lastOf(block)) return [point + 1]
    return successorsOf(this.body.blocks[block]!.terminator).map((each) => this.starts[each]!)
  }

  previous(point: number): readonly number[] {
    const block = this.blockOf[point]!
    return point > this.starts[block]! ? [point - 1] : this.before[block]!
  }
}

/** A set of small numbers. */
export class BitSet {
  private readonly words: Uint32Array

  constructor(size: number) {
    this.words = new Uint32Array((size + 31) >>> 5)
  }

  has(member: number): boolean {
    return ((this.words[member >>> 5]! >>> (member & 31)) & 1) === 1
  }

  /** @returns whether it is new */
  add(member: number): boolean {
    const [word, bit] = [member >>> 5, 1 << (member & 31)]
    if ((this.words[word]! & bit) !== 0) return false
    this.words[word]! |= bit
    return true
  }

  /** @returns whether anything is new */
  addAll({ words }: BitSet): boolean {
    let isChanged = false
    // The other may be a set of fewer.
    for (let index = 0; index < words.length; index++) {
      const joined = (this.words[index]! | words[index]!) >>> 0
      if (joined !== this.words[index]) {
        this.words[index] = joined
        isChanged = true
      }
    }
    return isChanged
  }

  addUpTo(count: number): void {
    for (let member = 0; member < count; member++) this.add(member)
  }
}

/**
 * What the library promises of its own: their `drop` drops what they hold, and looks at it in no other way (`may_dangle`;
 * Rustonomicon, "Drop Check").
 */
const ONLY_DROPS = new Set(['Vec', 'IntoIter', 'VecDeque', 'HashMap', 'Rc', 'Weak'])

/** Whether a `drop` of a value of that type may follow the references in it. */
function looksAtReferences(type: Type): boolean {
  return droppedWith(type).some((part) => {
    if (part.kind === 'dyn') return true
    if ((part.kind !== 'struct' && part.kind !== 'enum') || !part.destructor || !holdsReferences(part))
      return false
    return ONLY_DROPS.has(part.item.name.text) ? part.arguments.some(looksAtReferences) : true
  })
}
