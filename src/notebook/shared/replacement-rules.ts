import type { ReplacementName } from '#engine/os/replacement.ts'

/** Which page leaves when frames run out: what readers call each rule, and what it says. */
export const REPLACEMENT_RULES: Readonly<
  Record<ReplacementName, { readonly name: string; readonly says: string }>
> = {
  fifo: { name: 'FIFO', says: 'the page that came first leaves' },
  clock: { name: 'clock', says: 'the page leaves that came first and was not used since' },
  lru: { name: 'LRU', says: 'the page leaves that was not used for longest' },
  optimal: { name: 'optimal', says: 'the page leaves that will not be used for longest' },
}
