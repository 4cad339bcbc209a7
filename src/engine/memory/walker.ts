import { bitsFrom } from '../bits.ts'
import type { Journal } from '../journal.ts'
import type { Control } from './control.ts'
import { Descent, placeAtDepth } from './descent.ts'
import {
  NATIVE_ENTRY_BYTE_COUNT,
  NO_EXECUTE_HIGH,
  PAGE_SIZE_BIT,
  PHYSICAL_ADDRESS_BITS,
  PRESENT,
  RESERVED_HIGH,
  USER,
  WRITABLE,
} from './entry.ts'
import { EXECUTE, WRITE, type Access, type PageFaultCause } from './fault.ts'
import {
  ALL_PERMISSIONS,
  KERNEL_EXECUTE,
  permissionFor,
  USER_EXECUTE,
  USER_READ,
  USER_WRITE,
  type EntryFormat,
  type EntryPlace,
  type EntryReading,
} from './formats/entry-format.ts'
import { entryFormatOf, hasNativeEntries } from './formats/formats.ts'
import { readEntry } from './formats/stored-entry.ts'
import {
  ROW_BYTE_COUNT,
  segmentPlace,
  type ListLookup,
  type PagingScheme,
  type RadixLookup,
} from './scheme.ts'

/** Why a walk ended without a physical address. */
export type WalkFailure = PageFaultCause | 'beyond-limit' | 'too-wide' | 'no-ram'

/** A page as an entry maps it. */
type PageReading = EntryReading & { readonly kind: 'page' }

/** The rights that were found, in the words of x86-64 and in those of every format. */
export interface FoundRights {
  readonly rights: number
  readonly noExecute: boolean
  /** Undefined where entries are those of x86-64. */
  readonly permissions?: number | undefined
}

/**
 * The page walk, in 32-bit halves and without allocating: the processor's slow path and the views' picture of it
 * are the same walk. It writes nothing to RAM; what it found is in its fields until the next walk.
 */
export class Walker {
  readonly scheme: PagingScheme
  readonly #journal: Journal
  readonly #control: Control
  readonly #descent: Descent
  readonly #dataEnd: number

  /** Byte addresses of the entries that were read, in order; the first `visitedCount` are of the last walk. */
  readonly visited: Int32Array
  visitedCount = 0
  failure: WalkFailure | undefined
  /** Effective rights over all levels, as bits of an entry: WRITABLE and USER. */
  rights = 0
  noExecute = false
  /** The same over all levels, user's and kernel's apart, where entries are not those of x86-64. */
  permissions: number | undefined
  /** The entry that maps the page, where it is not one of x86-64. */
  page: PageReading | undefined
  /** Bits of the offset in the page that was found: of x86-64, 12, 21 or 30. */
  pageBits = 12
  /** How entries are read; undefined where they are those of x86-64. */
  readonly format: EntryFormat | undefined
  readonly entryByteCount: number

  /** @param dataEnd where what may be read and written ends; tables may lie behind it */
  constructor(
    journal: Journal,
    scheme: PagingScheme,
    control: Control,
    dataEnd: number = journal.ramByteCount,
  ) {
    this.#dataEnd = dataEnd
    this.#journal = journal
    this.#control = control
    this.scheme = scheme
    const { lookup } = scheme
    this.format = hasNativeEntries(scheme) ? undefined : entryFormatOf(scheme)
    this.entryByteCount = this.format?.byteCount ?? NATIVE_ENTRY_BYTE_COUNT
    this.visited = new Int32Array(lookup.kind === 'radix' ? lookup.levels.length : lookup.capacity)
    const tree: RadixLookup = lookup.kind === 'radix' ? lookup : { kind: 'radix', levels: [] }
    this.#descent = new Descent(tree, scheme.pageBits, this.entryByteCount)
  }

  /** Where the root table begins: CR3, without the bits that are none of an address. */
  get root(): number {
    const { rootLow, rootHigh } = this.#control
    return this.format === undefined ? baseOf(rootLow, rootHigh) : (rootLow >>> 0) + rootHigh * 2 ** 32
  }

