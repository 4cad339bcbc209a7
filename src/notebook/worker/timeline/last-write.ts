import { READ, WRITE, type Access } from '#engine/memory/fault.ts'
import type { Machine } from '#engine/machine/machine.ts'
import type { Recording } from '#engine/machine/recording.ts'
import { goToWriter, type Direction, type Outcome, type WordRange } from '#engine/machine/search.ts'
import { nextAccesses } from '#engine/machine/next-accesses.ts'
import { registerNamed, wordOf } from '#engine/isa/registers.ts'
import { virtualAddress, wrapAddress } from '#engine/units.ts'
import { parseThings, type Thing } from '#notebook/shared/thing.ts'
import { meantThing } from './related-things.ts'
import type { Arrival, Tour } from './travel.ts'

/** Bytes that lie together: in RAM, or a register's behind it. */
export interface Bytes {
  readonly start: number
  readonly byteCount: number
}

/** More bytes than this are no variable's. */
const MOST_BYTES = 1 << 16

/**
 * Goes to just behind the step that wrote to a thing last; from there, to the one before.
 * @param skipped so many steps have been looked through before
 * @returns why it went nowhere, in a sentence, or that it is to be looked for further
 */
export function goToWrite({ recording, code }: Tour, thing: string, skipped: number): Arrival {
  const began = recording.step
  const places = bytesNamed({ recording, code }, thing)
  if (places.length === 0)
    return { note: 'This has no bytes at this moment, so nothing can have written to them.' }
  let outcome = goToWriterOf(recording, -1, places, skipped)
  const isHere = outcome === 'found' && recording.step === began
  if (isHere) {
    // The write that has led here is not what is asked for.
    recording.goTo(began - 1)
    outcome = goToWriterOf(recording, -1, places)
    if (outcome !== 'found') recording.goTo(began)
  }
  if (outcome === 'found') return {}
  if (outcome === 'further') return 'further'
  return {
    note: wroteLast(recording, places)
      ? 'It got its value here, and nothing in this run had written to it before.'
      : 'Nothing in this run has written to it before this moment.',
  }
}

/** Whether the step that has led here wrote to any of these bytes. */
function wroteLast(recording: Recording, places: readonly Bytes[]): boolean {
  const began = recording.step
  const isSo = goToWriterOf(recording, -1, places) === 'found' && recording.step === began
  recording.goTo(began)
  return isSo
}

/** To the nearest step that wrote to any of these bytes. @param skipped so many steps have been looked through before */
export function goToWriterOf(
  recording: Recording,
  direction: Direction,
  places: readonly Bytes[],
  skipped = 0,
): Outcome {
  const began = recording.step
  const found: number[] = []
  let otherwise: Outcome = 'nothing'
  for (const place of places) {
    recording.goTo(began)
    const isWriter = () => wrote(recording.machine, place)
    const outcome = goToWriter(recording, direction, wordsOf(place), isWriter, skipped)
    if (outcome === 'found') found.push(recording.step)
    else if (outcome === 'further') otherwise = outcome
  }
  recording.goTo(found.length === 0 ? began : nearest(found, direction))
  return found.length > 0 ? 'found' : otherwise
}

/** Of steps on one side of the present. */
export function nearest(steps: readonly number[], direction: Direction): number {
  return direction > 0 ? Math.min(...steps) : Math.max(...steps)
}

/** Where the bytes that a text means lie at this moment. */
export function bytesNamed({ recording: { machine }, code }: Tour, text: string): Bytes[] {
  return parseThings(text).flatMap((thing) => {
    const meant = meantThing({ machine, code }, thing)
    return meant === undefined ? [] : bytesOf(machine, meant)
  })
}

/** In the journal's buffer: RAM first, the registers behind it. */
function bytesOf(machine: Machine, thing: Thing): Bytes[] {
  if (thing.kind === 'register') return registerBytes(machine, thing.name)
  if (thing.kind === 'physical') return [{ start: Number(thing.start), byteCount: thing.byteCount }]
  return thing.kind === 'virtual' ? virtualBytes(machine, thing.start, thing.byteCount) : []
}

function registerBytes(machine: Machine, name: string): Bytes[] {
  const register = registerNamed(name)
  if (register === undefined) return []
  const start = 4 * (machine.journal.registersAt + wordOf(register))
  return [{ start: register.high ? start + 1 : start, byteCount: register.size / 8 }]
}

function virtualBytes(machine: Machine, start: bigint, byteCount: number): Bytes[] {
  if (byteCount > MOST_BYTES) return []
  return machine.memory
    .partsOf(virtualAddress(wrapAddress(start)), byteCount)
    .flatMap(({ byteCount: length, translation }) =>
      translation.ok ? [{ start: translation.physicalAddress, byteCount: length }] : [],
    )
}

function wordsOf({ start, byteCount }: Bytes): WordRange {
  return { first: start >> 2, last: (start + byteCount - 1) >> 2 }
}

/** Whether the step just executed wrote to the bytes, and not only to their neighbours in a word: the log keeps words. */
function wrote(machine: Machine, place: Bytes): boolean {
  const { journal } = machine
  const { start, byteCount } = place
  if (start % 4 === 0 && byteCount % 4 === 0) return true
  const now = journal.bytes.slice(start, start + byteCount)
  journal.back(1)
  const before = journal.bytes.slice(start, start + byteCount)
  // A byte may be written with the value that it had.
  const isWriter = now.some((byte, index) => byte !== before[index]) || willAccess(machine, WRITE, [place])
  journal.forward(1)
  return isWriter
}

/** Whether the next instruction reads, or writes to, any of these bytes of RAM. */
export function willAccess(machine: Machine, wanted: Access, places: readonly Bytes[]): boolean {
  return nextAccesses(machine).some(
    ({ access, address, byteCount, readsFirst }) =>
      (access === wanted || (wanted === READ && readsFirst)) &&
      virtualBytes(machine, address, byteCount).some((part) =>
        places.some((place) => overlapOf(part, place) > 0),
      ),
  )
}

function overlapOf(one: Bytes, other: Bytes): number {
  const end = Math.min(one.start + one.byteCount, other.start + other.byteCount)
  return end - Math.max(one.start, other.start)
}
