import type { Registers } from '../isa/registers.ts'
import type { Journal, Slot } from '../journal.ts'
import { ACCESSED, entryBase, makeEntry, PRESENT, type Rights } from '../memory/entry.ts'
import type { Memory } from '../memory/memory.ts'
import { PageTable, type PageEntry } from '../memory/page-table.ts'
import { largePageDepth, segmentPlace, startOf, type SegmentedName } from '../memory/scheme.ts'
import {
  frameOf,
  PAGE_SIZE,
  pageNumber,
  pageOf,
  pageOffset,
  pageStart,
  physicalAddress,
  type PageNumber,
  type PhysicalAddress,
  type VirtualAddress,
} from '../units.ts'
import { hasFrame } from './absent-entry.ts'
import { Console } from './console.ts'
import { addressSpaceOf, type AddressSpace, type Fill, type Image, type ProcessImage } from './images.ts'
import { LessonCalls } from './lesson-calls.ts'
import { Linux, type ProcessStore } from './linux.ts'
import { restoreRegisters, saveRegisters, type Process } from './process.ts'
import type { ProcessSpec } from './processes/parse-processes.ts'
import type { ProgramSegment } from './program-segment.ts'
import { regionOf } from './region.ts'
import type { SwapDesign } from './swap-area.ts'
import type { Piece } from './table-room.ts'
import { TlbUpkeep } from './tlb-upkeep.ts'

/** Who uses a frame of RAM, and what for: a region's name, or `page table`. */
export interface FrameOwner {
  readonly process: string
  readonly purpose: string
}

/** A row of a page table as the OS is told to make it. */
export interface PageRow {
  readonly page: PageNumber
  readonly entry: bigint
  /** Of a large page, its size; without it the page has the machine's usual one. */
  readonly byteCount?: number
}

/** As the document's table has it: readable and writable, and no word of NX. */
const STACK_RIGHTS: Rights = { write: true, execute: true, user: true }

/**
 * The operating system: processes, their regions and page tables, and which frames are in use. The tables lie in RAM;
 * what it keeps besides are immutable values in journalled slots. The processor does not know it.
 */
export class Kernel implements ProcessStore {
  readonly image: Image
  /** What answers page faults, system calls and signals; undefined where faults end the run. */
  readonly linux: Linux | undefined
  /** What programs have written. */
  readonly console: Console
  readonly #journal: Journal
  readonly #memory: Memory
  readonly #registers: Registers
  readonly #upkeep: TlbUpkeep
  readonly #processes: Slot<readonly Process[]>
  readonly #currentName: Slot<string>

  constructor(
    journal: Journal,
    memory: Memory,
    registers: Registers,
    image: Image,
    upkeep = new TlbUpkeep(memory, false),
    swap?: SwapDesign,
  ) {
    this.#journal = journal
    this.#memory = memory
    this.#registers = registers
    this.image = image
    this.#upkeep = upkeep
    this.#processes = journal.slot(image.processes.map((process) => this.#newProcess(process)))
    this.#currentName = journal.slot(image.processes[0]!.name)
    if (image.quantum !== undefined)
      this.linux = new Linux({ journal, memory, registers, upkeep }, this, image, swap)
    this.console = this.linux?.console ?? new Console(journal)
  }

