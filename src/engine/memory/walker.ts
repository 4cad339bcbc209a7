import type { Journal } from '../journal.ts'
import {
  CPL_WORD,
  CR0_WORD,
  CR3_WORD,
  EFER_WORD,
  NO_EXECUTE_ENABLE,
  SEGMENT_WORD,
  WRITE_PROTECT,
} from './control.ts'
import { NO_EXECUTE_HIGH, PAGE_SIZE_BIT, PRESENT, RESERVED_HIGH, USER, WRITABLE } from './entry.ts'
import { EXECUTE, WRITE, type Access, type PageFaultCause } from './fault.ts'
import {
  ROW_BYTE_COUNT,
  segmentPlace,
  type ListLookup,
  type PagingScheme,
  type PlainEntry,
  type RadixLookup,
} from './scheme.ts'

/** Why a walk ended without a physical address. */
export type WalkFailure = PageFaultCause | 'not-canonical' | 'beyond-limit' | 'no-ram'

/**
 * The page walk, in 32-bit halves and without allocating: the processor's slow path and the views' picture of it
 * are the same walk. It writes nothing to RAM; what it found is in its fields until the next walk.
 */
export class Walker {
  readonly scheme: PagingScheme
  readonly #journal: Journal
  /** Bits of an address that index the table of each level, and where the root's end. */
  readonly #levelBits: Int32Array
  readonly #topShift: number

  /** Byte addresses of the entries that were read, in order; the first `visitedCount` are of the last walk. */
  readonly visited: Int32Array
  visitedCount = 0
  failure: WalkFailure | undefined
  /** Effective rights over all levels, as bits of an entry: WRITABLE and USER. */
  rights = 0
  noExecute = false
  /** Bits of the offset in the page that was found: 12, 21 or 30. */
  pageBits = 12

  constructor(journal: Journal, scheme: PagingScheme) {
    this.#journal = journal
    this.scheme = scheme
    const { lookup } = scheme
    this.visited = new Int32Array(lookup.kind === 'radix' ? lookup.levels.length : lookup.capacity)
    const levels = lookup.kind === 'radix' ? lookup.levels : []
    this.#levelBits = Int32Array.from(levels, ({ bits }) => bits)
    this.#topShift = levels.reduce((sum, { bits }) => sum + bits, scheme.pageBits)
  }

  /** Walks for one byte. Returns its physical address, or -1 and `failure` says why. */
  walk(low: number, high: number, access: Access): number {
    const { scheme } = this
    this.visitedCount = 0
    this.failure = undefined
    this.rights = WRITABLE | USER
    this.noExecute = false
    this.pageBits = scheme.pageBits
    if (scheme.upperBits === 'zero') {
      if (high !== 0 || !fitsBits(low, scheme.virtualBits)) return this.#fail('beyond-limit')
      if (scheme.segments !== undefined) return this.#relocate(low)
    } else if (!isCanonicalHalf(high, scheme.virtualBits)) return this.#fail('not-canonical')
    const physical =
      scheme.lookup.kind === 'list'
        ? this.#searchList(scheme.lookup, low, high)
        : this.#walkTree(scheme.lookup, low, high)
    if (physical < 0) return physical
    const refusal = this.refusal(this.rights, this.noExecute, access)
    return refusal === undefined ? this.#inRam(physical) : this.#fail(refusal)
  }

