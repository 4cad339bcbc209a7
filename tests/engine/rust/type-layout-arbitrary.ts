import fc from 'fast-check'
import type { Representation } from '#engine/rust/1-parse/syntax.ts'
import { enumLayout } from '#engine/rust/3-check/layout/enum-layout.ts'
import { fieldsLayout } from '#engine/rust/3-check/layout/fields-layout.ts'
import {
  arrayLayout,
  EMPTY,
  scalarLayout,
  unionLayout,
  type Layout,
} from '#engine/rust/3-check/layout/layout.ts'

/** A type as it is drawn: nothing has a name yet. */
export type Shape =
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'array'; readonly element: Shape; readonly length: number }
  | {
      readonly kind: 'tuple' | 'union' | 'option'
      readonly parts: readonly Shape[]
      readonly attribute: string
    }
  | { readonly kind: 'struct'; readonly parts: readonly Shape[]; readonly attribute: string }
  | {
      readonly kind: 'enum'
      readonly variants: readonly (readonly Shape[])[]
      readonly discriminants: readonly number[] | undefined
      readonly attribute: string
    }

const pointer = scalarLayout(8, 1n)
/** Pointer and length, or pointer and vtable. */
const wide = fieldsLayout([pointer, scalarLayout(8)], { isC: true })

const PLAIN: Readonly<Record<string, Layout>> = {
  u8: scalarLayout(1),
  u16: scalarLayout(2),
  i32: scalarLayout(4),
  u64: scalarLayout(8),
  u128: scalarLayout(16),
  f32: scalarLayout(4),
  f64: scalarLayout(8),
  bool: scalarLayout(1, 0n, 1n),
  char: scalarLayout(4, 0n, 0x10ffffn),
  '()': EMPTY,
  "&'static u8": pointer,
  "&'static str": wide,
  'fn()': pointer,
  '*const u8': scalarLayout(8),
  'std::num::NonZeroU16': scalarLayout(2, 1n),
  'std::cmp::Ordering': scalarLayout(1, 255n, 1n),
  Nothing: { size: 0, alignment: 1, isUninhabited: true },
}

/** `(attribute, what it asks for)`; those of structs, of enums, and of unions. */
const ATTRIBUTES = {
  struct: {
    '': {},
    'repr(C)': { isC: true },
    'repr(packed)': { packed: 1 },
    'repr(packed(2))': { packed: 2 },
    'repr(C, packed(4))': { isC: true, packed: 4 },
    'repr(align(8))': { align: 8 },
    'repr(C, align(2))': { isC: true, align: 2 },
  },
  enum: {
    '': {},
    'repr(C)': { isC: true },
    'repr(u8)': { tag: 'u8' },
    'repr(i32)': { tag: 'i32' },
    'repr(C, u16)': { isC: true, tag: 'u16' },
    'repr(align(16))': { align: 16 },
  },
} as const satisfies Record<string, Record<string, Representation>>

const attributeOf = (kind: 'struct' | 'enum') => {
  const [free, ...others] = Object.keys(ATTRIBUTES[kind])
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant(free!) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  )
}

const { shape } = fc.letrec<{ shape: Shape; inner: Shape }>((tie) => ({
  inner: fc.oneof(
    { maxDepth: 3, depthSize: 'small', withCrossShrink: true },
    {
      weight: 5,
      arbitrary: fc.constantFrom(...Object.keys(PLAIN)).map((text) => ({ kind: 'plain', text }) as const),
    },
    { weight: 4, arbitrary: tie('shape') },
  ),
  shape: fc.oneof(
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('array' as const), element: tie('inner'), length: fc.nat(5) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('tuple' as const),
        parts: fc.array(tie('inner'), { minLength: 1, maxLength: 5 }),
        attribute: fc.constant(''),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('struct' as const),
        parts: fc.array(tie('inner'), { maxLength: 6 }),
        attribute: attributeOf('struct'),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('option' as const),
        parts: fc.tuple(tie('inner')),
        attribute: fc.constant(''),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('union' as const),
        parts: fc.array(tie('inner'), { minLength: 1, maxLength: 3 }),
        attribute: attributeOf('struct'),
      }),
    },
    {
      weight: 5,
      arbitrary: fc
        .record({
          variants: fc.array(fc.array(tie('inner'), { maxLength: 4 }), { minLength: 1, maxLength: 5 }),
          discriminants: fc.option(
            fc.uniqueArray(fc.integer({ min: -200, max: 300 }), { minLength: 5, maxLength: 5 }),
            {
              nil: undefined,
            },
          ),
          attribute: attributeOf('enum'),
        })
        .map(({ variants, discriminants, attribute }): Shape => {
          const isUnsigned = attribute.includes('u8') || attribute.includes('u16')
          const hasFields = variants.some(({ length }) => length > 0)
          // Rust wants a `repr` where discriminants and fields meet, and not two where there are no fields.
          const isWritten = discriminants && !isUnsigned && (!hasFields || attribute === 'repr(i32)')
          const allowed = !hasFields && attribute === 'repr(C, u16)' ? 'repr(C)' : attribute
          return {
            kind: 'enum',
            variants,
            attribute: allowed,
            discriminants: isWritten ? discriminants : undefined,
          }
        }),
    },
  ),
}))

