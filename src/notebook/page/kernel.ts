import type { CellJob, FromKernel, ToKernel } from '#notebook/shared/kernel-messages.ts'
import type { CellResult } from '#notebook/shared/cell.ts'
import type { OwnMistake } from '#notebook/shared/own-mistake.ts'
import type { AssistAnswer, AssistQuestion } from '#notebook/shared/assist.ts'
import type { Look, Moment } from '#notebook/shared/moment.ts'

/** The part of a Worker that is needed; a test passes its own. */
export interface KernelWorker {
  postMessage(message: ToKernel): void
  terminate(): void
  onmessage: ((event: { data: FromKernel }) => void) | null
  onerror: ((event: { message?: string; preventDefault?: () => void }) => void) | null
}

/** Why a worker is gone: it never came, it hung, the reader asked for it, or it made a mistake of its own. */
export type LossReason = 'unreachable' | 'silent' | 'restarted' | 'failed'

export interface KernelEvents {
  started(cell: string): void
  result(cell: string, result: CellResult): void
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

/** A worker that says nothing for so long hangs, and is ended. Milliseconds. */
const LONGEST_SILENCE = 4000

/**
 * The page's side of a lesson's kernel. The worker is created at the first run. Interrupting asks politely;
 * a worker that does not answer is ended, and the next run gets a new one.
 */
export class Kernel {
  #create: () => KernelWorker
  #events: KernelEvents
  #worker: KernelWorker | undefined
  #ready = false
  #running = false
  #run = 0
  /** What a run of this would come to, as long as nothing else has been run. */
  #foreseen: { readonly job: string; readonly result: CellResult } | undefined
  #current: string | undefined
  #watchdog: ReturnType<typeof setTimeout> | undefined
  /** Who waits for an answer, by the question's number. */
  readonly #lookers = new Map<
    number,
    { readonly cell: string; readonly resolve: (answer: unknown) => void }
  >()
  #looks = 0

  constructor(create: () => KernelWorker, events: KernelEvents) {
    this.#create = create
    this.#events = events
  }

  /** Whether the worker still has the machines of earlier runs. */
  get alive(): boolean {
    return this.#worker !== undefined
  }

  /** Runs cells one after the other; whatever was running stops. */
  run(jobs: readonly CellJob[]): void {
    const worker = this.#worker ?? this.#start()
    if (!worker) return this.#end('unreachable')
    this.#foreseen = undefined
    this.#run += 1
    worker.postMessage({ type: 'run', run: this.#run, jobs })
    if (this.#ready) this.#watch()
  }

  /** What the reader may be about to run; a worker that is not there yet is not fetched for it. */
  foresee(job: CellJob): void {
    if (this.#ready) this.#worker?.postMessage({ type: 'foresee', run: this.#run, job })
  }

  /** What running this now would come to, if that is known already. */
  foreseen(job: CellJob): CellResult | undefined {
    return this.#foreseen?.job === JSON.stringify(job) ? this.#foreseen.result : undefined
  }

  interrupt(): void {
    this.#worker?.postMessage({ type: 'interrupt' })
  }

  /** Ends the worker, if there is one. */
  restart(): void {
    if (this.#worker) this.#end('restarted')
  }

  /** Looks at the machine of a cell that has run; undefined where the worker has none, or is lost meanwhile. */
  look(cell: string, look: Look): Promise<Moment | undefined> {
    if (this.#worker === undefined) return Promise.resolve(undefined)
    return this.#ask(cell, (number) => ({ type: 'look', number, cell, look }))
  }

  /** Asks for help with what is being written; the worker is started for it. */
  assist(question: AssistQuestion): Promise<AssistAnswer | undefined> {
    return this.#ask(question.cell, (number) => ({ type: 'assist', number, question }))
  }

  #ask<Answer>(cell: string, message: (number: number) => ToKernel): Promise<Answer | undefined> {
    const worker = this.#worker ?? this.#start()
    if (worker === undefined) return Promise.resolve(undefined)
    return new Promise((resolve) => {
      this.#looks += 1
      this.#lookers.set(this.#looks, { cell, resolve: resolve as (answer: unknown) => void })
      worker.postMessage(message(this.#looks))
      if (this.#ready) this.#watch()
    })
  }

  /** @returns undefined in a browser that has no workers, or does not give the page one */
  #start(): KernelWorker | undefined {
    const worker = this.#attemptCreate()
    if (!worker) return undefined
    this.#worker = worker
    worker.onmessage = ({ data }) => this.#receive(data)
    worker.onerror = (event) => {
      event.preventDefault?.()
      this.#end(this.#ready ? 'failed' : 'unreachable')
    }
    return worker
  }

  #attemptCreate(): KernelWorker | undefined {
    try {
      return this.#create()
    } catch {
      return undefined
    }
  }

  #receive(message: FromKernel): void {
    if (message.type === 'foreseen') {
      // Another run since then may have changed what the cell starts from.
      const { run, job, result } = message
      if (run === this.#run) this.#foreseen = { job: JSON.stringify(job), result }
      return
    }
    if (message.type === 'ready') this.#ready = true
    this.#watch()
    if (message.type === 'moment') return this.#answer(message, message.moment)
    if (message.type === 'assistance') return this.#answer(message, message.answer)
    if (message.type === 'ready' || message.run !== this.#run) return
    if (message.type === 'started') {
      this.#running = true
      this.#current = message.cell
      this.#events.started(message.cell)
    }
    if (message.type === 'alive') this.#events.progress(message.cell, message.steps)
    if (message.type === 'result') this.#events.result(message.cell, message.result)
    if (message.type === 'finished') {
      this.#running = false
      this.#idle()
      this.#events.finished()
    }
  }

  #answer({ number, mistakes = [] }: Answered, answer: unknown): void {
    const looker = this.#lookers.get(number)
    this.#lookers.delete(number)
    if (!this.#running && this.#lookers.size === 0) clearTimeout(this.#watchdog)
    if (looker && mistakes.length > 0) this.#events.mistaken(looker.cell, mistakes)
    looker?.resolve(answer)
  }

  #watch(): void {
    clearTimeout(this.#watchdog)
    this.#watchdog = setTimeout(() => this.#end('silent'), LONGEST_SILENCE)
  }

  #idle(): void {
    clearTimeout(this.#watchdog)
    this.#current = undefined
  }

  #end(reason: LossReason): void {
    const cell = this.#current
    this.#idle()
    this.#worker?.terminate()
    this.#worker = undefined
    this.#ready = false
    this.#running = false
    this.#foreseen = undefined
    for (const { resolve } of this.#lookers.values()) resolve(undefined)
    this.#lookers.clear()
    this.#events.lost(reason, cell)
  }
}
