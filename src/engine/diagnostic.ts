/**
 * Something a reader got wrong (or should know about), at the characters it is about.
 * Every language of the notebook reports its findings in this one shape.
 */
export interface Diagnostic {
  /** What went wrong, as a sentence. */
  readonly message: string
  /** Where it begins: UTF-16 offset into the source, as JavaScript strings count. */
  readonly from: number
  /** Where it ends (exclusive); never beyond the end of the source. */
  readonly to: number
  /** An error keeps the cell from running; a warning does not. */
  readonly severity: 'error' | 'warning'
  /** The compiler's own name for it: `E0384`, or a lint's name such as `overflowing_literals`. */
  readonly code?: string
  /** What to try, as a sentence. */
  readonly help?: string
  /** Other places that have to do with it, in the order in which they are to be read. */
  readonly labels?: readonly Label[]
}

/** A place in the source, and what it has to do with a mistake. */
export interface Label {
  /** Offsets as those of a diagnostic. */
  readonly from: number
  readonly to: number
  readonly text: string
}

/** What is wrong with a piece of a source, thrown where it is found and caught where the line ends. */
export class Mistake extends Error {
  readonly diagnostic: Diagnostic

  constructor({ from, to }: { readonly from: number; readonly to: number }, message: string, help: string) {
    super(message)
    this.diagnostic = { message, help, from, to, severity: 'error' }
  }
}
