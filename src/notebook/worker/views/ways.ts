import type { Machine } from '#engine/machine/machine.ts'
import type { Translation } from '#engine/memory/translation.ts'
import { virtualAddress } from '#engine/units.ts'
import { subjectsOf, type AtOneMoment } from './view-input.ts'

/** One address that is looked up, and how its translation goes. */
export interface Way {
  /** For people. */
  readonly of: string
  readonly translation: Translation
}

/** The translations of what the cell is about; where it is about nothing, of the next instruction and of the stack's end. */
export function waysOf(input: AtOneMoment): Way[] {
  const { machine } = input
  const subjects = subjectsOf(input).flatMap(({ name, about }) => {
    const address = about.text('virtualAddress')
    return address === undefined ? [] : [wayTo(machine, name, BigInt(address))]
  })
  if (subjects.length > 0) return subjects
  const { registers } = machine
  const held = [['RIP', registers.rip] as const, ['RSP', registers.get('rsp')] as const]
  // Before there is a program, a register that is empty leads nowhere.
  return held.filter(([, address]) => address !== 0n).map(([name, address]) => wayTo(machine, name, address))
}

function wayTo(machine: Machine, of: string, address: bigint): Way {
  return { of, translation: machine.memory.translate(virtualAddress(address)) }
}
