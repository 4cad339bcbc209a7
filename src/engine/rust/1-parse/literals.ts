import { messages, refusedType, type Message } from '../messages.ts'
import { FLOAT_TYPES, INTEGER_TYPES, type FloatType, type IntegerType } from './syntax.ts'

export type ReadInteger =
  { readonly value: bigint; readonly suffix: IntegerType | undefined } | { readonly wrong: Message }
export type ReadCharacter = { readonly codePoint: number } | { readonly wrong: Message }

const INTEGER =
  /^(?:0x(?<hexadecimal>[0-9a-fA-F_]*)|0o(?<octal>[0-9_]*)|0b(?<binary>[0-9_]*)|(?<decimal>[0-9_]+))(?<suffix>.*)$/u
/** `u128` ends at 39 digits; nothing longer need be computed. */
const LONGEST_DECIMAL = 39
const LARGEST = 2n ** 128n - 1n
const ESCAPES: ReadonlyMap<string, number> = new Map([
  ['\\n', 10],
  ['\\r', 13],
  ['\\t', 9],
  ['\\0', 0],
  ['\\\\', 92],
  ["\\'", 39],
  ['\\"', 34],
])

/** Takes an integer literal apart: base, digits, `_`, suffix (Rust reference, "Integer literals"). */
export function readInteger(text: string): ReadInteger {
  const { hexadecimal, octal, binary, decimal, suffix = '' } = INTEGER.exec(text)?.groups ?? {}
  if (octal !== undefined) return readDigits(octal, 8, suffix)
  if (binary !== undefined) return readDigits(binary, 2, suffix)
  if (hexadecimal !== undefined) return readDigits(hexadecimal, 16, suffix)
  return readDigits(decimal ?? '', 10, suffix)
}

export type ReadFloat =
  { readonly text: string; readonly suffix: FloatType | undefined } | { readonly wrong: Message }

const FLOAT = /^(?<digits>[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][+-]?_*[0-9][0-9_]*)?)(?<suffix>.*)$/u
const WHOLE_FLOAT = /^[0-9][0-9_]*f(?:32|64)$/

/** Whether a number without a dot is one by its suffix. */
export function isFloat(text: string): boolean {
  return WHOLE_FLOAT.test(text)
}

/** Takes a floating-point literal apart: digits, exponent, suffix (Rust reference, "Floating-point literals"). */
export function readFloat(text: string): ReadFloat {
  const { digits = text, suffix = '' } = FLOAT.exec(text)?.groups ?? {}
  const type = FLOAT_TYPES.find((name) => name === suffix)
  if (suffix !== '' && type === undefined) return { wrong: messages.invalidFloatSuffix(suffix) }
  return { text: digits.replaceAll('_', ''), suffix: type }
}

const PREFIXES: Readonly<Record<number, string>> = { 2: '0b', 8: '0o', 10: '', 16: '0x' }

function readDigits(digitsAndUnderscores: string, base: 2 | 8 | 10 | 16, suffix: string): ReadInteger {
  const digits = digitsAndUnderscores.replaceAll('_', '').replace(/^0+(?=.)/, '')
  if (digits === '') return { wrong: messages.noDigits }
  if (base < 10 && [...digits].some((digit) => Number(digit) >= base))
    return { wrong: messages.invalidDigit(base) }
  const value =
    digits.length * Math.log10(base) > LONGEST_DECIMAL + 1 ? LARGEST + 1n : BigInt(PREFIXES[base] + digits)
  if (value > LARGEST) return { wrong: messages.literalTooLarge }
  return readSuffix(value, suffix)
}

function readSuffix(value: bigint, suffix: string): ReadInteger {
  if (suffix === '') return { value, suffix: undefined }
  const type = INTEGER_TYPES.find((name) => name === suffix)
  if (type !== undefined) return { value, suffix: type }
  const refused = refusedType(suffix)
  if (refused !== undefined) return { wrong: refused }
  const width = /^[ui](?<width>[0-9]+)$/.exec(suffix)?.groups?.['width']
  return { wrong: width === undefined ? messages.invalidSuffix(suffix) : messages.invalidWidth(width) }
}

