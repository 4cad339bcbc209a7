/** A word of the course. */
export interface GlossaryEntry {
  readonly id: string
  readonly term: string
  /** Other ways to write it. */
  readonly also: readonly string[]
  /** What is written the same and means something else: the word alone, or a phrase that it stands in. */
  readonly except: readonly string[]
  readonly says: string
  /** The lesson that explains it. */
  readonly lesson?: string | undefined
}
