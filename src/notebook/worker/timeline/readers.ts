import { READ } from '#engine/memory/fault.ts'
import type { Recording } from '#engine/machine/recording.ts'
import type { Direction } from '#engine/machine/search.ts'
import { willAccess, type Bytes } from './last-write.ts'

/** So many steps are looked at: reads are in no log, and each instruction has to be followed. */
export const MOST_LOOKS = 100_000

/**
 * Goes to just behind the nearest step that read any of these bytes of RAM. Without one it stays where it is, and it
 * looks only so far.
 */
export function goToReaderOf(recording: Recording, direction: Direction, places: readonly Bytes[]): boolean {
  const began = recording.step
  // Where the step begins: behind it is one further, and backwards the one that has led here is not looked for again.
  const first = direction > 0 ? began : began - 2
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    const step = first + looks * direction
    if (step < 0 || step >= recording.newest) break
    recording.goTo(step)
    if (!willAccess(recording.machine, READ, places)) continue
    recording.goTo(step + 1)
    return true
  }
  recording.goTo(began)
  return false
}
