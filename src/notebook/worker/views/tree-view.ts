import { ENTRY_BYTE_COUNT } from '#engine/facts/quantity.ts'
import { entryBase, entryBitNames, PAGE_SIZE_BIT, PRESENT } from '#engine/memory/entry.ts'
import type { PageTable, TableEntry } from '#engine/memory/page-table.ts'
import { pageLookedUp, type Level, type PagingScheme } from '#engine/memory/scheme.ts'
import { hex, physicalAddress, type PageNumber, type PhysicalAddress } from '#engine/units.ts'
import { sizeText } from '#engine/os/pages/print-pages.ts'
import { defined } from '#notebook/shared/defined.ts'
import { thingText } from '#notebook/shared/thing.ts'
import type { TreeRow, TreeView } from '#notebook/shared/machine-view.ts'
import type { AtOneMoment } from './view-input.ts'
import { waysOf, type Way } from './ways.ts'

/** So many neighbours that no walk goes through are told as a run, except for the first and the last. */
const LONGEST_RUN = 4

interface Walked {
  readonly table: PageTable
  readonly scheme: PagingScheme
  readonly pageBits: number
  readonly levels: readonly Level[]
  /** Names by the addresses of the entries they are looked up in. */
  readonly ways: ReadonlyMap<number, readonly string[]>
}

/** The page table of the running process as a tree: entries that are not empty, and the ways taken through them. */
export function treeView(input: AtOneMoment): TreeView {
  const { machine, facts } = input
  const { lookup } = machine.memory.scheme
  const table = machine.kernel.pageTable()
  const process = machine.processes.length > 1 ? machine.current.name : undefined
  const isList = lookup.kind === 'list'
  const found = table.exists ? waysOf(input) : []
  const levels = isList ? [] : lookup.levels
  const { pageBits } = machine.memory.scheme
  const walked = { table, scheme: machine.memory.scheme, pageBits, levels, ways: namesByEntry(found) }
  return {
    kind: 'tree',
    pageBits,
    isList,
    rows: isList ? listRows(walked) : table.exists ? treeRows(walked, table.root, 0, 0n) : [],
    ways: found.map(wayEnd),
    ...defined({ process, root: facts.get('root') }),
  }
}

function wayEnd({ of, translation }: Way): TreeView['ways'][number] {
  const end = translation.ok ? hex(translation.physicalAddress) : ''
  return { of, address: hex(translation.virtualAddress), end }
}

function namesByEntry(ways: readonly Way[]): Map<number, string[]> {
  const names = new Map<number, string[]>()
  for (const { of, translation } of ways) {
    // A list is searched from its beginning: only the row that was found is on the way.
    const steps = translation.steps.filter(({ level, next }) => level !== 'row' || next !== undefined)
    for (const { entryAddress } of steps) {
      names.set(entryAddress, [...(names.get(entryAddress) ?? []), of])
    }
  }
  return names
}

function listRows({ table, pageBits, ways }: Walked): TreeRow[] {
  const rows = table
    .entries()
    .map(({ page, entryAddress, entry }, index) => ({ index, entryAddress, entry, page }))
  return partsOf(rows, ways).flatMap((part) =>
    Array.isArray(part)
      ? [runRow(part, { depth: 0, level: 'row' })]
      : [
          entryRow(
            part,
            { depth: 0, level: 'row', mapped: { page: part.page, pageBits, shift: pageBits } },
            ways,
          ),
        ],
  )
}

/** A table's rows, each followed by those of the table it leads to. */
function treeRows(walked: Walked, base: PhysicalAddress, depth: number, prefix: bigint): TreeRow[] {
  const { table, levels, ways } = walked
  const { name, bits } = levels[depth]!
  return partsOf(table.tableEntries(base, depth), ways).flatMap((part) => {
    if (Array.isArray(part)) return [runRow(part, { depth, level: name })]
    const lookedUp = (prefix << BigInt(bits)) | BigInt(part.index)
    const { isLeaf, next } = saidBy(part, depth === levels.length - 1)
    const mapped = isLeaf ? mappedAt(walked, depth, lookedUp) : undefined
    const row = entryRow(part, { depth, level: name, mapped }, ways)
    if (isLeaf || next === undefined) return [row]
    return [row, ...treeRows(walked, physicalAddress(next), depth + 1, lookedUp)]
  })
}

