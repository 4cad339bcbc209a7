import type { Journal } from '../journal.ts'
import { ACCESSED, DIRTY, entryBase, makeEntry, WRITABLE } from '../memory/entry.ts'
import { EXECUTE, READ, WRITE, type Access } from '../memory/fault.ts'
import type { Memory } from '../memory/memory.ts'
import { PageTable, type PageEntry } from '../memory/page-table.ts'
import { pageOf, startOf } from '../memory/scheme.ts'
import {
  PAGE_BITS,
  PAGE_SIZE,
  pageNumber,
  physicalAddress,
  type PageNumber,
  type PhysicalAddress,
  type VirtualAddress,
} from '../units.ts'
import { hasFrame, hiddenEntry, swapPlaceOf } from './absent-entry.ts'
import type { FrameTable } from './frame-table.ts'
import type { LinuxProcess } from './linux-process.ts'
import type { PageReclaim } from './page-reclaim.ts'
import { withGrownStack } from './region-list.ts'
import { isReadable, regionOf, type Region } from './region.ts'
import type { TableRoom } from './table-room.ts'
import type { TlbUpkeep } from './tlb-upkeep.ts'

/** How a page fault was answered, or why it cannot be. */
export type FaultAnswer =
  | 'zero-page' /* the page can be read now: it is the shared frame of zeros */
  | 'new-page' /* it has a frame of its own now, of zeros or as the file has it */
  | 'copied' /* it was shared until it was written to */
  | 'made-writable' /* it was shared once, and nobody else has it any more */
  | 'swapped-in' /* it was out of RAM, and is back */
  | 'renewed' /* the page table was right, the processor remembered an older one */

/** `no-region` and `forbidden` are the process's own doing; `no-memory` is not. */
export type FaultRefusal = 'no-region' | 'forbidden' | 'no-memory'

export type FaultOutcome =
  | { readonly ok: true; readonly answer: FaultAnswer; readonly regions: readonly Region[] }
  | { readonly ok: false; readonly refusal: FaultRefusal }

/** What a page cannot be given at once for: frames must become free first. */
const NO_ROOM = 'no-room'
type Attempt = FaultAnswer | typeof NO_ROOM

/**
 * Gives pages their frames when they are first touched, as Linux does: a page that is read before it is written is the
 * one frame of zeros, read-only; the first write gives it a frame of its own.
 */
export class DemandPaging {
  readonly #journal: Journal
  readonly #memory: Memory
  readonly #frames: FrameTable
  readonly #tableRoom: TableRoom
  readonly #upkeep: TlbUpkeep
  readonly #processes: () => readonly LinuxProcess[]
  /** What makes room when RAM is full; undefined where nothing does. */
  readonly reclaim: PageReclaim | undefined

  /** @param processes those that have page tables */
  constructor(
    parts: { journal: Journal; memory: Memory; frames: FrameTable; tableRoom: TableRoom; upkeep: TlbUpkeep },
    processes: () => readonly LinuxProcess[],
    reclaim?: PageReclaim,
  ) {
    this.#journal = parts.journal
    this.#memory = parts.memory
    this.#frames = parts.frames
    this.#tableRoom = parts.tableRoom
    this.#upkeep = parts.upkeep
    this.#processes = processes
    this.reclaim = reclaim
  }

  /** Answers a page fault of a process: finds the region, takes a frame, fills it, maps it. */
  answer(process: LinuxProcess, address: VirtualAddress, access: Access): FaultOutcome {
    const grown = regionOf(process.regions, address) ? undefined : withGrownStack(process.regions, address)
    const regions = grown ?? process.regions
    const region = regionOf(regions, address)
    if (region === undefined) return { ok: false, refusal: 'no-region' }
    if (!permits(region, access)) return { ok: false, refusal: 'forbidden' }
    const page = pageOf(this.#memory.scheme, address)
    const answer = this.#provide(process, region, page, access)
    if (answer === undefined) return { ok: false, refusal: 'no-memory' }
    this.#upkeep.pageChanged(page, process.root)
    return { ok: true, answer, regions }
  }

  /** Tries until there is room. The page itself may be moved out meanwhile: each attempt looks anew. */
  #provide(process: LinuxProcess, region: Region, page: PageNumber, access: Access): FaultAnswer | undefined {
    for (;;) {
      const answer = this.#attempt(process, region, page, access)
      if (answer !== NO_ROOM) return answer
      if (!this.#freeFrame()) return undefined
    }
  }

  /** @returns undefined where no free frame would help */
  #attempt(process: LinuxProcess, region: Region, page: PageNumber, access: Access): Attempt | undefined {
    const found = this.tableOf(process).find(page)
    if (found === undefined || found.entry === 0n) return this.#firstTouch(process, region, page, access)
    const { entry } = found
    const place = swapPlaceOf(entry)
    if (place !== undefined) return this.#bringBack(place)
    const base = entryBase(entry)
    const isWrite = access === WRITE
    const mayWrite = (entry & BigInt(WRITABLE)) !== 0n
    if (!isWrite || mayWrite) {
      // Where marks are left to software, this is how it is told of the first write.
      this.#map(process, page, base, region, { write: mayWrite, dirty: isWrite || isDirty(entry) })
      return 'renewed'
    }
    if (this.#isOwn(base) || region.shared === true) {
      this.#map(process, page, base, region, { write: true, dirty: isDirty(entry) })
      return 'made-writable'
    }
    return this.#copy(process, region, page, base)
  }

