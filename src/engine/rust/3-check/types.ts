import type { Layout } from './layout/layout.ts'
import type {
  Closure,
  EnumItem,
  FloatType,
  FunctionItem,
  GenericParameter,
  ImplementationItem,
  IntegerType,
  StructItem,
  TraitItem,
  VariantItem,
} from '../1-parse/syntax.ts'

/**
 * The types of the course's Rust. While a function is being inferred, a part may be a variable: some type, or some
 * integer type, that its use has yet to tell.
 */
export type Type =
  | { readonly kind: 'integer'; readonly name: IntegerType }
  | { readonly kind: 'float'; readonly name: FloatType }
  | { readonly kind: 'bool' | 'char' | 'never' | 'str' | 'mistake' }
  | { readonly kind: 'tuple'; readonly elements: readonly Type[] }
  | { readonly kind: 'array'; readonly element: Type; readonly length: number }
  | { readonly kind: 'slice'; readonly element: Type }
  | { readonly kind: 'reference'; readonly mutable: boolean; readonly target: Type }
  | { readonly kind: 'pointer'; readonly mutable: boolean; readonly target: Type }
  | { readonly kind: 'box'; readonly target: Type }
  | FunctionPointer
  | DynType
  | StructType
  | EnumType
  /** Known only by how it lies; without a layout it has no size. */
  | { readonly kind: 'opaque'; readonly name: string; readonly layout: Layout | undefined }
  | VariantType
  /** What a definition leaves open, inside of it. */
  | ParameterType
  | ProjectionType
  | TypeVariable

/** `dyn Shape`: a value of whatever type has the trait; who leads to it knows where its methods are. */
export interface DynType {
  readonly kind: 'dyn'
  readonly trait: TraitItem
  readonly arguments: readonly Type[]
  readonly associated: ReadonlyMap<string, Type>
  readonly bounds: Bounds
}

/** `fn(u8) -> bool`: the address of a function. */
export interface FunctionPointer {
  readonly kind: 'function'
  readonly isUnsafe: boolean
  readonly parameters: readonly Type[]
  readonly result: Type
}

export interface ParameterType {
  readonly kind: 'parameter'
  readonly item: GenericParameter
  readonly bounds: Bounds
}

/** `<T as Iterator>::Item`: what the implementing type says it is. */
export interface ProjectionType {
  readonly kind: 'projection'
  readonly self: Type
  readonly trait: TraitItem
  /** For what the trait leaves open. */
  readonly arguments: readonly Type[]
  readonly name: string
  readonly bounds: Bounds
  /** What it was found to be. */
  link: Type | undefined
}

/** What is asked of types that are left open. */
interface Bounds {
  /** A trait of the standard library, by name. */
  has(type: ParameterType | ProjectionType, trait: string): boolean
  /** What was taken for granted before enough was known. */
  readonly assumed: { readonly projection: ProjectionType; readonly type: Type }[]
  /** What a trait's type is, as soon as enough is known of who has it. */
  project(type: ProjectionType): Type | undefined
}

/** By `derive(Copy)` or `impl Copy`; freely where that asks nothing of what the type is open in. */
export type Copied = boolean | 'freely'

export interface StructType {
  readonly kind: 'struct'
  readonly item: StructItem
  /** For what the definition leaves open. */
  readonly arguments: readonly Type[]
  /** As it is defined, where these are not its own parameters. */
  readonly declared?: StructType
  /** In the order of the declaration; filled in when all structs are known. */
  readonly fields: readonly Field[]
  /** What `impl Drop` asks to be done with a value that goes. */
  readonly destructor: ImplementationItem | undefined
  readonly isCopied: Copied
  /** It is a closure, which consists of what it captures, or stands for a function and is empty. */
  readonly callable?: Callable | undefined
}

/** What is done when a value is called. */
export interface Callable {
  /** What runs: a closure's takes the closure first. */
  readonly item: FunctionItem
  /** Undefined for a function by its name. */
  readonly closure: Closure | undefined
  /** As far as what is left open around it is still open. */
  readonly parameters: readonly Type[]
  readonly result: Type
}

