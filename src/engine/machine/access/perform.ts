import type { Diagnostic } from '../../diagnostic.ts'
import { accessFault, READ, WRITE, type Access, type Fault } from '../../memory/fault.ts'
import { costBetween, type Cost } from '../../memory/cost.ts'
import type { AccessPart } from '../../memory/memory.ts'
import type { SystemEvent } from '../../os/event-log.ts'
import { nextUse, UseRecorder } from '../../os/page-uses.ts'
import type { Signal } from '../../os/signal.ts'
import { hex, wrapAddress, type PageNumber, type PhysicalAddress } from '../../units.ts'
import { countedOf, isCounted, pricesOf } from '../counted.ts'
import type { Machine } from '../machine.ts'
import { readValue, valueByteCount, valueBytes } from '../value.ts'
import { computeAddress, type ComputedAddress, type WrittenTerm } from './address.ts'
import {
  addressOf,
  printAccess,
  type AccessStatement,
  type PageStatement,
  type ReadStatement,
  type WriteStatement,
} from './parse-access.ts'

/** A part of an access, and where its first byte is in RAM: a TLB may lead elsewhere than the page table does by now. */
export interface ReachedPart extends AccessPart {
  readonly place: PhysicalAddress | undefined
  /** Whether the TLB remembered its page, if the machine has one. */
  readonly tlb?: 'hit' | 'miss'
}

/** One access as it happened: the address and what it was made from, the walk, and the bytes or the fault. */
export interface MemoryAccess {
  readonly kind: 'read' | 'write'
  /** As it is printed: `read u8 [rbp - 1]`. */
  readonly text: string
  readonly process: string
  readonly type: string
  readonly byteCount: number
  readonly computed: ComputedAddress
  /** The parts, one for each page that is touched, with the walks; the last one faulted if `fault` is set. */
  readonly parts: readonly ReachedPart[]
  /** Where the first byte is in RAM; undefined where that page faults. */
  readonly physicalAddress: PhysicalAddress | undefined
  /** The bytes read or written, from the lowest address up; missing where the access faulted. */
  readonly bytes?: Uint8Array
  /** What they stand for, as Rust writes it. */
  readonly value?: string
  /** What a write replaced. */
  readonly replaced?: Uint8Array
  readonly fault?: Fault
  /** What the OS has to say about that, where it is one that it could have answered. */
  readonly refusal?: Signal
  /** What the OS did so that it could be made. */
  readonly answers: readonly SystemEvent[]
  /** What it took, where a TLB or a cache counts. */
  readonly cost?: Pick<Cost, 'times' | 'cycles'>
}

/** Another process's page table and registers were loaded. */
interface ProcessSwitch {
  readonly kind: 'switch'
  readonly text: string
  readonly from: string
  readonly process: string
  /** The new CR3. */
  readonly root: PhysicalAddress
}

export type AccessRecord = MemoryAccess | ProcessSwitch

