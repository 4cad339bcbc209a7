import type { Journal } from '../journal.ts'
import type { Memory } from '../memory/memory.ts'
import { hasMarksOfUse } from '../memory/formats/formats.ts'
import { PAGE_SIZE, physicalAddress, type PhysicalAddress } from '../units.ts'

/*
 * What the OS knows about every frame lies in RAM, as Linux keeps its `struct page`s there: so it is undone with
 * everything else, and a snapshot has it.
 *
 *   0x1000      the table's head: free frames, and what is counted
 *   0x2000      a frame of zeros that every untouched page can be read from
 *   0x3000 …    the table, 16 bytes a frame, and behind it the swap area's map (see swap-area.ts)
 *
 *     word 0    how many page-table entries lead to the frame; 0: it is free
 *     word 1    of a free frame, the next free one; of a used one, when its page came
 *     word 2    when it was used last, where the OS is told
 *     word 3    1 + the place in the swap area that has the same page, as it was when it came back; 0: there is none
 *
 * A textbook's RAM has no room for that. Where frames are counted out on a machine on which no program runs, it lies
 * behind the swap area, of frames 1 and up alone: page tables have others.
 *
 * Everything here speaks of a frame by its number times PAGE_SIZE, as entries do that the OS speaks of; `placeOf` says
 * where in RAM it is.
 */
const HEAD_BASE = 0x1000
const ZERO_BASE = 0x2000
const TABLE_BASE = 0x3000
const WORDS_PER_FRAME = 4
const [SHARE_COUNT, NEXT_OR_ARRIVAL, LAST_USE, KEPT_PLACE] = [0, 1, 2, 3]

/** The words of the table's head. */
const FREE_LIST = 0
const UNUSED_FROM = 1
const FREE_COUNT = 2
/** What arrivals and uses are numbered by. */
const CLOCK = 3
const FIRST_COUNTER = 8
const HEAD_WORDS = 32

/** What is counted, in the order of the head's words. */
export const COUNTERS = [
  'minorFaults',
  'zeroPagesMapped',
  'pagesCopied',
  'pagesFilled',
  'majorFaults',
  'pagesSwappedOut',
  'pagesDropped',
  'contextSwitches',
] as const
export type Counter = (typeof COUNTERS)[number]

/** Frames that changed hands, by where in RAM they begin, since they were last asked for. */
export interface FrameMoves {
  readonly taken: readonly number[]
  readonly freed: readonly number[]
}

/** Which frames are free, how many page-table entries share each of the others, and what has been counted. */
export class FrameTable {
  readonly #journal: Journal
  readonly #memory: Memory
  /** Undefined where every page has a frame of its own. */
  readonly zeroFrame: PhysicalAddress | undefined
  readonly frameByteCount: number
  /** The first frame that programs and page tables may have. */
  readonly firstFrame: number
  readonly frameCount: number
  /** The index of the word behind the table, from which on the swap area keeps its map. */
  readonly swapMapAt: number
  /** Indices of the first words of the head and of the table, and of the word behind all. */
  readonly #headAt: number
  readonly #tableAt: number
  readonly #endAt: number
  /** Whether entries say that a page was used; otherwise the OS has to be told. */
  readonly #hasMarks: boolean
  #taken: number[] = []
  #freed: number[] = []

