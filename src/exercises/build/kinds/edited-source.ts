/** What authors write for the kinds in which a reader changes a source. */
import { z } from 'astro/zod'
import type { Attempt, Condition } from '#exercises/shared/exercise.ts'
import { buildCondition, cellId } from '../build-common.ts'
import { refusing, sentence, type WrittenCommon, type WrittenCondition } from '../schema.ts'
import { WrittenError } from '../written-error.ts'

export const expected = z.array(refusing).min(1)
export const attempts = z.array(z.strictObject({ source: z.string(), refusedBy: sentence }))

const withoutEnd = (source: string) => source.replace(/\n+$/, '')

/** @throws WrittenError unless exactly one cell, which is seen, has a solution */
export function whatIsEdited(
  written: Pick<WrittenCommon, 'given'> & { readonly expect: readonly WrittenCondition[] },
): { readonly edited: string; readonly solution: string; readonly expect: readonly Condition[] } {
  const given = written.given ?? []
  const [at, ...others] = given.flatMap((cell, index) => (cell.solution === undefined ? [] : [index]))
  if (at === undefined || others.length > 0)
    throw new WrittenError(
      ['given'],
      'exactly one of the cells has a “solution”: the one that the reader changes',
    )
  if (given[at]!.hidden)
    throw new WrittenError(['given', at, 'hidden'], 'the cell that the reader changes must be seen')
  return {
    edited: cellId(given[at]!, at),
    solution: withoutEnd(given[at]!.solution!),
    expect: written.expect.map(buildCondition),
  }
}

export function attemptsOf(written: z.output<typeof attempts> = []): Attempt[] {
  return written.map(({ source, refusedBy }) => ({ source: withoutEnd(source), refusedBy }))
}
