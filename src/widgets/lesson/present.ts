/** A lesson as it is shown to a room. Fetched when somebody first wants to. */
import { flushSync, mount, unmount } from 'svelte'
import Presenting from './Presenting.svelte'

export function present(): void {
  const bar = mount(Presenting, {
    // Everything on the page is in one of its landmarks.
    target: document.querySelector('main') ?? document.body,
    props: { end: () => void unmount(bar) },
  })
  flushSync()
}
