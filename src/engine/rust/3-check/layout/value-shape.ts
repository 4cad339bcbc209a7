import { bitsOf, fieldsOf, isWide, known, type EnumType, type Type } from '../types.ts'
import { enumLayoutOf, layoutOf, offsetsOf } from '../type-layout.ts'

/** Numbers that a value is handed around as, with where they lie in it and how wide they are; undefined for more than two. */
type Scalars = readonly { readonly offset: number; readonly size: number }[] | undefined

/**
 * How rustc hands a value around without optimising: not at all where it has no size, in one register or two, or where
 * it lies in memory (`BackendRepr` in `compiler/rustc_abi`).
 */
export function valueShape(type: Type): 'nothing' | 'scalar' | 'pair' | 'memory' {
  const scalars = layoutOf(type).size === 0 ? [] : scalarsOf(type)
  return scalars === undefined ? 'memory' : (['nothing', 'scalar', 'pair'] as const)[scalars.length]!
}

function scalarsOf(type: Type): Scalars {
  const found = known(type)
  switch (found.kind) {
    case 'integer':
      return [{ offset: 0, size: bitsOf(found.name) / 8 }]
    case 'float':
    case 'bool':
    case 'char':
    case 'function':
      return [{ offset: 0, size: layoutOf(found).size }]
    case 'reference':
    case 'pointer':
    case 'box':
      return [0, 8].slice(0, isWide(found) ? 2 : 1).map((offset) => ({ offset, size: 8 }))
    case 'tuple':
      return fieldScalars(found, found.elements)
    case 'enum':
      return enumScalars(found)
    case 'struct':
    case 'variant':
      return fieldScalars(
        found,
        fieldsOf(found).map((field) => field.type),
      )
    default:
      return undefined
  }
}

/** The tag and one number beside it, if all variants with one have it in the same place; or what a niche is part of. */
function enumScalars(type: EnumType): Scalars {
  const { encoding, size, alignment, variants } = enumLayoutOf(type)
  const variantType = (index: number) => ({ kind: 'variant', of: type, index }) as const
  if (encoding.kind === 'single') return scalarsOf(variantType(encoding.variant))
  if (encoding.kind === 'niche') {
    const { largest } = encoding
    const areOthersEmpty = variants.every((variant, index) => index === largest || variant.size === 0)
    const host = variants[largest]!
    const isSame = host.size === size && host.alignment === alignment
    return areOthersEmpty && isSame ? scalarsOf(variantType(largest)) : undefined
  }
  const { tag } = encoding
  const numbers = type.variants.map(({ fields }, index) =>
    fields.flatMap((field, at) =>
      layoutOf(field.type).size > 0 ? [{ type: field.type, offset: variants[index]!.offsets[at]! }] : [],
    ),
  )
  if (numbers.some((each) => each.length > 1)) return undefined
  const [first, ...others] = numbers.flat()
  if (!first) return tag.size === size ? [tag] : undefined
  const width = layoutOf(first.type).size
  const isCommon = [first, ...others].every(
    (each) =>
      each.offset === first.offset &&
      scalarsOf(each.type)?.length === 1 &&
      layoutOf(each.type).size === width,
  )
  return isCommon && first.offset + width === size ? [tag, { offset: first.offset, size: width }] : undefined
}

/** A struct of one field is handed around as that; one of two numbers as these, if they lie as a pair of them does. */
function fieldScalars(whole: Type, fields: readonly Type[]): Scalars {
  const offsets = offsetsOf(whole)
  const parts = fields.flatMap((type, index) => {
    const { size, alignment } = layoutOf(type)
    return size > 0 ? [{ type, size, alignment, offset: offsets[index]! }] : []
  })
  const { size, alignment } = layoutOf(whole)
  const [only] = parts
  if (only && parts.length === 1)
    return only.size === size && only.alignment === alignment ? scalarsOf(only.type) : undefined
  const scalars = parts.map((part) => scalarsOf(part.type))
  if (scalars.length !== 2 || scalars.some((each) => each?.length !== 1)) return undefined
  const [first, second] = parts
    .map(({ offset, size: width }) => ({ offset, size: width }))
    .sort((one, other) => one.offset - other.offset)
  const widest = Math.max(first!.size, second!.size)
  const isPair =
    first!.offset === 0 &&
    second!.offset === Math.ceil(first!.size / second!.size) * second!.size &&
    alignment === widest &&
    size === Math.ceil((second!.offset + second!.size) / widest) * widest
  return isPair ? [first!, second!] : undefined
}
