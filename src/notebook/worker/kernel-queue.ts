import type { CellResult } from '#notebook/shared/cell.ts'
import type { Break } from './describe-stop.ts'
import { MissingPart } from '#notebook/shared/missing-part.ts'
import { ownMistake } from '#notebook/shared/own-mistake.ts'
import { bring } from './parts/parts.ts'
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
  /** Called when the reader interrupts while something is fetched. */
  #onInterrupt: (() => void) | undefined
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
      this.#onInterrupt?.()
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
    for (let current = job; ;) {
      try {
        const running = this.#start(current)
        this.#running = running
        if (!(await this.#advance(running, current, run))) return false
        const result = await this.#resultOf(running, run)
        if (result === undefined) return false
        this.#running = undefined
        this.#post({ type: 'result', run, cell: cell.id, result })
        running.keep()
        return true
      } catch (error) {
        if (this.#run !== run) return false
        this.#running = undefined
        if (error instanceof MissingPart) {
          const outcome = await this.#bring(error.part, run)
          if (outcome === 'given up') return false
          // What broke off in the midst of something does not go on: it begins anew.
          current = { cell, facts: job.facts }
          if (outcome === 'here') continue
          this.#post({ type: 'result', run, cell: cell.id, result: INTERRUPTED })
        } else this.#post({ type: 'result', run, cell: cell.id, result: mistaken(error) })
        return true
      }
    }
  }

  /** What a run that is over shows, when what makes it shown has come. @returns undefined when given up */
  async #resultOf(running: RunningCell, run: number): Promise<CellResult | undefined> {
    for (;;) {
      try {
        return running.result()
      } catch (error) {
        if (!(error instanceof MissingPart)) throw error
        const outcome = await this.#bring(error.part, run)
        if (outcome === 'given up') return undefined
        if (outcome === 'interrupted') return INTERRUPTED
      }
    }
  }

  /** Fetches what a cell needs; the page is told, since no network owes anybody an answer in time. */
  async #bring(part: string, run: number): Promise<Brought> {
    this.#post({ type: 'fetching' })
    const interrupted = new Promise<'interrupted'>((resolve) => {
      this.#onInterrupt = () => resolve('interrupted')
      if (this.#interrupted) resolve('interrupted')
    })
    const brought = bring(part).then(
      () => 'here' as const,
      () => 'unreachable' as const,
    )
    const outcome = await Promise.race([brought, interrupted])
    if (this.#run !== run) return 'given up'
    this.#onInterrupt = undefined
    if (outcome === 'unreachable') {
      // A worker never fetches again what it could not fetch once: the page gives it up, and the next run gets another.
      this.#post({ type: 'unreachable' })
      return 'given up'
    }
    if (outcome === 'interrupted') this.#interrupted = false
    this.#post({ type: 'fetched' })
    return outcome
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

type Brought = 'here' | 'interrupted' | 'given up'

const INTERRUPTED: CellResult = {
  state: 'interrupted',
  diagnostics: [],
  views: [],
  facts: {},
  message: 'Interrupted while what the cell needs was being fetched. Run it again.',
}

function mistaken(error: unknown): CellResult {
  const mistakes = [ownMistake('running this cell', error)]
  return { state: 'interrupted', diagnostics: [], views: [], facts: {}, mistakes }
}
