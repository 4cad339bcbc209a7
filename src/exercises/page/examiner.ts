import type { Answer, Exercise } from '#exercises/shared/exercise.ts'
import type { FromExaminer, ToExaminer } from '#exercises/shared/exercise-messages.ts'
import type { Presented } from '#exercises/shared/presented.ts'
import type { Verdict } from '#exercises/shared/verdict.ts'
import { WorkerLife, type LossReason, type PlainWorker } from '#notebook/page/worker-life.ts'

/** The kernel's worker, which has more to say than what concerns exercises. */
export type ExaminerWorker = PlainWorker<ToExaminer, FromExaminer | { readonly type: string }>

/** Exercises of a lesson by their ids, as the site serves them. */
export type LoadExercises = (lesson: string) => Promise<Readonly<Record<string, Exercise>>>

/** Why nothing was shown or judged; its message is for the reader. */
export class ExaminerError extends Error {}

interface Question {
  readonly resolve: (answer: FromExaminer) => void
  readonly reject: (error: ExaminerError) => void
}

const LOST: Readonly<Record<LossReason, string>> = {
  unreachable: 'The simulator could not be loaded. Check your connection and try again; your answer is kept.',
  silent: 'The simulator gave no answer and was restarted. Your answer is kept; try again.',
  restarted: 'The simulator was restarted before it had answered. Your answer is kept; try again.',
  failed: 'The simulator has made a mistake of its own and was restarted. Your answer is kept; try again.',
}

/** The page's side of the examiner: asks the kernel's worker, which is created at the first question. */
export class Examiner {
  readonly #life: WorkerLife<ToExaminer, FromExaminer | { readonly type: string }>
  readonly #load: LoadExercises
  readonly #sheets = new Map<string, Promise<Readonly<Record<string, Exercise>>>>()
  readonly #pending = new Map<number, Question>()
  #request = 0

  constructor(create: () => ExaminerWorker, load: LoadExercises) {
    this.#load = load
    this.#life = new WorkerLife(create, {
      received: (message) => this.#hear(message),
      isOnItsWay: ({ type }) => type === 'coming',
      lost: (reason) => this.#lose(reason),
    })
  }

  /** @throws ExaminerError */
  async present(lesson: string, id: string, seed: number): Promise<Presented> {
    const { presented } = await this.#ask(lesson, id, seed)
    if (!presented) throw new ExaminerError(LOST.failed)
    return presented
  }

  /** @throws ExaminerError */
  async judge(lesson: string, id: string, seed: number, answer: Answer): Promise<Verdict> {
    const { verdict } = await this.#ask(lesson, id, seed, answer)
    if (!verdict) throw new ExaminerError(LOST.failed)
    return verdict
  }

  /** An exercise as the course has it now. @throws ExaminerError */
  async exercise(lesson: string, id: string): Promise<Exercise> {
    const sheet = await this.#sheet(lesson)
    const exercise = Object.hasOwn(sheet, id) ? sheet[id] : undefined
    if (exercise) return exercise
    throw new ExaminerError('This exercise is not part of the course any more. Reload the page.')
  }

  async #ask(lesson: string, id: string, seed: number, answer?: Answer): Promise<FromExaminer> {
    const exercise = await this.exercise(lesson, id)
    const request = ++this.#request
    return new Promise((resolve, reject) => {
      this.#pending.set(request, { resolve, reject })
      this.#send({ type: 'exercise', request, exercise, seed, ...(answer ? { answer } : {}) })
    })
  }

  #send(message: ToExaminer): void {
    try {
      if (this.#life.send(message)) this.#life.watch()
      else this.#life.end('unreachable')
    } catch (error) {
      // What no message can carry was never asked.
      this.#pending.get(message.request)?.reject(new ExaminerError(LOST.failed, { cause: error }))
      this.#pending.delete(message.request)
    }
  }

  async #sheet(lesson: string): Promise<Readonly<Record<string, Exercise>>> {
    const sheet = this.#sheets.get(lesson) ?? this.#load(lesson)
    this.#sheets.set(lesson, sheet)
    try {
      return await sheet
    } catch {
      this.#sheets.delete(lesson)
      throw new ExaminerError(LOST.unreachable)
    }
  }

  #hear(message: FromExaminer | { readonly type: string }): void {
    // No network owes anybody an answer in time.
    if (message.type === 'fetching') this.#life.rest()
    if (message.type === 'fetched') this.#life.watch()
    if (message.type === 'exercise') this.#receive(message as FromExaminer)
  }

  #receive(answer: FromExaminer): void {
    // That worker never fetches it any more; the next question gets another one.
    if (answer.isUnreachable) return this.#life.end('unreachable')
    const question = this.#pending.get(answer.request)
    this.#pending.delete(answer.request)
    if (this.#pending.size === 0) this.#life.rest()
    else this.#life.watch()
    question?.resolve(answer)
  }

  #lose(reason: LossReason): void {
    const error = new ExaminerError(LOST[reason])
    for (const { reject } of this.#pending.values()) reject(error)
    this.#pending.clear()
  }
}
