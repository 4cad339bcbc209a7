import { ExternalTokenizer, type InputStream } from '@lezer/lr'
import { BlockComment, UnterminatedComment } from './parser.terms.generated.ts'

const SLASH = 47
const STAR = 42
const END_OF_INPUT = -1

// Block comments nest in Rust, which a regular expression cannot follow.
export const blockComments = new ExternalTokenizer((input) => {
  if (input.next !== SLASH || input.peek(1) !== STAR) return
  let depth = 0
  do {
    depth += takeDelimiter(input)
    if (depth > 0 && isAtEnd(input)) return input.acceptToken(UnterminatedComment)
  } while (depth > 0)
  input.acceptToken(BlockComment)
})

function isAtEnd({ next }: InputStream): boolean {
  return next === END_OF_INPUT
}

/** Takes one character, or a whole comment delimiter; returns how it changes the nesting. */
function takeDelimiter(input: InputStream): number {
  const opens = input.next === SLASH && input.peek(1) === STAR
  const closes = input.next === STAR && input.peek(1) === SLASH
  input.advance(opens || closes ? 2 : 1)
  return opens ? 1 : closes ? -1 : 0
}
