import type { Journal } from '../journal.ts'
import {
  PAGE_SIZE,
  pageNumber,
  pageStart,
  physicalAddress,
  type PageNumber,
  type PhysicalAddress,
} from '../units.ts'
import { ACCESSED, entryBase, makeTableEntry, PAGE_SIZE_BIT, PRESENT } from './entry.ts'
import { ROW_BYTE_COUNT, tableIndices, type Level, type PagingScheme } from './scheme.ts'

/** A page's own entry, wherever the scheme keeps it. */
export interface PageEntry {
  readonly page: PageNumber
  readonly entryAddress: PhysicalAddress
  readonly entry: bigint
}

/** An entry of a table of any level, with its place in it. */
export interface TableEntry {
  readonly index: number
  readonly entryAddress: PhysicalAddress
  readonly entry: bigint
}

/** Gives a free frame for a table, filled with zeros. */
export type TakeTable = () => PhysicalAddress

/**
 * The page table at one root, as the OS edits it: by pages, whatever the scheme. The bytes lie in RAM; nothing is
 * kept here. Whoever edits flushes the memory's cache.
 */
export class PageTable {
  readonly #journal: Journal
  readonly #scheme: PagingScheme
  readonly root: PhysicalAddress

  constructor(journal: Journal, scheme: PagingScheme, root: PhysicalAddress) {
    this.#journal = journal
    this.#scheme = scheme
    this.root = root
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
    const indices = tableIndices(this.#scheme, pageStart(page))
    let table = this.root
    for (let depth = 0; depth < indices.length - 1; depth++) {
      const entry = this.#journal.longs[(table + 8 * indices[depth]!.index) / 8]!
      if ((entry & BigInt(PRESENT)) === 0n) return indices.length - 1 - depth
      table = physicalAddress(entryBase(entry))
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
        : this.#leafFor(page, entry & BigInt(ACCESSED), takeTable)
    this.#journal.write64(at, entry)
  }

  /** Takes a page's entry away. Tables stay, as Linux leaves them too. */
  remove(page: PageNumber): void {
    const found = this.find(page)
    if (found === undefined) return
    if (this.#scheme.lookup.kind === 'list') this.#removeRow(found)
    else this.#journal.write64(found.entryAddress, 0n)
  }

  /** The frames of the tables themselves, the root's first. */
  tables(): PhysicalAddress[] {
    const { lookup } = this.#scheme
    if (lookup.kind === 'list') return [this.root]
    let layer = lookup.levels.length === 0 ? [] : [this.root]
    const all = [...layer]
    for (const level of lookup.levels.slice(0, -1)) {
      layer = layer.flatMap((table) =>
        this.#present(table, level).map(([, entry]) => physicalAddress(entryBase(entry))),
      )
      all.push(...layer)
    }
    return all
  }

  /** The entries of one table that are not empty, in order; `depth` counts levels from the root, which is 0. */
  tableEntries(table: PhysicalAddress, depth: number): TableEntry[] {
    const { lookup } = this.#scheme
    const level = lookup.kind === 'radix' ? lookup.levels[depth] : undefined
    if (level === undefined || table + 8 * 2 ** level.bits > this.#journal.ramByteCount) return []
    return this.#nonZero(table, level).map(([index, entry]) => ({
      index,
      entryAddress: physicalAddress(table + 8 * index),
      entry,
    }))
  }

  #findLeaf(levels: readonly Level[], page: PageNumber): PageEntry | undefined {
    const { longs, ramByteCount } = this.#journal
    let base: number = this.root
    let shift = levels.reduce((sum, { bits }) => sum + bits, 0)
    for (const [depth, { bits }] of levels.entries()) {
      shift -= bits
      const entryAddress = physicalAddress(base + 8 * (Math.floor(page / 2 ** shift) % 2 ** bits))
      const entry = longs[entryAddress / 8]!
      if (depth === levels.length - 1) return entry === 0n ? undefined : { page, entryAddress, entry }
      base = entryBase(entry)
      const leadsOn = (entry & BigInt(PRESENT | PAGE_SIZE_BIT)) === BigInt(PRESENT)
      if (!leadsOn || base + PAGE_SIZE > ramByteCount) return undefined
    }
    return undefined
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

  #leafFor(page: PageNumber, accessed: bigint, takeTable: TakeTable): number {
    const indices = tableIndices(this.#scheme, pageStart(page))
    const leafIndex = indices.pop()!.index
    let table = this.root
    for (const { index } of indices) {
      const at = table + 8 * index
      const old = this.#journal.longs[at / 8]!
      const isPresent = (old & BigInt(PRESENT)) !== 0n
      const entry = (isPresent ? old : makeTableEntry(takeTable())) | accessed
      if (entry !== old) this.#journal.write64(at, entry)
      table = physicalAddress(entryBase(entry))
    }
    return table + 8 * leafIndex
  }

  #leaves(levels: readonly Level[], table: number, prefix: bigint): PageEntry[] {
    const [level, ...deeper] = levels
    if (deeper.length === 0) {
      return this.#nonZero(table, level!).map(([index, entry]) => ({
        page: this.#pageAt((prefix << BigInt(level!.bits)) | BigInt(index)),
        entryAddress: physicalAddress(table + 8 * index),
        entry,
      }))
    }
    return this.#present(table, level!).flatMap(([index, entry]) =>
      this.#leaves(deeper, entryBase(entry), (prefix << BigInt(level!.bits)) | BigInt(index)),
    )
  }

  /** The page number of a canonical address: the topmost bit that is looked up is repeated above. */
  #pageAt(lookedUp: bigint): PageNumber {
    const bits = this.#scheme.virtualBits - this.#scheme.pageBits
    return pageNumber(Number(BigInt.asUintN(52, BigInt.asIntN(bits, lookedUp))))
  }

  /** The entries that lead to a next table in RAM; those of large pages do not. */
  #present(table: number, level: Level): [number, bigint][] {
    return this.#nonZero(table, level).filter(
      ([, entry]) =>
        (entry & BigInt(PRESENT | PAGE_SIZE_BIT)) === BigInt(PRESENT) &&
        entryBase(entry) + PAGE_SIZE <= this.#journal.ramByteCount,
    )
  }

  #nonZero(table: number, level: Level): [number, bigint][] {
    const { words, longs } = this.#journal
    const found: [number, bigint][] = []
    // Most entries are empty: the halves are looked at before a bigint is made of them.
    for (let index = 0, at = table / 4; index < 1 << level.bits; index++, at += 2) {
      if (words[at] !== 0 || words[at + 1] !== 0) found.push([index, longs[at / 2]!])
    }
    return found
  }
}
