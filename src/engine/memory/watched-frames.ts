import type { Journal } from '../journal.ts'
import { PAGE_BITS, PAGE_SIZE, type PhysicalAddress } from '../units.ts'
import type { TranslationCache } from './translation-cache.ts'

/** Frames that must not be written behind the simulator's back: it keeps something of what is in them. */
export class WatchedFrames {
  /** Called before a write to a frame that holds decoded code; the frame is no longer watched then. */
  onCodeWrite: (frameBase: number) => void = () => {}
  /** Whether the last write that was noted led into a page table, so that translations may have changed. */
  leadsToTable = false

  readonly #cache: TranslationCache
  /** One byte a frame: whether decoded instructions are kept of it. */
  readonly #code: Uint8Array
  /** One byte a frame: whether a walk went through it. */
  readonly #tables: Uint8Array

  constructor({ ramByteCount }: Journal, cache: TranslationCache) {
    this.#cache = cache
    this.#code = new Uint8Array(ramByteCount / PAGE_SIZE)
    this.#tables = new Uint8Array(ramByteCount / PAGE_SIZE)
  }

  /** From now on, a write to this frame is told to `onCodeWrite` first, once. */
  watchCode(frameBase: number): void {
    this.#code[frameBase / PAGE_SIZE] = 1
    this.#cache.dropWrites(frameBase)
  }

  /** A walk has read an entry there: from now on, writes to its frame are noted. */
  noteTable(entryAt: number): void {
    const frame = entryAt >> PAGE_BITS
    if (this.#tables[frame] === 1) return
    this.#tables[frame] = 1
    this.#cache.dropWrites(frame * PAGE_SIZE)
  }

  /** The frame is given away: whatever it held, table or code, it holds no more. */
  reuse(frameBase: PhysicalAddress): void {
    this.#tables[frameBase / PAGE_SIZE] = 0
  }

  /** The processor is about to write to this frame. @returns whether it holds a table */
  noteWriteTo(frameBase: number): boolean {
    this.noteCodeWrite(frameBase)
    this.leadsToTable = this.#tables[frameBase >> PAGE_BITS] === 1
    return this.leadsToTable
  }

  /** The same for decoded code alone. */
  noteCodeWrite(frameBase: number): void {
    const frame = frameBase >> PAGE_BITS
    if (this.#code[frame] !== 1) return
    this.#code[frame] = 0
    this.onCodeWrite(frameBase)
  }
}
