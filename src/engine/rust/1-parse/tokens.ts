import type { Span } from './syntax.ts'

/** A word of the source as rustc's lexer would cut it, comments and spaces left out. */
export interface Token extends Span {
  readonly kind: 'word' | 'number' | 'string' | 'character' | 'lifetime' | 'symbol' | 'unterminated'
  readonly text: string
}

const SKIPPED = /(?:\s|\/\/[^\n]*)+/uy
const COMMENT_DELIMITER = /\/\*|\*\//g
const LETTER = 'a-zA-Z_\\u{a1}-\\u{200d}\\u{2010}-\\u{2027}\\u{202a}-\\u{10ffff}'
const RAW = /b?r(#{0,2})"/uy
const PATTERNS: readonly [Token['kind'], RegExp][] = [
  ['character', /b?'(?:[^\\'\n]|\\[^\n][^\\'\n]*)'/uy],
  ['lifetime', new RegExp(`'[${LETTER}][${LETTER}0-9]*`, 'uy')],
  ['word', new RegExp(`(?:r#)?[${LETTER}][${LETTER}0-9]*`, 'uy')],
  [
    'number',
    new RegExp(
      `[0-9][0-9_]*(?:\\.[0-9][0-9_]*)?[eE][+\\-]?_*[0-9][${LETTER}0-9]*|[0-9][0-9_]*\\.[0-9][${LETTER}0-9]*|[0-9][${LETTER}0-9]*`,
      'uy',
    ),
  ],
  ['symbol', /''|->|=>|::|\.\.=?|&&|\|\||<<=?|>>=?|[-+*/%&|^=!<>]=|[^]/uy],
]

/**
 * Cuts a source into tokens, from first to last. Linear in its length; never fails:
 * a string or block comment without an end is one `unterminated` token up to the end.
 */
export function* tokens(source: string): Generator<Token> {
  let at = 0
  while (at < source.length) {
    at = endOf(SKIPPED, source, at) ?? at
    if (at >= source.length) return
    const comment = source.startsWith('/*', at) ? endOfBlockComment(source, at) : undefined
    if (comment !== undefined && comment <= source.length) {
      at = comment
      continue
    }
    const token =
      comment === undefined ? tokenAt(source, at) : tokenOf('unterminated', source, at, source.length)
    yield token
    at = token.to
  }
}

function tokenAt(source: string, at: number): Token {
  const quote = source.startsWith('b"', at) ? at + 1 : at
  if (source[quote] === '"') return stringAt(source, at, quote)
  const opening = endOf(RAW, source, at)
  if (opening !== undefined) return rawAt(source, at, opening)
  for (const [kind, pattern] of PATTERNS) {
    const end = endOf(pattern, source, at)
    if (end !== undefined) return tokenOf(kind, source, at, end)
  }
  throw new Error(`no token at ${at}`)
}

function stringAt(source: string, at: number, quote: number): Token {
  let end = quote + 1
  while (end < source.length && source[end] !== '"') end += source[end] === '\\' ? 2 : 1
  if (end >= source.length) return tokenOf('unterminated', source, at, source.length)
  return tokenOf('string', source, at, end + 1)
}

/** A raw string ends at a quote with as many `#` as it began with. */
function rawAt(source: string, at: number, opening: number): Token {
  const closing = `"${'#'.repeat(source.slice(at, opening).split('#').length - 1)}`
  const end = source.indexOf(closing, opening)
  if (end < 0) return tokenOf('unterminated', source, at, source.length)
  return tokenOf('string', source, at, end + closing.length)
}

function tokenOf(kind: Token['kind'], source: string, from: number, to: number): Token {
  return { kind, from, to, text: source.slice(from, to) }
}

/** Block comments nest. One that never ends, ends beyond the source. */
function endOfBlockComment(source: string, at: number): number {
  let depth = 0
  COMMENT_DELIMITER.lastIndex = at
  for (;;) {
    const delimiter = COMMENT_DELIMITER.exec(source)
    if (!delimiter) return source.length + 1
    depth += delimiter[0] === '/*' ? 1 : -1
    if (depth === 0) return delimiter.index + 2
  }
}

function endOf(pattern: RegExp, source: string, at: number): number | undefined {
  pattern.lastIndex = at
  return pattern.test(source) ? pattern.lastIndex : undefined
}
