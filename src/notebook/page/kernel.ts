import type { Arrival, CellJob, FromKernel, ToKernel } from '#notebook/shared/kernel-messages.ts'
import type { CellResult } from '#notebook/shared/cell.ts'
import type { OwnMistake } from '#notebook/shared/own-mistake.ts'
import type { AssistAnswer, AssistQuestion } from '#notebook/shared/assist.ts'
import type { Look, Moment } from '#notebook/shared/moment.ts'
import { WorkerLife, type LossReason, type PlainWorker } from './worker-life.ts'

export type KernelWorker = PlainWorker<ToKernel, FromKernel>

export interface KernelEvents {
  started(cell: string): void
  result(cell: string, result: CellResult): void
  /** The kernel itself is on its way, or has come. */
  coming(arrival: Arrival): void
  /** The cell still runs, and has executed so many instructions. */
  progress(cell: string, steps: number): void
  /** The course itself was wrong when it looked at a cell's machine or helped to write it. */
  mistaken(cell: string, mistakes: readonly OwnMistake[]): void
  /** Nothing is left to do. */
  finished(): void
  /** The worker could not be loaded, or has been ended; the cells it still had to run did not run. */
  lost(reason: LossReason, cell: string | undefined): void
}

type Answered = Extract<FromKernel, { type: 'moment' | 'assistance' }>

/**
 * The page's side of a lesson's kernel. The worker is created at the first run. Interrupting asks politely;
 * a worker that does not answer is ended, and the next run gets a new one.
 */
export class Kernel {
  readonly #life: WorkerLife<ToKernel, FromKernel>
  readonly #events: KernelEvents
  /** A run was asked for and has not finished. */
  #isRunning = false
  #run = 0
  /** What a run of this would come to, as long as nothing else has been run. */
  #foreseen: { readonly job: string; readonly result: CellResult } | undefined
  #current: string | undefined
  /** Questions that are not answered yet, by their numbers. */
  readonly #pending = new Map<
    number,
    { readonly cell: string; readonly resolve: (answer: unknown) => void }
  >()
  #questionCount = 0

  constructor(create: () => KernelWorker, events: KernelEvents) {
    this.#events = events
    this.#life = new WorkerLife(create, {
      received: (message) => this.#receive(message),
      isOnItsWay: ({ type }) => type === 'coming',
      lost: (reason) => this.#lose(reason),
    })
  }

  /** Whether the worker still has the machines of earlier runs. */
  get alive(): boolean {
    return this.#life.isAlive
  }

  /** Runs cells one after the other; whatever was running stops. */
  run(jobs: readonly CellJob[]): void {
    this.#foreseen = undefined
    this.#run += 1
    this.#isRunning = true
    if (!this.#life.send({ type: 'run', run: this.#run, jobs })) return this.#life.end('unreachable')
    if (this.#life.isReady) this.#life.watch()
  }

  /** What the reader may be about to run; a worker that is not there yet is not fetched for it. */
  foresee(job: CellJob): void {
    if (this.#life.isReady) this.#life.send({ type: 'foresee', run: this.#run, job })
  }

  /** What running this now would come to, if that is known already. */
  foreseen(job: CellJob): CellResult | undefined {
    return this.#foreseen?.job === JSON.stringify(job) ? this.#foreseen.result : undefined
  }

  interrupt(): void {
    if (this.alive) this.#life.send({ type: 'interrupt' })
  }

  /** Ends the worker, if there is one. */
  restart(): void {
    if (this.alive) this.#life.end('restarted')
  }

  /** Looks at the machine of a cell that has run; undefined where the worker has none, or is lost meanwhile. */
  look(cell: string, look: Look): Promise<Moment | undefined> {
    if (!this.alive) return Promise.resolve(undefined)
    return this.#ask(cell, (number) => ({ type: 'look', number, cell, look }))
  }

  /** Asks for help with what is being written; the worker is started for it. */
  assist(question: AssistQuestion): Promise<AssistAnswer | undefined> {
    return this.#ask(question.cell, (number) => ({ type: 'assist', number, question }))
  }

  #ask<Answer>(cell: string, message: (number: number) => ToKernel): Promise<Answer | undefined> {
    const number = ++this.#questionCount
    return new Promise((resolve) => {
      this.#pending.set(number, { cell, resolve: resolve as (answer: unknown) => void })
      if (!this.#life.send(message(number))) {
        this.#pending.delete(number)
        return resolve(undefined)
      }
      if (this.#life.isReady) this.#life.watch()
    })
  }

  #receive(message: FromKernel): void {
    if (message.type === 'foreseen') {
      // Another run since then may have changed what the cell starts from.
      const { run, job, result } = message
      if (run === this.#run) this.#foreseen = { job: JSON.stringify(job), result }
      return
    }
    if (message.type === 'coming') return this.#events.coming(message)
    if (message.type === 'unreachable') return this.#life.end('unreachable')
    // No network owes anybody an answer in time.
    if (message.type === 'fetching') return this.#life.rest()
    this.#take(message)
    if (this.#isRunning || this.#pending.size > 0) this.#life.watch()
    else this.#life.rest()
  }

  #take(message: Exclude<FromKernel, { type: 'foreseen' | 'coming' | 'unreachable' | 'fetching' }>): void {
    if (message.type === 'fetched') return
    if (message.type === 'moment') return this.#answer(message, message.moment)
    if (message.type === 'assistance') return this.#answer(message, message.answer)
    if (message.type === 'ready' || message.run !== this.#run) return
    if (message.type === 'started') {
      this.#current = message.cell
      this.#events.started(message.cell)
    }
    if (message.type === 'alive') this.#events.progress(message.cell, message.steps)
    if (message.type === 'result') this.#events.result(message.cell, message.result)
    if (message.type === 'finished') {
      this.#isRunning = false
      this.#current = undefined
      this.#events.finished()
    }
  }

  #answer({ number, mistakes = [] }: Answered, answer: unknown): void {
    const question = this.#pending.get(number)
    this.#pending.delete(number)
    if (question && mistakes.length > 0) this.#events.mistaken(question.cell, mistakes)
    question?.resolve(answer)
  }

  #lose(reason: LossReason): void {
    const cell = this.#current
    this.#current = undefined
    this.#isRunning = false
    this.#foreseen = undefined
    for (const { resolve } of this.#pending.values()) resolve(undefined)
    this.#pending.clear()
    this.#events.lost(reason, cell)
  }
}
