import { enumLayoutOf, layoutOf, offsetsOf } from '#engine/rust/3-check/type-layout.ts'
import { fieldsOf, known, type EnumType, type Type } from '#engine/rust/3-check/types.ts'
import { typesIn } from '../rust-types/types-in.ts'
import { difference } from '../difference.ts'

interface FieldOffset {
  readonly name: string
  readonly offset: number
}

interface RustLayoutRecord {
  readonly source: string
  readonly type: string
  readonly expect: {
    readonly size: number
    readonly align: number
    readonly niche: number
    readonly fields?: readonly FieldOffset[]
    readonly variants?: readonly {
      readonly name: string
      readonly size: number
      readonly fields?: readonly FieldOffset[]
    }[]
  }
}

/** How the values of a type lie in memory; `niche` is how large an `Option` of it is. */
export function check({ source, type, expect }: RustLayoutRecord): string | undefined {
  const [asked, option] = typesIn(source, [type, `Option<${type}>`]).map(known)
  const { size, alignment } = layoutOf(asked!)
  const actual = {
    size,
    align: alignment,
    ...(expect.fields && { fields: fieldsIn(asked!) }),
    ...(expect.variants && asked!.kind === 'enum' && { variants: variantsIn(asked!) }),
    niche: layoutOf(option!).size,
  }
  const { size: wanted, align, fields, variants, niche } = expect
  const expected = { size: wanted, align, ...(fields && { fields }), ...(variants && { variants }), niche }
  return difference('layout', expected, actual)
}

function fieldsIn(type: Type): FieldOffset[] {
  const names =
    type.kind === 'struct' || type.kind === 'variant'
      ? fieldsOf(type).map(({ name }) => name)
      : type.kind === 'tuple'
        ? type.elements.map((_, index) => String(index))
        : []
  const offsets = names.length > 0 ? offsetsOf(type) : []
  return names.map((name, index) => ({ name, offset: offsets[index]! }))
}

/** A variant's size is up to where its last field ends, without a tag in front of it. */
function variantsIn(type: EnumType) {
  const { encoding, variants } = enumLayoutOf(type)
  const tagSize = encoding.kind === 'tag' ? encoding.tag.size : 0
  return type.variants.map(({ item, fields: parts }, index) => {
    const fields = fieldsIn({ kind: 'variant', of: type, index })
    const ends = fields.map(({ offset }, at) => offset + layoutOf(parts[at]!.type).size)
    const end = Math.max(0, ...ends)
    const size = (end === 0 ? variants[index]!.size : end) - tagSize
    return fields.length > 0 ? { name: item.name.text, fields, size } : { name: item.name.text, size }
  })
}
