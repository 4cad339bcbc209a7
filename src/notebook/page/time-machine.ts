import { keepViews } from './structural-sharing.ts'
import { defined } from '#notebook/shared/defined.ts'
import { changedFacts, shownFacts } from './shown-facts.ts'
import type { ViewName } from '#notebook/shared/view.ts'
import { isSameBreakpoint, type Breakpoint } from '#notebook/shared/breakpoint.ts'
import type { Look, Moment, Searched } from '#notebook/shared/moment.ts'
import type { Travel } from '#notebook/shared/moment.ts'

/** How the panel gets to see a machine: `LessonSession.look`. */
export type Looker = (cell: string, look: Look) => Promise<Moment | undefined>

/** How fast time is played, in instructions a second. */
export const SPEEDS = [1, 4, 16, 64, 1_000, 100_000] as const

/** How often a playing machine is shown, at most. Milliseconds. */
const FRAME = 33

/** What is taken apart is played so many times as slowly, and never faster than an eye follows it. The latter in milliseconds. */
const [INSTRUCTION_PHASES, SHORTEST_PHASE] = [4, 250]

/** Before the first phase of an instruction. */
const NOT_BEGUN = -1

const NOTHING_CHANGED: ReadonlySet<string> = new Set()

/** What the reader has before them. Replaced by a new one at every change. */
export interface TimeMachineState {
  /** The cell whose machine it is. */
  readonly cell: string
  /** Undefined until the first look has been answered. */
  readonly moment?: Moment
  /** Where the reader has scrubbed to while the last look is still on its way. */
  readonly wanted?: number
  /** Facts that are others than at the moment shown before. */
  readonly changed: ReadonlySet<string>
  readonly show: readonly ViewName[]
  /** The thing that was chosen stays, by its text; what is pointed at goes with the pointer. */
  readonly chosen?: string
  readonly pointed?: string
  readonly breakpoints: readonly Breakpoint[]
  /** The machine could not be looked at: the cell has a mistake, or the simulator is lost. */
  readonly unreachable: boolean
  /** So many instructions have been looked through for where the reader wants to go, and it is looked for further. */
  readonly searched?: number
  /** Instructions a second, when it plays. */
  readonly speed: number
  readonly isPlaying: boolean
  /**
   * Which phase of the next instruction the reader is at, `NOT_BEGUN` where it is taken apart and none of them has been;
   * undefined where they go by instructions.
   */
  readonly phase?: number
}

/**
 * The machine that a reader has before them: of which cell, when, and what of it is shown. One look is on its way at a
 * time; while it is, a scrub only remembers where the reader is now.
 */
export class TimeMachine {
  readonly #look: Looker
  readonly #onChange: () => void
  #now: TimeMachineState
  #queue: Travel[] = []
  /** What leads far is looked for part by part, unless the reader asks for something else meanwhile. */
  #search: { readonly travel: Travel; readonly searched: Searched } | undefined
  /** How often time has been stopped: what was on its way then does not go on. */
  #pauses = 0
  #stale = false
  #busy = false
  #player: ReturnType<typeof setTimeout> | undefined

  /** @param onChange called whenever there is something else to see @param byPhases whether the next instruction is taken apart */
  constructor(look: Looker, show: readonly ViewName[], onChange: () => void, byPhases = false) {
    this.#look = look
    this.#onChange = onChange
    const rest = { changed: NOTHING_CHANGED, breakpoints: [], unreachable: false, isPlaying: false }
    this.#now = { cell: '', show, speed: SPEEDS[1], ...rest, ...(byPhases ? { phase: NOT_BEGUN } : {}) }
  }

  get now(): TimeMachineState {
    return this.#now
  }

  setSpeed(speed: number): void {
    this.#change({ speed })
  }

