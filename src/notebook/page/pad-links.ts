/** A pad and the links that carry one. Fetched when there is one to read or to write. */
import { isUntouched, MOST_CELLS, readPad, type Pad } from './pad.ts'
import { joined } from './pads-together.ts'
import { linkFragment, readFragment } from './share-link.ts'

/** The name under which a link carries a whole pad. */
const IN_LINK = 'scratchpad'

const JOINED = 'The cells that came with the link are below your own.'
const KNOWN = 'You have the cells of this link already.'
const NO_ROOM = `With the cells of the link the pad would have more than ${MOST_CELLS}, so none was added. Delete some, then reload the page: the link is still in its address.`

export const UNREADABLE =
  'The link that brought you here carries cells that cannot be read: perhaps it was cut off on the way. Ask for it again.'

/** The fragment that carries all cells of a pad; undefined where that is too much. */
export function padFragment(pad: Pad): Promise<string | undefined> {
  return linkFragment(new Map([[IN_LINK, JSON.stringify(pad)]]))
}

/** The pad that a fragment carries; undefined where it cannot be read. */
export async function readPadFragment(fragment: string): Promise<Pad | undefined> {
  const link = await readFragment(fragment)
  const text = link.kind === 'sources' ? link.sources.get(IN_LINK) : undefined
  return text === undefined ? undefined : readPad(text)
}

/** One's own pad and a link's as one. */
interface TakenIn {
  /** One's own, the very same, where nothing comes to it. */
  readonly pad: Pad
  readonly said: string
  /** All that the link carries is in it. */
  readonly isTaken: boolean
}

/** Takes in what a link carries: below what is here, or in place of a pad that nothing was written into. */
export function takeIn(own: Pad, other: Pad, isKept: boolean): TakenIn {
  const isNew = !isKept && own.every(isUntouched)
  const pad = joined(isNew ? [] : own, other)
  if (!isNew && pad.length === own.length) return { pad: own, said: KNOWN, isTaken: true }
  if (pad.length > MOST_CELLS) return { pad: own, said: NO_ROOM, isTaken: false }
  return { pad, said: isNew ? '' : JOINED, isTaken: true }
}
