/** A part of a lesson, by its heading. */
export interface Section {
  /** The heading’s id on the page. */
  readonly slug: string
  readonly text: string
}
