import type { Journal, Slot } from '../journal.ts'

const NEWLINE = 0x0a
/** What Ctrl+D sends: a terminal hands over what was typed before it, and that may be nothing. */
const END_OF_TRANSMISSION = 0x04

/** More than this is not kept. */
const MOST_BYTES = 1 << 20

/** Standard input at rest. */
export interface InputState {
  readonly bytes: Uint8Array
  /** How many of them programs have read. */
  readonly taken: number
  readonly isTerminal: boolean
}

/**
 * Standard input. A terminal hands over a line at a time and has more to give when its user types; a pipe has all that
 * it will ever have. What was given stays where it is when time goes back; only how much of it was read does not.
 */
export class Input {
  #bytes = new Uint8Array(0)
  /** A reader sits there; else it is a pipe, whose other end is closed. */
  isTerminal = true
  readonly #taken: Slot<number>

  constructor(journal: Journal) {
    this.#taken = journal.slot(0)
  }

  /** Adds what was typed, or written into the pipe. */
  give(bytes: Uint8Array): void {
    const all = new Uint8Array(Math.min(this.#bytes.length + bytes.length, MOST_BYTES))
    all.set(this.#bytes)
    all.set(bytes.subarray(0, all.length - this.#bytes.length), this.#bytes.length)
    this.#bytes = all
  }

  /** Whether `take` has an answer, be it that there is nothing more. */
  get isReady(): boolean {
    return !this.isTerminal || !this.isAtEnd
  }

  /** Whether everything that was given has been read. */
  get isAtEnd(): boolean {
    return this.#taken.get() >= this.#bytes.length
  }

  /** What is read next, at most so many bytes; none at the end. Undefined where the terminal's user must type first. */
  take(most: number): Uint8Array | undefined {
    if (!this.isReady) return undefined
    const rest = this.#bytes.subarray(this.#taken.get())
    const { byteCount, skipped } = this.isTerminal ? lineOf(rest, most) : { byteCount: most, skipped: 0 }
    const taken = rest.slice(0, byteCount)
    this.#taken.set(this.#taken.get() + taken.length + skipped)
    return taken
  }

  get state(): InputState {
    return { bytes: this.#bytes, taken: this.#taken.get(), isTerminal: this.isTerminal }
  }

  adopt({ bytes, taken, isTerminal }: InputState): void {
    this.#bytes = Uint8Array.from(bytes)
    this.#taken.set(taken)
    this.isTerminal = isTerminal
  }
}

/** How much of a terminal's bytes one call gets, and whether a Ctrl+D behind it is used up. */
function lineOf(bytes: Uint8Array, most: number): { byteCount: number; skipped: number } {
  const end = bytes.findIndex((byte) => byte === NEWLINE || byte === END_OF_TRANSMISSION)
  const length = end < 0 ? bytes.length : bytes[end] === NEWLINE ? end + 1 : end
  if (most < length) return { byteCount: most, skipped: 0 }
  return { byteCount: length, skipped: bytes[length] === END_OF_TRANSMISSION && end === length ? 1 : 0 }
}
