import type { Extent } from './layout/layout.ts'
import { layoutOf, offsetsOf } from './type-layout.ts'
import { isWide, known, typeText, type Type } from './types.ts'

/** How values of a type lie in memory, for those who no longer have the type. */
export interface ValueLayout {
  /** As rustc writes it. */
  readonly type: string
  /** Undefined for a slice or `str`, whose length is the pointer's to say. */
  readonly extent: Extent | undefined
  /** A field by its name, or by its number in a tuple. */
  field(name: string): Part | undefined
  /** An element of an array; of a slice, whatever its length. */
  element(index: number): Part | undefined
  /** What a value points at. */
  target(): Target | undefined
}

/** A part of a value, so many bytes from its beginning. */
export interface Part {
  readonly offset: number
  readonly layout: ValueLayout
}

interface Target {
  readonly layout: ValueLayout
  /** The pointer says how many elements there are. */
  readonly isWide: boolean
  /** Rust follows it by itself where a field or an element is named. */
  readonly isFollowed: boolean
}

export function valueLayout(type: Type): ValueLayout {
  const found = known(type)
  return {
    type: typeText(found),
    get extent() {
      return found.kind === 'slice' || found.kind === 'str' ? undefined : layoutOf(found)
    },
    field: (name) => fieldOf(found, name),
    element: (index) => elementOf(found, index),
    target: () => targetOf(found),
  }
}

function fieldOf(type: Type, name: string): Part | undefined {
  const types =
    type.kind === 'struct'
      ? type.fields
      : type.kind === 'tuple'
        ? type.elements.map((element, index) => ({ name: String(index), type: element }))
        : []
  const index = types.findIndex((field) => field.name === name)
  const field = types[index]
  return field && { offset: offsetsOf(type)[index]!, layout: valueLayout(field.type) }
}

function elementOf(type: Type, index: number): Part | undefined {
  if (type.kind !== 'slice' && (type.kind !== 'array' || index >= type.length)) return undefined
  return { offset: index * layoutOf(type.element).size, layout: valueLayout(type.element) }
}

function targetOf(type: Type): Target | undefined {
  if (type.kind !== 'reference' && type.kind !== 'pointer' && type.kind !== 'box') return undefined
  return { layout: valueLayout(type.target), isWide: isWide(type), isFollowed: type.kind !== 'pointer' }
}
