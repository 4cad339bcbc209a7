import type {
  AliasItem,
  FunctionItem,
  ImplementationItem,
  StructItem,
  NamedType,
  TraitItem,
  TypeSyntax,
  WhereBound,
} from '../1-parse/syntax.ts'
import type { Resolution } from '../2-resolve/resolve.ts'
import { hasOfItself, projectOfItself } from './builtin-traits.ts'
import { indexOf, levelsOf, libraryTrait, type TraitMember } from './item-index.ts'
import { substituted } from './instances.ts'
import type { Found } from './members.ts'
import { Matching } from './matching.ts'
import type { ProgramTypes } from './program-types.ts'
import {
  isSameType,
  isUnknown,
  known,
  MISTAKE,
  unknownType,
  type ParameterType,
  type ProjectionType,
  type Type,
} from './types.ts'
import { canBe, hasOpenPart, isOpenProjection, join } from './unify.ts'

/** A trait, with types for what it leaves open and what is said of its own. */
export interface TraitReference {
  readonly trait: TraitItem
  readonly arguments: readonly Type[]
  readonly associated: ReadonlyMap<string, Type>
}

interface Implementation {
  readonly item: ImplementationItem
  readonly self: Type
  readonly reference: TraitReference
}

/** What stands behind `where`. */
interface Where {
  readonly subject: Type
  readonly references: readonly TraitReference[]
}

/** By what a type has a trait. */
export type Selected =
  | { readonly kind: 'implementation'; readonly item: ImplementationItem; readonly given: readonly Type[] }
  /** Asked of it where it is declared. */
  | { readonly kind: 'bound' }
  /** The language has it so, or it was derived. */
  | { readonly kind: 'itself' }
  /** More has to be known first. */
  | { readonly kind: 'open' }

const DEEPEST = 24

/** Which types have which traits (rustc dev guide, "Trait resolution"). */
export class Traits {
  readonly assumed: { readonly projection: ProjectionType; readonly type: Type }[] = []
  private readonly program: ProgramTypes
  private readonly own = new Map<TraitItem, readonly Implementation[]>()
  private readonly implementations = new Map<TraitItem, readonly Implementation[]>()
  private readonly boundsOfParameters = new Map<ParameterType['item'], readonly TraitReference[]>()
  private readonly aliases = new Map<AliasItem, Type>()
  private readonly library = new Map<string, TraitItem | undefined>()
  private readonly wheres = new Map<WhereBound, Where>()
  private depth = 0

  constructor(program: ProgramTypes) {
    this.program = program
  }

  /** The program's own implementations are read when types may be named in them, the library's when they are asked for. */
  read(): void {
    for (const [trait, items] of indexOf(this.program.resolution).implementations)
      this.own.set(trait, this.readAll(items))
  }

  /** It stands in the program itself, not in the library. */
  isOfReader(item: StructItem): boolean {
    return this.program.resolution.structs.includes(item)
  }

  private readAll(items: readonly ImplementationItem[]): Implementation[] {
    return items.flatMap((item) => {
      const self = this.program.typeFor(item.self)
      const reference = item.trait && this.reference(item.trait, self)
      return reference ? [{ item, self, reference }] : []
    })
  }

  /** The standard library's trait of a name. */
  named(name: string): TraitItem | undefined {
    if (!this.library.has(name)) this.library.set(name, libraryTrait(this.program.resolution, name))
    return this.library.get(name)
  }

  implementationsOf(trait: TraitItem): readonly Implementation[] {
    const found = this.implementations.get(trait)
    if (found) return found
    const { beneath } = this.program.resolution
    const ofLibrary = beneath ? this.readAll(indexOf(beneath).implementations.get(trait) ?? []) : []
    const all = [...ofLibrary, ...(this.own.get(trait) ?? [])]
    this.implementations.set(trait, all)
    return all
  }

