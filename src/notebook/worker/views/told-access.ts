/** Which access a picture tells: what a reader asks about, else what the instruction at hand does. */
import { disassemble } from '#engine/assembler/disassemble.ts'
import { decode, LONGEST_INSTRUCTION } from '#engine/isa/decode.ts'
import { registerNamed, registerOf as wholeRegister } from '#engine/isa/registers.ts'
import type { MemoryOperand } from '#engine/isa/operand.ts'
import { EXECUTE, READ, WRITE, type Access } from '#engine/memory/fault.ts'
import type { Memory } from '#engine/memory/memory.ts'
import type { Translation } from '#engine/memory/translation.ts'
import type { MemoryAccess } from '#engine/machine/access/perform.ts'
import type { Machine } from '#engine/machine/machine.ts'
import { nextAccesses } from '#engine/machine/next-accesses.ts'
import { nextStepPhases, type StepPhase } from '#engine/machine/step-phases.ts'
import { hex, virtualAddress, wrapAddress, type PhysicalAddress, type VirtualAddress } from '#engine/units.ts'
import { readValue } from '#engine/machine/value.ts'
import { defined } from '#notebook/shared/defined.ts'
import { thingText } from '#notebook/shared/thing.ts'
import type { WalkView } from '#notebook/shared/picture-view.ts'
import { stackOperand } from '../stack-operand.ts'
import { subjectsOf, type Subject, type ViewInput } from './view-input.ts'

export interface ToldAccess extends Pick<WalkView, 'access' | 'of' | 'terms'> {
  readonly text?: string
  readonly when?: 'executed' | 'next'
  readonly register?: NonNullable<WalkView['register']>
  readonly address: bigint
  readonly byteCount: number
  /** One for each page. */
  readonly parts: readonly {
    readonly address: VirtualAddress
    readonly byteCount: number
    readonly translation: Translation
    readonly tlb?: 'hit' | 'miss'
    /** Where a TLB has led that remembers another frame than the table has by now. */
    readonly place?: PhysicalAddress | undefined
  }[]
}

/** Taking an instruction apart copies the machine. Of more RAM than this, in bytes, only its accesses are looked at. */
const MOST_COPIED = 4 << 20

export function toldAccess(input: ViewInput): ToldAccess | undefined {
  const { machine, recording } = input
  if (input.isFetch) return ofFetch(machine)
  const made = machine.accesses.filter((record): record is MemoryAccess => record.kind !== 'switch')
  const last = made.at(-1)
  if (last !== undefined && input.isVisit !== true) return ofStatement(machine, last)
  const isSmall = machine.journal.ramByteCount <= MOST_COPIED
  const next = () =>
    recording.hasExited || input.isPast
      ? undefined
      : isSmall
        ? ofInstruction(machine, 'next')
        : ofNext(machine)
  const executed = () => (isSmall ? justExecuted(input) : undefined)
  if (input.isVisit) {
    const at = next() ?? executed()
    if (at !== undefined) return at
  }
  const [subject] = subjectsOf(input)
  if (subject === undefined) return next() ?? executed() ?? ofFetch(machine)
  const own = [executed(), next()].find((told) => told !== undefined && isAbout(told, subject))
  return own === undefined ? ofSubject(machine, subject) : { ...own, of: subject.name }
}

function isAbout({ address, byteCount }: ToldAccess, { about }: Subject): boolean {
  const start = BigInt(about.text('virtualAddress') ?? -1)
  const size = BigInt(about.text('size') ?? 1)
  return address < start + size && start < address + BigInt(byteCount)
}

function ofSubject(machine: Machine, { name, about }: Subject): ToldAccess | undefined {
  const address = about.text('virtualAddress')
  if (address === undefined) return undefined
  const offset = about.text('offset')
  return {
    ...partsOf(machine, BigInt(address), Number(about.text('size') ?? 1), READ),
    access: 'look-up',
    of: name,
    terms: offset === undefined ? [] : [registerTerm(machine, 'rbp'), distanceTerm(Number(offset))],
  }
}

