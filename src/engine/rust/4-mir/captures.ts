/**
 * What a closure captures: of each variable around it the places that its body uses, and how it needs them (Rust
 * reference, "Closure types", edition 2021 and later). It is found on the middle representation of the body, in which
 * the variables around it are still locals.
 */
import type { Span } from '../1-parse/syntax.ts'
import type { Local } from '../2-resolve/resolve.ts'
import type { CallKind } from '../3-check/callables.ts'
import { isCopy, known, type Type } from '../3-check/types.ts'
import { isSamePart, typeOfPart, type BasicBlock, type LocalDeclaration, type Projection } from './mir.ts'
import { accessesOf, type Access } from './uses.ts'

/** By value, or by a reference. */
type Manner = 'shared' | 'mutable' | 'value'

export interface Capture {
  readonly variable: Local
  readonly projection: readonly Projection[]
  readonly type: Type
  readonly manner: Manner
  /** The first place that the body changes of it, and where. */
  readonly change: Change | undefined
  /** Where the body needs it so. */
  readonly span: Span
}

export interface Change extends Span {
  readonly how: 'assign' | 'borrow'
  readonly projection: readonly Projection[]
}

export interface Captures {
  readonly all: readonly Capture[]
  readonly kind: CallKind
}

interface Body {
  readonly locals: readonly LocalDeclaration[]
  readonly blocks: readonly BasicBlock[]
  /** Variables from around, in the order in which they are named. */
  readonly upvars: ReadonlyMap<Local, number>
}

export function capturesIn(body: Body, isMove: boolean, wantedKind: CallKind | undefined): Captures {
  const uses = body.blocks.flatMap(({ statements, terminator }) =>
    [...statements, terminator].flatMap((step) => [...accessesOf(step)]),
  )
  let kind: CallKind = 'Fn'
  const all = [...body.upvars].flatMap(([variable, local]) => {
    const type = known(body.locals[local]!.type)
    const found = uses.flatMap((access) => {
      const use = access.place.local === local ? useOf(access, type) : undefined
      return use ?? []
    })
    for (const { manner } of found) {
      if (manner === 'value') kind = 'FnOnce'
      else if (manner === 'mutable' && kind === 'Fn') kind = 'FnMut'
    }
    return smallest(found.map((use) => adjusted(use, type, isMove))).map((use) => ({
      ...use,
      variable,
      type: typeAt(type, use.projection),
    }))
  })
  return { all, kind: wantedKind ?? kind }
}

type Use = Omit<Capture, 'variable' | 'type'>

const MANNERS: readonly Manner[] = ['shared', 'mutable', 'value']

/** What an access of the body asks for; nothing where it only mentions a place. */
function useOf(access: Access, whole: Type): Use | undefined {
  const { place, span } = access
  const manner = mannerOf(access, typeAt(whole, place.projection))
  if (manner === undefined) return undefined
  const change =
    manner === 'mutable'
      ? ({
          ...spanOf(span),
          how: access.kind === 'borrow' ? 'borrow' : 'assign',
          projection: place.projection,
        } as const)
      : undefined
  const isThroughRaw = typesOn(whole, place.projection).some(
    (type, index) => type.kind === 'pointer' && place.projection[index]?.kind === 'deref',
  )
  const projection = untilOpaque(place.projection, whole)
  return {
    projection,
    manner: isThroughRaw ? 'shared' : manner,
    change: isThroughRaw ? undefined : change,
    span: spanOf(span),
  }
}

function mannerOf(access: Access, type: Type): Manner | undefined {
  switch (access.kind) {
    case 'copy':
    case 'length':
      return 'shared'
    case 'move':
      return isCopy(type) ? 'shared' : 'value'
    case 'borrow':
      return access.how === 'shared' || access.how === 'raw-const' ? 'shared' : 'mutable'
    case 'assign':
    case 'drop':
      return 'mutable'
    default:
      return undefined
  }
}

