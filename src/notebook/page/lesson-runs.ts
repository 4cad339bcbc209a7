import type { AssistAnswer, AssistQuestion } from '#notebook/shared/assist.ts'
import type { CellDefinition, CellResult } from '#notebook/shared/cell.ts'
import { cellsAfter, cellsBefore } from '#notebook/shared/dependencies.ts'
import type { Arrival, CellJob } from '#notebook/shared/kernel-messages.ts'
import type { Look, Moment } from '#notebook/shared/moment.ts'
import { planRun, type Known } from '#notebook/shared/plan-run.ts'
import { answered, asked, built, outdated, type CellProgress, type Job } from './cell-progress.ts'
import { Kernel } from './kernel.ts'
import { LOST, type CellChange, type LessonPage, type LiveCell } from './lesson-page.ts'
import type { LossReason } from './worker-life.ts'

/** A run that is over sooner is not announced: it would only flicker. Milliseconds. */
const UNNOTICED = 150
/** One that takes longer says how far it is. Milliseconds. */
const LONG = 1000

/** The session whose cells these are. */
export interface RunCells {
  readonly page: LessonPage
  has(id: string): boolean
  cell(id: string): LiveCell
  change(id: string, change: CellChange): void
  /** Puts a result onto the page. */
  show(id: string, result: CellResult): void
}

/** What the kernel is at. */
type Running =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running'
      /** When a cell has been begun, and not ended: which, and since when. */
      readonly now?: { readonly id: string; readonly since: number } | undefined
      /** No reader has asked for it: nothing of it is shown, whatever comes of it. */
      readonly isQuiet: boolean
      /** It has taken so long that the reader is told of it. */
      readonly isAnnounced: boolean
    }

/** The runs of a lesson's cells: what the kernel is asked for, and how each cell stands with it. */
export class LessonRuns {
  readonly #of: RunCells
  readonly #kernel: Kernel
  readonly #progress = new Map<string, CellProgress>()
  #running: Running = { kind: 'idle' }
  /** What the kernel still waits for. */
  #coming: Arrival | undefined
  #announcement: ReturnType<typeof setTimeout> | undefined
  /** Those that wait for the kernel to have a run of a cell, to look at it. */
  readonly #pending = new Map<string, (() => void)[]>()

