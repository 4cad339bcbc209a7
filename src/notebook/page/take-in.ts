/** Cells that come from elsewhere, put into a reader's own pad. Fetched when there are some. */
import { isUntouched, MOST_CELLS, type Pad } from './pad.ts'
import { joined } from './pads-together.ts'

/** What has brought cells. */
export type Bringer = 'link' | 'example' | 'file'

/** One's own pad and what has come as one. */
interface TakenIn {
  /** One's own, the very same, where nothing comes to it. */
  readonly pad: Pad
  readonly said: string
  /** All that was brought is in it. */
  readonly isTaken: boolean
}

/** Takes in what has been brought: below what is here, or in place of a pad that nothing was written into. */
export function takeIn(own: Pad, other: Pad, isKept: boolean, by: Bringer): TakenIn {
  const isNew = !isKept && own.every(isUntouched)
  const pad = joined(isNew ? [] : own, other)
  if (!isNew && pad.length === own.length)
    return { pad: own, said: `You have the cells of this ${by} already.`, isTaken: true }
  if (pad.length > MOST_CELLS) return { pad: own, said: noRoom(by), isTaken: false }
  return { pad, said: isNew ? '' : `The cells that came with the ${by} are below your own.`, isTaken: true }
}

function noRoom(by: Bringer): string {
  const then = by === 'link' ? 'reload the page: the link is still in its address' : 'try again'
  return `With the cells of the ${by} the pad would have more than ${MOST_CELLS}, so none was added. Delete some, then ${then}.`
}
