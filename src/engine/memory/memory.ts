import { fromHalves, highHalf, lowHalf } from '../bits.ts'
import type { Journal } from '../journal.ts'
import {
  PAGE_BITS,
  PAGE_SIZE,
  pageNumber,
  pageOffset,
  physicalAddress,
  virtualAddress,
  wrapAddress,
  type PageNumber,
  type PhysicalAddress,
  type VirtualAddress,
} from '../units.ts'
import {
  CPL_WORD,
  CR0_WORD,
  CR3_WORD,
  EFER_WORD,
  MOST_SEGMENTS,
  NO_EXECUTE_ENABLE,
  SEGMENT_WORD,
  WRITE_PROTECT,
} from './control.ts'
import { ACCESSED, DIRTY, entryBase, GLOBAL, PAGE_SIZE_BIT, USER, WRITABLE, type Rights } from './entry.ts'
import {
  accessFault,
  EXECUTE,
  limitFault,
  pageFault,
  READ,
  widthFault,
  WRITE,
  type Access,
  type Fault,
  type NativeFault,
  type PageFaultCause,
} from './fault.ts'
import type { EntryFormat } from './formats/entry-format.ts'
import { nativeFault } from './formats/native-fault.ts'
import { readEntry, writeEntry } from './formats/stored-entry.ts'
import { tableIndices, type PagingScheme, type RadixLookup } from './scheme.ts'
import { Tlb, type TlbDesign } from './tlb.ts'
import { TranslationCache } from './translation-cache.ts'
import { Walker, type WalkFailure } from './walker.ts'

/** Numbers of pages end at 2^52, also where pages are so small that there are more. */
const PAGE_NUMBER_BITS = 52

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

/** The part of an access that lies in one page. */
export interface Segment {
  readonly address: VirtualAddress
  readonly byteCount: number
  readonly translation: Translation
}

/**
 * RAM behind a paging scheme: what the processor reads and writes through. Its state (RAM and control registers) is
 * the journal's; the translation cache is the only thing it keeps itself, and is forgotten whenever time travels.
 */
export class Memory {
  readonly scheme: PagingScheme
  readonly cache = new TranslationCache()
  /** The TLB that a reader sees, where the machine has one. Instructions are fetched past it. */
  readonly tlb: Tlb | undefined
  /** Why the last `resolve` returned -1. */
  fault: Fault | undefined
  /** Whether the last `resolve` for a write led into a page table, so that translations may have changed. */
  leadsToTable = false
  /** Called before a write to a frame that was watched; the frame is no longer watched then. */
  onWatchedWrite: (frameBase: number) => void = () => {}
  /**
   * Called for every page that is used, with the address's halves and where it lies, by somebody who has to know. While
   * it is set, data accesses are not cached, so that each comes by here; for instructions, `noteFetch` is called.
   */
  onUse: ((low: number, high: number, physical: number, access: Access) => void) | undefined

  readonly #journal: Journal
  readonly #walker: Walker
  /** One byte a frame: whether decoded instructions are kept of it. */
  readonly #watched: Uint8Array
  /** One byte a frame: whether a walk went through it. */
  readonly #tables: Uint8Array
  /** How entries are read; undefined where they are those of x86-64. */
  readonly #format: EntryFormat | undefined
  /** Whether translations may be kept: pages are not smaller than the cache's, and their entries bear marks of use. */
  readonly #mayCache: boolean
  /** What the instruction has looked up in the TLB. */
  readonly #lookups = new Set<number>()
  /** What `translate` was asked for last. */
  #walked = virtualAddress(0n)

