import { enumLayout, type EnumLayout } from './layout/enum-layout.ts'
import { fieldsLayout } from './layout/fields-layout.ts'
import {
  arrayLayout,
  EMPTY,
  scalarLayout,
  unionLayout,
  type FieldsLayout,
  type Layout,
} from './layout/layout.ts'
import { bitsOf, isWide, known, type EnumType, type StructType, type Type } from './types.ts'

const POINTER = scalarLayout(8, 1n)
const LENGTH = scalarLayout(8)
const LAYOUTS = {
  bool: scalarLayout(1, 0n, 1n),
  char: scalarLayout(4, 0n, 0x10ffffn),
  never: { size: 0, alignment: 1, isUninhabited: true },
  reference: POINTER,
  box: POINTER,
  pointer: scalarLayout(8),
  function: POINTER,
} as const satisfies Record<string, Layout>

/** How the values of a type lie in memory. */
export function layoutOf(type: Type): Layout {
  const found = known(type)
  switch (found.kind) {
    case 'integer':
      return scalarLayout(bitsOf(found.name) / 8)
    case 'float':
      return scalarLayout(Number(found.name.slice(1)) / 8)
    case 'array':
      return arrayLayout(layoutOf(found.element), found.length)
    case 'tuple':
    case 'struct':
    case 'variant':
      return partsLayout(found)
    case 'enum':
      return enumLayoutOf(found)
    // Only the borrow checker asks, and does not need the answer.
    case 'parameter':
    case 'mistake':
      return { size: 0, alignment: 1 }
    case 'reference':
    case 'pointer':
    case 'box': {
      const pointer = LAYOUTS[found.kind]
      return isWide(found) ? fieldsLayout([pointer, LENGTH], { isC: true }) : pointer
    }
    case 'opaque':
      return found.layout ?? unsized(found.name)
    case 'bool':
    case 'char':
    case 'never':
    case 'function':
      return LAYOUTS[found.kind]
    default:
      throw new Error(`a ${found.kind} has no size`)
  }
}

export function sizeOf(type: Type): number {
  return layoutOf(type).size
}

export function alignmentOf(type: Type): number {
  return layoutOf(type).alignment
}

/** Where the elements of a tuple or the fields of a struct lie, in bytes from its beginning. */
export function offsetsOf(type: Type): readonly number[] {
  const found = known(type)
  if (found.kind === 'tuple' || found.kind === 'struct' || found.kind === 'variant')
    return partsLayout(found).offsets
  throw new Error(`a ${found.kind} has no fields`)
}

/** A tuple's last element stays last: that of another tuple type might have no size. */
function partsLayout(type: Type & { kind: 'tuple' | 'struct' | 'variant' }): FieldsLayout {
  if (type.kind === 'struct') return structLayout(type)
  if (type.kind === 'variant') return enumLayoutOf(type.of).variants[type.index]!
  return type.elements.length === 0 ? EMPTY : fieldsLayout(type.elements.map(layoutOf), {}, 'unsizable')
}

const enums = new WeakMap<EnumType, EnumLayout>()

/** How an enum's values lie in memory, and how they tell their variants apart. */
export function enumLayoutOf(type: EnumType): EnumLayout {
  const found = enums.get(type)
  if (found) return found
  const { representation, variants: items } = type.item
  const variants = type.variants.map(({ fields, discriminant }) => ({
    fields: fields.map((field) => layoutOf(field.type)),
    discriminant,
  }))
  const isExplicit = items.some(({ discriminant }) => discriminant !== undefined)
  const layout = enumLayout(variants, representation, isExplicit)
  enums.set(type, layout)
  return layout
}

/** A number that lies in an enum and says which variant it is. */
export interface WrittenTag {
  readonly offset: number
  readonly size: number
  readonly value: bigint
}

/** What has to be written for an enum to be that variant; undefined where nothing has. */
export function tagOf(type: EnumType, variant: number): WrittenTag | undefined {
  const { encoding } = enumLayoutOf(type)
  if (encoding.kind === 'single') return undefined
  const { offset, size } = encoding.tag
  const written = (value: bigint) => ({ offset, size, value: BigInt.asUintN(8 * size, value) })
  if (encoding.kind === 'tag') return written(type.variants[variant]!.discriminant)
  if (encoding.largest === variant) return undefined
  return written(encoding.firstValue + BigInt(variant - encoding.firstVariant))
}

