/** What is said to an answer. */
import type { RichText } from './rich-text.ts'

export interface Verdict {
  /** `unreadable` is no attempt: nothing was answered yet. */
  readonly outcome: 'passed' | 'wrong' | 'unreadable'
  /** One for each part of the answer that something is said to; none where it is right as a whole. */
  readonly remarks: readonly Remark[]
  /** What was answered is a program that came to no end. */
  readonly stopped?: true
}

export interface Remark {
  /** Which field, item or step. */
  readonly part: number
  readonly right: boolean
  /** The reader's answer as it was understood. */
  readonly yours?: string
  readonly says: RichText
  /** The name of the mistake that it was recognised as. */
  readonly mistake?: string
}
