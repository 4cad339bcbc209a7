/**
 * The vocabulary: what can be asked of a machine, by name. Prose, views, exercises and tests all ask here, so that one
 * name means one thing everywhere.
 */
import { fromLittleEndian } from './bits.ts'
import { FLAG_BITS, type FlagName } from './isa/flags.ts'
import { registerNamed } from './isa/registers.ts'
import { computeAddress, parseAddress, symbolNamed } from './machine/access/address.ts'
import type { MemoryAccess } from './machine/access/perform.ts'
import type { Machine } from './machine/machine.ts'
import type { LinkedFunction, LinkedVariable } from './machine/program.ts'
import { instructionAt } from './machine/program.ts'
import { readValue } from './machine/value.ts'
import { entryBase, PRESENT } from './memory/entry.ts'
import { costOf } from './memory/cost.ts'
import type { TlbCounts } from './memory/tlb.ts'
import { isCanonical, tableIndices } from './memory/scheme.ts'
import { COUNTERS } from './os/frame-table.ts'
import type { ProcessSizes } from './os/linux-process.ts'
import type { Linux } from './os/linux.ts'
import { mapsText } from './os/maps.ts'
import { flagsText } from './os/pages/parse-pages.ts'
import { regionByteCount, regionOf } from './os/region.ts'
import {
  frameOf,
  hex,
  PAGE_SIZE,
  pageNumber,
  pageOf,
  pageOffset,
  pageStart,
  physicalAddress,
  readNumber,
  virtualAddress,
  wrapAddress,
  type PhysicalAddress,
  type VirtualAddress,
} from './units.ts'

/** An answer. Addresses and bit patterns are printed in hexadecimal, counts, values and distances in decimal. */
export type FactValue =
  | { readonly kind: 'address' | 'number' | 'signed'; readonly value: bigint }
  | { readonly kind: 'bytes' | 'text'; readonly value: string }

/** One kind of question: how it is written, what it asks, and how it is answered. */
export interface FactPattern {
  readonly pattern: RegExp
  /** How it is written, with its parameters in capitals. */
  readonly form: string
  readonly about: string
  /** `parts` are what the pattern's groups matched. */
  readonly evaluate: (machine: Machine, ...parts: string[]) => FactValue | undefined
}

/**
 * The answer to a question, or undefined where the machine has none: the name is unknown, the page is not mapped, the
 * moment lies in no recorded past.
 */
