import type { Journal } from '../journal.ts'
import { fromHalves } from '../bits.ts'
import { EXECUTE, opcodeFault, READ, WRITE, type Access, type Fault } from '../memory/fault.ts'
import type { Memory } from '../memory/memory.ts'
import { SLOT_COUNT, SLOT_MASK } from '../memory/translation-cache.ts'
import { PAGE_BITS, PAGE_SIZE } from '../units.ts'
import { GENERAL_WORD, MXCSR_WORD, RIP_WORD } from '../words.ts'
import { absentKind, decode, LONGEST_INSTRUCTION, type DecodedInstruction } from '../isa/decode.ts'
import { isFaulting, Lanes, type Compute } from '../isa/vectors/lanes.ts'
import { buildRecord } from './build-record.ts'
import { Interpreter } from './interpreter.ts'
import * as record from './record.ts'

/** Why a run ended before its steps were used up. */
export type EarlyStop =
  | { readonly kind: 'halt' | 'syscall' | 'interrupt' | 'reached' }
  | { readonly kind: 'fault'; readonly fault: Fault }

const FIRST_CAPACITY = 256
/** The 16 bytes of a vector, less one. */
const VECTOR_SPAN = 15
const LONGEST_BLOCK = 64
/** So many pages of code keep their arrays when what was decoded is forgotten. */
const MOST_PAGES = 16
const ENTRY_COUNT = 1024

/** What the loops work on: the journal's arrays, the translation cache, and the instructions decoded so far. */
export class LoopState {
  readonly journal: Journal
  words!: Int32Array
  bytes!: Uint8Array
  view!: DataView
  tagLow!: Int32Array
  tagHigh!: Int32Array
  base!: Int32Array
  /** Word index of RAX. */
  readonly general: number

  /** Records, one after the other; those of a block are in the order of their addresses. */
  code = new Int32Array(FIRST_CAPACITY * record.RECORD_SIZE)
  /** A small table of where jumps led lately, by the low bits of the address. */
  readonly entryAt = new Int32Array(ENTRY_COUNT)
  readonly entryRecord = new Int32Array(ENTRY_COUNT).fill(-1)

  /** The record to begin with. */
  record = -1
  /** RIP's upper half, and RFLAGS where a function apart from the loop works on them. */
  ripHigh = 0
  flags = 0
  /** The results of multiplications and divisions of 64 bits: two numbers in four words. */
  readonly quad = new Int32Array(4)
  /** Two vectors to compute with. */
  lanes = new Lanes()
  readonly #computes: (Compute | undefined)[] = []
  /** Why the loop must end. */
  stop: EarlyStop | undefined
  /** Whether the step at which it ended was executed. */
  stepCounts = false
  /** The stop is a fetch that failed: it counts only for a step that is still to be executed. */
  fetchFailed = false
  readonly #memory: Memory
  readonly #interpreter: Interpreter
  readonly #instructions: DecodedInstruction[] = []
  /** For each virtual page, the record of the instruction that begins at each of its bytes, or -1. */
  readonly #pages = new Map<number, Int32Array>()
  #recordCount = 0
  /** How often what was decoded has been forgotten, and the addresses to stop before been others. */
  decodedVersion = 0
  stopsVersion = 0
  /** Addresses to stop before. */
  #stops: ReadonlySet<bigint> = new Set()
  /** Code that was decoded has been written to. */
  #stale = false
  /** What the caches are told when the instruction has been executed. */
  readonly #placed: { physical: number; byteCount: number; access: Access }[] = []

