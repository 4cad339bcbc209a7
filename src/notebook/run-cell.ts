import { fact } from '#engine/facts.ts'
import type { Fact } from '#engine/facts/fact.ts'
import type { FactValue } from '#engine/facts/fact-value.ts'
import { Machine } from '#engine/machine/machine.ts'
import { Recording } from '#engine/machine/recording.ts'
import { HARDWARE } from '#engine/machine/hardware.ts'
import { exhaustedStack } from '#engine/machine/stack-room.ts'
import type { Hardware, MachineStop, Snapshot } from '#engine/machine/snapshot.ts'
import type { CellDefinition, CellResult } from './cell.ts'
import { describeStop, INTERRUPTED } from './describe-stop.ts'
import { FactReader } from './fact-reader.ts'
import { assemblyKind, beginningRemark, RAN_AS, type AssemblyKind } from './assembly-kind.ts'
import { borrowRemark } from './borrow-remark.ts'
import { isError, prepareCell, type Prepared } from './prepare-cell.ts'
import { present } from './present.ts'
import { CodeMap } from './timeline/code-map.ts'
import type { Tour } from './timeline/travel.ts'
import { makeView } from './views/make-view.ts'
import type { ViewName } from './views/view.ts'

/** Instructions that a cell may execute; what is longer is an endless loop, or as good as one. */
const STEP_BUDGET = 10_000_000
const WHY_PROCESS = {
  asks: 'It asks the operating system for something',
  needsRoom: 'It needs more memory than the lesson’s machine has',
} as const
const ran = (why: keyof typeof WHY_PROCESS) =>
  `${WHY_PROCESS[why]}, so it was run as a Linux process, to its end. Its frames are gone.`
/** Instructions between two looks at the clock. */
const STEPS_AT_ONCE = 20_000

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
  | {
      readonly kind: 'ended'
      readonly message?: string
      readonly interrupted?: true
    }

/**
 * A cell is a function from machine to machine; this is one evaluation of it, at build and in the kernel's worker
 * alike. It compiles at once, runs in slices, and afterwards is asked for its result and its machine.
 */
export class CellRun {
  readonly #cell: CellDefinition
  readonly #facts: readonly string[]
  #machine: Machine
  #recording: Recording
  #tour: Tour | undefined
  #prepared: Prepared
  /** The machine was booted for this cell, so that nothing is lost with it. */
  readonly #isFresh: boolean
  /** Said of a program that was given a process because it needs one. */
  #remark: string | undefined
  #steps = 0
  #outcome: Outcome
  #result: CellResult | undefined

