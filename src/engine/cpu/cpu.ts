import type { Journal } from '../journal.ts'
import { EXECUTE, type Fault } from '../memory/fault.ts'
import type { Memory } from '../memory/memory.ts'
import { RIP_WORD } from '../words.ts'
import { LoopState, type EarlyStop } from './loop-state.ts'
import { runRecorded } from './loops.generated.ts'

/** Why a run ended, and how many instructions it executed. */
export type Stop =
  | { readonly kind: 'budget' | 'halt' | 'syscall' | 'interrupt' | 'reached'; readonly steps: number }
  | { readonly kind: 'fault'; readonly fault: Fault; readonly steps: number }

/** No case of the recorded loop writes more integers into the log. */
const LONGEST_STEP = 16
/** How many integers of the log are reserved for a run at a time. */
const LOG_PORTION = 1 << 16

/** What a fetch may log: a walk's marks, and what a TLB has counted and remembers. */
const LOG_OF_FETCH = 64

const NO_STOPS: ReadonlySet<bigint> = new Set()

type Loop = typeof runRecorded

let plainLoop: Loop | undefined

/** Gives all processors the loop for runs that are not recorded, without which those go step by step. */
export function providePlainLoop(loop: Loop | undefined): void {
  plainLoop = loop
}

/** Whether it has come. */
export function hasPlainLoop(): boolean {
  return plainLoop !== undefined
}

/**
 * The processor: fetches, decodes and executes. It knows no operating system: what it cannot go on with, it returns.
 *
 * A faulting instruction has changed nothing, and RIP is at it; `int3` has been executed, as on real processors. After
 * `hlt`, `syscall` and `int 0x80` (an `interrupt`) RIP is behind them.
 */
export class Cpu {
  readonly #journal: Journal
  readonly #memory: Memory
  readonly #state: LoopState
  #seenChanges = -1
  #seenRoot = -1
  /** The loops that decoded records are for: others may have come since. */
  #seenLoop = runRecorded

  constructor(journal: Journal, memory: Memory) {
    this.#journal = journal
    this.#memory = memory
    this.#state = new LoopState(journal, memory)
  }

  /** Executes one instruction. */
  step(): Stop {
    return this.run(1)
  }

  /** Executes at most that many instructions; ends before one at an address in `stops`, except the very first. */
  run(maxSteps: number, stops: ReadonlySet<bigint> = NO_STOPS): Stop {
    this.#state.stopAt(stops)
    const fetchedAt = this.#memory.countsInstructions ? this.#beginFetch() : undefined
    this.#begin()
    const stop = this.#runTo(maxSteps, fetchedAt)
    this.#seenChanges = this.#journal.changeCount
    return stop
  }

  /** Keeps what was decoded only if nothing but the processor has written to memory or changed the page tables since. */
  #begin(): void {
    const { words, registersAt, changeCount } = this.#journal
    const [low, high] = [words[registersAt + RIP_WORD]!, words[registersAt + RIP_WORD + 1]!]
    const isSame = this.#seenRoot === this.#memory.root && this.#seenLoop === runRecorded
    const unchanged = this.#seenChanges === changeCount && isSame
    if (!unchanged || !this.#state.codeIsTranslated(low, high)) this.#state.flush()
    this.#seenRoot = this.#memory.root
    this.#seenLoop = runRecorded
    this.#state.enter(high)
  }

  /** The next instruction is looked up for all to see. @returns where the log is then at; what follows is part of the step */
  #beginFetch(): number {
    const { words, registersAt } = this.#journal
    this.#journal.reserve(LOG_OF_FETCH)
    const logged = this.#journal.logLength
    this.#memory.resolve(words[registersAt + RIP_WORD]!, words[registersAt + RIP_WORD + 1]!, EXECUTE)
    return logged
  }

  /** @param fetchedAt where the log was before the fetch, where each instruction is a run of its own */
  #runTo(maxSteps: number, fetchedAt?: number): Stop {
    const state = this.#state
    const journal = this.#journal
    let steps = 0
    while (steps < maxSteps) {
      state.stop = undefined
      state.fetchFailed = false
      const logged = fetchedAt ?? journal.logLength
      state.record = state.find(journal.words[journal.registersAt + RIP_WORD]!)
      if (state.record >= 0) {
        const fetchWasLogged = journal.recording && journal.logLength > logged
        const isAlone = state.stopsBefore(state.record)
          ? steps === 0
          : fetchWasLogged || fetchedAt !== undefined
        steps += isAlone ? this.#stepAlone(logged) : this.#loop(maxSteps - steps)
      }
      const stop = stopOf(state)
      if (stop !== undefined && !(state.fetchFailed && steps >= maxSteps)) return { ...stop, steps }
    }
    return { kind: 'budget', steps }
  }

  /** A fetch that marked page-table entries as accessed is part of its step, and goes back with it. */
  #stepAlone(logged: number): number {
    const journal = this.#journal
    if (journal.recording) journal.beginStepAt(logged)
    else journal.stepCount++
    if (this.#state.interpret(this.#state.record) >= 0 || this.#state.stepCounts) return 1
    if (!journal.recording) journal.stepCount--
    return 0
  }

  #plainStep(): number {
    if (!this.#state.stopsBefore(this.#state.record)) return this.#stepAlone(this.#journal.logLength)
    this.#state.reached()
    return 0
  }

  #loop(steps: number): number {
    const journal = this.#journal
    if (!journal.recording) {
      if (plainLoop === undefined) return this.#plainStep()
      const executed = plainLoop(this.#state, steps)
      journal.stepCount += executed
      return executed
    }
    const log = journal.reserve(Math.min(LONGEST_STEP * steps, LOG_PORTION))
    const room = Math.floor((log.length - journal.logLength) / LONGEST_STEP)
    const executed = runRecorded(this.#state, Math.min(steps, room))
    journal.stepCount += executed
    return executed
  }
}

/** Read through a function: the loops have set it since it was last looked at. */
function stopOf({ stop }: LoopState): EarlyStop | undefined {
  return stop
}
