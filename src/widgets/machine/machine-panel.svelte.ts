import { createSubscriber } from 'svelte/reactivity'
import type { LiveCell } from '#notebook/lesson-page.ts'
import type { LessonSession } from '#notebook/lesson-session.ts'
import { TimeMachine, type TimeMachineState } from '#notebook/timeline/time-machine.ts'
import type { ViewName } from '#notebook/views/view.ts'
import type { Party } from '../view/parties.ts'
import { readChoices, keepChoices } from './panel-choices.ts'

/** The panel: which cell's machine it shows, whether it is open, and what the reader has chosen for it. */
export class MachinePanel {
  isOpen = $state(false)
  /** Through whose eyes the machine is seen. */
  lens = $state<Party | 'all'>('all')
  readonly #session: LessonSession
  readonly #machine: TimeMachine
  readonly #watch: () => void
  #update: (() => void) | undefined
  #unsubscribe: (() => void) | undefined
  #count: number | undefined
  #opener: HTMLElement | undefined

  constructor(session: LessonSession) {
    this.#session = session
    this.#machine = new TimeMachine(
      (cell, look) => session.look(cell, look),
      readChoices(),
      () => this.#update?.(),
    )
    this.#watch = createSubscriber((update) => {
      this.#update = update
      return () => (this.#update = undefined)
    })
  }

  get machine(): TimeMachine {
    return this.#machine
  }

  get now(): TimeMachineState {
    this.#watch()
    return this.#machine.now
  }

  /** The cell whose machine is shown. */
  get cell(): LiveCell {
    return this.#session.cell(this.now.cell)
  }

  open(cell: string): void {
    const isOther = this.#machine.now.cell !== cell
    this.#opener = document.activeElement instanceof HTMLElement ? document.activeElement : undefined
    this.isOpen = true
    if (!isOther) return this.#machine.refresh()
    this.#unsubscribe?.()
    this.#count = this.#session.cell(cell).count
    this.#unsubscribe = this.#session.subscribe(cell, () => this.#attend(cell))
    this.#machine.open(cell)
  }

  /** Gives the keyboard back to where it came from. */
  close(): void {
    this.#machine.pause()
    this.#machine.choose(undefined)
    this.isOpen = false
    this.#opener?.focus()
  }

  toggleView(name: ViewName, order: readonly ViewName[]): void {
    this.#machine.toggleView(name, order)
    keepChoices(this.#machine.now.show)
  }

  /** A run that has come to its end is another machine. */
  #attend(cell: string): void {
    const { count, state } = this.#session.cell(cell)
    if (count === this.#count || (state !== 'done' && state !== 'interrupted')) return
    this.#count = count
    if (this.isOpen) this.#machine.renew()
  }
}