  /** What is written as a bound or behind `impl`, of a type. */
  reference(syntax: TypeSyntax, self: Type): TraitReference | undefined {
    const trait = syntax.kind === 'named' ? this.program.resolution.types.get(syntax) : undefined
    if (trait?.kind !== 'trait' || syntax.kind !== 'named') return undefined
    const given = this.argumentsOf(trait, syntax, self)
    const associated = new Map(
      syntax.associated.map(({ name, type }) => [name.text, this.program.typeFor(type)]),
    )
    return { trait, arguments: given, associated }
  }

  private argumentsOf(trait: TraitItem, { arguments: written }: NamedType, self: Type): readonly Type[] {
    const given: Type[] = []
    trait.generics.forEach(({ fallback }, index) => {
      const syntax = written[index] ?? fallback
      const type = syntax ? this.program.typeFor(syntax) : MISTAKE
      given.push(written[index] ? type : this.filled(type, trait, self, given))
    })
    return given
  }

  private filled(type: Type, trait: TraitItem, self: Type, given: readonly Type[]): Type {
    return substituted(type, [trait.self, ...trait.generics], [self, ...given])
  }

  // ── What is asked of a type that is left open ──

  /** The function that is looked at: it may ask more of what was open before it. */
  private inside: FunctionItem | undefined

  within<Result>(item: FunctionItem | undefined, action: () => Result): Result {
    const outer = this.inside
    this.inside = item
    const result = action()
    this.inside = outer
    return result
  }

  /** With what each of these traits asks for in turn, and what the function that is looked at asks. */
  boundsOf(type: Type): readonly TraitReference[] {
    const declared = this.declaredBoundsOf(type)
    if (!this.inside || this.inside.bounds.length === 0) return declared
    const found = known(type)
    const more = this.askedBehind(this.inside.bounds, found)
    return more.length === 0 ? declared : this.elaborated([...declared, ...more], found)
  }

  declaredBoundsOf(type: Type): readonly TraitReference[] {
    const found = known(type)
    if (found.kind === 'parameter') {
      const read = this.boundsOfParameters.get(found.item)
      if (read) return read
      // Nothing is known of it while its own bounds are read.
      this.boundsOfParameters.set(found.item, [])
      const direct = found.item.bounds.flatMap((bound) => this.reference(bound, found) ?? [])
      this.boundsOfParameters.set(found.item, direct)
      const all = this.elaborated([...direct, ...this.wheresOf(found)], found)
      this.boundsOfParameters.set(found.item, all)
      return all
    }
    if (found.kind === 'dyn') return this.elaborated([found], found)
    return found.kind === 'projection' ? this.boundsOfProjection(found) : []
  }

  private boundsOfProjection(type: ProjectionType): readonly TraitReference[] {
    const alias = type.trait.types.find(({ name }) => name.text === type.name)
    const asked = alias?.bounds.flatMap((bound) => this.reference(bound, type) ?? []) ?? []
    const fill = (part: Type) => this.filled(part, type.trait, type.self, type.arguments)
    const filled = asked.map((each) => ({
      ...each,
      arguments: each.arguments.map(fill),
      associated: new Map([...each.associated].map(([name, said]) => [name, fill(said)])),
    }))
    return this.elaborated([...filled, ...this.wheresOf(type)], type)
  }

  private wheresOf(type: Type): readonly TraitReference[] {
    return levelsOf(this.program.resolution).flatMap(({ wheres }) => this.askedBehind(wheres, type))
  }

  private askedBehind(wheres: readonly WhereBound[], type: Type): readonly TraitReference[] {
    return wheres.flatMap((where) => {
      if (!mayBeOf(where, type, this.program.resolution)) return []
      const read = this.wheres.get(where) ?? this.readWhere(where)
      return isSameType(read.subject, type) ? read.references : []
    })
  }

  private readWhere(where: WhereBound): Where {
    const subject = this.program.typeFor(where.subject)
    // Nothing is known of it while its own bounds are read.
    this.wheres.set(where, { subject, references: [] })
    const references = where.bounds.flatMap((bound) => this.reference(bound, subject) ?? [])
    const read = { subject, references }
    this.wheres.set(where, read)
    return read
  }