const structs = new WeakMap<StructType, FieldsLayout>()

function structLayout(type: StructType): FieldsLayout {
  const found = structs.get(type)
  if (found) return found
  const { item, fields } = type
  const layouts = fields.map((field) => layoutOf(field.type))
  const layout = item.isUnion
    ? unionLayout(layouts, item.representation)
    : restricted(fieldsLayout(layouts, item.representation), item.representation)
  // The fields of a struct that is not yet known are filled in one by one.
  if (fields.length === item.fields.length) structs.set(type, layout)
  return layout
}

/** Of one number, only some may occur. */
function restricted(layout: FieldsLayout, { valid }: StructType['item']['representation']): FieldsLayout {
  if (!valid) return layout
  const [start, end] = valid
  return { ...layout, niche: { size: layout.size, start, end, offset: 0 } }
}

/** Bytes inside a value that belong to none of its parts, from its beginning, in order. */
export interface Gap {
  readonly offset: number
  readonly size: number
}

/** The padding of a tuple, a struct or an array of them, that of their parts included. */
export function gapsOf(type: Type): Gap[] {
  const found = known(type)
  if (found.kind === 'array') {
    const size = sizeOf(found.element)
    const inside = gapsOf(found.element)
    const count = inside.length === 0 ? 0 : Math.min(found.length, Math.ceil(MOST_GAPS / inside.length))
    const gaps = Array.from({ length: count }, (_, index) => movedGaps(inside, index * size))
    return gaps.flat().slice(0, MOST_GAPS)
  }
  if (found.kind === 'enum') return enumGaps(found)
  if (found.kind !== 'tuple' && found.kind !== 'struct') return []
  const types = found.kind === 'tuple' ? found.elements : found.fields.map((field) => field.type)
  const parts = offsetsOf(found)
    .map((offset, index) => ({ offset, type: types[index]! }))
    .sort((one, other) => one.offset - other.offset)
  const gaps: Gap[] = []
  let end = 0
  for (const part of [...parts, { offset: sizeOf(found), type: undefined }]) {
    if (part.offset > end) gaps.push({ offset: end, size: part.offset - end })
    if (part.type === undefined) break
    gaps.push(...movedGaps(gapsOf(part.type), part.offset))
    end = part.offset + sizeOf(part.type)
  }
  return gaps.slice(0, MOST_GAPS)
}

/** What belongs to nothing whichever variant it is: neither to what tells them apart, nor to a field of any. */
function enumGaps(type: EnumType): Gap[] {
  const { size, encoding, variants } = enumLayoutOf(type)
  const used = type.variants.flatMap(({ fields }, index) =>
    fields.flatMap((field, at) => usedIn(field.type, variants[index]!.offsets[at]!)),
  )
  if (encoding.kind !== 'single') used.push(encoding.tag)
  used.sort((one, other) => one.offset - other.offset)
  const gaps: Gap[] = []
  let end = 0
  for (const part of [...used, { offset: size, size: 0 }]) {
    if (part.offset > end) gaps.push({ offset: end, size: part.offset - end })
    end = Math.max(end, part.offset + part.size)
  }
  return gaps.slice(0, MOST_GAPS)
}

/** A value’s bytes without its gaps. */
function usedIn(type: Type, at: number): Gap[] {
  const used: Gap[] = []
  let start = 0
  for (const gap of [...gapsOf(type), { offset: sizeOf(type), size: 0 }]) {
    if (gap.offset > start) used.push({ offset: at + start, size: gap.offset - start })
    start = gap.offset + gap.size
  }
  return used
}

/** Arrays of arrays have more gaps than anybody reads, and than memory holds. */
const MOST_GAPS = 64

function movedGaps(gaps: readonly Gap[], by: number): Gap[] {
  return gaps.map(({ offset, size }) => ({ offset: offset + by, size }))
}

/** A type's place in the struct's declaration, by the field's name. */
export function fieldIndex(type: StructType, name: string): number {
  return type.fields.findIndex((field) => field.name === name)
}

function unsized(name: string): never {
  throw new Error(`a ${name} has no size`)
}