  /** What the address's segment makes of it: its base, and the offset if the limit permits. */
  #relocate(low: number): number {
    const { words, registersAt } = this.#journal
    const { number, distance } = segmentPlace(this.scheme, low >>> 0)
    const base = words[registersAt + SEGMENT_WORD + 2 * number]! >>> 0
    const limit = words[registersAt + SEGMENT_WORD + 2 * number + 1]! >>> 0
    const isWithin = distance < 0 ? -distance <= limit && -distance <= base : distance < limit
    return isWithin ? this.#inRam(base + distance) : this.#fail('beyond-limit')
  }

  /** The same walk where entries are a valid bit and a frame's number. */
  #walkPlainTree({ levels }: RadixLookup, entry: PlainEntry, low: number): number {
    const { words, registersAt, ramByteCount } = this.#journal
    const { pageBits } = this.scheme
    let table = rootWordOf(words, registersAt)
    let shift = levels.reduce((sum, { bits }) => sum + bits, pageBits)
    for (const { bits } of levels) {
      shift -= bits
      const entryAt = table + ((low >>> shift) & ((1 << bits) - 1)) * entry.byteCount
      if (entryAt + entry.byteCount > ramByteCount) return this.#fail('no-ram')
      const value = this.#plainEntry(entryAt, entry)
      this.visited[this.visitedCount++] = entryAt
      if (((value >>> entry.validBit) & 1) === 0) return this.#fail('not-present')
      table = (value % 2 ** entry.frameBits) * 2 ** pageBits
    }
    return table + (low & ((1 << pageBits) - 1))
  }

  #plainEntry(at: number, { byteCount }: PlainEntry): number {
    const { bytes, view } = this.#journal
    return byteCount === 1 ? bytes[at]! : view.getUint32(at, true)
  }

  #walkTree({ levels, entry }: RadixLookup, low: number, high: number): number {
    if (levels.length === 0) return high === 0 ? low >>> 0 : this.#fail('no-ram')
    if (entry !== undefined) return this.#walkPlainTree({ kind: 'radix', levels }, entry, low)
    const { words, registersAt, ramByteCount } = this.#journal
    const { visited } = this
    const levelBits = this.#levelBits
    const reservedHigh = this.#reservedHigh()
    const leaf = levelBits.length - 1
    let table = rootOf(words, registersAt)
    let rights = WRITABLE | USER
    let forbidden = 0
    let shift = this.#topShift
    for (let depth = 0; ; depth++) {
      const bits = levelBits[depth]!
      shift -= bits
      if (table >= ramByteCount) return this.#stopAt(depth, 'no-ram')
      const index = shift >= 32 ? high >> (shift - 32) : (low >>> shift) | (high << (32 - shift))
      const entryAt = table + ((index & ((1 << bits) - 1)) << 3)
      const entryLow = words[entryAt >> 2]!
      const entryHigh = words[(entryAt >> 2) + 1]!
      visited[depth] = entryAt
      if ((entryLow & PRESENT) === 0) return this.#stopAt(depth + 1, 'not-present')
      if ((entryHigh & reservedHigh) !== 0) return this.#stopAt(depth + 1, 'reserved-bit')
      rights &= entryLow
      forbidden |= entryHigh
      if (depth !== leaf && (entryLow & PAGE_SIZE_BIT) === 0) {
        table = baseOf(entryLow, entryHigh)
        continue
      }
      const isWrong =
        depth !== leaf && (levels[depth]!.largePage !== true || (entryLow & reservedOfLargePage(shift)) !== 0)
      if (isWrong) return this.#stopAt(depth + 1, 'reserved-bit')
      this.visitedCount = depth + 1
      this.rights = rights
      this.noExecute = (forbidden & NO_EXECUTE_HIGH) !== 0
      return this.#combine(entryLow, entryHigh, low, shift)
    }
  }

  #stopAt(visitedCount: number, failure: WalkFailure): -1 {
    this.visitedCount = visitedCount
    return this.#fail(failure)
  }

  #searchList({ capacity }: ListLookup, low: number, high: number): number {
    const { words, registersAt, ramByteCount } = this.#journal
    const { pageBits } = this.scheme
    const table = rootOf(words, registersAt)
    if (table + (capacity + 1) * ROW_BYTE_COUNT > ramByteCount) return this.#fail('no-ram')
    const pageLow = bitsFrom(low, high, pageBits)
    const pageHigh = high >>> pageBits
    const count = Math.min(words[table >> 2]! >>> 0, capacity)
    for (let row = 0; row < count; row++) {
      const rowAt = table + (row + 1) * ROW_BYTE_COUNT
      this.visited[this.visitedCount++] = rowAt + 8
      if (words[rowAt >> 2] !== pageLow || words[(rowAt >> 2) + 1] !== pageHigh) continue
      const entryLow = words[(rowAt >> 2) + 2]!
      const entryHigh = words[(rowAt >> 2) + 3]!
      if ((entryLow & PRESENT) === 0) return this.#fail('not-present')
      if ((entryHigh & this.#reservedHigh()) !== 0) return this.#fail('reserved-bit')
      this.#narrow(entryLow, entryHigh)
      return this.#combine(entryLow, entryHigh, low, pageBits)
    }
    return this.#fail('not-present')
  }

  /** A right holds only if every level grants it. */
  #narrow(entryLow: number, entryHigh: number): void {
    this.rights &= entryLow
    if ((entryHigh & NO_EXECUTE_HIGH) !== 0) this.noExecute = true
  }

  #combine(entryLow: number, entryHigh: number, low: number, shift: number): number {
    const offsetMask = (1 << shift) - 1
    this.pageBits = shift
    return baseOf(entryLow & ~offsetMask, entryHigh) + (low & offsetMask)
  }

  /** Why rights, as bits of an entry, do not permit an access; undefined where they do. */
  refusal(rights: number, noExecute: boolean, access: Access): PageFaultCause | undefined {
    const { words, registersAt } = this.#journal
    const isUser = words[registersAt + CPL_WORD] === 3
    if (isUser && (rights & USER) === 0) return 'supervisor-only'
    if (access === EXECUTE) return noExecute ? 'no-execute' : undefined
    if (access !== WRITE || (rights & WRITABLE) !== 0) return undefined
    return isUser || (words[registersAt + CR0_WORD]! & WRITE_PROTECT) !== 0 ? 'read-only' : undefined
  }

  #inRam(physical: number): number {
    return physical < this.#journal.ramByteCount ? physical : this.#fail('no-ram')
  }

  #reservedHigh(): number {
    const { words, registersAt } = this.#journal
    return (words[registersAt + EFER_WORD]! & NO_EXECUTE_ENABLE) !== 0
      ? RESERVED_HIGH
      : RESERVED_HIGH | NO_EXECUTE_HIGH
  }

  #fail(failure: WalkFailure): -1 {
    this.failure = failure
    return -1
  }
}