export interface EnumType {
  readonly kind: 'enum'
  readonly item: EnumItem
  readonly arguments: readonly Type[]
  readonly declared?: EnumType
  readonly variants: readonly Variant[]
  readonly destructor: ImplementationItem | undefined
  readonly isCopied: Copied
}

export interface Variant {
  readonly item: VariantItem
  /** The number that `as` gives for it. */
  readonly discriminant: bigint
  readonly fields: readonly Field[]
}

/** What an enum's bytes mean when it is one of its variants. */
export interface VariantType {
  readonly kind: 'variant'
  readonly of: EnumType
  readonly index: number
}

export interface Field {
  readonly name: string
  readonly type: Type
}

export interface TypeVariable {
  readonly kind: 'variable'
  readonly isIntegral: boolean
  readonly isFloating?: boolean
  /** What it was found to be. */
  link: Type | undefined
}

export const BOOL: Type = { kind: 'bool' }
export const CHAR: Type = { kind: 'char' }
export const UNIT: Type = { kind: 'tuple', elements: [] }
export const NEVER: Type = { kind: 'never' }
/** `&str`, of a literal: its bytes lie where the program does. */
export const STRING: Type = { kind: 'reference', mutable: false, target: { kind: 'str' } }
export const MISTAKE: Type = { kind: 'mistake' }

export function integer(name: IntegerType): Type {
  return { kind: 'integer', name }
}

export function float(name: FloatType): Type {
  return { kind: 'float', name }
}

export const USIZE = integer('usize')

export function unknownType(): Type {
  return { kind: 'variable', isIntegral: false, link: undefined }
}

export function someInteger(): Type {
  return { kind: 'variable', isIntegral: true, link: undefined }
}

export function someFloat(): Type {
  return { kind: 'variable', isIntegral: false, isFloating: true, link: undefined }
}

/** What is known of a type at its outermost level. */
export function known(type: Type): Type {
  let end = type
  for (;;) {
    const next = end.kind === 'variable' ? end.link : end.kind === 'projection' ? projected(end) : undefined
    if (!next) break
    end = next
  }
  if (type.kind === 'variable' && type !== end) type.link = end
  return end
}

function projected(type: ProjectionType): Type | undefined {
  if (type.link === undefined) {
    // It may come round to itself.
    type.link = MISTAKE
    type.link = type.bounds.project(type)
  }
  return type.link
}

export function isUnit(type: Type): boolean {
  const found = known(type)
  return found.kind === 'tuple' && found.elements.length === 0
}

/** Certainly an integer, though perhaps not known which. */
export function isIntegral(type: Type): boolean {
  const found = known(type)
  return found.kind === 'integer' || (found.kind === 'variable' && found.isIntegral)
}

/** Certainly a floating-point number, though perhaps not known which. */
export function isFloating(type: Type): boolean {
  const found = known(type)
  return found.kind === 'float' || (found.kind === 'variable' && found.isFloating === true)
}

export function isNumeric(type: Type): boolean {
  return isIntegral(type) || isFloating(type)
}

export function isUnknown(type: Type): boolean {
  const found = known(type)
  return found.kind === 'variable' && !found.isIntegral && !found.isFloating
}

export function integerName(type: Type): IntegerType | undefined {
  const found = known(type)
  return found.kind === 'integer' ? found.name : undefined
}

/** Its length is part of what leads to it. */
export function isUnsized(type: Type): boolean {
  const { kind } = known(type)
  return kind === 'slice' || kind === 'str' || kind === 'dyn'
}

/** A reference to something whose length is part of the value: pointer and length. */
export function isWide(type: Type): boolean {
  const found = known(type)
  if (found.kind !== 'reference' && found.kind !== 'pointer' && found.kind !== 'box') return false
  const target = known(found.target)
  if (target.kind === 'opaque') return target.layout === undefined
  return isUnsized(target)
}

/** One that fits a register: everything but tuples, arrays, structs, and references to slices. */
export function isScalar(type: Type): boolean {
  const { kind } = known(type)
  if (['tuple', 'array', 'struct', 'enum', 'parameter', 'projection'].includes(kind)) return false
  return !isWide(type)
}

