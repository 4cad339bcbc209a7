import type { Answer } from '#exercises/shared/exercise.ts'
import { ExaminerError, type Examiner } from './examiner.ts'
import { anotherSeed } from './fragment.ts'
import type { PresentedTask } from '#exercises/shared/presented.ts'
import {
  betterRight,
  LONGEST_DRAFT,
  PROGRESS_STATES,
  type ProgressRecord,
  type ProgressState,
  type RightAnswer,
} from './progress-record.ts'
import type { ProgressStore } from './progress-store.ts'
import type { Verdict } from '#exercises/shared/verdict.ts'
import { emptyDraft, readDraft, withEarly } from './draft.ts'

/** What an exercise's session needs of the page. */
export interface ExercisePage {
  examiner(): Pick<Examiner, 'present' | 'judge'>
  progress(): Pick<ProgressStore, 'get' | 'set' | 'delete'>
}

/** What may be done in an exercise that was assigned. */
export interface ExerciseRules {
  /** How often an answer may be checked. */
  readonly tries?: number
  readonly hints: boolean
  /** Whether the solution may be looked at before an answer has passed. */
  readonly solution: boolean
}

/** How a variant went, for a set that counts. */
export interface Outcome {
  readonly passed: boolean
  readonly attempts: number
  readonly hints: number
  readonly seen: boolean
}

const TOO_LONG =
  'This answer has become too long to be kept: after a reload you will find it as it was before. Copy it if you need it.'

/** An exercise as the reader has it before them. Replaced by a new one at every change. */
export interface ExerciseState {
  /** The variant before the reader. */
  readonly presented: PresentedTask
  readonly draft: Answer
  readonly verdict: Verdict | undefined
  readonly hints: number
  readonly seen: boolean
  /** Attempts at this variant, since the page was opened. */
  readonly attempts: number
  /** Attempts at all variants, on every visit. */
  readonly tries: number
  readonly best: ProgressState | undefined
  /** The author has changed the exercise since `best` was reached. */
  readonly changed: boolean
  readonly busy: boolean
  /** Why something could not be done, for the reader. */
  readonly problem: string
  /** The last answer that passed, where another one stands there now. */
  readonly right: ProgressRecord['right']
  /** An answer to this variant has passed, whatever stands there now. */
  readonly hasPassed: boolean
}

/** One exercise while a reader is at it. */
export class ExerciseSession {
  readonly #page: ExercisePage
  readonly #lesson: string
  readonly #first: PresentedTask
  readonly #hash: string
  readonly #key: string

  #now: ExerciseState
  readonly #listeners = new Set<() => void>()
  /** What is judged belongs to the exercise as it stood when that began. */
  #shownCount = 0

  constructor(
    lesson: string,
    presented: PresentedTask,
    hash: string,
    page: ExercisePage,
    key = `${lesson}/${presented.id}`,
  ) {
    this.#page = page
    this.#lesson = lesson
    this.#first = presented
    this.#hash = hash
    this.#key = key
    this.#now = { ...fresh(presented), ...UNTRIED, busy: false }
  }

  get now(): ExerciseState {
    return this.#now
  }

