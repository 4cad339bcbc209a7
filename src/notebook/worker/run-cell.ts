import { fact } from '#engine/facts.ts'
import type { Fact } from '#engine/facts/fact.ts'
import type { FactValue } from '#engine/facts/fact-value.ts'
import { Machine } from '#engine/machine/machine.ts'
import { Recording } from '#engine/machine/recording.ts'
import { HARDWARE } from '#engine/machine/hardware.ts'
import { exhaustedStack } from '#engine/machine/stack-room.ts'
import type { Hardware, MachineStop, Snapshot } from '#engine/machine/snapshot.ts'
import type { CellDefinition, CellResult } from '#notebook/shared/cell.ts'
import { callsRemark, describeBreak, describeStop, type Break } from './describe-stop.ts'
import { FactReader } from './fact-reader.ts'
import { assemblyKind, beginningRemark, RAN_AS, type AssemblyKind } from './assembly-kind.ts'
import { isError, type Prepared } from './languages/language.ts'
import { workerLanguage } from './languages/languages.ts'
import { defined } from '#notebook/shared/defined.ts'
import { CodeMap } from './timeline/code-map.ts'
import type { Tour } from './timeline/travel.ts'
import { attempt, type OwnMistake } from '#notebook/shared/own-mistake.ts'
import { stepOfCell } from './timeline/cell-moment.ts'
import { lastFrame } from './timeline/last-frame.ts'
import { isAboutTheFrame } from './views/make-view.ts'
import { makeViews } from './views/make-views.ts'
import type { ViewName } from '#notebook/shared/view.ts'

/** Instructions that a cell may execute where no reader watches it: at build, in exercises, in tests. */
const STEP_BUDGET = 10_000_000
const WHY_PROCESS = {
  asks: 'It asks the operating system for memory',
  needsRoom: 'It needs more memory than the lesson’s machine has',
} as const
const ran = (why: keyof typeof WHY_PROCESS) =>
  `${WHY_PROCESS[why]}, so it was run as a Linux process, to its end.`
/** Instructions between two looks at the clock, and where they are quick. */
const STEPS_AT_ONCE = 20_000
const QUICK_STEPS_AT_ONCE = 200_000

function hardwareOf({ hardware }: CellDefinition): Hardware {
  return hardware === undefined ? {} : HARDWARE[hardware]
}

/** Those that there are, one after the other. */
function sentences(...parts: (string | undefined)[]): string | undefined {
  return parts.filter(Boolean).join(' ') || undefined
}

type Outcome =
  | { readonly kind: 'running' }
  | { readonly kind: 'failed' }
  /** What it would start from is no machine that it could run on. */
  | { readonly kind: 'refused'; readonly message: string }
  | {
      readonly kind: 'ended'
      readonly message?: string
      readonly interrupted?: true
      readonly waitsForInput?: true
    }

/**
 * A cell is a function from machine to machine; this is one evaluation of it, at build and in the kernel's worker
 * alike. It compiles at once, runs in slices, and afterwards is asked for its result and its machine.
 */
export class CellRun {
  #cell: CellDefinition
  readonly #facts: readonly string[]
  readonly #before: Snapshot | undefined
  #machine: Machine
  #recording: Recording
  #tour: Tour | undefined
  #prepared: Prepared = { diagnostics: [], runs: false }
  /** Said of a program that was given a process because it needs one. */
  #remark: string | undefined
  /** Its machine is a process instead of the one that its lesson had in mind. */
  #standsIn = false
  #outcome: Outcome
  #left: Snapshot | undefined
  #result: CellResult | undefined

