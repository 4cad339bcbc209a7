/** Marks in a page’s contents which of its sections is being read. */
export function followReading(): void {
  const headings = [...document.querySelectorAll<HTMLElement>('article > :is(h2, h3)[id]')].filter(
    ({ id }) => linksTo(id).length > 0,
  )
  let marked: string | undefined
  const update = () => {
    // The last heading that has come up to the window’s upper third.
    const line = globalThis.innerHeight / 3
    const now = headings.filter((heading) => heading.getBoundingClientRect().top < line).at(-1)?.id
    if (now === marked) return
    for (const link of linksTo(marked)) link.removeAttribute('aria-current')
    for (const link of linksTo(now)) link.setAttribute('aria-current', 'location')
    marked = now
  }
  const observer = new IntersectionObserver(update, { rootMargin: '0px 0px -66% 0px' })
  for (const heading of headings) observer.observe(heading)
}

function linksTo(id: string | undefined): Element[] {
  return id === undefined ? [] : [...document.querySelectorAll(`.sections a[href="#${CSS.escape(id)}"]`)]
}
