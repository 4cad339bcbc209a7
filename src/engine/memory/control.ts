import { highHalf, lowHalf } from '../bits.ts'
import type { Journal } from '../journal.ts'
import { CPL_WORD, CR0_WORD, CR3_WORD, EFER_WORD, MOST_SEGMENTS, SEGMENT_WORD } from '../words.ts'

/** CR0.WP: a read-only page is read-only for the kernel too. */
const WRITE_PROTECT = 1 << 16
/** EFER.NXE: the NX bit has an effect; otherwise it is reserved. */
const NO_EXECUTE_ENABLE = 1 << 11

/** A segment's registers, in bytes. */
export interface SegmentRegisters {
  readonly base: number
  readonly limit: number
}

/** What the processor is set to, as far as memory asks for it. The register file shows the same words by their names. */
export class Control {
  readonly #journal: Journal
  readonly #onChange: () => void

  /**
   * Registers start as a kernel leaves them for a program: CPL 3, CR0.WP and EFER.NXE set.
   * @param onChange called when translations may have changed with a register
   */
  constructor(journal: Journal, onChange: () => void) {
    this.#journal = journal
    this.#onChange = onChange
    const { words, registersAt } = journal
    words[registersAt + CR0_WORD] = WRITE_PROTECT
    words[registersAt + EFER_WORD] = NO_EXECUTE_ENABLE
    words[registersAt + CPL_WORD] = 3
  }

  /** CR3's lower half. */
  get rootLow(): number {
    return this.#word(CR3_WORD)
  }

  get rootHigh(): number {
    return this.#word(CR3_WORD + 1)
  }

  /** Loads CR3. */
  set root(value: bigint) {
    this.#set(CR3_WORD, lowHalf(value))
    this.#set(CR3_WORD + 1, highHalf(value))
  }

  /** The current privilege level, 0 or 3. */
  get privilegeLevel(): number {
    return this.#word(CPL_WORD)
  }

  set privilegeLevel(level: number) {
    this.#set(CPL_WORD, level)
  }

  get isUser(): boolean {
    return this.#word(CPL_WORD) === 3
  }

  /** CR0.WP: whether a read-only page is read-only for the kernel too. */
  get writeProtect(): boolean {
    return (this.#word(CR0_WORD) & WRITE_PROTECT) !== 0
  }

  set writeProtect(on: boolean) {
    this.#set(CR0_WORD, on ? WRITE_PROTECT : 0)
  }

  /** EFER.NXE: whether the NX bit has its effect; it is reserved otherwise. */
  get noExecuteEnable(): boolean {
    return (this.#word(EFER_WORD) & NO_EXECUTE_ENABLE) !== 0
  }

  set noExecuteEnable(on: boolean) {
    this.#set(EFER_WORD, on ? NO_EXECUTE_ENABLE : 0)
  }

  /** Base and limit of a segment. */
  segment(number: number): SegmentRegisters {
    const word = SEGMENT_WORD + 2 * number
    return { base: this.#word(word) >>> 0, limit: this.#word(word + 1) >>> 0 }
  }

  /**
   * Loads a segment's registers, as an OS does for a process.
   * @throws RangeError for a number that no segment has
   */
  setSegment(number: number, { base, limit }: SegmentRegisters): void {
    if (number < 0 || number >= MOST_SEGMENTS) throw new RangeError(`there is no segment ${number}`)
    this.#set(SEGMENT_WORD + 2 * number, base | 0)
    this.#set(SEGMENT_WORD + 2 * number + 1, limit | 0)
  }

  #word(word: number): number {
    return this.#journal.words[this.#journal.registersAt + word]!
  }

  #set(word: number, value: number): void {
    this.#journal.writeWord(this.#journal.registersAt + word, value)
    this.#onChange()
  }
}
