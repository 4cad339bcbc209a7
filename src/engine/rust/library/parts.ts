/**
 * Parts of the library that a program gets only where it names them: there are hundreds, and most programs need none.
 * What a part itself needs comes with it.
 */
import { FLOAT_TYPES, INTEGER_TYPES } from '../1-parse/syntax.ts'
import { bitsOf, isSigned } from '../3-check/types.ts'
import { BOOLEAN, BYTE, CHARACTER, UNICODE } from './characters.ts'
import { ATTEMPTS, FLOAT_CONVERSIONS } from './conversions.ts'
import { CLAMP, SIGNED, UNSIGNED } from './integers.ts'
import { FLOAT_FORMAT } from './float-format.ts'
import { F32, F64, FLOAT, FLOAT_MEANINGS, FLOAT_MODULES } from './floats.ts'
import { NUMBER_ERRORS } from './number-errors.ts'
import { CHARACTER_CASES, LETTER_CASES, TEXT_CASES } from './letter-cases.ts'
import { UNICODE_TABLES } from './unicode.ts'

/** A function, or the items that some functions need. */
interface Part {
  /** By which it is asked for. */
  readonly names: readonly string[]
  readonly text: string
  /** All words in it: the names of others among them. */
  readonly words: ReadonlySet<string>
}

/** What a type gets. */
interface Share {
  readonly type: string
  readonly parts: readonly Part[]
  /** What words in the parts stand for. */
  readonly meanings: Readonly<Record<string, string>>
}

/** As it is written down. */
interface Item {
  readonly names: readonly string[]
  text(): string
  /** What it needs. */
  readonly words?: readonly string[]
}

function wordsIn(text: string): ReadonlySet<string> {
  return new Set(text.match(/\w+/g))
}

