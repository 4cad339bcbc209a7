/** A link to all cells of a pad. Fetched when a reader first asks for one. */
import { padFragment } from '#notebook/page/pad-links.ts'
import type { Scratchpad } from '#notebook/page/scratchpad.ts'
import { TOO_LONG_FOR_LINK } from '#notebook/page/share-link.ts'

/** Copies it, and says so. @returns the link where the browser does not let the page copy */
export async function copyLink(scratchpad: Scratchpad): Promise<string | undefined> {
  const fragment = await padFragment(scratchpad.cells)
  if (fragment === undefined) return void scratchpad.say(TOO_LONG_FOR_LINK)
  const link = location.href.replace(/#.*$/, '') + fragment
  try {
    await navigator.clipboard.writeText(link)
    scratchpad.say('The link is copied. It carries all cells.')
    return undefined
  } catch {
    scratchpad.say('Your browser does not let the page copy. Here is the link:')
    return link
  }
}
