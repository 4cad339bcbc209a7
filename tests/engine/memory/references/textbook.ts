/** A textbook's page table of any geometry: arithmetic with quotients and remainders instead of shifts and masks. */
import type { Access, Mark, Reference, ReferenceMachine } from './reference.ts'

export interface TextbookGeometry {
  readonly pageByteCount: number
  /** How many entries a table of each level has. */
  readonly entryCounts: readonly number[]
  readonly byteCount: number
  readonly validBit: number
  readonly frameBits: number
  readonly writeBit: number
  readonly accessedBit: number
  readonly dirtyBit: number
}

export function referenceTextbook(
  machine: ReferenceMachine,
  geometry: TextbookGeometry,
  address: number,
  access: Access,
): Reference {
  const { pageByteCount, entryCounts, byteCount } = geometry
  let reach = pageByteCount * entryCounts.reduce((product, count) => product * count, 1)
  if (address >= reach) return { fault: 'too wide' }
  let table = Number(machine.root)
  let rest = address
  let entry = 0
  let at = 0
  for (const count of entryCounts) {
    reach /= count
    at = table + byteCount * Math.floor(rest / reach)
    rest %= reach
    const word = machine.word(BigInt(at), byteCount)
    if (word === undefined) return { fault: 'no RAM' }
    entry = Number(word)
    if (Math.floor(entry / 2 ** geometry.validBit) % 2 === 0) return { fault: 'not present' }
    table = (entry % 2 ** geometry.frameBits) * pageByteCount
  }
  const isSet = (index: number) => Math.floor(entry / 2 ** index) % 2 === 1
  if (access === 'write' && !isSet(geometry.writeBit)) return { fault: 'read only' }
  if (table + rest >= Number(machine.ramByteCount)) return { fault: 'no RAM' }
  const accessed = isSet(geometry.accessedBit) ? 0 : 2 ** geometry.accessedBit
  const dirty = access === 'write' && !isSet(geometry.dirtyBit) ? 2 ** geometry.dirtyBit : 0
  const marks: Mark[] =
    accessed + dirty > 0 && !machine.software
      ? [{ at: BigInt(at), entry: BigInt(entry + accessed + dirty) }]
      : []
  return { physical: BigInt(table + rest), marks }
}
