/** A number as a reader writes it. */
export type ParsedNumber =
  | { readonly ok: true; readonly value: bigint; readonly base: 2 | 8 | 10 | 16 }
  | { readonly ok: false; readonly message: string }

const MINUS = /^[-\u2212\u2013]/
const SEPARATORS = /[\s_'\u2019\u00A0\u2009\u202F]/g
/** Longer than any number of the machine; a pasted novel is not turned into a number. */
const LONGEST = 100

/** What people write behind a number, and how many of what is asked for one of them is. */
const UNITS: readonly (readonly [RegExp, bigint])[] = [
  [/^(bytes?|bits?|o(ctets?)?|b)$/i, 1n],
  [/^(pages?|frames?|rows?|entry|entries|levels?|slots?|words?|lines?)$/i, 1n],
  [/^(cycles?|steps?|times|instructions?|access(es)?|reads?|writes?|walks?|faults?|hits?|miss(es)?)$/i, 1n],
  [/^(process(es)?|ns|nanoseconds?|µs|μs|us|ms)$/i, 1n],
  [/^(ki|kibi)(b|bytes?)$/i, 1n << 10n],
  [/^(mi|mebi)(b|bytes?)$/i, 1n << 20n],
  [/^(gi|gibi)(b|bytes?)$/i, 1n << 30n],
  [/^(ti|tebi)(b|bytes?)$/i, 1n << 40n],
]
/** A thousand to one reader, 1024 to another. */
const VAGUE_UNIT = /^([kmgt]|kilo|mega|giga|tera)(b|bytes?)$/i

/**
 * Reads a number in any base: `0x5FFF`, `5fffh`, `24575`, `24,575`, `0b1011`, `0o17`, `-5`; with spaces, `_`
 * or `'` between digits, and a unit behind it: `24575 B`, `4 KiB`. Digits with a letter from a to f among them are
 * hexadecimal without any mark; where the letter could as well be a mark or a unit, the reader is asked.
 */
export function parseNumber(text: string): ParsedNumber {
  const trimmed = text.trim()
  if (trimmed === '') return refuse('Type a number first. Any base will do: 0x2A, 2Ah and 42 are the same.')
  if (/…|\.\.\./.test(trimmed))
    return refuse('The short form leaves digits out, and many addresses fit it. Write the whole number.')
  if (trimmed.length > LONGEST) return refuse('That is longer than any number of this machine.')
  const { number, unit } = withoutUnit(trimmed)
  if (VAGUE_UNIT.test(unit))
    return refuse(
      `“${trimmed}” counts in thousands to some and in 1024s to others. Write KiB, MiB or GiB for 1024s, or the whole number.`,
    )
  const negative = MINUS.test(number)
  const digits = number.replace(/^[-+\u2212\u2013]/, '').replace(SEPARATORS, '')
  const parsed = parseDigits(digits, trimmed)
  const scale = factorOf(unit) ?? 1n
  return parsed.ok ? { ...parsed, value: parsed.value * (negative ? -scale : scale) } : parsed
}

/** A unit stands behind the number, or right at it where no digit can be meant. */
function withoutUnit(written: string): { readonly number: string; readonly unit: string } {
  const [, number = '', space = '', unit = ''] = /^(.*?[\da-fh])(\s*)([a-zµμ]+)$/i.exec(written) ?? []
  const isUnit = VAGUE_UNIT.test(unit) || factorOf(unit) !== undefined
  // A single letter right at the number is a digit or a mark: 5B, 101b.
  return isUnit && (space !== '' || unit.length > 1) ? { number, unit } : { number: written, unit: '' }
}

const factorOf = (unit: string) => UNITS.find(([names]) => names.test(unit))?.[1]

function parseDigits(digits: string, written: string): ParsedNumber {
  const prefixed = /^0([xbo])([0-9a-f]+)$/i.exec(digits)
  if (prefixed) return parsePrefixed(prefixed[1]!.toLowerCase(), prefixed[2]!, written)
  if (/^[0-9a-f]+h$/i.test(digits)) return { ok: true, value: BigInt('0x' + digits.slice(0, -1)), base: 16 }
  if (/^\d+$/.test(digits)) return { ok: true, value: BigInt(digits), base: 10 }
  if (/^\d{1,3}(,\d{3})+$/.test(digits))
    return { ok: true, value: BigInt(digits.replaceAll(',', '')), base: 10 }
  if (/^[01]+b$/i.test(digits))
    return refuse(
      `“${written}” can be read as binary and as hexadecimal. Write 0b… or 0x… to tell which you mean.`,
    )
  const other = otherReading(digits)
  if (other !== undefined)
    return refuse(
      `“${written}” can be read as ${other} and as hexadecimal. Write 0x${digits} if you mean the latter, and else the number alone.`,
    )
  if (/^[0-9a-f]+$/i.test(digits)) return { ok: true, value: BigInt('0x' + digits), base: 16 }
  return refuse(explainRefusal(written))
}

/** Decimal digits before a letter that assemblers, scientists or units put there. */
function otherReading(digits: string): string | undefined {
  const [, decimal, letter = '', exponent] = /^(\d+)(?:([bd])|e(\d{1,2}))$/i.exec(digits) ?? []
  if (decimal === undefined) return undefined
  if (exponent !== undefined) return `${decimal} with ${Number(exponent)} zeros`
  return letter.toLowerCase() === 'b' ? `${decimal} bytes` : `${decimal} in decimal`
}

function parsePrefixed(mark: string, digits: string, written: string): ParsedNumber {
  if (mark === 'x') return { ok: true, value: BigInt('0x' + digits), base: 16 }
  if (mark === 'b' && /^[01]+$/.test(digits)) return { ok: true, value: BigInt('0b' + digits), base: 2 }
  if (mark === 'o' && /^[0-7]+$/.test(digits)) return { ok: true, value: BigInt('0o' + digits), base: 8 }
  if (mark === 'b')
    return refuse(`“${written}” begins like a binary number but has other digits than 0 and 1.`)
  return refuse(explainRefusal(written))
}

function explainRefusal(written: string): string {
  if (/[+*/(]|\S\s+[-\u2212]\s*\S|\d[-\u2212]\d/.test(written))
    return `“${written}” is a calculation. Work it out, and write the number that it yields.`
  return `“${written}” is not a number that can be read here. Write it as 0x2A, 2Ah, 42 or 0b101010.`
}

function refuse(message: string): ParsedNumber {
  return { ok: false, message }
}

/** Bytes as a reader writes them, in memory's order: `64 00 00 00`, `0x64, 0x00, …`, `64000000`. */
export function parseBytes(
  text: string,
): { readonly ok: true; readonly bytes: string } | { readonly ok: false; readonly message: string } {
  const trimmed = text.trim()
  if (trimmed === '')
    return { ok: false, message: 'Type the bytes first, two hexadecimal digits for each: 2A 00.' }
  const parts = trimmed.split(/[\s,;_]+/).filter((part) => part !== '')
  const digits = parts.map((part) => part.replace(/^0x/i, '').replace(/h$/i, ''))
  const whole = digits.map((part) => (parts.length > 1 && part.length === 1 ? '0' + part : part)).join('')
  if (!/^([0-9a-f]{2})+$/i.test(whole) || whole.length > LONGEST)
    return {
      ok: false,
      message: `“${trimmed}” cannot be read as bytes. Write two hexadecimal digits for each, as in 2A 00.`,
    }
  return { ok: true, bytes: whole.toLowerCase() }
}
