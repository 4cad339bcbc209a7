import { fromHalves, highHalf, lowHalf } from '../bits.ts'
import { virtualAddress, type VirtualAddress } from '../units.ts'
import type { Caches } from './caches.ts'
import type { Control } from './control.ts'
import { USER, WRITABLE } from './entry.ts'
import { EXECUTE, WRITE, type Access, type Fault, type PageFaultCause } from './fault.ts'
import { offsetOf, pageOf } from './scheme.ts'
import type { Tlb } from './tlb.ts'
import type { UseMarks } from './use-marks.ts'
import { rememberedFault, walkFault } from './walk-fault.ts'
import type { Walker } from './walker.ts'

/** Accesses of a machine whose TLB a reader sees: what it remembers counts, and only what it misses is walked for. */
export class TlbLookup {
  readonly tlb: Tlb
  readonly #walker: Walker
  readonly #marks: UseMarks
  readonly #control: Control
  readonly #caches: Caches | undefined
  /** What the instruction has looked up. */
  readonly #lookups = new Set<number>()
  /** Why the last `resolve` returned -1. */
  fault: Fault | undefined

  /** @param caches what entries of page tables are read through, where that is counted */
  constructor(tlb: Tlb, walker: Walker, marks: UseMarks, control: Control, caches?: Caches) {
    this.tlb = tlb
    this.#walker = walker
    this.#marks = marks
    this.#control = control
    this.#caches = caches
  }

  /** The next instruction begins: what it looks up counts, whatever was looked up before. */
  beginInstruction(): void {
    this.#lookups.clear()
  }

  /** The physical address of a byte, given as halves; or -1 with `fault` set. */
  resolve(low: number, high: number, access: Access): number {
    const { tlb } = this
    const walker = this.#walker
    const address = virtualAddress(fromHalves(low, high))
    const isNew = this.#isNew(low, high, access)
    const entry = tlb.find(pageOf(walker.scheme, address), walker.root)
    if (isNew && entry !== undefined) tlb.hit(entry, access === EXECUTE)
    const refusal = entry && walker.refusalBy(entry, access)
    if (refusal !== undefined) return this.#refuse(address, access, refusal)
    const isEnough = entry !== undefined && (access !== WRITE || entry.dirty)
    const frameBase = isEnough ? entry.frameBase : this.#walkFor(address, access)
    if (isNew && entry === undefined) this.#countWalk(access)
    return frameBase < 0 ? -1 : frameBase + offsetOf(walker.scheme, address)
  }

  /** A miss, and the entries that had to be read for it. */
  #countWalk(access: Access): void {
    const { visited, visitedCount, entryByteCount } = this.#walker
    this.tlb.miss(visitedCount, access === EXECUTE)
    for (let at = 0; at < visitedCount; at++) this.#caches?.readEntry(visited[at]!, entryByteCount)
  }

  /** An instruction may ask twice for what it looks up once. After an answer of the OS it begins anew. */
  #isNew(low: number, high: number, access: Access): boolean {
    const { pageBits } = this.#walker.scheme
    const key = (high * 2 ** (32 - Math.min(pageBits, 32)) + (low >>> pageBits)) * 4 + access
    const isNew = !this.#lookups.has(key)
    this.#lookups.add(key)
    return isNew
  }

  /** A fault from the TLB's own knowledge: it may be outdated, and the processor forgets it. */
  #refuse(address: VirtualAddress, access: Access, cause: PageFaultCause): -1 {
    this.tlb.invalidate(pageOf(this.#walker.scheme, address), this.#walker.root)
    this.fault = rememberedFault(this.#walker, this.#control, address, access, cause)
    return -1
  }

  /** Walks, and remembers what was found. The frame's first byte, or -1 with `fault` set. */
  #walkFor(address: VirtualAddress, access: Access): number {
    const walker = this.#walker
    const physical = walker.walk(lowHalf(address), highHalf(address), access)
    if (physical < 0) {
      this.fault = walkFault(walker, this.#control, address, access)
      return -1
    }
    this.#marks.mark(access)
    const frameBase = physical - offsetOf(walker.scheme, address)
    this.tlb.insert({
      page: pageOf(walker.scheme, address),
      space: walker.root,
      frameBase,
      rights: walker.rights & (WRITABLE | USER),
      noExecute: walker.noExecute,
      permissions: walker.permissions,
      dirty: access === WRITE || this.#marks.foundDirty,
      global: this.#marks.foundGlobal,
    })
    return frameBase
  }
}
