/** Looks for a moment of a run, step by step, in what is logged; a part after the other is executed again for that. */
import type { Journal } from '../journal.ts'
import { SPACING, type Recording } from './recording.ts'

/** Steps that are looked through at a time, about half a second's worth: a run may have thousands of millions. */
export const MOST_SEARCHED = 1 << 23

/** How looking through one part of a run has ended: `further` where the run goes on behind it. */
export type Outcome = 'found' | 'nothing' | 'further'

/** In which direction of time something is looked for. */
export type Direction = 1 | -1

/** Words of the journal by their indices, both included. */
export interface WordRange {
  readonly first: number
  readonly last: number
}

/** RIP at every step that the log reaches, its low half: where `from` steps had been executed, and so on. */
interface Pointers {
  readonly from: number
  readonly at: Uint32Array
}

/**
 * Goes to the first step after the present (or the last one before) where this is so of the low half of RIP, and of
 * how many steps had been executed. Asked of one step after the other, of `MOST_SEARCHED` at most. Without one it stays
 * where it is.
 * @param skipped so many steps have been looked through before
 */
export function goWhere(
  recording: Recording,
  direction: Direction,
  isThere: (pointer: number, step: number) => boolean,
  skipped = 0,
): Outcome {
  const began = recording.step
  const { start, end, otherwise } = partOf(recording, direction, skipped)
  return recording.searching(() => {
    let pointers: Pointers = { from: 0, at: new Uint32Array() }
    for (let step = start + direction; direction * (end - step) >= 0; step += direction) {
      if (step < pointers.from || pointers.from + pointers.at.length <= step)
        pointers = pointersAround(recording, step)
      if (!isThere(pointers.at[step - pointers.from]!, step)) continue
      recording.goTo(step)
      return 'found'
    }
    recording.goTo(began)
    return otherwise
  })
}

/**
 * Goes to just behind the last step up to now (or the first one after now) that wrote to these words and of which
 * that holds when the machine is there. Without one within `MOST_SEARCHED` steps it stays where it is.
 * @param skipped so many steps have been looked through before
 */
export function goToWriter(
  recording: Recording,
  direction: Direction,
  words: WordRange,
  isWriter: () => boolean,
  skipped = 0,
): Outcome {
  const began = recording.step
  const { start, end, otherwise } = partOf(recording, direction, skipped)
  return recording.searching(() => {
    recording.goTo(start)
    while (direction * (end - recording.step) > 0) {
      const { step, reached } = direction > 0 ? nextWrite(recording, words) : lastWrite(recording, words)
      recording.goTo(step ?? reached)
      // What the log has from beyond the end is found when its turn comes.
      if (step !== undefined && direction * (end - step) >= 0 && isWriter()) return 'found'
      if (direction < 0) recording.goTo(recording.step - 1)
    }
    recording.goTo(began)
    return otherwise
  })
}

/** Which part of a run is looked through at once, and what it has come to if nothing is found there. */
function partOf(
  { step, newest }: Recording,
  direction: Direction,
  skipped: number,
): { readonly start: number; readonly end: number; readonly otherwise: Outcome } {
  const start = step + direction * skipped
  const end = Math.max(0, Math.min(start + direction * MOST_SEARCHED, newest))
  return { start, end, otherwise: end === (direction > 0 ? newest : 0) ? 'nothing' : 'further' }
}

/** What was found, or how far was looked where nothing was. */
interface Found {
  readonly step: number | undefined
  readonly reached: number
}

function lastWrite({ machine: { journal } }: Recording, words: WordRange): Found {
  return { step: lastLogged(journal, words), reached: journal.oldestStep }
}

function nextWrite(recording: Recording, words: WordRange): Found {
  const { journal } = recording.machine
  const began = recording.step
  const known = nextLogged(journal, words)
  if (known !== undefined) return { step: known, reached: known }
  const reached = Math.min(recording.newest, began + SPACING)
  recording.goTo(reached)
  recording.goTo(began)
  return { step: nextLogged(journal, words), reached }
}

/**
 * The last step up to now that wrote to one of these words, as far as the log reaches. RIP and RFLAGS change with
 * nearly every step and are not looked for.
 */
function lastLogged({ log, logLength, stepCount }: Journal, { first, last }: WordRange): number | undefined {
  let step = stepCount
  for (let at = logLength - 2; at >= 0; at -= 2) {
    const tagged = log[at]!
    if (tagged < 0) step--
    else if (first <= tagged && tagged <= last) return step
  }
  return undefined
}

/** The first of the undone steps that writes to one of these words. */
function nextLogged(
  { log, logLength, logEnd, stepCount }: Journal,
  { first, last }: WordRange,
): number | undefined {
  let step = stepCount
  for (let at = logLength; at < logEnd; at += 2) {
    const tagged = log[at]!
    if (tagged < 0) step++
    else if (first <= tagged && tagged <= last) return step
  }
  return undefined
}

/** The log may reach only one way from the step: it is then made to reach as far as one checkpoint the other way. */
function pointersAround(recording: Recording, step: number): Pointers {
  const isAhead = recording.step < step
  recording.goTo(step)
  if (isAhead) recording.goTo(Math.min(recording.newest, step + SPACING))
  const { machine } = recording
  const undone = machine.forward(Infinity)
  const past = pastPointers(machine.journal)
  const at = new Uint32Array(past.length + 1)
  at.set(past)
  at[past.length] = recording.pointer
  const from = machine.journal.oldestStep
  machine.back(undone)
  return { from, at }
}

/** The low half of RIP before each step of the recorded past, the oldest first. */
function pastPointers({ log, logLength, stepCount, oldestStep }: Journal): Uint32Array {
  const pointers = new Uint32Array(stepCount - oldestStep)
  let count = 0
  for (let at = 0; at < logLength; at += 2) if (log[at]! < 0) pointers[count++] = log[at + 1]!
  return pointers
}
