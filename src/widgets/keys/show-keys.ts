/** The list of keys. Fetched when a reader first asks for it. */
import { flushSync, mount } from 'svelte'
import { lateStyles } from '../late-styles.ts'
import KeyList from './KeyList.svelte'
import styles from './keys.css?url'

const fetchStyles = lateStyles(styles)

let list: { open: () => void } | undefined

/** @throws where its styles cannot be fetched */
export async function showKeys(): Promise<void> {
  await fetchStyles()
  list ??= mount(KeyList, { target: document.body }) as { open: () => void }
  // Its element is there only when what was mounted has been put onto the page.
  flushSync()
  list.open()
}