  /** Walks for one byte. Returns its physical address, or -1 and `failure` says why. */
  walk(low: number, high: number, access: Access): number {
    const { scheme } = this
    this.visitedCount = 0
    this.failure = undefined
    this.rights = WRITABLE | USER
    this.noExecute = false
    this.page = undefined
    this.permissions = undefined
    this.pageBits = scheme.pageBits
    if (scheme.upperBits === 'zero') {
      if (!fitsWidth(low, high, scheme.virtualBits))
        return this.#fail(scheme.segments === undefined ? 'too-wide' : 'beyond-limit')
      if (scheme.segments !== undefined) return this.#relocate(low)
    } else if (!isCanonical(low, high, scheme.virtualBits)) return this.#fail('not-canonical')
    const physical =
      scheme.lookup.kind === 'list'
        ? this.#searchList(scheme.lookup, low, high)
        : this.format !== undefined && scheme.lookup.levels.length > 0
          ? this.#walkFormatted(this.format, scheme.lookup, low, high, access)
          : this.#walkTree(scheme.lookup, low, high)
    if (physical < 0) return physical
    if (this.format !== undefined) return this.#inRam(physical)
    const refusal = this.refusal(this.rights, this.noExecute, access)
    return refusal === undefined ? this.#inRam(physical) : this.#fail(refusal)
  }

  /** What the address's segment makes of it: its base, and the offset if the limit permits. */
  #relocate(low: number): number {
    const { number, distance } = segmentPlace(this.scheme, low >>> 0)
    const { base, limit } = this.#control.segment(number)
    const isWithin = distance < 0 ? -distance <= limit && -distance <= base : distance < limit
    return isWithin ? this.#inRam(base + distance) : this.#fail('beyond-limit')
  }

  /** The walk where entries are not those of x86-64. Their format says what each of them means. */
  #walkFormatted(
    format: EntryFormat,
    { levels }: RadixLookup,
    low: number,
    high: number,
    access: Access,
  ): number {
    const descent = this.#descent
    const { ramByteCount } = this.#journal
    let permissions = ALL_PERMISSIONS
    for (descent.begin(this.root, low, high); ;) {
      const { entryAt, depth, isLast, shift } = descent
      if (entryAt < 0 || entryAt + format.byteCount > ramByteCount) return this.#fail('no-ram')
      this.visited[this.visitedCount++] = entryAt
      const entry = readEntry(this.#journal, entryAt, format.byteCount)
      const reading = format.read(entry, this.#place({ level: levels[depth]!, depth, isLast, shift }))
      if (reading.kind === 'absent') return this.#fail('not-present')
      if (reading.kind === 'flawed') return this.#fail(reading.flaw)
      permissions &= reading.permissions
      if (reading.kind === 'page')
        return this.#arrive(format, reading, permissions, [low, high], shift, access)
      descent.enter(reading.base)
    }
  }

  /** What an entry at that depth says, as the processor is set now. */
  readingAt(depth: number, entry: bigint): EntryReading {
    return this.format!.read(entry, this.#place(placeAtDepth(this.scheme, depth)))
  }

  /** Where an entry stands, with what the processor is set to. */
  #place(place: Pick<EntryPlace, 'level' | 'depth' | 'isLast' | 'shift'>): EntryPlace {
    return {
      ...place,
      physicalBits: this.scheme.physicalBits ?? PHYSICAL_ADDRESS_BITS,
      marks: this.scheme.marks ?? 'processor',
      noExecuteEnable: this.#control.noExecuteEnable,
      writeProtect: this.#control.writeProtect,
    }
  }

  /** The page is found: what its entry and those before it permit, and where the address lies in it. */
  #arrive(
    format: EntryFormat,
    page: PageReading,
    combined: number,
    [low, high]: readonly [number, number],
    shift: number,
    access: Access,
  ): number {
    const permissions = format.finish?.(combined) ?? combined
    const { isUser } = this.#control
    this.pageBits = shift
    this.page = page
    this.permissions = permissions
    this.rights =
      ((permissions & USER_WRITE) !== 0 ? WRITABLE : 0) | ((permissions & USER_READ) !== 0 ? USER : 0)
    this.noExecute = (permissions & (isUser ? USER_EXECUTE : KERNEL_EXECUTE)) === 0
    const isManaged = this.scheme.marks === 'software'
    // The access flag is looked at before the rights are, where there is a fault of its own for it.
    const unmarked = isManaged ? unmarkedUse(page, access) : undefined
    if (unmarked === 'not-accessed' && format.architecture === 'arm') return this.#fail(unmarked)
    const refusal = refusalOf(permissions, isUser, access)
    if (refusal !== undefined) return this.#fail(refusal)
    if (unmarked !== undefined && format.architecture === 'risc-v') return this.#fail(unmarked)
    return page.base + lowestBits(low, high, shift)
  }

  #walkTree({ levels }: RadixLookup, low: number, high: number): number {
    if (levels.length === 0) return high === 0 ? low >>> 0 : this.#fail('no-ram')
    const { words, ramByteCount } = this.#journal
    const { visited } = this
    const descent = this.#descent
    const reservedHigh = this.#reservedHigh()
    let rights = WRITABLE | USER
    let forbidden = 0
    for (descent.begin(this.root, low, high); ;) {
      const { entryAt, depth, isLast } = descent
      if (entryAt >= ramByteCount) return this.#fail('no-ram')
      const entryLow = words[entryAt >> 2]!
      const entryHigh = words[(entryAt >> 2) + 1]!
      visited[depth] = entryAt
      this.visitedCount = depth + 1
      if ((entryLow & PRESENT) === 0) return this.#fail('not-present')
      if ((entryHigh & reservedHigh) !== 0) return this.#fail('reserved-bit')
      rights &= entryLow
      forbidden |= entryHigh
      if (!isLast && (entryLow & PAGE_SIZE_BIT) === 0) {
        descent.enter(baseOf(entryLow, entryHigh))
        continue
      }
      const { shift } = descent
      const isWrong =
        !isLast && (levels[depth]!.largePage !== true || (entryLow & reservedOfLargePage(shift)) !== 0)
      if (isWrong) return this.#fail('reserved-bit')
      this.rights = rights
      this.noExecute = (forbidden & NO_EXECUTE_HIGH) !== 0
      return this.#combine(entryLow, entryHigh, low, shift)
    }
  }

  #searchList({ capacity }: ListLookup, low: number, high: number): number {
    const { words, ramByteCount } = this.#journal
    const { pageBits } = this.scheme
    const table = this.root
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

  /** Why rights that were found do not permit an access; undefined where they do. */
  refusalBy({ rights, noExecute, permissions }: FoundRights, access: Access): PageFaultCause | undefined {
    return permissions === undefined
      ? this.refusal(rights, noExecute, access)
      : refusalOf(permissions, this.#control.isUser, access)
  }

  /** Why rights, as bits of an entry of x86-64, do not permit an access; undefined where they do. */
  refusal(rights: number, noExecute: boolean, access: Access): PageFaultCause | undefined {
    const { isUser } = this.#control
    if (isUser && (rights & USER) === 0) return 'supervisor-only'
    if (access === EXECUTE) return noExecute ? 'no-execute' : undefined
    if (access !== WRITE || (rights & WRITABLE) !== 0) return undefined
    return isUser || this.#control.writeProtect ? 'read-only' : undefined
  }

  #inRam(physical: number): number {
    return physical < this.#dataEnd ? physical : this.#fail('no-ram')
  }

  #reservedHigh(): number {
    return this.#control.noExecuteEnable ? RESERVED_HIGH : RESERVED_HIGH | NO_EXECUTE_HIGH
  }

  #fail(failure: WalkFailure): -1 {
    this.failure = failure
    return -1
  }
}

