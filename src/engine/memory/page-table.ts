import type { Journal } from '../journal.ts'
import { PAGE_SIZE, pageNumber, physicalAddress, type PageNumber, type PhysicalAddress } from '../units.ts'
import {
  ACCESSED,
  DIRTY,
  entryBase,
  GLOBAL,
  makeEntry,
  makeTableEntry,
  PAGE_SIZE_BIT,
  PRESENT,
  USER,
  WRITABLE,
} from './entry.ts'
import { bitNames, type EntryFormat, type EntryReading, type PageMapping } from './formats/entry-format.ts'
import { entryFormatOf, hasNativeEntries } from './formats/formats.ts'
import { readEntry, writeEntry } from './formats/stored-entry.ts'
import { ROW_BYTE_COUNT, tableIndices, type Level, type PagingScheme } from './scheme.ts'

/**
 * A page's own entry, wherever the scheme keeps it. Whatever its format, the OS speaks of it as x86-64 would write it,
 * with the frame's number where x86-64 has it.
 */
export interface PageEntry {
  readonly page: PageNumber
  readonly entryAddress: PhysicalAddress
  readonly entry: bigint
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

/** Gives free RAM for a table of so many bytes, filled with zeros. */
export type TakeTable = (byteCount: number) => PhysicalAddress

/**
 * The page table at one root, as the OS edits it: by pages, whatever the scheme. The bytes lie in RAM; nothing is
 * kept here. Whoever edits flushes the memory's cache.
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
    this.#byteCount = this.#format?.byteCount ?? 8
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
    return lookup.levels.length === 0 ? [] : this.#leaves(lookup.levels, this.root, 0n)
  }

  /** The page's entry; undefined where it has none. */
  find(page: PageNumber): PageEntry | undefined {
    const { lookup } = this.#scheme
    if (lookup.kind === 'list') return this.#rows().find((row) => row.page === page)
    return lookup.levels.length === 0 ? undefined : this.#findLeaf(lookup.levels, page)
  }

  /** Whether one more page can be given an entry: a list has an end. */
  get hasRoom(): boolean {
    const { lookup } = this.#scheme
    return lookup.kind === 'radix' || this.#rowCount() < lookup.capacity
  }

  /** How many tables must be made before a page has an entry. */
  missingTables(page: PageNumber): number {
    const { lookup } = this.#scheme
    if (lookup.kind === 'list') return 0
    const indices = this.#indicesOf(page)
    let table: number = this.root
    for (let depth = 0; depth < indices.length - 1; depth++) {
      const next = this.#nextTable(this.#raw(table + this.#byteCount * indices[depth]!.index), depth)
      if (next === undefined) return indices.length - 1 - depth
      table = next
    }
    return 0
  }

