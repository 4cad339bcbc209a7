/** What it takes to draw an exercise that will do, and what is said where none does. */
import type { Experiment } from '#exercises/shared/experiment.ts'

/** Of drawing something that will do. */
export const MOST_ATTEMPTS = 200

/** Why an experiment came to nothing, for authors. */
export function failureText({ cell, diagnostics, message }: NonNullable<Experiment['failure']>): string {
  return `its cell “${cell}” does not run: ${diagnostics[0]?.message ?? message ?? 'it was stopped'}`
}