/** Reads a character literal with its quotes (Rust reference, "Character literals"). */
export function readCharacter(text: string): ReadCharacter {
  const inner = text.slice(1, -1)
  const codePoint = inner.startsWith('\\') ? readEscape(inner, 'letter') : inner.codePointAt(0)
  return codePoint === undefined ? { wrong: messages.badEscape } : { codePoint }
}

/** Reads a byte literal `b'A'` (Rust reference, "Byte literals"). */
export function readByte(text: string): { readonly value: bigint } | { readonly wrong: Message } {
  const read = readLetters(text.slice(2, -1), 'byte')
  return 'wrong' in read ? read : { value: BigInt(read.codes[0] ?? 0) }
}

export const isByteString = (text: string) => /^br?["#]/.test(text)

/** Reads a byte string (Rust reference, "Byte string literals"). */
export function readBytes(text: string): { readonly bytes: Uint8Array } | { readonly wrong: Message } {
  const read = readQuoted(text.slice(1), 'byte')
  return 'wrong' in read ? read : { bytes: Uint8Array.from(read.codes) }
}

/** Reads a string literal with its quotes: escapes, and a backslash at the end of a line (Rust reference, "String literals"). */
export function readString(text: string): { readonly text: string } | { readonly wrong: Message } {
  const read = readQuoted(text, 'letter')
  return 'wrong' in read ? read : { text: read.codes.map((code) => String.fromCodePoint(code)).join('') }
}

/** What a literal is made of. */
type Unit = 'byte' | 'letter'
type ReadCodes = { readonly codes: readonly number[] } | { readonly wrong: Message }

/** What stands between quotes. To rustc a line ends with a line feed, however the file writes it. */
function readQuoted(text: string, unit: Unit): ReadCodes {
  const raw = /^r(#*)"([^]*)"\1$/.exec(text)
  const inner = (raw?.[2] ?? text.slice(1, -1)).replaceAll('\r\n', '\n')
  return readLetters(inner, unit, raw !== null)
}

const LETTER = /\\(?:\n\s*|x[0-9a-fA-F]{2}|u\{[^}]*\}|[^])|[^]/gu

function readLetters(inner: string, unit: Unit, isRaw = false): ReadCodes {
  const codes: number[] = []
  for (const letter of isRaw ? inner : (inner.match(LETTER) ?? [])) {
    if (!isRaw && letter.startsWith('\\\n')) continue
    const isEscape = !isRaw && letter.startsWith('\\')
    const code = isEscape ? readEscape(letter, unit) : letter.codePointAt(0)
    if (code === undefined) return { wrong: messages.badEscape }
    if (unit === 'byte' && !isEscape && code > 127) return { wrong: messages.foreignByte }
    codes.push(code)
  }
  return { codes }
}

/** Of a byte any number up to 0xFF can be written, and no letter by its number in Unicode. */
function readEscape(escape: string, unit: Unit): number | undefined {
  if (unit === 'byte' && /^\\x[0-9a-fA-F]{2}$/.test(escape)) return Number.parseInt(escape.slice(2), 16)
  if (unit === 'byte' && escape.startsWith('\\u')) return undefined
  const digits = /^\\x(?<byte>[0-7][0-9a-fA-F])$|^\\u\{(?<unicode>[0-9a-fA-F][0-9a-fA-F_]{0,10})\}$/.exec(
    escape,
  )?.groups
  if (digits === undefined) return ESCAPES.get(escape)
  const codePoint = parseInt((digits['byte'] ?? digits['unicode'] ?? '').replaceAll('_', ''), 16)
  const isSurrogate = codePoint >= 0xd800 && codePoint <= 0xdfff
  return codePoint > 0x10ffff || isSurrogate ? undefined : codePoint
}