  constructor(journal: Journal, memory: Memory) {
    this.journal = journal
    this.general = journal.registersAt + GENERAL_WORD
    this.#memory = memory
    this.#adoptArrays()
    this.#interpreter = new Interpreter(journal, memory)
    memory.frames.onCodeWrite = () => {
      this.#stale = true
    }
    if (memory.caches !== undefined)
      this.#interpreter.onPlaced = (physical, byteCount, { access, readsFirst }) => {
        if (readsFirst) this.#placed.push({ physical, byteCount, access: READ })
        this.#placed.push({ physical, byteCount, access })
      }
  }

  /** Moves all that the journal keeps to the beginning of a buffer, and the translation cache and the lanes behind it. */
  moveTo(buffer: ArrayBuffer, cacheAt: number, lanesAt: number): void {
    this.lanes = new Lanes(buffer, lanesAt)
    this.journal.moveTo(buffer)
    this.#memory.cache.moveTo(buffer, cacheAt)
    this.#adoptArrays()
  }

  #adoptArrays(): void {
    const { words, bytes, view } = this.journal
    const { tagLow, tagHigh, base } = this.#memory.cache
    Object.assign(this, { words, bytes, view, tagLow, tagHigh, base })
  }

  /** Forgets what was decoded: code, or the page tables that lead to it, may have changed. */
  flush(): void {
    this.decodedVersion++
    this.#stale = false
    if (this.#pages.size > MOST_PAGES) this.#pages.clear()
    for (const page of this.#pages.values()) page.fill(-1)
    this.#instructions.length = 0
    this.#computes.length = 0
    this.#recordCount = 0
    this.entryRecord.fill(-1)
  }

  /** Whether what was decoded is to be forgotten before anything else is executed. */
  get isStale(): boolean {
    return this.#stale
  }

  /** Makes these the addresses to stop before. */
  stopAt(stops: ReadonlySet<bigint>): void {
    const isSame = stops.size === this.#stops.size && [...stops].every((address) => this.#stops.has(address))
    if (isSame) return
    this.#stops = stops
    this.stopsVersion++
    this.flush()
  }

  /** Whether a run stops before the address, given by its lower half. */
  stopsAt(low: number): boolean {
    return this.#stops.size > 0 && this.#stops.has(fromHalves(low, this.ripHigh))
  }

  /** Where code lies in RAM, if its page has been fetched from and is still translated as it was; else -1. */
  translatedCode(low: number, high = this.ripHigh): number {
    return this.codeIsTranslated(low, high)
      ? this.base[EXECUTE * SLOT_COUNT + ((low >>> PAGE_BITS) & SLOT_MASK)]! + (low & (PAGE_SIZE - 1))
      : -1
  }

  /** From now on, whatever writes to the frame of a byte of RAM makes that what was decoded is forgotten. */
  watchCode(at: number): void {
    this.#memory.frames.watchCode(at & -PAGE_SIZE)
  }

  stopsBefore(p: number): boolean {
    return this.code[p] === record.STOP
  }

  /** A translation that the cache did not have. -1 where the interpreter must look closer: a fault, an access that
   *  crosses into the next page, a write to code or to a page table; or where a vector lies at no multiple of 16, which
   *  may be a fault that comes before any translation. */
  resolve(low: number, high: number, slots: number, span: number): number {
    if (span === VECTOR_SPAN && (low & VECTOR_SPAN) !== 0) return -1
    const access = (slots >> 8) as Access
    const at = this.#memory.resolve(low, high, access)
    if (at < 0) return -1
    if (access === WRITE && this.#memory.frames.leadsToTable) this.#stale = true
    return this.#stale || (low & (PAGE_SIZE - 1)) + span >= PAGE_SIZE ? -1 : at
  }

  /** Where an access that no record describes lies, or -1 as `resolve` gives it. */
  place(low: number, high: number, slots: number, span: number): number {
    const slot = slots + ((low >>> PAGE_BITS) & SLOT_MASK)
    const isHit = this.tagLow[slot] === ((low + span) & -PAGE_SIZE) && this.tagHigh[slot] === high
    return isHit ? this.base[slot]! + (low & (PAGE_SIZE - 1)) : this.resolve(low, high, slots, span)
  }

  /**
   * What an instruction makes of the vectors in `lanes`, and of a number. False where MXCSR would change, or an
   * exception is not masked: the interpreter sees to that.
   */
  compute(p: number, number: number): boolean {
    return this.computeBy(this.#computes[p / record.RECORD_SIZE]!, number)
  }

  /** The same, by what the instruction's row says. */
  computeBy(compute: Compute, number: number): boolean {
    const mxcsr = this.words[this.journal.registersAt + MXCSR_WORD]!
    const raised = compute(this.lanes, mxcsr, number)
    return raised === 0 || ((raised & ~mxcsr) === 0 && !isFaulting(raised, mxcsr))
  }

  /** Writes a vector and logs, from `n` on, its first word and those that change; where the log ends then. */
  putVector(at: number, first: number, second: number, third: number, fourth: number, n: number): number {
    const { words } = this
    const { log } = this.journal
    const values = [first, second, third, fourth] as const
    for (let index = 0; index < 4; index++) {
      const old = words[at + index]!
      if (index > 0 && old === values[index]) continue
      log[n++] = at + index
      log[n++] = old
      words[at + index] = values[index]!
    }
    return n
  }

  /** Whether the page that RIP is in is still translated as it was when its code was decoded. */
  codeIsTranslated(low: number, high: number): boolean {
    const slot = EXECUTE * SLOT_COUNT + ((low >>> PAGE_BITS) & SLOT_MASK)
    return this.tagLow[slot] === (low & -PAGE_SIZE) && this.tagHigh[slot] === high
  }

  reached(): void {
    this.stop = { kind: 'reached' }
  }

  /** Executes the instruction of a record. The next record, or -1 and `stop` is set. */
  interpret(p: number): number {
    const { journal, words } = this
    const { registersAt } = journal
    words[registersAt + RIP_WORD] = this.code[p + record.AT]!
    const address = fromHalves(words[registersAt + RIP_WORD]!, this.ripHigh)
    const instruction = this.#instructions[p / record.RECORD_SIZE]!
    if (this.#memory.countsInstructions)
      this.#placeFetch(words[registersAt + RIP_WORD]!, instruction.byteCount)
    const outcome = this.#interpreter.run(instruction, address)
    this.stepCounts = outcome.kind !== 'fault' || outcome.fault.kind === 'breakpoint'
    if (this.stepCounts)
      for (const { physical, byteCount, access } of this.#placed)
        this.#memory.caches?.access(physical, byteCount, access)
    if (outcome.kind !== 'continue') {
      this.stop = outcome
      if (!this.stepCounts) journal.abandonStep()
      return -1
    }
    return this.#recordAfter(p)
  }

  /** Its bytes are looked up again, which counts only for a second page: they may have been decoded long ago. */
  #placeFetch(low: number, byteCount: number): void {
    this.#placed.length = 0
    const onThisPage = Math.min(byteCount, PAGE_SIZE - (low & (PAGE_SIZE - 1)))
    for (const [at, length] of [
      [low, onThisPage],
      [low + onThisPage, byteCount - onThisPage],
    ] as const) {
      if (length === 0) continue
      const high = low < 0 && at >= 0 ? (this.ripHigh + 1) | 0 : this.ripHigh
      const physical = this.#codePlace(at | 0, high)
      if (physical >= 0) this.#placed.push({ physical, byteCount: length, access: EXECUTE })
    }
  }

  /** A translation that is kept says it too: none is where a TLB counts fetches. */
  #codePlace(low: number, high: number): number {
    const known = this.translatedCode(low, high)
    return known >= 0 ? known : this.#memory.resolve(low, high, EXECUTE)
  }

  #recordAfter(p: number): number {
    const { words, journal } = this
    const low = words[journal.registersAt + RIP_WORD]!
    const high = words[journal.registersAt + RIP_WORD + 1]!
    const wentOn = high === this.ripHigh && low === this.code[p + record.NEXT]
    // a jump to what follows it in memory: the next record may be another block's
    if (wentOn && !this.#stale && !endsBlock(this.#instructions[p / record.RECORD_SIZE]!))
      return p + record.RECORD_SIZE
    this.enter(high)
    return this.find(low)
  }

  /** RIP is now in the 4 GiB with this upper half: the table of jumps knows addresses of one only. */
  enter(high: number): void {
    if (high === this.ripHigh) return
    this.ripHigh = high
    this.entryRecord.fill(-1)
  }

  /** The record of the instruction at an address in the current 4 GiB. -1 if it cannot be fetched: RIP is there then,
   *  and `stop` says why. */
  find(low: number): number {
    if (this.#stale) this.flush()
    let p = this.#pageOf(low)[low & (PAGE_SIZE - 1)]!
    if (p < 0) p = this.#decodeBlock(low)
    if (p < 0) return -1
    this.entryAt[low & (ENTRY_COUNT - 1)] = low
    this.entryRecord[low & (ENTRY_COUNT - 1)] = p
    return p
  }

  #pageOf(low: number): Int32Array {
    const key = this.ripHigh * 0x10_0000 + (low >>> 12)
    let page = this.#pages.get(key)
    if (page === undefined) this.#pages.set(key, (page = new Int32Array(PAGE_SIZE).fill(-1)))
    return page
  }

  /** Decodes from an address to the next jump that is always taken, the end of the page, or what is known already. */
  #decodeBlock(start: number): number {
    const first = this.#recordCount * record.RECORD_SIZE
    const page = this.#pageOf(start)
    let low = start
    for (let count = 0; count < LONGEST_BLOCK; count++) {
      const isNewPage = (low ^ start) & -PAGE_SIZE
      if (count > 0 && (isNewPage !== 0 || page[low & (PAGE_SIZE - 1)]! >= 0)) break
      const instruction = this.#fetch(low, count > 0)
      if (instruction === undefined) {
        if (count === 0) return -1
        break
      }
      page[low & (PAGE_SIZE - 1)] = this.#addRecord(instruction, low)
      low = (low + instruction.byteCount) | 0
      if (endsBlock(instruction)) return first
    }
    this.#addGoOn(low)
    return first
  }

  #addRecord(instruction: DecodedInstruction, low: number): number {
    const p = this.#newRecord()
    this.#instructions[p / record.RECORD_SIZE] = instruction
    this.#computes[p / record.RECORD_SIZE] = instruction.form.row.compute
    buildRecord(this.code, p, instruction, low, this.ripHigh, this.journal.registersAt)
    if (this.#stops.has(fromHalves(low, this.ripHigh))) {
      this.code[p] = record.STOP
      this.code[p + record.MEMORY] = record.NO_MEMORY
    }
    return p
  }

  #addGoOn(low: number): void {
    const p = this.#newRecord()
    this.code.fill(0, p, p + record.RECORD_SIZE)
    this.code[p] = record.GO_ON
    this.code[p + record.AT] = low
    this.code[p + record.MEMORY] = record.NO_MEMORY
    this.code[p + record.TARGET] = -1
    this.code[p + record.TARGET_AT] = low
  }

  #newRecord(): number {
    const p = this.#recordCount++ * record.RECORD_SIZE
    if (p >= this.code.length) {
      const larger = new Int32Array(2 * this.code.length)
      larger.set(this.code)
      this.code = larger
    }
    return p
  }

  /** Reads an instruction; no byte of a second page unless it goes on there. While only looking ahead, nothing fails
   *  and no second page is asked for. */
  #fetch(low: number, lookingAhead: boolean): DecodedInstruction | undefined {
    const at = this.#codeAt(low, lookingAhead)
    if (at < 0) return this.#fetchFailed(low, this.#memory.fault!, lookingAhead)
    const onThisPage = Math.min(LONGEST_INSTRUCTION, PAGE_SIZE - (at & (PAGE_SIZE - 1)))
    const read = decode(this.bytes, at, at + onThisPage)
    if (read === 'invalid')
      return this.#fetchFailed(low, opcodeFault(absentKind(this.bytes, at)), lookingAhead)
    if (read !== 'truncated') return read
    return lookingAhead ? undefined : this.#fetchAcross(this.bytes.subarray(at, at + onThisPage), low)
  }

  /** Where the byte of an address is in RAM, whose frame is watched from now on; or -1. */
  #codeAt(low: number, lookingAhead: boolean): number {
    const known = lookingAhead ? this.translatedCode(low) : -1
    if (known >= 0) return known
    const at = this.#memory.resolve(low, this.ripHigh, EXECUTE)
    if (at >= 0) this.watchCode(at)
    return at
  }

  #fetchAcross(head: Uint8Array, low: number): DecodedInstruction | undefined {
    const nextLow = (low + head.length) | 0
    const nextHigh = nextLow === 0 ? (this.ripHigh + 1) | 0 : this.ripHigh
    const at = this.#memory.resolve(nextLow, nextHigh, EXECUTE)
    if (at < 0) return this.#fetchFailed(low, this.#memory.fault!, false)
    this.#memory.frames.watchCode(at)
    const bytes = new Uint8Array(LONGEST_INSTRUCTION)
    bytes.set(head)
    bytes.set(this.bytes.subarray(at, at + LONGEST_INSTRUCTION - head.length), head.length)
    const read = decode(bytes)
    return typeof read === 'string' ? this.#fetchFailed(low, opcodeFault(absentKind(bytes)), false) : read
  }

  #fetchFailed(low: number, why: Fault, lookingAhead: boolean): undefined {
    if (lookingAhead) return
    this.words[this.journal.registersAt + RIP_WORD] = low
    this.stop = { kind: 'fault', fault: why }
    this.stepCounts = true
    this.fetchFailed = true
  }
}

/** Whether the instruction ends a block: `jmp`, `call` and `ret` do. */
function endsBlock({ form }: DecodedInstruction): boolean {
  const { mnemonic } = form.row
  return mnemonic === 'jmp' || mnemonic === 'ret' || mnemonic === 'call'
}