/** As rustc prints it: `u8`, `{integer}` while nothing says which, `[i32; 3]`. */
export function typeText(type: Type): string {
  const found = known(type)
  switch (found.kind) {
    case 'integer':
    case 'float':
      return found.name
    case 'never':
      return '!'
    case 'mistake':
      return '_'
    case 'tuple':
      return tupleText(found.elements)
    case 'array':
      return `[${typeText(found.element)}; ${found.length}]`
    case 'slice':
      return `[${typeText(found.element)}]`
    case 'reference':
      return `&${found.mutable ? 'mut ' : ''}${typeText(found.target)}`
    case 'pointer':
      return `*${found.mutable ? 'mut' : 'const'} ${typeText(found.target)}`
    case 'box':
      return `Box<${typeText(found.target)}>`
    case 'function':
      return functionText(found)
    case 'dyn':
      return dynText(found)
    case 'struct':
    case 'enum':
      return nameText(found)
    case 'variant':
      return `${nameText(found.of)}::${found.of.variants[found.index]?.item.name.text}`
    case 'opaque':
      return found.name
    case 'parameter':
      return found.item.name.text.trimEnd()
    case 'projection':
      return projectionText(found)
    case 'variable':
      return found.isIntegral ? '{integer}' : found.isFloating ? '{float}' : '_'
    default:
      return found.kind
  }
}

/** Whether two types are the same as far as they are known. */
export function isSameType(one: Type, other: Type): boolean {
  const [first, second] = [known(one), known(other)]
  if (first === second) return true
  const allSame = (some: readonly Type[], others: readonly Type[]) =>
    some.length === others.length && some.every((each, index) => isSameType(each, others[index] ?? MISTAKE))
  switch (first.kind) {
    case 'integer':
      return second.kind === 'integer' && first.name === second.name
    case 'float':
      return second.kind === 'float' && first.name === second.name
    case 'tuple':
      return second.kind === 'tuple' && allSame(first.elements, second.elements)
    case 'array':
      return (
        second.kind === 'array' && first.length === second.length && isSameType(first.element, second.element)
      )
    case 'slice':
      return second.kind === 'slice' && isSameType(first.element, second.element)
    case 'reference':
    case 'pointer':
      return (
        second.kind === first.kind &&
        first.mutable === second.mutable &&
        isSameType(first.target, second.target)
      )
    case 'box':
      return second.kind === 'box' && isSameType(first.target, second.target)
    case 'dyn':
      return (
        second.kind === 'dyn' &&
        first.trait === second.trait &&
        allSame(
          [...first.arguments, ...first.associated.values()],
          [...second.arguments, ...second.associated.values()],
        )
      )
    case 'function':
      return (
        second.kind === 'function' &&
        first.isUnsafe === second.isUnsafe &&
        allSame([...first.parameters, first.result], [...second.parameters, second.result])
      )
    case 'struct':
    case 'enum':
      return (
        second.kind === first.kind && first.item === second.item && allSame(first.arguments, second.arguments)
      )
    case 'parameter':
      return second.kind === 'parameter' && first.item === second.item
    case 'projection':
      return (
        second.kind === 'projection' &&
        first.trait === second.trait &&
        first.name === second.name &&
        allSame([first.self, ...first.arguments], [second.self, ...second.arguments])
      )
    case 'variable':
      return false
    default:
      return first.kind === second.kind
  }
}

function projectionText({ self, trait, arguments: given, name }: ProjectionType): string {
  const angles = given.length > 0 ? `<${given.map(typeText).join(', ')}>` : ''
  return `<${typeText(self)} as ${trait.name.text}${angles}>::${name}`
}

function dynText({ trait, arguments: given, associated }: DynType): string {
  const name = trait.name.text
  const [tuple] = given.map(known)
  if (/^Fn(?:Mut|Once)?$/.test(name) && tuple?.kind === 'tuple') {
    const result = associated.get('Output') ?? UNIT
    return `dyn ${name}(${tuple.elements.map(typeText).join(', ')})${isUnit(result) ? '' : ` -> ${typeText(result)}`}`
  }
  const said = [
    ...given.map(typeText),
    ...[...associated].map(([each, type]) => `${each} = ${typeText(type)}`),
  ]
  return `dyn ${name}${said.length > 0 ? `<${said.join(', ')}>` : ''}`
}