  constructor(cell: CellDefinition, facts: readonly string[], before?: Snapshot) {
    this.#cell = cell
    this.#facts = facts
    this.#before = before
    const language = workerLanguage(cell.language)
    this.#machine =
      language.makeMachine?.(cell) ??
      (before
        ? Machine.restore(before)
        : Machine.boot(cell.image, cell.scheme, cell.process, hardwareOf(cell)))
    const kind = this.#kind()
    const refusal =
      before && kind === 'code' && language.makeMachine === undefined ? refusalOf(cell, before) : undefined
    if (refusal !== undefined) {
      this.#recording = new Recording(this.#machine, cell.stop)
      this.#outcome = { kind: 'refused', message: refusal }
      return
    }
    if (cell.process !== undefined) this.#machine.switchTo(cell.process)
    // Who only prints keeps the lesson's machine and its frame; who wants more gets a process, where nothing is lost.
    this.#machine.answersCalls = true
    if (kind !== 'code') this.#becomeProcess(RAN_AS[kind])
    if (language.isProcess && this.#machine.kernel.linux === undefined) this.#becomeProcess()
    this.#prepare()
    if (this.#prepared.isTooLarge && this.#mayBecomeProcess) this.#prepareAsProcess('needsRoom')
    const { diagnostics, runs } = this.#prepared
    if (runs && cell.language === 'asm' && this.#machine.kernel.linux === undefined)
      this.#remark = beginningRemark(this.#machine.listing!)
    this.#recording = new Recording(this.#machine, cell.stop)
    const { remark } = this.#prepared
    this.#outcome = diagnostics.some(isError)
      ? { kind: 'failed' }
      : runs
        ? { kind: 'running' }
        : { kind: 'ended', ...defined({ message: remark }) }
  }

  /** Runs for about so many milliseconds. @returns whether the cell has come to its end */
  advance(milliseconds: number): boolean {
    this.#returnToPresent()
    const until = performance.now() + milliseconds
    while (this.#outcome.kind === 'running' && performance.now() < until) this.#runSome(Infinity)
    return this.#outcome.kind !== 'running'
  }

  /**
   * Runs to its end, or until it has executed so many instructions.
   * @param onWay called every now and then
   */
  toEnd(budget = STEP_BUDGET, onWay: () => void = () => {}): void {
    this.#returnToPresent()
    while (this.#outcome.kind === 'running') {
      this.#runSome(budget)
      onWay()
    }
  }

  /** Stops for good or for now: it can go on from there. */
  break(how: Break): void {
    if (this.#outcome.kind !== 'running') return
    this.#returnToPresent()
    this.#outcome = { kind: 'ended', message: describeBreak(how, this.#machine), interrupted: true }
  }

  /** Goes on from where it was broken off, wherever a reader has travelled since, with what was typed meanwhile. */
  goOn(cell: CellDefinition = this.#cell): void {
    if (this.#outcome.kind !== 'ended' || !this.#outcome.interrupted) return
    this.#giveInput((cell.input ?? '').slice((this.#cell.input ?? '').length))
    this.#cell = cell
    this.#result = undefined
    this.#outcome = { kind: 'running' }
  }

  /** The reader may have looked at another moment meanwhile. */
  #returnToPresent(): void {
    if (this.#recording.step < this.#recording.newest) this.#recording.goTo(this.#recording.newest)
  }

  /** How many instructions it has executed. */
  get steps(): number {
    return this.#recording.newest
  }

  /** Whether it is a run of just this cell on just this machine, though there may be more to read by now. */
  isOf(cell: CellDefinition, before: Snapshot | undefined): boolean {
    const { input: typed = '', ...rest } = cell
    const { input: known = '', ...own } = this.#cell
    return this.#before === before && typed.startsWith(known) && JSON.stringify(own) === JSON.stringify(rest)
  }

  /** What the page shows of it; once it has ended, always the same. */
  result(): CellResult {
    if (this.#outcome.kind === 'running') return this.#resultOf(this.#outcome)
    this.#result ??= this.#resultOf(this.#outcome)
    return this.#result
  }

  #resultOf(outcome: Outcome): CellResult {
    if (outcome.kind === 'refused')
      return { state: 'stale', diagnostics: [], message: outcome.message, views: [], facts: {} }
    if (outcome.kind !== 'ended')
      return { state: 'diagnostic', diagnostics: this.#prepared.diagnostics, views: [], facts: {} }
    // It may have been asked for before, when what shows it had not come, and have been left on its way.
    this.#returnToPresent()
    const mistakes: OwnMistake[] = []
    const facts = new FactReader(this.#machine)
    const { recording, code } = this.#tourOf()
    const input = { machine: this.#machine, recording, code, facts, cell: this.#cell }
    return {
      state: outcome.interrupted ? 'interrupted' : 'done',
      diagnostics: this.#prepared.diagnostics,
      ...defined({
        message: sentences(outcome.message, this.#frameRemark()),
      }),
      ...(outcome.interrupted ? { goesOnFrom: this.steps } : {}),
      ...(outcome.waitsForInput ? { waitsForInput: true } : {}),
      views: this.#atItsMoment(() => makeViews(this.#shown(), input, mistakes)),
      facts: attempt('looking up the values in the text', mistakes, () => this.#asked(facts)) ?? {},
      ...(mistakes.length > 0 ? { mistakes } : {}),
    }
  }

  /** Whether the run comes to the moment that its author has named. */
  get comesToItsMoment(): boolean {
    return this.#cell.at === undefined || stepOfCell(this.#recording, this.#cell) !== undefined
  }

  /** A reader's edit may have done away with the moment; the end is there always. */
  #atItsMoment<T>(look: () => T): T {
    const step = stepOfCell(this.#recording, this.#cell)
    if (step === undefined) return look()
    this.#recording.goTo(step)
    const seen = look()
    this.#returnToPresent()
    return seen
  }

  /** Gives the machine's memory to runs to come. Nothing may be asked of this one again. */
  release(): void {
    this.#machine.release()
  }

  /**
   * Begins anew on a machine with an operating system that answers: the program wants to print or to allocate. One
   * that merely could keeps the lesson's machine, and its frame.
   */
  #runAsProcess(why: keyof typeof WHY_PROCESS): void {
    this.#prepareAsProcess(why)
    this.#recording = new Recording(this.#machine, this.#cell.stop)
  }

  #prepareAsProcess(why: keyof typeof WHY_PROCESS): void {
    this.#becomeProcess(ran(why))
    this.#standsIn = true
    this.#prepare()
  }

  #prepare(): void {
    this.#prepared = workerLanguage(this.#cell.language).prepare(this.#machine, this.#cell)
    this.#giveInput(this.#cell.input ?? '')
  }

  #giveInput(typed: string): void {
    this.#machine.kernel.linux?.input.give(new TextEncoder().encode(typed))
  }

  get #mayBecomeProcess(): boolean {
    return this.#before === undefined && this.#cell.language === 'rust' && this.#machine.takesFragments
  }

  /** Why the program has to begin anew as a process; undefined if it may stay where it is. */
  #whyProcess(stop: MachineStop): keyof typeof WHY_PROCESS | undefined {
    if (!this.#mayBecomeProcess) return undefined
    if (stop.kind === 'syscall' || stop.kind === 'interrupt') return 'asks'
    // Sooner or later it would have become one.
    return this.#prepared.asksSystem && exhaustedStack(this.#machine, stop) ? 'needsRoom' : undefined
  }

  #becomeProcess(remark?: string): void {
    this.#machine.release()
    this.#machine = Machine.boot('linux', 'four-level', undefined, this.#hardwareOfProcess())
    this.#remark = remark
  }

  /** A program that begins anew does so on the machine at hand, its TLB and caches empty; a bare one can't run any. */
  #hardwareOfProcess(): Hardware {
    const hardware = this.#before?.hardware
    return hardware === undefined || hardware.bare !== undefined ? hardwareOf(this.#cell) : hardware
  }

  /** A whole program begins anew wherever it stands, as `execve` has it; code that only calls goes on where it may. */
  #kind(): AssemblyKind {
    const { language, source } = this.#cell
    if (language !== 'asm') return 'code'
    const kind = assemblyKind(source)
    if (this.#before !== undefined) return kind === 'program' ? kind : 'code'
    return this.#machine.kernel.linux === undefined ? kind : 'code'
  }

  /** What the author asked for, behind what the program has printed. */
  #shown(): readonly ViewName[] {
    const { show } = this.#cell
    return show.includes('console') ? show : ['console', ...show]
  }

  /** Any fact of the machine as it is now; undefined where it has no such value, or where the cell has a mistake. */
  fact(name: string): string | undefined {
    const reader = new FactReader(this.#machine)
    return this.#outcome.kind === 'ended'
      ? this.#orAtLastFrame(() => reader.text(name), isShownOfFrame(name))
      : undefined
  }

  /** The same with its kind, to calculate with. */
  ask(asked: string | Fact): FactValue | undefined {
    return this.#outcome.kind === 'ended' ? this.#orAtLastFrame(() => fact(this.#machine, asked)) : undefined
  }

  #asked(facts: FactReader): Record<string, string> {
    const entries = this.#facts.map(
      (name) => [name, this.#orAtLastFrame(() => facts.text(name), isShownOfFrame(name))] as const,
    )
    return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined))
  }

  /** What there is not any more once a program has ended is told as it was when it last had a frame. */
  #orAtLastFrame<Value>(read: () => Value | undefined, isOfFrame = false): Value | undefined {
    const now = read()
    const last = now === undefined || isOfFrame ? lastFrame(this.#recording) : undefined
    if (last === undefined) return now
    const end = this.#recording.step
    this.#recording.goTo(last.step)
    const then = read()
    this.#recording.goTo(end)
    return then ?? now
  }

  #frameRemark(): string | undefined {
    const isShown =
      this.#shown().some(isAboutTheFrame) && stepOfCell(this.#recording, this.#cell) === undefined
    const last = isShown ? lastFrame(this.#recording) : undefined
    return last && `The program has ended: the frame shown is that of ${last.function}, as it last was.`
  }

  /**
   * The run, to be visited at any of its steps, as far as it has come; undefined where it never began. Results and machine are to be asked
   * for before: they are those of where the reader has gone.
   */
  tour(): Tour | undefined {
    return this.#outcome.kind === 'ended' || this.#outcome.kind === 'running' ? this.#tourOf() : undefined
  }

  get isRunning(): boolean {
    return this.#outcome.kind === 'running'
  }

  /** Whether it has come to its end by itself; a fault is one. */
  get isDone(): boolean {
    return this.#outcome.kind === 'ended' && this.#outcome.interrupted !== true
  }

  /** Whether it was broken off. */
  get isInterrupted(): boolean {
    return this.#outcome.kind === 'ended' && this.#outcome.interrupted === true
  }

  #tourOf(): Tour {
    this.#tour ??= { recording: this.#recording, code: new CodeMap(this.#machine, this.#cell) }
    return this.#tour
  }

  get cell(): CellDefinition {
    return this.#cell
  }

  /** What cells after this one start from; undefined where it came to no end. */
  machine(): Snapshot | undefined {
    if (this.#outcome.kind !== 'ended' || this.#outcome.interrupted) return undefined
    this.#left ??= { ...this.#machine.snapshot(), ...(this.#standsIn ? { standsIn: true } : {}) }
    return this.#left
  }

  #runSome(budget: number): void {
    const atOnce = this.#recording.isLong ? QUICK_STEPS_AT_ONCE : STEPS_AT_ONCE
    const stop = this.#recording.run(Math.min(atOnce, budget - this.steps))
    if (stop.kind === 'budget' && this.steps < budget) return
    const why = this.#whyProcess(stop)
    if (why !== undefined) return this.#runAsProcess(why)
    const described = sentences(describeStop(this.#machine, stop), callsRemark(this.#machine))
    const waitsForInput = stop.kind === 'waits' && stop.for === 'input'
    const message =
      this.#cell.language === 'asm' ? sentences(this.#remark, described) : (described ?? this.#remark)
    this.#outcome = {
      kind: 'ended',
      ...(message === undefined ? {} : { message }),
      ...(stop.kind === 'budget' || waitsForInput ? { interrupted: true } : {}),
      ...(waitsForInput ? { waitsForInput: true } : {}),
    }
  }
}

/** What the views of a program that has ended show as it was with its last frame, the text beside them says, too. */
function isShownOfFrame(name: string): boolean {
  return /^(?:registers|flags|memory\d*|byte)\b/.test(name)
}

const STANDS_IN =
  'The cell that this one goes on from was run as a Linux process instead, and that has ended: the machine and the ' +
  'frame that this cell works on are not there. Take out there what prints, allocates or needs more room, and this ' +
  'cell runs again.'

const IS_BARE =
  'No program can run on this machine: its addresses, or its pages, are not those that programs of x86-64 are made ' +
  'for. Rows of a page table and accesses work on it; programs run where addresses have 47 bits or more, as on x86-64, sv48 and armv8-4k.'

/** Why a cell cannot go on with a machine; undefined where it can. */
function refusalOf({ process, language }: CellDefinition, before: Snapshot): string | undefined {
  if (before.hardware.bare !== undefined && !workerLanguage(language).worksOnBareMachines) return IS_BARE
  if (before.standsIn) return STANDS_IN
  if (process === undefined || before.processes.some(({ name }) => name === process)) return undefined
  return (
    `This cell is run by process ${process}, and the machine that it goes on with has no process of that name. ` +
    'It begins in the cells above: put one back there.'
  )
}
