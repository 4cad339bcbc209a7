import { fromHalves, highHalf, lowHalf } from '../bits.ts'
import type { Journal } from '../journal.ts'
import {
  PAGE_BITS,
  PAGE_SIZE,
  pageOffset,
  physicalAddress,
  virtualAddress,
  wrapAddress,
  type PageNumber,
  type PhysicalAddress,
  type VirtualAddress,
} from '../units.ts'
import type { Cache, CacheDesign } from './cache.ts'
import { Caches } from './caches.ts'
import { Control } from './control.ts'
import { EXECUTE, READ, WRITE, type Access, type Fault } from './fault.ts'
import { offsetOf, pageOf, type PagingScheme } from './scheme.ts'
import { Tlb, type TlbDesign } from './tlb.ts'
import { TlbLookup } from './tlb-lookup.ts'
import { Translator, type Translation } from './translation.ts'
import { SLOT_COUNT, SLOT_MASK, TranslationCache } from './translation-cache.ts'
import { UseMarks } from './use-marks.ts'
import { walkFault } from './walk-fault.ts'
import { Walker } from './walker.ts'
import { WatchedFrames } from './watched-frames.ts'

/** The part of an access that lies in one page. */
export interface AccessPart {
  readonly address: VirtualAddress
  readonly byteCount: number
  readonly translation: Translation
}

/** What a processor has besides, for a reader to see. */
export interface MemoryHardware {
  readonly tlb?: TlbDesign | undefined
  /** What remembers translations of fetches: a TLB of their own, or the one that data has. */
  readonly fetchTlb?: TlbDesign | 'shared' | undefined
  readonly caches?: readonly CacheDesign[] | undefined
  /** Whether a walk for what a TLB misses reads its entries through the caches. */
  readonly cachesWalks?: boolean | undefined
  /** Where RAM ends for whoever reads and writes, if tables lie behind it. */
  readonly dataEnd?: number | undefined
}

/**
 * RAM behind a paging scheme: what the processor reads and writes through. Its state (RAM and control registers) is
 * the journal's; the translation cache is the only thing it keeps itself, and is forgotten whenever time travels.
 */
export class Memory {
  readonly scheme: PagingScheme
  readonly control: Control
  readonly cache = new TranslationCache()
  readonly frames: WatchedFrames
  /** The TLB that a reader sees, where the machine has one. */
  readonly tlb: Tlb | undefined
  /** The one that fetches of instructions are looked up in: the same, or one of their own, or none. */
  readonly fetchTlb: Tlb | undefined
  /** The caches that a reader sees, where the machine has any. */
  readonly caches: Caches | undefined
  /** Why the last `resolve` returned -1. */
  fault: Fault | undefined
  /**
   * Called for every page that is used, with the address's halves and where it lies. While it is set, data accesses
   * are not cached, so that each comes by here; for instructions, `noteFetch` is called.
   */
  onUse: ((low: number, high: number, physical: number, access: Access) => void) | undefined

  readonly #journal: Journal
  readonly #walker: Walker
  readonly #marks: UseMarks
  readonly #lookup: TlbLookup | undefined
  readonly #fetchLookup: TlbLookup | undefined
  readonly #translator: Translator
  /** Whether translations may be kept: pages are not smaller than the cache's, and their entries bear marks of use. */
  readonly #mayCache: boolean

