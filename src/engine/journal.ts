/**
 * Everything that time travel must restore, in one buffer, and the log that restores it.
 *
 * RAM comes first, so that a physical address is its own byte index. Behind it lie:
 *
 *     registersAt …   the processor's words, as `words.ts` lays them out
 *     swapAt …        the swap area, where the machine has one: a disk's pages, undone as RAM is
 *
 * The log holds pairs of 32-bit integers:
 *
 *     mark   1 0 | old RFLAGS      old RIP, low half     a step begins here
 *     word   0 0 | word index      the word's old value
 *     slot   0 1 | slot number     index of the old value in `slotValues`
 *
 * Nearly every instruction moves RIP and most change the flags; keeping both in the mark makes a step cheap
 * (8 bytes and one pair for each word it writes). Undoing a pair exchanges old and current value, so that redoing
 * is the same walk in the other direction.
 */
import { PAGE_SIZE } from './units.ts'
import { placeFrames, takeFrames, type Frames } from './frames.ts'
import { giveBack, takeBuffer, takeLog } from './spare-memory.ts'
import { FLAGS_WORD, PROCESSOR_WORD_COUNT, RIP_WORD } from './words.ts'

/** Set in a pair's first integer when the pair marks the beginning of a step. */
export const STEP_MARK = 0x8000_0000 | 0
const SLOT_TAG = 0x4000_0000

const FIRST_CAPACITY = 1 << 12
const LARGEST_CAPACITY = 1 << 24

/** Everything as it was at a step: where the log does not reach any more, time travel begins again from here. */
export interface Checkpoint {
  readonly stepCount: number
  /** RAM by frames. Those that were the same at an earlier checkpoint are shared with it; one of zeros is left out. */
  readonly frames: Frames
  readonly words: Int32Array
  readonly slots: readonly unknown[]
}

/** A value outside the buffer that time travel restores too. The value itself must be immutable. */
export interface Slot<T> {
  get(): T
  set(value: T): void
}

export class Journal {
  readonly ramByteCount: number
  /** Word index of the first of the processor's words. */
  readonly registersAt: number
  /** Word index of the swap area's first word. */
  readonly swapAt: number
  #buffer: ArrayBuffer | undefined
  words!: Int32Array
  bytes!: Uint8Array
  longs!: BigUint64Array
  view!: DataView

  /** The log's pairs; `logLength` integers of it are in the past, those up to `logEnd` can be redone. */
  log = takeLog(FIRST_CAPACITY)
  logLength = 0
  logEnd = 0
  /** How many steps lie between the beginning and now. */
  stepCount = 0
  /** How many steps from the beginning were given up because the log was full: `back` goes no further. */
  oldestStep = 0
  /** Counts what may have changed RAM other than by executing instructions: writes from outside, and time travel. */
  changeCount = 0

  readonly #largestLog: number
  #recording = true
  /** Up to where RAM has ever been used: behind it there is nothing to take down. */
  ramUsedTo = (): number => this.ramByteCount
  readonly #travelListeners: (() => void)[] = []
  readonly #slots: unknown[] = []
  readonly #slotValues: unknown[] = []
  #slotValueCount = 0
  /** How many values were given up with the steps they belonged to; the log counts on. */
  #forgottenSlotValues = 0

  /**
   * @param ramByteCount a multiple of 8
   * @param swapByteCount the same
   * @param largestLog how many integers the log may have, a power of two
   */
  constructor(ramByteCount: number, swapByteCount = 0, largestLog = LARGEST_CAPACITY) {
    if (!Number.isInteger(ramByteCount) || ramByteCount < 0 || ramByteCount % 8 !== 0) {
      throw new RangeError(`RAM of ${ramByteCount} bytes is not a multiple of 8 bytes`)
    }
    this.#largestLog = largestLog
    const byteCount = ramByteCount + 4 * PROCESSOR_WORD_COUNT + swapByteCount
    this.#buffer = takeBuffer(byteCount)
    this.#viewAs(this.#buffer, byteCount)
    this.ramByteCount = ramByteCount
    this.registersAt = ramByteCount / 4
    this.swapAt = this.registersAt + PROCESSOR_WORD_COUNT
  }

