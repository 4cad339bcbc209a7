/** What the page and the kernel's worker say to each other about exercises. */
import type { Answer, Exercise } from './exercise.ts'
import type { Presented } from './presented.ts'
import type { Verdict } from './verdict.ts'

/** With an answer it is to be judged; without one the variant is to be shown. */
export interface ToExaminer {
  readonly type: 'exercise'
  readonly request: number
  readonly exercise: Exercise
  readonly seed: number
  readonly answer?: Answer
}

export interface FromExaminer {
  readonly type: 'exercise'
  readonly request: number
  readonly presented?: Presented
  readonly verdict?: Verdict
  /** What presents and judges could not be fetched. */
  readonly isUnreachable?: true
}
