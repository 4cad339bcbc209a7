import { WRITE } from './fault.ts'

/** Slots for each kind of access; a page has the one that the lowest bits of its number say. */
export const SLOT_COUNT = 256
export const SLOT_MASK = SLOT_COUNT - 1
const KIND_COUNT = 3

/**
 * The simulator's own cache of translations: what makes the processor's loop fast, and nothing that a reader sees.
 * Its slots come in three parts, one for each kind of access: a hit says that this very access is allowed and that its
 * accessed and dirty bits are set already.
 */
export class TranslationCache {
  /** Lower half of the cached page's address; 1 in an empty slot, which no page equals. */
  tagLow = new Int32Array(KIND_COUNT * SLOT_COUNT).fill(1)
  /** Upper half of the cached page's address. */
  tagHigh = new Int32Array(KIND_COUNT * SLOT_COUNT)
  /** Physical address of the first byte of the frame. */
  base = new Int32Array(KIND_COUNT * SLOT_COUNT)

  /** Moves its three arrays, one behind the other, to a place in a buffer. Who keeps one of them must get it anew. */
  moveTo(buffer: ArrayBuffer, at: number): void {
    const moved = (array: Int32Array, index: number) => {
      const copy = new Int32Array(buffer, at + index * array.byteLength, array.length)
      copy.set(array)
      return copy
    }
    this.tagLow = moved(this.tagLow, 0)
    this.tagHigh = moved(this.tagHigh, 1)
    this.base = moved(this.base, 2)
  }

  /** Forgets everything. */
  flush(): void {
    this.tagLow.fill(1)
  }

  /** Forgets what leads to one frame, for every kind of access. */
  drop(frameBase: number): void {
    for (let slot = 0; slot < this.base.length; slot++)
      if (this.base[slot] === frameBase) this.tagLow[slot] = 1
  }

  /** Forgets the writable translations that lead to one frame. */
  dropWrites(frameBase: number): void {
    for (let slot = WRITE * SLOT_COUNT; slot < (WRITE + 1) * SLOT_COUNT; slot++)
      if (this.base[slot] === frameBase) this.tagLow[slot] = 1
  }
}
