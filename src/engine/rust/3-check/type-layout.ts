import { bitsOf, isWide, known, type StructType, type Type } from './types.ts'

/** Both in bytes (Rust reference, "Type layout"). */
export interface Extent {
  readonly size: number
  readonly alignment: number
}

const WORD: Extent = { size: 8, alignment: 8 }

export function extentOf(type: Type): Extent {
  const found = known(type)
  switch (found.kind) {
    case 'integer':
      return both(bitsOf(found.name) / 8)
    case 'bool':
      return both(1)
    case 'char':
      return both(4)
    case 'never':
      return { size: 0, alignment: 1 }
    case 'array': {
      const { size, alignment } = extentOf(found.element)
      return { size: size * found.length, alignment }
    }
    case 'tuple':
      return placesOf(found.elements, false)
    case 'struct':
      return structPlaces(found)
    case 'reference':
    case 'pointer':
    case 'box':
      return isWide(found) ? { size: 16, alignment: 8 } : WORD
    default:
      throw new Error(`a ${found.kind} has no size`)
  }
}

export function sizeOf(type: Type): number {
  return extentOf(type).size
}

export function alignmentOf(type: Type): number {
  return extentOf(type).alignment
}

/** Where the elements of a tuple or the fields of a struct lie, in bytes from its beginning. */
export function offsetsOf(type: Type): readonly number[] {
  const found = known(type)
  if (found.kind === 'tuple') return placesOf(found.elements, false).offsets
  if (found.kind === 'struct') return structPlaces(found).offsets
  throw new Error(`a ${found.kind} has no fields`)
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
    const { size } = extentOf(found.element)
    const inside = gapsOf(found.element)
    const count = inside.length === 0 ? 0 : Math.min(found.length, Math.ceil(MOST_GAPS / inside.length))
    const gaps = Array.from({ length: count }, (_, index) => movedGaps(inside, index * size))
    return gaps.flat().slice(0, MOST_GAPS)
  }
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

/** Arrays of arrays have more gaps than anybody reads, and than memory holds. */
const MOST_GAPS = 64

function movedGaps(gaps: readonly Gap[], by: number): Gap[] {
  return gaps.map(({ offset, size }) => ({ offset: offset + by, size }))
}

/** A type's place in the struct's declaration, by the field's name. */
export function fieldIndex(type: StructType, name: string): number {
  return type.fields.findIndex((field) => field.name === name)
}

interface Places extends Extent {
  readonly offsets: readonly number[]
}

function structPlaces({ item, fields }: StructType): Places {
  return placesOf(
    fields.map(({ type }) => type),
    item.isInOrder,
  )
}

/**
 * `repr(C)` puts fields one after the other, each at the next multiple of its alignment. Rust may reorder them, and
 * does: the widest first, which leaves no gaps but at the end.
 */
function placesOf(types: readonly Type[], isInOrder: boolean): Places {
  const extents = types.map(extentOf)
  const order = [...extents.keys()]
  const alignmentAt = (index: number) => extents[index]?.alignment ?? 1
  if (!isInOrder) order.sort((first, second) => alignmentAt(second) - alignmentAt(first))
  const offsets = new Array<number>(types.length).fill(0)
  const alignment = Math.max(1, ...extents.map((extent) => extent.alignment))
  let end = 0
  for (const index of order) {
    offsets[index] = roundUp(end, alignmentAt(index))
    end = (offsets[index] ?? 0) + (extents[index]?.size ?? 0)
  }
  return { size: roundUp(end, alignment), alignment, offsets }
}

function roundUp(value: number, multiple: number): number {
  return Math.ceil(value / multiple) * multiple
}

function both(size: number): Extent {
  return { size, alignment: size }
}
