/**
 * The vocabulary: what can be asked of a machine, by name. Prose, views, exercises and tests all ask here, so that one
 * name means one thing everywhere.
 */
import { fromLittleEndian } from './bits.ts'
import {
  type WalkProperty,
  addressFact,
  addressOf,
  pageFact,
  physicalOf,
  ramBytes,
  walkFact,
} from './facts/address-facts.ts'
import { type FactValue, address, bytes, number, text } from './facts/fact-value.ts'
import { atMoment } from './facts/moment.ts'
import { accessFact, faultFact, signalFact, sizeFact, systemFact, tlbFact } from './facts/state-facts.ts'
import { knownFunction, symbolFact } from './facts/variable-facts.ts'
import { FLAG_BITS, type FlagName } from './isa/flags.ts'
import { registerNamed } from './isa/registers.ts'
import type { Machine } from './machine/machine.ts'
import { COUNTERS } from './os/frame-table.ts'
import type { ProcessSizes } from './os/linux-process.ts'
import { mapsText } from './os/maps.ts'
import { regionByteCount } from './os/region.ts'
import { PAGE_SIZE, virtualAddress } from './units.ts'

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
    form: `os.frames, os.freeFrames, ${COUNTERS.map((name) => `os.${name}`).join(', ')}`,
    about:
      'how many frames RAM has, how many are free, and how often something has happened since the program was started',
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
    pattern: /^process\((\w+)\)\.(resident|swapped|reserved)$/,
    form: 'process(NAME).resident, process(NAME).swapped, process(NAME).reserved',
    about:
      'bytes of a process that are in RAM, that are in the swap area, and that its regions reserve, as Linux counts them',
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
