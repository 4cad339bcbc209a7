import type { Form } from '../isa/form.ts'

/**
 * The number of one of a form's two variants, by which the loops' operations are found: the second is the one whose
 * r/m operand is in memory, or that has `rep` before it.
 */
export function variantOf(form: Form, second: boolean): number {
  return 2 * form.number + (second ? 1 : 0)
}
