import { ExternalTokenizer } from '@lezer/lr'
import { DottedLiteral } from './parser.terms.generated.ts'

const [DOT, UNDERSCORE, ZERO, NINE] = [46, 95, 48, 57]

/** `1.`, a number with nothing behind its dot: neither another dot, nor a digit, nor a name (Rust reference, "Floating-point literals"). */
export const dottedLiteral = new ExternalTokenizer((input) => {
  let at = 0
  let code = input.next
  if (!isDigit(code)) return
  while (isDigit(code) || code === UNDERSCORE) code = input.peek(++at)
  if (code !== DOT) return
  const behind = input.peek(at + 1)
  if (behind !== DOT && !isLetter(behind) && !isDigit(behind)) input.acceptToken(DottedLiteral, at + 1)
})

function isDigit(code: number): boolean {
  return code >= ZERO! && code <= NINE!
}

function isLetter(code: number): boolean {
  return code === UNDERSCORE || code > 160 || /[a-zA-Z]/.test(String.fromCharCode(code))
}
