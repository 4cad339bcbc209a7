/** What can be asked of a variable: of the symbol table, and of its frame as it is now. */
import { symbolNamed } from '../machine/access/address.ts'
import type { Machine } from '../machine/machine.ts'
import type { LinkedFunction, LinkedVariable } from '../machine/program.ts'
import { readValue } from '../machine/value.ts'
import { wrapAddress } from '../units.ts'
import { addressFact } from './address-facts.ts'
import { type FactValue, address, bytes, number, signed, text } from './fact-value.ts'

/** Numbers as numbers, so that they can be compared; other values as Rust writes them. */
export function valueFact(value: string): FactValue {
  if (!/^-?\d+$/.test(value)) return text(value)
  return value.startsWith('-') ? signed(BigInt(value)) : number(BigInt(value))
}

/** The function of the current frame, or where none is set up, the one that the program calls. */
export function knownFunction(machine: Machine): LinkedFunction | undefined {
  const { program } = machine
  return (
    machine.frameFunction ?? program?.linkMap?.functions.find(({ name }) => name === program.entry?.label)
  )
}

export function symbolFact(machine: Machine, name: string, property: string): FactValue | undefined {
  const known = knownFunction(machine)?.symbols.findLast((symbol) => symbol.name === name)
  if (known === undefined) return undefined
  switch (property) {
    case 'type':
      return text(known.type)
    case 'offset':
      return signed(known.offset)
    case 'size':
    case 'alignment':
      return number(known[property])
  }
  const inFrame = symbolNamed(machine, name)
  return inFrame && frameSymbolFact(machine, inFrame, property)
}

function frameSymbolFact(machine: Machine, symbol: LinkedVariable, property: string): FactValue | undefined {
  const at = wrapAddress(machine.registers.get('rbp') + BigInt(symbol.offset))
  if (property === 'lastByte') return address(wrapAddress(at + BigInt(symbol.size - 1)))
  if (property !== 'value' && property !== 'bytes') return addressFact(machine, at, property)
  const found = machine.memory.peek(at, symbol.size)
  if (found === undefined) return undefined
  if (property === 'bytes') return bytes(found)
  const value = readValue(symbol.type, found)
  return value === undefined ? undefined : valueFact(value)
}
