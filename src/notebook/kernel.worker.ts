/** The kernel: runs a lesson's cells away from the page, and keeps the machine that each has left behind. */
import { examine } from '#exercises/examine.ts'
import type { ToExaminer } from '#exercises/exercise-messages.ts'
import type { Snapshot } from '#engine/machine/snapshot.ts'
import { wordAt, type AssistAnswer, type AssistQuestion } from './assist/assist.ts'
import { explain } from './assist/explain.ts'
import { suggest } from './assist/suggest.ts'
import { shownTitle, type CellResult } from './cell.ts'
import { Foresight } from './foresight.ts'
import type { CellJob, FromKernel, ToKernel } from './kernel-messages.ts'
import { KernelQueue, type RunningCell } from './kernel-queue.ts'
import { present } from './present.ts'
import { CellRun } from './run-cell.ts'
import { KeptRuns } from './timeline/kept-runs.ts'

const machines = new Map<string, Snapshot>()
/** What the reader sees above each cell. */
const titles = new Map<string, string>()
/** Runs that can still be visited. */
const runs = new KeptRuns((cell) => (cell.after === undefined ? undefined : machines.get(cell.after)))
const foresight = new Foresight()
const post = (message: FromKernel) => globalThis.postMessage(message)

const bell = new MessageChannel()
bell.port1.start()

const queue = new KernelQueue(start, post, pause)

globalThis.addEventListener('message', ({ data }: MessageEvent<ToKernel | ToExaminer>) => {
  if (data.type === 'exercise') return globalThis.postMessage(examine(data))
  if (data.type === 'look') {
    return post({ type: 'moment', number: data.number, moment: runs.look(data.cell, data.look) })
  }
  if (data.type === 'assist') {
    return post({ type: 'assistance', number: data.number, answer: assist(data.question) })
  }
  if (data.type === 'foresee') return foresee(data.run, data.job)
  // What fails here is the simulator's own mistake. Thrown outside the promise it reaches the page as an error.
  queue.receive(data).catch((mistake: unknown) => setTimeout(() => raise(mistake)))
})
post({ type: 'ready' })

function assist(question: AssistQuestion): AssistAnswer {
  const { from } = wordAt(question.source, question.at)
  if (question.ask === 'suggest') return { from, suggestions: suggest(question) }
  const explanation = explain(question, runs.machineOf(question.cell))
  return { from, suggestions: [], ...present({ explanation }) }
}

function foresee(run: number, job: CellJob): void {
  const { after } = job.cell
  const before = after === undefined ? undefined : machines.get(after)
  if (after !== undefined && before === undefined) return
  try {
    const result = foresight.foresee(job, before)
    if (result) post({ type: 'foreseen', run, job, result })
  } catch {
    // What fails here fails again when the reader asks for it, and is told then.
  }
}

function start(job: CellJob): RunningCell {
  const { cell } = job
  machines.delete(cell.id)
  titles.set(cell.id, shownTitle(cell))
  const before = cell.after === undefined ? undefined : machines.get(cell.after)
  if (cell.after !== undefined && !before) return new Blocked(titles.get(cell.after) ?? cell.after)
  const run = foresight.take(job, before) ?? new CellRun(cell, job.facts, before)
  return {
    advance: (milliseconds) => run.advance(milliseconds),
    interrupt: () => run.interrupt(),
    result: () => run.result(),
    keep: () => {
      const machine = run.machine()
      if (machine) machines.set(cell.id, machine)
      runs.keep(run)
    },
  }
}

/** A cell that has nothing to start from. */
class Blocked implements RunningCell {
  readonly #after: string

  constructor(after: string) {
    this.#after = after
  }

  advance(): boolean {
    return true
  }

  interrupt(): void {}

  keep(): void {}

  result(): CellResult {
    const message = `This cell starts from the machine that cell “${this.#after}” leaves behind, and that one has not run to its end. Put it right first.`
    return { state: 'stale', diagnostics: [], message, views: [], facts: {} }
  }
}

/** Lets messages in. A message to oneself comes back sooner than any timer. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    bell.port1.addEventListener('message', () => resolve(), { once: true })
    bell.port2.postMessage(undefined)
  })
}

function raise(mistake: unknown): never {
  throw mistake
}
