import type { Answer, Exercise } from '#exercises/shared/exercise.ts'
import type { FromExaminer, ToExaminer } from '#exercises/shared/exercise-messages.ts'
import type { Presented } from '#exercises/shared/presented.ts'
import type { Verdict } from '#exercises/shared/verdict.ts'

/** The part of a Worker that is needed; a test passes its own. */
export interface ExaminerWorker {
  postMessage(message: ToExaminer): void
  terminate(): void
  onmessage: ((event: { data: FromExaminer | { readonly type: string } }) => void) | null
  onerror: ((event: { preventDefault?: () => void }) => void) | null
}

/** Exercises of a lesson by their ids, as the site serves them. */
export type LoadExercises = (lesson: string) => Promise<Readonly<Record<string, Exercise>>>

/** Why nothing was shown or judged; its message is for the reader. */
export class ExaminerError extends Error {}

interface Waiting {
  readonly resolve: (answer: FromExaminer) => void
  readonly reject: (error: ExaminerError) => void
  readonly timer: ReturnType<typeof setTimeout>
}

/** A worker that is busy with one exercise for so long hangs. Milliseconds. */
const LONGEST_WAIT = 15_000

const UNREACHABLE =
  'The simulator could not be loaded. Check your connection and try again; your answer is kept.'
const SILENT = 'The simulator gave no answer and was restarted. Your answer is kept; try again.'
const FAILED =
  'The simulator has made a mistake of its own and was restarted. Your answer is kept; try again.'

/** The page's side of the examiner: asks the kernel's worker, which is created at the first question. */
export class Examiner {
  readonly #create: () => ExaminerWorker
  readonly #load: LoadExercises
  readonly #sheets = new Map<string, Promise<Readonly<Record<string, Exercise>>>>()
  readonly #waiting = new Map<number, Waiting>()
  #worker: ExaminerWorker | undefined
  #ready = false
  #request = 0

  constructor(create: () => ExaminerWorker, load: LoadExercises) {
    this.#create = create
    this.#load = load
  }

  /** @throws ExaminerError */
  async present(lesson: string, id: string, seed: number): Promise<Presented> {
    const { presented } = await this.#ask(lesson, id, seed)
    if (!presented) throw new ExaminerError(FAILED)
    return presented
  }

  /** @throws ExaminerError */
  async judge(lesson: string, id: string, seed: number, answer: Answer): Promise<Verdict> {
    const { verdict } = await this.#ask(lesson, id, seed, answer)
    if (!verdict) throw new ExaminerError(FAILED)
    return verdict
  }

  async #ask(lesson: string, id: string, seed: number, answer?: Answer): Promise<FromExaminer> {
    const exercise = (await this.#sheet(lesson))[id]
    if (!exercise)
      throw new ExaminerError('This exercise is not part of the course any more. Reload the page.')
    this.#worker ??= this.#start()
    const request = ++this.#request
    const worker = this.#worker
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#end(SILENT), LONGEST_WAIT)
      this.#waiting.set(request, { resolve, reject, timer })
      worker.postMessage({ type: 'exercise', request, exercise, seed, ...(answer ? { answer } : {}) })
    })
  }

  async #sheet(lesson: string): Promise<Readonly<Record<string, Exercise>>> {
    const sheet = this.#sheets.get(lesson) ?? this.#load(lesson)
    this.#sheets.set(lesson, sheet)
    try {
      return await sheet
    } catch {
      this.#sheets.delete(lesson)
      throw new ExaminerError(UNREACHABLE)
    }
  }

  #start(): ExaminerWorker {
    const worker = this.#create()
    worker.onmessage = ({ data }) => {
      this.#ready = true
      if (data.type === 'exercise') this.#receive(data as FromExaminer)
    }
    worker.onerror = (event) => {
      event.preventDefault?.()
      this.#end(this.#ready ? FAILED : UNREACHABLE)
    }
    return worker
  }

  #receive(answer: FromExaminer): void {
    const waiting = this.#waiting.get(answer.request)
    if (!waiting) return
    clearTimeout(waiting.timer)
    this.#waiting.delete(answer.request)
    waiting.resolve(answer)
  }

  #end(message: string): void {
    this.#worker?.terminate()
    this.#worker = undefined
    this.#ready = false
    for (const { reject, timer } of this.#waiting.values()) {
      clearTimeout(timer)
      reject(new ExaminerError(message))
    }
    this.#waiting.clear()
  }
}
