/** What can be asked of faults, signals, the TLB, the operating system and the accesses of a cell. */
import type { MemoryAccess } from '../machine/access/perform.ts'
import type { Machine } from '../machine/machine.ts'
import { costOfMachine } from '../machine/counted.ts'
import type { CacheCounts } from '../memory/cache.ts'
import type { TlbCounts } from '../memory/tlb.ts'
import { COUNTERS } from '../os/frame-table.ts'
import type { ProcessSizes } from '../os/linux-process.ts'
import type { Linux } from '../os/linux.ts'
import { mapsText } from '../os/maps.ts'
import { regionByteCount, type Region } from '../os/region.ts'
import { PAGE_SIZE } from '../units.ts'
import { addressFact, physicalFact } from './address-facts.ts'
import type { Answer } from './fact-value.ts'

/** The accesses that a cell has made, without the switches between them. */
export function accessesOf({ accesses }: Machine): MemoryAccess[] {
  return accesses.filter((record): record is MemoryAccess => record.kind !== 'switch')
}

export function faultFact(machine: Machine, property: string): Answer | undefined {
  const accessed = accessesOf(machine).findLast(({ fault }) => fault !== undefined)
  const { stop } = machine
  const stopped = stop?.kind === 'fault' || stop?.kind === 'signal' ? stop.fault : undefined
  const fault = accessed?.fault ?? stopped
  return fault?.[property as 'kind' | 'cause' | 'address' | 'errorCode']
}

export function signalFact({ stop }: Machine, property: string): Answer | undefined {
  return stop?.kind === 'signal' ? stop.signal[property as 'name' | 'code' | 'address'] : undefined
}

export function tlbFact(machine: Machine, property: string): Answer | undefined {
  const counts = machine.memory.tlb?.counts
  if (property === 'cycles' || property === 'memoryAccessesEach') return counts && timeFact(machine, property)
  return counts?.[property as keyof TlbCounts]
}

export function cacheFact({ memory }: Machine, name: string, property: string): Answer | undefined {
  const counts = memory.caches?.find(name)?.counts
  if (counts === undefined || property !== 'missRate') return counts?.[property as keyof CacheCounts]
  const all = counts.hits + counts.misses
  return all === 0 ? undefined : (counts.misses / all).toFixed(4)
}

/** What accesses took in cycles, all together or each on average. */
export function timeFact(machine: Machine, property: string): Answer | undefined {
  const cost = costOfMachine(machine)
  if (!property.endsWith('Each')) return cost?.[property as 'cycles' | 'accesses']
  return cost?.accesses === 0 ? undefined : cost?.[property as 'cyclesEach' | 'memoryAccessesEach'].toFixed(2)
}

export function systemFact(linux: Linux | undefined, property: string): Answer | undefined {
  if (property === 'freeFrames') return linux?.frames.freeCount
  if (property === 'frames') return linux?.frames.frameCount
  const counter = COUNTERS.find((name) => name === property)
  return counter && linux?.frames.count(counter)
}

export function regionFact(region: Region, property: string): Answer {
  if (property === 'start' || property === 'end') return region[property]
  const byteCount = regionByteCount(region)
  return property === 'size' ? byteCount : byteCount / BigInt(PAGE_SIZE)
}

/** Of a process by its name, or of the running one. */
export function processFact(
  { kernel, current }: Machine,
  name: string | undefined,
  property: string,
): Answer | undefined {
  const process = name === undefined ? current : kernel.process(name)
  if (process === undefined) return undefined
  if (property === 'name') return process.name
  if (property === 'root') return kernel.pageTable().exists ? process.root : undefined
  if (property === 'maps') return mapsText(process.regions)
  if (property === 'tables' || property === 'tableBytes') return kernel.tableSize(process)?.[property]
  const { linux } = kernel
  const known = linux?.processes.find((one) => one.name === process.name)
  return known && linux?.sizesOf(known)[property as keyof ProcessSizes]
}

export function accessFact(machine: Machine, access: MemoryAccess, property: string): Answer | undefined {
  switch (property) {
    case 'value':
    case 'bytes':
      return access[property]
    case 'fault':
      return access.fault?.kind
    case 'cycles':
      return access.cost?.cycles
    case 'physicalAddress':
    case 'frame':
    case 'frameBase':
      return physicalFact(access.physicalAddress, property, 2 ** machine.memory.scheme.pageBits)
  }
  return addressFact(machine, access.computed.address, property)
}