  #viewAs(buffer: ArrayBuffer, byteCount: number): void {
    this.words = new Int32Array(buffer, 0, byteCount / 4)
    this.bytes = new Uint8Array(buffer, 0, byteCount)
    this.longs = new BigUint64Array(buffer, 0, byteCount / 8)
    this.view = new DataView(buffer, 0, byteCount)
  }

  /**
   * Moves everything to the beginning of a buffer that others work on too. Who keeps one of the arrays must get it anew.
   * It is never given to machines to come.
   */
  moveTo(buffer: ArrayBuffer): void {
    const { bytes, ramByteCount } = this
    const used = bytes.subarray(0, this.ramUsedTo())
    this.#buffer = undefined
    this.#viewAs(buffer, bytes.length)
    this.bytes.set(used)
    this.bytes.set(bytes.subarray(ramByteCount), ramByteCount)
  }

  get recording(): boolean {
    return this.#recording
  }

  /** Turning the recording off forgets the past: what is not recorded cannot be undone across. */
  set recording(on: boolean) {
    if (!on) this.clear()
    this.#recording = on
  }

  /** Does something of which the log keeps nothing: its steps are counted, and `back` goes no further than to its end. */
  withoutLog<Result>(work: () => Result): Result {
    const wasRecording = this.#recording
    this.#forgetPast()
    this.#recording = false
    try {
      return work()
    } finally {
      this.#recording = wasRecording
      this.oldestStep = this.stepCount
    }
  }

  /** Called after every `back` and `forward` that moved: caches of what lies in the buffer are stale then. */
  onTravel(listener: () => void): void {
    this.#travelListeners.push(listener)
  }

  /** Begins a step. What is written from here to the next mark is undone together. */
  beginStep(): void {
    if (!this.#recording) return
    const { words, registersAt } = this
    this.#append(STEP_MARK | words[registersAt + FLAGS_WORD]!, words[registersAt + RIP_WORD]!)
    this.stepCount++
  }

  /** Begins a step with what was logged since `position` (a former `logLength`): it belongs to the step to come. */
  beginStepAt(position: number): void {
    const { words, registersAt } = this
    this.reserve(2)
    this.log.copyWithin(position + 2, position, this.logLength)
    this.log[position] = STEP_MARK | words[registersAt + FLAGS_WORD]!
    this.log[position + 1] = words[registersAt + RIP_WORD]!
    this.logLength += 2
    this.logEnd = this.logLength
    this.stepCount++
  }

  /** Removes the last step's mark: what was written since belongs to the step before, as after a fault. */
  abandonStep(): void {
    if (!this.#recording) return
    let mark = this.logLength - 2
    while (this.log[mark]! >= 0) mark -= 2
    this.log.copyWithin(mark, mark + 2, this.logLength)
    this.logLength -= 2
    this.logEnd = this.logLength
    this.stepCount--
  }

  write8(byteIndex: number, value: number): void {
    this.#keep(byteIndex, 1)
    this.bytes[byteIndex] = value
  }

  write16(byteIndex: number, value: number): void {
    this.#keep(byteIndex, 2)
    this.view.setUint16(byteIndex, value, true)
  }

  write32(byteIndex: number, value: number): void {
    this.#keep(byteIndex, 4)
    this.view.setInt32(byteIndex, value, true)
  }

  write64(byteIndex: number, value: bigint): void {
    this.#keep(byteIndex, 8)
    this.view.setBigUint64(byteIndex, BigInt.asUintN(64, value), true)
  }

  writeBytes(byteIndex: number, bytes: ArrayLike<number>): void {
    if (bytes.length === 0) return
    this.#keep(byteIndex, bytes.length)
    this.bytes.set(bytes, byteIndex)
  }

  /** Writes one word by its index, as the processor's words are named. */
  writeWord(wordIndex: number, value: number): void {
    if (this.#recording) this.#append(wordIndex, this.words[wordIndex]!)
    this.words[wordIndex] = value
  }

  /** Makes a value that time travel restores together with the words of the same step. */
  slot<T>(initial: T): Slot<T> {
    const slots = this.#slots
    const number = slots.push(initial) - 1
    return {
      get: () => slots[number] as T,
      set: (value) => {
        if (this.#recording) this.#keepSlot(number)
        slots[number] = value
      },
    }
  }

  /** Goes back that many steps, or as far as the log reaches. Returns how many steps it went. */
  back(steps: number): number {
    const taken = this.#walkBack(Math.min(steps, this.stepCount - this.oldestStep))
    if (taken > 0) this.#tellTravelled()
    return taken
  }

  /** Goes forward again over steps undone before. Returns how many steps it went. */
  forward(steps: number): number {
    const taken = this.#walkForward(steps)
    if (taken > 0) this.#tellTravelled()
    return taken
  }

  /** Takes down the present. @param earlier what may be shared with it */
  checkpoint(earlier?: Checkpoint): Checkpoint {
    return {
      stepCount: this.stepCount,
      frames: takeFrames(this.bytes.subarray(0, this.ramUsedTo()), earlier?.frames ?? []),
      words: this.words.slice(this.registersAt),
      slots: [...this.#slots],
    }
  }

  /** Brings back what a checkpoint of this journal has taken down. The log begins there, and has no future. */
  returnTo({ stepCount, frames, words, slots }: Checkpoint): void {
    placeFrames(frames, this.bytes.subarray(0, Math.max(this.ramUsedTo(), frames.length * PAGE_SIZE)))
    this.words.set(words, this.registersAt)
    slots.forEach((value, number) => (this.#slots[number] = value))
    this.clear()
    this.stepCount = stepCount
    this.oldestStep = stepCount
    this.#tellTravelled()
  }

  /** Forgets the past and what could be redone; the present stays as it is. */
  clear(): void {
    this.#forgetPast()
    this.stepCount = 0
    this.oldestStep = 0
  }

  #forgetPast(): void {
    this.logLength = 0
    this.logEnd = 0
    this.oldestStep = this.stepCount
    this.#slotValueCount = 0
    this.#forgottenSlotValues = 0
    this.#slotValues.length = 0
  }

  /** Gives its memory to machines to come. Whatever belongs to this journal must never be used again. */
  release(): void {
    if (this.#buffer) giveBack(this.#buffer, this.log)
    // Given away twice, it would belong to two machines.
    this.#buffer = undefined
  }

  /**
   * Makes room for that many integers behind `logLength` and returns the log, which may be a new array.
   * A log at its largest gives up the older half of its steps.
   */
  reserve(integerCount: number): Int32Array {
    if (this.logLength + integerCount <= this.log.length) return this.log
    if (this.log.length >= this.#largestLog && integerCount <= this.#largestLog / 2) this.#forgetOlderHalf()
    while (this.logLength + integerCount > this.log.length) {
      const larger = takeLog(this.log.length * 2)
      larger.set(this.log.subarray(0, this.logLength))
      this.log = larger
    }
    return this.log
  }

  #append(tagged: number, value: number): void {
    const log = this.reserve(2)
    this.#dropRedo()
    log[this.logLength] = tagged
    log[this.logLength + 1] = value
    this.logLength += 2
    this.logEnd = this.logLength
  }

  #dropRedo(): void {
    const kept = this.#slotValueCount - this.#forgottenSlotValues
    if (this.#slotValues.length > kept) this.#slotValues.length = kept
  }

  #keep(byteIndex: number, byteCount: number): void {
    this.changeCount++
    if (!this.#recording) return
    const last = (byteIndex + byteCount - 1) >> 2
    for (let word = byteIndex >> 2; word <= last; word++) this.#append(word, this.words[word]!)
  }

  #keepSlot(number: number): void {
    this.#append(SLOT_TAG | number, this.#slotValueCount)
    this.#slotValues.push(this.#slots[number])
    this.#slotValueCount++
  }

  #walkBack(steps: number): number {
    const { log, words, registersAt } = this
    let instructionPointer = words[registersAt + RIP_WORD]!
    let flags = words[registersAt + FLAGS_WORD]!
    let at = this.logLength
    let taken = 0
    while (taken < steps && at > 0) {
      at -= 2
      const tagged = log[at]!
      const old = log[at + 1]!
      if (tagged < 0) {
        log[at] = STEP_MARK | flags
        log[at + 1] = instructionPointer
        flags = tagged & ~STEP_MARK
        instructionPointer = old
        taken++
      } else if (tagged < registersAt + RIP_WORD || tagged > registersAt + FLAGS_WORD) {
        if (tagged >= SLOT_TAG) this.#slotValueCount = this.#exchangeSlot(at, tagged)
        else {
          log[at + 1] = words[tagged]!
          words[tagged] = old
        }
      } else {
        this.#keepCounters(instructionPointer, flags)
        log[at + 1] = words[tagged]!
        words[tagged] = old
        instructionPointer = words[registersAt + RIP_WORD]!
        flags = words[registersAt + FLAGS_WORD]!
      }
    }
    this.#keepCounters(instructionPointer, flags)
    this.logLength = at
    this.stepCount -= taken
    return taken
  }

  #walkForward(steps: number): number {
    const { log, words, registersAt, logEnd } = this
    let at = this.logLength
    let taken = 0
    for (; at < logEnd; at += 2) {
      const tagged = log[at]!
      const next = log[at + 1]!
      if (tagged < 0) {
        if (taken === steps) break
        log[at] = STEP_MARK | words[registersAt + FLAGS_WORD]!
        log[at + 1] = words[registersAt + RIP_WORD]!
        this.#keepCounters(next, tagged & ~STEP_MARK)
        taken++
      } else if (tagged >= SLOT_TAG) this.#slotValueCount = this.#exchangeSlot(at, tagged) + 1
      else {
        log[at + 1] = words[tagged]!
        words[tagged] = next
      }
    }
    this.logLength = at
    this.stepCount += taken
    return taken
  }

  /** RIP's lower half and RFLAGS, which change with every step. */
  #keepCounters(instructionPointer: number, flags: number): void {
    this.words[this.registersAt + RIP_WORD] = instructionPointer
    this.words[this.registersAt + FLAGS_WORD] = flags
  }

  /** Returns the index of the exchanged value. */
  #exchangeSlot(at: number, tagged: number): number {
    const number = tagged & ~SLOT_TAG
    const index = this.log[at + 1]!
    const current = this.#slots[number]
    const place = index - this.#forgottenSlotValues
    this.#slots[number] = this.#slotValues[place]
    this.#slotValues[place] = current
    return index
  }

  #forgetOlderHalf(): void {
    const { log } = this
    let cut = (this.logLength >> 2) * 2
    while (cut < this.logLength && log[cut]! >= 0) cut += 2
    let slotValues = 0
    for (let at = 0; at < cut; at += 2) {
      if (log[at]! < 0) this.oldestStep++
      else if (log[at]! >= SLOT_TAG) slotValues++
    }
    this.#slotValues.splice(0, slotValues)
    this.#forgottenSlotValues += slotValues
    log.copyWithin(0, cut, this.logLength)
    this.logLength -= cut
    this.logEnd = this.logLength
  }

  #tellTravelled(): void {
    this.changeCount++
    for (const listener of this.#travelListeners) listener()
  }
}
