/** The search. Fetched when a reader first asks for it. */
import { flushSync, mount } from 'svelte'
import Search from './Search.svelte'

let search: { open: () => void } | undefined

export function showSearch(): void {
  search ??= mount(Search, { target: document.body }) as { open: () => void }
  // Its element is there only when what was mounted has been put onto the page.
  flushSync()
  search.open()
}
