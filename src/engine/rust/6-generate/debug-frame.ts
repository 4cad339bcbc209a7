import { layoutOf } from '../3-check/type-layout.ts'
import { valueShape } from '../3-check/layout/value-shape.ts'
import { known, needsDrop } from '../3-check/types.ts'
import { successorsOf, type Callee, type MirBody, type Place, type Terminator } from '../4-mir/mir.ts'
import { accessesOf, type Access } from '../4-mir/uses.ts'
import { debugLayoutAmong, type Extent, type FrameLayout } from './layout.ts'

/** Something that has a place of its own in the frame: a local, or what has no name and no type in the source. */
interface FramePart extends Extent {
  /** Its number; undefined for what only unwinding and conditional drops need. */
  readonly local: number | undefined
}

/** Where the exception waits while values are dropped. */
const UNWINDING: FramePart = { local: undefined, size: 16, alignment: 8 }
/** Even without optimising, `Box::new` is put where it is called, with what it keeps in its frame. */
const BOX_NEW: FramePart = { local: undefined, size: 16, alignment: 8 }
/** Whether a value is still to be dropped. */
const DROP_FLAG: FramePart = { local: undefined, size: 1, alignment: 1 }

/**
 * What lies in the frame of a function that rustc compiled without optimising, in the order in which it counts: locals as
 * the middle representation numbers them, those without a name only if they cannot stay in registers.
 */
function frameParts(body: MirBody): readonly FramePart[] {
  const { hasCleanup, flags, dropped } = cleanupOf(body)
  const inMemory = localsInMemory(body, dropped)
  const locals = body.locals.flatMap(({ name, type }, local): FramePart[] => {
    if (local === 0 || !(name !== undefined || inMemory.has(local))) return []
    const { size, alignment } = layoutOf(type)
    return [{ local, size, alignment }]
  })
  const boxes = body.blocks.filter(
    ({ terminator }) => terminator.kind === 'call' && isBoxNew(terminator.callee),
  )
  return [
    ...locals,
    ...new Array<FramePart>(flags).fill(DROP_FLAG),
    ...(hasCleanup ? [UNWINDING] : []),
    ...boxes.map(() => BOX_NEW),
  ]
}

function isBoxNew(callee: Callee): boolean {
  return callee.kind === 'library' && callee.name === 'Box::new'
}

/** Where rustc puts variables, and what lies between them. @param variables the numbers of their locals, in order */
export function debugFrame(body: MirBody, variables: readonly number[]): FrameLayout {
  const parts = frameParts(body)
  const places = new Map(parts.map(({ local }, index) => [local, index]))
  const found = variables.map((local) => places.get(local)!)
  const isVariable = new Set(found)
  const whole = debugLayoutAmong(parts, (index) => isVariable.has(index))
  return { ...whole, offsets: found.map((index) => whole.offsets[index]!) }
}

/**
 * What is no number or two, is given a value more than once, or is referred to (`non_ssa_locals` in
 * `compiler/rustc_codegen_ssa`).
 */
function localsInMemory({ locals, blocks }: MirBody, dropped: ReadonlySet<number>): ReadonlySet<number> {
  const shapes = locals.map(({ type }) => (isSized(type) ? valueShape(type) : 'nothing'))
  const found = new Set<number>()
  const assigned = new Set<number>()
  shapes.forEach((shape, local) => shape === 'memory' && found.add(local))
  const see = ({ kind, place }: Access) => {
    const { local, projection } = place
    if (shapes[local] === 'nothing' || projection[0]?.kind === 'deref') return
    if (kind === 'assign') {
      if (projection.length > 0 || assigned.has(local)) found.add(local)
      assigned.add(local)
    } else if (kind === 'borrow' || (kind === 'drop' && dropped.has(local))) found.add(local)
    else if ((kind === 'copy' || kind === 'move') && projection.some((part) => part.kind !== 'field'))
      found.add(local)
  }
  for (const { statements, terminator } of blocks)
    for (const step of [...statements, terminator]) accessesOf(step).forEach(see)
  return found
}

