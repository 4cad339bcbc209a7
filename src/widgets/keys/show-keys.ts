/** The list of keys. Fetched when a reader first asks for it. */
import { mount } from 'svelte'
import KeyList from './KeyList.svelte'

let list: { open: () => void } | undefined

export function showKeys(): void {
  list ??= mount(KeyList, { target: document.body }) as { open: () => void }
  list.open()
}
