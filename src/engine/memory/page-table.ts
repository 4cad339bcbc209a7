import type { Journal } from '../journal.ts'
import { PAGE_SIZE, pageNumber, physicalAddress, type PageNumber, type PhysicalAddress } from '../units.ts'
import { Descent, placeAtDepth } from './descent.ts'
import {
  ACCESSED,
  DIRTY,
  entryBase,
  GLOBAL,
  makeEntry,
  makeTableEntry,
  NATIVE_ENTRY_BYTE_COUNT,
  PAGE_SIZE_BIT,
  PRESENT,
  SWAPPED,
  USER,
  WRITABLE,
} from './entry.ts'
import { bitNames, type EntryFormat, type EntryReading, type PageMapping } from './formats/entry-format.ts'
import { entryFormatOf, hasNativeEntries } from './formats/formats.ts'
import { readEntry, writeEntry } from './formats/stored-entry.ts'
import { pageLookedUp, ROW_BYTE_COUNT, type Level, type PagingScheme, type RadixLookup } from './scheme.ts'

/**
 * A page's own entry, wherever the scheme keeps it. Whatever its format, the OS speaks of it as x86-64 would write it,
 * with the frame's number where x86-64 has it.
 */
export interface PageEntry {
  readonly page: PageNumber
  readonly entryAddress: PhysicalAddress
  readonly entry: bigint
}

/** A page that an entry above the last level maps. */
export interface LargePage {
  /** The first of the usual pages that it takes the place of. */
  readonly page: PageNumber
  readonly entryAddress: PhysicalAddress
  /** Where it lies in RAM. */
  readonly base: PhysicalAddress
  readonly byteCount: number
}

/** An entry of a table of any level, with its place in it. */
export interface TableEntry {
  readonly index: number
  readonly entryAddress: PhysicalAddress
  /** As it lies in RAM. */
  readonly entry: bigint
  /** What it says, where it is none of x86-64. */
  readonly reading?: EntryReading
  /** The names of its bits that are set, there. */
  readonly bits?: readonly string[]
}

/** A table, and the indices that lead to it from the root, one behind the other. */
interface TableInTree {
  readonly base: number
  readonly depth: number
  readonly prefix: bigint
}

/** Gives free RAM for a table of so many bytes, filled with zeros. */
export type TakeTable = (byteCount: number) => PhysicalAddress

/*
 * A textbook's entry has no room for more than a number: 1 + a place in the swap area where its page is out of RAM,
 * and 0 where there is no page.
 */
const spokenAbsent = (entry: bigint): bigint => (entry === 0n ? 0n : ((entry - 1n) << 12n) | BigInt(SWAPPED))
const writtenAbsent = (entry: bigint): bigint =>
  (entry & BigInt(SWAPPED)) === 0n ? 0n : BigInt(entryBase(entry) / PAGE_SIZE + 1)

/**
 * The page table at one root, as the OS edits it: by pages, whatever the scheme. The bytes lie in RAM; nothing is
 * kept here. The OS flushes the memory's cache after an edit.
 */
export class PageTable {
  readonly #journal: Journal
  readonly #scheme: PagingScheme
  readonly root: PhysicalAddress
  /** How entries are read and made; undefined where they are those of x86-64. */
  readonly #format: EntryFormat | undefined
  readonly #byteCount: number

  constructor(journal: Journal, scheme: PagingScheme, root: PhysicalAddress) {
    this.#journal = journal
    this.#scheme = scheme
    this.root = root
    this.#format = hasNativeEntries(scheme) ? undefined : entryFormatOf(scheme)
    this.#byteCount = this.#format?.byteCount ?? NATIVE_ENTRY_BYTE_COUNT
  }

  /** How many bytes a table of that depth has. */
  tableByteCount(depth: number): number {
    const { lookup } = this.#scheme
    return lookup.kind === 'list' ? PAGE_SIZE : 2 ** lookup.levels[depth]!.bits * this.#byteCount
  }

