import { fromLittleEndian, littleEndian } from '../bits.ts'
import { hex } from '../units.ts'

/** How a primitive type of Rust lies in memory, and how its values are written. */
interface ValueFormat {
  readonly byteCount: number
  /** The value the bytes stand for. */
  readonly read: (bytes: Uint8Array) => string
  /** The value's bits; undefined where the text is no value of the type. */
  readonly bits: (text: string) => bigint | undefined
}

const INTEGER = /^-?(0x[\da-f_]+|0b[01_]+|0o[0-7_]+|\d[\d_]*)$/i

function integerOf(text: string): bigint | undefined {
  if (!INTEGER.test(text)) return undefined
  const plain = text.replaceAll('_', '')
  try {
    return plain.startsWith('-') ? -BigInt(plain.slice(1)) : BigInt(plain)
  } catch {
    return undefined
  }
}

function integer(bitCount: number, isSigned: boolean): ValueFormat {
  const wrap = isSigned ? BigInt.asIntN : BigInt.asUintN
  return {
    byteCount: bitCount / 8,
    read: (bytes) => wrap(bitCount, fromLittleEndian(bytes)).toString(),
    bits: (text) => {
      const value = integerOf(text)
      return value !== undefined && wrap(bitCount, value) === value
        ? BigInt.asUintN(bitCount, value)
        : undefined
    },
  }
}

const bool: ValueFormat = {
  byteCount: 1,
  read: (bytes) => ['false', 'true'][bytes[0]!] ?? `not a bool (${bytes[0]})`,
  bits: (text) => (text === 'true' ? 1n : text === 'false' ? 0n : undefined),
}

const HIGHEST_CHARACTER = 0x10ffffn

const char: ValueFormat = {
  byteCount: 4,
  read: (bytes) => {
    const code = fromLittleEndian(bytes)
    const isSurrogate = code >= 0xd800n && code <= 0xdfffn
    return code > HIGHEST_CHARACTER || isSurrogate
      ? `not a char (${code})`
      : `'${String.fromCodePoint(Number(code))}'`
  },
  bits: (text) => {
    const characters = [...unescaped(text.replace(/^'([\s\S]+)'$/, '$1'))]
    return characters.length === 1 ? BigInt(characters[0]!.codePointAt(0)!) : undefined
  },
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '0': '\0',
  '\\': '\\',
  "'": "'",
  '"': '"',
}

/** A character literal's inside, with its escape sequence replaced. */
function unescaped(text: string): string {
  const code = /^\\(?:x([\da-f]{2})|u\{([\da-f_]+)\})$/i.exec(text)
  if (code)
    return String.fromCodePoint(Math.min(parseInt((code[1] ?? code[2]!).replaceAll('_', ''), 16), 0x10ffff))
  return text.length === 2 && text.startsWith('\\') ? (ESCAPES[text[1]!] ?? text) : text
}

/** From here on Rust’s `{:?}` writes a float with an exponent. */
const LEAST_WITH_EXPONENT = 1e16

function float(byteCount: 4 | 8): ValueFormat {
  const view = new DataView(new ArrayBuffer(8))
  return {
    byteCount,
    read: (bytes) => {
      bytes.forEach((byte, at) => view.setUint8(at, byte))
      const value = byteCount === 4 ? view.getFloat32(0, true) : view.getFloat64(0, true)
      const isShort = Number.isInteger(value) && Math.abs(value) < LEAST_WITH_EXPONENT
      return isShort ? value.toFixed(1) : shortestFloat(value, byteCount).replace('e+', 'e')
    },
    bits: (text) => {
      const value =
        text.trim() === '' ? NaN : Number(text.replaceAll('_', '').replace(/^(-?)inf$/, '$1Infinity'))
      if (Number.isNaN(value) && text !== 'NaN') return undefined
      if (byteCount === 8) view.setFloat64(0, value, true)
      else view.setFloat32(0, value, true)
      return byteCount === 8 ? view.getBigUint64(0, true) : BigInt(view.getUint32(0, true))
    },
  }
}

/** The fewest digits that name this very float. */
function shortestFloat(value: number, byteCount: 4 | 8): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? 'inf' : '-inf'
  if (byteCount === 8) return value.toString()
  for (let digits = 1; digits <= 9; digits++) {
    const text = Number(value.toPrecision(digits))
    if (Math.fround(text) === value) return text.toString()
  }
  return value.toString()
}

const FORMATS: Readonly<Record<string, ValueFormat>> = {
  u8: integer(8, false),
  u16: integer(16, false),
  u32: integer(32, false),
  u64: integer(64, false),
  u128: integer(128, false),
  usize: integer(64, false),
  i8: integer(8, true),
  i16: integer(16, true),
  i32: integer(32, true),
  i64: integer(64, true),
  i128: integer(128, true),
  isize: integer(64, true),
  bool,
  char,
  f32: float(4),
  f64: float(8),
}

/** The types whose values can be read and written, by their Rust names. */
export const VALUE_TYPES: readonly string[] = Object.keys(FORMATS)

/** How many bytes a value of the type takes; undefined for a name that is no primitive type's. */
export function valueByteCount(type: string): number | undefined {
  return formatOf(type)?.byteCount
}

/** More elements than these are to be looked at in memory. */
const MOST_ELEMENTS = 8

/**
 * The value that bytes stand for, as Rust writes it; of a reference or pointer, the address; of an array that is not
 * long, its elements. Undefined for any other type.
 */
export function readValue(type: string, bytes: Uint8Array): string | undefined {
  const [, element, count] = /^\[(.+); (\d+)\]$/.exec(type) ?? []
  if (element !== undefined) return readElements(element, Number(count), bytes)
  const isPointer = /^(?:&|\*const |\*mut |Box<)/.test(type)
  if (isPointer && bytes.length === POINTER_BYTE_COUNT) return hex(fromLittleEndian(bytes))
  return formatOf(type)?.read(bytes)
}

const POINTER_BYTE_COUNT = 8

function readElements(type: string, count: number, bytes: Uint8Array): string | undefined {
  if (count === 0 || count > MOST_ELEMENTS) return undefined
  const size = bytes.length / count
  const values = Array.from({ length: count }, (_, index) =>
    readValue(type, bytes.subarray(index * size, (index + 1) * size)),
  )
  return values.includes(undefined) ? undefined : `[${values.join(', ')}]`
}

/** A value's bytes as memory holds them; undefined where the text is no value of the type. */
export function valueBytes(type: string, text: string): Uint8Array | undefined {
  const format = formatOf(type)
  const bits = format?.bits(text)
  return format === undefined || bits === undefined ? undefined : littleEndian(bits, format.byteCount)
}

/** The least and the greatest number of an integer type. */
export function integerRange(type: string): { least: bigint; greatest: bigint } | undefined {
  const bitCount = BigInt(8 * (valueByteCount(type) ?? 0))
  if (/^(u\d+|usize)$/.test(type) && bitCount > 0n) return { least: 0n, greatest: (1n << bitCount) - 1n }
  if (/^(i\d+|isize)$/.test(type) && bitCount > 0n) {
    return { least: -(1n << (bitCount - 1n)), greatest: (1n << (bitCount - 1n)) - 1n }
  }
  return undefined
}

function formatOf(type: string): ValueFormat | undefined {
  return Object.hasOwn(FORMATS, type) ? FORMATS[type] : undefined
}
