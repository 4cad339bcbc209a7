import { createSubscriber } from 'svelte/reactivity'
import type { LiveCell } from '#notebook/page/lesson-page.ts'
import type { LessonSession } from '#notebook/page/lesson-session.ts'
import { TimeMachine, type TimeMachineState } from '#notebook/page/time-machine.ts'
import type { ViewName } from '#notebook/shared/view.ts'
import type { Party } from '../view/parties.ts'
import { readChoices, keepChoices } from './panel-choices.ts'

/** The panel: which cell's machine it shows, whether it is open, and what the reader has chosen for it. */
export class MachinePanel {
  isOpen = $state(false)
  /** Through whose eyes the machine is seen. */
  lens = $state<Party | 'all'>('all')
  /** Views that stay in sight together. */
  pinned = $state.raw<readonly ViewName[]>([])
  /** What a sheet shows, which has room for one view: that, or the choice of views. */
  tab = $state<ViewName | 'settings'>()
  /** The view that has the whole window. */
  enlarged = $state<ViewName>()
  readonly #session: LessonSession
  readonly #machine: TimeMachine
  readonly #watch: () => void
  #update: (() => void) | undefined
  #unsubscribe: (() => void) | undefined
  #count: number | undefined
  #opener: HTMLElement | undefined

  constructor(session: LessonSession) {
    this.#session = session
    const { show, pinned, byPhases } = readChoices()
    this.pinned = pinned
    this.#machine = new TimeMachine(
      (cell, look) => session.look(cell, look),
      show,
      () => this.#update?.(),
      byPhases,
    )
    session.watchCells(() => {
      if (this.isOpen && !session.has(this.#machine.now.cell)) this.#leave()
    })
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

  /** The cell whose machine is shown; undefined once the reader has deleted it. */
  get cell(): LiveCell | undefined {
    const { cell } = this.now
    return this.#session.has(cell) ? this.#session.cell(cell) : undefined
  }

  open(cell: string): void {
    const isOther = this.#machine.now.cell !== cell || this.#unsubscribe === undefined
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
    this.#machine.choose(undefined)
    this.#shut()
    this.#opener?.focus()
  }

  /** Its cell is gone, here or in another tab. A keyboard that was in the panel goes to what is left. */
  #leave(): void {
    const heldKeyboard = document.activeElement?.matches('aside.machine *') === true
    this.#unsubscribe?.()
    this.#unsubscribe = undefined
    this.#shut()
    if (heldKeyboard) document.querySelector<HTMLElement>('section.cell')?.focus()
  }

  #shut(): void {
    this.enlarged = undefined
    this.#machine.pause()
    this.isOpen = false
  }

  toggleView(name: ViewName, order: readonly ViewName[]): void {
    this.#machine.toggleView(name, order)
    if (this.enlarged === name) this.enlarged = undefined
    this.#keep()
  }

  /** Keeps a view in sight beside the others that are, or lets it go below them. */
  togglePin(name: ViewName): void {
    this.pinned = this.pinned.includes(name)
      ? this.pinned.filter((pinned) => pinned !== name)
      : [...this.pinned, name]
    this.#keep()
  }

  /** Takes the next instruction apart, or no more. */
  togglePhases(): void {
    this.#machine.togglePhases()
    this.#keep()
  }

  /** Gives a view the whole window, or puts it back. */
  toggleSize(name: ViewName): void {
    this.enlarged = this.enlarged === name ? undefined : name
  }

  #keep(): void {
    const { show, phase } = this.#machine.now
    keepChoices({ show, pinned: this.pinned, byPhases: phase !== undefined })
  }

  /** A run that has come to its end is another machine. */
  #attend(cell: string): void {
    if (!this.#session.has(cell)) return
    const { count, state } = this.#session.cell(cell)
    if (count === this.#count || (state !== 'done' && state !== 'interrupted')) return
    this.#count = count
    if (this.isOpen) this.#machine.renew()
  }
}
