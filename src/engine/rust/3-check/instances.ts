import type { GenericParameter } from '../1-parse/syntax.ts'
import { known, type EnumType, type Field, type StructType, type Type, type Variant } from './types.ts'

/**
 * A struct with types for what its definition leaves open. What lies in it is found when it is needed: it may be the
 * struct again, behind a box.
 */
class StructInstance implements StructType {
  readonly kind = 'struct'
  readonly declared: StructType
  readonly arguments: readonly Type[]
  private found: readonly Field[] | undefined

  constructor(declared: StructType, given: readonly Type[]) {
    this.declared = declared
    this.arguments = given
  }

  get item() {
    return this.declared.item
  }

  get destructor() {
    return this.declared.destructor
  }

  get isCopied() {
    return this.declared.isCopied
  }

  get callable() {
    return this.declared.callable
  }

  get fields(): readonly Field[] {
    return (this.found ??= filled(this.declared.fields, this))
  }
}

class EnumInstance implements EnumType {
  readonly kind = 'enum'
  readonly declared: EnumType
  readonly arguments: readonly Type[]
  private found: readonly Variant[] | undefined

  constructor(declared: EnumType, given: readonly Type[]) {
    this.declared = declared
    this.arguments = given
  }

  get item() {
    return this.declared.item
  }

  get destructor() {
    return this.declared.destructor
  }

  get isCopied() {
    return this.declared.isCopied
  }

  get variants(): readonly Variant[] {
    return (this.found ??= this.declared.variants.map(({ item, discriminant, fields }) => ({
      item,
      discriminant,
      fields: filled(fields, this),
    })))
  }
}

/** A struct or enum with these types for what its definition leaves open; itself, if that is nothing. */
export function instanceOf(whole: StructType, given: readonly Type[]): StructType
export function instanceOf(whole: EnumType, given: readonly Type[]): EnumType
export function instanceOf(whole: StructType | EnumType, given: readonly Type[]): StructType | EnumType {
  if (whole.item.generics.length === 0) return whole
  return whole.kind === 'struct'
    ? new StructInstance(whole.declared ?? whole, given)
    : new EnumInstance(whole.declared ?? whole, given)
}

function filled(
  fields: readonly Field[],
  { item, arguments: given }: StructType | EnumType,
): readonly Field[] {
  return fields.map(({ name, type }) => ({ name, type: substituted(type, item.generics, given) }))
}

/** What a closure, a function by its name or a pointer to one takes and gives back; undefined for all else. */
export function calledAs(
  type: Type,
): { readonly parameters: readonly Type[]; readonly result: Type } | undefined {
  if (type.kind === 'function') return type
  if (type.kind !== 'struct' || !type.callable) return undefined
  const { parameters, result } = type.callable
  const { generics } = type.item
  if (generics.length === 0) return { parameters, result }
  const inner = (part: Type) => substituted(part, generics, type.arguments)
  return { parameters: parameters.map(inner), result: inner(result) }
}

/** The type with each of the parameters replaced by the type given for it. */
export function substituted(
  type: Type,
  parameters: readonly GenericParameter[],
  given: readonly Type[],
): Type {
  const found = known(type)
  const inner = (part: Type) => substituted(part, parameters, given)
  switch (found.kind) {
    case 'parameter':
      return given[parameters.indexOf(found.item)] ?? found
    case 'projection':
      return { ...found, self: inner(found.self), arguments: found.arguments.map(inner), link: undefined }
    case 'tuple':
      return { ...found, elements: found.elements.map(inner) }
    case 'array':
    case 'slice':
      return { ...found, element: inner(found.element) }
    case 'reference':
    case 'pointer':
    case 'box':
      return { ...found, target: inner(found.target) }
    case 'dyn':
      return {
        ...found,
        arguments: found.arguments.map(inner),
        associated: new Map([...found.associated].map(([name, part]) => [name, inner(part)])),
      }
    case 'function':
      return { ...found, parameters: found.parameters.map(inner), result: inner(found.result) }
    case 'struct':
      return instanceOf(found, found.arguments.map(inner))
    case 'enum':
      return instanceOf(found, found.arguments.map(inner))
    default:
      return found
  }
}
