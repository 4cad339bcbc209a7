import { ExternalTokenizer, type InputStream } from '@lezer/lr'
import { StructOpen } from './parser.terms.generated.ts'

const OPENING_BRACE = 123

/**
 * The brace that opens a struct value, as opposed to a block: `P { x: 1 }`, not the body of `if p { x }`.
 * What stands behind the brace decides; where that could be either, a name written as types are.
 */
export const structOpen = new ExternalTokenizer((input, stack) => {
  if (input.next !== OPENING_BRACE || !stack.canShift(StructOpen)) return
  const inside = textAfter(input)
  if (
    !/^\s*(?:(?:r#)?[\p{L}_][\p{L}\p{N}_]*\s*(?::(?!:)|,)|\.\.)/u.test(inside) &&
    !isShorthand(inside, input)
  )
    return
  input.acceptToken(StructOpen, 1)
})

/** `{ x }` or `{ }` behind a name such as `P` or `Point`, but not behind a constant such as `READY`. */
function isShorthand(inside: string, input: InputStream): boolean {
  if (!/^\s*(?:[\p{L}_][\p{L}\p{N}_]*\s*)?\}/u.test(inside)) return false
  if (IN_CONDITION.test(textBefore(input))) return false
  return /(?:^|[^\p{L}\p{N}_])\p{Lu}(?:[\p{L}\p{N}_]*\p{Ll}[\p{L}\p{N}_]*)?\s*$/u.test(textBefore(input))
}

/** What is compared there has no braces of its own (Rust reference, "Struct expressions"). */
const IN_CONDITION = /(?:^|[^\p{L}\p{N}_])(?:if|while|match)\s[^{};(]*$/u

const FAR_ENOUGH = 100

const COMMENTS = /^(?:\s|\/\/[^\n]*\n|\/\*[^]*?\*\/)+/

/** Without comments. */
function textAfter(input: InputStream): string {
  const text = characters(input, 1, FAR_ENOUGH)
  if (!/^\s*\/[/*]/.test(text)) return text
  return characters(input, 1, FAR_ENOUGH * FAR_ENOUGH).replace(COMMENTS, '')
}

function textBefore(input: InputStream): string {
  return characters(input, -Math.min(FAR_ENOUGH, input.pos), -1)
}

function characters(input: InputStream, from: number, to: number): string {
  let text = ''
  for (let offset = from; offset <= to; offset++) {
    const code = input.peek(offset)
    if (code >= 0) text += String.fromCharCode(code)
  }
  return text
}
