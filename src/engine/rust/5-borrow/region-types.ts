import type {
  FieldItem,
  FunctionItem,
  ImplementationItem,
  Name,
  NamedType,
  TypeSyntax,
} from '../1-parse/syntax.ts'
import type { ProgramTypes } from '../3-check/program-types.ts'
import { substituted } from '../3-check/instances.ts'
import {
  allFields,
  fieldsOf,
  known,
  type EnumType,
  type StructType,
  type Type,
  type VariantType,
} from '../3-check/types.ts'

/** How long something lives, by number. */
export type Region = number

/** Lives for the whole run: `'static`. */
export const STATIC: Region = 0

/** A type as far as it says how long something lives; `plain` says nothing of it. */
export type RegionType =
  | { readonly kind: 'plain' }
  | {
      readonly kind: 'reference'
      readonly region: Region
      readonly mutable: boolean
      readonly target: RegionType
    }
  /** Whatever it is, all that it refers to lives so long. */
  | { readonly kind: 'dyn'; readonly region: Region }
  | { readonly kind: 'pointer'; readonly mutable: boolean; readonly target: RegionType }
  | { readonly kind: 'box' | 'elements'; readonly target: RegionType }
  | { readonly kind: 'tuple'; readonly elements: readonly RegionType[] }
  | {
      /** A struct, an enum, or one variant of one. */
      readonly kind: 'struct'
      readonly type: StructType | EnumType | VariantType
      readonly regions: readonly Region[]
      /** Of what its definition leaves open. */
      readonly arguments: readonly RegionType[]
    }

export const PLAIN: RegionType = { kind: 'plain' }

/** Whether a value of the type may hold a reference. */
export function holdsReferences(type: Type): boolean {
  const found = known(type)
  switch (found.kind) {
    case 'reference':
    case 'dyn':
      return true
    case 'pointer':
    case 'box':
      return holdsReferences(found.target)
    case 'array':
    case 'slice':
      return holdsReferences(found.element)
    case 'tuple':
      return found.elements.some(holdsReferences)
    case 'struct':
      if (found.callable) return found.fields.some((field) => holdsReferences(field.type))
      return found.item.lifetimes.length > 0 || found.arguments.some(holdsReferences)
    case 'enum':
      return found.item.lifetimes.length > 0 || found.arguments.some(holdsReferences)
    case 'variant':
      return holdsReferences(found.of)
    default:
      return false
  }
}

/**
 * Gives each lifetime of a type a region.
 * @param object gives one to what a `dyn` refers to
 */
export function withRegions(type: Type, region: () => Region, object = region): RegionType {
  const found = known(type)
  const inner = (part: Type) => withRegions(part, region, object)
  if (!holdsReferences(found)) return PLAIN
  switch (found.kind) {
    case 'reference':
      return {
        kind: 'reference',
        region: region(),
        mutable: found.mutable,
        target: inner(found.target),
      }
    case 'dyn':
      return { kind: 'dyn', region: object() }
    case 'pointer':
      return { kind: 'pointer', mutable: found.mutable, target: inner(found.target) }
    case 'box':
      return { kind: 'box', target: inner(found.target) }
    case 'array':
    case 'slice':
      return { kind: 'elements', target: inner(found.element) }
    case 'tuple':
      return { kind: 'tuple', elements: found.elements.map(inner) }
    case 'struct':
    case 'enum':
      // Each thing that a closure captures lives by itself.
      if (found.kind === 'struct' && found.callable)
        return { kind: 'tuple', elements: found.fields.map((field) => inner(field.type)) }
      return {
        kind: 'struct',
        type: found,
        regions: found.item.lifetimes.map(region),
        arguments: found.arguments.map(inner),
      }
    default:
      return PLAIN
  }
}

/** What `I::Item` is of what `I` is; undefined for every other type. */
type Projected = (syntax: NamedType, found: Type) => RegionType | undefined

/**
 * The same where the type is written, and its lifetimes may have names.
 * @param object for a `dyn` that says nothing of it, unless it is what a reference leads to (Rust reference, "Default
 * trait object lifetimes")
 */
