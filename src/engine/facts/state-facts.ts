/** What can be asked of faults, signals, the TLB, the operating system and the accesses of a cell. */
import type { MemoryAccess } from '../machine/access/perform.ts'
import type { Machine } from '../machine/machine.ts'
import { costOf } from '../memory/cost.ts'
import type { TlbCounts } from '../memory/tlb.ts'
import { COUNTERS } from '../os/frame-table.ts'
import type { ProcessSizes } from '../os/linux-process.ts'
import type { Linux } from '../os/linux.ts'
import { addressFact, physicalFact } from './address-facts.ts'
import { type FactValue, address, bytes, number, text } from './fact-value.ts'
import { valueFact } from './variable-facts.ts'

export function faultFact(machine: Machine, property: string): FactValue | undefined {
  const accessed = machine.accesses.findLast(
    (record) => record.kind !== 'switch' && record.fault !== undefined,
  )
  const { stop } = machine
  const stopped = stop?.kind === 'fault' || stop?.kind === 'signal' ? stop.fault : undefined
  const fault = (accessed as MemoryAccess | undefined)?.fault ?? stopped
  if (fault === undefined) return undefined
  if (property === 'kind') return text(fault.kind)
  if (property === 'errorCode') return address(fault.errorCode)
  if (property === 'cause') return fault.cause && text(fault.cause)
  return fault.address === undefined ? undefined : address(fault.address)
}

export function signalFact({ stop }: Machine, property: string): FactValue | undefined {
  if (stop?.kind !== 'signal') return undefined
  if (property === 'address') return address(stop.signal.address)
  return text(property === 'name' ? stop.signal.name : stop.signal.code)
}

export function tlbFact(counts: TlbCounts, property: string): FactValue {
  const { cycles, memoryAccessesEach } = costOf(counts)
  if (property === 'cycles') return number(cycles)
  if (property === 'memoryAccessesEach') return text(memoryAccessesEach.toFixed(2))
  return number(counts[property as keyof TlbCounts])
}

export function systemFact(linux: Linux | undefined, property: string): FactValue | undefined {
  if (property === 'freeFrames') return linux && number(linux.frames.freeCount)
  if (property === 'frames') return linux && number(linux.frames.frameCount)
  const counter = COUNTERS.find((name) => name === property)
  return counter && linux && number(linux.frames.count(counter))
}

export function sizeFact(
  linux: Linux | undefined,
  name: string,
  property: keyof ProcessSizes,
): FactValue | undefined {
  const process = linux?.processes.find((one) => one.name === name)
  return process && number(linux!.sizesOf(process)[property])
}

export function accessFact(machine: Machine, access: MemoryAccess, property: string): FactValue | undefined {
  const at = access.computed.address
  switch (property) {
    case 'value':
      return access.value === undefined ? undefined : valueFact(access.value)
    case 'bytes':
      return access.bytes && bytes(access.bytes)
    case 'fault':
      return access.fault && text(access.fault.kind)
    case 'physicalAddress':
    case 'frame':
    case 'frameBase':
      return physicalFact(access.physicalAddress, property)
  }
  return addressFact(machine, at, property)
}