function functionText({ isUnsafe, parameters, result }: FunctionPointer): string {
  const returned = isUnit(result) ? '' : ` -> ${typeText(result)}`
  return `${isUnsafe ? 'unsafe ' : ''}fn(${parameters.map(typeText).join(', ')})${returned}`
}

function nameText(type: StructType | EnumType): string {
  const { item, arguments: given } = type
  if (type.kind === 'struct' && type.callable) return item.name.text
  return `${item.name.text}${given.length > 0 ? `<${given.map(typeText).join(', ')}>` : ''}`
}

/** What lies in a struct, or in one variant of an enum. */
export function fieldsOf(type: StructType | VariantType): readonly Field[] {
  return type.kind === 'struct' ? type.fields : (type.of.variants[type.index]?.fields ?? [])
}

/** Of all variants. */
export function allFields({ variants }: EnumType): readonly Field[] {
  return variants.flatMap(({ fields }) => fields)
}

function tupleText(elements: readonly Type[]): string {
  return `(${elements.map(typeText).join(', ')}${elements.length === 1 ? ',' : ''})`
}

const NATIVE_BITS = 64

/** Width of an integer type in bits; `usize` and `isize` are 64 bits wide on x86-64. */
export function bitsOf(type: IntegerType): number {
  return type.endsWith('size') ? NATIVE_BITS : Number(type.slice(1))
}

export function isSigned(type: IntegerType): boolean {
  return type.startsWith('i')
}

export function leastOf(type: IntegerType): bigint {
  return isSigned(type) ? -(2n ** BigInt(bitsOf(type) - 1)) : 0n
}

export function greatestOf(type: IntegerType): bigint {
  return 2n ** BigInt(bitsOf(type) - (isSigned(type) ? 1 : 0)) - 1n
}

export function fits(value: bigint, type: IntegerType): boolean {
  return value >= leastOf(type) && value <= greatestOf(type)
}

/** The value that remains when only the type's bits are kept. */
export function wrap(value: bigint, type: IntegerType): bigint {
  return isSigned(type) ? BigInt.asIntN(bitsOf(type), value) : BigInt.asUintN(bitsOf(type), value)
}

/** Copied by `let y = x;`, so that `x` stays usable; all others move. */
export function isCopy(type: Type): boolean {
  const found = known(type)
  switch (found.kind) {
    case 'tuple':
      return found.elements.every(isCopy)
    case 'array':
      return isCopy(found.element)
    case 'struct':
      if (found.callable) return found.fields.every((field) => isCopy(field.type))
      return isCopiedWith(found)
    case 'enum':
      return isCopiedWith(found)
    case 'parameter':
    case 'projection':
      return found.bounds.has(found, 'Copy')
    case 'reference':
      return !found.mutable
    case 'box':
    case 'dyn':
      return false
    default:
      return true
  }
}

function isCopiedWith({ isCopied, arguments: given }: StructType | EnumType): boolean {
  return isCopied === 'freely' || (isCopied && given.every(isCopy))
}

/** Owns something that has to be given back. */
export function needsDrop(type: Type): boolean {
  const found = known(type)
  switch (found.kind) {
    case 'tuple':
      return found.elements.some(needsDrop)
    case 'array':
      return found.length > 0 && needsDrop(found.element)
    case 'struct':
      if (found.destructor !== undefined) return true
      return !found.item.isUnion && found.fields.some((field) => needsDrop(field.type))
    case 'enum':
      return found.destructor !== undefined || allFields(found).some((field) => needsDrop(field.type))
    case 'variant':
      return fieldsOf(found).some((field) => needsDrop(field.type))
    case 'parameter':
    case 'projection':
      return !isCopy(found)
    default:
      return found.kind === 'box' || found.kind === 'dyn'
  }
}
