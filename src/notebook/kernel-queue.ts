import type { CellResult } from './cell.ts'
import type { CellJob, FromKernel, ToKernel } from './kernel-messages.ts'

/** A cell on its way: it can be advanced in slices, and given up between two of them. */
export interface RunningCell {
  /** Runs at most so many milliseconds. @returns whether the cell has come to its end */
  advance(milliseconds: number): boolean
  interrupt(): void
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
const HEARTBEAT = 250

/** The worker's side of the kernel: runs jobs in slices and listens to messages in between. */
export class KernelQueue {
  #start: StartCell
  #post: (message: FromKernel) => void
  #pause: () => Promise<void>
  #run = 0
  #interrupted = false

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
    this.#run = message.run
    this.#interrupted = false
    for (const job of message.jobs) {
      if (!(await this.#runJob(job, message.run))) return
    }
    this.#post({ type: 'finished', run: message.run })
  }

  /** @returns false when a later run has taken over */
  async #runJob(job: CellJob, run: number): Promise<boolean> {
    this.#post({ type: 'started', run, cell: job.cell.id })
    const running = this.#start(job)
    let heard = performance.now()
    while (!running.advance(SLICE)) {
      await this.#pause()
      if (this.#run !== run) return false
      if (this.#interrupted) {
        this.#interrupted = false
        running.interrupt()
        break
      }
      if (performance.now() - heard > HEARTBEAT) {
        heard = performance.now()
        this.#post({ type: 'alive', run })
      }
    }
    this.#post({ type: 'result', run, cell: job.cell.id, result: running.result() })
    running.keep()
    return true
  }
}
