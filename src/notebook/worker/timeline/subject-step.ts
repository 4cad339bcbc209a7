import { READ, WRITE } from '#engine/memory/fault.ts'
import type { Recording } from '#engine/machine/recording.ts'
import type { CellDefinition } from '#notebook/shared/cell.ts'
import { thingText } from '#notebook/shared/thing.ts'
import { FactReader } from '../fact-reader.ts'
import { subjectsOf } from '../views/view-input.ts'
import { bytesNamed, goToWriterOf, willAccess, type Bytes } from './last-write.ts'
import { stepOfCell } from './cell-moment.ts'
import { lastFrame } from './last-frame.ts'
import type { Tour } from './travel.ts'

/** So many steps from the end back are looked at one by one: reads are in no log. */
const MOST_LOOKS = 2000
/** Of a longer run a reader sees the end: to look for a write in it would keep them waiting. */
const MOST_STEPS = 1_000_000

/**
 * Goes to the moment that the author has named; else to just before the last step that reads or writes what the cell is
 * about, so that this is what comes next; to the end where no step does.
 */
export function goToSubject(tour: Tour, cell: CellDefinition): void {
  const { recording } = tour
  const end = recording.newest
  recording.goTo(end)
  const named = stepOfCell(recording, cell)
  if (named !== undefined) return recording.goTo(named)
  if (end === 0 || end > MOST_STEPS) return
  const places = bytesOfSubject(tour, cell)
  recording.goTo(end)
  if (places.length === 0 || goBackToAccess(recording, places)) return
  recording.goTo(end)
  if (goToWriterOf(recording, -1, places) === 'found') recording.goTo(recording.step - 1)
}

/** Where it lies in the last frame that it lies in. */
function bytesOfSubject(tour: Tour, cell: CellDefinition): readonly Bytes[] {
  const { machine } = tour.recording
  const last = lastFrame(tour.recording)
  if (last) tour.recording.goTo(last.step)
  const [subject] = subjectsOf({ machine, facts: new FactReader(machine), cell })
  const address = subject?.about.text('virtualAddress')
  const byteCount = Number(subject?.about.text('size') ?? 1)
  if (address === undefined || byteCount === 0) return []
  return bytesNamed(tour, thingText({ kind: 'virtual', start: BigInt(address), byteCount }))
}

function goBackToAccess(recording: Recording, places: readonly Bytes[]): boolean {
  const { newest, machine } = recording
  for (let step = newest - 1; step >= Math.max(0, newest - MOST_LOOKS); step--) {
    recording.goTo(step)
    if (willAccess(machine, WRITE, places) || willAccess(machine, READ, places)) return true
  }
  return false
}
