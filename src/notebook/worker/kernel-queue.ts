import type { CellResult } from '#notebook/shared/cell.ts'
import type { Break } from './describe-stop.ts'
import { ownMistake } from '#notebook/shared/own-mistake.ts'
import type { CellJob, FromKernel, ToKernel } from '#notebook/shared/kernel-messages.ts'

/** A cell on its way: it can be advanced in slices, and given up between two of them. */
export interface RunningCell {
  /** Runs at most so many milliseconds. @returns whether the cell has come to its end */
  advance(milliseconds: number): boolean
  /** How many instructions it has executed. */
  readonly steps: number
  /** Stops it where it is. */
  break(how: Break): void
  /** It is not waited for any more; who asks for the same again soon finds it as far as it has come. */
  putAside(): void
  result(): CellResult
  /** Keeps what later cells start from. Called when the result is on its way. */
  keep(): void
}

/** What is said to the queue: what else a kernel hears is not about running. */
export type ToQueue = Exclude<ToKernel, { type: 'look' | 'assist' | 'foresee' }>

/** Starts a cell on the machine of the cell it comes after. */
export type StartCell = (job: CellJob) => RunningCell

/** Milliseconds for which a cell runs before messages are let in: a reader who interrupts does not notice them. */
const SLICE = 12
/** How often it is said that a cell still runs, at most. Milliseconds. */
export const HEARTBEAT = 250
/** For so long a cell runs before its reader is asked whether it shall go on. Milliseconds. */
const LONGEST_UNASKED = 10_000

/** The worker's side of the kernel: runs jobs in slices and listens to messages in between. */
export class KernelQueue {
  #start: StartCell
  #post: (message: FromKernel) => void
  #pause: () => Promise<void>
  #run = 0
  #interrupted = false
  /** What is being advanced. */
  #running: RunningCell | undefined

  constructor(start: StartCell, post: (message: FromKernel) => void, pause: () => Promise<void>) {
    this.#start = start
    this.#post = post
    this.#pause = pause
  }

  async receive(message: ToQueue): Promise<void> {
    if (message.type === 'interrupt') {
      this.#interrupted = true
      return
    }
    // Put aside before anything is started: it may be the very first that is asked for again.
    this.#running?.putAside()
    this.#running = undefined
    this.#run = message.run
    this.#interrupted = false
    for (const job of message.jobs) {
      if (!(await this.#runJob(job, message.run))) return
    }
    this.#post({ type: 'finished', run: message.run })
  }

  /**
   * What goes wrong in here is the course's own mistake, in whichever part: the cell says so, and the next one has its turn.
   * @returns false when a later run has taken over
   */
  async #runJob(job: CellJob, run: number): Promise<boolean> {
    const { cell } = job
    this.#post({ type: 'started', run, cell: cell.id })
    try {
      const running = this.#start(job)
      this.#running = running
      if (!(await this.#advance(running, job, run))) return false
      this.#running = undefined
      this.#post({ type: 'result', run, cell: cell.id, result: running.result() })
      running.keep()
    } catch (error) {
      this.#running = undefined
      this.#post({ type: 'result', run, cell: cell.id, result: mistaken(error) })
    }
    return true
  }

  /** To the cell's end, or to where the reader interrupts it, or is to be asked. @returns false when given up */
  async #advance(running: RunningCell, { cell, goOnFrom = 0 }: CellJob, run: number): Promise<boolean> {
    let heard = performance.now()
    let began = heard
    while (!running.advance(SLICE)) {
      await this.#pause()
      if (this.#run !== run) return false
      const now = performance.now()
      // What the reader has waited for once is not counted again.
      if (running.steps < goOnFrom) began = now
      if (this.#interrupted || now - began > LONGEST_UNASKED) {
        running.break(this.#interrupted ? 'Interrupted' : 'Paused')
        this.#interrupted = false
        return true
      }
      if (now - heard > HEARTBEAT) {
        heard = now
        this.#post({ type: 'alive', run, cell: cell.id, steps: running.steps })
      }
    }
    return true
  }
}

function mistaken(error: unknown): CellResult {
  const mistakes = [ownMistake('running this cell', error)]
  return { state: 'interrupted', diagnostics: [], views: [], facts: {}, mistakes }
}
