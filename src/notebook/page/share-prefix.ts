/** How a fragment begins that carries sources. What reads the rest is fetched when there is one. */
export const SHARE_PREFIX = '#edits='

export function isShareLink(fragment: string): boolean {
  return fragment.startsWith(SHARE_PREFIX)
}
