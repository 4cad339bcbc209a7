import { ExternalTokenizer } from '@lezer/lr'
import { VisibilityScope } from './parser.terms.generated.ts'

const OPENING = 40
const FAR_ENOUGH = 100

/** `(crate)` behind `pub`, as opposed to the type of a tuple struct's field: who else may use an item. */
export const visibilityScope = new ExternalTokenizer((input, stack) => {
  if (input.next !== OPENING || !stack.canShift(VisibilityScope)) return
  let text = ''
  for (let offset = 0; offset < FAR_ENOUGH; offset++) {
    const code = input.peek(offset)
    if (code < 0) break
    text += String.fromCharCode(code)
  }
  const scope = /^\(\s*(?:crate|self|super|in\s[^)]*)\s*\)/.exec(text)
  if (scope) input.acceptToken(VisibilityScope, scope[0].length)
})