export interface Performed {
  readonly records: readonly AccessRecord[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Performs accesses on a machine, in order, as instructions of the running process would. A fault is what an access
 * yields, and the next one is performed none the less; an unknown name ends it with a diagnostic.
 */
export function performAccesses(machine: Machine, statements: readonly AccessStatement[]): Performed {
  const records: AccessRecord[] = []
  const diagnostics: Diagnostic[] = []
  const turns = foresee(machine, statements)
  for (const statement of statements) {
    turns.next()
    const result =
      statement.kind === 'switch' ? performSwitch(machine, statement) : performAccess(machine, statement)
    if ('message' in result) {
      diagnostics.push(result)
      break
    }
    records.push(result)
  }
  machine.accesses = records
  return { records, diagnostics }
}

/**
 * Tells an OS that replaces pages by the optimal policy what will be used, and when: of accesses everything is known
 * beforehand but what the registers of other processes hold.
 * @returns what is to be told whenever the next statement's turn has come
 */
function foresee(machine: Machine, statements: readonly AccessStatement[]): { readonly next: () => void } {
  let turn = -1
  const reclaim = machine.kernel.linux?.paging.reclaim
  if (reclaim?.policy === 'optimal') {
    const uses = new UseRecorder()
    let process = machine.current.name
    for (const [index, statement] of statements.entries()) {
      if (statement.kind === 'switch') process = statement.process
      else for (const page of pagesUsed(machine, statement)) uses.add(process, page, index)
    }
    reclaim.foresight = (owner, page) => nextUse(uses.uses, owner, page, turn)
  }
  return { next: () => void turn++ }
}

function pagesUsed(
  machine: Machine,
  statement: ReadStatement | WriteStatement | PageStatement,
): PageNumber[] {
  const { type, address } = asRead(machine, statement)
  const computed = computeAddress(machine, address)
  if ('unknown' in computed) return []
  const { pageBits } = machine.memory.scheme
  const first: bigint = computed.address
  const last = first + BigInt(valueByteCount(type)! - 1)
  const pages = new Set([first, last].map((at) => machine.memory.pageOf(wrapAddress(at))))
  // Behind the last address of all comes the first: what is counted on is not wrapped, or it would never get there.
  for (let at = first; at < last; at += BigInt(2 ** pageBits))
    pages.add(machine.memory.pageOf(wrapAddress(at)))
  return [...pages]
}

/** Using a page is reading its first byte. */
function asRead(
  { memory }: Machine,
  statement: ReadStatement | WriteStatement | PageStatement,
): ReadStatement | WriteStatement {
  if (statement.kind !== 'page') return statement
  const { page, from, to } = statement
  const address = addressOf(page << BigInt(memory.scheme.pageBits), { from, to })
  return { kind: 'read', type: 'u8', address, from, to }
}

function performSwitch(
  machine: Machine,
  statement: AccessStatement & { kind: 'switch' },
): ProcessSwitch | Diagnostic {
  const from = machine.current.name
  if (machine.switchTo(statement.process)) {
    return {
      kind: 'switch',
      text: printAccess(statement),
      from,
      process: statement.process,
      root: machine.memory.root,
    }
  }
  const names = machine.processes.map(({ name }) => name).join(' and ')
  return {
    message: `There is no process ${statement.process} on this machine.`,
    help: machine.processes.length === 1 ? `Its only process is ${names}.` : `Its processes are ${names}.`,
    from: statement.nameFrom,
    to: statement.nameTo,
    severity: 'error',
  }
}

function performAccess(
  machine: Machine,
  written: ReadStatement | WriteStatement | PageStatement,
): MemoryAccess | Diagnostic {
  if (written.kind === 'page' && written.page >= pageCountOf(machine)) return noSuchPage(written, machine)
  const statement = asRead(machine, written)
  const computed = computeAddress(machine, statement.address)
  if ('unknown' in computed) return unknownName(computed.unknown, machine)
  const byteCount = valueByteCount(statement.type)!
  const access: Access = statement.kind === 'read' ? READ : WRITE
  const before = machine.kernel.linux?.events.all.length ?? 0
  const counted = countedOf(machine)
  let parts: readonly AccessPart[] = []
  // As the processor finds the page table when it comes to it, with the answers of the OS, before it marks entries.
  const look = () =>
    (parts = machine.memory
      .partsOf(computed.address, byteCount, access)
      .map((part) => ({ ...part, ...whetherRemembered(machine, part) })))
  const outcome =
    statement.kind === 'read'
      ? readOutcome(machine, statement.type, computed, look)
      : writeOutcome(machine, computed, statement, look)
  const reached = parts.map((part) => ({ ...part, place: placeOf(part, machine, outcome) }))
  return {
    kind: statement.kind,
    text: printAccess(written),
    process: machine.current.name,
    type: statement.type,
    byteCount,
    computed,
    parts: reached,
    physicalAddress: reached[0]!.place,
    answers: machine.kernel.linux?.events.all.slice(before) ?? [],
    ...outcome,
    ...(isCounted(machine) ? { cost: costBetween(counted, countedOf(machine), pricesOf(machine)) } : {}),
  }
}

function whetherRemembered({ memory }: Machine, { address }: AccessPart): Pick<ReachedPart, 'tlb'> {
  if (memory.tlb === undefined) return {}
  return { tlb: memory.rememberedPlace(address) === undefined ? 'miss' : 'hit' }
}

/** An access that was made went where the TLB led, if there is one. */
function placeOf({ address, translation }: AccessPart, { memory }: Machine, { fault }: Outcome) {
  const remembered = fault === undefined ? memory.rememberedPlace(address) : undefined
  return remembered ?? (translation.ok ? translation.physicalAddress : undefined)
}

function pageCountOf({ memory }: Machine): bigint {
  const { virtualBits, pageBits } = memory.scheme
  return 1n << BigInt(virtualBits - pageBits)
}

function noSuchPage({ page, from, to }: PageStatement, machine: Machine): Diagnostic {
  return {
    message: `There is no page ${hex(page)} on this machine: its last is ${hex(pageCountOf(machine) - 1n)}.`,
    help: `A line of numbers is a string of pages. Write addresses before it if they are addresses.`,
    from,
    to,
    severity: 'error',
  }
}

type Outcome = Pick<MemoryAccess, 'bytes' | 'value' | 'replaced' | 'fault' | 'refusal'>

function readOutcome(machine: Machine, type: string, computed: ComputedAddress, look: () => void): Outcome {
  const { result, refusal } = answered(machine, () => {
    look()
    return machine.memory.read(computed.address, valueByteCount(type)!)
  })
  if (!(result instanceof Uint8Array)) return failed(result, computed, refusal)
  return { bytes: result, value: readValue(type, result)! }
}

function writeOutcome(
  machine: Machine,
  computed: ComputedAddress,
  { type, value }: WriteStatement,
  look: () => void,
): Outcome {
  const bytes = valueBytes(type, value)!
  let replaced: Uint8Array | undefined
  const { result: fault, refusal } = answered(machine, () => {
    look()
    replaced = machine.memory.peek(computed.address, bytes.length)
    return machine.memory.write(computed.address, bytes)
  })
  if (fault !== undefined) return failed(fault, computed, refusal)
  return { bytes, value: readValue(type, bytes)!, replaced: replaced! }
}

/** An access may touch two pages, and each of them may have to be provided more than once where RAM is short. */
const MOST_ATTEMPTS = 8

/** Makes an access until the operating system has no answer to its fault, if it answers any; and why it has none. */
function answered<Result extends Uint8Array | undefined>(
  { kernel }: Machine,
  access: () => Result | Fault,
): { readonly result: Result | Fault; readonly refusal?: Signal } {
  let result = access()
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    if (result === undefined || result instanceof Uint8Array) break
    const { kind, address, access: wanted } = result
    const isPageFault = kind === 'page-fault' && address !== undefined && wanted !== undefined
    if (!isPageFault || kernel.linux === undefined) break
    const refusal = kernel.linux.answerAccess(address, wanted)
    if (refusal === 'ended') break
    if (refusal !== undefined) return { result, refusal }
    result = access()
  }
  return { result }
}

function failed(fault: Fault, computed: ComputedAddress, refusal: Signal | undefined): Outcome {
  return { fault: faultOf(fault, computed), ...(refusal === undefined ? {} : { refusal }) }
}

/** An address made from RSP or RBP that is not canonical is a fault of the stack segment. */
function faultOf(fault: Fault, { base }: ComputedAddress): Fault {
  const isStack = base?.register === 'rsp' || base?.register === 'rbp'
  if (fault.kind !== 'general-protection' || !isStack) return fault
  return accessFault('stack-fault', fault.address!, fault.access!)
}

function unknownName({ text, from, to }: WrittenTerm, machine: Machine): Diagnostic {
  const symbols = machine.frameFunction?.symbols ?? []
  const known = [...new Set(symbols.map(({ name }) => name))].join(', ')
  const help =
    known === ''
      ? 'Write an address, or a register and a distance, such as [rbp - 1].'
      : `The variables of this frame are ${known}. Registers are written with their 64-bit names, such as rbp.`
  return {
    message: `${text} is neither a register nor a variable that the machine's program has at ${hex(machine.registers.rip)}.`,
    help,
    from,
    to,
    severity: 'error',
  }
}