export function asWritten(
  syntax: TypeSyntax,
  type: Type,
  region: (name: Name | undefined) => Region,
  parameter: (name: string) => RegionType | undefined = () => undefined,
  object: () => Region = () => region(undefined),
  projected: Projected = () => undefined,
): RegionType {
  const found = known(type)
  const inner = (part: TypeSyntax, of: Type, around = object) =>
    asWritten(part, of, region, parameter, around, projected)
  const given = syntax.kind === 'named' && syntax.path.length === 0 ? parameter(syntax.name.text) : undefined
  if (given) return given
  if (!holdsReferences(found)) return PLAIN
  const through = syntax.kind === 'named' ? projected(syntax, found) : undefined
  if (through) return through
  if (syntax.kind === 'dyn' && found.kind === 'dyn')
    return { kind: 'dyn', region: syntax.lifetime ? region(syntax.lifetime) : object() }
  if (syntax.kind === 'reference' && found.kind === 'reference') {
    const lifetime = region(syntax.lifetime)
    const isObject = syntax.target.kind === 'dyn'
    const target = inner(syntax.target, found.target, isObject ? () => lifetime : object)
    return { kind: 'reference', region: lifetime, mutable: found.mutable, target }
  }
  if (syntax.kind === 'pointer' && found.kind === 'pointer')
    return { kind: 'pointer', mutable: found.mutable, target: inner(syntax.target, found.target) }
  if (syntax.kind === 'box' && found.kind === 'box')
    return { kind: 'box', target: inner(syntax.target, found.target) }
  if (
    (syntax.kind === 'array' || syntax.kind === 'slice') &&
    (found.kind === 'array' || found.kind === 'slice')
  )
    return { kind: 'elements', target: inner(syntax.element, found.element) }
  if (syntax.kind === 'tuple' && found.kind === 'tuple')
    return {
      kind: 'tuple',
      elements: found.elements.map((each, index) => inner(syntax.elements[index]!, each)),
    }
  if (syntax.kind === 'named' && (found.kind === 'struct' || found.kind === 'enum') && !isCallable(found))
    return {
      kind: 'struct',
      type: found,
      regions: found.item.lifetimes.map((_, index) => region(syntax.lifetimes[index])),
      arguments: found.arguments.map((each, index) => {
        const written = syntax.arguments[index]
        return written ? inner(written, each) : withRegions(each, () => region(undefined), object)
      }),
    }
  return withRegions(found, () => region(undefined), object)
}

function isCallable(type: StructType | EnumType): boolean {
  return type.kind === 'struct' && type.callable !== undefined
}

/** Each lifetime that is part of a type. */
export function regionsIn(type: RegionType): Region[] {
  switch (type.kind) {
    case 'plain':
      return []
    case 'dyn':
      return [type.region]
    case 'reference':
      return [type.region, ...regionsIn(type.target)]
    case 'tuple':
      return type.elements.flatMap(regionsIn)
    case 'struct':
      return [...type.regions, ...type.arguments.flatMap(regionsIn)]
    default:
      return regionsIn(type.target)
  }
}

/** The type of a struct's field, where the struct's lifetimes are these. */
export function fieldType(whole: RegionType & { kind: 'struct' }, index: number): RegionType {
  const { type } = whole
  if (type.kind === 'enum') return PLAIN
  const item = type.kind === 'struct' ? type.item : type.of.variants[type.index]!.item
  return writtenField(whole, item.fields[index]!, fieldsOf(type)[index]!.type)
}

/** Of all variants. */
export function fieldTypes(whole: RegionType & { kind: 'struct' }): readonly RegionType[] {
  const { type } = whole
  if (type.kind !== 'enum') return fieldsOf(type).map((_, index) => fieldType(whole, index))
  const fields = type.item.variants.flatMap((variant) => variant.fields)
  return allFields(type).map((field, index) => writtenField(whole, fields[index]!, field.type))
}

function writtenField(
  { type, regions, arguments: given }: RegionType & { kind: 'struct' },
  field: FieldItem,
  found: Type,
): RegionType {
  const { lifetimes, generics } = type.kind === 'variant' ? type.of.item : type.item
  return asWritten(
    field.type,
    found,
    (name) => {
      const at = lifetimes.findIndex(({ text }) => text === name?.text)
      return at < 0 ? STATIC : regions[at]!
    },
    (name) => given[generics.findIndex((each) => each.name.text === name)],
    () => STATIC,
  )
}

export interface RegionSignature {
  readonly parameters: readonly RegionType[]
  readonly result: RegionType
  /** How long what is behind an `impl` lives: as long as all that the function is given. */
  readonly hidden: Region | undefined
  /** What is made of what another type gives lives no longer than that: the first of each pair outlives the second. */
  readonly collected?: readonly (readonly [Region, Region])[]
}

/**
 * A function's signature with a region for each of its lifetimes. One that is left out in the result is that of the one
 * parameter that has one (Rust reference, "Lifetime elision").
 * @param region makes one: for a name, or for a lifetime without one
 * @param given types for what the function leaves open
 */