  /**
   * Control registers start as a kernel leaves them for a program: CPL 3, CR0.WP and EFER.NXE set.
   * @throws RangeError if RAM is no whole number of frames
   */
  constructor(journal: Journal, scheme: PagingScheme, tlb?: TlbDesign) {
    const { ramByteCount, words, registersAt } = journal
    if (ramByteCount % PAGE_SIZE !== 0 || ramByteCount >= 2 ** 31) {
      throw new RangeError(`RAM of ${ramByteCount} bytes is not a whole number of frames below 2 GiB`)
    }
    this.#journal = journal
    this.scheme = scheme
    if (tlb !== undefined) this.tlb = new Tlb(journal, tlb)
    this.#walker = new Walker(journal, scheme)
    this.#format = this.#walker.format
    this.#mayCache =
      scheme.segments === undefined &&
      scheme.pageBits >= PAGE_BITS &&
      this.#format?.architecture !== 'textbook'
    this.#watched = new Uint8Array(ramByteCount / PAGE_SIZE)
    this.#tables = new Uint8Array(ramByteCount / PAGE_SIZE)
    words[registersAt + CR0_WORD] = WRITE_PROTECT
    words[registersAt + EFER_WORD] = NO_EXECUTE_ENABLE
    words[registersAt + CPL_WORD] = 3
    journal.onTravel(() => this.flush())
  }

  /** CR3: where the root table begins. Setting it flushes the cache. */
  get root(): PhysicalAddress {
    const { words, registersAt } = this.#journal
    const value = fromHalves(words[registersAt + CR3_WORD]!, words[registersAt + CR3_WORD + 1]!)
    return physicalAddress(this.#format === undefined ? entryBase(value) : Number(value))
  }

  set root(root: PhysicalAddress) {
    const at = this.#journal.registersAt + CR3_WORD
    this.#journal.writeWord(at, lowHalf(BigInt(root)))
    this.#journal.writeWord(at + 1, highHalf(BigInt(root)))
    this.flush()
    this.tlb?.loadRoot()
  }

  /** Base and limit of a segment, in bytes. Setting them is loading the registers, as an OS does for a process. */
  segment(number: number): { readonly base: number; readonly limit: number } {
    const { words, registersAt } = this.#journal
    const at = registersAt + SEGMENT_WORD + 2 * number
    return { base: words[at]! >>> 0, limit: words[at + 1]! >>> 0 }
  }

  /** @throws RangeError for a number that no segment has */
  setSegment(number: number, { base, limit }: { readonly base: number; readonly limit: number }): void {
    if (number < 0 || number >= MOST_SEGMENTS) throw new RangeError(`there is no segment ${number}`)
    this.#setControl(SEGMENT_WORD + 2 * number, base | 0)
    this.#setControl(SEGMENT_WORD + 2 * number + 1, limit | 0)
  }

  /** The current privilege level, 0 or 3. */
  get privilegeLevel(): number {
    return this.#journal.words[this.#journal.registersAt + CPL_WORD]!
  }

  set privilegeLevel(level: number) {
    this.#setControl(CPL_WORD, level)
  }

  /** CR0.WP: whether a read-only page is read-only for the kernel too. */
  set writeProtect(on: boolean) {
    this.#setControl(CR0_WORD, on ? WRITE_PROTECT : 0)
  }

  /** EFER.NXE: whether the NX bit has its effect; it is reserved otherwise. */
  set noExecuteEnable(on: boolean) {
    this.#setControl(EFER_WORD, on ? NO_EXECUTE_ENABLE : 0)
  }

  #setControl(word: number, value: number): void {
    this.#journal.writeWord(this.#journal.registersAt + word, value)
    this.flush()
  }

  /** Forgets the simulator's own cached translations: whoever changes a page table calls this. A TLB keeps its own. */
  flush(): void {
    this.cache.flush()
    this.#lookups.clear()
  }

  /** From now on, a write to this frame is told to `onWatchedWrite` first, once. */
  watch(frameBase: number): void {
    this.#watched[frameBase / PAGE_SIZE] = 1
    this.cache.dropWrites(frameBase)
  }

  /**
   * Translates one byte address, given as halves, as the processor does for an access: sets accessed and dirty bits
   * and fills the cache. Returns the physical address, or -1 with `fault` set.
   */
  resolve(low: number, high: number, access: Access): number {
    const physical =
      this.tlb !== undefined && access !== EXECUTE
        ? this.#resolveByTlb(this.tlb, low, high, access)
        : this.#resolveByWalk(low, high, access)
    if (access !== EXECUTE && physical >= 0) this.onUse?.(low, high, physical, access)
    return physical
  }

