import { highHalf, lowHalf } from '../bits.ts'
import type { Journal } from '../journal.ts'
import {
  PAGE_BITS,
  physicalAddress,
  type PageNumber,
  type PhysicalAddress,
  type VirtualAddress,
} from '../units.ts'
import type { Control } from './control.ts'
import { entryBase, PAGE_SIZE_BIT, USER, WRITABLE, type Rights } from './entry.ts'
import type { Access, Fault } from './fault.ts'
import { readEntry } from './formats/stored-entry.ts'
import { offsetOf, pageOf, tableIndices, type RadixLookup } from './scheme.ts'
import { walkFault } from './walk-fault.ts'
import type { Walker } from './walker.ts'

/** One entry that a walk read. */
export interface WalkStep {
  /** The level's name (`PML4` … `PT`), or `row` in a list. */
  readonly level: string
  /** Where the table begins. */
  readonly table: PhysicalAddress
  readonly index: number
  readonly entryAddress: PhysicalAddress
  readonly entry: bigint
  /** The page that a list's row is about. */
  readonly page?: PageNumber
  /** What the entry points to: the next table, or the frame. Missing where the walk does not go on from here. */
  readonly next?: PhysicalAddress
}

interface WalkRecord {
  readonly virtualAddress: VirtualAddress
  readonly access: Access
  readonly pageNumber: PageNumber
  /** Bytes from the beginning of the page, of the scheme's smallest size. */
  readonly offset: number
  readonly steps: readonly WalkStep[]
}

/** How one byte address is translated, or why it is not. */
export type Translation =
  | (WalkRecord & {
      readonly ok: true
      readonly physicalAddress: PhysicalAddress
      /** What all levels together permit. */
      readonly rights: Rights
      /** 4 KiB, 2 MiB or 1 GiB. */
      readonly pageByteCount: number
    })
  | (WalkRecord & { readonly ok: false; readonly fault: Fault })

/** The walk as people look at it: every step, and nothing changes. */
export class Translator {
  readonly #journal: Journal
  readonly #walker: Walker
  readonly #control: Control

  constructor(journal: Journal, walker: Walker, control: Control) {
    this.#journal = journal
    this.#walker = walker
    this.#control = control
  }

  /** A full translation of one byte address. */
  translate(address: VirtualAddress, access: Access): Translation {
    const walker = this.#walker
    const physical = walker.walk(lowHalf(address), highHalf(address), access)
    const record: WalkRecord = {
      virtualAddress: address,
      access,
      pageNumber: pageOf(walker.scheme, address),
      offset: offsetOf(walker.scheme, address),
      steps: this.#steps(address),
    }
    if (physical < 0)
      return { ...record, ok: false, fault: walkFault(walker, this.#control, address, access) }
    return {
      ...record,
      ok: true,
      physicalAddress: physicalAddress(physical),
      rights: {
        write: (walker.rights & WRITABLE) !== 0,
        user: (walker.rights & USER) !== 0,
        execute: !walker.noExecute,
      },
      pageByteCount: 2 ** walker.pageBits,
    }
  }

  #steps(address: VirtualAddress): WalkStep[] {
    const { scheme, visited, visitedCount } = this.#walker
    const { lookup } = scheme
    const indices = tableIndices(scheme, address)
    return Array.from(visited.subarray(0, visitedCount), (entryAt, at) =>
      lookup.kind === 'list' ? this.#row(entryAt, at) : this.#level(lookup, entryAt, at, indices[at]!.index),
    )
  }

  #row(entryAt: number, at: number): WalkStep {
    const { longs } = this.#journal
    const entry = longs[entryAt >> 3]!
    const page = Number(longs[(entryAt >> 3) - 1]! & ((1n << 52n) - 1n)) as PageNumber
    const table = physicalAddress(this.#walker.root)
    const step = { level: 'row', table, index: at, entryAddress: physicalAddress(entryAt), entry, page }
    return this.#leadsOn(at) ? { ...step, next: physicalAddress(entryBase(entry)) } : step
  }

  #level({ levels }: RadixLookup, entryAt: number, at: number, index: number): WalkStep {
    const byteCount = this.#walker.entryByteCount
    const entry = readEntry(this.#journal, entryAt, byteCount)
    const step = {
      level: levels[at]!.name,
      table: physicalAddress(entryAt - index * byteCount),
      index,
      entryAddress: physicalAddress(entryAt),
      entry,
    }
    const next = this.#target(entry, at)
    return next === undefined ? step : { ...step, next: physicalAddress(next) }
  }

  /** Where an entry that was read points; undefined where the walk does not go on from it. */
  #target(entry: bigint, at: number): number | undefined {
    const { format, pageBits, visitedCount } = this.#walker
    if (format !== undefined) {
      const reading = this.#walker.readingAt(at, entry)
      const leads = reading.kind === 'table' || reading.kind === 'page'
      return leads && reading.base < 2 ** 52 ? reading.base : undefined
    }
    const isLast = at === visitedCount - 1
    if (isLast && this.#stopsAtLast) return undefined
    // The low bits of a large page's entry are no address.
    const isLarge = isLast && (entry & BigInt(PAGE_SIZE_BIT)) !== 0n && pageBits > PAGE_BITS
    const base = entryBase(entry)
    return isLarge ? base - (base % (1 << pageBits)) : base
  }

  /** Whether a list's row is the one that was sought, and can be used. */
  #leadsOn(at: number): boolean {
    return at === this.#walker.visitedCount - 1 && !this.#stopsAtLast
  }

  get #stopsAtLast(): boolean {
    const { failure } = this.#walker
    return failure === 'not-present' || failure === 'reserved-bit'
  }
}
