/** What the build has to know of a kind of exercise: one of these for each, registered in kinds.ts. */
import type { z } from 'astro/zod'
import type { CellDefinition } from '#notebook/shared/cell.ts'
import type { Exercise, ExerciseKind, ExerciseOf } from '#exercises/shared/exercise.ts'
import { buildCommon } from '../build-common.ts'
import type { WrittenCommon } from '../schema.ts'

/** What every kind of exercise has, once its defaults are filled in. */
export type Common = Omit<Exercise, 'kind'>

/** Checks what an author wrote by a schema. */
export type Read = <Schema extends z.ZodType>(schema: Schema) => z.output<Schema>

export interface BuildKind<Kind extends ExerciseKind> {
  /** Completes what an author wrote. @throws WrittenError */
  readonly build: (read: Read, lesson: readonly CellDefinition[]) => ExerciseOf<Kind>
  /** What readers are told besides prompt, hints and explanation. */
  readonly texts: (exercise: ExerciseOf<Kind>) => string[]
}

/** A kind from the shape in which it is written, and what that means beyond what all kinds have. */
export function buildKind<Kind extends ExerciseKind, Schema extends z.ZodType<WrittenCommon>>(
  schema: Schema,
  complete: (written: z.output<Schema>, common: Common) => ExerciseOf<Kind>,
  texts: BuildKind<Kind>['texts'],
): BuildKind<Kind> {
  return {
    build(read, lesson) {
      const written = read(schema)
      return complete(written, buildCommon(written, lesson))
    },
    texts,
  }
}
