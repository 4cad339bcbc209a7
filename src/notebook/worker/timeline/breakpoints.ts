import { goWhere, type Direction } from '#engine/machine/search.ts'
import type { Breakpoint } from '#notebook/shared/breakpoint.ts'
import { pointerTo, type CodePlace } from './code-map.ts'
import { goToEvent } from './events.ts'
import { bytesNamed, goToWriterOf } from './last-write.ts'
import { goToReaderOf, MOST_LOOKS } from './readers.ts'
import type { Tour } from './travel.ts'

/** Goes to the nearest moment that a breakpoint is for. @returns why it went nowhere, in a sentence */
export function goToBreakpoint(
  { recording, code }: Tour,
  direction: Direction,
  breakpoints: readonly Breakpoint[],
): string | undefined {
  if (breakpoints.length === 0) return 'There is no breakpoint yet. Set one beside a line of the source.'
  const began = recording.step
  const pointers = new Set(breakpoints.flatMap((breakpoint) => pointersOf(code.places, breakpoint)))
  const searches: (() => boolean)[] = [
    () => pointers.size > 0 && goWhere(recording, direction, (pointer) => pointers.has(pointer)),
    ...breakpoints.map((breakpoint) => () => goToOther({ recording, code }, direction, breakpoint)),
  ]
  const found = searches.flatMap((search) => {
    recording.goTo(began)
    return search() ? [recording.step] : []
  })
  recording.goTo(found.length === 0 ? began : direction > 0 ? Math.min(...found) : Math.max(...found))
  if (found.length > 0) return undefined
  const isLimited = breakpoints.some(({ on }) => on === 'read') && recording.newest > MOST_LOOKS
  const limit = isLimited ? ` Reads are looked for in ${MOST_LOOKS} steps at a time.` : ''
  return `No breakpoint is met ${direction > 0 ? 'after' : 'before'} this moment.${limit}`
}

/** Low halves of RIP. A line is met where it is entered, not at each of its instructions. */
function pointersOf(places: readonly CodePlace[], breakpoint: Breakpoint): number[] {
  if (breakpoint.on === 'instruction') return [pointerTo(breakpoint.address)]
  if (breakpoint.on !== 'line') return []
  return places
    .filter(({ line }, index) => line === breakpoint.line && places[index - 1]?.line !== line)
    .map(({ instruction }) => pointerTo(instruction.address))
}

function goToOther(tour: Tour, direction: Direction, breakpoint: Breakpoint): boolean {
  const { recording } = tour
  if (breakpoint.on === 'fault') return goToEvent(recording, direction) === undefined
  if (breakpoint.on === 'read') return goToReaderOf(recording, direction, bytesNamed(tour, breakpoint.thing))
  if (breakpoint.on !== 'write') return false
  // Backwards the write that has led here is not looked for again.
  if (direction < 0) recording.goTo(recording.step - 1)
  const places = bytesNamed(tour, breakpoint.thing)
  return places.length > 0 && goToWriterOf(recording, direction, places)
}