function isSized(type: MirBody['locals'][number]['type']): boolean {
  const { kind } = known(type)
  return kind !== 'slice' && kind !== 'str' && kind !== 'dyn' && kind !== 'mistake'
}

/** Of a value that has to be dropped: it may be there, it may be gone. */
const THERE = 1
const GONE = 2

interface Cleanup {
  readonly hasCleanup: boolean
  readonly flags: number
  /** Locals that are dropped where they have a value. */
  readonly dropped: ReadonlySet<number>
}

/**
 * A call that fails drops what is there on its way out, which needs room; and whether a value is there when it may be
 * gone is kept in a flag.
 */
function cleanupOf(body: MirBody): Cleanup {
  const dropped = new Set<number>()
  if (!body.locals.some(({ type }) => needsDrop(type))) return { hasCleanup: false, flags: 0, dropped }
  let hasCleanup = false
  const onUnwinding = new Map<number, number>()
  const flagged = new Set<number>()
  followOwners(body, (state, terminator) => {
    if (terminator.kind === 'drop') {
      const { local } = terminator.place
      if (state.get(local) === (THERE | GONE)) flagged.add(local)
      if (state.get(local) !== GONE) dropped.add(local)
    }
    if (!mayUnwind(terminator)) return
    for (const [local, bits] of state) {
      if (terminator.kind === 'drop' && terminator.place.local === local) continue
      onUnwinding.set(local, (onUnwinding.get(local) ?? 0) | bits)
      hasCleanup ||= (bits & THERE) > 0
    }
  })
  for (const [local, bits] of onUnwinding) if (bits === (THERE | GONE)) flagged.add(local)
  return { hasCleanup, flags: flagged.size, dropped }
}

function mayUnwind({ kind }: Terminator): boolean {
  return kind === 'call' || kind === 'assert' || kind === 'drop'
}

type Owners = Map<number, number>

/** Goes through the function along every way, until nothing new is found. */
function followOwners(body: MirBody, atEnd: (state: Owners, terminator: Terminator) => void): void {
  const first: Owners = new Map()
  body.locals.forEach(({ type }, local) => {
    if (local > 0 && local <= body.parameterCount && needsDrop(type)) first.set(local, THERE)
  })
  const entries = new Map([[0, first]])
  const waiting = [0]
  while (waiting.length > 0) {
    const block = waiting.pop()!
    const { statements, terminator } = body.blocks[block]!
    const state: Owners = new Map(entries.get(block))
    const apply = ({ kind, place }: Access) => change(body, state, kind, place)
    for (const statement of statements) accessesOf(statement).forEach(apply)
    const accesses = accessesOf(terminator)
    accesses.filter(({ kind }) => kind === 'move').forEach(apply)
    atEnd(state, terminator)
    accesses.filter(({ kind }) => kind !== 'move').forEach(apply)
    for (const next of successorsOf(terminator)) if (joined(entries, next, state)) waiting.push(next)
  }
}

function change(body: MirBody, state: Owners, kind: Access['kind'], { local, projection }: Place): void {
  if (!needsDrop(body.locals[local]!.type) || projection.length > 0) return
  if (kind === 'assign') state.set(local, THERE)
  else if (kind === 'move' || kind === 'drop') state.set(local, GONE)
  else if (kind === 'storage-dead' || kind === 'storage-live') state.delete(local)
}

function joined(entries: Map<number, Owners>, block: number, state: Owners): boolean {
  const known = entries.get(block)
  if (!known) {
    entries.set(block, new Map(state))
    return true
  }
  let isChanged = false
  for (const [local, bits] of state) {
    const both = (known.get(local) ?? 0) | bits
    if (both === known.get(local)) continue
    known.set(local, both)
    isChanged = true
  }
  return isChanged
}
