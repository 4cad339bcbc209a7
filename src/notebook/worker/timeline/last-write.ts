import { READ, WRITE, type Access } from '#engine/memory/fault.ts'
import type { Machine } from '#engine/machine/machine.ts'
import type { Recording } from '#engine/machine/recording.ts'
import { goToWriter, type Direction, type WordRange } from '#engine/machine/search.ts'
import { nextAccesses } from '#engine/machine/next-accesses.ts'
import { registerNamed, wordOf } from '#engine/isa/registers.ts'
import { virtualAddress, wrapAddress } from '#engine/units.ts'
import { parseThings, type Thing } from '#notebook/shared/thing.ts'
import { meantThing } from './related-things.ts'
import type { Tour } from './travel.ts'

/** Bytes that lie together: in RAM, or a register's behind it. */
export interface Bytes {
  readonly start: number
  readonly byteCount: number
}

/** More bytes than this are no variable's. */
const MOST_BYTES = 1 << 16

/**
 * Goes to just behind the step that wrote to a thing last; from there, to the one before.
 * @returns why it went nowhere, in a sentence
 */
export function goToWrite({ recording, code }: Tour, thing: string): string | undefined {
  const began = recording.step
  const places = bytesNamed({ recording, code }, thing)
  if (places.length === 0) return 'This has no bytes at this moment, so nothing can have written to them.'
  if (!goToWriterOf(recording, -1, places)) return 'Nothing in this run has written to it before this moment.'
  if (recording.step < began) return undefined
  recording.goTo(began - 1)
  if (goToWriterOf(recording, -1, places)) return undefined
  recording.goTo(began)
  return 'It got its value here, and nothing in this run had written to it before.'
}

/** To the nearest step that wrote to any of these bytes. */
export function goToWriterOf(recording: Recording, direction: Direction, places: readonly Bytes[]): boolean {
  const began = recording.step
  const found = places.flatMap((place) => {
    recording.goTo(began)
    const isWriter = () => wrote(recording.machine, place)
    return goToWriter(recording, direction, wordsOf(place), isWriter) ? [recording.step] : []
  })
  recording.goTo(found.length === 0 ? began : direction > 0 ? Math.min(...found) : Math.max(...found))
  return found.length > 0
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
