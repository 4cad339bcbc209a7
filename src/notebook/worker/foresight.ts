import type { Snapshot } from '#engine/machine/snapshot.ts'
import type { CellResult } from '#notebook/shared/cell.ts'
import type { CellJob } from '#notebook/shared/kernel-messages.ts'
import { CellRun } from './run-cell.ts'

/** Milliseconds that a run may take ahead of its time: so long may a message have to wait. What is left is run when asked for. */
const LONGEST = 20

/**
 * A cell as it is being written, compiled and run while the reader's hand goes from the last letter to the key that asks
 * for it. A cell is a function from machine to machine, so that it cannot be told when it was worked out.
 */
export class Foresight {
  #foreseen:
    { readonly job: string; readonly before: Snapshot | undefined; readonly run: CellRun } | undefined

  /**
   * @param before the machine that the cell starts from, if it comes after another one
   * @returns what the run has come to, if it is over already
   */
  foresee(job: CellJob, before: Snapshot | undefined): CellResult | undefined {
    this.#forget()
    const run = new CellRun(job.cell, job.facts, before)
    this.#foreseen = { job: JSON.stringify(job), before, run }
    try {
      return run.advance(LONGEST) ? run.result() : undefined
    } catch (error) {
      // What was broken off in its midst is no run that can be gone on with: its machine may be given up already.
      this.#foreseen = undefined
      throw error
    }
  }

  /** A run that is waited for no longer: asked for again, it goes on. */
  put(job: CellJob, before: Snapshot | undefined, run: CellRun): void {
    this.#forget()
    this.#foreseen = { job: JSON.stringify(job), before, run }
  }

  /** The run of just this job on just this machine, as far as it has come; it is the caller's from now on. */
  take(job: CellJob, before: Snapshot | undefined): CellRun | undefined {
    const found = this.#foreseen
    if (found === undefined || found.before !== before || found.job !== JSON.stringify(job)) return undefined
    this.#foreseen = undefined
    return found.run
  }

  #forget(): void {
    this.#foreseen?.run.release()
    this.#foreseen = undefined
  }
}
