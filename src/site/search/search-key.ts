/** Opens the search, by its button and by its keys: `/` wherever nobody writes, Ctrl K or ⌘ K everywhere. */
const WRITTEN_IN = 'input, textarea, select, [contenteditable="true"]'

async function open(): Promise<void> {
  const { showSearch } = await import('#widgets/search/show-search.ts')
  showSearch()
}

for (const button of document.querySelectorAll('[data-search]'))
  button.addEventListener('click', () => void open())

document.addEventListener('keydown', (event) => {
  const [target] = event.composedPath()
  const isWriting = target instanceof Element && target.closest(WRITTEN_IN) !== null
  const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isWriting
  const isK =
    event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey
  if (event.defaultPrevented || document.querySelector('dialog:modal') || !(isSlash || isK)) return
  event.preventDefault()
  void open()
})