  constructor(cell: CellDefinition, facts: readonly string[], before?: Snapshot) {
    this.#cell = cell
    this.#facts = facts
    this.#isFresh = before === undefined
    this.#machine = before
      ? Machine.restore(before)
      : Machine.boot(cell.image, cell.scheme, cell.process, hardwareOf(cell))
    if (cell.process !== undefined && !this.#machine.switchTo(cell.process)) {
      throw new RangeError(`the machine of cell ${cell.id} has no process ${cell.process}`)
    }
    const kind = this.#kind()
    if (kind !== 'code') this.#becomeProcess(RAN_AS[kind])
    this.#prepared = prepareCell(this.#machine, cell)
    if (this.#prepared.isTooLarge && this.#mayBecomeProcess) this.#prepareAsProcess('needsRoom')
    const { diagnostics, runs } = this.#prepared
    if (runs && cell.language === 'asm' && this.#machine.kernel.linux === undefined)
      this.#remark = beginningRemark(this.#machine.listing!)
    this.#recording = new Recording(this.#machine, cell.stop)
    this.#outcome = { kind: diagnostics.some(isError) ? 'failed' : runs ? 'running' : 'ended' }
  }

  /** Runs for about so many milliseconds. @returns whether the cell has come to its end */
  advance(milliseconds: number): boolean {
    const until = performance.now() + milliseconds
    while (this.#outcome.kind === 'running' && performance.now() < until) this.#runSome()
    return this.#outcome.kind !== 'running'
  }

  toEnd(): void {
    while (this.#outcome.kind === 'running') this.#runSome()
  }

  interrupt(): void {
    if (this.#outcome.kind === 'running')
      this.#outcome = { kind: 'ended', message: INTERRUPTED, interrupted: true }
  }

  /** What the page shows of it; once it has ended, always the same. */
  result(): CellResult {
    if (this.#outcome.kind === 'running') return this.#resultOf(this.#outcome)
    this.#result ??= this.#resultOf(this.#outcome)
    return this.#result
  }

  #resultOf(outcome: Outcome): CellResult {
    if (outcome.kind !== 'ended')
      return { state: 'diagnostic', diagnostics: this.#prepared.diagnostics, views: [], facts: {} }
    const facts = new FactReader(this.#machine)
    const { recording, code } = this.#tourOf()
    const input = { machine: this.#machine, recording, code, facts, cell: this.#cell }
    return {
      state: outcome.interrupted ? 'interrupted' : 'done',
      diagnostics: this.#prepared.diagnostics,
      ...present({
        message: sentences(outcome.message, borrowRemark(this.#cell)),
      }),
      views: this.#shown().flatMap((name) => makeView(name, input) ?? []),
      facts: facts.all(this.#facts),
    }
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
    this.#prepared = prepareCell(this.#machine, this.#cell)
  }

  get #mayBecomeProcess(): boolean {
    return this.#isFresh && this.#cell.language === 'rust' && this.#machine.takesFragments
  }

  /** Why the program has to begin anew as a process; undefined if it may stay where it is. */
  #whyProcess(stop: MachineStop): keyof typeof WHY_PROCESS | undefined {
    if (!this.#mayBecomeProcess) return undefined
    if (stop.kind === 'syscall') return 'asks'
    // Sooner or later it would have become one.
    return this.#prepared.asksSystem && exhaustedStack(this.#machine, stop) ? 'asks' : undefined
  }

  #becomeProcess(remark: string): void {
    this.#machine.release()
    this.#machine = Machine.boot('linux', 'four-level', undefined, hardwareOf(this.#cell))
    this.#remark = remark
  }

  /** A whole program begins anew wherever it stands, as `execve` has it; code that only calls goes on where it may. */
  #kind(): AssemblyKind {
    const { language, source } = this.#cell
    if (language !== 'asm' || this.#machine.kernel.linux !== undefined) return 'code'
    const kind = assemblyKind(source)
    return kind === 'calls' && !this.#isFresh ? 'code' : kind
  }

  /** What the author asked for, behind what the program has printed. */
  #shown(): readonly ViewName[] {
    const { show } = this.#cell
    return show.includes('console') ? show : ['console', ...show]
  }

  /** Any fact of the machine as it is now; undefined where it has no such value, or where the cell has a mistake. */
  fact(name: string): string | undefined {
    return this.#outcome.kind === 'ended' ? new FactReader(this.#machine).text(name) : undefined
  }

  /** The same with its kind, for whoever calculates with it. */
  ask(asked: string | Fact): FactValue | undefined {
    return this.#outcome.kind === 'ended' ? fact(this.#machine, asked) : undefined
  }

  /**
   * The run, to be visited at any of its steps; undefined where it came to no end. Results and machine are to be asked
   * for before: they are those of where the reader has gone.
   */
  tour(): Tour | undefined {
    return this.#outcome.kind === 'ended' ? this.#tourOf() : undefined
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
    return this.#outcome.kind === 'ended' && !this.#outcome.interrupted ? this.#machine.snapshot() : undefined
  }

  #runSome(): void {
    const stop = this.#recording.run(Math.min(STEPS_AT_ONCE, STEP_BUDGET - this.#steps))
    this.#steps += stop.steps
    if (stop.kind === 'budget' && this.#steps < STEP_BUDGET) return
    const why = this.#whyProcess(stop)
    if (why !== undefined) return this.#runAsProcess(why)
    const described = describeStop(this.#machine, stop, STEP_BUDGET)
    const message =
      this.#cell.language === 'asm' ? sentences(this.#remark, described) : (described ?? this.#remark)
    this.#outcome = {
      kind: 'ended',
      ...(message === undefined ? {} : { message }),
      ...(stop.kind === 'budget' ? { interrupted: true } : {}),
    }
  }
}