/** No bit of an address is set above so many. */
function fitsWidth(low: number, high: number, bits: number): boolean {
  if (bits > 32) return bits >= 64 || high >>> (bits - 32) === 0
  return high === 0 && (bits === 32 || low >>> bits === 0)
}

/** What the OS has not marked yet about a page's use. */
function unmarkedUse({ isAccessed, isDirty }: PageReading, access: Access): PageFaultCause | undefined {
  if (!isAccessed) return 'not-accessed'
  return access === WRITE && !isDirty ? 'not-dirty' : undefined
}

/** Why a mode's permissions do not allow an access; undefined where they do. */
function refusalOf(permissions: number, isUser: boolean, access: Access): PageFaultCause | undefined {
  if ((permissions & permissionFor(access, isUser)) !== 0) return undefined
  const own = isUser ? permissions & 7 : permissions >> 3
  if (own === 0) return isUser ? 'supervisor-only' : 'user-only'
  return access === WRITE ? 'read-only' : access === EXECUTE ? 'no-execute' : 'not-readable'
}

/** The bits above `virtualBits` repeat the topmost one. */
function isCanonical(low: number, high: number, virtualBits: number): boolean {
  const unused = 64 - virtualBits
  // Where the topmost one is in the lower half, the whole upper half repeats it.
  if (unused >= 32) return (low << (unused - 32)) >> (unused - 32) === (low | 0) && high === low >> 31
  return (high << unused) >> unused === high
}

/** So many of an address's lowest bits, as one number. */
function lowestBits(low: number, high: number, count: number): number {
  if (count <= 32) return (low >>> 0) % 2 ** count
  return (high & (2 ** (count - 32) - 1)) * 2 ** 32 + (low >>> 0)
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