  /** @returns a function that ends the subscription */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /**
   * Takes up what was left on an earlier visit, or the variant that a link names.
   * @param early what the reader has put into the fields of the first variant already
   */
  async restore(linked?: number, early?: Answer): Promise<void> {
    const record = this.#page.progress().get(this.#key)
    this.#change({
      best: record?.state,
      changed: record !== undefined && record.hash !== this.#hash,
      right: record?.right,
      tries: record?.attempts ?? 0,
    })
    if (early) return this.#adopt(early, record)
    const seed = linked ?? record?.seed ?? this.#first.seed
    if (seed !== this.#now.presented.seed) await this.#fetch(seed)
    if (record?.seed === this.#now.presented.seed) this.#takeUp(record)
  }

  #takeUp({ hints, seen, draft }: ProgressRecord): void {
    const { presented } = this.#now
    this.#change({
      hints: Math.min(hints, presented.hints.length),
      seen,
      draft: readDraft(presented, draft),
    })
  }

  #adopt(early: Answer, record: ProgressRecord | undefined): void {
    if (record?.seed === this.#now.presented.seed) this.#takeUp(record)
    this.write(withEarly(this.#now.draft, early))
  }

  write(draft: Answer): void {
    this.#change({ draft, verdict: undefined })
    this.#keep()
  }

  /** What is said is said of the answer as it stood then; where another one stands by now, what it reached is kept. */
  async check(): Promise<void> {
    const { draft: judged, presented } = this.#now
    const { id, seed } = presented
    const shown = this.#shownCount
    const verdict = await this.#attempt(() => this.#page.examiner().judge(this.#lesson, id, seed, judged))
    if (!verdict || shown !== this.#shownCount) return
    if (this.#now.draft === judged) this.#change({ verdict })
    if (verdict.outcome === 'unreadable') return
    this.#change({ attempts: this.#now.attempts + 1 })
    const passed = verdict.outcome === 'passed'
    if (passed) this.#change({ hasPassed: true, right: this.#rightAnswer(judged, seed) })
    this.#keep(1, passed ? (this.#now.seen ? 'seen' : 'passed') : 'begun')
  }

  #rightAnswer(judged: Answer, seed: number): RightAnswer | undefined {
    const { right, seen, tries } = this.#now
    const given = { seed, draft: JSON.stringify(judged), at: Date.now(), tries: tries + 1 }
    return betterRight(seen ? { ...given, seen } : given, right)
  }

  /** Puts the last answer that passed back where another one was typed since. */
  async bringBack(): Promise<void> {
    const { right, presented } = this.#now
    if (!right) return
    if (right.seed !== presented.seed && !(await this.#fetch(right.seed))) return
    this.write(readDraft(this.#now.presented, right.draft))
  }

  hint(): void {
    const { hints, presented } = this.#now
    this.#change({ hints: Math.min(hints + 1, presented.hints.length) })
    this.#keep()
  }

  /** The reader has looked at the solution; after passing there is nothing more to give away. */
  look(): void {
    if (this.#now.seen || hasPassed(this.#now)) return
    this.#change({ seen: true })
    this.#keep(0, 'seen')
  }

  async another(): Promise<void> {
    if (await this.#fetch(anotherSeed(this.#now.presented.seed))) this.#keep()
  }

  /** Forgets everything about this exercise. */
  reset(): void {
    this.#page.progress().delete(this.#key)
    this.#change(UNTRIED)
    this.#show(this.#first)
  }

  get outcome(): Outcome {
    const { attempts, hints, seen } = this.#now
    return { passed: hasPassed(this.#now) || this.#now.hasPassed, attempts, hints, seen }
  }

  #show(presented: PresentedTask): void {
    this.#shownCount += 1
    this.#change(fresh(presented))
  }

  async #fetch(seed: number): Promise<boolean> {
    const presented = await this.#attempt(() =>
      this.#page.examiner().present(this.#lesson, this.#first.id, seed),
    )
    if (presented) this.#show(presented)
    return presented !== undefined
  }

  async #attempt<Result>(action: () => Promise<Result>): Promise<Result | undefined> {
    if (this.#now.busy) return undefined
    this.#change({ busy: true, problem: '' })
    try {
      return await action()
    } catch (error) {
      if (!(error instanceof ExaminerError)) throw error
      this.#change({ problem: error.message })
      return undefined
    } finally {
      this.#change({ busy: false })
    }
  }

  #keep(attempts = 0, reached: ProgressState = 'begun'): void {
    const { presented, hints, seen, right, problem, changed } = this.#now
    const before = this.#page.progress().get(this.#key)
    const draft = JSON.stringify(this.#now.draft)
    const fits = draft.length <= LONGEST_DRAFT
    const isBetter = before === undefined || rank(reached) > rank(before.state)
    const tries = (before?.attempts ?? 0) + attempts
    const at = Date.now()
    const best = isBetter ? { state: reached, hash: this.#hash } : before
    this.#page.progress().set(this.#key, {
      state: best.state,
      hash: best.hash,
      attempts: tries,
      seed: presented.seed,
      hints,
      seen,
      draft: fits ? draft : (before?.draft ?? ''),
      began: before?.began ?? at,
      at,
      ...(right === undefined ? {} : { right }),
    })
    const others = problem === TOO_LONG ? '' : problem
    this.#change({
      best: best.state,
      changed: changed && !isBetter,
      problem: fits ? others : TOO_LONG,
      tries,
    })
  }

  #change(change: Partial<ExerciseState>): void {
    this.#now = { ...this.#now, ...change }
    for (const listener of this.#listeners) listener()
  }
}

/** An exercise that nothing has been done to yet. */
const UNTRIED = { best: undefined, changed: false, right: undefined, tries: 0 } as const

/** A variant that nothing has been done to yet. */
function fresh(presented: PresentedTask) {
  return {
    presented,
    draft: emptyDraft(presented),
    verdict: undefined,
    hints: 0,
    attempts: 0,
    seen: false,
    hasPassed: false,
    problem: '',
  }
}

/** What stands there now is right. */
export function hasPassed({ verdict }: ExerciseState): boolean {
  return verdict?.outcome === 'passed'
}

/** An answer that was right has been replaced since. */
export function isReplaced({ right, presented, draft }: ExerciseState): boolean {
  return right !== undefined && (right.seed !== presented.seed || right.draft !== JSON.stringify(draft))
}

const rank = (state: ProgressState) => PROGRESS_STATES.indexOf(state)
