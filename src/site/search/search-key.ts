/** Opens the search, by its button and by its keys. */
import { SEARCH_KEYS } from '#widgets/search/search-keys.ts'

const WRITTEN_IN = 'input, textarea, select, [contenteditable="true"]'

async function open(): Promise<void> {
  const { showSearch } = await import('#widgets/search/show-search.ts')
  await showSearch()
}

for (const button of document.querySelectorAll('[data-search]'))
  button.addEventListener('click', () => void open())

document.addEventListener('keydown', (event) => {
  const [target] = event.composedPath()
  const isWriting = target instanceof Element && target.closest(WRITTEN_IN) !== null
  const held = `${event.ctrlKey ? 'Ctrl+' : ''}${event.metaKey ? 'Meta+' : ''}${event.altKey ? 'Alt+' : ''}`
  // Caps Lock makes no other key of it.
  const key = event.shiftKey ? event.key : event.key.toLowerCase()
  const keys: readonly string[] = [...(isWriting ? [] : SEARCH_KEYS.written), ...SEARCH_KEYS.everywhere]
  if (event.defaultPrevented || document.querySelector('dialog:modal') || !keys.includes(held + key)) return
  event.preventDefault()
  void open()
})
