import type { Journal, Slot } from '../journal.ts'
import { decodeUtf8 } from './decode-utf8.ts'

/** How much output is kept. */
const KEPT_BYTE_COUNT = 1 << 20

/** What programs have written to their standard output and standard error. Stepping back takes it back. */
export class Console {
  #bytes = new Uint8Array(1024)
  readonly #byteCount: Slot<number>

  constructor(journal: Journal) {
    this.#byteCount = journal.slot(0)
  }

  /** Adds output. What goes beyond one mebibyte is dropped. */
  write(bytes: Uint8Array): void {
    const before = this.#byteCount.get()
    const after = Math.min(before + bytes.length, KEPT_BYTE_COUNT)
    while (after > this.#bytes.length) {
      const larger = new Uint8Array(2 * this.#bytes.length)
      larger.set(this.#bytes)
      this.#bytes = larger
    }
    this.#bytes.set(bytes.subarray(0, after - before), before)
    this.#byteCount.set(after)
  }

  get isEmpty(): boolean {
    return this.#byteCount.get() === 0
  }

  get bytes(): Uint8Array {
    return this.#bytes.slice(0, this.#byteCount.get())
  }

  /** The output as text; bytes that are no UTF-8 are shown as U+FFFD. */
  get text(): string {
    return decodeUtf8(this.bytes)
  }
}
