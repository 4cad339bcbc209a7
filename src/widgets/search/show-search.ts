/** The search. Fetched when a reader first asks for it. */
import { flushSync, mount } from 'svelte'
import { lateStyles } from '../late-styles.ts'
import Search from './Search.svelte'
import styles from './search.css?url'

const fetchStyles = lateStyles(styles)

let search: { open: () => void } | undefined

/** @throws where its styles cannot be fetched */
export async function showSearch(): Promise<void> {
  await fetchStyles()
  search ??= mount(Search, { target: document.body }) as { open: () => void }
  // Its element is there only when what was mounted has been put onto the page.
  flushSync()
  search.open()
}