  private elaborated(direct: readonly TraitReference[], self: Type): readonly TraitReference[] {
    const all = direct.filter(
      (each, index) => direct.findIndex((other) => isSameReference(other, each)) === index,
    )
    for (let next = 0; next < all.length && all.length < 100; next++)
      for (const each of this.supertraitsOf(all[next]!, self))
        if (!all.some((other) => isSameReference(other, each))) all.push(each)
    return all
  }

  /** The trait itself, or the one above it, that has a type of the name. */
  ownerOf(trait: TraitItem, name: string): TraitItem {
    const seen = new Set([trait])
    for (const each of seen) {
      if (hasType(each, name)) return each
      for (const syntax of each.supertraits) {
        const above = syntax.kind === 'named' ? this.program.resolution.types.get(syntax) : undefined
        if (above?.kind === 'trait') seen.add(above)
      }
    }
    return trait
  }

  /** A trait and those above it, each once, those above first, as their methods lie in a table. */
  withAbove(trait: TraitItem, seen = new Set<TraitItem>()): ReadonlySet<TraitItem> {
    if (seen.has(trait)) return seen
    for (const syntax of trait.supertraits) {
      const above = syntax.kind === 'named' ? this.program.resolution.types.get(syntax) : undefined
      if (above?.kind === 'trait') this.withAbove(above, seen)
    }
    return seen.add(trait)
  }

  /** The methods that a `dyn` leads to, in their order. */
  methodsOf(trait: TraitItem): readonly FunctionItem[] {
    return [...this.withAbove(trait)].flatMap(({ functions }) => functions.filter(isDispatched))
  }

  /** Whether every method can be called without knowing more of the type than that it has the trait (Rust reference, "Dyn compatibility"). */
  isObjectSafe(trait: TraitItem): boolean {
    return [...this.withAbove(trait)].every(
      (each) =>
        each.constants.length === 0 &&
        each.supertraits.every(
          ({ kind, ...syntax }) => kind !== 'named' || !namesSelf(syntax as NamedType),
        ) &&
        each !== this.named('Clone') &&
        each.functions.every((item) => !isDispatched(item) || isUniform(item)),
    )
  }

  /** What a trait asks for itself, of a type; what is said of its types holds of theirs. */
  supertraitsOf(
    { trait, arguments: given, associated }: TraitReference,
    self: Type,
  ): readonly TraitReference[] {
    return trait.supertraits.flatMap((syntax) => {
      const inside = { kind: 'parameter', item: trait.self, bounds: this } as const
      const reference = this.reference(syntax, inside)
      if (!reference) return []
      const filled = (type: Type) => this.filled(type, trait, self, given)
      return {
        trait: reference.trait,
        arguments: reference.arguments.map(filled),
        associated: new Map([
          ...[...reference.associated].map(([name, type]) => [name, filled(type)] as const),
          // `DoubleEndedIterator<Item = u8>` says it of `Iterator`.
          ...[...associated].filter(([name]) => !hasType(trait, name)),
        ]),
      }
    })
  }

  has(type: ParameterType | ProjectionType, trait: string): boolean {
    return this.boundsOf(type).some((bound) => bound.trait === this.named(trait))
  }

  // ── Selection ──

  /** Whether a type has a trait of the standard library. */
  isImplemented(type: Type, name: string): boolean {
    const trait = this.named(name)
    return (
      trait !== undefined &&
      this.select(
        trait,
        type,
        trait.generics.map(() => type),
      ) !== undefined
    )
  }

  /** Whether there is an `impl` for it, or a bound on a type parameter. */
  isWritten(type: Type, name: string): boolean {
    const trait = this.named(name)
    const found =
      trait &&
      this.select(
        trait,
        type,
        trait.generics.map(() => type),
        false,
      )
    return found !== undefined
  }

  /** By what a type has a trait. What is still open of the trait's own types may become known. */
  select(trait: TraitItem, self: Type, given: readonly Type[], withItself = true): Selected | undefined {
    const found = known(self)
    if (found.kind === 'mistake' || found.kind === 'never') return { kind: 'itself' }
    if (isUnknown(found)) return { kind: 'open' }
    if (this.depth > DEEPEST) return { kind: 'itself' }
    this.depth++
    const selected =
      this.bound(trait, found, given) ??
      (withItself ? this.eitherWay(trait, found, given) : undefined) ??
      this.implementation(trait, found, given) ??
      (withItself && hasOfItself(trait, found, given, this) ? ({ kind: 'itself' } as const) : undefined) ??
      (withItself && given.some((each) => isOpenProjection(known(each)))
        ? ({ kind: 'open' } as const)
        : undefined)
    this.depth--
    return selected
  }

