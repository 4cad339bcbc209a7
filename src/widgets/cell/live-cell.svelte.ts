import type { AssistAnswer, AssistQuestion } from '#notebook/shared/assist.ts'
import { createSubscriber } from 'svelte/reactivity'
import type { LiveCell } from '#notebook/page/lesson-page.ts'
import type { LessonSession } from '#notebook/page/lesson-session.ts'

/** A reader who has run a cell that takes longer goes on while it runs. */
const PATIENCE_MS = 1000

/** A cell of the session, as something a component can watch. */
export class WatchedCell {
  readonly #session: LessonSession
  readonly #id: string
  readonly #watch: () => void

  constructor(session: LessonSession, id: string) {
    this.#session = session
    this.#id = id
    this.#watch = createSubscriber((update) => session.subscribe(id, update))
  }

  get now(): LiveCell {
    this.#watch()
    return this.#session.cell(this.#id)
  }

  edit = (source: string): void => this.#session.edit(this.#id, source)
  awaken = (): void => this.#session.awaken(this.#id)
  run = (): void => this.#session.run(this.#id)
  goOn = (): void => this.#session.goOn(this.#id)
  interrupt = (): void => this.#session.interrupt()
  /** Runs it and goes on to the next, unless it has a mistake: that is where the reader is needed. */
  runAndGoOn = async (): Promise<void> => {
    const before = this.#session.cell(this.#id).count
    const isAnswered = () => this.#session.cell(this.#id).count !== before
    this.run()
    await this.#until(isAnswered)
    if (!isAnswered() || this.#session.cell(this.#id).state !== 'diagnostic') this.goTo(1)
  }

  /** Waits for something to be so of this cell, though not for ever. */
  #until(isSo: () => boolean): Promise<void> | undefined {
    if (isSo()) return undefined
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(patience)
        unsubscribe()
        resolve()
      }
      const unsubscribe = this.#session.subscribe(this.#id, () => isSo() && end())
      const patience = setTimeout(end, PATIENCE_MS)
    })
  }

  /** Puts the keyboard on the cell that comes so many places after this one. */
  goTo = (distance: number): void => {
    const neighbour = this.#session.neighbour(this.#id, distance)
    const element = document.getElementById(`cell-${neighbour ?? this.#id}`)
    element?.focus({ preventScroll: true })
    element?.scrollIntoView({ block: 'nearest' })
  }

  assist = (ask: AssistQuestion['ask'], source: string, at: number): Promise<AssistAnswer | undefined> =>
    this.#session.assist(this.#id, ask, source, at)

  restart = (): void => this.#session.restart()
  sourcesToShare = () => this.#session.sourcesToShare(this.#id)
  reset = (): void => this.#session.reset(this.#id)
  versions = () => this.#session.versions(this.#id)
  exchange = (source: string): void => this.#session.exchange(this.#id, source)
  forget = (source: string): void => this.#session.forget(this.#id, source)
  decide = (whose: 'reader' | 'author'): void => this.#session.decide(this.#id, whose)
}
