import type { Machine } from '#engine/machine/machine.ts'
import type { Recording } from '#engine/machine/recording.ts'
import type { Direction } from '#engine/machine/search.ts'

/**
 * Goes to where the next page fault (or the last one) has been answered, or where the run ended in one.
 * @returns why it went nowhere, in a sentence
 */
export function goToEvent(recording: Recording, direction: Direction): string | undefined {
  const began = recording.step
  const before = faultCount(recording.machine)
  recording.goTo(recording.newest)
  const all = faultCount(recording.machine)
  const step = direction > 0 ? nextFault(recording, began, before, all) : lastFault(recording, began, before)
  recording.goTo(step ?? began)
  if (step !== undefined) return undefined
  return direction > 0
    ? 'No fault happens after this moment.'
    : 'No fault happened before this moment, but for those while the program was started.'
}

function nextFault(recording: Recording, now: number, before: number, all: number): number | undefined {
  if (before < all) return stepWith(recording, before + 1, now, recording.newest)
  const endsInFault = recording.machine.stop?.kind === 'fault'
  return endsInFault && now < recording.newest ? recording.newest : undefined
}

/** Where the fault counted last happened; if that is here, the one before. */
function lastFault(recording: Recording, now: number, count: number): number | undefined {
  for (const wanted of [count, count - 1]) {
    if (wanted <= 0) return undefined
    const step = stepWith(recording, wanted, 0, now)
    if (step < now) return step
  }
  return undefined
}

/** The first step in between at which so many faults have happened. The count only grows. */
function stepWith(recording: Recording, wanted: number, from: number, to: number): number {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    recording.goTo(middle)
    if (faultCount(recording.machine) >= wanted) high = middle
    else low = middle + 1
  }
  return low
}

function faultCount({ kernel }: Machine): number {
  return (kernel.linux?.events.all ?? []).filter(isFault).length
}

function isFault(event: { readonly kind: string }): boolean {
  return event.kind === 'page-fault'
}
