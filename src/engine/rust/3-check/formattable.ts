import type { FormatSpecification } from '../1-parse/format-string.ts'
import { messages, type Message } from '../messages.ts'
import { hasThroughout } from './derived.ts'
import type { Traits } from './traits.ts'
import { known, typeText, type Type } from './types.ts'

/**
 * Why a value cannot be printed so (Rust library reference, `std::fmt`, "Formatting traits").
 * @param piece undefined for `{:?}`
 */
export function whyNotFormatted(
  type: Type,
  piece: FormatSpecification | undefined,
  traits: Pick<Traits, 'isWritten'>,
): Message | undefined {
  const form = piece?.form ?? '?'
  if (form === '?')
    return hasThroughout(type, 'Debug', traits) ? undefined : messages.notDebug(typeText(type))
  if (form === '') return isDisplay(type, traits) ? undefined : messages.notDisplay(typeText(type))
  if (form === 'p') return isPointer(type) ? undefined : messages.notPointer(typeText(type))
  if (form === 'e' || form === 'E')
    return isFloat(type) ? undefined : messages.notInBase(typeText(type), form)
  return isNumber(type) ? undefined : messages.notInBase(typeText(type), form)
}

function isDisplay(type: Type, traits: Pick<Traits, 'isWritten'>): boolean {
  const found = known(type)
  if (found.kind === 'parameter' || found.kind === 'projection') return found.bounds.has(found, 'Display')
  if (found.kind === 'reference' || found.kind === 'box') return isDisplay(found.target, traits)
  if (found.kind === 'struct' || found.kind === 'enum' || found.kind === 'dyn')
    return traits.isWritten(found, 'Display')
  return isPlain(found) && found.kind !== 'pointer'
}

function isPlain(type: Type): boolean {
  const found = known(type)
  if (found.kind === 'reference' || found.kind === 'box') return isPlain(found.target)
  return !['tuple', 'array', 'slice', 'struct', 'enum'].includes(found.kind)
}

function isPointer(type: Type): boolean {
  return ['reference', 'box', 'pointer'].includes(known(type).kind)
}

function isFloat(type: Type): boolean {
  const found = known(type)
  return found.kind === 'reference'
    ? isFloat(found.target)
    : found.kind === 'float' || found.kind === 'mistake'
}

function isNumber(type: Type): boolean {
  const found = known(type)
  return found.kind === 'reference'
    ? isNumber(found.target)
    : found.kind === 'integer' || found.kind === 'mistake'
}
