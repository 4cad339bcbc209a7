import type { Journal, Slot } from '../journal.ts'
import { FIRST_FILES, type FileState } from './files/open-file.ts'

/** What all processes share besides RAM and the console: plain data, as a snapshot keeps it. */
export interface SharedValues {
  readonly files: FileState
  /** Nanoseconds that passed without an instruction being executed. */
  readonly slept: bigint
  readonly random: bigint
}

/** Noon of the first of January 2026, in nanoseconds since 1970: when every machine is switched on. */
const SWITCHED_ON = 1_767_268_800_000_000_000n
const FIRST_RANDOM = 0x5eedn

const FIRST: SharedValues = { files: FIRST_FILES, slept: 0n, random: FIRST_RANDOM }

/** The clock, the source of random numbers, and what files there are. Stepping back takes all of it back. */
export class SharedState {
  readonly #journal: Journal
  readonly #values: Slot<SharedValues>

  constructor(journal: Journal) {
    this.#journal = journal
    this.#values = journal.slot(FIRST)
  }

  /** Begins anew, as with another program. */
  reset(): void {
    this.#values.set(FIRST)
  }

  get files(): FileState {
    return this.#values.get().files
  }

  set files(files: FileState) {
    this.#values.set({ ...this.#values.get(), files })
  }

  /** Nanoseconds since the machine was switched on: an instruction takes one. */
  get uptime(): bigint {
    return this.#values.get().slept + BigInt(this.#journal.stepCount)
  }

  /** Nanoseconds since 1970. */
  get now(): bigint {
    return SWITCHED_ON + this.uptime
  }

  /** Lets time pass up to a moment. */
  sleepUntil(uptime: bigint): void {
    const rest = uptime - this.uptime
    const values = this.#values.get()
    if (rest > 0n) this.#values.set({ ...values, slept: values.slept + rest })
  }

  /** Random bytes, the same ones in every run. */
  random(byteCount: number): Uint8Array {
    const values = this.#values.get()
    let state = values.random
    const bytes = new Uint8Array(byteCount)
    for (let at = 0; at < byteCount; at += 8) {
      state = BigInt.asUintN(64, state + 0x9e37_79b9_7f4a_7c15n)
      let word = splitMix(state)
      for (let index = at; index < Math.min(at + 8, byteCount); index++, word >>= 8n)
        bytes[index] = Number(word & 0xffn)
    }
    this.#values.set({ ...values, random: state })
    return bytes
  }

  /** For a snapshot, whose time begins anew. */
  get values(): SharedValues {
    return { ...this.#values.get(), slept: this.uptime }
  }

  adopt(values: SharedValues): void {
    this.#values.set(values)
  }
}

/** SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014). */
function splitMix(state: bigint): bigint {
  let word = BigInt.asUintN(64, (state ^ (state >> 30n)) * 0xbf58_476d_1ce4_e5b9n)
  word = BigInt.asUintN(64, (word ^ (word >> 27n)) * 0x94d0_49bb_1331_11ebn)
  return word ^ (word >> 31n)
}
