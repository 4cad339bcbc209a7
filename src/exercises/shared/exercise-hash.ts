import { hash } from '#notebook/shared/hash.ts'
import type { Exercise } from './exercise.ts'

/** Tells one version of an exercise from another; the same where it was built, and of what came over the network. */
export function exerciseHash(exercise: Exercise): string {
  return hash(JSON.stringify(exercise))
}
