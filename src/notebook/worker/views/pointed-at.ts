import { fromLittleEndian } from '#engine/bits.ts'
import type { Machine } from '#engine/machine/machine.ts'
import { readValue } from '#engine/machine/value.ts'
import type { ValueLayout } from '#engine/rust/3-check/value-layout.ts'
import { wrapAddress } from '#engine/units.ts'

/** What lies where a value points. */
export interface Pointed {
  readonly address: bigint
  readonly byteCount: number
  /** As Rust would write it; undefined of what has no such way. */
  readonly text: string | undefined
}

const WORD = 8
/** More elements, or bytes of text, are told as “and more”. */
const MOST_ELEMENTS = 8
const MOST_TEXT_BYTES = 48
/** Structs in structs that are looked into for a pointer. */
const DEEPEST = 4

/**
 * Of a reference, a pointer or a box what it points at, and of a struct such as `Vec`, `String` or `Rc` what the first
 * pointer in it does. Undefined where the value has none.
 */
export function pointedAt(machine: Machine, layout: ValueLayout, bytes: Uint8Array): Pointed | undefined {
  const { target } = layout
  if (target !== undefined) {
    const count = target.isWide ? wordAt(bytes, WORD) : undefined
    return found(machine, wordAt(bytes, 0), target.layout, count)
  }
  const pointer = firstPointer(layout)
  const element = pointer && innermost(pointer.layout).target?.layout
  if (pointer === undefined || element === undefined) return undefined
  const length = lengthIn(layout)
  const count = length === undefined ? undefined : wordAt(bytes, length)
  const what = layout.type === 'String' ? { ...element, type: 'str' } : element
  return found(machine, wordAt(bytes, pointer.offset), what, count)
}

function wordAt(bytes: Uint8Array, offset: number): bigint | undefined {
  return bytes.length < offset + WORD ? undefined : fromLittleEndian(bytes.subarray(offset, offset + WORD))
}

/** A struct of one field is as good as what it holds. */
function innermost(layout: ValueLayout): ValueLayout {
  return layout.target === undefined && layout.fields.length === 1
    ? innermost(layout.fields[0]!.layout)
    : layout
}

interface Part {
  readonly offset: number
  readonly layout: ValueLayout
}

function firstPointer(whole: ValueLayout, depth = 0): Part | undefined {
  for (const { offset, layout } of depth < DEEPEST ? whole.fields : []) {
    const inside = layout.target === undefined ? firstPointer(layout, depth + 1) : { offset: 0, layout }
    if (inside !== undefined) return { offset: offset + inside.offset, layout: inside.layout }
  }
  return undefined
}

/** Where the library’s own collections keep how many elements there are. */
function lengthIn({ type, fields }: ValueLayout): number | undefined {
  if (type === 'String') return fields[0] === undefined ? undefined : lengthIn(fields[0].layout)
  return type.startsWith('Vec<') ? fields.find(({ name }) => name === 'length')?.offset : undefined
}

/** @param count how many elements, or bytes of text, the pointer says there are */
function found(
  machine: Machine,
  address: bigint | undefined,
  layout: ValueLayout,
  count: bigint | undefined,
): Pointed | undefined {
  if (address === undefined) return undefined
  const read = (byteCount: number) => machine.memory.peek(wrapAddress(address), byteCount)
  const element = layout.elements?.layout ?? layout
  const size = layout.type === 'str' ? 1 : (element.extent?.size ?? 0)
  const byteCount = Math.max(1, size * Number(count ?? 1n))
  if (layout.type === 'str') return { address, byteCount, text: quoted(read, Number(count ?? 0n)) }
  const text =
    count === undefined ? textOf(layout, read(size)) : elementsText(element, size, Number(count), read)
  return { address, byteCount, text }
}

type Read = (byteCount: number) => Uint8Array | undefined

function quoted(read: Read, byteCount: number): string | undefined {
  const bytes = read(Math.min(byteCount, MOST_TEXT_BYTES))
  if (bytes === undefined) return undefined
  const text = new TextDecoder().decode(bytes, { stream: true })
  return `"${text}${byteCount > MOST_TEXT_BYTES ? '…' : ''}"`
}

function elementsText(element: ValueLayout, size: number, count: number, read: Read): string | undefined {
  const shown = Math.min(count, MOST_ELEMENTS)
  const bytes = shown === 0 ? new Uint8Array() : read(shown * size)
  if (bytes === undefined) return undefined
  const texts = Array.from({ length: shown }, (_, at) =>
    textOf(element, bytes.subarray(at * size, (at + 1) * size)),
  )
  return `[${[...texts.map((text) => text ?? '…'), ...(count > shown ? ['…'] : [])].join(', ')}]`
}

/** A number, a struct of them; parts that can’t be written so are dots. */
function textOf({ type, fields, extent }: ValueLayout, bytes: Uint8Array | undefined): string | undefined {
  if (bytes === undefined) return undefined
  if (fields.length === 0 || extent === undefined) return readValue(type, bytes)
  const parts = fields.map(({ name, offset, layout }) => {
    const text = textOf(layout, bytes.subarray(offset, offset + (layout.extent?.size ?? 0))) ?? '…'
    return type.startsWith('(') ? text : `${name}: ${text}`
  })
  return type.startsWith('(') ? `(${parts.join(', ')})` : `{ ${parts.join(', ')} }`
}
