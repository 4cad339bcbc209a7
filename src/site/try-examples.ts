/** Puts a button behind each example that opens it on the scratchpad, in a cell of its own. */
import type { Language } from '#notebook/shared/language.ts'
import { sitePath } from '#site/site-path.ts'

async function open(source: string, language: Language): Promise<void> {
  const [{ withCell }, { padFragment }] = await Promise.all([
    import('#notebook/page/pad.ts'),
    import('#notebook/page/pad-links.ts'),
  ])
  const pad = withCell([], 0, language, 'c1').map((cell) => ({ ...cell, source }))
  location.assign(sitePath('scratchpad/') + ((await padFragment(pad)) ?? ''))
}

for (const example of document.querySelectorAll<HTMLElement>('[data-example]')) {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = 'Open it'
  const {
    example: source = '',
    language = '',
    about = example.textContent.trim().split('\n')[0],
  } = example.dataset
  button.ariaLabel = `Open it on the scratchpad: ${about}`
  button.addEventListener('click', () => void open(source, language as Language))
  // In the line that it is part of, or below a whole program.
  ;(example.matches('.example') ? example : example.parentElement)?.append(button)
}

/** What a link leads to may be folded away; not every browser unfolds it. */
function unfold(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  const fold = target?.closest('details')
  if (!fold || fold.open) return
  fold.open = true
  target?.scrollIntoView()
}
addEventListener('hashchange', unfold)
unfold()
