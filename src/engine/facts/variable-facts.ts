/** What can be asked of a variable: of the symbol table, and of its frame as it is now. */
import { symbolNamed } from '../machine/access/address.ts'
import type { Machine } from '../machine/machine.ts'
import { labelOf, type LinkedFunction, type LinkedVariable } from '../machine/program.ts'
import { readValue } from '../machine/value.ts'
import { type VirtualAddress, wrapAddress } from '../units.ts'
import { addressFact } from './address-facts.ts'
import type { VariablePlace } from './fact.ts'
import type { Answer } from './fact-value.ts'

/** The function of the current frame, or where none is set up, the one that the program calls. */
export function knownFunction(machine: Machine): LinkedFunction | undefined {
  const { program } = machine
  const called = program?.linkMap?.functions.find((candidate) => labelOf(candidate) === program.entry?.label)
  return machine.frameFunction ?? called
}

function functionNamed({ program }: Machine, name: string): LinkedFunction | undefined {
  return program?.linkMap?.functions.find((candidate) => candidate.name === name)
}

export function symbolFact(machine: Machine, place: VariablePlace, property: string): Answer | undefined {
  const inFunction =
    place.function === undefined ? knownFunction(machine) : functionNamed(machine, place.function)
  const known = inFunction?.symbols.findLast(({ name }) => name === place.name)
  if (known === undefined) return undefined
  if (property === 'type' || property === 'offset' || property === 'size' || property === 'alignment')
    return known[property]
  const inFrame = symbolInFrame(machine, place)
  return inFrame && frameSymbolFact(machine, inFrame, property)
}

/** Of another function than that of RBP's frame nobody knows where its variables are. */
function symbolInFrame(machine: Machine, place: VariablePlace): LinkedVariable | undefined {
  const isElsewhere = place.function !== undefined && place.function !== machine.frameFunction?.name
  return isElsewhere ? undefined : symbolNamed(machine, place.name)
}

function addressInFrame({ registers }: Machine, { offset }: LinkedVariable): VirtualAddress {
  return wrapAddress(registers.get('rbp') + BigInt(offset))
}

function frameSymbolFact(machine: Machine, symbol: LinkedVariable, property: string): Answer | undefined {
  const at = addressInFrame(machine, symbol)
  if (property === 'lastByte') return wrapAddress(at + BigInt(symbol.size - 1))
  if (property !== 'value' && property !== 'bytes') return addressFact(machine, at, property)
  const found = machine.memory.peek(at, symbol.size)
  return property === 'bytes' ? found : found && readValue(symbol.type, found)
}
