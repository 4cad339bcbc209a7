import type { Extent } from './layout/layout.ts'
import { layoutOf, offsetsOf } from './type-layout.ts'
import { isUnsized, isWide, known, typeText, type Type } from './types.ts'

/**
 * How values of a type lie in memory, for those who no longer have the type. Plain data, though not without cycles: a
 * struct may hold a pointer to another one like it.
 */
export interface ValueLayout {
  /** As rustc writes it. */
  readonly type: string
  /** Undefined for a slice or `str`, whose length is the pointer's to say. */
  readonly extent: Extent | undefined
  /** Of a struct, or of a tuple, whose fields are called `0`, `1`, …: each so many bytes from the beginning. */
  readonly fields: readonly {
    readonly name: string
    readonly offset: number
    readonly layout: ValueLayout
  }[]
  /** Of an array or a slice; a slice has no length of its own. */
  readonly elements?: { readonly length?: number; readonly size: number; readonly layout: ValueLayout }
  /** What a value points at. */
  readonly target?: {
    readonly layout: ValueLayout
    /** The pointer says how many elements there are. */
    readonly isWide: boolean
    /** Rust follows it by itself where a field or an element is named. */
    readonly isFollowed: boolean
  }
}

/** Layouts that are known already, by what tells their types apart. */
type Layouts = Map<string, ValueLayout>

/** @param layouts those of the same program so far */
export function valueLayout(type: Type, layouts: Layouts = new Map()): ValueLayout {
  const found = known(type)
  const text = typeText(found)
  const key = found.kind === 'struct' ? `${found.item.name.from} ${text}` : undefined
  const before = key === undefined ? undefined : layouts.get(key)
  if (before) return before
  const isSized = !isUnsized(found)
  const extent = isSized ? extentOf(found) : undefined
  const layout: { -readonly [Key in keyof ValueLayout]: ValueLayout[Key] } = {
    type: text,
    extent,
    fields: [],
  }
  // Before its parts are looked at: one of them may point at it.
  if (key !== undefined) layouts.set(key, layout)
  layout.fields = fieldsOf(found, layouts)
  if (found.kind === 'array' || found.kind === 'slice') {
    const element = valueLayout(found.element, layouts)
    const length = found.kind === 'array' ? { length: found.length } : {}
    layout.elements = { ...length, size: element.extent?.size ?? 0, layout: element }
  }
  if (found.kind === 'reference' || found.kind === 'pointer' || found.kind === 'box') {
    const isFollowed = found.kind !== 'pointer'
    layout.target = { layout: valueLayout(found.target, layouts), isWide: isWide(found), isFollowed }
  }
  return layout
}

function extentOf(type: Type): Extent {
  const { size, alignment } = layoutOf(type)
  return { size, alignment }
}

function fieldsOf(type: Type, layouts: Layouts): ValueLayout['fields'] {
  if (type.kind !== 'struct' && type.kind !== 'tuple') return []
  const fields =
    type.kind === 'struct'
      ? type.fields
      : type.elements.map((element, index) => ({ name: String(index), type: element }))
  const offsets = offsetsOf(type)
  return fields.map(({ name, type: of }, index) => ({
    name,
    offset: offsets[index]!,
    layout: valueLayout(of, layouts),
  }))
}
