import type { ReferenceValue, Value } from '../3-check/evaluate.ts'
import { known, type Type } from '../3-check/types.ts'
import type { Operand } from '../4-mir/mir.ts'
import type { Generation } from './generation.ts'

/** The label of what a reference to a constant leads to. */
export function promotedLabel(gen: Generation, value: Value, reference: Type): string {
  const type = known(reference)
  const target = type.kind === 'reference' || type.kind === 'pointer' ? known(type.target) : type
  return constantLabel(gen, value, target)
}

/** The label of a constant's bytes, which are only read. */
export function constantLabel(gen: Generation, value: Value, type: Type): string {
  return gen.code.data.constant(value, type)
}

/** What a constant reference leads to. */
export function referentOf(value: Value | undefined): ReferenceValue | undefined {
  return typeof value === 'object' && 'referent' in value ? value : undefined
}

export function referentLabel(gen: Generation, value: Value | undefined): string | undefined {
  const found = referentOf(value)
  return found && constantLabel(gen, found.referent, found.type)
}

/** The value of a constant, where it is one of numbers. */
export function constantValue(gen: Generation, operand: Operand): Value | undefined {
  if (operand.kind !== 'constant') return undefined
  const { constant } = operand
  if (constant.kind === 'value') return constant.value
  return constant.kind === 'item' ? gen.around.valueOf(constant.item) : undefined
}
