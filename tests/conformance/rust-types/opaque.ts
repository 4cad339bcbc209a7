import { enumLayout } from '#engine/rust/3-check/layout/enum-layout.ts'
import { fieldsLayout } from '#engine/rust/3-check/layout/fields-layout.ts'
import { layoutOf } from '#engine/rust/3-check/type-layout.ts'
import { scalarLayout, type Layout } from '#engine/rust/3-check/layout/layout.ts'
import { known, type Type } from '#engine/rust/3-check/types.ts'

const LAYOUTS: Readonly<Record<string, Layout>> = {
  f32: scalarLayout(4),
  f64: scalarLayout(8),
  u128: scalarLayout(16),
  i128: scalarLayout(16),
  NotNull: scalarLayout(8, 1n),
  Capacity: scalarLayout(8, 0n, (1n << 63n) - 1n),
  Nanoseconds: scalarLayout(4, 0n, 999_999_999n),
  /** One of 64 powers of two. */
  Alignment: scalarLayout(8, 1n, 1n << 63n),
  /** Of an open file: never -1. */
  Descriptor: scalarLayout(4, 0n, 0xffff_fffen),
}

const NON_ZERO = /^NonZero(?:[UI](?:(\d+)|size))?$/

/** Types of which only this is known: how they lie, and which numbers they cannot be. */
export function opaqueType(name: string, given: readonly Type[]): Type | undefined {
  const [of] = given
  const layout = Object.hasOwn(LAYOUTS, name)
    ? LAYOUTS[name]
    : name === 'Cow' && of
      ? borrowedOrOwned(of)
      : nonZero(name, given)
  return layout && { kind: 'opaque', name, layout }
}

/** `Cow<str>`: a reference, or what owns the same: a string, a vector, or a value. */
function borrowedOrOwned(of: Type): Layout {
  const { kind } = known(of)
  const buffer = fieldsLayout([LAYOUTS['NotNull']!, LAYOUTS['Capacity']!])
  const owned = kind === 'str' || kind === 'slice' ? fieldsLayout([buffer, scalarLayout(8)]) : layoutOf(of)
  const borrowed = layoutOf({ kind: 'reference', mutable: false, target: of })
  const variants = [borrowed, owned].map((layout, index) => ({
    fields: [layout],
    discriminant: BigInt(index),
  }))
  return enumLayout(variants, {}, false)
}

/** `NonZeroU8`, and as it is called today `NonZero<u8>`. */
function nonZero(name: string, [of]: readonly Type[]): Layout | undefined {
  const [isOne, bits] = NON_ZERO.exec(name) ?? []
  if (isOne === undefined) return undefined
  return scalarLayout(of ? layoutOf(of).size : Number(bits ?? 64) / 8, 1n)
}