  /** What can be answered where Linux is not. */
  get lessonCalls(): LessonCalls {
    return new LessonCalls(this.#registers, this.#memory, this.console)
  }

  get processes(): readonly Process[] {
    return this.#processes.get()
  }

  get current(): Process {
    return this.process(this.#currentName.get())!
  }

  process(name: string): Process | undefined {
    return this.processes.find((process) => process.name === name)
  }

  /** What the image says about the current process's memory. */
  get addressSpace(): AddressSpace {
    return addressSpaceOf(this.#imageOf(this.current), this.#memory.scheme)
  }

  /** The page table of a process, by default the current one's. */
  pageTable(process: Process = this.current): PageTable {
    return new PageTable(this.#journal, this.#memory.scheme, process.root)
  }

  /** Fills RAM as the image says and lets the first process run. */
  boot(): void {
    if (this.linux !== undefined) {
      this.linux.boot(this.current.name)
      return
    }
    for (const process of this.image.processes) this.#bootProcess(process)
    this.#enter(this.current)
    restoreRegisters(this.#registers, this.current.registers)
  }

  /** Takes over processes that were kept in a snapshot; RAM and registers are restored with it. */
  adopt(processes: readonly Process[], currentName: string): void {
    this.#processes.set(processes)
    this.#currentName.set(currentName)
    this.#memory.flush()
  }

  /**
   * Stops the current process and lets another one run: keeps the registers, loads the other's, and its page table
   * into CR3. Returns false where there is no such process.
   */
  switchTo(name: string): boolean {
    const next = this.process(name)
    if (next === undefined) return false
    if (next.name === this.current.name) return true
    this.update({ ...this.current, registers: saveRegisters(this.#registers) })
    this.#currentName.set(name)
    this.#enter(next)
    restoreRegisters(this.#registers, next.registers)
    return true
  }

  /** Tells the processor where the process's memory is: its page table, or its segments. */
  #enter(process: Process): void {
    this.#memory.root = process.root
    this.#segmentsOf(process).forEach((segment, number) => this.#memory.control.setSegment(number, segment))
  }

  #segmentsOf(process: Process): readonly { readonly base: number; readonly limit: number }[] {
    const { scheme } = this.#memory
    if (scheme.segments === undefined) return []
    return this.#imageOf(process).segmented[scheme.name as SegmentedName].segments
  }

  /** The registers that the current process begins with. */
  resetRegisters(): void {
    restoreRegisters(this.#registers, this.addressSpace.registers)
  }

  /**
   * Puts a program's bytes into the current process's memory. Where there is paging, each page gets a free frame and
   * a row of its own, in place of the program that was loaded before.
   */
  load(segments: readonly ProgramSegment[]): void {
    this.#unload()
    this.addToProgram(segments)
  }

  /** Puts more bytes beside the loaded program; pages it has already are used as they are. */
  addToProgram(segments: readonly ProgramSegment[]): void {
    const rights = new Map<PageNumber, Rights>()
    for (const { address, byteCount, write, execute } of segments) {
      for (const page of pagesOf(address, byteCount)) rights.set(page, { write, execute, user: true })
    }
    this.#addProgramPages(rights)
    for (const { address, bytes } of segments) this.#copyOut(address, bytes)
  }

  /** Makes these the only rows of the current process's page table, besides the loader's own. */
  setRows(rows: readonly PageRow[]): void {
    const table = this.pageTable()
    const kept = new Set<PageNumber>([...this.current.loaderPages, ...rows.map(({ page }) => page)])
    for (const { page } of table.entries()) if (!kept.has(page)) table.remove(page)
    table.removeLarge()
    const listed = new Set<PageNumber>(rows.map(({ page }) => page))
    this.update({
      ...this.current,
      loaderPages: this.current.loaderPages.filter((page) => !listed.has(page)),
    })
    const named = this.#piecesNamed(rows)
    for (const { page, entry, byteCount } of rows) {
      const take = (size: number) => this.#takeTable(size, table, named)
      const depth = byteCount === undefined ? undefined : largePageDepth(this.#memory.scheme, byteCount)
      if (depth === undefined) table.set(page, entry, take)
      else table.setLarge(page, entry, depth, take)
    }
    this.#upkeep.spaceChanged(this.current.root)
  }

  /** The rows of a process's page table that are not the loader's. */
  ownRows(process: Process = this.current): PageEntry[] {
    const table = this.pageTable(process)
    return table.entries().filter(({ page }) => !process.loaderPages.includes(page))
  }

  /** How many tables a process has, the root's included, and how many bytes they take; undefined without paging. */
  tableSize(process: Process): { readonly tables: number; readonly tableBytes: number } | undefined {
    const table = this.pageTable(process)
    if (!table.exists) return undefined
    const sizes = table.tableByteCounts()
    return { tables: sizes.length, tableBytes: sizes.reduce((sum, size) => sum + size, 0) }
  }

  /** How many frames no process uses. */
  freeFrameCount(): number {
    return this.linux?.frames.freeCount ?? this.#journal.ramByteCount / PAGE_SIZE - this.#handedOut().size
  }

  /**
   * Every frame in use. A frame that two processes share is the first one's.
   * @param frameByteCount of the frames that are counted
   */
  frameOwners(frameByteCount = PAGE_SIZE): Map<number, FrameOwner> {
    const owners = this.#handedOut(frameByteCount)
    for (const process of this.processes.filter((one) => this.linux?.hasMemory(one) ?? true)) {
      for (const frame of this.#largePageFrames(process, frameByteCount))
        if (!owners.has(frame)) owners.set(frame, { process: process.name, purpose: 'large page' })
    }
    return owners
  }

  /** Every frame that is somebody's alone. A large page may lie over all of RAM: frames are handed out all the same. */
  #handedOut(frameByteCount = PAGE_SIZE): Map<number, FrameOwner> {
    const owners = new Map<number, FrameOwner>()
    const add = (base: number, process: Process, purpose: string) => {
      const frame = Math.floor(base / frameByteCount)
      if (!owners.has(frame)) owners.set(frame, { process: process.name, purpose })
    }
    for (let frame = 0; frame < (this.linux?.frames.firstFrame ?? 0); frame++) {
      owners.set(frame, { process: 'kernel', purpose: 'kernel' })
    }
    const alive = this.processes.filter((process) => this.linux?.hasMemory(process) ?? true)
    for (const process of alive) {
      for (const base of this.#tableFrames(process, frameByteCount)) add(base, process, 'page table')
    }
    for (const process of alive) {
      for (const [page, base] of this.#residentPages(process)) {
        add(base, process, regionOf(process.regions, startOf(this.#memory.scheme, page))?.name ?? 'no region')
      }
    }
    return owners
  }

  /** Every frame in RAM that a large page lies in. */
  #largePageFrames(process: Process, frameByteCount: number): number[] {
    const end = Math.min(this.image.tablesBelow ?? Infinity, this.#journal.ramByteCount)
    return this.pageTable(process)
      .largePages()
      .flatMap(({ base, byteCount }) => {
        const inRam = Math.min(base + byteCount, end) - base
        const count = Math.max(0, Math.ceil(inRam / frameByteCount))
        return Array.from({ length: count }, (_, number) => Math.floor(base / frameByteCount) + number)
      })
  }

  #tableFrames(process: Process, frameByteCount: number): readonly number[] {
    const table = this.pageTable(process)
    return table.exists ? table.tableFrames(frameByteCount) : []
  }

  /** Pages in RAM and where; without paging, all that the regions have of it. */
  #residentPages(process: Process): [PageNumber, number][] {
    const table = this.pageTable(process)
    if (table.exists) {
      return table
        .entries()
        .filter(({ entry }) => hasFrame(entry))
        .map(({ page, entry }) => [page, this.#frameBaseOf(entry)])
    }
    return process.regions.flatMap(({ start, end }) =>
      pagesOf(start, Number(end - start)).map((page): [PageNumber, number] => [
        page,
        this.#placeOf(process, pageStart(page)),
      ]),
    )
  }

  /** Where an address lies in RAM without a page table: where it says, or as its segment's base has it. */
  #placeOf(process: Process, address: VirtualAddress): number {
    const { number, distance } = segmentPlace(this.#memory.scheme, Number(address))
    return (this.#segmentsOf(process)[number]?.base ?? 0) + distance
  }

  #newProcess(image: ProcessImage): Process {
    const { regions, registers } = addressSpaceOf(image, this.#memory.scheme)
    return { name: image.name, root: image.tables[0]!, regions, registers, loaderPages: [] }
  }

  #bootProcess(image: ProcessImage): void {
    const process = this.process(image.name)!
    const table = this.pageTable(process)
    const spare = image.tables.slice(1)
    this.#enter(process)
    if (table.exists) {
      for (const { page, frameBase } of image.resident) {
        table.set(page, makeEntry(frameBase, STACK_RIGHTS), () => spare.shift() ?? this.#takeFrame())
      }
    }
    for (const fill of addressSpaceOf(image, this.#memory.scheme).fills) this.#fill(fill)
  }

  #fill({ start, end, byte }: Fill): void {
    this.#copyOut(start, new Uint8Array(Number(end - start)).fill(byte))
  }

  /** Writes through the current page table with the kernel's rights: read-only pages too, and without marking them. */
  #copyOut(address: VirtualAddress, bytes: Uint8Array): void {
    let done = 0
    for (const { byteCount, translation } of this.#memory.partsOf(address, bytes.length)) {
      if (!translation.ok) throw new Error('the OS writes only to pages it has mapped')
      this.#memory.writePhysical(translation.physicalAddress, bytes.subarray(done, done + byteCount))
      done += byteCount
    }
  }

  #unload(): void {
    const table = this.pageTable()
    for (const page of this.current.loaderPages) table.remove(page)
    this.update({ ...this.current, loaderPages: [] })
    this.#upkeep.spaceChanged(this.current.root)
  }

  /**
   * Frames for the pages come first, in order; those for tables on the way follow. The pages count as accessed, as
   * Linux has it for a page that it maps because it is about to be used.
   */
  #addProgramPages(rights: ReadonlyMap<PageNumber, Rights>): void {
    const table = this.pageTable()
    const missing = [...rights.keys()].filter((page) => table.exists && !this.#isResident(table, page))
    const frames: PhysicalAddress[] = []
    while (frames.length < missing.length) frames.push(this.#takeFrame(frames))
    for (const [index, page] of missing.entries()) {
      const entry = makeEntry(frames[index]!, rights.get(page)!) | BigInt(ACCESSED)
      table.set(page, entry, () => this.#takeFrame(frames))
    }
    this.#upkeep.spaceChanged(this.current.root)
    this.update({ ...this.current, loaderPages: [...this.current.loaderPages, ...missing] })
  }

  /** The pieces of RAM that rows name: a frame each, or as much as a large page takes. */
  #piecesNamed(rows: readonly PageRow[]): Piece[] {
    const frame = 2 ** this.#memory.scheme.pageBits
    const end = this.#journal.ramByteCount
    return rows
      .filter(({ entry }) => hasFrame(entry))
      .map(({ entry, byteCount = frame }) => {
        const base = this.#frameBaseOf(entry)
        return { base, byteCount: Math.min(byteCount, Math.max(frame, end - base)) }
      })
  }

  /**
   * RAM for a table of a row, in none of the frames that rows name as long as there are others. Where no program runs,
   * tables are as small as they are, and lie as high in RAM as they can: rows may name any frame below.
   */
  #takeTable(byteCount: number, table: PageTable, named: readonly Piece[]): PhysicalAddress {
    if (this.image.tablesBelow === undefined)
      return this.#freeFrame(named.flatMap(framesIn)) ?? this.#takeFrame()
    const sizes = table.tableByteCounts()
    const tables = table.tables().map((base, index) => ({ base, byteCount: sizes[index]! }))
    const at = this.#highestBeside([...tables, ...named], byteCount) ?? this.#highestBeside(tables, byteCount)
    if (at === undefined) throw new Error('rows are checked to leave room for their tables')
    this.#memory.writePhysical(physicalAddress(at), new Uint8Array(byteCount))
    return physicalAddress(at)
  }

  /** The highest place for a table that lies in none of these pieces. */
  #highestBeside(taken: readonly Piece[], byteCount: number): number | undefined {
    const step = Math.max(byteCount, 2 ** this.#memory.scheme.pageBits)
    for (let at = Math.floor(this.image.tablesBelow! / step) * step - step; at >= 0; at -= step)
      if (taken.every(({ base, byteCount: size }) => base >= at + byteCount || at >= base + size)) return at
    return undefined
  }

  /** Where the frame of an entry begins, as the OS speaks of entries: by the frame's number. */
  #frameBaseOf(entry: bigint): number {
    return (entryBase(entry) / PAGE_SIZE) * 2 ** this.#memory.scheme.pageBits
  }

  #isResident(table: PageTable, page: PageNumber): boolean {
    return ((table.find(page)?.entry ?? 0n) & BigInt(PRESENT)) !== 0n
  }

  #takeFrame(except: readonly number[] = []): PhysicalAddress {
    const base = this.#freeFrame(except)
    if (base !== undefined) return base
    throw new Error('rows and programs are checked to fit before they are mapped')
  }

  /** The lowest free frame from the image's first for loading, filled with zeros; undefined where there is none. */
  #freeFrame(except: readonly number[]): PhysicalAddress | undefined {
    const owners = this.#handedOut()
    const tables = this.image.processes.flatMap((process) => process.tables)
    const reserved = new Set<number>([...except, ...tables].map((base) => frameOf(physicalAddress(base))))
    const end = this.#journal.ramByteCount / PAGE_SIZE
    for (let frame = frameOf(this.#imageOf(this.current).loadFrom); frame < end; frame++) {
      if (owners.has(frame) || reserved.has(frame)) continue
      const base = physicalAddress(frame * PAGE_SIZE)
      this.#memory.writePhysical(base, new Uint8Array(PAGE_SIZE))
      return base
    }
    return undefined
  }

  /**
   * Makes these the processes, with these regions. The one that is to run does, by default the one that ran. What a
   * process had in RAM stays in its page table where no handler answers faults: regions are then what the OS tells of it.
   */
  setProcesses(specs: readonly ProcessSpec[]): void {
    if (this.linux !== undefined) this.linux.setProcesses(specs)
    else this.replaceAll(this.#processesFor(specs))
    this.#enter(this.current)
    const running = specs.find(({ isRunning }) => isRunning)
    if (running !== undefined) this.switchTo(running.name)
  }

  #processesFor(specs: readonly ProcessSpec[]): Process[] {
    const roots: PhysicalAddress[] = []
    return specs.map(({ name, regions }) => {
      const known = this.process(name)
      if (known !== undefined) return { ...known, regions }
      const root = this.#takeFrame(roots)
      roots.push(root)
      return { name, root, regions, registers: {}, loaderPages: [] }
    })
  }

  /** Makes these the processes; the first runs if the running one is none of them. */
  replaceAll(processes: readonly Process[]): void {
    const ran = this.#currentName.get()
    this.#processes.set(processes)
    if (processes.some(({ name }) => name === ran)) return
    this.#currentName.set(processes[0]!.name)
    this.#enter(processes[0]!)
    restoreRegisters(this.#registers, processes[0]!.registers)
  }

  #imageOf(process: Process): ProcessImage {
    return this.image.processes.find(({ name }) => name === process.name) ?? this.image.processes[0]!
  }

  /** Keeps a process as it is now. */
  update(process: Process): void {
    this.#processes.set(this.processes.map((old) => (old.name === process.name ? process : old)))
  }
}

/** The pages that a range of addresses touches. */
export function pagesOf(address: VirtualAddress, byteCount: number): PageNumber[] {
  const first = pageOf(address)
  const count = Math.ceil((pageOffset(address) + byteCount) / PAGE_SIZE)
  return Array.from({ length: count }, (_, index) => pageNumber(first + index))
}

/** Where each frame begins that a piece of RAM lies in. */
function framesIn({ base, byteCount }: Piece): number[] {
  return Array.from({ length: Math.ceil(byteCount / PAGE_SIZE) }, (_, number) => base + number * PAGE_SIZE)
}
