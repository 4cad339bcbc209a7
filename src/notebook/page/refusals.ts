import { LONGEST_SOURCE } from './limits.ts'
import { NOT_KEPT } from './lesson-page.ts'
import type { Refusal } from './shelf.ts'

/** What is said where the browser does not keep what the reader writes. */
export const REFUSALS: Readonly<Record<Refusal, string>> = {
  absent: NOT_KEPT,
  full: 'This browser does not keep what you write any more, for want of room: what was here before is kept. Copy the source, or save it as a file, with the menu of the cell.',
  long: `This source is longer than the ${LONGEST_SOURCE.toLocaleString('en')} characters that are kept: what was here before is kept, and not what comes now. Copy the source, or save it as a file, with the menu of the cell.`,
}
