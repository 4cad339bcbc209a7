/** A lesson as it is shown to a room. Fetched when somebody first wants to. */
import { flushSync, mount, unmount } from 'svelte'
import { lateStyles } from '../late-styles.ts'
import Presenting from './Presenting.svelte'
import styles from './presenting.css?url'

const fetchStyles = lateStyles(styles)

/** @throws where its styles cannot be fetched */
export async function present(): Promise<void> {
  await fetchStyles()
  const bar = mount(Presenting, {
    // Everything on the page is in one of its landmarks.
    target: document.querySelector('main') ?? document.body,
    props: { end: () => void unmount(bar) },
  })
  flushSync()
}