function ofFetch(machine: Machine): ToldAccess {
  const { memory, registers } = machine
  const { rip } = registers
  const bytes = memory.peek(rip, LONGEST_INSTRUCTION) ?? memory.peek(rip, 1)
  const instruction = bytes && decode(bytes)
  const byteCount = typeof instruction === 'object' ? instruction.byteCount : 1
  const found = partsOf(machine, rip, byteCount, EXECUTE)
  return {
    ...found,
    parts: found.parts.map((part) => ({ ...part, ...defined({ tlb: fetchTlbOf(memory, part.address) }) })),
    access: 'fetch',
    of: 'RIP',
    terms: [registerTerm(machine, 'rip')],
  }
}

function fetchTlbOf(memory: Memory, address: VirtualAddress): 'hit' | 'miss' | undefined {
  const { fetchTlb, root } = memory
  if (fetchTlb === undefined) return undefined
  return fetchTlb.find(memory.pageOf(address), root) === undefined ? 'miss' : 'hit'
}

function ofStatement(machine: Machine, access: MemoryAccess): ToldAccess {
  const { computed, byteCount, parts, text, kind, value, type } = access
  const first = parts[0]
  return {
    access: kind,
    of: text,
    text,
    address: first?.address ?? 0n,
    byteCount,
    terms: statementTerms(machine, computed),
    parts,
    ...defined({
      register: value === undefined ? undefined : { name: type, value, things: '' },
    }),
  }
}

function statementTerms(
  machine: Machine,
  { base, displacement }: MemoryAccess['computed'],
): ToldAccess['terms'] {
  if (base === undefined) return []
  const terms = [{ ...registerTerm(machine, base.register), value: hex(base.value) }]
  return displacement === undefined || displacement === 0n
    ? terms
    : [...terms, distanceTerm(Number(displacement))]
}

/** The instruction that has led here, told as it was before. */
function justExecuted({ machine, recording }: ViewInput): ToldAccess | undefined {
  const { step } = recording
  if (step === 0) return undefined
  recording.goTo(step - 1)
  const told = ofInstruction(machine, 'executed')
  recording.goTo(step)
  return told
}

function ofInstruction(machine: Machine, when: 'executed' | 'next'): ToldAccess | undefined {
  const phases = nextStepPhases(machine)
  const at = phases.findIndex(({ kind }) => kind === 'effective-address')
  const address = phases[at]
  const fetch = phases.find((phase) => phase.kind === 'fetch')
  if (address?.kind !== 'effective-address' || fetch === undefined) return undefined
  const end = phases.findIndex(({ kind }, index) => index > at && kind === 'effective-address')
  const own = phases.slice(at + 1, end < 0 ? undefined : end)
  const rams = own.filter((phase) => phase.kind === 'ram')
  const byteCount =
    rams.reduce((sum, { before }) => sum + before.length, 0) || (address.operand?.size ?? 64) / 8
  const text = disassemble(fetch.bytes, fetch.address)?.text ?? ''
  const access = accessOf(rams[0]?.access ?? faultAccess(phases))
  const hits = own
    .filter((phase) => phase.kind === 'tlb')
    .map(({ isHit }) => (isHit ? 'hit' : 'miss') as 'hit' | 'miss')
  const found = partsOf(machine, address.address, byteCount, access === 'write' ? WRITE : READ)
  return {
    ...found,
    parts: found.parts.map((part, index) => ({ ...part, ...defined({ tlb: hits[index] }) })),
    access,
    of: text,
    text,
    when,
    terms: termsOf(machine, address.operand, address.address),
    ...defined({ register: registerOf(text, access, phases, rams) }),
  }
}

