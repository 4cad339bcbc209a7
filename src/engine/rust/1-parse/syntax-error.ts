import type { Diagnostic } from '../../diagnostic.ts'
import { diagnose, messages } from '../messages.ts'
import { isKeyword } from './keywords.ts'
import type { Span } from './syntax.ts'
import type { Token } from './tokens.ts'

const OPENING = new Set(['(', '[', '{'])
const CLOSING = new Set([')', ']', '}'])
const OPENS_EXPRESSION = new Set(['=', '+', '-', '*', '+=', '-=', '*=', '(', ',', 'return'])

/**
 * What was missed where the source stops being the grammar's language.
 * @param at where the parser had to guess for the first time
 */
export function describeSyntaxError(at: number, tokens: readonly Token[]): Diagnostic {
  const nextIndex = tokens.findIndex((token) => token.to > at)
  const next = nextIndex < 0 ? undefined : tokens[nextIndex]
  const before = nextIndex < 0 ? tokens : tokens.slice(0, nextIndex)
  return describe(before, next, isInsideFunction(before))
}

/** Brackets are known to match, so counting them is enough. */
function isInsideFunction(before: readonly Token[]): boolean {
  let depth = 0
  for (const { text } of before) depth += text === '{' ? 1 : text === '}' ? -1 : 0
  return depth > 0
}

function describe(before: readonly Token[], next: Token | undefined, isInside: boolean): Diagnostic {
  const last = before.at(-1)
  const place: Span = next ?? last ?? { from: 0, to: 0 }
  const found = foundText(next)
  if (next?.text.startsWith("'")) return quoteError(last, next)
  const { expected, help, isAfter = false } = expectation(before, next, isInside)
  return diagnose(isAfter && last ? last : place, messages.expected(expected, found, help))
}

/** `''` or `'ab'`: not a character literal. */
function quoteError(last: Token | undefined, next: Token): Diagnostic {
  if (next.text === "''") return diagnose(next, messages.emptyCharacter)
  const from = last?.kind === 'lifetime' ? last.from : next.from
  return diagnose({ from, to: next.to }, messages.longCharacter)
}

interface Expectation {
  readonly expected: string
  readonly help: string
  /** Something is missing behind the last token, rather than the next one being wrong. */
  readonly isAfter?: boolean
}

/** What would have had to come, judged by the word before. */
function expectation(before: readonly Token[], next: Token | undefined, isInside: boolean): Expectation {
  const last = before.at(-1)
  const previous = last?.text ?? ''
  if (previous === 'let' || previous === 'mut') return expectedName(next)
  if (previous === 'fn')
    return { expected: 'identifier', help: 'Give the function a name: `fn example() { … }`.' }
  if (!isInside) return expectedOutside(before, next)
  if (next?.text === ';' && isInMatchArm(before))
    return { expected: '`,` or `}`', help: 'The arms of a `match` are parted by commas: write `,` here.' }
  if (previous === ':') return { expected: 'type', help: 'Name the type: `let x: u8 = 42;`.' }
  if (previous === '+' && next?.text === '+') {
    return { expected: 'expression', help: 'Rust has no `++`. To count up, write `x += 1;`.' }
  }
  if (OPENS_EXPRESSION.has(previous)) {
    return {
      expected: 'expression',
      help: `After \`${previous}\` comes a value: a number, a variable, or a calculation.`,
    }
  }
  if (last === undefined || previous === '{' || previous === ';' || previous === '}') {
    return { expected: 'a statement', help: 'A statement is `let x: u8 = 42;`, `x = 43;`, or `helper();`.' }
  }
  if (next !== undefined && startsValue(next) && startsValue(last) && !isKeyword(next.text)) {
    return {
      expected: 'an operator or `;`',
      help: 'Join two values by `+`, `-` or `*`, or end the statement with `;`.',
    }
  }
  return { expected: '`;`', help: 'End the statement with `;`.', isAfter: true }
}

function expectedName(next: Token | undefined): Expectation {
  const isWord = next !== undefined && isKeyword(next.text)
  return {
    expected: isWord ? 'identifier' : 'pattern',
    help: isWord
      ? 'Rust keeps this word for itself. Choose another name.'
      : 'Give the variable a name: `let x: u8 = 42;`.',
  }
}

/** What stands last is the value of an arm: its `=>` is nearer than what would begin a statement. */
function isInMatchArm(before: readonly Token[]): boolean {
  let depth = 0
  for (const { text } of before.toReversed()) {
    if (CLOSING.has(text)) depth++
    else if (OPENING.has(text)) depth--
    if (depth < 0 || (depth === 0 && (text === ';' || text === '}'))) return false
    if (depth === 0 && text === '=>') return true
  }
  return false
}

/** Inside the parentheses behind a function's name. */
function isInParameters(before: readonly Token[]): boolean {
  const opening = before.findLastIndex(({ text }) => text === '(')
  return (
    opening > 1 &&
    before[opening - 2]?.text === 'fn' &&
    !before.slice(opening).some(({ text }) => text === ')')
  )
}

function expectedOutside(before: readonly Token[], next: Token | undefined): Expectation {
  if (isInParameters(before) && (next?.text === ',' || next?.text === ')'))
    return {
      expected: 'one of `:`, `@`, or `|`',
      help: `Each parameter names its type: \`${before.at(-1)?.text ?? 'a'}: i32\`.`,
    }
  const [beforeLast, last] = [before.at(-2)?.text, before.at(-1)?.text]
  if (beforeLast === 'fn')
    return { expected: '`(`', help: 'After the name of a function comes `()`.', isAfter: true }
  if (last === ')')
    return {
      expected: '`{`',
      help: 'The body of a function stands in braces: `fn example() { … }`.',
      isAfter: true,
    }
  return { expected: 'item', help: 'Statements belong inside a function: `fn example() { … }`.' }
}

function startsValue({ kind }: Token): boolean {
  return kind === 'word' || kind === 'number' || kind === 'character'
}

function foundText(token: Token | undefined): string {
  if (token === undefined) return 'the end of the file'
  return isKeyword(token.text) ? `keyword \`${token.text}\`` : `\`${shorten(token.text)}\``
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
