import { ExternalTokenizer, type InputStream } from '@lezer/lr'
import { ConditionLet } from './parser.terms.generated.ts'

const LETTER_L = 108

/**
 * The `let` of a condition, as opposed to that of a statement: it stands behind `if`, `while` or `&&` (and behind `||` and
 * `(`, where Rust has none, which is then said).
 */
export const conditionLet = new ExternalTokenizer((input, stack) => {
  if (input.next !== LETTER_L || !stack.canShift(ConditionLet)) return
  if (!/^let\s/u.test(characters(input, 0, 'let'.length))) return
  if (/(?:(?:^|[^\p{L}\p{N}_])(?:if|while)|&&|\|\||\()\s*$/u.test(characters(input, -FAR_ENOUGH, -1)))
    input.acceptToken(ConditionLet, 'let'.length)
})

const FAR_ENOUGH = 100

function characters(input: InputStream, from: number, to: number): string {
  let text = ''
  for (let offset = Math.max(from, -input.pos); offset <= to; offset++) {
    const code = input.peek(offset)
    if (code >= 0) text += String.fromCharCode(code)
  }
  return text
}
