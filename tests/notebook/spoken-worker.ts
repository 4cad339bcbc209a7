import type { CellResult } from '#notebook/shared/cell.ts'
import type { CellJob, FromKernel, ToKernel } from '#notebook/shared/kernel-messages.ts'
import type { KernelWorker } from '#notebook/page/kernel.ts'
import { cell } from './cells.ts'

/** A worker that the test speaks for. */
export class SpokenWorker implements KernelWorker {
  onmessage: ((event: { data: FromKernel }) => void) | null = null
  onerror: ((event: object) => void) | null = null
  jobs: readonly CellJob[] = []
  run = 0
  looks: (ToKernel & { type: 'look' })[] = []
  foreseen: (ToKernel & { type: 'foresee' })[] = []
  interrupted = false
  terminated = false

  postMessage(message: ToKernel): void {
    if (message.type === 'interrupt') this.interrupted = true
    else if (message.type === 'run') [this.run, this.jobs] = [message.run, message.jobs]
    else if (message.type === 'foresee') this.foreseen.push(message)
    else if (message.type === 'look') this.looks.push(message)
  }

  terminate(): void {
    this.terminated = true
  }

  say(message: FromKernel): void {
    this.onmessage?.({ data: message })
  }

  answer(id: string, result: Partial<CellResult> = {}): void {
    this.say({ type: 'started', run: this.run, cell: id })
    const whole: CellResult = { state: 'done', diagnostics: [], views: [], facts: {}, ...result }
    this.say({ type: 'result', run: this.run, cell: id, result: whole })
  }

  answerAll(): void {
    for (const job of this.jobs) this.answer(job.cell.id)
    this.say({ type: 'finished', run: this.run })
  }

  get asked(): string[] {
    return this.jobs.map((job) => job.cell.id)
  }
}

/** A lesson's cells, each with what it comes after. */
export const CELLS = [
  cell('table', 'T'),
  cell('program', 'P', { after: 'table' }),
  cell('read', 'R', { after: 'program' }),
  cell('other', 'O'),
]
