import type { ExerciseKind } from '#exercises/shared/exercise.ts'
import type { BuildKind } from './build-kind.ts'
import { build } from './build.ts'
import { classify } from './classify.ts'
import { edit } from './edit.ts'
import { fault } from './fault.ts'
import { order } from './order.ts'
import { predict } from './predict.ts'

const KINDS: { readonly [Kind in ExerciseKind]: BuildKind<Kind> } = {
  ...{ predict, edit, fault, build, classify, order },
}

export const EXERCISE_KINDS = Object.keys(KINDS) as readonly ExerciseKind[]

/** What the build knows of a kind. */
export function kindNamed<Kind extends ExerciseKind>(kind: Kind): BuildKind<Kind> {
  return KINDS[kind]
}
