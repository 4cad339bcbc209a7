/** How each question of the vocabulary is answered. */
import { fromLittleEndian } from '../bits.ts'
import type { FlagName } from '../isa/flags.ts'
import type { Machine } from '../machine/machine.ts'
import { entryFormatOf } from '../memory/formats/formats.ts'
import type { VirtualAddress } from '../units.ts'
import {
  addressFact,
  addressOf,
  memoryBytes,
  memoryWord,
  pageFact,
  ramBytes,
  walkFact,
} from './address-facts.ts'
import type { ParametersOf, Subject } from './fact.ts'
import type { Answer } from './fact-value.ts'
import {
  accessesOf,
  accessFact,
  cacheFact,
  faultFact,
  processFact,
  regionFact,
  signalFact,
  systemFact,
  timeFact,
  tlbFact,
} from './state-facts.ts'
import { knownFunction, symbolFact } from './variable-facts.ts'
import type { SubjectKind } from './vocabulary.ts'

type Answers = {
  readonly [Kind in SubjectKind]: (
    machine: Machine,
    property: string,
    ...parameters: ParametersOf<Kind>
  ) => Answer | undefined
}

/** What a machine says now; undefined where it has nothing to say. */
export function answerNow(
  machine: Machine,
  { kind, parameters }: Subject,
  property: string,
): Answer | undefined {
  const ask = ANSWERS[kind] as (
    machine: Machine,
    property: string,
    ...all: readonly unknown[]
  ) => Answer | undefined
  return ask(machine, property, ...parameters)
}

const ANSWERS: Answers = {
  variable: (machine, property, place) => symbolFact(machine, place, property),
  registers: ({ registers }, name) => registers.get(name),
  flags: ({ registers }, name) => (registers.flag(name as FlagName) ? 1 : 0),
  root: ({ kernel, memory }) => (kernel.pageTable().exists ? memory.root : undefined),
  scheme: ({ memory: { scheme } }, property) => {
    if (property === 'name') return scheme.name
    if (property === 'pageSize') return 2 ** scheme.pageBits
    return property === 'offsetBits' ? scheme.pageBits : scheme.virtualBits
  },
  address: (machine, property, expression) => {
    const at = addressOf(machine, expression)
    return at === undefined ? undefined : addressFact(machine, at, property)
  },
  walk: (machine, property, of, level) => {
    const at = addressAskedOf(machine, of)
    return at === undefined ? undefined : walkFact(machine, at, level, property)
  },
  page: (machine, property, number) => pageFact(machine, number, property),
  byte: (machine, _, place) => ramBytes(machine, place, 1),
  memory: (machine, _, place, byteCount) => memoryBytes(machine, place, byteCount ?? 1),
  memory16: (machine, _, place) => memoryWord(machine, place, 2),
  memory32: (machine, _, place) => memoryWord(machine, place, 4),
  memory64: (machine, _, place) => memoryWord(machine, place, 8),
  entry: (machine, _, place) => {
    const found = ramBytes(machine, place, entryFormatOf(machine.memory.scheme).byteCount)
    return found && fromLittleEndian(found)
  },
  instruction: ({ listing }, property, index) =>
    listing?.assembly.instructions[index]?.[property as 'text' | 'bytes' | 'address'],
  function: (machine, property) => knownFunction(machine)?.[property as 'name' | 'frameSize' | 'localBytes'],
  region: ({ current }, property, name) => {
    const region = current.regions.find((candidate) => candidate.name === name)
    return region && regionFact(region, property)
  },
  process: (machine, property, name) => processFact(machine, name, property),
  fault: faultFact,
  signal: signalFact,
  exit: ({ stop }) => (stop?.kind === 'exit' ? stop.code : undefined),
  console: (machine) => machine.console?.text,
  os: ({ kernel }, property) => systemFact(kernel.linux, property),
  tlb: tlbFact,
  itlb: ({ memory: { tlb, fetchTlb } }, property) =>
    fetchTlb === tlb ? undefined : fetchTlb?.counts[property as 'hits'],
  cache: (machine, property, name) => cacheFact(machine, name, property),
  time: timeFact,
  steps: ({ stepCount }) => stepCount,
  access: (machine, property, index) => {
    const access = accessesOf(machine)[index]
    return access && accessFact(machine, access, property)
  },
}

function addressAskedOf(machine: Machine, of: Subject): VirtualAddress | undefined {
  return answerNow(machine, of, 'virtualAddress') as VirtualAddress | undefined
}