  private bound(trait: TraitItem, self: Type, given: readonly Type[]): Selected | undefined {
    const bounds = this.boundsOf(self).filter(
      (bound) =>
        bound.trait === trait && bound.arguments.every((each, index) => canMeet(each, given[index] ?? each)),
    )
    if (bounds.length === 0) return undefined
    if (bounds.length === 1) bounds[0]!.arguments.forEach((each, index) => join(each, given[index] ?? each))
    return { kind: 'bound' }
  }

  /** An `impl` may be meant, or what the language has anyway: `str` is compared with `str`, and with `String`. */
  private eitherWay(trait: TraitItem, self: Type, given: readonly Type[]): Selected | undefined {
    if (!given.some(isUnknown) || self.kind === 'struct' || self.kind === 'enum') return undefined
    const isWritten = this.implementationsOf(trait).some((each) => this.applied(each, self, given))
    return isWritten && hasOfItself(trait, self, given, this) ? { kind: 'open' } : undefined
  }

  private implementation(trait: TraitItem, self: Type, given: readonly Type[]): Selected | undefined {
    const candidates = this.implementationsOf(trait).flatMap((each) => {
      const open = this.applied(each, self, given)
      return open ? [{ ...each, open }] : []
    })
    if (candidates.length > 1) return { kind: 'open' }
    const [only] = candidates
    if (!only) return undefined
    const filled = (type: Type) => substituted(type, only.item.generics, only.open)
    join(filled(only.self), self)
    only.reference.arguments.forEach((each, index) => join(filled(each), given[index] ?? MISTAKE))
    if (only.open.some(hasOpenPart)) this.learn(only.item, only.open)
    return { kind: 'implementation', item: only.item, given: only.open }
  }

  /** `impl<T, I: Iterator<Item = T>>` says of `T` what it is. */
  private learn({ generics, bounds }: ImplementationItem, open: readonly Type[]): void {
    const own = generics.map((each, index) => ({ bounds: each.bounds, type: open[index]! }))
    const behind = bounds.map((where) => ({
      bounds: where.bounds,
      type: substituted(this.program.typeFor(where.subject), generics, open),
    }))
    for (const { bounds: asked, type } of [...own, ...behind])
      for (const syntax of asked)
        for (const [said, found] of this.saidOf(syntax, generics, open, type)) join(said, found)
  }

  /** What a bound says of a trait's types, and what they are. */
  private saidOf(
    syntax: TypeSyntax,
    generics: ImplementationItem['generics'],
    open: readonly Type[],
    type: Type,
  ): readonly (readonly [said: Type, found: Type])[] {
    const reference = isUnknown(type) ? undefined : this.reference(syntax, type)
    if (!reference) return []
    const filled = (each: Type) => substituted(each, generics, open)
    const given = reference.arguments.map(filled)
    return [...reference.associated].map(([name, said]) => [
      filled(said),
      this.projection(this.ownerOf(reference.trait, name), type, given, name),
    ])
  }

  /** What an implementation is given for what it leaves open, if it is one for the type. */
  private applied(
    { item, self, reference }: Implementation,
    type: Type,
    given: readonly Type[],
  ): readonly Type[] | undefined {
    const matching = new Matching(item.generics)
    const isAlike =
      matching.matches(self, type) &&
      reference.arguments.every((each, index) => matching.matches(each, given[index] ?? each))
    if (!isAlike) return undefined
    const open = matching.given()
    return item.generics.every(({ bounds }, index) => this.meets(bounds, item, open, open[index]!))
      ? open
      : undefined
  }

