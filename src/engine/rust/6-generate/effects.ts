import { typeOfPart, type Operand, type Place, type Rvalue } from '../4-mir/mir.ts'
import type { Generation } from './generation.ts'
import { operandsOf, type Check } from './steps.ts'

/** On what it depends when a value is computed, and what may come of computing it. */
export interface Effects {
  /** Variables that it looks at. */
  readonly locals: ReadonlySet<number>
  /** It looks at memory that others may change: behind pointers, or where pointers lead to. */
  readonly memory: boolean
  readonly panics: boolean
}

const NO_LOCALS: ReadonlySet<number> = new Set()
export const NO_EFFECTS: Effects = { locals: NO_LOCALS, memory: false, panics: false }

export function effectsOf(gen: Generation, value: Rvalue, checks: readonly Check[]): Effects {
  const parts = operandsOf(value).map((operand) => operandEffects(gen, operand))
  if (value.kind === 'ref' || value.kind === 'raw') parts.push(placeEffects(gen, value.place, false))
  if (value.kind === 'discriminant') parts.push(placeEffects(gen, value.place, true))
  if (value.kind === 'length') parts.push(placeEffects(gen, value.place, false))
  if (checks.length > 0) parts.push({ ...NO_EFFECTS, panics: true })
  return together(parts)
}

function operandEffects(gen: Generation, operand: Operand): Effects {
  return operand.kind === 'constant' ? NO_EFFECTS : placeEffects(gen, operand.place, true)
}

/** @param isRead what lies there is looked at, not only where it lies */
function placeEffects(gen: Generation, { local, projection }: Place, isRead: boolean): Effects {
  const locals = new Set<number>()
  const parts: Effects[] = []
  const derefs = projection.filter(({ kind }) => kind === 'deref').length
  let panics = false
  let type = gen.localType(local)
  for (const part of projection) {
    if (part.kind === 'deref' && type.kind === 'pointer') panics = true
    if (part.kind === 'index') parts.push(localEffects(gen, part.local))
    type = typeOfPart(type, part)
  }
  if (isRead || derefs > 0) parts.push(localEffects(gen, local))
  const isShared = gen.referredTo.has(local) && isRead
  parts.push({ locals, memory: isShared || derefs > (isRead ? 0 : 1), panics })
  return together(parts)
}

function localEffects(gen: Generation, local: number): Effects {
  if (!gen.isFleeting(local))
    return { locals: new Set([local]), memory: gen.referredTo.has(local), panics: false }
  const state = gen.fleeting.get(local)
  return state?.kind === 'pending' ? state.effects : NO_EFFECTS
}

function together(parts: readonly Effects[]): Effects {
  if (parts.length === 0) return NO_EFFECTS
  if (parts.length === 1) return parts[0]!
  const locals = new Set(parts.flatMap((part) => [...part.locals]))
  return {
    locals,
    memory: parts.some(({ memory }) => memory),
    panics: parts.some(({ panics }) => panics),
  }
}