export function signatureRegions(
  item: FunctionItem,
  program: ProgramTypes,
  region: (name: Name | undefined) => Region,
  given: readonly Type[] = [],
): RegionSignature {
  const named = new Map<string, Region>()
  const regionOf = (name: Name | undefined): Region => {
    if (name === undefined || name.text === "'_") return region(undefined)
    if (name.text === "'static") return STATIC
    const found = named.get(name.text) ?? region(name)
    named.set(name.text, found)
    return found
  }
  for (const lifetime of item.lifetimes) regionOf(lifetime)
  const open = program.genericsOf(item)
  const filled = (type: Type) => (given.length > 0 ? substituted(type, open, given) : type)
  const signature = program.signatureOf(item)
  const [parameters, result] = [signature.parameters.map(filled), filled(signature.result)]
  const types = new Map(
    given.map((type, index) => [open[index]?.name.text, withRegions(type, () => region(undefined))]),
  )
  const parameter = (name: string) => types.get(name)
  const typeGiven = (name: string) => given[open.findIndex((each) => each.name.text === name)]
  const projected = projections(program, { region: regionOf, parameter, typeGiven })
  const isClosure = program.callables.closures.has(item)
  const owner = program.resolution.owners.get(item)
  const outlives = [...(item.outlives ?? []), ...((owner?.kind === 'implementation' && owner.outlives) || [])]
  const promised = outlives.map((pair) => pair.map(regionOf) as [Region, Region])
  const object = () => (isClosure ? region(undefined) : STATIC)
  const passed = parameters.map((type, index) =>
    asWritten(item.parameters[index]!.type, type, regionOf, parameter, object, projected),
  )
  if (isClosure)
    return { parameters: passed, result: withRegions(result, () => region(undefined)), hidden: undefined }
  const only = passed.flatMap(regionsIn).find((each) => each !== STATIC)
  if (item.returnType && isHidden(item.returnType) && holdsReferences(result)) {
    const hidden = region(undefined)
    return { parameters: passed, result: withRegions(result, () => hidden), hidden, collected: promised }
  }
  const inResult = (name: Name | undefined) =>
    name === undefined || name.text === "'_" ? (only ?? STATIC) : regionOf(name)
  return {
    parameters: passed,
    result: item.returnType
      ? asWritten(item.returnType, result, inResult, parameter, object, projected)
      : PLAIN,
    hidden: undefined,
    collected: [
      ...promised,
      ...open.flatMap(({ name, bounds }) => {
        const made = types.get(name.text)
        const [source] = bounds.flatMap((bound) => (isFromIterator(bound) ? bound.arguments : []))
        if (made === undefined || source === undefined) return []
        const given = asWritten(
          source,
          filled(program.typeFor(source)),
          regionOf,
          parameter,
          object,
          projected,
        )
        return regionsIn(given).flatMap((longer) =>
          regionsIn(made).map((shorter) => [longer, shorter] as const),
        )
      }),
    ],
  }
}

function isFromIterator(bound: TypeSyntax): bound is NamedType {
  return bound.kind === 'named' && bound.name.text === 'FromIterator'
}

interface Surrounding {
  region(name: Name | undefined): Region
  parameter(name: string): RegionType | undefined
  typeGiven(name: string): Type | undefined
}

/**
 * What a type's own types are, where something is written over it: by the `impl` that says so. Where that cannot be told,
 * how long it lives is not known.
 */
function projections(program: ProgramTypes, around: Surrounding): Projected {
  const projected: Projected = (syntax, found) => {
    const { associatedTypes, types } = program.resolution
    if (!associatedTypes.has(syntax)) return undefined
    const meaning = types.get(syntax)
    const own = meaning?.kind === 'self' && meaning.item.kind === 'implementation' ? meaning.item : undefined
    const alias = own?.types.find(({ name }) => name.text === syntax.name.text)?.type
    if (alias) return asWritten(alias, found, around.region, around.parameter, () => STATIC, projected)
    return selected(syntax, found) ?? withRegions(found, () => around.region(undefined))
  }
  const selected: Projected = (syntax, found) => {
    const name = syntax.path.at(-1)?.text ?? ''
    const [self, type] = [around.parameter(name), around.typeGiven(name)]
    const open = program.typeFor(syntax)
    if (!self || !type || open.kind !== 'projection') return undefined
    const chosen = program.traits.select(open.trait, type, [])
    if (chosen?.kind !== 'implementation') return undefined
    const { item, given } = chosen
    const alias = item.types.find((each) => each.name.text === syntax.name.text)?.type
    const header = headerOf(item, self)
    if (!alias) return undefined
    const inner: Surrounding = {
      region: (each) =>
        each?.text === "'static"
          ? STATIC
          : ((each && header.regions.get(each.text)) ?? around.region(undefined)),
      parameter: (each) => header.types.get(each),
      typeGiven: (each) => given[item.generics.findIndex((generic) => generic.name.text === each)],
    }
    return asWritten(alias, found, inner.region, inner.parameter, () => STATIC, projections(program, inner))
  }
  return projected
}

