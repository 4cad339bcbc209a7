import { changedFacts, shownFacts } from '../shown-facts.ts'
import { parseThings } from '../thing.ts'
import type { ViewName } from '../views/view.ts'
import { isSameBreakpoint, type Breakpoint } from './breakpoint.ts'
import type { Look, Moment } from './moment.ts'
import type { Travel } from './travel.ts'

/** How the panel gets to see a machine: `LessonSession.look`. */
export type Looker = (cell: string, look: Look) => Promise<Moment | undefined>

/** How fast time is played, in instructions a second. */
export const SPEEDS = [1, 4, 16, 64, 1_000, 100_000] as const

/** How often a playing machine is shown, at most. Milliseconds. */
const FRAME = 33

const NOTHING_CHANGED: ReadonlySet<string> = new Set()

/**
 * The machine that a reader has before them: of which cell, when, and what of it is shown. One look is on its way at a
 * time; while it is, a scrub only remembers where the reader is now.
 */
export class TimeMachine {
  readonly #look: Looker
  readonly #onChange: () => void
  #cell = ''
  #moment: Moment | undefined
  #changed = NOTHING_CHANGED
  #show: readonly ViewName[]
  /** What was chosen stays; what is pointed at goes with the pointer. */
  #chosen: string | undefined
  #pointed: string | undefined
  #breakpoints: readonly Breakpoint[] = []
  #queue: Travel[] = []
  #stale = false
  #busy = false
  #unreachable = false
  #speed = 4
  #player: ReturnType<typeof setTimeout> | undefined

  /** @param onChange called whenever there is something else to see */
  constructor(look: Looker, show: readonly ViewName[], onChange: () => void) {
    this.#look = look
    this.#show = show
    this.#onChange = onChange
  }

  get cell(): string {
    return this.#cell
  }

  /** Undefined until the first look has been answered. */
  get moment(): Moment | undefined {
    return this.#moment
  }

  /** Facts that are others than at the moment shown before. */
  get changed(): ReadonlySet<string> {
    return this.#changed
  }

  get show(): readonly ViewName[] {
    return this.#show
  }

  /** The text of the thing that is chosen, or else pointed at. */
  get thing(): string | undefined {
    return this.#pointed ?? this.#chosen
  }

  get chosen(): string | undefined {
    return this.#chosen
  }

  get breakpoints(): readonly Breakpoint[] {
    return this.#breakpoints
  }

  /** The machine could not be looked at: the cell has a mistake, or the simulator is lost. */
  get unreachable(): boolean {
    return this.#unreachable
  }

  get speed(): number {
    return this.#speed
  }

  set speed(stepsPerSecond: number) {
    this.#speed = stepsPerSecond
    this.#onChange()
  }

  get isPlaying(): boolean {
    return this.#player !== undefined
  }

  /** Shows another cell's machine, at the end of its run. */
  open(cell: string): void {
    this.pause()
    this.#cell = cell
    this.#queue = []
    this.#chosen = undefined
    this.#pointed = undefined
    this.#breakpoints = []
    this.#changed = NOTHING_CHANGED
    this.#moment = undefined
    this.go({ to: 'step', step: Infinity })
  }

  /** The cell has run again: shows how it ended now. */
  renew(): void {
    this.pause()
    this.go({ to: 'step', step: Infinity })
  }

  go(travel: Travel): void {
    const last = this.#queue.at(-1)
    if (travel.to === 'step' && last?.to === 'step') this.#queue.pop()
    this.#queue.push(travel)
    void this.#pump()
  }

  /** One instruction on, or back. Counts from where the reader will be when all they asked for is done. */
  step(direction: 1 | -1): void {
    const last = this.#queue.at(-1)
    const from = last?.to === 'step' ? last.step : (this.#moment?.step ?? 0)
    this.go({ to: 'step', step: Math.max(0, Math.min(from + direction, this.#moment?.newest ?? 0)) })
  }

  /** Adds a view, or takes it away; they stand in a fixed order. */
  toggleView(name: ViewName, order: readonly ViewName[]): void {
    const shown = new Set(this.#show)
    if (!shown.delete(name)) shown.add(name)
    this.#show = order.filter((view) => shown.has(view))
    this.refresh()
  }

  /** Chooses a thing; the same again, or none, lets go of it. */
  choose(thing: string | undefined): void {
    this.#chosen = thing === this.#chosen ? undefined : thing
    this.#pointed = undefined
    this.refresh()
  }

  point(thing: string | undefined): void {
    if (thing === this.#pointed) return
    this.#pointed = thing
    this.refresh()
  }

  toggleBreakpoint(breakpoint: Breakpoint): void {
    const others = this.#breakpoints.filter((other) => !isSameBreakpoint(other, breakpoint))
    this.#breakpoints = others.length < this.#breakpoints.length ? others : [...this.#breakpoints, breakpoint]
    this.#onChange()
  }

  /** To the next breakpoint, or the one before. */
  resume(direction: 1 | -1): void {
    this.go({ to: 'breakpoint', direction, breakpoints: this.#breakpoints })
  }

  /** Plays on from here; from the end, the whole run. */
  play(): void {
    const { step = 0, newest = 0 } = this.#moment ?? {}
    if (newest === 0) return
    if (step === newest) this.go({ to: 'step', step: 0 })
    this.#playFrame(performance.now())
    this.#onChange()
  }

  pause(): void {
    clearTimeout(this.#player)
    this.#player = undefined
    this.#onChange()
  }

  /** Looks again at the same moment. */
  refresh(): void {
    this.#stale = true
    void this.#pump()
  }

  /** A frame that comes late goes further, so that the speed is what it says. */
  #playFrame(began: number): void {
    const wait = Math.max(FRAME, 1000 / this.#speed)
    this.#player = setTimeout(() => {
      const now = performance.now()
      const { step = 0, newest = 0 } = this.#moment ?? {}
      const steps = Math.max(1, Math.round(((now - began) / 1000) * this.#speed))
      if (!this.#busy) this.go({ to: 'step', step: Math.min(newest, step + steps) })
      if (step + steps >= newest) return this.pause()
      this.#playFrame(this.#busy && steps === 1 ? began : now)
    }, wait)
  }

  async #pump(): Promise<void> {
    if (this.#busy) return
    this.#busy = true
    while (this.#queue.length > 0 || this.#stale) {
      const travel = this.#queue.shift()
      this.#stale = false
      const cell = this.#cell
      const thing = this.thing
      const moment = await this.#look(cell, {
        show: this.#show,
        ...(travel === undefined ? {} : { travel }),
        ...(thing === undefined ? {} : { thing }),
      })
      if (cell === this.#cell) this.#take(moment, travel)
    }
    this.#busy = false
  }

  #take(moment: Moment | undefined, travel: Travel | undefined): void {
    const before = this.#moment
    this.#unreachable = moment === undefined
    if (moment !== undefined) {
      const hasMoved = before !== undefined && before.step !== moment.step
      if (hasMoved) this.#changed = changedFacts(shownFacts(before.views), shownFacts(moment.views))
      else if (before === undefined || travel !== undefined) this.#changed = NOTHING_CHANGED
      this.#moment =
        travel === undefined && before?.note !== undefined ? { ...moment, note: before.note } : moment
    }
    this.#onChange()
  }
}

/** The breakpoint that stops where a thing is written to; undefined for text that names no thing. */
export function writeBreakpoint(text: string): Breakpoint | undefined {
  const [thing] = parseThings(text)
  return thing === undefined ? undefined : { on: 'write', thing }
}
