import { fitsUnsigned } from '../bits.ts'
import { messages, AssemblyMistake, type Span } from './messages.ts'

const RADIX_LETTERS: Record<string, bigint> = { x: 16n, h: 16n, b: 2n, y: 2n, o: 8n, q: 8n, d: 10n, t: 10n }

/**
 * A number in any of nasm's ways: 42, 0x2A, 2Ah, $2A, 0b101010, 101010b, 0o52, 52q, 0d42, 1_000.
 * Where a letter could be a prefix, a suffix or a digit, the larger radix wins, as in nasm: 0b1h is 0xB1.
 */
export function parseNumber(text: string, span: Span): bigint {
  const plain = text.toLowerCase().replaceAll('_', '')
  const { digits, radix } = readRadix(plain)
  const value = digitsValue(digits, radix)
  if (value === undefined) throw new AssemblyMistake(span, messages.badNumber(text))
  if (!fitsUnsigned(value, 64)) throw new AssemblyMistake(span, messages.numberTooLong(text))
  return value
}

function readRadix(text: string): { digits: string; radix: bigint } {
  if (text.startsWith('$')) return { digits: text.slice(1), radix: 16n }
  const prefix = text.length > 2 && text.startsWith('0') ? (RADIX_LETTERS[text[1]!] ?? 0n) : 0n
  const suffix = text.length > 1 ? (RADIX_LETTERS[text.at(-1)!] ?? 0n) : 0n
  if (prefix > suffix) return { digits: text.slice(2), radix: prefix }
  if (suffix > 0n && text.at(-1) !== 'x') return { digits: text.slice(0, -1), radix: suffix }
  return { digits: text, radix: 10n }
}

const DIGITS = '0123456789abcdef'

function digitsValue(digits: string, radix: bigint): bigint | undefined {
  if (digits === '' || digits.length > 80) return undefined
  let value = 0n
  for (const digit of digits) {
    const worth = DIGITS.indexOf(digit)
    if (worth < 0 || BigInt(worth) >= radix) return undefined
    value = value * radix + BigInt(worth)
  }
  return value
}

/** The bytes of a string with its quotes, in UTF-8. Only backquoted strings have escapes, those of C. */
export function stringBytes(text: string, span: Span): Uint8Array {
  const inside = text.slice(1, -1)
  return text.startsWith('`') ? escapedBytes(inside, span) : utf8(inside)
}

/** A text in UTF-16 or UTF-32, with the lower byte first or last. */
export function wideBytes(text: string, unit: number, isBigEndian: boolean): Uint8Array {
  const units = Array.from(text).flatMap((character) =>
    unit === 4
      ? [character.codePointAt(0)!]
      : Array.from({ length: character.length }, (_, index) => character.charCodeAt(index)),
  )
  return Uint8Array.from(
    units.flatMap((value) => {
      const bytes = Array.from({ length: unit }, (_, index) => (value >>> (8 * index)) & 0xff)
      return isBigEndian ? bytes.reverse() : bytes
    }),
  )
}

const ESCAPE = /\\(?:x[0-9a-fA-F]{1,2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-7]{1,3}|[^])|[^\\]+/g
const SIMPLE_ESCAPES: Record<string, number> = {
  '"': 34,
  "'": 39,
  '`': 96,
  '\\': 92,
  '?': 63,
  a: 7,
  b: 8,
  t: 9,
  n: 10,
  v: 11,
  f: 12,
  r: 13,
  e: 27,
}

function escapedBytes(text: string, span: Span): Uint8Array {
  const parts = (text.match(ESCAPE) ?? []).map((part) =>
    part.startsWith('\\') ? escape(part, span) : utf8(part),
  )
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}

function escape(part: string, span: Span): Uint8Array {
  const letter = part[1]!
  if (letter === 'x' && part.length > 2) return Uint8Array.of(parseInt(part.slice(2), 16))
  if (/[0-7]/.test(letter)) return Uint8Array.of(parseInt(part.slice(1), 8) & 0xff)
  if ((letter === 'u' || letter === 'U') && part.length > 2) {
    const point = parseInt(part.slice(2), 16)
    if (point <= 0x10ffff) return utf8(String.fromCodePoint(point))
  }
  const simple = SIMPLE_ESCAPES[letter]
  if (simple === undefined) throw new AssemblyMistake(span, messages.badEscape(part))
  return Uint8Array.of(simple)
}

/** The engine's own encoder: TextEncoder is the DOM's. */
function utf8(text: string): Uint8Array {
  const bytes: number[] = []
  for (const character of text) {
    const point = character.codePointAt(0)!
    if (point < 0x80) bytes.push(point)
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 63))
    else if (point < 0x10000)
      bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63))
    else
      bytes.push(
        0xf0 | (point >> 18),
        0x80 | ((point >> 12) & 63),
        0x80 | ((point >> 6) & 63),
        0x80 | (point & 63),
      )
  }
  return Uint8Array.from(bytes)
}
