/** What can be asked of an address, a page, and the walk to it. */
import { computeAddress, parseAddress } from '../machine/access/address.ts'
import type { Machine } from '../machine/machine.ts'
import { PRESENT, entryBase } from '../memory/entry.ts'
import { isCanonical, tableIndices } from '../memory/scheme.ts'
import { flagsText } from '../os/pages/parse-pages.ts'
import { regionOf } from '../os/region.ts'
import {
  PAGE_SIZE,
  type PhysicalAddress,
  type VirtualAddress,
  frameOf,
  pageNumber,
  pageOf,
  pageOffset,
  pageStart,
  physicalAddress,
  readNumber,
} from '../units.ts'
import { type FactValue, address, number, text } from './fact-value.ts'

export function addressOf(machine: Machine, expression: string): VirtualAddress | undefined {
  const parsed = parseAddress(expression)
  const computed = parsed && computeAddress(machine, parsed)
  return computed === undefined || 'unknown' in computed ? undefined : computed.address
}

/** A number is a physical address; anything with a name in it is translated. */
export function physicalOf(machine: Machine, place: string): PhysicalAddress | undefined {
  const plain = readNumber(place.trim())
  if (plain !== undefined)
    return plain < machine.journal.ramByteCount ? physicalAddress(Number(plain)) : undefined
  const at = addressOf(machine, place)
  return at === undefined ? undefined : translated(machine, at)
}

function translated(machine: Machine, at: VirtualAddress): PhysicalAddress | undefined {
  const translation = machine.memory.translate(at)
  return translation.ok ? translation.physicalAddress : undefined
}

export function ramBytes(
  { journal }: Machine,
  at: PhysicalAddress,
  byteCount: number,
  show: (found: Uint8Array) => FactValue,
): FactValue | undefined {
  return at + byteCount <= journal.ramByteCount ? show(journal.bytes.slice(at, at + byteCount)) : undefined
}

export function addressFact(machine: Machine, at: VirtualAddress, property: string): FactValue | undefined {
  const { scheme } = machine.memory
  switch (property) {
    case 'virtualAddress':
      return address(at)
    case 'page':
      return address(pageOf(at))
    case 'pageOffset':
      return address(pageOffset(at))
    case 'canonical':
      return text(isCanonical(at, scheme.virtualBits) ? 'yes' : 'no')
    case 'region':
      return text(regionOf(machine.current.regions, at)?.name ?? 'none')
    case 'physicalAddress':
    case 'frame':
    case 'frameBase':
      return physicalFact(translated(machine, at), property)
  }
  const index = tableIndices(scheme, at).find(({ level }) => level.toLowerCase() === property)?.index
  return index === undefined ? undefined : number(index)
}

export type WalkProperty = 'table' | 'index' | 'entryAddress' | 'entry' | 'next'

export function walkFact(
  machine: Machine,
  at: VirtualAddress,
  level: string,
  property: WalkProperty,
): FactValue | undefined {
  const { steps } = machine.memory.translate(at)
  const value = steps.find((step) => step.level.toLowerCase() === level)?.[property]
  if (value === undefined) return undefined
  return property === 'index' ? number(value) : address(value)
}

export function physicalFact(at: PhysicalAddress | undefined, property: string): FactValue | undefined {
  if (at === undefined) return undefined
  if (property === 'physicalAddress') return address(at)
  return address(property === 'frame' ? frameOf(at) : at - (at % PAGE_SIZE))
}

export function pageFact(machine: Machine, written: string, property: string): FactValue | undefined {
  const value = readNumber(written)
  if (value === undefined || value >= 1n << 52n) return undefined
  const page = pageNumber(Number(value))
  const entry = machine.kernel.pageTable().find(page)?.entry
  const isPresent = ((entry ?? 0n) & BigInt(PRESENT)) !== 0n
  if (property === 'present') return number(machine.memory.translate(pageStart(page)).ok ? 1 : 0)
  if (entry === undefined) return undefined
  if (property === 'flags') return text(flagsText(entry))
  if (property === 'entry') return address(entry)
  return isPresent ? physicalFact(physicalAddress(entryBase(entry)), property) : undefined
}
