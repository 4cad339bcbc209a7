/**
 * The pads of a reader's browser. Each has a title, which its address carries; the first has none. There is no list of
 * them beside them that could disagree: a pad is there when something of it is kept. Fetched when it is asked for.
 */
import type { ShelfStorage } from './shelf.ts'
import { padKey } from './pad-key.ts'

/** Letters of the longest title. */
export const LONGEST_TITLE = 80

export const TAKEN = 'There is a pad of that title already.'
const NO_ROOM = 'The browser has no room to keep it under another title. It stays as it is.'

/** The titles of all pads, the untitled one first. @param base the key of the untitled one */
export function padTitles(base: string, storage: ShelfStorage): string[] {
  const titles = keysIn(storage).flatMap((key) => titleIn(base, key) ?? [])
  return [...new Set(titles)].sort((one, other) => one.localeCompare(other))
}

/** Gives a pad another title. @returns a sentence where that can't be */
export function renamePad(base: string, storage: ShelfStorage, from: string, to: string): string | undefined {
  if (padTitles(base, storage).includes(to)) return TAKEN
  const [old, fresh] = [padKey(base, from), padKey(base, to)]
  const moved = keysOf(storage, old).map((key) => [key, fresh + key.slice(old.length)] as const)
  try {
    for (const [key, copy] of moved) storage.setItem(copy, storage.getItem(key) ?? '')
  } catch {
    for (const [, copy] of moved) storage.removeItem(copy)
    return NO_ROOM
  }
  for (const [key] of moved) storage.removeItem(key)
  return undefined
}

/** Takes a pad with all that was ever in it out of the browser. */
export function deletePad(base: string, storage: ShelfStorage, title: string): void {
  for (const key of keysOf(storage, padKey(base, title))) storage.removeItem(key)
}

function keysOf(storage: ShelfStorage, pad: string): string[] {
  return keysIn(storage).filter((key) => key === pad || key.startsWith(`${pad}:`))
}

function keysIn(storage: ShelfStorage): string[] {
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
}

/** The title of the pad that something is kept for under this key; undefined for what is no pad's. */
function titleIn(base: string, key: string): string | undefined {
  if (!key.startsWith(base)) return undefined
  const found = /^(?:@([^:]*))?(?::|$)/.exec(key.slice(base.length))
  try {
    return found ? decodeURIComponent(found[1] ?? '') : undefined
  } catch {
    return undefined
  }
}
