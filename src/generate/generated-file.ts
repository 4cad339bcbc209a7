export interface GeneratedFile {
  /** From the repository's root. */
  readonly path: string
  readonly text: string
  /** What it is made of, as a person would look for it. */
  readonly source: string
}