/** Whether an entry maps a page, and where it leads; of x86-64 its bits say so, of others what was read of it. */
function saidBy(
  { entry, reading }: TableEntry,
  isLast: boolean,
): { isLeaf: boolean; next: number | undefined } {
  if (reading !== undefined) {
    const isLeaf = isLast || reading.kind === 'page'
    return { isLeaf, next: 'base' in reading && reading.base < 2 ** 52 ? reading.base : undefined }
  }
  const isPresent = (entry & BigInt(PRESENT)) !== 0n
  const isLeaf = isLast || (entry & BigInt(PAGE_SIZE_BIT)) !== 0n
  return { isLeaf, next: isPresent ? entryBase(entry) : undefined }
}

/** A table's entries; of many neighbours off every way, those between the first and the last are one part. */
function partsOf<Entry extends TableEntry>(
  entries: readonly Entry[],
  ways: Walked['ways'],
): (Entry | Entry[])[] {
  const parts: (Entry | Entry[])[] = []
  let run: Entry[] = []
  const close = () => {
    if (run.length > LONGEST_RUN) parts.push(run[0]!, run.slice(1, -1), run.at(-1)!)
    else parts.push(...run)
    run = []
  }
  for (const entry of entries) {
    if (!ways.has(entry.entryAddress)) run.push(entry)
    else {
      close()
      parts.push(entry)
    }
  }
  close()
  return parts
}

function runRow(run: readonly TableEntry[], { depth, level }: { depth: number; level: string }): TreeRow {
  const [first, last] = [run[0]!, run.at(-1)!]
  const byteCount = last.entryAddress + ENTRY_BYTE_COUNT - first.entryAddress
  return {
    kind: 'run',
    depth,
    level,
    first: first.index,
    last: last.index,
    count: run.length,
    things: thingText({ kind: 'physical', start: BigInt(first.entryAddress), byteCount }),
  }
}

/** What an entry maps: the first of its pages, as a canonical address names it, and how many bits its offset has. */
interface Mapped {
  readonly page: PageNumber
  readonly pageBits: number
  readonly shift: number
}

function mappedAt({ scheme, pageBits, levels }: Walked, depth: number, lookedUp: bigint): Mapped {
  const below = levels.slice(depth + 1).reduce((sum, { bits }) => sum + bits, 0)
  return { page: pageLookedUp(scheme, lookedUp << BigInt(below)), pageBits, shift: pageBits + below }
}

interface Position {
  readonly depth: number
  readonly level: string
  readonly mapped: Mapped | undefined
}

function entryRow(part: TableEntry, { depth, level, mapped }: Position, ways: Walked['ways']): TreeRow {
  const { index, entryAddress, entry, reading } = part
  const { next: base } = saidBy(part, mapped !== undefined)
  return {
    kind: 'entry',
    depth,
    level,
    index,
    things: thingsOf(entryAddress, mapped, base),
    entry: { fact: `entry(${hex(entryAddress)})`, value: hex(entry) },
    flags: reading === undefined ? entryBitNames(entry) : (part.bits ?? []),
    ways: ways.get(entryAddress) ?? [],
    ...defined({
      next: base === undefined ? undefined : hex(base),
      page: mapped && hex(mapped.page),
      size: mapped && mapped.shift > mapped.pageBits ? sizeText(2 ** mapped.shift) : undefined,
    }),
  }
}

/** The entry itself, and the page and frame that it brings together. */
function thingsOf(entryAddress: number, mapped: Mapped | undefined, base: number | undefined): string {
  const entry = thingText({ kind: 'physical', start: BigInt(entryAddress), byteCount: ENTRY_BYTE_COUNT })
  if (mapped === undefined) return entry
  const byteCount = 2 ** mapped.shift
  const start = BigInt.asUintN(64, BigInt(mapped.page) << BigInt(mapped.pageBits))
  const page = thingText({ kind: 'virtual', start, byteCount })
  if (base === undefined) return `${entry} ${page}`
  return `${entry} ${page} ${thingText({ kind: 'physical', start: BigInt(base), byteCount })}`
}
