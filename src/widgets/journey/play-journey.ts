/** A journey that moves: station after station is reached, each lit, with its sentence said. */
import { showWay, stationsIn } from '../picture/show-way.ts'

/** How long a station is lit: one reads its sentence. Milliseconds. */
const STATION = 2200
const SOON = 100

/** What the next press of a button does that has been pressed. */
const pressed = new WeakMap<HTMLElement, () => void>()

/** Plays, or stops what is played. Where a reader wants nothing to move by itself, it goes one station on. */
export function pressPlay(button: HTMLElement): void {
  const next = pressed.get(button)
  if (next === undefined) play(button)
  else next()
}

function play(button: HTMLElement): void {
  const view = button.closest<HTMLElement>('.view')
  const said = button.parentElement?.querySelector<HTMLElement>('.telling')
  if (view === null || !said) return
  const name = button.textContent
  const isStepped = matchMedia('(prefers-reduced-motion: reduce)').matches
  const stations = stationsIn(view)
  let timer: ReturnType<typeof setTimeout> | undefined
  let at = -1

  /** What is drawn anew under the way is another way. */
  const watch = new MutationObserver(end)

  function next(): void {
    clearTimeout(timer)
    at += 1
    const station = stations[at]
    if (station === undefined) return end()
    showWay(view!, station)
    said!.textContent = sentenceOf(view!, station)
    bringIntoSight([...view!.querySelectorAll('.here:not(.line)')].find((mark) => mark.checkVisibility()))
    if (isStepped) button.textContent = at + 1 < stations.length ? 'Next station' : 'All of it'
    else timer = setTimeout(next, STATION)
  }

  function end(): void {
    clearTimeout(timer)
    watch.disconnect()
    pressed.delete(button)
    said!.removeAttribute('role')
    showWay(view!, undefined)
    said!.textContent = ''
    button.textContent = name
  }

  pressed.set(button, isStepped ? next : end)
  button.textContent = isStepped ? 'Next station' : 'Stop'
  for (const svg of view.querySelectorAll('svg'))
    watch.observe(svg, { characterData: true, childList: true, subtree: true })
  // What is told has to be known as such before it is said.
  said.role = 'status'
  timer = setTimeout(next, SOON)
}

/** Within its picture, where that is wider than its place; where the reader has the page is theirs. */
function bringIntoSight(mark: Element | undefined): void {
  const box = mark?.closest('.scroll')
  if (!mark || !box) return
  const [inner, outer] = [mark.getBoundingClientRect(), box.getBoundingClientRect()]
  box.scrollLeft += (inner.left + inner.right - outer.left - outer.right) / 2
}

/** Who does it, and what: the words beside the picture have it, too. */
function sentenceOf(view: ParentNode, station: number): string {
  const words = view.querySelector(`ol [data-station="${station}"]`)
  const item = words?.closest('li')
  if (!words || !item) return ''
  const who =
    item.querySelector('[data-station]') === words ? `${item.querySelector('.who')?.textContent} ` : ''
  return `${who}${words.textContent}`.replace(/\s+/g, ' ').trim()
}