function functionsIn(text: string): readonly Part[] {
  return text
    .trim()
    .split(/\n\n+/)
    .map((part) => ({ names: [/(?:fn|const) (\w+)[:(<]/.exec(part)![1]!], text: part, words: wordsIn(part) }))
}

/** What `"1".parse()` asks for. */
const PARSING: readonly Item[] = [
  {
    names: ['parse', 'FromStr'],
    text: () =>
      INTEGER_TYPES.map(
        (type) => `impl super::str::FromStr for ${type} {
    type Err = ParseIntError;
    fn from_str(text: &str) -> Result<${type}, ParseIntError> {
        <${type}>::from_str_radix(text, 10)
    }
}`,
      ).join('\n'),
    words: ['from_str_radix', 'ParseIntError'],
  },
]

const [unsigned, signed, byte, clamp] = [UNSIGNED, SIGNED, BYTE, CLAMP].map(functionsIn)

const floats = { f32: functionsIn(F32 + FLOAT), f64: functionsIn(F64 + FLOAT) }

const SHARES: readonly Share[] = [
  ...INTEGER_TYPES.map((type) => ({
    type,
    parts: [...(isSigned(type) ? signed! : unsigned!), ...clamp!, ...(type === 'u8' ? byte! : [])],
    meanings: {
      Int: type,
      Unsigned: type.replace(/^i/, 'u'),
      Signed: type.replace(/^u/, 'i'),
      BYTES: String(bitsOf(type) / 8),
      This: type,
    },
  })),
  ...FLOAT_TYPES.map((type) => ({
    type,
    parts: floats[type],
    meanings: {
      Float: type,
      Bits: type.replace('f', 'u'),
      SignedBits: type.replace('f', 'i'),
      BYTES: String(Number(type.slice(1)) / 8),
      ...FLOAT_MEANINGS[type],
    },
  })),
  {
    type: 'char',
    parts: functionsIn(CHARACTER + UNICODE + CHARACTER_CASES + CLAMP),
    meanings: { This: 'char' },
  },
  { type: 'str', parts: functionsIn(TEXT_CASES), meanings: {} },
  { type: 'bool', parts: functionsIn(BOOLEAN), meanings: {} },
]

/** Items beside them. Tables are long, and written out only where they are needed. */
const ITEMS: readonly Part[] = [
  ...NUMBER_ERRORS,
  ...UNICODE_TABLES,
  ...LETTER_CASES,
  ...ATTEMPTS,
  ...PARSING,
  { names: FLOAT_TYPES, text: () => `${FLOAT_FORMAT}\n${FLOAT_CONVERSIONS}` },
].map(({ names, text, words = [] }: Item) => ({
  names,
  get text() {
    return text()
  },
  words: new Set(words),
}))

const byName = new Map<string, Part[]>()
for (const part of [...ITEMS, ...SHARES.flatMap(({ parts }) => parts)])
  for (const name of part.names) byName.set(name, [...(byName.get(name) ?? []), part])

const ofFloats: ReadonlySet<Part> = new Set([...floats.f32, ...floats.f64])

/** By which parts are asked for. */
export function partNames(): readonly string[] {
  return [...byName.keys(), ...CONSTANT_WORDS, ...CHARACTER_FUNCTIONS]
}

/** Names of functions that only numbers of a known type have. */
export function integerFunctionNames(): readonly string[] {
  return [...unsigned!, ...signed!, ...floats.f64]
    .flatMap(({ names }) => names)
    .filter((name) => name !== 'clamp' && name !== 'min' && name !== 'max')
}

/**
 * The library's parts that these words name, as one module; empty where they name none.
 * @param hasErrors the library has the trait `Error`
 */
export function partsFor(words: Iterable<string>, hasErrors = false): string {
  const needed = new Set<Part>()
  const seen = new Set(words)
  const hasFloats = FLOAT_TYPES.some((type) => seen.has(type))
  const needsConstants = hasFloats && CONSTANT_WORDS.some((word) => seen.has(word))
  if (needsCharacters(seen)) for (const name of CHARACTER_FUNCTIONS) seen.add(name)
  for (const word of seen)
    for (const part of byName.get(word) ?? [])
      if (!needed.has(part) && (hasFloats || !ofFloats.has(part))) {
        needed.add(part)
        for (const each of part.words) seen.add(each)
      }
  if (needed.size === 0) return ''
  const items = ITEMS.filter((part) => needed.has(part)).map(({ text }) => text)
  const errors = hasErrors ? errorsIn(items) : []
  const implementations = SHARES.map((share) => implementation(share, needed))
  const functions = (needsCharacters(seen) ? CHARACTER_MODULE : '') + (needsConstants ? FLOAT_MODULES : '')
  return `pub mod num {\n${[...items, ...errors, ...implementations].join('\n')}\n}\n${functions}`
}

/** Whatever is called so is one. */
function errorsIn(items: readonly string[]): readonly string[] {
  return [...items.join('\n').matchAll(/^pub struct (\w+Error)\b/gm)].map(
    ([, name]) => `impl super::error::Error for ${name} {}`,
  )
}

const CONSTANT_WORDS = ['consts', 'MAX', 'MIN', 'EPSILON', 'INFINITY', 'NEG_INFINITY', 'NAN', 'MIN_POSITIVE']

/** `std::char::from_u32` is `char::from_u32`. */
function needsCharacters(words: ReadonlySet<string>): boolean {
  return CHARACTER_FUNCTIONS.some((name) => words.has(name))
}

const CHARACTER_FUNCTIONS = ['from_u32', 'from_digit']
const CHARACTER_MODULE = `
pub mod char {
    pub const fn from_u32(code: u32) -> Option<char> {
        <char>::from_u32(code)
    }
    pub const fn from_digit(digit: u32, radix: u32) -> Option<char> {
        <char>::from_digit(digit, radix)
    }
}
`

function implementation({ type, parts, meanings }: Share, needed: ReadonlySet<Part>): string {
  const body = parts.filter((part) => needed.has(part)).map(({ text }) => text)
  if (body.length === 0) return ''
  const text = body.join('\n\n').replace(/\b[A-Z]\w+\b/g, (word) => meanings[word] ?? word)
  return `impl ${type} {\n${text}\n}`
}
