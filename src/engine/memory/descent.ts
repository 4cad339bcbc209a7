import { bitsFrom } from '../bits.ts'
import type { EntryPlace } from './formats/entry-format.ts'
import type { PagingScheme, RadixLookup } from './scheme.ts'

/**
 * The way down a tree of tables by an address's indices, one entry at a time. What an entry says, and whether the way
 * goes on, is for the caller: the processor's walk, or the OS that reads and edits the same tables.
 *
 *     descent.begin(root, low, high)
 *     … the entry at descent.entryAt leads to another table …
 *     descent.enter(table)
 */
export class Descent {
  /** Bits of an address that index the table of each level. */
  readonly #levelBits: Int32Array
  readonly #topShift: number
  readonly #entryByteCount: number
  #low = 0
  #high = 0

  /** Byte address of the entry that the address chooses in the present table. */
  entryAt = 0
  /** From the root, which is 0. */
  depth = -1
  /** Bits of the address below those that index the present table: of the offset, if the entry maps a page. */
  shift = 0
  isLast = false

  constructor({ levels }: RadixLookup, pageBits: number, entryByteCount: number) {
    this.#levelBits = Int32Array.from(levels, ({ bits }) => bits)
    this.#topShift = levels.reduce((sum, { bits }) => sum + bits, pageBits)
    this.#entryByteCount = entryByteCount
  }

  /** To the root table's entry for an address, given as halves. */
  begin(root: number, low: number, high: number): void {
    this.#low = low
    this.#high = high
    this.#reach(0, this.#topShift, root)
  }

  /** To the address's entry in the table that the present entry leads to. */
  enter(table: number): void {
    this.#reach(this.depth + 1, this.shift, table)
  }

  #reach(depth: number, above: number, table: number): void {
    const bits = this.#levelBits[depth]!
    const shift = above - bits
    this.depth = depth
    this.isLast = depth === this.#levelBits.length - 1
    this.shift = shift
    this.entryAt = table + (bitsFrom(this.#low, this.#high, shift) & ((1 << bits) - 1)) * this.#entryByteCount
  }
}

/** Where the entries of the tables at a depth stand. */
export function placeAtDepth(
  { lookup, pageBits }: PagingScheme,
  depth: number,
): Pick<EntryPlace, 'level' | 'depth' | 'isLast' | 'shift'> {
  const levels = lookup.kind === 'radix' ? lookup.levels : []
  const shift = levels.slice(depth + 1).reduce((sum, { bits }) => sum + bits, pageBits)
  return { level: levels[depth]!, depth, isLast: depth === levels.length - 1, shift }
}
