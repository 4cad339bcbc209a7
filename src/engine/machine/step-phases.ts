import { Interpreter, type InstructionAccess } from '../cpu/interpreter.ts'
import { decode, LONGEST_INSTRUCTION, type DecodedInstruction } from '../isa/decode.ts'
import type { MemoryOperand } from '../isa/operand.ts'
import { REGISTER_NAMES } from '../isa/registers.ts'
import type { CacheName } from '../memory/cache.ts'
import { EXECUTE, WRITE, type Access, type Fault } from '../memory/fault.ts'
import type { Translation, WalkStep } from '../memory/translation.ts'
import { highHalf, lowHalf } from '../bits.ts'
import type { SystemEvent } from '../os/event-log.ts'
import { virtualAddress, wrapAddress, type PhysicalAddress, type VirtualAddress } from '../units.ts'
import { Machine } from './machine.ts'

/** What happens inside one step, in order. */
export type StepPhase =
  /** The instruction's bytes are read through the page table as data is. */
  | { readonly kind: 'fetch'; readonly address: VirtualAddress; readonly bytes: Uint8Array }
  /** Address = base + index × scale + displacement; without an operand it is the stack's end. */
  | { readonly kind: 'effective-address'; readonly address: VirtualAddress; readonly operand?: MemoryOperand }
  | {
      readonly kind: 'split'
      readonly address: VirtualAddress
      readonly page: number
      readonly offset: number
    }
  | { readonly kind: 'tlb'; readonly page: number; readonly isHit: boolean }
  | { readonly kind: 'walk'; readonly address: VirtualAddress; readonly step: WalkStep }
  /** A cache is asked for a line before those behind it, or RAM. */
  | { readonly kind: 'cache'; readonly name: CacheName; readonly set: number; readonly isHit: boolean }
  | {
      readonly kind: 'ram'
      readonly access: Access
      readonly address: VirtualAddress
      readonly physicalAddress: PhysicalAddress
      readonly before: Uint8Array
      /** The same bytes afterwards, for a write. */
      readonly after?: Uint8Array
    }
  | { readonly kind: 'register'; readonly name: string; readonly before: bigint; readonly after: bigint }
  | { readonly kind: 'fault'; readonly fault: Fault }
  /** What the operating system did about it. */
  | { readonly kind: 'system'; readonly event: SystemEvent }

/** A fault is answered, and the instruction tried again, at most so often: an access may touch two pages. */
const MOST_ATTEMPTS = 8
const GENERAL_NAMES = REGISTER_NAMES.slice(0, 16)

/**
 * What the next step of a machine will do, phase by phase. It is executed on a copy, so the machine stays as it is;
 * the copy takes about a millisecond for a mebibyte of RAM.
 */
export function nextStepPhases(machine: Machine): StepPhase[] {
  const copy = Machine.restore(machine.snapshot())
  const phases: StepPhase[] = []
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const fault = new Follower(copy, phases).run()
    if (fault === undefined) break
    phases.push({ kind: 'fault', fault })
    if (!answers(copy, fault, phases)) break
  }
  return phases
}

/** Lets the copy's operating system answer. @returns whether the instruction is to be tried again */
function answers({ kernel: { linux }, registers }: Machine, fault: Fault, phases: StepPhase[]): boolean {
  if (linux === undefined || fault.kind !== 'page-fault') return false
  const known = linux.events.all.length
  const { rip } = registers
  linux.attend({ kind: 'fault', fault })
  const events = linux.events.all.slice(known)
  phases.push(...events.map((event): StepPhase => ({ kind: 'system', event })))
  return registers.rip === rip && events.some(({ kind }) => kind === 'page-fault')
}

/** One attempt at one instruction. */
class Follower {
  readonly #machine: Machine
  readonly #phases: StepPhase[]

  constructor(machine: Machine, phases: StepPhase[]) {
    this.#machine = machine
    this.#phases = phases
  }

