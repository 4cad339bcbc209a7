/** What the page has to know of a way to answer: one of these for each, registered in kinds.ts. */
import type { AnswerOf } from '#exercises/shared/exercise.ts'
import type { Listing, Presented, SolutionOf, TaskKind, TaskOf } from '#exercises/shared/presented.ts'
import type { RichText } from '#exercises/shared/rich-text.ts'

/** A solution as it is shown. */
export type Solved =
  | { readonly kind: 'text'; readonly text: RichText }
  | { readonly kind: 'pairs'; readonly pairs: readonly { readonly of: RichText; readonly is: RichText }[] }
  | { readonly kind: 'list'; readonly items: readonly RichText[] }
  | { readonly kind: 'source'; readonly listing: Pick<Listing, 'source' | 'colours' | 'language'> }

export interface PageKind<Kind extends TaskKind> {
  /** What stands there before the reader has done anything. */
  readonly empty: (task: TaskOf<Kind>, listings: Presented['listings']) => AnswerOf<Kind>
  /** An answer out of what was stored; what does not fit is as in the empty one. */
  readonly read: (stored: Readonly<Record<string, unknown>>, empty: AnswerOf<Kind>) => AnswerOf<Kind>
  /** What a source comes to that was stored when the exercise was an edit. */
  readonly fromEdit?: (source: string, task: TaskOf<Kind>) => AnswerOf<Kind> | undefined
  /** What was put into the fields before scripts came; undefined where that is nothing. */
  readonly early?: (task: TaskOf<Kind>, fields: readonly HTMLInputElement[]) => AnswerOf<Kind> | undefined
  /** The same over what was kept of an earlier visit. */
  readonly over?: (early: AnswerOf<Kind>, kept: AnswerOf<Kind>) => AnswerOf<Kind>
  /** What a remark to a part of the answer is about, where there is more than one. */
  readonly about?: (task: TaskOf<Kind>, part: number) => string
  readonly solved: (
    solution: SolutionOf<Kind>,
    task: TaskOf<Kind>,
    listings: Presented['listings'],
  ) => Solved | undefined
}

export const isString = (value: unknown): value is string => typeof value === 'string'

/** Of a list that was stored, the texts that are there. */
export function readTexts<Item>(stored: unknown, empty: readonly Item[]): (string | Item)[] {
  const list: unknown[] = Array.isArray(stored) ? stored : []
  return empty.map((item, index) => {
    const text = list[index]
    return isString(text) ? text : item
  })
}