/** Elements, variants of enums and what raw pointers and unions hold are not captured by themselves. */
function untilOpaque(projection: readonly Projection[], whole: Type): readonly Projection[] {
  const types = typesOn(whole, projection)
  const end = projection.findIndex(({ kind }, index) => {
    const type = types[index]!
    if (kind !== 'deref' && kind !== 'field') return true
    if (kind === 'deref') return type.kind === 'pointer'
    return type.kind === 'struct' && type.item.isUnion
  })
  return end < 0 ? projection : projection.slice(0, end)
}

/** What moves in goes no further than to the first pointer; what is lent through a `&` is that reference's. */
function adjusted(use: Use, whole: Type, isMove: boolean): Use {
  const { projection } = use
  const types = typesOn(whole, projection)
  if (isMove || use.manner === 'value') {
    const pointer = projection.findIndex(({ kind }) => kind === 'deref')
    const end = pointer < 0 ? projection.length : pointer
    // Nothing moves out of what is dropped as a whole; a copy may.
    const whole = isCopy(types[end]!) ? -1 : types.findIndex(hasDestructor)
    return {
      ...use,
      manner: 'value',
      projection: projection.slice(0, whole < 0 ? end : Math.min(whole, end)),
    }
  }
  const packed = projection.findIndex((_, index) => {
    const type = types[index]!
    return type.kind === 'struct' && type.item.representation.packed !== undefined
  })
  const end = packed < 0 ? projection.length : packed
  const last = projection.slice(0, end).findLastIndex(({ kind }) => kind === 'deref')
  const base = last < 0 ? undefined : types[last]
  const isShared = base?.kind === 'reference' && !base.mutable
  return { ...use, projection: projection.slice(0, isShared ? last + 1 : end) }
}

function hasDestructor(type: Type): boolean {
  return (type.kind === 'struct' || type.kind === 'enum') && type.destructor !== undefined
}

/** No place is captured that lies in another one. */
function smallest(uses: readonly Use[]): readonly Use[] {
  const kept: Use[] = []
  for (const use of uses) {
    const around = kept.findIndex((each) => isPrefix(each.projection, use.projection))
    if (around >= 0) {
      kept[around] = merged(kept[around]!, use, kept[around]!.projection)
      continue
    }
    const inside = kept.filter((each) => isPrefix(use.projection, each.projection))
    const whole = inside.reduce((one, other) => merged(other, one, use.projection), use)
    const at = inside[0] ? kept.indexOf(inside[0]) : kept.length
    kept.splice(at, 0, whole)
    for (const each of inside) kept.splice(kept.indexOf(each), 1)
  }
  return kept.toSorted((one, other) => compareFields(one.projection, other.projection))
}

function merged(one: Use, other: Use, projection: readonly Projection[]): Use {
  const isStronger = MANNERS.indexOf(other.manner) > MANNERS.indexOf(one.manner)
  const { manner, span } = isStronger ? other : one
  return { projection, manner, span, change: one.change ?? other.change }
}

/** In the order of the fields. */
function compareFields(one: readonly Projection[], other: readonly Projection[]): number {
  for (const [index, part] of one.entries()) {
    const against = other[index]
    if (part.kind === 'field' && against?.kind === 'field' && part.index !== against.index)
      return part.index - against.index
  }
  return 0
}

export function isPrefix(outer: readonly Projection[], inner: readonly Projection[]): boolean {
  return (
    outer.length <= inner.length &&
    outer.every((part, index) => {
      const other = inner[index]!
      return isSamePart(part, other)
    })
  )
}

/** Of what each step of the way leads on from. */
function typesOn(whole: Type, projection: readonly Projection[]): readonly Type[] {
  const types = [known(whole)]
  for (const part of projection) types.push(typeOfPart(types.at(-1)!, part))
  return types
}

function typeAt(whole: Type, projection: readonly Projection[]): Type {
  return typesOn(whole, projection).at(-1)!
}

const spanOf = ({ from, to }: Span): Span => ({ from, to })

/** What lies in the closure for it. */
export function fieldOf({ variable, projection, type, manner }: Capture): {
  readonly name: string
  readonly type: Type
} {
  const name = [
    variable.name,
    ...projection.flatMap((part) => (part.kind === 'field' ? [part.name] : [])),
  ].join('.')
  return {
    name,
    type: manner === 'value' ? type : { kind: 'reference', mutable: manner === 'mutable', target: type },
  }
}
