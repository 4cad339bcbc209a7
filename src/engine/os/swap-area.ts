import type { Journal } from '../journal.ts'
import type { ReplacementName } from './replacement.ts'

/** Where pages go when RAM is full, and which of them go. A page has the size of the machine's. */
export interface SwapDesign {
  readonly pageCount: number
  readonly replacement: ReplacementName
  /** How many frames programs' pages may have; by default all that are left. Page tables have others then. */
  readonly frameCount?: number
}

/**
 * The part of a disk that pages are written to when RAM is full. What it holds is undone as RAM is. The OS keeps a map
 * of it in RAM: for each place how many page-table entries lead to it, 0 where it is free.
 */
export class SwapArea {
  readonly #journal: Journal
  readonly #mapAt: number
  readonly pageCount: number
  readonly #pageByteCount: number

  /** @param mapAt the index of the map's first word */
  constructor(journal: Journal, mapAt: number, pageCount: number, pageByteCount: number) {
    this.#journal = journal
    this.#mapAt = mapAt
    this.pageCount = pageCount
    this.#pageByteCount = pageByteCount
  }

  /** The first free place; undefined where all are taken. */
  get freePlace(): number | undefined {
    for (let place = 0; place < this.pageCount; place++) if (this.useCount(place) === 0) return place
    return undefined
  }

  /** How many entries lead to a place. */
  useCount(place: number): number {
    return this.#journal.words[this.#mapAt + place]!
  }

  setUseCount(place: number, count: number): void {
    this.#journal.writeWord(this.#mapAt + place, count)
  }

  /** One more entry leads to the place. */
  share(place: number): void {
    this.setUseCount(place, this.useCount(place) + 1)
  }

  /** One entry fewer leads to the place; without any it is free. */
  release(place: number): void {
    const count = this.useCount(place) - 1
    if (count < 0) throw new Error(`place ${place} is released more often than it is used`)
    this.setUseCount(place, count)
  }

  /** The page at a place. */
  page(place: number): Uint8Array {
    const from = this.#byteOf(place)
    return this.#journal.bytes.slice(from, from + this.#pageByteCount)
  }

  write(place: number, page: Uint8Array): void {
    this.#journal.writeBytes(this.#byteOf(place), page)
  }

  #byteOf(place: number): number {
    return this.#journal.swapAt * 4 + place * this.#pageByteCount
  }
}
