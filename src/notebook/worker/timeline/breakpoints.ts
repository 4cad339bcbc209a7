import { goWhere, MOST_SEARCHED, type Direction, type Outcome } from '#engine/machine/search.ts'
import type { Breakpoint } from '#notebook/shared/breakpoint.ts'
import { pointerTo, type CodePlace } from './code-map.ts'
import { goToEvent } from './events.ts'
import { bytesNamed, goToWriterOf, nearest } from './last-write.ts'
import { goToReaderOf, MOST_LOOKS } from './readers.ts'
import type { Arrival, Tour } from './travel.ts'

/**
 * Goes to the nearest moment that a breakpoint is for.
 * @param skipped so many steps have been looked through before
 * @returns why it went nowhere, in a sentence, or that it is to be looked for further
 */
export function goToBreakpoint(
  { recording, code }: Tour,
  direction: Direction,
  breakpoints: readonly Breakpoint[],
  skipped: number,
): Arrival {
  if (breakpoints.length === 0)
    return { note: 'There is no breakpoint yet. Set one beside a line of the source.' }
  const began = recording.step
  const pointers = new Set(breakpoints.flatMap((breakpoint) => pointersOf(code.places, breakpoint)))
  const searches: (() => Outcome)[] = [
    () =>
      pointers.size === 0
        ? 'nothing'
        : goWhere(recording, direction, (pointer) => pointers.has(pointer), skipped),
    ...breakpoints.map((breakpoint) => () => goToOther({ recording, code }, direction, breakpoint, skipped)),
  ]
  const found: number[] = []
  let goesOn = false
  for (const search of searches) {
    recording.goTo(began)
    const outcome = search()
    // One that looks further than the others waits for them.
    if (outcome === 'found' && Math.abs(recording.step - began) <= skipped + MOST_SEARCHED)
      found.push(recording.step)
    else if (outcome !== 'nothing') goesOn = true
  }
  recording.goTo(found.length === 0 ? began : nearest(found, direction))
  if (found.length > 0) return {}
  if (goesOn) return 'further'
  const isLimited = breakpoints.some(({ on }) => on === 'read') && recording.newest > MOST_LOOKS
  const limit = isLimited ? ` Reads are looked for in ${MOST_LOOKS} steps at a time.` : ''
  return { note: `No breakpoint is met ${direction > 0 ? 'after' : 'before'} this moment.${limit}` }
}

/** Low halves of RIP. A line is met where it is entered, not at each of its instructions. */
function pointersOf(places: readonly CodePlace[], breakpoint: Breakpoint): number[] {
  if (breakpoint.on === 'instruction') return [pointerTo(breakpoint.address)]
  if (breakpoint.on !== 'line') return []
  return places
    .filter(({ line }, index) => line === breakpoint.line && places[index - 1]?.line !== line)
    .map(({ instruction }) => pointerTo(instruction.address))
}

function goToOther(tour: Tour, direction: Direction, breakpoint: Breakpoint, skipped: number): Outcome {
  const { recording } = tour
  if (breakpoint.on === 'fault') return goToEvent(recording, direction) === undefined ? 'found' : 'nothing'
  if (breakpoint.on === 'read') {
    const isFound = skipped === 0 && goToReaderOf(recording, direction, bytesNamed(tour, breakpoint.thing))
    return isFound ? 'found' : 'nothing'
  }
  if (breakpoint.on !== 'write') return 'nothing'
  const places = bytesNamed(tour, breakpoint.thing)
  // Backwards the write that has led here is not looked for again.
  if (direction < 0) recording.goTo(recording.step - 1)
  return goToWriterOf(recording, direction, places, skipped)
}
