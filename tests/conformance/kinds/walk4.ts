import { hex, physicalAddress, virtualAddress } from '#engine/units.ts'
import { Journal } from '#engine/journal.ts'
import { EXECUTE, READ, WRITE, type Access } from '#engine/memory/fault.ts'
import { Memory, type AccessPart } from '#engine/memory/memory.ts'
import { SCHEMES } from '#engine/memory/scheme.ts'
import { fromLittleEndian, littleEndian } from '#engine/bits.ts'
import { difference } from '../difference.ts'

interface Word {
  readonly pa: string
  readonly value: string
}

interface Step {
  readonly level: string
  readonly index: number
  readonly entry_address: string
  readonly entry: string
}

/** 64-bit words in RAM and a root: the walk of one access, what it reads or writes, and the bits it leaves in the entries. */
export interface WalkRecord {
  readonly input: {
    readonly cr3: string
    readonly memory_qwords: readonly Word[]
    readonly va: string
    readonly size: number
    readonly access: 'read' | 'write' | 'fetch'
    readonly cpl: number
    readonly cr0_wp: boolean
    readonly efer_nxe: boolean
    readonly write_value?: string
  }
  readonly expect: {
    readonly segments?: readonly {
      readonly va: string
      readonly len: number
      readonly steps: readonly Step[]
      readonly page_size: number
      readonly pa: string
    }[]
    readonly value?: string
    readonly bytes?: string
    readonly memory_after?: readonly Word[]
    readonly entries_after?: Readonly<Record<string, string>>
    readonly fault?: { readonly vector: number; readonly error_code: string; readonly cr2?: string }
    readonly steps?: readonly Step[]
  }
}

const ACCESSES: Record<WalkRecord['input']['access'], Access> = { read: READ, write: WRITE, fetch: EXECUTE }

export function check({ input, expect }: WalkRecord): string | undefined {
  const journal = journalWith(input.memory_qwords)
  const memory = new Memory(journal, SCHEMES['four-level'])
  memory.root = physicalAddress(Number(input.cr3))
  memory.control.privilegeLevel = input.cpl
  memory.control.writeProtect = input.cr0_wp
  memory.control.noExecuteEnable = input.efer_nxe
  const address = virtualAddress(BigInt(input.va))
  const segments = memory.partsOf(address, input.size, ACCESSES[input.access])
  const wrongWalk = expect.fault === undefined ? checkWalk(segments, expect) : checkFault(segments, expect)
  if (wrongWalk !== undefined) return wrongWalk
  const before = wordsAt(journal, input.memory_qwords)
  const done = perform(memory, address, input)
  if (expect.fault !== undefined) return checkUntouched(before, wordsAt(journal, input.memory_qwords))
  if (done !== undefined && !(done instanceof Uint8Array)) return `faults: ${done.kind}`
  return (
    (expect.value === undefined || done === undefined
      ? undefined
      : difference('value', BigInt(expect.value), fromLittleEndian(done))) ??
    checkWords(journal, expect.memory_after ?? []) ??
    checkWords(
      journal,
      Object.entries(expect.entries_after ?? {}).map(([pa, value]) => ({ pa, value })),
    )
  )
}

/** RAM that reaches over all the words, filled with them. */
export function journalWith(words: readonly Word[]): Journal {
  const top = Math.max(1 << 20, ...words.map(({ pa }) => Number(pa) + 8))
  const journal = new Journal(Math.ceil(top / 4096) * 4096)
  for (const { pa, value } of words) journal.write64(Number(pa), BigInt(value))
  return journal
}

function perform(memory: Memory, address: ReturnType<typeof virtualAddress>, input: WalkRecord['input']) {
  if (input.access === 'write') {
    return memory.write(address, littleEndian(BigInt(input.write_value ?? '0'), input.size))
  }
  if (input.access === 'read') return memory.read(address, input.size)
  for (const segment of memory.partsOf(address, input.size, EXECUTE)) {
    const low = Number(BigInt.asIntN(32, segment.address))
    const high = Number(BigInt.asIntN(32, segment.address >> 32n))
    if (memory.resolve(low, high, EXECUTE) < 0) return memory.fault
  }
  return undefined
}

function checkWalk(segments: readonly AccessPart[], expect: WalkRecord['expect']): string | undefined {
  const found = segments.map(({ address, byteCount, translation }) => ({
    va: hex(address),
    len: byteCount,
    steps: stepsOf(translation.steps),
    page_size: translation.ok ? translation.pageByteCount : translation.fault.kind,
    pa: translation.ok ? hex(translation.physicalAddress) : translation.fault.cause,
  }))
  return difference('segments', expect.segments, found)
}

function checkFault(segments: readonly AccessPart[], expect: WalkRecord['expect']): string | undefined {
  const translation = segments.at(-1)!.translation
  if (translation.ok) return 'does not fault'
  const { fault, steps } = translation
  const { vector, error_code, cr2 } = expect.fault!
  return (
    difference('vector', vector, fault.vector) ??
    difference('error code', Number(error_code), fault.errorCode) ??
    (cr2 === undefined ? undefined : difference('cr2', BigInt(cr2), fault.address)) ??
    (expect.steps === undefined ? undefined : difference('steps', expect.steps, stepsOf(steps)))
  )
}

function stepsOf(steps: AccessPart['translation']['steps']): Step[] {
  return steps.map(({ level, index, entryAddress, entry }) => ({
    level,
    index,
    entry_address: hex(entryAddress),
    entry: hex(entry),
  }))
}

function checkWords(journal: Journal, words: readonly Word[]): string | undefined {
  for (const { pa, value } of words) {
    const wrong = difference(`word at ${pa}`, BigInt(value), journal.longs[Number(pa) / 8])
    if (wrong !== undefined) return wrong
  }
  return undefined
}

function wordsAt(journal: Journal, words: readonly Word[]): bigint[] {
  return words.map(({ pa }) => journal.longs[Number(pa) / 8]!)
}

/** Accessed and dirty bits may change when an access faults; nothing else may. */
function checkUntouched(before: readonly bigint[], after: readonly bigint[]): string | undefined {
  const withUse = (words: readonly bigint[]) => words.map((word) => word | 0x60n)
  return difference('words after the fault', withUse(before), withUse(after))
}
