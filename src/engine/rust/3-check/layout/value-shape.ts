import { bitsOf, isWide, known, type Type } from '../types.ts'
import { layoutOf, offsetsOf } from '../type-layout.ts'

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
    case 'bool':
    case 'char':
      return [{ offset: 0, size: layoutOf(found).size }]
    case 'reference':
    case 'pointer':
    case 'box':
      return [0, 8].slice(0, isWide(found) ? 2 : 1).map((offset) => ({ offset, size: 8 }))
    case 'tuple':
      return fieldScalars(found, found.elements)
    case 'struct':
      return fieldScalars(
        found,
        found.fields.map((field) => field.type),
      )
    default:
      return undefined
  }
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
