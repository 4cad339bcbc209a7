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
  /**
   * Runs it and goes on to the next, unless it has a mistake: that is where the reader is needed. Where a mistake is
   * found only after the reader has gone on, the keyboard comes back, if it has not been taken anywhere else since.
   */
  runAndGoOn = async (): Promise<void> => {
    const host = document.activeElement
    // The editor keeps its elements to itself.
    const left = host?.shadowRoot?.activeElement ?? host
    const isMistaken = this.#nextResult().then(() => this.#session.cell(this.#id).state === 'diagnostic')
    this.run()
    const waited = new Promise<false>((resolve) => setTimeout(resolve, PATIENCE_MS, false))
    if (await Promise.race([isMistaken, waited])) return
    const next = this.goTo(1)
    if ((await isMistaken) && document.activeElement === next && left instanceof HTMLElement) left.focus()
  }

  #nextResult(): Promise<void> {
    const { count } = this.#session.cell(this.#id)
    return new Promise((resolve) => {
      const unsubscribe = this.#session.subscribe(this.#id, () => {
        if (this.#session.cell(this.#id).count === count) return
        unsubscribe()
        resolve()
      })
    })
  }

  /** Puts the keyboard on the cell that comes so many places after this one. */
  goTo = (distance: number): HTMLElement | null => {
    const neighbour = this.#session.neighbour(this.#id, distance)
    const element = document.getElementById(`cell-${neighbour ?? this.#id}`)
    element?.focus({ preventScroll: true })
    element?.scrollIntoView({ block: 'nearest' })
    return element
  }

  assist = (ask: AssistQuestion['ask'], source: string, at: number): Promise<AssistAnswer | undefined> =>
    this.#session.assist(this.#id, ask, source, at)

  restart = (): void => this.#session.restart()
  /** Of the page that links to the cell lead to. */
  get address(): string {
    return this.#session.page.address ?? location.href
  }
  sourcesToShare = () => this.#session.sourcesToShare(this.#id)
  reset = (): void => this.#session.reset(this.#id)
  versions = () => this.#session.versions(this.#id)
  exchange = (source: string): void => this.#session.exchange(this.#id, source)
  forget = (source: string): void => this.#session.forget(this.#id, source)
  decide = (whose: 'reader' | 'author'): void => this.#session.decide(this.#id, whose)
}