  private meets(
    bounds: readonly TypeSyntax[],
    { generics }: ImplementationItem,
    open: readonly Type[],
    type: Type,
  ): boolean {
    return bounds.every((syntax) => {
      const reference = this.reference(syntax, type)
      if (!reference) return true
      const given = reference.arguments.map((each) => substituted(each, generics, open))
      return (
        this.select(reference.trait, type, given) !== undefined &&
        this.saidOf(syntax, generics, open, type).every(([said, found]) => canBe(said, found))
      )
    })
  }

  // ── What traits give to types ──

  /** The method of a name that some trait gives to a value as it is, or else to a reference to it. */
  methodFor(
    type: Type,
    name: string,
  ): { readonly member: FunctionItem; readonly given: readonly Type[] } | undefined {
    const methods = this.membersNamed(name)
    for (const step of ['value', 'shared', 'mutable'] as const)
      for (const { trait, member } of methods) {
        if (member.kind !== 'function' || !member.hasSelf) continue
        const self = selfAt(step, this.receiverOf(member, trait), known(type))
        if (!self || isUnknown(self)) continue
        const given = trait.generics.map(() => unknownType())
        if (this.select(trait, self, given)) return { member, given: [self, ...given] }
      }
    return undefined
  }

  /** Whether some trait has a method of the name. */
  knows(name: string): boolean {
    return this.membersNamed(name).some(({ member }) => member.kind === 'function')
  }

  /** Of all traits, the program's own first. */
  private membersNamed(name: string): readonly TraitMember[] {
    return levelsOf(this.program.resolution)
      .flatMap((level) => indexOf(level).traitMembers.get(name) ?? [])
      .toReversed()
  }

  /** How a method takes `self`. */
  private receiverOf({ parameters }: FunctionItem, { self }: TraitItem): Type | undefined {
    const syntax = parameters[0]?.type
    const type = syntax && known(this.program.typeFor(syntax))
    const isSelf = (each: Type) => {
      const found = known(each)
      return found.kind === 'parameter' && found.item === self
    }
    if (!type || isSelf(type)) return type
    return (type.kind === 'reference' || type.kind === 'box') && isSelf(type.target) ? type : undefined
  }

  /** What a path names behind a type: `T::new`, `u8::default`. */
  memberFor(type: Type, name: string): Found | undefined {
    for (const { trait } of this.membersNamed(name)) {
      const reference = { trait, arguments: trait.generics.map(() => unknownType()), associated: NOTHING }
      const found = this.memberOf(reference, type, name)
      if (found && this.select(trait, type, reference.arguments)) return found
    }
    return undefined
  }

  /** A function or constant of a trait's, for an implementing type. */
  memberOf({ trait, arguments: given }: TraitReference, self: Type, name: string): Found | undefined {
    const member = [...trait.functions, ...trait.constants].find((each) => each.name.text === name)
    return member && { member, given: [self, ...given] }
  }

  // ── A trait's own types ──

  /** `T::Item`: of whatever trait of the type's has one of that name. */
  associatedType(type: Type, name: string): Type | undefined {
    const bound = this.boundsOf(type).find(({ trait }) => hasType(trait, name))
    if (bound) return this.projection(bound.trait, type, bound.arguments, name)
    const { resolution } = this.program
    for (const trait of levelsOf(resolution).flatMap((level) => indexOf(level).traitTypes.get(name) ?? [])) {
      const given = trait.generics.map(() => unknownType())
      if (this.select(trait, type, given)) return this.projection(trait, type, given, name)
    }
    return undefined
  }

  project({ self, trait, arguments: given, name }: ProjectionType): Type | undefined {
    const found = known(self)
    const said = this.boundsOf(found).find(
      (bound) =>
        bound.trait === trait &&
        bound.associated.has(name) &&
        bound.arguments.every((each, index) => isSameType(each, given[index] ?? each)),
    )
    if (said) return said.associated.get(name)
    const selected = this.select(trait, found, given)
    if (selected?.kind === 'itself') return projectOfItself(trait, found, name)
    if (selected?.kind !== 'implementation') return undefined
    const { item, given: open } = selected
    const alias =
      item.types.find((each) => each.name.text === name) ??
      trait.types.find((each) => each.name.text === name)
    if (!alias?.type) return MISTAKE
    const type = this.aliased(alias, alias.type)
    return item.types.includes(alias)
      ? substituted(type, item.generics, open)
      : this.filled(type, trait, found, given)
  }