/** What the next instruction accesses first, without its sum and its register. */
function ofNext(machine: Machine): ToldAccess | undefined {
  const [first] = nextAccesses(machine)
  const { rip } = machine.registers
  const bytes = machine.memory.peek(rip, LONGEST_INSTRUCTION) ?? machine.memory.peek(rip, 1)
  const text = bytes && disassemble(bytes, rip)?.text
  if (first === undefined || text === undefined) return undefined
  return {
    ...partsOf(machine, first.address, first.byteCount, first.access),
    access: accessOf(first.access),
    of: text,
    text,
    when: 'next',
    terms: [],
  }
}

function faultAccess(phases: readonly StepPhase[]): Access {
  const fault = phases.find((phase) => phase.kind === 'fault')
  return fault?.fault.access ?? READ
}

const accessOf = (access: Access): 'read' | 'write' => (access === WRITE ? 'write' : 'read')

/** The register that a plain move fills or empties, with what it then has, or what is stored. */
function registerOf(
  text: string,
  access: 'read' | 'write',
  phases: readonly StepPhase[],
  rams: readonly Extract<StepPhase, { kind: 'ram' }>[],
): WalkView['register'] {
  const bytes = rams.flatMap(({ before, after }) => [...(after ?? before)])
  if (bytes.length === 0) return undefined
  const [, operand] = (access === 'read' ? /^\w+ (\w+),/ : /, (\w+)$|^push (\w+)$/).exec(text) ?? []
  const register = operand === undefined ? undefined : registerNamed(operand)
  const stored = readValue(`u${8 * bytes.length}`, Uint8Array.from(bytes))
  if (access === 'write') {
    if (stored === undefined) return undefined
    return register === undefined || operand === undefined
      ? { name: 'value', value: stored, things: '' }
      : { name: operand.toUpperCase(), value: stored, things: registerThing(operand) }
  }
  const changed = phases.find((phase) => phase.kind === 'register' && phase.name === fullName(operand))
  if (register === undefined || operand === undefined || changed?.kind !== 'register') return undefined
  const after = BigInt.asUintN(register.size, changed.after >> (register.high ? 8n : 0n))
  return { name: operand.toUpperCase(), value: hex(after), things: registerThing(operand) }
}

const registerThing = (name: string) => thingText({ kind: 'register', name: fullName(name) ?? name })

/** Of the whole register that a name is for a part of. */
function fullName(name: string | undefined): string | undefined {
  const register = name === undefined ? undefined : registerNamed(name)
  if (register === undefined || register.size === 128) return register?.name
  return wholeRegister(register.number, 64).name
}

function termsOf(machine: Machine, operand: MemoryOperand | undefined, target: bigint): ToldAccess['terms'] {
  if (operand === undefined) {
    const { base, displacement } = stackOperand(machine, target)
    return [registerTerm(machine, base), ...(displacement === 0 ? [] : [distanceTerm(displacement)])]
  }
  const { base, index, scale, displacement, offset, ripRelative } = operand
  return [
    ...(base === undefined ? [] : [registerTerm(machine, base.name)]),
    ...(index === undefined
      ? []
      : [
          {
            ...registerTerm(machine, index.name),
            name: `${scale === 1 ? '' : `${scale} × `}${index.name.toUpperCase()}`,
          },
        ]),
    ...(ripRelative ? [{ name: 'next RIP', value: '' }] : []),
    ...(offset === undefined ? [] : [{ name: hex(offset), value: '' }]),
    ...(displacement === 0 ? [] : [distanceTerm(displacement)]),
  ]
}

function registerTerm({ registers }: Machine, name: string): ToldAccess['terms'][number] {
  return {
    name: name.toUpperCase(),
    value: hex(registers.get(name)),
    things: thingText({ kind: 'register', name: fullName(name) ?? name }),
  }
}

const distanceTerm = (distance: number) => ({ value: String(distance) })

function partsOf(
  machine: Machine,
  start: bigint,
  byteCount: number,
  access: Access,
): Pick<ToldAccess, 'address' | 'byteCount' | 'parts'> {
  const address = virtualAddress(wrapAddress(start))
  return {
    address,
    byteCount,
    parts: machine.memory.partsOf(address, Math.max(1, byteCount), access),
  }
}
