import type { Journal } from '../journal.ts'
import { ACCESSED, DIRTY, entryBase } from '../memory/entry.ts'
import type { Memory } from '../memory/memory.ts'
import { PageTable } from '../memory/page-table.ts'
import { physicalAddress, type PageNumber, type PhysicalAddress } from '../units.ts'
import { hasFrame, swappedEntry, swapPlaceOf } from './absent-entry.ts'
import type { SystemEvent } from './event-log.ts'
import type { FrameTable } from './frame-table.ts'
import type { LinuxProcess } from './linux-process.ts'
import { chooseVictim, type ReplacementName, type ResidentPage } from './replacement.ts'
import type { SwapArea } from './swap-area.ts'
import type { TlbUpkeep } from './tlb-upkeep.ts'

/** An entry that leads to a page, in RAM or out of it, and whose it is. */
export interface PageOwner {
  readonly process: LinuxProcess
  readonly page: PageNumber
  readonly entry: bigint
}

/** A page in a frame, with every entry that leads to it. */
export interface ReclaimablePage extends ResidentPage {
  readonly base: PhysicalAddress
  readonly owners: readonly PageOwner[]
  /** The swap area, or the program's file, has the same bytes: it need not be written. */
  readonly isClean: boolean
}

/** When a process will use a page next, in steps; Infinity for never, or for not known. */
export type Foresight = (process: string, page: PageNumber) => number

interface Parts {
  readonly journal: Journal
  readonly memory: Memory
  readonly frames: FrameTable
  readonly upkeep: TlbUpkeep
  readonly area: SwapArea
  readonly policy: ReplacementName
  /** How many frames pages may have; undefined where it is all that are free. */
  readonly frameCount?: number | undefined
  /** Those that have page tables. */
  readonly processes: () => readonly LinuxProcess[]
  readonly tell: (event: SystemEvent) => void
}

/**
 * Takes pages out of RAM when no frame is free, of any process: to the swap area, or nowhere if they can be
 * read from the program's file again. A page that several processes share goes, and comes back, for all of them.
 */
