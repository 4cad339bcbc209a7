import { ExternalTokenizer } from '@lezer/lr'
import { CloseAngle } from './parser.terms.generated.ts'

const GREATER = 62

/** The `>` that ends a list of types, even where it stands before another one or an `=`: `Box<Box<u8>>= …`. */
export const closeAngle = new ExternalTokenizer((input, stack) => {
  if (input.next === GREATER && stack.canShift(CloseAngle)) input.acceptToken(CloseAngle, 1)
})