  /** Whether there is a table at all: without paging there is none. */
  get exists(): boolean {
    const { lookup } = this.#scheme
    return lookup.kind === 'list' || lookup.levels.length > 0
  }

  /** Every page that has an entry, present or not: a list's in its order, a tree's by address. */
  entries(): PageEntry[] {
    const { lookup } = this.#scheme
    if (lookup.kind === 'list') return this.#rows()
    const level = lookup.levels.at(-1)
    if (level === undefined) return []
    const last = this.#allTables().filter(({ depth }) => depth === lookup.levels.length - 1)
    return last.flatMap(({ base, prefix }) =>
      this.#nonZero(base, level).map(([index, entry]) => ({
        page: pageLookedUp(this.#scheme, (prefix << BigInt(level.bits)) | BigInt(index)),
        entryAddress: physicalAddress(base + this.#byteCount * index),
        entry: this.#spoken(entry),
      })),
    )
  }

  /** The page's entry; undefined where it has none. */
  find(page: PageNumber): PageEntry | undefined {
    const { lookup } = this.#scheme
    if (lookup.kind === 'list') return this.#rows().find((row) => row.page === page)
    if (lookup.levels.length === 0) return undefined
    const { entryAt, isLast } = this.#descend(lookup, page)
    const entry = isLast ? this.#raw(entryAt) : 0n
    return entry === 0n
      ? undefined
      : { page, entryAddress: physicalAddress(entryAt), entry: this.#spoken(entry) }
  }

  /** Whether one more page can be given an entry: a list has an end. */
  get hasRoom(): boolean {
    const { lookup } = this.#scheme
    return lookup.kind === 'radix' || this.#rowCount() < lookup.capacity
  }

  /** The sizes of the tables that must be made before a page has an entry. */
  missingTables(page: PageNumber): number[] {
    const { lookup } = this.#scheme
    if (lookup.kind === 'list' || lookup.levels.length === 0) return []
    const { depth } = this.#descend(lookup, page)
    return lookup.levels.slice(depth + 1).map((_, below) => this.tableByteCount(depth + 1 + below))
  }

  /**
   * Gives a page its entry, in place of the one it had. Tables on the way are made as needed, and count as accessed if
   * the page does.
   */
  set(page: PageNumber, entry: bigint, takeTable: TakeTable): void {
    const { lookup } = this.#scheme
    const at =
      lookup.kind === 'list'
        ? this.#rowFor(page)
        : this.#leafFor(lookup, page, (entry & BigInt(ACCESSED)) !== 0n, takeTable)
    this.#put(at, this.#written(entry))
  }

  /** Maps a large page by an entry of a table at that depth, in place of what is below it. */
  setLarge(page: PageNumber, entry: bigint, depth: number, takeTable: TakeTable): void {
    const { lookup } = this.#scheme
    if (lookup.kind === 'list') return
    const at = this.#leafFor(lookup, page, (entry & BigInt(ACCESSED)) !== 0n, takeTable, depth)
    const written = this.#written(entry)
    this.#put(at, this.#format?.makeLarge(written) ?? written | BigInt(PAGE_SIZE_BIT))
  }

  /** Takes away every large page. */
  removeLarge(): void {
    for (const { entryAddress } of this.#endsAbove()) this.#put(entryAddress, 0n)
  }

  /** Every large page, by address. */
  largePages(): LargePage[] {
    return this.#endsAbove()
      .flatMap(({ entryAddress, entry, depth, prefix }): LargePage[] => {
        const base = this.#largeBase(entry, depth)
        if (base === undefined) return []
        const { shift } = placeAtDepth(this.#scheme, depth)
        const page = pageLookedUp(this.#scheme, prefix << BigInt(shift - this.#scheme.pageBits))
        return [{ page, entryAddress, base: physicalAddress(base), byteCount: 2 ** shift }]
      })
      .sort((one, other) => one.page - other.page)
  }

  /** Where a large page lies that an entry at that depth maps; undefined where it maps none. */
  #largeBase(entry: bigint, depth: number): number | undefined {
    if (this.#format !== undefined) {
      const reading = this.#read(entry, depth)
      return reading.kind === 'page' ? reading.base : undefined
    }
    const { level, shift } = placeAtDepth(this.#scheme, depth)
    const isLarge = (entry & BigInt(PRESENT)) !== 0n && (entry & BigInt(PAGE_SIZE_BIT)) !== 0n
    const base = entryBase(entry)
    return isLarge && level.largePage === true ? base - (base % 2 ** shift) : undefined
  }

  /** The entries above the last level that lead to no table, with the indices that lead to them. */
  #endsAbove(): (TableInTree & { readonly entryAddress: PhysicalAddress; readonly entry: bigint })[] {
    const { lookup } = this.#scheme
    if (lookup.kind === 'list') return []
    const above = this.#allTables().filter(({ depth }) => depth < lookup.levels.length - 1)
    return above.flatMap(({ base, depth, prefix }) => {
      const level = lookup.levels[depth]!
      return this.#nonZero(base, level)
        .filter(([, entry]) => this.#nextTable(entry, depth) === undefined)
        .map(([index, entry]) => ({
          base,
          depth,
          prefix: (prefix << BigInt(level.bits)) | BigInt(index),
          entryAddress: physicalAddress(base + this.#byteCount * index),
          entry,
        }))
    })
  }

  /** Takes a page's entry away. Tables stay, as Linux leaves them too. */
  remove(page: PageNumber): void {
    const found = this.find(page)
    if (found === undefined) return
    if (this.#scheme.lookup.kind === 'list') this.#removeRow(found)
    else this.#put(found.entryAddress, 0n)
  }

  /** The frames of the tables themselves, the root's first. */
  tables(): PhysicalAddress[] {
    if (this.#scheme.lookup.kind === 'list') return [this.root]
    return this.#allTables().map(({ base }) => physicalAddress(base))
  }

  /** The sizes of the tables, the root's first. */
  tableByteCounts(): number[] {
    if (this.#scheme.lookup.kind === 'list') return [this.tableByteCount(0)]
    return this.#allTables().map(({ depth }) => this.tableByteCount(depth))
  }

  /** Every piece of RAM of a frame's size that tables lie in: a large one fills several. */
  tableFrames(frameByteCount: number): number[] {
    const tables =
      this.#scheme.lookup.kind === 'list' ? [{ base: this.root as number, depth: 0 }] : this.#allTables()
    return tables.flatMap(({ base, depth }) =>
      Array.from(
        { length: Math.max(1, this.tableByteCount(depth) / frameByteCount) },
        (_, number) => base + number * frameByteCount,
      ),
    )
  }

  /** The entries of one table that are not empty, in order; `depth` counts levels from the root, which is 0. */
  tableEntries(table: PhysicalAddress, depth: number): TableEntry[] {
    const { lookup } = this.#scheme
    const level = lookup.kind === 'radix' ? lookup.levels[depth] : undefined
    if (level === undefined || table + this.tableByteCount(depth) > this.#journal.ramByteCount) return []
    return this.#nonZero(table, level).map(([index, entry]) => ({
      index,
      entryAddress: physicalAddress(table + this.#byteCount * index),
      entry,
      ...(this.#format && { reading: this.#read(entry, depth), bits: bitNames(this.#format, entry) }),
    }))
  }

  /**
   * Goes down to a page's entry, as far as tables lead.
   * @param pave told of every entry on the way before it is followed, so that it can be made to lead on
   * @param end the depth of the table at which the way ends
   */
  #descend(
    lookup: RadixLookup,
    page: PageNumber,
    pave?: (entryAt: number, depth: number) => void,
    end = lookup.levels.length - 1,
  ): Descent {
    const { pageBits } = this.#scheme
    const descent = new Descent(lookup, pageBits, this.#byteCount)
    descent.begin(this.root, (page * 2 ** pageBits) | 0, Math.floor(page * 2 ** (pageBits - 32)) | 0)
    while (descent.depth < end) {
      pave?.(descent.entryAt, descent.depth)
      const next = this.#nextTable(this.#raw(descent.entryAt), descent.depth)
      if (next === undefined) break
      descent.enter(next)
    }
    return descent
  }

  #raw(at: number): bigint {
    return this.#format === undefined
      ? this.#journal.longs[at / 8]!
      : readEntry(this.#journal, at, this.#byteCount)
  }

  #put(at: number, entry: bigint): void {
    if (this.#format === undefined) this.#journal.write64(at, entry)
    else writeEntry(this.#journal, at, this.#byteCount, entry)
  }

  /** What an entry says that is none of x86-64. */
  #read(entry: bigint, depth: number): EntryReading {
    const { physicalBits = 52, marks = 'processor' } = this.#scheme
    const control = { physicalBits, marks, noExecuteEnable: true, writeProtect: true }
    return this.#format!.read(entry, { ...placeAtDepth(this.#scheme, depth), ...control })
  }

  /** The table in RAM that an entry leads to; undefined where it leads to none. A large page is none. */
  #nextTable(entry: bigint, depth: number): number | undefined {
    if (this.#format === undefined) {
      const base = entryBase(entry)
      const leadsOn = (entry & BigInt(PRESENT | PAGE_SIZE_BIT)) === BigInt(PRESENT)
      return leadsOn && base + PAGE_SIZE <= this.#journal.ramByteCount ? base : undefined
    }
    const reading = this.#read(entry, depth)
    const isTable = reading.kind === 'table'
    return isTable && reading.base + this.tableByteCount(depth + 1) <= this.#journal.ramByteCount
      ? reading.base
      : undefined
  }

  /** An entry of the last level, as the OS speaks of it. What an absent one holds is the OS's own. */
  #spoken(entry: bigint): bigint {
    if (this.#format === undefined) return entry
    const mapping = this.#format.mapping(entry)
    if (mapping === undefined) return this.#format.architecture === 'textbook' ? spokenAbsent(entry) : entry
    const { base, accessed, dirty, global } = mapping
    const frame = (base / 2 ** this.#scheme.pageBits) * PAGE_SIZE
    const marks = (accessed ? ACCESSED : 0) | (dirty ? DIRTY : 0) | (global ? GLOBAL : 0)
    return makeEntry(frame, mapping) | BigInt(marks)
  }

  /** The same as it lies in RAM. */
  #written(entry: bigint): bigint {
    if (this.#format === undefined) return entry
    if ((entry & BigInt(PRESENT)) === 0n)
      return this.#format.architecture === 'textbook' ? writtenAbsent(entry) : entry
    const has = (bit: number) => (entry & BigInt(bit)) !== 0n
    const mapping: PageMapping = {
      base: (entryBase(entry) / PAGE_SIZE) * 2 ** this.#scheme.pageBits,
      write: has(WRITABLE),
      execute: entry >> 63n === 0n,
      user: has(USER),
      accessed: has(ACCESSED),
      dirty: has(DIRTY),
      global: has(GLOBAL),
    }
    return this.#format.makePage(mapping, this.#scheme.marks ?? 'processor')
  }

  #rows(): PageEntry[] {
    return Array.from({ length: this.#rowCount() }, (_, row) => {
      const at = this.root + (row + 1) * ROW_BYTE_COUNT
      return {
        page: pageNumber(Number(this.#journal.longs[at / 8]! & ((1n << 52n) - 1n))),
        entryAddress: physicalAddress(at + 8),
        entry: this.#journal.longs[at / 8 + 1]!,
      }
    })
  }

  #rowCount(): number {
    const { lookup } = this.#scheme
    const capacity = lookup.kind === 'list' ? lookup.capacity : 0
    return Math.min(Number(this.#journal.longs[this.root / 8]! & 0xffff_ffffn), capacity)
  }

  #rowFor(page: PageNumber): number {
    const found = this.find(page)
    if (found !== undefined) return found.entryAddress
    const count = this.#rowCount()
    const at = this.root + (count + 1) * ROW_BYTE_COUNT
    this.#journal.write64(this.root, BigInt(count + 1))
    this.#journal.write64(at, BigInt(page))
    return at + 8
  }

  /** The rows behind the removed one move up. */
  #removeRow(removed: PageEntry): void {
    const rows = this.#rows().filter((row) => row.page !== removed.page)
    const old = this.#rowCount()
    for (let index = 0; index < old; index++) {
      const at = this.root + (index + 1) * ROW_BYTE_COUNT
      this.#journal.write64(at, BigInt(rows[index]?.page ?? 0))
      this.#journal.write64(at + 8, rows[index]?.entry ?? 0n)
    }
    this.#journal.write64(this.root, BigInt(rows.length))
  }

  #leafFor(
    lookup: RadixLookup,
    page: PageNumber,
    isAccessed: boolean,
    takeTable: TakeTable,
    end?: number,
  ): number {
    const pave = (at: number, depth: number) => {
      const old = this.#raw(at)
      const made = this.#nextTable(old, depth) === undefined ? this.#makeTable(depth, takeTable) : old
      const entry = isAccessed ? this.#accessed(made, depth) : made
      if (entry !== old) this.#put(at, entry)
    }
    return this.#descend(lookup, page, pave, end).entryAt
  }

  /** An entry that leads to a new table. */
  #makeTable(depth: number, takeTable: TakeTable): bigint {
    const base = takeTable(this.tableByteCount(depth + 1))
    return this.#format?.makeTable(base, depth) ?? makeTableEntry(base)
  }

  #accessed(entry: bigint, depth: number): bigint {
    if (this.#format === undefined) return entry | BigInt(ACCESSED)
    return this.#format.used(entry, { depth, isPage: false, isWrite: false })
  }

  /** From the root down, those of one level in the order of the addresses that they are for. */
  #allTables(): TableInTree[] {
    const { lookup } = this.#scheme
    if (lookup.kind === 'list' || lookup.levels.length === 0) return []
    let layer: TableInTree[] = [{ base: this.root, depth: 0, prefix: 0n }]
    const all = [...layer]
    for (const level of lookup.levels.slice(0, -1)) {
      layer = layer.flatMap((table) => this.#tablesBelow(table, level))
      all.push(...layer)
    }
    return all
  }

  /** Those in RAM that a table's entries lead to; large pages are none. */
  #tablesBelow({ base, depth, prefix }: TableInTree, level: Level): TableInTree[] {
    return this.#nonZero(base, level).flatMap(([index, entry]) => {
      const next = this.#nextTable(entry, depth)
      if (next === undefined) return []
      return [{ base: next, depth: depth + 1, prefix: (prefix << BigInt(level.bits)) | BigInt(index) }]
    })
  }

  /** The entries of a table that are not empty, with their indices. */
  #nonZero(table: number, level: Level): [number, bigint][] {
    if (this.#format !== undefined) {
      return this.#nonZeroFormatted(table, 2 ** level.bits)
    }
    const { words, longs } = this.#journal
    const found: [number, bigint][] = []
    // Most entries are empty: the halves are looked at before a bigint is made of them.
    for (let index = 0, at = table / 4; index < 1 << level.bits; index++, at += 2) {
      if (words[at] !== 0 || words[at + 1] !== 0) found.push([index, longs[at / 2]!])
    }
    return found
  }

  /** Of entries of any size. Tables may have millions, nearly all empty: words of RAM are looked at, those of zeros once. */
  #nonZeroFormatted(table: number, entryCount: number): [number, bigint][] {
    const { words } = this.#journal
    const size = this.#byteCount
    const end = (table + size * entryCount) / 4
    const found: [number, bigint][] = []
    let index = 0
    for (let word = table >> 2; word < end; word++) {
      if (words[word] === 0) continue
      const behind = Math.min(entryCount, Math.ceil((4 * word + 4 - table) / size))
      for (index = Math.max(index, Math.floor((4 * word - table) / size)); index < behind; index++) {
        const entry = this.#raw(table + size * index)
        if (entry !== 0n) found.push([index, entry])
      }
    }
    return found
  }
}
