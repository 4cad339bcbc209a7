import { disassemble } from '#engine/assembler/disassemble.ts'
import { bytesText } from '#engine/facts/fact-value.ts'
import { ENTRY_BYTE_COUNT } from '#engine/facts/quantity.ts'
import type { MemoryOperand } from '#engine/isa/operand.ts'
import { describeFault, WRITE } from '#engine/memory/fault.ts'
import type { Machine } from '#engine/machine/machine.ts'
import { nextStepPhases, type StepPhase } from '#engine/machine/step-phases.ts'
import { groupedHex, groupedPage, pageOf } from '#engine/units.ts'
import { eventText } from '../event-text.ts'
import { defined } from '#notebook/shared/defined.ts'
import type { PhaseRow } from '#notebook/shared/moment.ts'
import { showBytes } from '#notebook/shared/show-value.ts'
import { stackOperand } from '../stack-operand.ts'
import { thingText } from '#notebook/shared/thing.ts'
import { walkPlaces } from './walk-places.ts'

/** What the next instruction will do, phase by phase. Empty at the end of a run. */
export function phaseRows(machine: Machine): PhaseRow[] {
  const phases = nextStepPhases(machine)
  const places = walkPlaces(phases)
  return phases.map((phase, index) => ({
    ...rowOf(phase, machine),
    ...defined({ place: places[index] }),
  }))
}

function rowOf(phase: StepPhase, machine: Machine): PhaseRow {
  switch (phase.kind) {
    case 'fetch':
      return {
        title: 'Fetch',
        detail: `${showBytes(bytesText(phase.bytes))} is ${disassemble(phase.bytes, phase.address)?.text ?? 'an instruction'}`,
        who: 'cpu',
        thing: virtual(phase.address, phase.bytes.length),
      }
    case 'effective-address':
      return {
        title: 'Address',
        detail: `${sumText(phase, machine)} = ${groupedHex(phase.address)}`,
        who: 'cpu',
        thing: virtual(phase.address, 1),
      }
    case 'split':
      return {
        title: 'Split',
        detail: `page ${groupedPage(BigInt(phase.page))}, offset ${groupedHex(BigInt(phase.offset))}`,
        who: 'cpu',
        thing: virtual(phase.address, 1),
      }
    case 'tlb':
      return {
        title: 'TLB',
        detail: phase.isHit ? 'hit: the translation is remembered' : 'miss: the page table must be walked',
        who: 'cpu',
      }
    case 'cache':
      return {
        title: `Cache ${phase.name}`,
        detail: phase.isHit
          ? `hit: the line lies in set ${phase.set}`
          : `miss: no line of set ${phase.set} is the one that is sought`,
        who: 'cpu',
      }
    case 'walk':
      return walkRow(phase)
    case 'ram':
      return {
        title: phase.access === WRITE ? 'Write' : 'Read',
        detail: `${groupedHex(BigInt(phase.physicalAddress))}: ${showBytes(bytesText(phase.before))}${
          phase.after === undefined ? '' : ` → ${showBytes(bytesText(phase.after))}`
        }`,
        who: 'ram',
        thing: physical(BigInt(phase.physicalAddress), phase.before.length),
      }
    case 'register':
      return {
        title: phase.name.toUpperCase(),
        detail: `${groupedHex(phase.before)} → ${groupedHex(phase.after)}`,
        who: 'cpu',
        thing: thingText({ kind: 'register', name: phase.name }),
      }
    case 'fault':
      return { title: 'Fault', detail: describeFault(phase.fault), who: 'cpu' }
    case 'system':
      return {
        title: 'System',
        detail: `${eventText(phase.event)}${TRIED_AGAIN[phase.event.kind] ?? ''}`,
        who: 'os',
      }
  }
}

function walkRow({ address, step }: Extract<StepPhase, { kind: 'walk' }>): PhaseRow {
  const isOther = step.page !== undefined && step.page !== pageOf(address)
  const leads = isOther
    ? `of page ${groupedPage(BigInt(step.page))}, which is not the one`
    : step.next === undefined
      ? 'and it leads nowhere'
      : `and it leads to ${groupedHex(BigInt(step.next))}`
  const which = step.level === 'row' ? `Row ${step.index}` : `${step.level}[${step.index}]`
  return {
    title: which,
    detail: `at ${groupedHex(BigInt(step.entryAddress))} is ${groupedHex(step.entry)}, ${leads}`,
    who: 'ram',
    thing: physical(BigInt(step.entryAddress), ENTRY_BYTE_COUNT),
  }
}

/** `RBP − 1`, with what RBP holds; the stack's own instructions have no operand that says it. */
function sumText(
  { operand, address }: { readonly operand?: MemoryOperand | undefined; readonly address: bigint },
  machine: Machine,
): string {
  const { registers } = machine
  if (operand === undefined) {
    const { base, displacement } = stackOperand(machine, address)
    return displaced(`${base.toUpperCase()} ${groupedHex(registers.get(base))}`, displacement)
  }
  const { base, index, scale, displacement, offset, ripRelative } = operand
  const terms = [
    ...(base === undefined ? [] : [`${base.name.toUpperCase()} ${groupedHex(registers.get(base.name))}`]),
    ...(index === undefined
      ? []
      : [`${index.name.toUpperCase()} ${groupedHex(registers.get(index.name))} × ${scale}`]),
    ...(ripRelative ? ['the next instruction’s address'] : []),
    ...(offset === undefined ? [] : [groupedHex(offset)]),
  ]
  return displaced(terms.join(' + '), displacement)
}

function displaced(sum: string, displacement: number): string {
  const offset = groupedHex(BigInt(Math.abs(displacement)))
  if (sum === '') return offset
  return displacement === 0 ? sum : `${sum} ${displacement < 0 ? '\u2212' : '+'} ${offset}`
}

/** After its page fault is answered. */
const TRIED_AGAIN: Readonly<Record<string, string>> = { 'page-fault': '; the instruction is tried again' }

function virtual(start: bigint, byteCount: number): string {
  return thingText({ kind: 'virtual', start, byteCount })
}

function physical(start: bigint, byteCount: number): string {
  return thingText({ kind: 'physical', start, byteCount })
}
