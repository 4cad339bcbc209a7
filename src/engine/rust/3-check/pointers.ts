import { known, type Type } from './types.ts'

/** `&i32 + &i32` is the sum of what they point to. */
export function behindReference(type: Type): Type {
  const found = known(type)
  return found.kind === 'reference' ? known(found.target) : found
}

/** Methods, fields and elements are found through any number of references and boxes. */
export function behindPointers(type: Type): Type {
  let found = known(type)
  while (found.kind === 'reference' || found.kind === 'box') found = known(found.target)
  return found
}