  /** Shows another cell's machine, at what the cell is about. */
  open(cell: string): void {
    this.pause()
    this.#queue = []
    this.#change({
      cell,
      moment: undefined,
      changed: NOTHING_CHANGED,
      chosen: undefined,
      pointed: undefined,
      breakpoints: [],
    })
    this.go({ to: 'subject' })
  }

  /** The cell has run again: shows what it is about as it is now. */
  renew(): void {
    this.pause()
    this.go({ to: 'subject' })
  }

  go(travel: Travel): void {
    const last = this.#queue.at(-1)
    if (travel.to === 'step' && last?.to === 'step') this.#queue.pop()
    if (this.#now.phase !== undefined) this.#change({ phase: NOT_BEGUN })
    this.#queue.push(travel)
    if (travel.to === 'step') this.#change({ wanted: Math.min(travel.step, this.#now.moment?.newest ?? 0) })
    void this.#pump()
  }

  /** One instruction on, or back. Counts from where the reader will be when all they asked for is done. */
  step(direction: 1 | -1): void {
    const from = this.#now.wanted ?? this.#now.moment?.step ?? 0
    this.go({ to: 'step', step: Math.max(0, Math.min(from + direction, this.#now.moment?.newest ?? 0)) })
  }

  /** Takes the next instruction apart, or no more. */
  togglePhases(): void {
    this.#change({ phase: this.#now.phase === undefined ? 0 : undefined })
    this.refresh()
  }

  /** One phase on; behind the last one the instruction has been executed. Back it is the same. */
  stepPhase(direction: 1 | -1): void {
    const { moment, phase = 0 } = this.#now
    const next = phase + direction
    const isInside = 0 <= next && next < (moment?.phases.length ?? 0)
    if (!isInside) this.step(direction)
    this.#change({ phase: isInside ? next : 0 })
    this.refresh()
  }

  #phaseAtHand(): number | undefined {
    const { phase } = this.#now
    return phase === NOT_BEGUN ? undefined : phase
  }

  /** Adds a view, or takes it away; they stand in a fixed order. */
  toggleView(name: ViewName, order: readonly ViewName[]): void {
    const shown = new Set(this.#now.show)
    if (!shown.delete(name)) shown.add(name)
    this.#change({ show: order.filter((view) => shown.has(view)) })
    this.refresh()
  }

  /** Chooses a thing; the same again, or none, lets go of it. */
  choose(thing: string | undefined): void {
    this.#change({ chosen: thing === this.#now.chosen ? undefined : thing, pointed: undefined })
    this.refresh()
  }

  point(thing: string | undefined): void {
    if (thing === this.#now.pointed) return
    this.#change({ pointed: thing })
    this.refresh()
  }

  toggleBreakpoint(breakpoint: Breakpoint): void {
    const { breakpoints } = this.#now
    const others = breakpoints.filter((other) => !isSameBreakpoint(other, breakpoint))
    this.#change({ breakpoints: others.length < breakpoints.length ? others : [...others, breakpoint] })
  }

  /** To the next breakpoint, or the one before. */
  resume(direction: 1 | -1): void {
    this.go({ to: 'breakpoint', direction, breakpoints: this.#now.breakpoints })
  }

  /** Plays on from here; from the end, the whole run. What is taken apart is played phase after phase. */
  play(): void {
    const { step = 0, newest = 0 } = this.#now.moment ?? {}
    if (newest === 0) return
    if (step === newest) this.go({ to: 'step', step: 0 })
    else if (this.#now.phase !== undefined) this.stepPhase(1)
    if (this.#now.phase === undefined) this.#playFrame(performance.now())
    else this.#playPhase()
    this.#change({ isPlaying: true })
  }

  /** Time stands still, and nothing is looked for any more. */
  pause(): void {
    clearTimeout(this.#player)
    this.#search = undefined
    this.#pauses++
    this.#change({ isPlaying: false, searched: undefined })
  }

  /** Looks again at the same moment. */
  refresh(): void {
    this.#stale = true
    void this.#pump()
  }

  /** A frame that comes late goes further, so that the speed is what it says. */
  #playFrame(began: number): void {
    const { speed } = this.#now
    const wait = Math.max(FRAME, 1000 / speed)
    this.#player = setTimeout(() => {
      const now = performance.now()
      const { step = 0, newest = 0 } = this.#now.moment ?? {}
      const steps = Math.max(1, Math.round(((now - began) / 1000) * speed))
      if (!this.#busy) this.go({ to: 'step', step: Math.min(newest, step + steps) })
      if (step + steps >= newest) return this.pause()
      this.#playFrame(this.#busy && steps === 1 ? began : now)
    }, wait)
  }

  /** What has not been shown yet is waited for: no phase is left out. */
  #playPhase(): void {
    this.#player = setTimeout(
      () => {
        const { phase, moment } = this.#now
        if (phase === undefined || moment === undefined) return this.pause()
        if (this.#busy) return this.#playPhase()
        this.stepPhase(1)
        if (moment.step === moment.newest) return this.pause()
        this.#playPhase()
      },
      Math.max(SHORTEST_PHASE, (1000 * INSTRUCTION_PHASES) / this.#now.speed),
    )
  }

  async #pump(): Promise<void> {
    if (this.#busy) return
    this.#busy = true
    while (this.#queue.length > 0 || this.#stale || this.#search) {
      const asked = this.#queue.shift()
      const search = asked === undefined ? this.#search : undefined
      const travel = asked ?? search?.travel
      this.#stale = false
      this.#search = undefined
      const pauses = this.#pauses
      const { cell, show, chosen, pointed } = this.#now
      // The phases of the moment that is left say nothing of the one that is gone to.
      const phase = travel === undefined ? this.#phaseAtHand() : undefined
      const thing = pointed ?? (phase === undefined ? chosen : undefined)
      const moment = await this.#look(cell, {
        show,
        phases: this.#now.phase !== undefined,
        ...defined({ phase }),
        ...(travel === undefined ? {} : { travel }),
        ...(search === undefined ? {} : { searched: search.searched }),
        ...(thing === undefined ? {} : { thing }),
      })
      if (cell !== this.#now.cell) continue
      this.#take(moment, travel)
      const goesOn = this.#queue.length === 0 && pauses === this.#pauses
      if (travel && moment?.searched && goesOn) this.#search = { travel, searched: moment.searched }
      const searched = this.#search?.searched.steps
      if (searched !== this.#now.searched) this.#change({ searched })
    }
    this.#busy = false
  }

  #take(moment: Moment | undefined, travel: Travel | undefined): void {
    if (this.#queue.length === 0) this.#change({ wanted: undefined })
    if (moment === undefined) return this.#change({ unreachable: true })
    const { moment: before } = this.#now
    // Why a way led nowhere is to be read until the reader goes another one.
    const note = travel === undefined ? before?.note : moment.note
    const views = keepViews(before?.views, moment.views)
    this.#change({
      unreachable: false,
      changed: this.#changes(before, moment),
      moment: { ...moment, views, ...defined({ note }) },
    })
  }

  /** What differs from the moment before; to look again at the same one changes nothing. */
  #changes(before: Moment | undefined, moment: Moment): ReadonlySet<string> {
    if (before === undefined || before.newest !== moment.newest) return NOTHING_CHANGED
    if (before.step === moment.step) return this.#now.changed
    return changedFacts(shownFacts(before.views), shownFacts(moment.views))
  }

  #change(change: { [Key in keyof TimeMachineState]?: TimeMachineState[Key] | undefined }): void {
    this.#now = { ...this.#now, ...change } as TimeMachineState
    this.#onChange()
  }
}
