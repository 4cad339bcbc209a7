/** What stands in a lesson besides its author's: what was left on an earlier visit, and what a link carries. Fetched when there is any. */
import { Keeping } from './keeping.ts'
import type { LessonSession } from './lesson-session.ts'
import { plainLines } from './kept-text.ts'
import { readFragment, type SharedSources } from './share-link.ts'
import { isShareLink } from './share-prefix.ts'
import { StoredEdits } from './stored-edits.ts'

/** @param key tells lessons apart, and copies of the course under one origin @param heir as `StoredEdits` has it */
export function openKeeping(key: string, heir: string): Keeping {
  return new Keeping(new StoredEdits(key, heir, () => globalThis.localStorage))
}

/** Once all of it is kept, a link's edits leave the address: a reload then shows what the reader has made of them. */
export async function takeUp(session: LessonSession, keeping: Keeping): Promise<void> {
  const fragment = location.hash
  if (!isShareLink(fragment)) return void session.restore(keeping)
  const link = await readFragment(fragment)
  const shared: SharedSources = link.kind === 'sources' ? link.sources : new Map()
  const isKept = session.restore(keeping, shared)
  const known = [...shared.keys()].filter((id) => session.has(id))
  if (isKept) history.replaceState(history.state, '', known[0] ? `#cell-${known[0]}` : location.pathname)
  if (known[0]) document.getElementById(`cell-${known[0]}`)?.scrollIntoView()
  if (link.kind === 'unreadable') sayAbove([link.message])
  const strange = [...shared].filter(([id]) => !session.has(id))
  if (strange.length > 0) sayAbove(strange.flatMap(([id, source]) => describeStrange(id, source)))
  const heir = session.neighbour('', 1)
  for (const [, source] of strange) if (heir !== undefined) keeping.putAside(heir, plainLines(source))
}

function describeStrange(id: string, source: string): (string | HTMLElement)[] {
  const code = document.createElement('pre')
  code.textContent = source
  const sentence = `The link that brought you here carries a source for the cell “${id}”, and this lesson has none of that name: it may come from another version of the course. Here it is; the menu of the first cell has it, too.`
  return [sentence, code]
}

/** Says something about the whole page, above its text. */
function sayAbove(parts: readonly (string | HTMLElement)[]): void {
  document.querySelector('.page-message')?.remove()
  const said = document.createElement('div')
  said.role = 'status'
  said.className = 'page-message'
  said.append(...parts)
  document.querySelector('article')?.before(said)
}
