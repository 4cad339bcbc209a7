import type { ExerciseKind } from '#exercises/shared/exercise.ts'
import { build } from './build.ts'
import { classify } from './classify.ts'
import { edit } from './edit.ts'
import { fault } from './fault.ts'
import { order } from './order.ts'
import { predict } from './predict.ts'
import type { WorkerKind } from './worker-kind.ts'

const KINDS: { readonly [Kind in ExerciseKind]: WorkerKind<Kind> } = {
  ...{ predict, edit, fault, build, classify, order },
}

/** What the worker knows of a kind. */
export function workerKind<Kind extends ExerciseKind>(kind: Kind): WorkerKind<Kind> {
  return KINDS[kind]
}
