import type { Diagnostic } from '../../diagnostic.ts'
import { diagnose, messages } from '../messages.ts'
import type { Token } from './tokens.ts'

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
])

/** How many tokens may lie one inside the other. It bounds the depth of the syntax tree, and so the stack. */
const NESTING_LIMIT = 1000

/**
 * What rustc looks at before anything else: does every bracket close, and every string and comment?
 * Also refuses statements so deep that walking their tree would exhaust the stack.
 * @returns the first thing wrong
 */
export function checkDelimiters(tokens: readonly Token[], source: string): Diagnostic | undefined {
  const open: OpenDelimiter[] = []
  let depth = 0
  for (const token of tokens) {
    if (token.kind === 'unterminated') return unterminated(token)
    if (CLOSING.has(token.text)) open.push({ token, depth })
    else if (isClosing(token)) {
      const opening = open.pop()
      if (opening === undefined) return diagnose(token, messages.unexpectedClosing(token.text))
      if (CLOSING.get(opening.token.text) !== token.text) {
        return diagnose(opening.token, messages.mismatchedClosing(opening.token.text, token.text))
      }
      depth = opening.depth
    }
    depth = beginsAfresh(token) ? (open.at(-1)?.depth ?? 0) : depth + 1
    if (depth + open.length > NESTING_LIMIT) return diagnose(token, messages.tooDeep(NESTING_LIMIT))
  }
  return unclosed(open.at(-1), tokens, source)
}

interface OpenDelimiter {
  readonly token: Token
  /** How deep its surroundings were. */
  readonly depth: number
}

function isClosing({ kind, text }: Token): boolean {
  return kind === 'symbol' && (text === ')' || text === ']' || text === '}')
}

/** After these, nothing before them can contain what follows, except by the brackets still open. */
function beginsAfresh({ text }: Token): boolean {
  return text === ';' || text === ',' || text === 'fn' || text === 'let'
}

function unterminated(token: Token): Diagnostic {
  const isComment = token.text.startsWith('/*')
  const opening = { from: token.from, to: token.from + (isComment ? 2 : 1) }
  return diagnose(opening, isComment ? messages.unterminatedComment : messages.unterminatedString)
}

/** Reported at the last token, as rustc does: that is where the closing one is missed. */
function unclosed(opening: OpenDelimiter | undefined, tokens: readonly Token[], source: string) {
  const last = tokens.at(-1)
  if (opening === undefined || last === undefined) return undefined
  const lineNumber = source.slice(0, opening.token.from).split('\n').length
  return diagnose(last, messages.unclosedDelimiter(opening.token.text, lineNumber))
}
