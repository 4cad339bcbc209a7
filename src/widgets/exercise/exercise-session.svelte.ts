import type { Answer } from '#exercises/shared/exercise.ts'
import { ExaminerError, type Examiner } from '#exercises/page/examiner.ts'
import { anotherSeed } from '#exercises/page/fragment.ts'
import type { Presented } from '#exercises/shared/presented.ts'
import { LONGEST_DRAFT, type ProgressRecord, type ProgressState } from '#exercises/page/progress-record.ts'
import type { ProgressStore } from '#exercises/page/progress-store.ts'
import type { Verdict } from '#exercises/shared/verdict.ts'
import { emptyDraft, readDraft, withEarly, type Draft } from './draft.ts'

/** What an exercise's session needs of the page. */
export interface ExercisePage {
  examiner(): Pick<Examiner, 'present' | 'judge'>
  progress(): Pick<ProgressStore, 'get' | 'set' | 'delete'>
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

/** One exercise while a reader is at it. */
export class ExerciseSession {
  readonly #page: ExercisePage
  readonly #lesson: string
  readonly #first: Presented
  readonly #hash: string
  readonly #key: string

  /** The variant before the reader. */
  presented: Presented = $state.raw()!
  draft: Draft = $state.raw()!
  verdict: Verdict | undefined = $state.raw()
  hints = $state(0)
  seen = $state(false)
  /** Attempts at this variant. */
  attempts = $state(0)
  best: ProgressState | undefined = $state()
  /** The author has changed the exercise since `best` was reached. */
  changed = $state(false)
  busy = $state(false)
  /** Why something could not be done, for the reader. */
  problem = $state('')
  /** The last answer that passed, where another one stands there now. */
  right: ProgressRecord['right'] = $state.raw()
  /** An answer to this variant has passed, whatever stands there now. */
  #hasPassed = false
  /** What is judged belongs to the exercise as it stood when that began. */
  #shownCount = 0

  readonly passed = $derived(this.verdict?.outcome === 'passed')
  readonly isReplaced = $derived(
    this.right !== undefined &&
      (this.right.seed !== this.presented.seed || this.right.draft !== JSON.stringify(this.draft)),
  )

  constructor(
    lesson: string,
    presented: Presented,
    hash: string,
    page: ExercisePage,
    key = `${lesson}/${presented.id}`,
  ) {
    this.#page = page
    this.#lesson = lesson
    this.#first = presented
    this.#hash = hash
    this.#key = key
    this.#show(presented)
  }

  /**
   * Takes up what was left on an earlier visit, or the variant that a link names.
   * @param early what the reader has put into the fields of the first variant already
   */
  async restore(linked?: number, early?: Draft): Promise<void> {
    const record = this.#page.progress().get(this.#key)
    this.best = record?.state
    this.changed = record !== undefined && record.hash !== this.#hash
    this.right = record?.right
    if (early) return this.#adopt(early, record)
    const seed = linked ?? record?.seed ?? this.#first.seed
    if (seed !== this.presented.seed) await this.#fetch(seed)
    if (record?.seed === this.presented.seed) this.#takeUp(record)
  }

  #takeUp({ hints, seen, draft }: ProgressRecord): void {
    this.hints = Math.min(hints, this.presented.hints.length)
    this.seen = seen
    this.draft = readDraft(this.presented, draft)
  }

  #adopt(early: Draft, record: ProgressRecord | undefined): void {
    if (record?.seed === this.presented.seed) this.#takeUp(record)
    this.write(withEarly(this.draft, early))
  }

  write(draft: Draft): void {
    this.draft = draft
    this.verdict = undefined
    this.#keep()
  }

  /** What is said is said of the answer as it stood then; where another one stands by now, what it reached is kept. */
  async check(): Promise<void> {
    const { id, seed } = this.presented
    const [judged, shown] = [this.draft, this.#shownCount]
    const verdict = await this.#attempt(() =>
      this.#page.examiner().judge(this.#lesson, id, seed, $state.snapshot(judged) as Answer),
    )
    if (!verdict || shown !== this.#shownCount) return
    if (this.draft === judged) this.verdict = verdict
    if (verdict.outcome === 'unreadable') return
    this.attempts += 1
    const passed = verdict.outcome === 'passed'
    if (passed) [this.#hasPassed, this.right] = [true, { seed, draft: JSON.stringify(judged) }]
    this.#keep(1, passed ? (this.seen ? 'seen' : 'passed') : 'begun')
  }

  /** Puts the last answer that passed back where another one was typed since. */
  async bringBack(): Promise<void> {
    const { right } = this
    if (!right) return
    if (right.seed !== this.presented.seed && !(await this.#fetch(right.seed))) return
    this.write(readDraft(this.presented, right.draft))
  }

  hint(): void {
    this.hints = Math.min(this.hints + 1, this.presented.hints.length)
    this.#keep()
  }

  /** The reader has looked at the solution; after passing there is nothing more to give away. */
  look(): void {
    if (this.seen || this.passed) return
    this.seen = true
    this.#keep(0, 'seen')
  }

  async another(): Promise<void> {
    if (await this.#fetch(anotherSeed(this.presented.seed))) this.#keep()
  }

  /** Forgets everything about this exercise. */
  reset(): void {
    this.#page.progress().delete(this.#key)
    this.best = undefined
    this.changed = false
    this.right = undefined
    this.#show(this.#first)
  }

  get outcome(): Outcome {
    return {
      passed: this.passed || this.#hasPassed,
      attempts: this.attempts,
      hints: this.hints,
      seen: this.seen,
    }
  }

  #show(presented: Presented): void {
    this.#shownCount += 1
    this.#hasPassed = false
    this.presented = presented
    this.draft = emptyDraft(presented)
    this.verdict = undefined
    this.hints = 0
    this.attempts = 0
    this.seen = false
    this.problem = ''
  }

  async #fetch(seed: number): Promise<boolean> {
    const presented = await this.#attempt(() =>
      this.#page.examiner().present(this.#lesson, this.#first.id, seed),
    )
    if (presented) this.#show(presented)
    return presented !== undefined
  }

  async #attempt<Result>(action: () => Promise<Result>): Promise<Result | undefined> {
    if (this.busy) return undefined
    this.busy = true
    this.problem = ''
    try {
      return await action()
    } catch (error) {
      if (!(error instanceof ExaminerError)) throw error
      this.problem = error.message
      return undefined
    } finally {
      this.busy = false
    }
  }

  #keep(attempts = 0, reached: ProgressState = 'begun'): void {
    const before = this.#page.progress().get(this.#key)
    const better = rank(reached) > rank(before?.state)
    if (better || !before) this.changed = false
    const draft = JSON.stringify(this.draft)
    const fits = draft.length <= LONGEST_DRAFT
    if (!fits) this.problem = TOO_LONG
    else if (this.problem === TOO_LONG) this.problem = ''
    const record: ProgressRecord = {
      state: better ? reached : (before?.state ?? reached),
      hash: better ? this.#hash : (before?.hash ?? this.#hash),
      attempts: (before?.attempts ?? 0) + attempts,
      seed: this.presented.seed,
      hints: this.hints,
      seen: this.seen,
      draft: fits ? draft : (before?.draft ?? ''),
      at: Date.now(),
      ...(this.right === undefined ? {} : { right: this.right }),
    }
    this.best = record.state
    this.#page.progress().set(this.#key, record)
  }
}

const RANKS: Readonly<Record<ProgressState, number>> = { begun: 1, seen: 2, passed: 3 }
const rank = (state: ProgressState | undefined) => (state === undefined ? 0 : RANKS[state])
