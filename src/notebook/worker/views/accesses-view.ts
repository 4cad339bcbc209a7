import { addressSubject, subject } from '#engine/facts/fact.ts'
import { describeFault, type Fault } from '#engine/memory/fault.ts'
import type { Signal } from '#engine/os/signal.ts'
import type { MemoryAccess } from '#engine/machine/access/perform.ts'
import { pricesOf } from '#engine/machine/counted.ts'
import type { Costs } from '#engine/memory/cost.ts'
import type { Memory } from '#engine/memory/memory.ts'
import { hex } from '#engine/units.ts'
import { eventText } from '../event-text.ts'
import type { FactsAbout } from '../fact-reader.ts'
import { defined } from '#notebook/shared/defined.ts'
import type { ViewInput } from './view-input.ts'
import type { AccessesView, Shown } from '#notebook/shared/view.ts'

type Part = AccessesView['accesses'][number]['parts'][number]

/** Every access of an access cell, with its way from the virtual address to the bytes. */
export function accessesView({ machine, facts }: ViewInput): AccessesView {
  const paged = machine.kernel.pageTable().exists
  const several = machine.processes.length > 1
  const made = machine.accesses.filter((record): record is MemoryAccess => record.kind !== 'switch')
  return {
    kind: 'accesses',
    accesses: made.map((access, index) => {
      const about = facts.about(subject('access', index))
      return {
        text: access.text,
        ...(several ? { process: access.process } : {}),
        virtualAddress: about.need('virtualAddress'),
        parts: access.parts.map((segment, part) =>
          partOf(
            part === 0 ? about : facts.about(addressSubject(segment.address)),
            segment,
            paged ? machine.memory : undefined,
          ),
        ),
        ...defined({
          bytes: about.get('bytes'),
          value: about.get('value'),
          cost: access.cost && costText(access.cost, pricesOf(machine), about.need('cycles')),
          answers: access.answers.length === 0 ? undefined : access.answers.map(eventText),
          fault: access.fault && faultText(access.fault, access.refusal),
        }),
      }
    }),
  }
}

const PRICED: Readonly<Partial<Record<keyof Costs, string>>> = {
  lookup: 'TLB',
  walkRead: 'page table',
  memory: 'RAM',
}

/** What an access took, and what of it each thing that was done for it did. */
function costText(
  { times }: NonNullable<MemoryAccess['cost']>,
  prices: Costs,
  cycles: Shown,
): AccessesView['accesses'][number]['cost'] {
  const parts = (Object.entries(times) as [keyof Costs, number][])
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${PRICED[kind] ?? kind} ${count === 1 ? '' : `${count} × `}${prices[kind]}`)
  return { cycles, parts: parts.join(', ') }
}

/** What stopped an access, and what becomes of a program for it. */
function faultText(fault: Fault, refusal: Signal | undefined): string {
  const met = describeFault(fault)
  return refusal === undefined
    ? met
    : `${met} The operating system answers with ${refusal.name}: ${refusal.reason}.`
}

/** The first part is what the access's facts are about; a second one lies in the next page. */
function partOf(
  { written }: FactsAbout,
  { address, place }: MemoryAccess['parts'][number],
  memory: Memory | undefined,
): Part {
  const shown = (field: string, value: number | undefined) =>
    value === undefined ? undefined : { fact: `${written}.${field}`, value: hex(value) }
  return defined({
    page: memory && shown('page', memory.pageOf(address)),
    pageOffset: memory && shown('pageOffset', Number(BigInt.asUintN(memory.scheme.pageBits, address))),
    frameBase:
      memory && place !== undefined
        ? shown('frameBase', place - (place % 2 ** memory.scheme.pageBits))
        : undefined,
    physicalAddress: shown('physicalAddress', place),
  })
}
