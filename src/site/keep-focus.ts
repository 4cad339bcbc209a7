/** What the keyboard can be put on. */
const STOPS = ':is(a[href], button, input, select, summary, [tabindex]):not(:disabled, [inert] *)'

/**
 * A press may take away the very control that was pressed, or switch it off. The keyboard then goes to what is nearest
 * to where it stood, and not to the page’s beginning, where no key leads back.
 */
document.addEventListener(
  'click',
  () => {
    const around = ancestors(document.activeElement)
    // What a press changes is on the page at the next frame.
    if (around.length > 0) requestAnimationFrame(() => requestAnimationFrame(() => bringBack(around)))
  },
  { capture: true },
)

function ancestors(element: Element | null): Element[] {
  return element === null || element === document.body ? [] : [element, ...ancestors(element.parentElement)]
}

function bringBack(around: readonly Element[]): void {
  if (document.activeElement !== document.body) return
  for (const place of around) {
    const stop = [place, ...place.querySelectorAll(STOPS)].find(
      (element) => element.isConnected && element.matches(STOPS) && element.checkVisibility(),
    )
    if (stop instanceof HTMLElement) return stop.focus({ preventScroll: true })
  }
}
