import type { LinkedVariable } from '../machine/program.ts'
import { Attribute, Tag, type DebugEntry, type DebugUnit } from './debug-information.ts'

type ValueLayout = NonNullable<LinkedVariable['layout']>

/** Types within types within types, and no more. */
const DEEPEST = 24
/** A value has no more bytes, whatever the file says. */
const LARGEST = 2 ** 31

const BOOLEAN = 2
const FLOAT = 4
const [SIGNED, SIGNED_CHARACTER, UNSIGNED, UNSIGNED_CHARACTER, UNICODE] = [5, 6, 7, 8, 0x10]

/** Names of Rust, which the course reads values by: C’s `int` is `i32`. */
function baseName(entry: DebugEntry, size: number): string {
  const name = textOf(entry) ?? '?'
  switch (entry.attributes.get(Attribute.encoding)) {
    case BOOLEAN:
      return 'bool'
    case FLOAT:
      return size === 4 || size === 8 ? `f${8 * size}` : name
    case SIGNED:
    case SIGNED_CHARACTER:
      return name === 'isize' ? name : `i${8 * size}`
    case UNSIGNED:
    case UNSIGNED_CHARACTER:
      return name === 'usize' ? name : `u${8 * size}`
    case UNICODE:
      return size === 4 ? 'char' : `u${8 * size}`
    default:
      return name
  }
}

export function textOf({ attributes }: DebugEntry): string | undefined {
  const name = attributes.get(Attribute.name)
  return typeof name === 'string' && name !== '' ? name : undefined
}

/** A number that makes sense as a size or a distance. */
function numberOf({ attributes }: DebugEntry, attribute: number): number | undefined {
  const value = attributes.get(attribute)
  return typeof value === 'number' && value >= 0 && value < LARGEST ? value : undefined
}

type Growing = { -readonly [Key in keyof ValueLayout]: ValueLayout[Key] }

const UNKNOWN: ValueLayout = { type: '?', extent: undefined, fields: [] }

/** The types of a unit, as layouts of values. A struct may hold a pointer to another like it: each is made once. */
export class DebugTypes {
  readonly #unit: DebugUnit
  readonly #known = new Map<DebugEntry, ValueLayout>()

  constructor(unit: DebugUnit) {
    this.#unit = unit
  }

  /** The layout of what an entry says its type is. */
  of({ attributes }: DebugEntry, depth = 0): ValueLayout {
    const at = attributes.get(Attribute.type)
    const entry = typeof at === 'number' ? this.#unit.entryAt.get(at) : undefined
    // C’s `void` has no entry
    if (entry === undefined) return at === undefined ? { ...UNKNOWN, type: '()' } : UNKNOWN
    if (depth > DEEPEST) return UNKNOWN
    return this.#known.get(entry) ?? this.#make(entry, depth + 1)
  }

  #make(entry: DebugEntry, depth: number): ValueLayout {
    switch (entry.tag) {
      case Tag.baseType:
      case Tag.enumerationType:
        return this.#keep(entry, baseLayout(entry))
      case Tag.pointerType:
        return this.#pointer(entry, depth)
      case Tag.arrayType:
        return this.#array(entry, depth)
      case Tag.structureType:
      case Tag.unionType:
        return this.#struct(entry, depth)
      case Tag.typedef:
      case Tag.constType:
      case Tag.volatileType:
      case Tag.restrictType:
        return this.of(entry, depth)
      default:
        return UNKNOWN
    }
  }

  #keep<Layout extends ValueLayout>(entry: DebugEntry, layout: Layout): Layout {
    this.#known.set(entry, layout)
    return layout
  }

  #pointer(entry: DebugEntry, depth: number): ValueLayout {
    const own = textOf(entry)
    const layout: Growing = this.#keep(entry, {
      type: own ?? '*mut ()',
      extent: { size: 8, alignment: 8 },
      fields: [],
    })
    const target = this.of(entry, depth)
    layout.type = own ?? `*${this.#isConst(entry) ? 'const' : 'mut'} ${target.type}`
    layout.target = { layout: target, isWide: false, isFollowed: own?.startsWith('&') === true }
    return layout
  }

  #isConst({ attributes }: DebugEntry): boolean {
    const at = attributes.get(Attribute.type)
    return typeof at === 'number' && this.#unit.entryAt.get(at)?.tag === Tag.constType
  }

  #array(entry: DebugEntry, depth: number): ValueLayout {
    const element = this.of(entry, depth)
    const counts = entry.children.filter(({ tag }) => tag === Tag.subrangeType).map(countOf)
    return this.#keep(
      entry,
      counts.reduceRight((inner, count) => arrayOf(inner, count), element),
    )
  }

  #struct(entry: DebugEntry, depth: number): ValueLayout {
    const size = numberOf(entry, Attribute.byteSize)
    const layout: Growing = this.#keep(entry, {
      type: textOf(entry) ?? (entry.tag === Tag.unionType ? 'union' : 'struct'),
      extent: size === undefined ? undefined : { size, alignment: 1 },
      fields: [],
    })
    layout.fields = entry.children
      .filter(({ tag }) => tag === Tag.member)
      .flatMap((member) => {
        const [name, offset] = [textOf(member), numberOf(member, Attribute.memberLocation) ?? 0]
        // a tuple’s are called __0, __1, …
        return name === undefined
          ? []
          : [{ name: name.replace(/^__(?=\d+$)/, ''), offset, layout: this.of(member, depth) }]
      })
    const alignments = layout.fields.map((field) => field.layout.extent?.alignment ?? 1)
    const alignment =
      numberOf(entry, Attribute.alignment) ?? alignments.reduce((most, one) => Math.max(most, one), 1)
    if (size !== undefined) layout.extent = { size, alignment }
    return layout
  }
}

function baseLayout(entry: DebugEntry): ValueLayout {
  const size = numberOf(entry, Attribute.byteSize)
  if (size === undefined || size > 16) return { ...UNKNOWN, type: textOf(entry) ?? '?' }
  const type = entry.tag === Tag.baseType ? baseName(entry, size) : (textOf(entry) ?? `u${8 * size}`)
  return { type, extent: { size, alignment: Math.max(1, size) }, fields: [] }
}

function countOf(subrange: DebugEntry): number {
  const last = subrange.attributes.get(Attribute.upperBound)
  const count = numberOf(subrange, Attribute.count)
  return count ?? (typeof last === 'number' && last >= 0 && last < LARGEST ? last + 1 : 0)
}

function arrayOf(element: ValueLayout, length: number): ValueLayout {
  const { size = 0, alignment = 1 } = element.extent ?? {}
  const isSmall = size * length < LARGEST
  return {
    type: `[${element.type}; ${length}]`,
    extent: isSmall ? { size: size * length, alignment } : undefined,
    fields: [],
    elements: { length, size, layout: element },
  }
}