/** No bit of a 32-bit address is set above so many. */
function fitsBits(low: number, bits: number): boolean {
  return bits >= 32 || low >>> bits === 0
}

/** The bits above `virtualBits` repeat the topmost one, seen in the upper half alone. */
function isCanonicalHalf(high: number, virtualBits: number): boolean {
  const unused = 64 - virtualBits
  return (high << unused) >> unused === high
}

/** The 32 bits of a 64-bit address that begin at bit `shift`. */
function bitsFrom(low: number, high: number, shift: number): number {
  if (shift >= 32) return high >> (shift - 32)
  return (low >>> shift) | (high << (32 - shift))
}

/** The root table's address: CR3 without the bits that are none of an address. */
function rootOf(words: Int32Array, registersAt: number): number {
  return baseOf(words[registersAt + CR3_WORD]!, words[registersAt + CR3_WORD + 1]!)
}

/** The root table's address where tables need not begin at a frame of 4 KiB. */
function rootWordOf(words: Int32Array, registersAt: number): number {
  return words[registersAt + CR3_WORD]! >>> 0
}

/** Address bits 51 … 12 of an entry, as one number. */
function baseOf(entryLow: number, entryHigh: number): number {
  const upper = entryHigh & 0xfffff
  const lower = entryLow & ~0xfff
  return upper === 0 && lower >= 0 ? lower : upper * 0x1_0000_0000 + (lower >>> 0)
}

/** An entry of a large page has no use for the address bits inside the page, except bit 12 (PAT). */
function reservedOfLargePage(shift: number): number {
  return ((1 << shift) - 1) & ~0x1fff
}
