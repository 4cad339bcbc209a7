import type { AssistAnswer, AssistQuestion } from '#notebook/assist/assist.ts'
import { createSubscriber } from 'svelte/reactivity'
import type { LiveCell } from '#notebook/lesson-page.ts'
import type { LessonSession } from '#notebook/lesson-session.ts'

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
  runAndGoOn = (): void => {
    this.run()
    this.goTo(1)
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
  decide = (whose: 'reader' | 'author'): void => this.#session.decide(this.#id, whose)
}