export class PageReclaim {
  readonly area: SwapArea
  readonly policy: ReplacementName
  /** What `optimal` asks. Without it, no page is known to be used again. */
  foresight: Foresight = () => Infinity
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
    this.area = parts.area
    this.policy = parts.policy
  }

  /** Frames are counted out to programs: then even a page of zeros needs one. */
  get countsOut(): boolean {
    return this.#parts.frameCount !== undefined
  }

  /** Whether pages have all the frames that they may have. */
  get isFull(): boolean {
    const { frameCount } = this.#parts
    return frameCount !== undefined && this.pages().length >= frameCount
  }

  /** Every page that has a frame of its own, in the order of their arrival. */
  pages(): ReclaimablePage[] {
    const byFrame = Map.groupBy(this.#owners(hasFrame), ({ entry }) => entryBase(entry))
    const { zeroFrame } = this.#parts.frames
    if (zeroFrame !== undefined) byFrame.delete(zeroFrame)
    const pages = [...byFrame].map(([base, owners]) => this.#pageAt(physicalAddress(base), owners))
    return pages.sort((one, other) => one.arrivedAt - other.arrivedAt)
  }

  #pageAt(base: PhysicalAddress, owners: readonly PageOwner[]): ReclaimablePage {
    const { frames } = this.#parts
    const hasBit = (bit: number) => owners.some(({ entry }) => (entry & BigInt(bit)) !== 0n)
    return {
      base,
      owners,
      isClean: !hasBit(DIRTY),
      isAccessed: frames.isUsed(base, hasBit(ACCESSED)),
      arrivedAt: frames.arrivedAt(base),
      usedAt: frames.usedAt(base),
      usedNext: Math.min(...owners.map(({ process, page }) => this.foresight(process.name, page))),
    }
  }

  /** The entries whose page is at a place of the swap area. */
  ownersOf(place: number): PageOwner[] {
    return this.#owners((entry) => swapPlaceOf(entry) === place)
  }

  #owners(isMeant: (entry: bigint) => boolean): PageOwner[] {
    return this.#parts.processes().flatMap((process) =>
      this.#tableOf(process)
        .entries()
        .filter(({ entry }) => isMeant(entry))
        .map(({ page, entry }) => ({ process, page, entry })),
    )
  }

  /** Moves one page out, as the policy says. @returns false where none can go: there is no page, or no place for it */
  freeFrame(): boolean {
    const pages = this.pages()
    const hasPlace =
      this.area.freePlace !== undefined || pages.some(({ base }) => this.#keptPlace(base) !== undefined)
    const movable = hasPlace ? pages : pages.filter(({ isClean }) => isClean)
    if (movable.length === 0) return false
    const { victim, spared } = chooseVictim(this.policy, movable)
    for (const page of spared) this.#spare(page)
    this.#moveOut(victim, pages)
    return true
  }

  #spare({ base, owners }: ReclaimablePage): void {
    for (const { process, page, entry } of owners) this.#setEntry(process, page, entry & ~BigInt(ACCESSED))
    this.#parts.frames.arrive(base)
  }

  #moveOut(victim: ReclaimablePage, others: readonly ReclaimablePage[]): void {
    const { frames, tell } = this.#parts
    const { base, owners, isClean } = victim
    const place = isClean ? this.#keptPlace(base) : this.#write(victim, others)
    if (place !== undefined) this.area.setUseCount(place, owners.length)
    frames.keepPlace(base, undefined)
    frames.increment(isClean ? 'pagesDropped' : 'pagesSwappedOut')
    for (const { process, page } of owners) {
      this.#setEntry(process, page, place === undefined ? 0n : swappedEntry(place))
      frames.release(base)
    }
    const { process, page } = owners[0]!
    const frame = frames.placeOf(base)
    tell({ kind: 'evicted', process: process.name, page, frame, place, isWritten: !isClean })
  }

  /** @returns the place that has the page now */
  #write({ base }: ReclaimablePage, pages: readonly ReclaimablePage[]): number {
    const place = this.#keptPlace(base) ?? this.area.freePlace ?? this.#takePlaceFrom(pages)
    this.area.write(place, this.#parts.frames.bytesOf(base))
    return place
  }

  /** A page in RAM gives up its copy in the swap area, and has to be written if it leaves. */
  #takePlaceFrom(pages: readonly ReclaimablePage[]): number {
    const giver = pages.find(({ base }) => this.#keptPlace(base) !== undefined)!
    const place = this.#keptPlace(giver.base)!
    this.#parts.frames.keepPlace(giver.base, undefined)
    for (const { process, page, entry } of giver.owners) this.#setEntry(process, page, entry | BigInt(DIRTY))
    return place
  }

  #keptPlace(base: PhysicalAddress): number | undefined {
    return this.#parts.frames.keptPlace(base)
  }

  #setEntry(process: LinuxProcess, page: PageNumber, entry: bigint): void {
    const table = this.#tableOf(process)
    if (entry === 0n) table.remove(page)
    else table.set(page, entry, noTable)
    this.#parts.upkeep.pageChanged(page, process.root)
  }

  #tableOf({ root }: LinuxProcess): PageTable {
    return new PageTable(this.#parts.journal, this.#parts.memory.scheme, root)
  }

  /**
   * Reads a page back into a frame, which must be free.
   * @param map makes one of its owners' entries
   */
  bringBack(place: number, map: (owner: PageOwner, base: PhysicalAddress, isShared: boolean) => void): void {
    const { frames, memory } = this.#parts
    const base = frames.take()!
    memory.writePhysical(frames.placeOf(base), this.area.page(place))
    const owners = this.ownersOf(place)
    owners.forEach((owner, index) => {
      if (index > 0) frames.share(base)
      map(owner, base, owners.length > 1)
    })
    frames.arrive(base)
    frames.keepPlace(base, place)
    this.area.setUseCount(place, 1)
    frames.increment('majorFaults')
  }
}

function noTable(): never {
  throw new Error('an entry that exists has its tables')
}