/** A type in Rust, and what is to be true of it. */
export interface WrittenType {
  readonly text: string
  readonly definitions: string
  readonly layout: Layout
  /** Of its fields, and those of its variants, as `offset_of!` has them. */
  readonly offsets: readonly (readonly [path: string, offset: number])[]
}

export const drawnType: fc.Arbitrary<Shape> = shape

/** The layout of `Option<T>`. */
export function optional(layout: Layout): Layout {
  const variants = [
    { fields: [], discriminant: 0n },
    { fields: [layout], discriminant: 1n },
  ]
  return enumLayout(variants, {}, false)
}

/** Gives names to what was drawn. */
export function written(drawn: Shape, name: string): WrittenType {
  const definitions: string[] = []
  const write = (part: Shape): Omit<WrittenType, 'definitions'> => {
    if (part.kind === 'plain') return { text: part.text, layout: PLAIN[part.text]!, offsets: [] }
    if (part.kind === 'array') {
      const { text, layout } = write(part.element)
      return { text: `[${text}; ${part.length}]`, layout: arrayLayout(layout, part.length), offsets: [] }
    }
    if (part.kind === 'enum') return writeEnum(part)
    const parts = part.parts.map(write)
    const layouts = parts.map(({ layout }) => layout)
    const texts = parts.map(({ text }) => text)
    if (part.kind === 'option')
      return { text: `Option<${texts[0]}>`, layout: optional(layouts[0]!), offsets: [] }
    if (part.kind === 'tuple') {
      const layout = fieldsLayout(layouts, {}, 'unsizable')
      return { text: `(${texts.join(', ')},)`, layout, offsets: numbered('', layout.offsets) }
    }
    const own = `${name}${definitions.length}`
    const attribute =
      isAligned({ ...part, attribute: '' }) && part.attribute.includes('packed') ? '' : part.attribute
    const representation = (ATTRIBUTES.struct as Record<string, Representation>)[attribute]!
    const head = attribute && `#[${attribute}]\n`
    const isUnion = part.kind === 'union'
    const fields = texts.map(
      (text, index) => `f${index}: ${isUnion ? `std::mem::ManuallyDrop<${text}>` : text}`,
    )
    definitions.push(`${head}${part.kind} ${own} { ${fields.join(', ')} }`)
    const layout = isUnion ? unionLayout(layouts, representation) : fieldsLayout(layouts, representation)
    return { text: own, layout, offsets: layout.offsets.map((offset, index) => [`f${index}`, offset]) }
  }
  const writeEnum = ({ variants, discriminants, attribute }: Shape & { kind: 'enum' }) => {
    const parts = variants.map((fields) => fields.map(write))
    const own = `${name}${definitions.length}`
    const head = attribute && `#[${attribute}]\n`
    const texts = parts.map((fields, index) => {
      const inside = fields.length > 0 ? `(${fields.map(({ text }) => text).join(', ')})` : ''
      return `V${index}${inside}${discriminants ? ` = ${discriminants[index]}` : ''}`
    })
    definitions.push(`${head}enum ${own} { ${texts.join(', ')} }`)
    const shapes = parts.map((fields, index) => ({
      fields: fields.map(({ layout }) => layout),
      discriminant: BigInt(discriminants?.[index] ?? index),
    }))
    const representation = (ATTRIBUTES.enum as Record<string, Representation>)[attribute]!
    const layout = enumLayout(shapes, representation, discriminants !== undefined)
    const offsets = layout.variants.flatMap((variant, index) => numbered(`V${index}.`, variant.offsets))
    return { text: own, layout, offsets }
  }
  const whole = write(drawn)
  return { ...whole, definitions: definitions.join('\n') }
}

/** Rust packs nothing that asks for an alignment. */
function isAligned(shape: Shape): boolean {
  if (shape.kind === 'plain') return false
  if (shape.kind === 'array') return isAligned(shape.element)
  const parts = shape.kind === 'enum' ? shape.variants.flat() : shape.parts
  return shape.attribute.includes('align') || parts.some(isAligned)
}

function numbered(prefix: string, offsets: readonly number[]): (readonly [string, number])[] {
  return offsets.map((offset, index) => [`${prefix}${index}`, offset])
}
