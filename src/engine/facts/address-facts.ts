/** What can be asked of an address, a page, and the walk to it. */
import { fromLittleEndian } from '../bits.ts'
import type { AddressExpression } from '../machine/access/address-expression.ts'
import { computeAddress } from '../machine/access/address.ts'
import type { Machine } from '../machine/machine.ts'
import { PRESENT, entryBase } from '../memory/entry.ts'
import { isCanonical, tableIndices } from '../memory/scheme.ts'
import { flagsText } from '../os/pages/print-pages.ts'
import { regionOf } from '../os/region.ts'
import {
  PAGE_SIZE,
  type PhysicalAddress,
  type VirtualAddress,
  pageNumber,
  virtualAddress,
  physicalAddress,
} from '../units.ts'
import { plainNumber } from './fact.ts'
import type { Answer } from './fact-value.ts'

export function addressOf(machine: Machine, expression: AddressExpression): VirtualAddress | undefined {
  const computed = computeAddress(machine, expression)
  return 'unknown' in computed ? undefined : computed.address
}

/** A number is a physical address; anything with a name in it is translated. */
function physicalOf(machine: Machine, place: AddressExpression): PhysicalAddress | undefined {
  const plain = plainNumber(place)
  if (plain !== undefined)
    return plain < machine.journal.ramByteCount ? physicalAddress(Number(plain)) : undefined
  const at = addressOf(machine, place)
  return at === undefined ? undefined : translated(machine, at)
}

function translated(machine: Machine, at: VirtualAddress): PhysicalAddress | undefined {
  const translation = machine.memory.translate(at)
  return translation.ok ? translation.physicalAddress : undefined
}

/** So many bytes of RAM. */
export function ramBytes(
  machine: Machine,
  place: AddressExpression,
  byteCount: number,
): Uint8Array | undefined {
  const at = physicalOf(machine, place)
  const { journal } = machine
  return at !== undefined && at + byteCount <= journal.ramByteCount
    ? journal.bytes.slice(at, at + byteCount)
    : undefined
}

/** So many bytes of the running process's memory. */
export function memoryBytes(
  machine: Machine,
  place: AddressExpression,
  byteCount: number,
): Uint8Array | undefined {
  const at = addressOf(machine, place)
  return at === undefined ? undefined : machine.memory.peek(at, byteCount)
}

/** The same as one number. */
export function memoryWord(
  machine: Machine,
  place: AddressExpression,
  byteCount: number,
): Answer | undefined {
  const found = memoryBytes(machine, place, byteCount)
  return found && fromLittleEndian(found)
}

export function addressFact(machine: Machine, at: VirtualAddress, property: string): Answer | undefined {
  const { scheme } = machine.memory
  switch (property) {
    case 'virtualAddress':
      return at
    case 'page':
      return machine.memory.pageOf(at)
    case 'pageOffset':
      return Number(BigInt.asUintN(scheme.pageBits, at))
    case 'canonical':
      return isCanonical(at, scheme.virtualBits) ? 'yes' : 'no'
    case 'region':
      return regionOf(machine.current.regions, at)?.name ?? 'none'
    case 'physicalAddress':
    case 'frame':
    case 'frameBase':
      return physicalFact(translated(machine, at), property, 2 ** scheme.pageBits)
  }
  return tableIndices(scheme, at).find(({ level }) => level.toLowerCase() === property)?.index
}

export function walkFact(
  machine: Machine,
  at: VirtualAddress,
  level: string,
  property: string,
): Answer | undefined {
  const { steps } = machine.memory.translate(at)
  const step = steps.find((candidate) => candidate.level.toLowerCase() === level)
  return step?.[property as 'table' | 'index' | 'entryAddress' | 'entry' | 'next']
}

/** @param frameByteCount of the machine's frames */
export function physicalFact(
  at: PhysicalAddress | undefined,
  property: string,
  frameByteCount: number,
): Answer | undefined {
  if (at === undefined || property === 'physicalAddress') return at
  return property === 'frame' ? Math.floor(at / frameByteCount) : at - (at % frameByteCount)
}

/** Numbers of pages end at 2^52. */
const PAGE_LIMIT = 1n << 52n

export function pageFact(machine: Machine, number: bigint, property: string): Answer | undefined {
  if (number >= PAGE_LIMIT) return undefined
  const page = pageNumber(Number(number))
  const entry = machine.kernel.pageTable().find(page)?.entry
  const isPresent = ((entry ?? 0n) & BigInt(PRESENT)) !== 0n
  const { pageBits } = machine.memory.scheme
  const start = virtualAddress(BigInt.asUintN(64, number << BigInt(pageBits)))
  if (property === 'present') return machine.memory.translate(start).ok ? 1 : 0
  if (entry === undefined) return largePageFact(machine, page, property)
  if (property === 'flags') return flagsText(entry)
  if (property === 'entry') return entry
  if (!isPresent) return undefined
  // The OS speaks of frames as x86-64 does, whatever their size.
  const base = physicalAddress((entryBase(entry) / PAGE_SIZE) * 2 ** pageBits)
  return physicalFact(base, property, 2 ** pageBits)
}

/** Of a page that is a part of a large one, where it lies. Its entry is the large page's. */
function largePageFact({ kernel, memory }: Machine, page: number, property: string): Answer | undefined {
  const pageByteCount = 2 ** memory.scheme.pageBits
  const within = kernel
    .pageTable()
    .largePages()
    .find(({ page: first, byteCount }) => first <= page && page < first + byteCount / pageByteCount)
  if (within === undefined || property === 'flags' || property === 'entry') return undefined
  const base = within.base + (page - within.page) * pageByteCount
  return physicalFact(physicalAddress(base), property, pageByteCount)
}
