import { messages, type Message } from '../messages.ts'
import type { ProgramTypes } from './program-types.ts'
import { known, typeText, type EnumType, type Type } from './types.ts'

/** An `Option` or a `Result` of the library's. */
export interface Tried {
  readonly type: EnumType
  readonly name: 'Option' | 'Result'
}

export function triedOf(type: Type, program: ProgramTypes): Tried | undefined {
  const found = known(type)
  if (found.kind !== 'enum') return undefined
  const has = (method: string) => {
    const member = program.ofTypes.find(found, method)?.member
    return member?.kind === 'function' && program.resolution.ofLibrary.has(member)
  }
  if (has('is_some')) return { type: found, name: 'Option' }
  return has('is_ok') ? { type: found, name: 'Result' } : undefined
}

/** Why `?` may not stand behind a value in a function that returns such a type. */
export function whyNotTried(found: Type, result: Type, program: ProgramTypes): Message | undefined {
  const [tried, returned] = [triedOf(found, program), triedOf(result, program)]
  if (!returned) return messages.tryOutside
  if (!tried) return messages.tryOfOther(typeText(found))
  return tried.name === returned.name ? undefined : messages.tryMixed(tried.name, returned.name)
}

/** What stays when it went well: the first of what the type is given. */
export function successOf({ type }: Tried): Type {
  return type.arguments[0]!
}

/** What a `Result` says went wrong. */
export function errorOf({ type }: Tried): Type | undefined {
  return type.arguments[1]
}