  /**
   * @param swapPageCount how many pages the swap area has
   * @param countedOut how many frames there are, where what is known of them lies behind the swap area
   */
  constructor(journal: Journal, memory: Memory, swapPageCount = 0, countedOut?: number) {
    this.#journal = journal
    this.#memory = memory
    this.frameByteCount = 2 ** memory.scheme.pageBits
    this.#hasMarks = hasMarksOfUse(memory.scheme)
    const isInRam = countedOut === undefined
    this.frameCount = isInRam ? journal.ramByteCount / PAGE_SIZE : 1 + countedOut
    this.zeroFrame = isInRam ? physicalAddress(ZERO_BASE) : undefined
    const behindSwap = journal.swapAt + swapWords(swapPageCount, this.frameByteCount)
    this.#headAt = isInRam ? HEAD_BASE / 4 : behindSwap
    this.#tableAt = isInRam ? TABLE_BASE / 4 : behindSwap + HEAD_WORDS
    this.swapMapAt = this.#tableAt + WORDS_PER_FRAME * this.frameCount
    const mapEnd = this.swapMapAt + swapPageCount
    this.firstFrame = isInRam ? Math.ceil((4 * mapEnd) / PAGE_SIZE) : 1
    this.#endAt = isInRam ? (this.firstFrame * PAGE_SIZE) / 4 : mapEnd
    if (isInRam) journal.ramUsedTo = () => PAGE_SIZE * Math.max(this.firstFrame, this.#head(UNUSED_FROM))
  }

  /** Where in RAM a frame begins. */
  placeOf(base: number): PhysicalAddress {
    return physicalAddress((base / PAGE_SIZE) * this.frameByteCount)
  }

  /** The frame that a byte of RAM is in, if pages may have it. */
  frameAt(physical: number): PhysicalAddress | undefined {
    const frame = Math.floor(physical / this.frameByteCount)
    return this.firstFrame <= frame && frame < this.frameCount
      ? physicalAddress(frame * PAGE_SIZE)
      : undefined
  }

  /** The bytes in a frame. */
  bytesOf(base: number): Uint8Array {
    const from = this.placeOf(base)
    return this.#journal.bytes.slice(from, from + this.frameByteCount)
  }

  /** Whether the page in a frame was used since it came. */
  isUsed(base: number, isMarked: boolean): boolean {
    return this.#hasMarks ? isMarked : this.usedAt(base) > this.arrivedAt(base)
  }

  /** Makes every frame behind the table free, and begins to count anew. */
  initialise(): void {
    this.moves()
    const { words } = this.#journal
    for (let word = this.#headAt; word < this.#endAt; word++) {
      if (words[word] !== 0) this.#journal.writeWord(word, 0)
    }
    this.#setHead(UNUSED_FROM, this.firstFrame)
    this.#setHead(FREE_COUNT, this.frameCount - this.firstFrame)
  }

  get freeCount(): number {
    return this.#head(FREE_COUNT)
  }

  /** A free frame, now used once: the one given back last, or one that was never used. Undefined where none is free. */
  take(): PhysicalAddress | undefined {
    if (this.freeCount === 0) return undefined
    const recycled = this.#head(FREE_LIST)
    const frame = recycled === 0 ? this.#head(UNUSED_FROM) : recycled
    if (recycled === 0) this.#setHead(UNUSED_FROM, frame + 1)
    else this.#setHead(FREE_LIST, this.#get(frame, NEXT_OR_ARRIVAL))
    this.#setHead(FREE_COUNT, this.freeCount - 1)
    this.#set(frame, SHARE_COUNT, 1)
    const base = physicalAddress(frame * PAGE_SIZE)
    this.#taken.push(this.placeOf(base))
    if (this.#headAt === HEAD_BASE / 4) this.#memory.frames.reuse(base)
    return base
  }

  /** A free frame of zeros. */
  takeZeroed(): PhysicalAddress | undefined {
    const base = this.take()
    if (base === undefined) return undefined
    if (!this.#isZero(base))
      this.#memory.writePhysical(this.placeOf(base), new Uint8Array(this.frameByteCount))
    return base
  }

  #isZero(base: PhysicalAddress): boolean {
    const { words } = this.#journal
    const from = this.placeOf(base)
    const end = (from + this.frameByteCount) / 4
    for (let at = from / 4; at < end; at++) if (words[at] !== 0) return false
    return true
  }

  /** One more page-table entry leads to the frame. */
  share(base: number): void {
    if (base === this.zeroFrame) return
    this.#setShareCount(base, this.shareCount(base) + 1)
  }

  /** One page-table entry fewer leads to the frame; without any it is free. */
  release(base: number): void {
    if (base === this.zeroFrame) return
    const count = this.shareCount(base) - 1
    if (count < 0) throw new Error(`frame ${base / PAGE_SIZE} is released more often than it is used`)
    this.#setShareCount(base, count)
    if (count > 0) return
    const frame = base / PAGE_SIZE
    this.#set(frame, NEXT_OR_ARRIVAL, this.#head(FREE_LIST))
    if (this.#get(frame, LAST_USE) !== 0) this.#set(frame, LAST_USE, 0)
    this.#setHead(FREE_LIST, frame)
    this.#setHead(FREE_COUNT, this.freeCount + 1)
    this.#freed.push(this.placeOf(base))
  }

  /** How many frames were freed since `moves` was asked last. */
  get freedCount(): number {
    return this.#freed.length
  }

  /** The frames that were taken and freed since this was asked last. */
  moves(): FrameMoves {
    const moves = { taken: this.#taken, freed: this.#freed }
    this.#taken = []
    this.#freed = []
    return moves
  }

  /** A page has come into the frame, or counts as if it had; it is about to be used. */
  arrive(base: number): void {
    const now = this.#tick()
    this.#set(base / PAGE_SIZE, NEXT_OR_ARRIVAL, now)
    this.#set(base / PAGE_SIZE, LAST_USE, now)
  }

  arrivedAt(base: number): number {
    return this.#get(base / PAGE_SIZE, NEXT_OR_ARRIVAL)
  }

  /** The frame has been used. */
  use(base: number): void {
    this.#set(base / PAGE_SIZE, LAST_USE, this.#tick())
  }

  usedAt(base: number): number {
    return this.#get(base / PAGE_SIZE, LAST_USE)
  }

  #tick(): number {
    this.#setHead(CLOCK, this.#head(CLOCK) + 1)
    return this.#head(CLOCK)
  }

  /** The place in the swap area that has the frame's page too; it is worth nothing once the page was written to. */
  keptPlace(base: number): number | undefined {
    const kept = this.#get(base / PAGE_SIZE, KEPT_PLACE)
    return kept === 0 ? undefined : kept - 1
  }

  keepPlace(base: number, place: number | undefined): void {
    this.#set(base / PAGE_SIZE, KEPT_PLACE, place === undefined ? 0 : place + 1)
  }

  /** How many page-table entries lead to a frame. */
  shareCount(base: number): number {
    return this.#get(base / PAGE_SIZE, SHARE_COUNT)
  }

  /** How often something has happened since the machine was started. */
  count(counter: Counter): number {
    return this.#head(FIRST_COUNTER + COUNTERS.indexOf(counter))
  }

  increment(counter: Counter): void {
    this.#setHead(FIRST_COUNTER + COUNTERS.indexOf(counter), this.count(counter) + 1)
  }

  #setShareCount(base: number, count: number): void {
    this.#set(base / PAGE_SIZE, SHARE_COUNT, count)
  }

  #get(frame: number, word: number): number {
    return this.#journal.words[this.#tableAt + frame * WORDS_PER_FRAME + word]!
  }

  #set(frame: number, word: number, value: number): void {
    this.#journal.writeWord(this.#tableAt + frame * WORDS_PER_FRAME + word, value)
  }

  #head(word: number): number {
    return this.#journal.words[this.#headAt + word]!
  }

  #setHead(word: number, value: number): void {
    this.#journal.writeWord(this.#headAt + word, value)
  }
}

/** How many words pages take in the swap area. */
const swapWords = (pageCount: number, pageByteCount: number) => 2 * Math.ceil((pageCount * pageByteCount) / 8)

/** Bytes behind RAM and registers: the swap area, and behind it what is known of frames where they are counted out so. */
export function swapByteCount(pageCount: number, pageByteCount: number, countedOut?: number): number {
  const known = countedOut === undefined ? 0 : HEAD_WORDS + WORDS_PER_FRAME * (1 + countedOut) + pageCount
  return 4 * (swapWords(pageCount, pageByteCount) + 2 * Math.ceil(known / 2))
}
