/** The kernel: runs a lesson's cells away from the page, and keeps the machine that each has left behind. */
import { examine } from '#exercises/worker/examine.ts'
import type { FromExaminer, ToExaminer } from '#exercises/shared/exercise-messages.ts'
import type { Snapshot } from '#engine/machine/snapshot.ts'
import { beginsAnew } from './assembly-kind.ts'
import { wordAt, type AssistAnswer, type AssistQuestion } from '#notebook/shared/assist.ts'
import { executable } from './assist/executable.ts'
import { explain } from './assist/explain.ts'
import { suggest } from './assist/suggest.ts'
import { shownTitle, type CellDefinition, type CellResult } from '#notebook/shared/cell.ts'
import { Foresight } from './foresight.ts'
import type { CellJob, FromKernel, ToKernel } from '#notebook/shared/kernel-messages.ts'
import { HEARTBEAT, KernelQueue, type RunningCell, type ToQueue } from './kernel-queue.ts'
import { MissingPart } from '#notebook/shared/missing-part.ts'
import { attempt, type OwnMistake } from '#notebook/shared/own-mistake.ts'
import { provideExecutables } from './languages/elf.ts'
import { defined } from '#notebook/shared/defined.ts'
import { CellRun } from './run-cell.ts'
import { bring, bringTheRest, UnreachablePart, withParts } from './parts/parts.ts'
import { KeptRuns } from './timeline/kept-runs.ts'

const machines = new Map<string, Snapshot>()
/** What the reader sees above each cell. */
const titles = new Map<string, string>()
/** Runs that can still be visited. */
const runs = new KeptRuns((cell) => (cell.after === undefined ? undefined : machines.get(cell.after)), beat)
const foresight = new Foresight()
const post = (message: FromKernel) => globalThis.postMessage(message)

const bell = new MessageChannel()
bell.port1.start()

const queue = new KernelQueue(start, said, pause)
let isFirst = true

/** Once there is a result, what has not come yet is fetched, so that nothing later waits for it. */
function said(message: FromKernel): void {
  post(message)
  // What runs for so long had better run fast.
  if (message.type === 'alive') {
    bring('loops').catch(() => undefined)
    import('./long-runs.ts').catch(() => undefined)
  }
  if (message.type !== 'finished' || !isFirst) return
  isFirst = false
  setTimeout(() => void bringTheRest(), CALM)
}

/** After so long the result is shown, what shows it having come, and whatever the reader does next comes first. Milliseconds. */
const CALM = 3000

/** Whatever the page says. */
export function hear(message: ToKernel | ToExaminer): void {
  if (message.type === 'exercise') void answerExercise(message)
  else if (message.type === 'look') void look(message)
  else if (message.type === 'assist') void assist(message)
  else if (message.type === 'foresee') foresee(message.run, message.job)
  else receive(message)
}
post({ type: 'ready' })

async function answerExercise(asked: ToExaminer): Promise<void> {
  globalThis.postMessage(
    await withParts(() => examine(asked), tell).catch((error: unknown): FromExaminer => {
      if (!(error instanceof UnreachablePart)) throw error
      return { type: 'exercise', request: asked.request, isUnreachable: true }
    }),
  )
}

/** Messages wait for what was fetched for those before them. */
let fetching: Promise<void> | undefined

function receive(message: ToQueue): void {
  const jobs = message.type === 'run' ? message.jobs : []
  // Views are asked for when there is something to show: by then they have come, or are on their way.
  for (const { cell } of jobs)
    for (const view of ['console', ...cell.show]) bring(`view-${view}`).catch(() => undefined)
  const commands = jobs.map(({ cell }) => cell).filter(({ language }) => language === 'elf')
  if (fetching === undefined && commands.length === 0) return void queue.receive(message)
  tell('fetching')
  const fetched = (fetching ?? Promise.resolve()).then(() => bringExecutables(commands))
  fetching = fetched.then(() => {
    tell('fetched')
    if (fetching === fetched) fetching = undefined
    void queue.receive(message)
  })
}

/** What cannot be fetched is told of by the cell that needs it. */
async function bringExecutables(commands: readonly CellDefinition[]): Promise<void> {
  if (commands.length === 0) return
  const loaded = await import('./executables.ts').catch(() => undefined)
  if (loaded === undefined) return
  provideExecutables(loaded.prepareExecutable)
  for (const command of commands) await loaded.bringFile(command)
}

async function look({ number, cell, look }: ToKernel & { type: 'look' }): Promise<void> {
  const mistakes: OwnMistake[] = []
  const moment = await withParts(
    () => attempt('looking at the machine of this cell', mistakes, () => runs.look(cell, look)),
    tell,
  ).catch(unlessUnreachable)
  if (mistakes.length > 0) runs.distrust(cell)
  post({ type: 'moment', number, moment, mistakes: [...mistakes, ...(moment?.mistakes ?? [])] })
}

async function assist({ number, question }: ToKernel & { type: 'assist' }): Promise<void> {
  const mistakes: OwnMistake[] = []
  const answer = await withParts(
    () => attempt('helping with what you write', mistakes, () => answerTo(question)),
    tell,
  ).catch(unlessUnreachable)
  post({ type: 'assistance', number, answer, mistakes })
}

const tell = (what: 'fetching' | 'fetched') => post({ type: what })

/** The page gives this worker up: who asked gets no answer. */
function unlessUnreachable(error: unknown): undefined {
  if (!(error instanceof UnreachablePart)) throw error
  post({ type: 'unreachable' })
}

function answerTo(question: AssistQuestion): AssistAnswer {
  const { from } = wordAt(question.source, question.at)
  if (question.ask === 'executable') return { from, suggestions: [], executable: executable(question) }
  if (question.ask === 'suggest') return { from, suggestions: suggest(question) }
  const explanation = explain(question, runs.machineOf(question.cell))
  return { from, suggestions: [], ...defined({ explanation }) }
}

function foresee(run: number, job: CellJob): void {
  const { after, language } = job.cell
  // What it needs may not have come yet.
  if (language === 'elf') return
  const before = after === undefined ? undefined : machines.get(after)
  if (after !== undefined && before === undefined) return
  try {
    const result = foresight.foresee(job, before)
    if (result) post({ type: 'foreseen', run, job, result })
  } catch (error) {
    // What fails here fails again when the reader asks for it, and is told then.
    if (error instanceof MissingPart) bring(error.part).catch(() => undefined)
  }
}

function start(job: CellJob): RunningCell {
  const { cell } = job
  machines.delete(cell.id)
  titles.set(cell.id, shownTitle(cell))
  const before = cell.after === undefined ? undefined : machines.get(cell.after)
  if (cell.after !== undefined && !before && !beginsAnew(cell))
    return new Blocked(titles.get(cell.after) ?? cell.after)
  const brokenOff = job.goOnFrom === undefined ? undefined : runs.goOn(cell, before)
  const run = brokenOff ?? foresight.take(job, before) ?? new CellRun(cell, job.facts, before)
  return {
    get steps() {
      return run.steps
    },
    advance: (milliseconds) => run.advance(milliseconds),
    break: (how) => run.break(how),
    // One that had been broken off before is among those that are kept already.
    putAside: () => (brokenOff ? run.break('Interrupted') : foresight.put(job, before, run)),
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

  readonly steps = 0

  break(): void {}

  putAside(): void {}

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

let heard = 0

/** Says that something is being done that takes long. */
function beat(): void {
  const now = performance.now()
  if (now - heard < HEARTBEAT) return
  heard = now
  post({ type: 'alive', run: 0, cell: '', steps: 0 })
}
