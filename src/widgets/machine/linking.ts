/**
 * Things on the page: which one an element stands for, and marking those that belong together. It works on what the
 * views have put there, whether at build or just now.
 */
import { thingOfFact } from '#notebook/page/thing-of-fact.ts'
import { overlaps, parseThings, thingText, type Thing } from '#notebook/shared/thing.ts'

export { showWay } from '../picture/show-way.ts'

/** Elements that may stand for a thing. */
const SPEAKING = '[data-thing], data[data-fact]'

/** The text of the thing that an element, or what it lies in, stands for. */
export function thingAt(target: EventTarget | null): string | undefined {
  const element = target instanceof Element ? target.closest(SPEAKING) : null
  const [thing] = element === null ? [] : thingsOf(element)
  return thing && thingText(thing)
}

function thingsOf(element: Element): Thing[] {
  const { dataset } = element as HTMLElement
  if (dataset['thing'] !== undefined) return parseThings(dataset['thing'])
  const value = element instanceof HTMLDataElement ? element.value : ''
  return [thingOfFact(dataset['fact'] ?? '', value)].flatMap((thing) => thing ?? [])
}

/** Marks every element of a root that stands for one of these things or a part of one, and no other. */
export function markLinked(root: ParentNode, related: readonly string[]): void {
  const things = related.flatMap(parseThings)
  for (const element of root.querySelectorAll(SPEAKING)) {
    const isLinked =
      things.length > 0 && thingsOf(element).some((own) => things.some((thing) => overlaps(own, thing)))
    element.classList.toggle('linked', isLinked)
  }
}

/** What has a role of its own, by its place in a table. */
const CELLS = 'tr, td, th'

/**
 * Says what can be done with the values of a view: they are buttons, pressed when chosen. A part of a table stays one,
 * and what lies around another value is no button itself.
 */
export function tellValues(root: ParentNode, chosen: string | undefined): void {
  const [thing] = chosen === undefined ? [] : parseThings(chosen)
  for (const element of root.querySelectorAll(SPEAKING)) {
    if (element.matches(CELLS) || element.closest('svg') || element.querySelector(SPEAKING)) continue
    const own = thingsOf(element)
    if (own.length === 0) continue
    element.role = 'button'
    element.ariaPressed = String(thing !== undefined && own.some((one) => thingText(one) === chosen))
  }
}

/** Elements of a view that can be reached with the arrow keys: those that are shown, not what is folded away. */
export function stops(view: ParentNode): HTMLElement[] {
  return [...view.querySelectorAll<HTMLElement>(SPEAKING)].filter(
    (element) => element.checkVisibility() && thingsOf(element).length > 0,
  )
}

/** The stop nearest to one in a direction, by where they are on the page. */
export function stopBeside(
  from: HTMLElement,
  all: readonly HTMLElement[],
  key: string,
): HTMLElement | undefined {
  const at = all.indexOf(from)
  if (key === 'ArrowRight') return all[at + 1]
  if (key === 'ArrowLeft') return all[at - 1]
  const here = from.getBoundingClientRect()
  const beyond = all.filter((element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return key === 'ArrowDown' ? top >= here.bottom - 1 : bottom <= here.top + 1
  })
  return beyond.reduce<HTMLElement | undefined>((best, element) => {
    return best === undefined || distance(element, here) < distance(best, here) ? element : best
  }, undefined)
}

/** Rows count before columns. */
function distance(element: HTMLElement, from: DOMRect): number {
  const { top, left } = element.getBoundingClientRect()
  return 4 * Math.abs(top - from.top) + Math.abs(left - from.left)
}