/** What an `impl` for a type calls its lifetimes and parts. */
function headerOf({ generics, self }: ImplementationItem, type: RegionType) {
  const regions = new Map<string, Region>()
  const types = new Map<string, RegionType>()
  const name = (lifetime: Name | undefined, region: Region | undefined) => {
    if (lifetime && region !== undefined) regions.set(lifetime.text, region)
  }
  const visit = (syntax: TypeSyntax, found: RegionType): void => {
    const isOpen = (text: string) => generics.some((each) => each.name.text === text)
    if (syntax.kind === 'named' && syntax.path.length === 0 && isOpen(syntax.name.text))
      types.set(syntax.name.text, found)
    else if (syntax.kind === 'named' && found.kind === 'struct') {
      syntax.lifetimes.forEach((lifetime, index) => name(lifetime, found.regions[index]))
      syntax.arguments.forEach((each, index) => visit(each, found.arguments[index] ?? PLAIN))
    } else if (syntax.kind === 'reference' && found.kind === 'reference') {
      name(syntax.lifetime, found.region)
      visit(syntax.target, found.target)
    } else if (syntax.kind === 'box' && found.kind === 'box') visit(syntax.target, found.target)
    else if ((syntax.kind === 'array' || syntax.kind === 'slice') && found.kind === 'elements')
      visit(syntax.element, found.target)
    else if (syntax.kind === 'tuple' && found.kind === 'tuple')
      syntax.elements.forEach((each, index) => visit(each, found.elements[index]!))
  }
  visit(self, type)
  return { regions, types }
}

/** Some part of it is said only to have traits. */
function isHidden(syntax: TypeSyntax): boolean {
  switch (syntax.kind) {
    case 'impl':
      return true
    case 'named':
      return syntax.arguments.some(isHidden)
    case 'tuple':
      return syntax.elements.some(isHidden)
    case 'array':
    case 'slice':
      return isHidden(syntax.element)
    case 'reference':
    case 'pointer':
    case 'box':
      return isHidden(syntax.target)
    default:
      return false
  }
}

export type Variance = 'covariant' | 'invariant'

/** How a lifetime of a struct or enum varies: what is behind a `&mut` or in a cell can be written, and must be the same. */
export function varianceOf(whole: StructType | EnumType | VariantType, index: number): Variance {
  return varianceIn(whole, { of: 'lifetime', index }, new Map())
}

/** The same of one of its type arguments. */
export function argumentVariance(whole: StructType | EnumType | VariantType, index: number): Variance {
  return varianceIn(whole, { of: 'argument', index }, new Map())
}

interface Parameter {
  readonly of: 'lifetime' | 'argument'
  readonly index: number
}

/** Stands for the lifetime that is asked about, or for one within the argument. */
const MARK: Region = 1
const MARKED: RegionType = { kind: 'reference', region: MARK, mutable: false, target: PLAIN }

/** @param seen what is being asked already: a type that contains itself says nothing new */
function varianceIn(
  whole: StructType | EnumType | VariantType,
  { of, index }: Parameter,
  seen: Map<StructType | EnumType, Set<string>>,
): Variance {
  const type = whole.kind === 'variant' ? whole.of : whole
  if (of === 'argument' && type.item.name.text === 'UnsafeCell') return 'invariant'
  const asked = seen.get(type) ?? new Set()
  const key = `${of} ${index}`
  if (asked.has(key)) return 'covariant'
  seen.set(type, asked.add(key))
  const isOf = (kind: Parameter['of'], at: number) => kind === of && at === index
  const marked = {
    kind: 'struct',
    type,
    regions: type.item.lifetimes.map((_, at) => (isOf('lifetime', at) ? MARK : STATIC)),
    arguments: type.arguments.map((_, at) => (isOf('argument', at) ? MARKED : PLAIN)),
  } as const
  return fieldTypes(marked).some((field) => isInvariantIn(field, false, seen)) ? 'invariant' : 'covariant'
}

/** @param isInside whether it is within what can be written */
function isInvariantIn(
  part: RegionType,
  isInside: boolean,
  seen: Map<StructType | EnumType, Set<string>>,
): boolean {
  const isIn = (inner: RegionType, isWritten = isInside) => isInvariantIn(inner, isWritten, seen)
  switch (part.kind) {
    case 'plain':
      return false
    case 'reference':
      return (isInside && part.region === MARK) || isIn(part.target, isInside || part.mutable)
    case 'pointer':
      return isIn(part.target, isInside || part.mutable)
    case 'dyn':
      return isInside && part.region === MARK
    case 'tuple':
      return part.elements.some((each) => isIn(each))
    case 'struct': {
      const { type } = part
      const isFixed = (of: Parameter['of'], index: number) =>
        isInside || varianceIn(type, { of, index }, seen) === 'invariant'
      return (
        part.arguments.some(
          (each, at) => regionsIn(each).includes(MARK) && isIn(each, isFixed('argument', at)),
        ) || part.regions.some((each, at) => each === MARK && isFixed('lifetime', at))
      )
    }
    default:
      return isIn(part.target)
  }
}
