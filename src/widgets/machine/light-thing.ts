/** Lights up in a cell’s pictures what words on the page speak of. Fetched when a reader first points at such words. */
import { thingOfFact } from '#notebook/page/thing-of-fact.ts'
import { thingText } from '#notebook/shared/thing.ts'
import { markLinked } from './linking.ts'

/** @param words an element with a fact, its cell and its value */
export function lightThing(words: HTMLElement, isLit: boolean): void {
  const { fact = '', cell = '', value = words instanceof HTMLDataElement ? words.value : '' } = words.dataset
  const thing = thingOfFact(fact, value)
  if (thing === undefined) return
  const place = document.getElementById(`cell-${cell}`)
  for (const picture of place?.querySelectorAll('svg.picture') ?? [])
    markLinked(picture, isLit ? [thingText(thing)] : [])
}