  #freeFrame(): boolean {
    return this.reclaim?.freeFrame() ?? false
  }

  /** Whether a page more must wait until another has left. */
  get #isFull(): boolean {
    return this.reclaim?.isFull === true
  }

  /** Makes room for tables of these sizes, if need be by moving pages out. */
  #makeRoomForTables(byteCounts: readonly number[]): boolean {
    while (!this.#tableRoom.has(byteCounts)) {
      if (this.#tableRoom.framesOf(byteCounts) === 0 || !this.#freeFrame()) return false
    }
    return true
  }

  #firstTouch(process: LinuxProcess, region: Region, page: PageNumber, access: Access): Attempt | undefined {
    const sharers = this.#sharersOf(process, region, page)
    const tables = [process, ...sharers].map((one) => this.tableOf(one))
    if (!tables.every((table) => table.hasRoom)) return undefined
    const missing = tables.flatMap((table) => table.missingTables(page))
    if (!this.#tableRoom.has(missing)) return this.#tableRoom.framesOf(missing) === 0 ? undefined : NO_ROOM
    const content = region.fromFile ? fileContent(process, page) : undefined
    const mayShareZeros = region.shared !== true && this.reclaim?.countsOut !== true
    const zeros =
      mayShareZeros && content === undefined && access === READ ? this.#frames.zeroFrame : undefined
    if (zeros === undefined && this.#isFull) return NO_ROOM
    if (this.#frames.freeCount < this.#tableRoom.framesOf(missing) + (zeros === undefined ? 1 : 0))
      return NO_ROOM
    this.#frames.increment('minorFaults')
    if (zeros !== undefined) {
      this.#frames.increment('zeroPagesMapped')
      this.#map(process, page, zeros, region, { write: false, dirty: false })
      return 'zero-page'
    }
    const base = this.#frames.takeZeroed()!
    if (content !== undefined) this.#memory.writePhysical(this.#frames.placeOf(base), content)
    this.#frames.increment('pagesFilled')
    const isAsInFile = content !== undefined && access !== WRITE
    this.#map(process, page, base, region, { write: region.write, dirty: !isAsInFile })
    for (const sharer of sharers) this.#mapShared(sharer, page, base)
    this.#frames.arrive(base)
    return 'new-page'
  }

  /** The other processes that have the same shared memory there. They get the frame too, as long as it is known. */
  #sharersOf(process: LinuxProcess, { object }: Region, page: PageNumber): LinuxProcess[] {
    if (object === undefined) return []
    return this.#processes().filter(
      ({ name, regions }) =>
        name !== process.name && regionOf(regions, this.#startOf(page))?.object === object,
    )
  }

  #mapShared(process: LinuxProcess, page: PageNumber, base: number): void {
    const region = regionOf(process.regions, this.#startOf(page))!
    this.#frames.share(base)
    this.#map(process, page, base, region, { write: true, dirty: true })
    this.#upkeep.pageChanged(page, process.root)
  }

  /** The page gets a frame of its own, with the bytes of the one that it shared. */
  #copy(process: LinuxProcess, region: Region, page: PageNumber, base: number): Attempt {
    if (this.#frames.freeCount < 1 || this.#isFull) return NO_ROOM
    this.#frames.increment('minorFaults')
    const isZero = base === this.#frames.zeroFrame
    const copy = isZero ? this.#frames.takeZeroed()! : this.#frames.take()!
    if (!isZero) this.#memory.writePhysical(this.#frames.placeOf(copy), this.#frames.bytesOf(base))
    this.#frames.increment(isZero ? 'pagesFilled' : 'pagesCopied')
    this.#frames.release(base)
    this.#map(process, page, copy, region, { write: true, dirty: true })
    this.#frames.arrive(copy)
    return 'copied'
  }

  /** The page comes back for everybody who has it. Those who share it may not write until it is copied. */
  #bringBack(place: number): Attempt {
    if (this.#frames.freeCount < 1 || this.#isFull) return NO_ROOM
    this.reclaim!.bringBack(place, ({ process, page }, base, isShared) => {
      const region = regionOf(process.regions, this.#startOf(page))!
      this.#map(process, page, base, region, { write: !isShared || region.shared === true, dirty: false })
      this.#upkeep.pageChanged(page, process.root)
    })
    return 'swapped-in'
  }

  #isOwn(base: number): boolean {
    return base !== this.#frames.zeroFrame && this.#frames.shareCount(base) === 1
  }

  /**
   * Writes the page's entry: the region's rights, and writing only if it is allowed now. It is dirty where nothing but
   * the frame has its bytes, as Linux marks it, whether the processor has written to it or not.
   */
  #map(
    process: LinuxProcess,
    page: PageNumber,
    base: number,
    region: Region,
    { write, dirty }: { readonly write: boolean; readonly dirty: boolean },
  ): void {
    const rights = { write: write && region.write, execute: region.execute, user: true }
    const entry = makeEntry(base, rights) | BigInt(ACCESSED) | (dirty ? BigInt(DIRTY) : 0n)
    this.tableOf(process).set(page, isReadable(region) ? entry : hiddenEntry(entry), this.#takeTable)
  }

  #startOf(page: PageNumber): VirtualAddress {
    return startOf(this.#memory.scheme, page)
  }

  readonly #takeTable = (byteCount: number): PhysicalAddress => {
    const base = this.#tableRoom.take(byteCount)
    if (base === undefined) throw new Error('room for page tables is made before a page is mapped')
    return base
  }

  /** A process's page table. */
  tableOf({ root }: { readonly root: PhysicalAddress }): PageTable {
    return new PageTable(this.#journal, this.#memory.scheme, root)
  }

  /** An empty page table's root; undefined where no frame is free. */
  newRoot(): PhysicalAddress | undefined {
    const byteCount = this.tableOf({ root: physicalAddress(0) }).tableByteCount(0)
    return this.#makeRoomForTables([byteCount]) ? this.#tableRoom.take(byteCount) : undefined
  }

  /** The pages of a process that have a frame, those that may not be accessed included. */
  residentPages(process: { readonly root: PhysicalAddress }): PageEntry[] {
    return this.tableOf(process)
      .entries()
      .filter(({ entry }) => hasFrame(entry))
  }

  /** How many pages of a process are out of RAM. */
  swappedPageCount(process: { readonly root: PhysicalAddress }): number {
    const entries = this.tableOf(process).entries()
    return entries.filter(({ entry }) => swapPlaceOf(entry) !== undefined).length
  }

  /** An entry is about to go: the frame or the place that it led to has one user fewer. */
  #release(entry: bigint): void {
    const place = swapPlaceOf(entry)
    if (place !== undefined) this.reclaim!.area.release(place)
    if (!hasFrame(entry)) return
    const base = entryBase(entry)
    const kept = this.#frames.keptPlace(base)
    this.#frames.release(base)
    if (kept === undefined || this.#frames.shareCount(base) > 0) return
    this.#frames.keepPlace(base, undefined)
    this.reclaim!.area.release(kept)
  }

  /** Takes the frames of a range back, as `munmap` does. */
  discard(process: LinuxProcess, start: VirtualAddress, end: VirtualAddress): void {
    const table = this.tableOf(process)
    for (const { page, entry } of this.#pagesIn(process, start, end)) {
      this.#release(entry)
      table.remove(page)
      this.#upkeep.pageChanged(page, process.root)
    }
  }

  /** Brings the pages of a range to another, as `mremap` does. False where their tables find no room. */
  move(process: LinuxProcess, start: VirtualAddress, end: VirtualAddress, to: VirtualAddress): boolean {
    const table = this.tableOf(process)
    const distance = pageOf(this.#memory.scheme, to) - pageOf(this.#memory.scheme, start)
    for (const { page } of this.#pagesIn(process, start, end)) {
      const target = pageNumber(page + distance)
      if (!table.hasRoom || !this.#makeRoomForTables(table.missingTables(target))) return false
      // Making room may have moved this very page out.
      const { entry } = table.find(page)!
      table.set(target, entry, this.#takeTable)
      table.remove(page)
      this.#upkeep.pageChanged(page, process.root)
      this.#upkeep.pageChanged(target, process.root)
    }
    return true
  }

  /** Takes the frames of pages that belong to no region, and gives the others the rights of theirs. */
  confine(process: LinuxProcess): void {
    const table = this.tableOf(process)
    for (const { page, entry } of table.entries()) {
      if (regionOf(process.regions, this.#startOf(page)) !== undefined) continue
      this.#release(entry)
      table.remove(page)
    }
    for (const { start, end } of process.regions) this.renewRights(process, start, end)
    this.#upkeep.spaceChanged(process.root)
  }

  /** Gives the pages of a range the rights that their regions have now, as `mprotect` does. */
  renewRights(process: LinuxProcess, start: VirtualAddress, end: VirtualAddress): void {
    for (const { page, entry } of this.#pagesIn(process, start, end)) {
      if (!hasFrame(entry)) continue
      const region = regionOf(process.regions, this.#startOf(page))!
      const base = entryBase(entry)
      const write = this.#isOwn(base) || region.shared === true
      this.#map(process, page, base, region, { write, dirty: isDirty(entry) })
      this.#upkeep.pageChanged(page, process.root)
    }
  }

  #pagesIn(process: LinuxProcess, start: VirtualAddress, end: VirtualAddress): PageEntry[] {
    const table = this.tableOf(process)
    const size = BigInt(this.#frames.frameByteCount)
    const [first, behind] = [Number(start / size), Number(end / size)]
    if (behind - first > FEW_PAGES)
      return table.entries().filter(({ page }) => first <= page && page < behind)
    return Array.from({ length: behind - first }, (_, index) => table.find(pageNumber(first + index))).filter(
      (found) => found !== undefined,
    )
  }

  /**
   * Gives a child the parent's pages: both have the same frames now, and what either may write becomes read-only until
   * one of them does.
   */
  shareAll(parent: LinuxProcess, childRoot: PhysicalAddress): boolean {
    const [from, to] = [this.tableOf(parent), this.tableOf({ root: childRoot })]
    for (const { page } of from.entries()) {
      if (!to.hasRoom || !this.#makeRoomForTables(to.missingTables(page))) return false
      // Making room may have moved this very page out.
      const entry = from.find(page)?.entry ?? 0n
      if (entry === 0n) continue
      const isShared = regionOf(parent.regions, this.#startOf(page))?.shared === true
      const common = isShared || !hasFrame(entry) ? entry : entry & ~BigInt(WRITABLE)
      if (common !== entry) from.set(page, common, this.#takeTable)
      to.set(page, common, this.#takeTable)
      this.#addUser(entry)
    }
    this.#upkeep.spaceChanged(parent.root)
    return true
  }

  #addUser(entry: bigint): void {
    const place = swapPlaceOf(entry)
    if (place !== undefined) this.reclaim!.area.share(place)
    else this.#frames.share(entryBase(entry))
  }

  /** Gives back every frame of a process that has ended, its page tables too. */
  releaseAll(process: { readonly root: PhysicalAddress }): void {
    const table = this.tableOf(process)
    const tables = table.tables()
    for (const { entry } of table.entries()) this.#release(entry)
    for (const base of tables) this.#tableRoom.release(base)
    this.#upkeep.spaceChanged(process.root)
  }
}

/** Up to so many pages of a range are looked up one by one; for more, the whole table is read. */
const FEW_PAGES = 64

function isDirty(entry: bigint): boolean {
  return (entry & BigInt(DIRTY)) !== 0n
}

function permits(region: Region, access: Access): boolean {
  if (access === WRITE) return region.write
  return access === EXECUTE ? region.execute : isReadable(region)
}

/** A page as the program's file has it; undefined where the file has none of it. */
function fileContent({ file }: LinuxProcess, page: PageNumber): Uint8Array | undefined {
  const start = startOf({ pageBits: PAGE_BITS }, page)
  const content = new Uint8Array(PAGE_SIZE)
  let found = false
  for (const { address, bytes } of file) {
    const offset = Number(address - start)
    if (offset >= PAGE_SIZE || offset + bytes.length <= 0) continue
    found = true
    const part = bytes.subarray(Math.max(0, -offset), PAGE_SIZE - offset)
    content.set(part, Math.max(0, offset))
  }
  return found ? content : undefined
}
