import { createSubscriber } from 'svelte/reactivity'
import type { LessonSession, LiveCell } from '#notebook/lesson-session.ts'

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
  run = (): void => this.#session.run(this.#id)
  interrupt = (): void => this.#session.interrupt()
  reset = (): void => this.#session.reset(this.#id)
  decide = (whose: 'reader' | 'author'): void => this.#session.decide(this.#id, whose)
}