  /**
   * Gives a page its entry, in place of the one it had. Tables on the way are made as needed, and count as accessed if
   * the page does.
   */
  set(page: PageNumber, entry: bigint, takeTable: TakeTable): void {
    const at =
      this.#scheme.lookup.kind === 'list'
        ? this.#rowFor(page)
        : this.#leafFor(page, (entry & BigInt(ACCESSED)) !== 0n, takeTable)
    this.#put(at, this.#written(entry))
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
    const { lookup } = this.#scheme
    if (lookup.kind === 'list') return [this.root]
    let layer = lookup.levels.length === 0 ? [] : [this.root]
    const all = [...layer]
    for (let depth = 0; depth < lookup.levels.length - 1; depth++) {
      layer = layer.flatMap((table) => this.#present(table, depth).map(([, next]) => physicalAddress(next)))
      all.push(...layer)
    }
    return all
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

  #findLeaf(levels: readonly Level[], page: PageNumber): PageEntry | undefined {
    let base: number = this.root
    let shift = levels.reduce((sum, { bits }) => sum + bits, 0)
    for (const [depth, { bits }] of levels.entries()) {
      shift -= bits
      const at = base + this.#byteCount * (Math.floor(page / 2 ** shift) % 2 ** bits)
      const entry = this.#raw(at)
      if (depth === levels.length - 1)
        return entry === 0n
          ? undefined
          : { page, entryAddress: physicalAddress(at), entry: this.#spoken(entry) }
      const next = this.#nextTable(entry, depth)
      if (next === undefined) return undefined
      base = next
    }
    return undefined
  }

  /** One index for each level. */
  #indicesOf(page: PageNumber): { index: number }[] {
    return tableIndices(this.#scheme, BigInt(page) << BigInt(this.#scheme.pageBits))
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
    const { lookup, pageBits, physicalBits = 52, marks = 'processor' } = this.#scheme
    const levels = lookup.kind === 'radix' ? lookup.levels : []
    const shift = levels.slice(depth + 1).reduce((sum, { bits }) => sum + bits, pageBits)
    const place = { level: levels[depth]!, depth, isLast: depth === levels.length - 1, shift }
    const control = { physicalBits, marks, noExecuteEnable: true, writeProtect: true }
    return this.#format!.read(entry, { ...place, ...control })
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
    if (mapping === undefined) return this.#format.architecture === 'textbook' ? entry << 12n : entry
    const { base, accessed, dirty, global } = mapping
    const frame = (base / 2 ** this.#scheme.pageBits) * PAGE_SIZE
    const marks = (accessed ? ACCESSED : 0) | (dirty ? DIRTY : 0) | (global ? GLOBAL : 0)
    return makeEntry(frame, mapping) | BigInt(marks)
  }

  /** The same as it lies in RAM. */
  #written(entry: bigint): bigint {
    if (this.#format === undefined) return entry
    if ((entry & BigInt(PRESENT)) === 0n) return this.#format.architecture === 'textbook' ? 0n : entry
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

  #leafFor(page: PageNumber, isAccessed: boolean, takeTable: TakeTable): number {
    const indices = this.#indicesOf(page)
    const leafIndex = indices.pop()!.index
    let table: number = this.root
    for (const [depth, { index }] of indices.entries()) {
      const at = table + this.#byteCount * index
      const old = this.#raw(at)
      const made = this.#nextTable(old, depth) === undefined ? this.#makeTable(depth, takeTable) : old
      const entry = isAccessed ? this.#accessed(made, depth) : made
      if (entry !== old) this.#put(at, entry)
      table = this.#nextTable(entry, depth)!
    }
    return table + this.#byteCount * leafIndex
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

  #leaves(levels: readonly Level[], table: number, prefix: bigint, depth = 0): PageEntry[] {
    const level = levels[depth]!
    if (depth === levels.length - 1) {
      return this.#nonZero(table, level).map(([index, entry]) => ({
        page: this.#pageAt((prefix << BigInt(level.bits)) | BigInt(index)),
        entryAddress: physicalAddress(table + this.#byteCount * index),
        entry: this.#spoken(entry),
      }))
    }
    return this.#present(table, depth).flatMap(([index, next]) =>
      this.#leaves(levels, next, (prefix << BigInt(level.bits)) | BigInt(index), depth + 1),
    )
  }

  /** The page number of a canonical address: the topmost bit that is looked up is repeated above. */
  #pageAt(lookedUp: bigint): PageNumber {
    const bits = this.#scheme.virtualBits - this.#scheme.pageBits
    if (this.#scheme.upperBits === 'zero') return pageNumber(Number(lookedUp))
    return pageNumber(Number(BigInt.asUintN(52, BigInt.asIntN(bits, lookedUp))))
  }

  /** Where there are entries that lead to a next table in RAM, and which; those of large pages do not. */
  #present(table: number, depth: number): [index: number, next: number][] {
    const { lookup } = this.#scheme
    if (lookup.kind === 'list') return []
    return this.#nonZero(table, lookup.levels[depth]!).flatMap(([index, entry]): [number, number][] => {
      const next = this.#nextTable(entry, depth)
      return next === undefined ? [] : [[index, next]]
    })
  }

  #nonZero(table: number, level: Level): [number, bigint][] {
    const found: [number, bigint][] = []
    if (this.#format !== undefined) {
      for (let index = 0; index < 2 ** level.bits; index++) {
        const entry = this.#raw(table + this.#byteCount * index)
        if (entry !== 0n) found.push([index, entry])
      }
      return found
    }
    const { words, longs } = this.#journal
    // Most entries are empty: the halves are looked at before a bigint is made of them.
    for (let index = 0, at = table / 4; index < 1 << level.bits; index++, at += 2) {
      if (words[at] !== 0 || words[at + 1] !== 0) found.push([index, longs[at / 2]!])
    }
    return found
  }
}