export function fact(machine: Machine, name: string): FactValue | undefined {
  const moment = /^after\((\d+|"[^"]*"|'[^']*')\)\.(.+)$/.exec(name.trim())
  if (moment) return atMoment(machine, moment[1]!, () => fact(machine, moment[2]!))
  for (const { pattern, evaluate } of FACTS) {
    const match = pattern.exec(name.trim())
    if (match) return evaluate(machine, ...match.slice(1))
  }
  return undefined
}

/** An answer as it stands in the page: `0x5FFF`, `42`, `-5`, `2a`, `RW`. */
export function factText({ kind, value }: FactValue): string {
  return kind === 'address' ? hex(value as bigint) : value.toString()
}

const address = (value: bigint | number): FactValue => ({ kind: 'address', value: BigInt(value) })
const number = (value: bigint | number): FactValue => ({ kind: 'number', value: BigInt(value) })
const signed = (value: bigint | number): FactValue => ({ kind: 'signed', value: BigInt(value) })
const text = (value: string): FactValue => ({ kind: 'text', value })
const bytes = (value: Uint8Array): FactValue => ({ kind: 'bytes', value: bytesText(value) })

/** Bytes as facts carry them: two small hexadecimal digits each, the lowest address first. */
function bytesText(value: Uint8Array): string {
  return Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Every question there is. The last row takes any name, so the order matters. */
export const FACTS: readonly FactPattern[] = [
  {
    pattern: /^registers\.(\w+)$/,
    form: 'registers.NAME',
    about: 'a register, or a part of one such as `al`; `rip` and the control registers too',
    evaluate: (machine, name) => {
      const isKnown = /^(rip|cr[0234])$/.test(name!) || registerNamed(name!) !== undefined
      return isKnown ? address(machine.registers.get(name!)) : undefined
    },
  },
  {
    pattern: /^flags\.(\w+)$/,
    form: 'flags.NAME',
    about: 'a flag of RFLAGS, such as `zf`: 0 or 1',
    evaluate: (machine, name) =>
      Object.hasOwn(FLAG_BITS, name!) ? number(machine.registers.flag(name as FlagName) ? 1 : 0) : undefined,
  },
  {
    pattern: /^root$/,
    form: 'root',
    about: 'CR3: the physical address of the current root table',
    evaluate: (machine) => (machine.kernel.pageTable().exists ? address(machine.memory.root) : undefined),
  },
  {
    pattern: /^scheme\.(\w+)$/,
    form: 'scheme.name, scheme.pageSize, scheme.offsetBits, scheme.addressBits',
    about: 'the paging scheme: its name, bytes in a page, bits of an offset and of an address',
    evaluate: ({ memory: { scheme } }, property) => {
      if (property === 'name') return text(scheme.name)
      const numbers: Record<string, number> = {
        pageSize: 2 ** scheme.pageBits,
        offsetBits: scheme.pageBits,
        addressBits: scheme.virtualBits,
      }
      return numbers[property!] === undefined ? undefined : number(numbers[property!]!)
    },
  },
  {
    pattern: /^address\(([^()]+)\)\.(\w+)$/,
    form: 'address(EXPRESSION).PROPERTY',
    about:
      'an address such as `0x7FFF007FEFFF`, `rbp - 1` or `y + 2`: virtualAddress, page, pageOffset, canonical, region, its index in each table (pml4, pdpt, pd, pt), physicalAddress, frame, frameBase',
    evaluate: (machine, expression, property) => {
      const at = addressOf(machine, expression!)
      return at === undefined ? undefined : addressFact(machine, at, property!)
    },
  },
  {
    pattern: /^(.+)\.walk\((\w+)\)\.(table|index|entryAddress|entry|next)$/,
    form: 'SUBJECT.walk(LEVEL).table, .index, .entryAddress, .entry, .next',
    about:
      'one level (pml4, pdpt, pd, pt) of the walk for a variable, an access or an address(…): where its table begins, which entry is read, at which physical address, what it holds and where it leads',
    evaluate: (machine, subject, level, property) => {
      const at = fact(machine, `${subject}.virtualAddress`)
      return at && walkFact(machine, virtualAddress(at.value as bigint), level!, property as WalkProperty)
    },
  },
  {
    pattern: /^page\((\w+)\)\.(frame|frameBase|flags|present|entry)$/,
    form: 'page(NUMBER).PROPERTY',
    about: "a page's entry in the current page table: frame, frameBase, flags, present (1 or 0), entry",
    evaluate: (machine, page, property) => pageFact(machine, page!, property!),
  },
  {
    pattern: /^byte\(([^()]+)\)$/,
    form: 'byte(PHYSICAL ADDRESS), byte(EXPRESSION)',
    about: 'a byte of RAM: by its number, or where an expression with a name is translated to',
    evaluate: (machine, place) => {
      const at = physicalOf(machine, place!)
      return at === undefined ? undefined : ramBytes(machine, at, 1, bytes)
    },
  },
  {
    pattern: /^memory\(([^(),]+), *(\d{1,4})\)$/,
    form: 'memory(EXPRESSION, COUNT)',
    about: 'so many bytes from a virtual address upwards',
    evaluate: (machine, expression, byteCount) => {
      const at = addressOf(machine, expression!)
      const found = at === undefined ? undefined : machine.memory.peek(at, Number(byteCount))
      return found && bytes(found)
    },
  },
  {
    pattern: /^memory(16|32|64)?\(([^(),]+)\)$/,
    form: 'memory(EXPRESSION), memory16(EXPRESSION), memory32(EXPRESSION), memory64(EXPRESSION)',
    about: 'a byte at a virtual address, or a word of 16, 32 or 64 bits as one number',
    evaluate: (machine, size, expression) => {
      const at = addressOf(machine, expression!)
      const found = at === undefined ? undefined : machine.memory.peek(at, Number(size ?? 8) / 8)
      if (found === undefined) return undefined
      return size === undefined ? bytes(found) : address(fromLittleEndian(found))
    },
  },
  {
    pattern: /^entry\((\w+)\)$/,
    form: 'entry(PHYSICAL ADDRESS)',
    about: 'a 64-bit word of RAM, as a page-table entry is one',
    evaluate: (machine, place) => {
      const at = physicalOf(machine, place!)
      return at === undefined
        ? undefined
        : ramBytes(machine, at, 8, (found) => address(fromLittleEndian(found)))
    },
  },
  {
    pattern: /^instruction\((\d+)\)\.(text|bytes|address)$/,
    form: 'instruction(N).text, instruction(N).bytes, instruction(N).address',
    about: "the N-th instruction of the listing, from 0: the loaded program's, or the fragment's placed last",
    evaluate: (machine, index, property) => {
      const instruction = machine.listing?.assembly.instructions[Number(index)]
      if (instruction === undefined) return undefined
      if (property === 'text') return text(instruction.text)
      return property === 'bytes' ? bytes(instruction.bytes) : address(instruction.address)
    },
  },
  {
    pattern: /^function\.(name|frameSize|localBytes)$/,
    form: 'function.name, function.frameSize, function.localBytes',
    about:
      'the function whose frame RBP points to: its name, the bytes it reserves, and those its variables take',
    evaluate: (machine, property) => {
      const found = knownFunction(machine)
      if (found === undefined) return undefined
      return property === 'name' ? text(found.name) : number(found[property as 'frameSize' | 'localBytes'])
    },
  },
  {
    pattern: /^region\((\w+)\)\.(start|end|size|pages)$/,
    form: 'region(NAME).start, .end, .size, .pages',
    about:
      'a region of the current process: its first address, the one behind its last, and its size in bytes and in pages',
    evaluate: (machine, name, property) => {
      const region = machine.current.regions.find((candidate) => candidate.name === name)
      if (region === undefined) return undefined
      if (property === 'start' || property === 'end') return address(region[property])
      return number(
        property === 'size' ? regionByteCount(region) : regionByteCount(region) / BigInt(PAGE_SIZE),
      )
    },
  },
  {
    pattern: /^process\((\w+)\)\.root$/,
    form: 'process(NAME).root',
    about: 'the CR3 of a process: where its root table begins',
    evaluate: (machine, name) => {
      const process = machine.kernel.process(name!)
      return process && machine.kernel.pageTable().exists ? address(process.root) : undefined
    },
  },
  {
    pattern: /^process\.name$/,
    form: 'process.name',
    about: 'the running process',
    evaluate: (machine) => text(machine.current.name),
  },
  {
    pattern: /^fault\.(kind|address|errorCode|cause)$/,
    form: 'fault.kind, fault.address, fault.errorCode, fault.cause',
    about: 'the fault that ended the run, or that the last faulting access met',
    evaluate: (machine, property) => faultFact(machine, property!),
  },
  {
    pattern: /^signal\.(name|code|address)$/,
    form: 'signal.name, signal.code, signal.address',
    about: 'the signal that ended the program: SIGSEGV…, its si_code as a name, its si_addr',
    evaluate: (machine, property) => signalFact(machine, property!),
  },
  {
    pattern: /^exit\.code$/,
    form: 'exit.code',
    about: 'what the program has exited with, 0 to 255',
    evaluate: ({ stop }) => (stop?.kind === 'exit' ? number(stop.code) : undefined),
  },
  {
    pattern: /^console\.text$/,
    form: 'console.text',
    about: 'what programs have written',
    evaluate: (machine) => machine.console && text(machine.console.text),
  },
  {
    pattern: /^os\.(\w+)$/,
    form: `os.freeFrames, ${COUNTERS.map((name) => `os.${name}`).join(', ')}`,
    about: 'how many frames are free, and how often something has happened since the program was started',
    evaluate: ({ kernel }, property) => systemFact(kernel.linux, property!),
  },
  {
    pattern: /^process\((\w+)\)\.maps$/,
    form: 'process(NAME).maps',
    about: 'the regions of a process, as /proc/PID/maps prints them',
    evaluate: ({ kernel }, name) => {
      const process = kernel.process(name!)
      return process && text(mapsText(process.regions))
    },
  },
  {
    pattern: /^process\((\w+)\)\.(resident|reserved)$/,
    form: 'process(NAME).resident, process(NAME).reserved',
    about: 'bytes of a process that are in RAM, and that its regions reserve, as Linux counts them',
    evaluate: ({ kernel }, name, property) => sizeFact(kernel.linux, name!, property as keyof ProcessSizes),
  },
  {
    pattern: /^tlb\.(hits|misses|evictions|walkReads|cycles|memoryAccessesEach)$/,
    form: 'tlb.hits, tlb.misses, tlb.evictions, tlb.walkReads, tlb.cycles, tlb.memoryAccessesEach',
    about:
      'what the TLB has counted, what accesses took in cycles, and how often RAM was used for each on average',
    evaluate: ({ memory }, property) => memory.tlb && tlbFact(memory.tlb.counts, property!),
  },
  {
    pattern: /^steps\.count$/,
    form: 'steps.count',
    about: 'how many instructions were executed since the program was loaded',
    evaluate: (machine) => number(machine.stepCount),
  },
  {
    pattern: /^access\((\d+)\)\.(\w+)$/,
    form: 'access(N).PROPERTY',
    about:
      'the N-th access of an access cell, from 0, switches not counted: virtualAddress, page, pageOffset, frame, frameBase, physicalAddress, value, bytes, fault',
    evaluate: (machine, index, property) => {
      const found = machine.accesses.filter((record) => record.kind !== 'switch')[Number(index)]
      return found === undefined ? undefined : accessFact(machine, found, property!)
    },
  },
  {
    pattern: /^([A-Za-z_]\w*)\.(\w+)$/,
    form: 'VARIABLE.PROPERTY',
    about:
      'a variable: offset, type, size, alignment (of the symbol table); virtualAddress, lastByte, value, bytes and all that an address has (of its frame as it is now)',
    evaluate: (machine, name, property) => symbolFact(machine, name!, property!),
  },
]

function addressOf(machine: Machine, expression: string): VirtualAddress | undefined {
  const parsed = parseAddress(expression)
  const computed = parsed && computeAddress(machine, parsed)
  return computed === undefined || 'unknown' in computed ? undefined : computed.address
}

/** A number is a physical address; anything with a name in it is translated. */
function physicalOf(machine: Machine, place: string): PhysicalAddress | undefined {
  const plain = readNumber(place.trim())
  if (plain !== undefined)
    return plain < machine.journal.ramByteCount ? physicalAddress(Number(plain)) : undefined
  const at = addressOf(machine, place)
  return at === undefined ? undefined : translated(machine, at)
}

function translated(machine: Machine, at: VirtualAddress): PhysicalAddress | undefined {
  const translation = machine.memory.translate(at)
  return translation.ok ? translation.physicalAddress : undefined
}

function ramBytes(
  { journal }: Machine,
  at: PhysicalAddress,
  byteCount: number,
  show: (found: Uint8Array) => FactValue,
): FactValue | undefined {
  return at + byteCount <= journal.ramByteCount ? show(journal.bytes.slice(at, at + byteCount)) : undefined
}

function addressFact(machine: Machine, at: VirtualAddress, property: string): FactValue | undefined {
  const { scheme } = machine.memory
  switch (property) {
    case 'virtualAddress':
      return address(at)
    case 'page':
      return address(pageOf(at))
    case 'pageOffset':
      return address(pageOffset(at))
    case 'canonical':
      return text(isCanonical(at, scheme.virtualBits) ? 'yes' : 'no')
    case 'region':
      return text(regionOf(machine.current.regions, at)?.name ?? 'none')
    case 'physicalAddress':
    case 'frame':
    case 'frameBase':
      return physicalFact(translated(machine, at), property)
  }
  const index = tableIndices(scheme, at).find(({ level }) => level.toLowerCase() === property)?.index
  return index === undefined ? undefined : number(index)
}

type WalkProperty = 'table' | 'index' | 'entryAddress' | 'entry' | 'next'

function walkFact(
  machine: Machine,
  at: VirtualAddress,
  level: string,
  property: WalkProperty,
): FactValue | undefined {
  const { steps } = machine.memory.translate(at)
  const value = steps.find((step) => step.level.toLowerCase() === level)?.[property]
  if (value === undefined) return undefined
  return property === 'index' ? number(value) : address(value)
}

function physicalFact(at: PhysicalAddress | undefined, property: string): FactValue | undefined {
  if (at === undefined) return undefined
  if (property === 'physicalAddress') return address(at)
  return address(property === 'frame' ? frameOf(at) : at - (at % PAGE_SIZE))
}

function pageFact(machine: Machine, written: string, property: string): FactValue | undefined {
  const value = readNumber(written)
  if (value === undefined || value >= 1n << 52n) return undefined
  const page = pageNumber(Number(value))
  const entry = machine.kernel.pageTable().find(page)?.entry
  const isPresent = ((entry ?? 0n) & BigInt(PRESENT)) !== 0n
  if (property === 'present') return number(machine.memory.translate(pageStart(page)).ok ? 1 : 0)
  if (entry === undefined) return undefined
  if (property === 'flags') return text(flagsText(entry))
  if (property === 'entry') return address(entry)
  return isPresent ? physicalFact(physicalAddress(entryBase(entry)), property) : undefined
}

function faultFact(machine: Machine, property: string): FactValue | undefined {
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

function signalFact({ stop }: Machine, property: string): FactValue | undefined {
  if (stop?.kind !== 'signal') return undefined
  if (property === 'address') return address(stop.signal.address)
  return text(property === 'name' ? stop.signal.name : stop.signal.code)
}

function tlbFact(counts: TlbCounts, property: string): FactValue {
  const { cycles, memoryAccessesEach } = costOf(counts)
  if (property === 'cycles') return number(cycles)
  if (property === 'memoryAccessesEach') return text(memoryAccessesEach.toFixed(2))
  return number(counts[property as keyof TlbCounts])
}

function systemFact(linux: Linux | undefined, property: string): FactValue | undefined {
  if (property === 'freeFrames') return linux && number(linux.frames.freeCount)
  const counter = COUNTERS.find((name) => name === property)
  return counter && linux && number(linux.frames.count(counter))
}

function sizeFact(
  linux: Linux | undefined,
  name: string,
  property: keyof ProcessSizes,
): FactValue | undefined {
  const process = linux?.processes.find((one) => one.name === name)
  return process && number(linux!.sizesOf(process)[property])
}

function accessFact(machine: Machine, access: MemoryAccess, property: string): FactValue | undefined {
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

/** Numbers as numbers, so that they can be compared; other values as Rust writes them. */
function valueFact(value: string): FactValue {
  if (!/^-?\d+$/.test(value)) return text(value)
  return value.startsWith('-') ? signed(BigInt(value)) : number(BigInt(value))
}

/** The function of the current frame, or where none is set up, the one that the program calls. */
function knownFunction(machine: Machine): LinkedFunction | undefined {
  const { program } = machine
  return (
    machine.frameFunction ?? program?.linkMap?.functions.find(({ name }) => name === program.entry?.label)
  )
}

function symbolFact(machine: Machine, name: string, property: string): FactValue | undefined {
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

/** Goes to a moment of the recorded past, asks, and comes back. */
function atMoment<T>(machine: Machine, moment: string, ask: () => T): T | undefined {
  const now = machine.journal.stepCount
  const then = stepAt(machine, moment)
  if (then === undefined) return undefined
  machine.back(now - then)
  try {
    return ask()
  } finally {
    machine.forward(now - then)
  }
}

/**
 * The step count at a moment: after the N-th instruction that was executed since the called function was entered, or
 * after the first one that reads like this.
 */
function stepAt(machine: Machine, moment: string): number | undefined {
  const { stepCount } = machine.journal
  const entry = entryStep(machine)
  if (entry === undefined) return undefined
  if (!/^\d+$/.test(moment)) return stepOfInstruction(machine, normalised(moment.slice(1, -1)), entry)
  const step = entry + Number(moment)
  return step <= stepCount ? step : undefined
}

/**
 * The step count at which the called function was entered: a program begins with its call, a fragment with itself.
 * Undefined where the recorded past doesn't reach back to it.
 */
export function entryStep(machine: Machine): number | undefined {
  const { stepCount, oldestStep } = machine.journal
  const entry = machine.listing === machine.program ? 1 : 0
  const isWholeRun = machine.stepCount === stepCount && oldestStep <= entry && entry <= stepCount
  return isWholeRun ? entry : undefined
}

/** An instruction named by its text is looked for among so many: prose must not walk through an endless loop. */
const MOST_STEPS_SEARCHED = 4096

function stepOfInstruction(machine: Machine, wanted: string, entry: number): number | undefined {
  const { journal } = machine
  const now = journal.stepCount
  machine.back(now - entry)
  let found: number | undefined
  const last = Math.min(now, entry + MOST_STEPS_SEARCHED)
  while (found === undefined && journal.stepCount < last) {
    const listing = machine.listing
    const next = listing && instructionAt(listing, machine.registers.rip)
    machine.forward(1)
    if (next !== undefined && normalised(next.text) === wanted) found = journal.stepCount
  }
  machine.forward(now - journal.stepCount)
  return found
}

function normalised(instruction: string): string {
  return instruction
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/ ?([-+*,[\]]) ?/g, '$1')
    .trim()
}