  private aliased(alias: AliasItem, syntax: TypeSyntax): Type {
    const found = this.aliases.get(alias) ?? this.program.typeFor(syntax)
    this.aliases.set(alias, found)
    return found
  }

  projection(trait: TraitItem, self: Type, given: readonly Type[], name: string): ProjectionType {
    return { kind: 'projection', self, trait, arguments: given, name, bounds: this, link: undefined }
  }
}

/** Whether what is asked behind `where` may be asked of a type, by its name. */
function mayBeOf({ subject }: WhereBound, type: Type, { types, associatedTypes }: Resolution): boolean {
  if (subject.kind !== 'named') return false
  const isAssociated = subject.self !== undefined || associatedTypes.has(subject)
  if (type.kind === 'projection') return isAssociated && subject.name.text === type.name
  if (type.kind !== 'parameter' || isAssociated) return false
  const meaning = types.get(subject)
  return meaning?.kind === 'self'
    ? meaning.item.kind === 'trait' && meaning.item.self === type.item
    : meaning === type.item
}

function hasType({ types }: TraitItem, name: string): boolean {
  return types.some((each) => each.name.text === name)
}

const NOTHING: ReadonlyMap<string, Type> = new Map()

/** `where Self: Sized` keeps a method to those whose type is known. */
function isDispatched({ bounds }: FunctionItem): boolean {
  return !bounds.some(
    ({ subject, bounds: asked }) =>
      subject.kind === 'named' &&
      subject.name.text === 'Self' &&
      asked.some((bound) => bound.kind === 'named' && bound.name.text === 'Sized'),
  )
}

/** Nothing in it depends on the type but the value itself. */
function isUniform({ hasSelf, generics, parameters, returnType }: FunctionItem): boolean {
  const others = parameters.slice(1).map(({ type }) => type)
  return (
    hasSelf && generics.length === 0 && ![...others, ...(returnType ? [returnType] : [])].some(mentionsSelf)
  )
}

/** `Self`, but not `Self::Item`. */
function mentionsSelf(type: TypeSyntax): boolean {
  switch (type.kind) {
    case 'named':
      return (
        (type.path.length === 0 && !type.self && type.name.text === 'Self') ||
        type.arguments.some(mentionsSelf)
      )
    case 'reference':
    case 'pointer':
    case 'box':
      return mentionsSelf(type.target)
    case 'array':
    case 'slice':
      return mentionsSelf(type.element)
    case 'tuple':
      return type.elements.some(mentionsSelf)
    default:
      return false
  }
}

function namesSelf(type: NamedType): boolean {
  return type.name.text === 'Sized' || type.arguments.some(mentionsSelf)
}

/** What `Self` is if a value of the type is taken so by a method. */
function selfAt(
  step: 'value' | 'shared' | 'mutable',
  receiver: Type | undefined,
  type: Type,
): Type | undefined {
  if (!receiver) return undefined
  if (receiver.kind === 'parameter') return step === 'value' ? type : undefined
  if (receiver.kind === 'box') return step === 'value' && type.kind === 'box' ? known(type.target) : undefined
  if (receiver.kind !== 'reference') return undefined
  const isAlike = type.kind === 'reference' && type.mutable === receiver.mutable
  if (step === 'value') return isAlike ? known(type.target) : undefined
  return receiver.mutable === (step === 'mutable') ? type : undefined
}

/** What is left open outside meets only itself. */
function canMeet(one: Type, other: Type): boolean {
  const [first, second] = [known(one), known(other)]
  if (first.kind === 'parameter' || second.kind === 'parameter')
    return isSameType(first, second) || first.kind === 'variable' || second.kind === 'variable'
  return canBe(first, second)
}

function isSameReference(one: TraitReference, other: TraitReference): boolean {
  return (
    one.trait === other.trait &&
    one.arguments.every((each, index) => isSameType(each, other.arguments[index] ?? each))
  )
}