  /** An instruction was executed from there: its page has been used. */
  noteFetch(address: VirtualAddress): void {
    const [low, high] = [lowHalf(address), highHalf(address)]
    const physical = this.onUse === undefined ? -1 : this.#walker.walk(low, high, EXECUTE)
    if (physical >= 0) this.onUse?.(low, high, physical, EXECUTE)
  }

  #resolveByWalk(low: number, high: number, access: Access): number {
    const physical = this.#walker.walk(low, high, access)
    if (physical < 0) {
      this.fault = this.#faultOf(virtualAddress(fromHalves(low, high)), access)
      return -1
    }
    const base = physical & ~(PAGE_SIZE - 1)
    this.#markUsed(access)
    if (!this.#mayCache) {
      if (access === WRITE) this.#refusesWriteCaching(base)
      return physical
    }
    if (access === WRITE && this.#refusesWriteCaching(base)) return physical
    if (this.onUse !== undefined && access !== EXECUTE) return physical
    const slot = access * 256 + ((low >>> PAGE_BITS) & 255)
    this.cache.tagLow[slot] = low & ~(PAGE_SIZE - 1)
    this.cache.tagHigh[slot] = high
    this.cache.base[slot] = base
    return physical
  }

  #resolveByTlb(tlb: Tlb, low: number, high: number, access: Access): number {
    const address = virtualAddress(fromHalves(low, high))
    const isNew = this.#isNewLookup(low, high, access)
    const entry = tlb.find(this.pageOf(address), this.root)
    if (isNew && entry !== undefined) tlb.hit(entry)
    const refusal = entry && this.#walker.refusalBy(entry, access)
    if (refusal !== undefined) return this.#refuse(tlb, address, access, refusal)
    const isEnough = entry !== undefined && (access !== WRITE || entry.dirty)
    const frameBase = isEnough ? entry.frameBase : this.#walkForTlb(tlb, address, access)
    if (isNew && entry === undefined) tlb.miss(this.#walker.visitedCount)
    if (frameBase < 0) return -1
    const physical = frameBase + this.#offsetOf(address)
    if (access === WRITE) this.#refusesWriteCaching(physical & ~(PAGE_SIZE - 1))
    return physical
  }

  /** The page of an address, in the scheme's own size. */
  pageOf(address: VirtualAddress): PageNumber {
    return pageNumber(Number(BigInt.asUintN(PAGE_NUMBER_BITS, address >> BigInt(this.scheme.pageBits))))
  }

