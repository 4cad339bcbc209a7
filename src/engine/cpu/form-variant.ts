import type { Form } from '../isa/form.ts'

/** The number of a form whose r/m operand is in memory, or not: by it the loops' operations are found. */
export function variantOf(form: Form, inMemory: boolean): number {
  return 2 * form.number + (inMemory ? 1 : 0)
}
