/** What can be asked of a variable and of its parts: of the symbol table, and of a frame as it is now. */
import { fromLittleEndian } from '../bits.ts'
import type { Machine } from '../machine/machine.ts'
import { functionAt, labelOf, type LinkedFunction, type LinkedVariable } from '../machine/program.ts'
import { readValue } from '../machine/value.ts'
import type { ValueLayout } from '../rust/3-check/value-layout.ts'
import { type VirtualAddress, wrapAddress } from '../units.ts'
import { addressFact } from './address-facts.ts'
import type { PlaceStep, VariablePlace } from './fact.ts'
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

/** A variable, or what one has come to by its steps so far. */
interface Located {
  readonly type: string
  readonly size: number | undefined
  readonly alignment: number | undefined
  /** From RBP; undefined of what lies behind a pointer. */
  readonly offset: number | undefined
  /** Undefined where its function has no frame now. */
  readonly address: VirtualAddress | undefined
  readonly layout: ValueLayout | undefined
  /** How many elements there are, of a slice. */
  readonly length?: number
}

export function symbolFact(machine: Machine, place: VariablePlace, property: string): Answer | undefined {
  const found = locate(machine, place)
  if (found === undefined) return undefined
  if (property === 'type' || property === 'offset' || property === 'size' || property === 'alignment')
    return found[property]
  const { address, size, type } = found
  if (address === undefined) return undefined
  if (property === 'lastByte') return size === undefined ? undefined : wrapAddress(address + BigInt(size - 1))
  if (property !== 'value' && property !== 'bytes') return addressFact(machine, address, property)
  const bytes = size === undefined ? undefined : machine.memory.peek(address, size)
  return property === 'bytes' ? bytes : bytes && readValue(type, bytes)
}

/** Where what a place names lies now, and how many bytes it takes; undefined where it has none. */
export function bytesAt(
  machine: Machine,
  place: VariablePlace,
): { readonly address: VirtualAddress; readonly size: number } | undefined {
  const { address, size } = locate(machine, place) ?? {}
  return address === undefined || size === undefined || size === 0 ? undefined : { address, size }
}

function locate(machine: Machine, place: VariablePlace): Located | undefined {
  const { function: inFunction, name, path = [] } = place
  const its = inFunction === undefined ? knownFunction(machine) : functionNamed(machine, inFunction)
  const symbol = its?.symbols.findLast((each) => each.name === name)
  if (symbol === undefined) return undefined
  return path.reduce<Located | undefined>(
    (found, step) => found && stepInto(machine, found, step),
    located(symbol, frameOf(machine, place)),
  )
}

function located(
  { type, size, alignment, offset, layout }: LinkedVariable,
  rbp: bigint | undefined,
): Located {
  const address = rbp === undefined ? undefined : wrapAddress(rbp + BigInt(offset))
  return { type, size, alignment, offset, layout, address }
}

function stepInto(machine: Machine, whole: Located, step: PlaceStep): Located | undefined {
  if (step.kind === 'target') return behind(machine, whole)
  const part = step.kind === 'field' ? fieldOf(whole, step.name) : elementOf(whole, step.index)
  if (part === undefined) {
    const target = whole.layout?.target?.isFollowed ? behind(machine, whole) : undefined
    return target && stepInto(machine, target, step)
  }
  const { address, offset } = whole
  return {
    ...ofLayout(part.layout),
    offset: offset === undefined ? undefined : offset + part.offset,
    address: address === undefined ? undefined : wrapAddress(address + BigInt(part.offset)),
  }
}

/** A part of a value, so many bytes from its beginning. */
interface Part {
  readonly offset: number
  readonly layout: ValueLayout
}

function fieldOf({ layout }: Located, name: string): Part | undefined {
  return layout?.fields.find((field) => field.name === name)
}

function elementOf({ layout, length }: Located, index: number): Part | undefined {
  const { elements } = layout ?? {}
  if (elements === undefined || index >= (elements.length ?? length ?? 0)) return undefined
  return { offset: index * elements.size, layout: elements.layout }
}

/** What a pointer points at, as it stands now. */
function behind(machine: Machine, { layout, address }: Located): Located | undefined {
  const target = layout?.target
  if (target === undefined) return undefined
  const word = (distance: bigint) =>
    address === undefined ? undefined : wordAt(machine, wrapAddress(address + distance))
  const pointer = word(0n)
  const length = target.isWide ? word(POINTER_BYTE_COUNT) : undefined
  return {
    ...ofLayout(target.layout),
    offset: undefined,
    address: pointer === undefined ? undefined : wrapAddress(pointer),
    ...(length === undefined ? {} : { length: Number(length) }),
  }
}

const POINTER_BYTE_COUNT = 8n

function ofLayout(layout: ValueLayout): Pick<Located, 'type' | 'size' | 'alignment' | 'layout'> {
  const { type, extent } = layout
  return { type, size: extent?.size, alignment: extent?.alignment, layout }
}

/** RBP of the call that is meant: of a function that is not named, the one whose frame it is now. */
function frameOf(machine: Machine, { function: name, call = 0 }: VariablePlace): bigint | undefined {
  if (name === undefined) return machine.frameFunction && machine.registers.get('rbp')
  return framesOf(machine).filter((frame) => frame.function.name === name)[call]?.rbp
}

interface Frame {
  readonly function: LinkedFunction
  readonly rbp: bigint
}

/** Of a run that goes astray, or on and on into itself, no more are looked at. */
const MOST_FRAMES = 4096

/** Frames that are set up, the innermost first: each begins with the RBP of its caller's, and where that goes on. */
function framesOf(machine: Machine): Frame[] {
  const frames: Frame[] = []
  let rbp = machine.registers.get('rbp')
  let running = machine.frameFunction
  while (running !== undefined && frames.length < MOST_FRAMES) {
    frames.push({ function: running, rbp })
    const caller = wordAt(machine, wrapAddress(rbp))
    const goesOn = wordAt(machine, wrapAddress(rbp + POINTER_BYTE_COUNT))
    if (caller === undefined || goesOn === undefined || caller <= rbp || machine.program === undefined) break
    running = functionAt(machine.program, wrapAddress(goesOn - 1n))
    rbp = caller
  }
  return frames
}

function wordAt({ memory }: Machine, at: VirtualAddress): bigint | undefined {
  const bytes = memory.peek(at, 8)
  return bytes && fromLittleEndian(bytes)
}