  #offsetOf(address: VirtualAddress): number {
    return Number(BigInt.asUintN(this.scheme.pageBits, address))
  }

  /** The next instruction begins: what it looks up in the TLB counts, whatever was looked up before. */
  beginInstruction(): void {
    this.#lookups.clear()
  }

  /** An instruction may ask twice for what it looks up once. After an answer of the OS it begins anew. */
  #isNewLookup(low: number, high: number, access: Access): boolean {
    const { pageBits } = this.scheme
    const key = (high * 2 ** (32 - Math.min(pageBits, 32)) + (low >>> pageBits)) * 4 + access
    const isNew = !this.#lookups.has(key)
    this.#lookups.add(key)
    return isNew
  }

  /** A fault from the TLB's own knowledge: it may be outdated, and the processor forgets it. */
  #refuse(tlb: Tlb, address: VirtualAddress, access: Access, cause: PageFaultCause): -1 {
    tlb.invalidate(this.pageOf(address), this.root)
    this.fault = pageFault(address, access, cause, this.privilegeLevel === 3)
    return -1
  }

  /** Walks, and remembers what was found. The frame's first byte, or -1 with `fault` set. */
  #walkForTlb(tlb: Tlb, address: VirtualAddress, access: Access): number {
    const walker = this.#walker
    const physical = walker.walk(lowHalf(address), highHalf(address), access)
    if (physical < 0) {
      this.fault = this.#faultOf(address, access)
      return -1
    }
    this.#markUsed(access)
    const frameBase = physical - this.#offsetOf(address)
    tlb.insert({
      page: this.pageOf(address),
      space: this.root,
      frameBase,
      rights: walker.rights & (WRITABLE | USER),
      noExecute: walker.noExecute,
      permissions: walker.permissions,
      dirty: access === WRITE || this.#foundDirty,
      global: walker.page?.isGlobal ?? (this.#lastEntry & GLOBAL) !== 0,
    })
    return frameBase
  }

  get #foundDirty(): boolean {
    return this.#walker.page?.isDirty ?? (this.#lastEntry & DIRTY) !== 0
  }

  /** The lower half of the entry that the last walk ended at, of x86-64. */
  get #lastEntry(): number {
    const { visited, visitedCount } = this.#walker
    return visitedCount === 0 ? 0 : this.#journal.words[visited[visitedCount - 1]! >> 2]!
  }

  /** The frame is given to somebody else: whatever it held, table or code, it holds no more. */
  reuse(frameBase: PhysicalAddress): void {
    this.#tables[frameBase / PAGE_SIZE] = 0
  }

  /** Sets the accessed bit of the entries that led here, and the dirty bit of the last. */
  #markUsed(access: Access): void {
    const { visited, visitedCount } = this.#walker
    if (this.#format !== undefined) {
      this.#markFormatted(this.#format, access)
      return
    }
    const first = this.scheme.lookup.kind === 'list' ? visitedCount - 1 : 0
    for (let at = first; at < visitedCount; at++) {
      const word = visited[at]! >> 2
      const isLast = at === visitedCount - 1
      const old = this.#journal.words[word]!
      const used = old | ACCESSED | (isLast && access === WRITE ? DIRTY : 0)
      if (used !== old) this.#journal.writeWord(word, used)
      this.#noteTable(visited[at]!)
    }
  }

  /** The same where entries are not those of x86-64. RISC-V and ARM may leave it to the OS. */
  #markFormatted(format: EntryFormat, access: Access): void {
    const { visited, visitedCount } = this.#walker
    const isLeftToSoftware = this.scheme.marks === 'software' && format.architecture !== 'x86'
    for (let depth = 0; depth < visitedCount; depth++) {
      const at = visited[depth]!
      this.#noteTable(at)
      if (isLeftToSoftware) continue
      const old = readEntry(this.#journal, at, format.byteCount)
      const use = { depth, isPage: depth === visitedCount - 1, isWrite: access === WRITE }
      const used = format.used(old, use)
      if (used !== old) writeEntry(this.#journal, at, format.byteCount, used)
    }
  }

  /** A frame that turns out to hold a table must not be written behind the cache's back. */
  #noteTable(entryAt: number): void {
    const frame = entryAt >> PAGE_BITS
    if (this.#tables[frame] === 1) return
    this.#tables[frame] = 1
    this.cache.dropWrites(frame * PAGE_SIZE)
  }

  #refusesWriteCaching(base: number): boolean {
    const frame = base >> PAGE_BITS
    if (this.#watched[frame] === 1) {
      this.#watched[frame] = 0
      this.onWatchedWrite(base)
    }
    this.leadsToTable = this.#tables[frame] === 1
    if (this.leadsToTable) this.flush()
    return this.leadsToTable
  }

  #faultOf(address: VirtualAddress, access: Access): Fault {
    const { failure } = this.#walker
    if (failure === undefined) throw new Error('a walk without a physical address has a reason')
    const native = this.#nativeFault(failure, access)
    const fault = this.#ownFault(failure, address, access)
    return native === undefined ? fault : { ...fault, native }
  }

  #ownFault(failure: WalkFailure, address: VirtualAddress, access: Access): Fault {
    const isNumberedFromZero = this.#format?.architecture === 'arm'
    if (failure === 'no-ram') return accessFault('machine-check', address, access)
    if (failure === 'beyond-limit') return limitFault(address, access)
    if (failure === 'too-wide' && !isNumberedFromZero) return widthFault(address, access)
    const isX86 = this.#format === undefined || this.#format.architecture === 'x86'
    if (failure === 'not-canonical' && isX86) return accessFault('general-protection', address, access)
    const { words, registersAt } = this.#journal
    const fetchBit = (words[registersAt + EFER_WORD]! & NO_EXECUTE_ENABLE) !== 0
    const cause = failure === 'too-wide' ? 'not-canonical' : failure
    return pageFault(address, access, cause, this.privilegeLevel === 3, fetchBit)
  }

  #nativeFault(failure: WalkFailure, access: Access): NativeFault | undefined {
    if (this.#format === undefined) return undefined
    const { lookup } = this.scheme
    const { visitedCount, page } = this.#walker
    const isInWalk = failure === 'no-ram' && page === undefined
    // Of levels numbered up to 3, as ARM does.
    const first = lookup.kind === 'radix' ? 4 - lookup.levels.length : 0
    const level = isInWalk ? first + visitedCount : Math.max(0, first + visitedCount - 1)
    const isUser = this.privilegeLevel === 3
    return nativeFault(this.#format.architecture, {
      ...{ failure, access, isUser, isInWalk },
      level: visitedCount === 0 && !isInWalk ? 0 : level,
    })
  }

  /** A full translation with every step, for people and views. Changes nothing. */
  translate(address: VirtualAddress, access: Access = READ): Translation {
    const walker = this.#walker
    this.#walked = address
    const physical = walker.walk(lowHalf(address), highHalf(address), access)
    const record: WalkRecord = {
      virtualAddress: address,
      access,
      pageNumber: this.pageOf(address),
      offset: this.#offsetOf(address),
      steps: this.#steps(),
    }
    if (physical < 0) return { ...record, ok: false, fault: this.#faultOf(address, access) }
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

  #steps(): WalkStep[] {
    const { visited, visitedCount, failure } = this.#walker
    return Array.from(visited.subarray(0, visitedCount), (entryAt, at) => {
      const isLast = at === visitedCount - 1
      const stopsHere = isLast && (failure === 'not-present' || failure === 'reserved-bit')
      return this.#step(entryAt, at, isLast, stopsHere)
    })
  }

  #step(entryAt: number, at: number, isLast: boolean, stopsHere: boolean): WalkStep {
    const { longs } = this.#journal
    const { lookup } = this.scheme
    if (lookup.kind === 'radix' && this.#format !== undefined)
      return this.#formattedStep(lookup, this.#format, entryAt, at)
    const entry = longs[entryAt >> 3]!
    const entryAddress = physicalAddress(entryAt)
    if (lookup.kind === 'radix') {
      const table = physicalAddress(entryAt - (entryAt % PAGE_SIZE))
      const step = {
        level: lookup.levels[at]!.name,
        table,
        index: (entryAt % PAGE_SIZE) / 8,
        entryAddress,
        entry,
      }
      return stopsHere ? step : { ...step, next: physicalAddress(this.#target(entry, isLast)) }
    }
    const page = Number(longs[(entryAt >> 3) - 1]! & ((1n << 52n) - 1n)) as PageNumber
    const step = { level: 'row', table: this.root, index: at, entryAddress, entry, page }
    const matches = isLast && this.#walker.failure !== 'not-present'
    return matches && !stopsHere ? { ...step, next: physicalAddress(entryBase(entry)) } : step
  }

  #formattedStep({ levels }: RadixLookup, format: EntryFormat, entryAt: number, at: number): WalkStep {
    const { byteCount } = format
    const entry = readEntry(this.#journal, entryAt, byteCount)
    const index = tableIndices(this.scheme, this.#walked)[at]!.index
    const step = {
      level: levels[at]!.name,
      table: physicalAddress(entryAt - index * byteCount),
      index,
      entryAddress: physicalAddress(entryAt),
      entry,
    }
    const reading = this.#walker.readingAt(at, entry)
    const leads = reading.kind === 'table' || reading.kind === 'page'
    return leads && reading.base < 2 ** 52 ? { ...step, next: physicalAddress(reading.base) } : step
  }

  /** Where an entry points; the low bits of a large page's entry are no address. */
  #target(entry: bigint, isLast: boolean): number {
    const isLarge = isLast && (entry & BigInt(PAGE_SIZE_BIT)) !== 0n && this.#walker.pageBits > PAGE_BITS
    const base = entryBase(entry)
    return isLarge ? base - (base % (1 << this.#walker.pageBits)) : base
  }

  /** The parts of an access that crosses pages, each with its own translation, up to the first that faults. */
  segments(address: VirtualAddress, byteCount: number, access: Access = READ): Segment[] {
    const segments: Segment[] = []
    for (let done = 0; done < byteCount;) {
      const start = wrapAddress(address + BigInt(done))
      const length = Math.min(byteCount - done, this.#restOfPage(start))
      const translation = this.#translateAll(start, length, access)
      segments.push({ address: start, byteCount: length, translation })
      if (!translation.ok) break
      done += length
    }
    return segments
  }

  /** How many bytes follow in the same page, the address's own included. */
  #restOfPage(address: VirtualAddress): number {
    const pageByteCount = Math.min(PAGE_SIZE, 2 ** this.scheme.pageBits)
    return pageByteCount - (pageOffset(address) % pageByteCount)
  }

  /** The first byte's translation, unless the last one's segment ends before it. */
  #translateAll(address: VirtualAddress, byteCount: number, access: Access): Translation {
    const first = this.translate(address, access)
    if (this.scheme.segments === undefined || !first.ok) return first
    const last = this.translate(wrapAddress(address + BigInt(byteCount - 1)), access)
    return last.ok ? first : last
  }

  /** The bytes at a virtual address as a view may look at them; undefined where some are not mapped. */
  peek(address: VirtualAddress, byteCount: number): Uint8Array | undefined {
    const bytes = new Uint8Array(byteCount)
    let done = 0
    for (const segment of this.segments(address, byteCount)) {
      if (!segment.translation.ok) return undefined
      const from = segment.translation.physicalAddress
      bytes.set(this.#journal.bytes.subarray(from, from + segment.byteCount), done)
      done += segment.byteCount
    }
    return bytes
  }

  /** Reads as the processor does: accessed bits are set. The bytes, or the fault. */
  read(address: VirtualAddress, byteCount: number): Uint8Array | Fault {
    const places = this.#resolveAll(address, byteCount, READ)
    if (!Array.isArray(places)) return places
    return Uint8Array.from(
      places.flatMap(([from, length]) => [...this.#journal.bytes.subarray(from, from + length)]),
    )
  }

  /** Writes as the processor does: every page is translated before the first byte changes. The fault, if there is one. */
  write(address: VirtualAddress, bytes: Uint8Array): Fault | undefined {
    const places = this.#resolveAll(address, bytes.length, WRITE)
    if (!Array.isArray(places)) return places
    let done = 0
    for (const [to, length] of places) {
      this.#journal.writeBytes(to, bytes.subarray(done, done + length))
      done += length
    }
    return undefined
  }

  /** Writes to RAM by physical address, as the OS does. Cached translations and decoded code of it are forgotten. */
  writePhysical(to: PhysicalAddress, bytes: Uint8Array): void {
    for (let frame = to >> PAGE_BITS; frame * PAGE_SIZE < to + bytes.length; frame++) {
      if (this.#watched[frame] !== 1) continue
      this.#watched[frame] = 0
      this.onWatchedWrite(frame * PAGE_SIZE)
    }
    this.#journal.writeBytes(to, bytes)
    this.flush()
  }

  #resolveAll(address: VirtualAddress, byteCount: number, access: Access): [number, number][] | Fault {
    this.#lookups.clear()
    const places: [number, number][] = []
    for (let done = 0; done < byteCount;) {
      const start = wrapAddress(address + BigInt(done))
      const length = Math.min(byteCount - done, this.#restOfPage(start))
      const physical = this.resolve(lowHalf(start), highHalf(start), access)
      if (physical < 0) return this.fault!
      const whole = this.scheme.segments && this.#translateAll(start, length, access)
      if (whole?.ok === false) return whole.fault
      places.push([physical, length])
      done += length
    }
    return places
  }
}