  /** @throws RangeError if RAM is no whole number of frames */
  constructor(
    journal: Journal,
    scheme: PagingScheme,
    { tlb, fetchTlb, caches = [], cachesWalks, dataEnd }: MemoryHardware = {},
  ) {
    const { ramByteCount } = journal
    if (ramByteCount % PAGE_SIZE !== 0 || ramByteCount >= 2 ** 31) {
      throw new RangeError(`RAM of ${ramByteCount} bytes is not a whole number of frames below 2 GiB`)
    }
    this.#journal = journal
    this.scheme = scheme
    this.control = new Control(journal, () => this.flush())
    this.frames = new WatchedFrames(journal, this.cache)
    this.#walker = new Walker(journal, scheme, this.control, dataEnd)
    this.#marks = new UseMarks(journal, this.#walker, this.frames)
    this.#translator = new Translator(journal, this.#walker, this.control)
    this.caches = caches.length === 0 ? undefined : new Caches(journal, caches)
    const walked = cachesWalks === true ? this.caches : undefined
    const lookupIn = (one: Tlb) => new TlbLookup(one, this.#walker, this.#marks, this.control, walked)
    this.tlb = tlb && new Tlb(journal, tlb)
    this.#lookup = this.tlb && lookupIn(this.tlb)
    this.fetchTlb = fetchTlb === 'shared' ? this.tlb : fetchTlb && new Tlb(journal, fetchTlb)
    this.#fetchLookup = this.fetchTlb === this.tlb ? this.#lookup : this.fetchTlb && lookupIn(this.fetchTlb)
    this.#mayCache =
      scheme.segments === undefined &&
      scheme.pageBits >= PAGE_BITS &&
      this.#walker.format?.architecture !== 'textbook'
    journal.onTravel(() => this.flush())
  }

  /** CR3: where the root table begins. Setting it flushes the cache. */
  get root(): PhysicalAddress {
    return physicalAddress(this.#walker.root)
  }

  set root(root: PhysicalAddress) {
    this.control.root = BigInt(root)
    for (const tlb of this.tlbs) tlb.loadRoot()
  }

  /** Every TLB, each once. */
  get tlbs(): readonly Tlb[] {
    return [...new Set([this.tlb, this.fetchTlb])].filter((tlb) => tlb !== undefined)
  }

  /** Whether each instruction is fetched for all to see, and executed by itself. */
  get countsInstructions(): boolean {
    return this.fetchTlb !== undefined || this.caches !== undefined
  }

  /** Whether every access must come by here, because something counts it. */
  get isObserved(): boolean {
    return this.tlb !== undefined || this.onUse !== undefined || this.countsInstructions
  }

  /** The cache that is asked first for data, where the machine has any. */
  get dataCache(): Cache | undefined {
    return this.caches?.all.find(({ design }) => design.name !== 'L1i')
  }

  /** What TLBs and caches have counted begins from nothing. */
  startCounting(): void {
    for (const tlb of this.tlbs) tlb.startCounting()
    this.caches?.startCounting()
  }

  /** Forgets the simulator's own cached translations, as is due when a page table has changed. A TLB keeps its own. */
  flush(): void {
    this.cache.flush()
    this.beginInstruction()
  }

  /**
   * Translates one byte address, given as halves, as the processor does for an access: sets accessed and dirty bits
   * and fills the cache. Returns the physical address, or -1 with `fault` set.
   */
  resolve(low: number, high: number, access: Access): number {
    const lookup = access === EXECUTE ? this.#fetchLookup : this.#lookup
    const physical =
      lookup === undefined
        ? this.#resolveByWalk(low, high, access)
        : this.#resolveByTlb(lookup, low, high, access)
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
      this.fault = walkFault(this.#walker, this.control, virtualAddress(fromHalves(low, high)), access)
      return -1
    }
    const base = physical & ~(PAGE_SIZE - 1)
    this.#marks.mark(access)
    if (access === WRITE && this.#noteWriteTo(base)) return physical
    const mustComeBy = access !== EXECUTE && (this.onUse !== undefined || this.caches !== undefined)
    if (this.#mayCache && !mustComeBy) this.#keep(low, high, access, base)
    return physical
  }

  #keep(low: number, high: number, access: Access, base: number): void {
    const slot = access * SLOT_COUNT + ((low >>> PAGE_BITS) & SLOT_MASK)
    this.cache.tagLow[slot] = low & ~(PAGE_SIZE - 1)
    this.cache.tagHigh[slot] = high
    this.cache.base[slot] = base
  }

  #resolveByTlb(lookup: TlbLookup, low: number, high: number, access: Access): number {
    const physical = lookup.resolve(low, high, access)
    if (physical < 0) this.fault = lookup.fault
    else if (access === WRITE) this.#noteWriteTo(physical & ~(PAGE_SIZE - 1))
    else if (access === EXECUTE && this.#mayCache) this.#keepFetch(low, high, physical & ~(PAGE_SIZE - 1))
    return physical
  }

  /** What was decoded of a page is no longer true where a TLB leads elsewhere than it did. */
  #keepFetch(low: number, high: number, base: number): void {
    const slot = EXECUTE * SLOT_COUNT + ((low >>> PAGE_BITS) & SLOT_MASK)
    const isKnown = this.cache.tagLow[slot] === (low & ~(PAGE_SIZE - 1)) && this.cache.tagHigh[slot] === high
    if (isKnown && this.cache.base[slot] !== base) this.cache.flush()
    else this.#keep(low, high, EXECUTE, base)
  }

  /** What was known by a frame that is about to be written is forgotten. @returns whether it holds a page table */
  #noteWriteTo(frameBase: number): boolean {
    const leadsToTable = this.frames.noteWriteTo(frameBase)
    if (leadsToTable) this.flush()
    return leadsToTable
  }

  /** The page of an address, in the scheme's own size. */
  pageOf(address: VirtualAddress): PageNumber {
    return pageOf(this.scheme, address)
  }

  /** The next instruction begins: what it looks up in the TLB counts, whatever was looked up before. */
  beginInstruction(): void {
    this.#lookup?.beginInstruction()
    this.#fetchLookup?.beginInstruction()
  }

  /** A full translation with every step, for people and views. Changes nothing. */
  translate(address: VirtualAddress, access: Access = READ): Translation {
    return this.#translator.translate(address, access)
  }

  /** The parts of an access that crosses pages, each with its own translation, up to the first that faults. */
  partsOf(address: VirtualAddress, byteCount: number, access: Access = READ): AccessPart[] {
    const parts: AccessPart[] = []
    for (let done = 0; done < byteCount;) {
      const start = wrapAddress(address + BigInt(done))
      const length = Math.min(byteCount - done, this.#restOfPage(start))
      const translation = this.#translateAll(start, length, access)
      parts.push({ address: start, byteCount: length, translation })
      if (!translation.ok) break
      done += length
    }
    return parts
  }

  /** Where the TLB leads, whatever the page table says by now; undefined where it remembers nothing of the page. */
  rememberedPlace(address: VirtualAddress): PhysicalAddress | undefined {
    const entry = this.tlb?.find(this.pageOf(address), this.root)
    return entry && physicalAddress(entry.frameBase + offsetOf(this.scheme, address))
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
    for (const part of this.partsOf(address, byteCount)) {
      if (!part.translation.ok) return undefined
      const from = part.translation.physicalAddress
      bytes.set(this.#journal.bytes.subarray(from, from + part.byteCount), done)
      done += part.byteCount
    }
    return bytes
  }

  /** Reads as the processor does: accessed bits are set. The bytes, or the fault. */
  read(address: VirtualAddress, byteCount: number): Uint8Array | Fault {
    const places = this.#resolveAll(address, byteCount, READ)
    if (!Array.isArray(places)) return places
    for (const [from, length] of places) this.caches?.access(from, length, READ)
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
      this.caches?.access(to, length, WRITE)
      done += length
    }
    return undefined
  }

  /** Writes to RAM by physical address, as the OS does. Cached translations and decoded code of it are forgotten. */
  writePhysical(to: PhysicalAddress, bytes: Uint8Array): void {
    for (let frame = to >> PAGE_BITS; frame * PAGE_SIZE < to + bytes.length; frame++)
      this.frames.noteCodeWrite(frame * PAGE_SIZE)
    this.#journal.writeBytes(to, bytes)
    this.flush()
  }

  #resolveAll(address: VirtualAddress, byteCount: number, access: Access): [number, number][] | Fault {
    this.beginInstruction()
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
