import { REGISTER_NAMES } from '#engine/isa/registers.ts'
import type { Suggestion } from '#notebook/shared/assist.ts'

/** Words of one kind, from a text or a list of them. */
export function words(listed: string | readonly string[], kind: Suggestion['kind']): readonly Suggestion[] {
  const texts = typeof listed === 'string' ? listed.split(' ') : listed
  return texts.map((text) => ({ text, kind }))
}

export const REGISTERS = words(REGISTER_NAMES, 'register')