  /** @returns the fault that it met */
  run(): Fault | undefined {
    const { journal, memory, registers } = this.#machine
    const { rip } = registers
    const isKnown = this.#isRemembered(rip, EXECUTE)
    const fetched = memory.resolve(lowHalf(rip), highHalf(rip), EXECUTE)
    this.#translate(rip, EXECUTE, isKnown)
    if (fetched < 0) return memory.fault
    this.#askCaches(fetched, EXECUTE)
    const instruction = this.#decode(rip)
    if (instruction === undefined) return undefined
    journal.beginStep()
    const before = GENERAL_NAMES.map((name) => registers.get(name))
    const writes: number[] = []
    const interpreter = new Interpreter(journal, memory)
    interpreter.onAccess = (access) => this.#follow(access, instruction, writes)
    const outcome = interpreter.run(instruction, rip)
    if (outcome.kind === 'fault') return outcome.fault
    this.#tellWritten(writes)
    this.#tellRegisters(before)
    return undefined
  }

  #decode(rip: VirtualAddress): DecodedInstruction | undefined {
    const { memory } = this.#machine
    const bytes = memory.peek(rip, LONGEST_INSTRUCTION) ?? memory.peek(rip, 1)
    const instruction = bytes && decode(bytes)
    if (bytes === undefined || instruction === undefined || typeof instruction === 'string') return undefined
    this.#phases.push({ kind: 'fetch', address: rip, bytes: bytes.slice(0, instruction.byteCount) })
    return instruction
  }

  /** An operand is translated once, though it may be read and then written. */
  #follow(
    { address, byteCount, access }: InstructionAccess,
    instruction: DecodedInstruction,
    writes: number[],
  ): void {
    const at = virtualAddress(wrapAddress(address))
    const operand = instruction.operands.find((candidate) => candidate.kind === 'memory')
    this.#phases.push({
      kind: 'effective-address',
      address: at,
      ...(operand?.kind === 'memory' ? { operand } : {}),
    })
    const { journal, memory } = this.#machine
    for (const part of memory.partsOf(at, byteCount, access)) {
      this.#translate(part.address, access)
      if (!part.translation.ok) return
      const { physicalAddress } = part.translation
      this.#askCaches(physicalAddress, access)
      const before = journal.bytes.slice(physicalAddress, physicalAddress + part.byteCount)
      if (access === WRITE) writes.push(this.#phases.length)
      this.#phases.push({ kind: 'ram', access, address: part.address, physicalAddress, before })
    }
  }

  #isRemembered(address: VirtualAddress, access: Access): boolean {
    const { memory } = this.#machine
    const tlb = access === EXECUTE ? memory.fetchTlb : memory.tlb
    return tlb?.find(memory.pageOf(address), memory.root) !== undefined
  }

  /** Up to the first that has the line. What it does with a write is told by what lies in it afterwards. */
  #askCaches(physical: number, access: Access): void {
    const unused = access === EXECUTE ? 'L1d' : 'L1i'
    for (const cache of this.#machine.memory.caches?.all ?? []) {
      const { name } = cache.design
      if (name === unused) continue
      const isHit = cache.wayOf(physical) >= 0
      this.#phases.push({ kind: 'cache', name, set: cache.setOf(physical), isHit })
      if (isHit) return
    }
  }

  #translate(
    address: VirtualAddress,
    access: Access,
    isKnown: boolean = this.#isRemembered(address, access),
  ): void {
    const { memory } = this.#machine
    const translation: Translation = memory.translate(address, access)
    const page = translation.pageNumber
    if (access !== EXECUTE && memory.scheme.pageBits > 0)
      this.#phases.push({ kind: 'split', address, page, offset: translation.offset })
    if ((access === EXECUTE ? memory.fetchTlb : memory.tlb) !== undefined)
      this.#phases.push({ kind: 'tlb', page, isHit: isKnown })
    if (isKnown) return
    for (const step of translation.steps) this.#phases.push({ kind: 'walk', address, step })
  }

  #tellWritten(writes: readonly number[]): void {
    for (const index of writes) {
      const phase = this.#phases[index]
      if (phase?.kind !== 'ram') continue
      const end = phase.physicalAddress + phase.before.length
      const after = this.#machine.journal.bytes.slice(phase.physicalAddress, end)
      this.#phases[index] = { ...phase, after }
    }
  }

  #tellRegisters(before: readonly bigint[]): void {
    GENERAL_NAMES.forEach((name, number) => {
      const after = this.#machine.registers.get(name)
      if (after !== before[number])
        this.#phases.push({ kind: 'register', name, before: before[number]!, after })
    })
  }
}
