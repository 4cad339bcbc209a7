/** A pad and the links that carry one. Fetched when there is one to read or to write. */
import { readPad, type Pad } from './pad.ts'
import { linkFragment, readFragment } from './share-link.ts'

/** The name under which a link carries a whole pad. */
const IN_LINK = 'scratchpad'

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