  constructor(of: RunCells) {
    this.#of = of
    this.#kernel = new Kernel(() => of.page.createWorker(), {
      started: (id) => this.#begin(id),
      progress: (id, steps) => this.#tell(id, steps),
      coming: ({ come, of }) => {
        this.#coming = come < of ? { come, of } : undefined
        this.#tellComing()
      },
      // A cell that is gone has nothing to show any more.
      result: (id, result) => of.has(id) && this.#take(id, result),
      mistaken: (id, mistakes) => of.has(id) && of.change(id, { mistakes }),
      finished: () => this.#finish(),
      lost: (reason, id) => this.#lose(reason, id),
    })
  }

  add(id: string, source: string): void {
    this.#progress.set(id, built(source))
  }

  /** @returns whether the kernel was at it: then what is left is to be run again */
  remove(id: string): boolean {
    this.#progress.delete(id)
    this.#answerPending(id)
    return this.#running.kind === 'running' && this.#running.now?.id === id
  }

  /** A cell starts from something else now. */
  outdate(id: string): void {
    const progress = this.#progressOf(id)
    if (progress.shown.state !== 'fresh') this.#progress.set(id, outdated(progress))
  }

  /**
   * Runs cells with what they need and what depends on them.
   * @param unseen a cell that is to be run without a change on the page
   * @param isQuiet and without its mistakes either
   */
  run(ids: readonly string[], unseen?: string, isQuiet = false): void {
    // The kernel gives up what it is at: what the reader asked for before and still waits for is asked for again.
    const unanswered = this.#waiting().filter((id) => this.#progressOf(id).job?.shows !== 'nothing')
    const { wanted, jobs } = planRun(this.#of.page.cells, [...ids, ...unanswered], this.#known, unseen)
    const all = jobs.map((cell) => this.#job(cell))
    const [first] = all
    const foreseen = first && wanted.has(first.cell.id) ? this.#kernel.foreseen(first) : undefined
    this.#forgetJobs()
    for (const { cell } of all) {
      const shows = !wanted.has(cell.id) ? 'nothing' : foreseen && cell === first?.cell ? 'at-once' : 'result'
      this.#progress.set(cell.id, asked(this.#progressOf(cell.id), { source: cell.source, shows }))
    }
    this.#announceLater(wanted, isQuiet && wanted.size === 0)
    this.#kernel.run(all)
    // Shown within the reader's own key press: whatever comes later, a browser lets wait for the frame after it.
    if (first && foreseen) this.#show(first.cell.id, first.cell.source, foreseen)
  }

  /** A cell is to go on from where it was broken off, after so many instructions; with none it begins anew. */
  goOnFrom(id: string, goesOnFrom: number | undefined): void {
    this.#progress.set(id, { ...this.#progressOf(id), goesOnFrom })
  }

  /** Has a cell run ahead of time, where it is all that would have to be run. */
  foresee(id: string): void {
    const cell = this.#of.page.cells.find((each) => each.id === id)
    if (cell === undefined || this.#waiting().length > 0) return
    if (cellsBefore(this.#of.page.cells, id).every((before) => this.#known.isHeld(before.id)))
      this.#kernel.foresee(this.#job(cell))
  }

  interrupt(): void {
    this.#kernel.interrupt()
  }

  restart(): void {
    this.#kernel.restart()
  }

  async look(id: string, look: Look): Promise<Moment | undefined> {
    if (this.#progressOf(id).kernel.kind === 'nothing') await this.bring(id)
    return this.#kernel.look(id, look)
  }

  assist(question: AssistQuestion): Promise<AssistAnswer | undefined> {
    return this.#kernel.assist(question)
  }

  /** Sees to it that the kernel has a run of a cell. @param isQuiet nothing is shown of it, not even its mistakes */
  bring(id: string, isQuiet = false): Promise<void> {
    const { kernel, job } = this.#progressOf(id)
    if (kernel.kind !== 'nothing') return Promise.resolve()
    return new Promise((resolve) => {
      this.#pending.set(id, [...(this.#pending.get(id) ?? []), resolve])
      if (!isQuiet && this.#running.kind === 'running') this.#running = { ...this.#running, isQuiet }
      if (job === undefined) this.run([], id, isQuiet)
    })
  }

  /** Works out what a cell and those after it are to be called now. */
  settle(id: string): void {
    for (const cell of [id, ...cellsAfter(this.#of.page.cells, id).map((after) => after.id)]) {
      const chain = [...cellsBefore(this.#of.page.cells, cell).map((before) => before.id), cell]
      const { job, shown } = this.#progressOf(cell)
      const isAwaited = job !== undefined && this.#running.kind === 'running' && this.#running.isAnnounced
      const isStale = isAwaited || chain.some((link) => this.#isEdited(link))
      this.#of.change(cell, { state: isStale ? 'stale' : shown.state })
    }
  }

  readonly #known: Known = {
    isOutOfDate: (id) => {
      const { state } = this.#progressOf(id).shown
      return this.#isEdited(id) || (state !== 'fresh' && state !== 'done')
    },
    isHeld: (id) => {
      const { kernel } = this.#progressOf(id)
      return this.#kernel.alive && kernel.kind === 'machine' && kernel.source === this.#of.cell(id).source
    },
  }

  #progressOf(id: string): CellProgress {
    return this.#progress.get(id) ?? built(this.#of.cell(id).source)
  }

  #isEdited(id: string): boolean {
    return this.#progressOf(id).shown.source !== this.#of.cell(id).source
  }

  /** Cells that the kernel still has to run, in the order in which it does. */
  #waiting(): string[] {
    return this.#of.page.cells.map(({ id }) => id).filter((id) => this.#progress.get(id)?.job !== undefined)
  }

  #forgetJobs(): void {
    for (const [id, progress] of this.#progress) this.#progress.set(id, { ...progress, job: undefined })
  }

  #job(cell: CellDefinition): CellJob {
    const { goesOnFrom } = this.#progressOf(cell.id)
    const { source, input = cell.input } = this.#of.cell(cell.id)
    return {
      cell: { ...cell, source, ...(input === undefined ? {} : { input }) },
      facts: this.#of.page.factsAskedOf(cell.id),
      ...(goesOnFrom === undefined ? {} : { goOnFrom: goesOnFrom }),
    }
  }

  #announceLater(wanted: ReadonlySet<string>, isQuiet: boolean): void {
    this.#rest()
    this.#running = { kind: 'running', isQuiet, isAnnounced: false }
    this.#announcement = setTimeout(() => {
      if (this.#running.kind === 'running') this.#running = { ...this.#running, isAnnounced: true }
      for (const id of wanted) if (this.#of.has(id)) this.settle(id)
      this.#announce()
      this.#tellComing()
    }, UNNOTICED)
  }

  /** The cell that is being run, where the reader is told of it. */
  #told(): { readonly id: string; readonly since: number } | undefined {
    if (this.#running.kind === 'idle' || !this.#running.isAnnounced) return undefined
    const { now } = this.#running
    return now && this.#progress.get(now.id)?.job?.shows !== 'nothing' ? now : undefined
  }

  #announce(): void {
    const told = this.#told()
    if (told && this.#of.has(told.id)) this.#of.change(told.id, { state: 'running' })
  }

  /** Cells that the reader waits for say what they wait for themselves. */
  #tellComing(): void {
    if (this.#running.kind === 'idle' || !this.#running.isAnnounced) return
    for (const id of this.#waiting())
      if (this.#progressOf(id).job?.shows !== 'nothing') this.#of.change(id, { coming: this.#coming })
  }

  #begin(id: string): void {
    if (this.#running.kind === 'running')
      this.#running = { ...this.#running, now: { id, since: performance.now() } }
    this.#announce()
  }

  #tell(id: string, steps: number): void {
    const told = this.#told()
    if (told?.id === id && performance.now() - told.since > LONG) this.#of.change(id, { progress: steps })
  }

  #rest(): void {
    clearTimeout(this.#announcement)
    const id = this.#running.kind === 'running' ? this.#running.now?.id : undefined
    if (id !== undefined && this.#of.has(id)) this.#of.change(id, { progress: undefined })
    this.#running = { kind: 'idle' }
  }

  #finish(): void {
    this.#forgetJobs()
    this.#rest()
  }

  #take(id: string, result: CellResult): void {
    const progress = this.#progressOf(id)
    const { source, shows }: Job = progress.job ?? { source: this.#of.cell(id).source, shows: 'result' }
    this.#progress.set(id, answered(progress, source, result))
    // Between the last result and the end of the run nothing is to be announced any more.
    const isQuiet = this.#running.kind === 'running' && this.#running.isQuiet
    if (this.#running.kind === 'running') this.#running = { ...this.#running, now: undefined }
    this.#answerPending(id)
    // It may have been said meanwhile that it runs.
    if (shows === 'at-once') return this.settle(id)
    if (shows === 'nothing' && (isQuiet || result.state === 'done')) return
    this.#show(id, source, result)
  }

  #show(id: string, source: string, result: CellResult): void {
    this.#progress.set(id, { ...this.#progressOf(id), shown: { state: result.state, source } })
    this.#of.show(id, result)
  }

  #lose(reason: LossReason, running: string | undefined): void {
    const waiting = this.#waiting()
    const lost = running ?? waiting.find((id) => this.#progressOf(id).job?.shows !== 'nothing')
    for (const [id, { shown, goesOnFrom }] of this.#progress)
      this.#progress.set(id, { shown, goesOnFrom, kernel: { kind: 'nothing' } })
    for (const id of [...this.#pending.keys()]) this.#answerPending(id)
    this.#rest()
    this.#coming = undefined
    for (const id of waiting) {
      this.#of.change(id, { coming: undefined })
      this.settle(id)
    }
    if (lost === undefined || !this.#of.has(lost)) return
    const progress = this.#progressOf(lost)
    this.#progress.set(lost, { ...progress, shown: { ...progress.shown, state: 'interrupted' } })
    this.#of.change(lost, { state: 'interrupted', message: LOST[reason], progress: undefined })
  }

  #answerPending(id: string): void {
    for (const resolve of this.#pending.get(id) ?? []) resolve()
    this.#pending.delete(id)
  }
}
