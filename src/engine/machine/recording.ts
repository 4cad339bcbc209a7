import type { Checkpoint } from '../journal.ts'
import type { Ending } from './ending.ts'
import type { Machine } from './machine.ts'
import type { MachineStop } from './snapshot.ts'

/** How many steps lie between two checkpoints: as many as are executed again in a blink. */
const SPACING = 1 << 20
/** Memory that checkpoints of one run may take, about. When it is full every other one goes, and later ones are rarer. */
const MOST_CHECKPOINT_BYTES = 1 << 25
const REFERENCE_BYTE_COUNT = 8
/** Steps that are looked through at a time, about a second's worth: a run may have thousands of millions. */
export const MOST_SEARCHED = 1 << 24

/** In which direction of time something is looked for. */
export type Direction = 1 | -1

/** Words of the journal by their indices, both included. */
export interface WordRange {
  readonly first: number
  readonly last: number
}

/** RIP at every step that the log reaches, its low half: where `from` steps had been executed, and so on. */
interface Pointers {
  readonly from: number
  readonly at: Uint32Array
}

/**
 * A run that can be visited at any of its steps. The journal undoes the last few million; what lies before is executed
 * again from a checkpoint, so that memory is bounded however long the run.
 *
 * Between two calls the machine may be stepped back and forward, but not run.
 */
export class Recording {
  readonly machine: Machine
  readonly #ending: Ending
  readonly #mostCheckpointBytes: number
  #checkpoints: readonly Checkpoint[] = []
  #checkpointBytes = 0
  /** How many steps lie between two checkpoints by now. */
  #spacing = SPACING
  /** Called every now and then while a way through time takes long. */
  onWay: () => void = () => {}
  #newest: number
  #stop: MachineStop | undefined
  #pointers: Pointers | undefined

  constructor(machine: Machine, ending: Ending, mostCheckpointBytes = MOST_CHECKPOINT_BYTES) {
    this.machine = machine
    this.#ending = ending
    this.#mostCheckpointBytes = mostCheckpointBytes
    this.#newest = machine.journal.stepCount
  }

  /** How many steps were executed up to now, in the time that the reader is in. */
  get step(): number {
    return this.machine.journal.stepCount
  }

  /** How many steps the whole run has. */
  get newest(): number {
    return this.#newest
  }

  /** Bytes that its checkpoints take, about. */
  get checkpointBytes(): number {
    return this.#checkpointBytes
  }

  /** Runs on, at most so many steps; it may be fewer, and `budget` is then the answer all the same. */
  run(maxSteps: number): MachineStop {
    const untilCheckpoint = this.#spacing - (this.step % this.#spacing)
    const stop = this.machine.run(Math.min(maxSteps, untilCheckpoint), this.#ending)
    this.#newest = this.step
    this.#stop = stop
    if (stop.kind === 'budget' && stop.steps === untilCheckpoint) this.#takeCheckpoint()
    return stop
  }

  /** Goes to where so many steps had been executed, or as near as the run comes to it. */
  goTo(step: number): void {
    this.onWay()
    const target = Math.max(0, Math.min(Math.round(step), this.#newest))
    if (target < this.machine.journal.oldestStep) this.#returnBefore(target)
    const ahead = target - this.step
    if (ahead < 0) this.machine.back(-ahead)
    else if (this.machine.forward(ahead) < ahead) this.#executeTo(target)
  }

  /**
   * Goes to the first step after the present (or the last one before) where this is so of the low half of RIP, and of
   * how many steps had been executed. Asked of one step after the other, up to `MOST_SEARCHED`. Without one it stays
   * where it is.
   */
  goWhere(direction: Direction, isThere: (pointer: number, step: number) => boolean): boolean {
    const began = this.step
    const [first, last] = this.#within(began)
    for (let step = began + direction; first <= step && step <= last; step += direction) {
      const { from, at } = this.#pointersAround(step)
      if (!isThere(at[step - from]!, step)) continue
      this.goTo(step)
      return true
    }
    this.goTo(began)
    return false
  }

  /**
   * Goes to just behind the last step up to now (or the first one after now) that wrote to these words and of which
   * that holds when the machine is there. Without one within `MOST_SEARCHED` steps it stays where it is.
   */
  goToWriter(direction: Direction, words: WordRange, isWriter: () => boolean): boolean {
    const began = this.step
    const [first, last] = this.#within(began)
    while (direction > 0 ? this.step < last : this.step > first) {
      const { step, reached } = direction > 0 ? this.#nextWrite(words) : this.#lastWrite(words)
      this.goTo(step ?? reached)
      if (step !== undefined && isWriter()) return true
      if (direction < 0) this.goTo(this.step - 1)
    }
    this.goTo(began)
    return false
  }

  /** The first and the last step that are looked at from one. */
  #within(step: number): readonly [number, number] {
    return [Math.max(0, step - MOST_SEARCHED), Math.min(this.#newest, step + MOST_SEARCHED)]
  }

  /** `reached` is how far was looked where nothing was found. */
  #lastWrite({ first, last }: WordRange): { step: number | undefined; reached: number } {
    const { journal } = this.machine
    return { step: journal.lastWrite(first, last), reached: journal.oldestStep }
  }

  #nextWrite({ first, last }: WordRange): { step: number | undefined; reached: number } {
    const { journal } = this.machine
    const began = this.step
    const known = journal.nextWrite(first, last)
    if (known !== undefined) return { step: known, reached: known }
    const reached = Math.min(this.#newest, began + SPACING)
    this.goTo(reached)
    this.goTo(began)
    return { step: journal.nextWrite(first, last), reached }
  }

  /** The last process has ended here: RIP points at an instruction that is never executed. */
  get hasExited(): boolean {
    return this.step === this.#newest && this.machine.stop?.kind === 'exit'
  }

  /** RIP's low half at the present. */
  get pointer(): number {
    return Number(BigInt.asUintN(32, this.machine.registers.rip))
  }

  /** RIP's low half before the last step: what it executed. */
  get pointerBefore(): number | undefined {
    const { step } = this
    if (step === 0) return undefined
    this.goTo(step - 1)
    const { pointer } = this
    this.goTo(step)
    return pointer
  }

  /** The first needs the whole past; that is still in the log when the second is due. All of RAM is compared for each. */
  #takeCheckpoint(): void {
    const { machine } = this
    if (this.#checkpoints.length === 0) {
      const steps = machine.back(this.step)
      this.#keep(machine.journal.checkpoint())
      machine.forward(steps)
      this.#spacing = Math.max(SPACING, machine.journal.ramByteCount >> 3)
    }
    this.#keep(machine.journal.checkpoint(this.#checkpoints.at(-1)))
    while (this.#checkpointBytes > this.#mostCheckpointBytes && this.#checkpoints.length > 2) this.#thinOut()
  }

  #keep(checkpoint: Checkpoint): void {
    this.#checkpointBytes += byteCountOf(checkpoint, this.#checkpoints.at(-1))
    this.#checkpoints = [...this.#checkpoints, checkpoint]
  }

  /** Every other checkpoint goes, but never the first: nothing could be executed from the beginning without it. */
  #thinOut(): void {
    this.#spacing *= 2
    const all = this.#checkpoints
    this.#checkpoints = []
    this.#checkpointBytes = 0
    for (const checkpoint of all) if (checkpoint.stepCount % this.#spacing === 0) this.#keep(checkpoint)
  }

  /** To the last checkpoint that leaves something to execute, so that the log reaches back beyond the step. */
  #returnBefore(step: number): void {
    const checkpoint = this.#checkpoints.findLast(({ stepCount }) => stepCount < step) ?? this.#checkpoints[0]
    if (checkpoint === undefined) throw new Error('the log gave up steps before the first checkpoint')
    this.machine.journal.returnTo(checkpoint)
  }

  /**
   * Executes again what was undone and is in no log; at the very end, up to what ended the run. A long way is cut
   * short by a checkpoint, a short one never: the log then reaches back to where it began.
   */
  #executeTo(step: number): void {
    const nearer = this.#checkpoints.findLast(({ stepCount }) => stepCount <= step)
    if (nearer !== undefined && nearer.stepCount > this.step + SPACING) this.machine.journal.returnTo(nearer)
    const endsHere = step === this.#newest && this.#stop?.kind !== 'budget'
    this.machine.run(step - this.step + (endsHere ? 1 : 0), this.#ending)
  }

  /** The log may reach only one way from the step: it is then made to reach as far as one checkpoint the other way. */
  #pointersAround(step: number): Pointers {
    const known = this.#pointers
    if (known !== undefined && known.from <= step && step < known.from + known.at.length) return known
    const isAhead = this.step < step
    this.goTo(step)
    if (isAhead) this.goTo(Math.min(this.#newest, step + SPACING))
    this.#pointers = this.#readPointers()
    return this.#pointers
  }

  #readPointers(): Pointers {
    const { journal } = this.machine
    const undone = this.machine.forward(Infinity)
    const past = journal.pastInstructionPointers()
    const at = new Uint32Array(past.length + 1)
    at.set(past)
    at[past.length] = this.pointer
    const from = journal.oldestStep
    this.machine.back(undone)
    return { from, at }
  }
}

/** What a checkpoint takes besides what it shares with the one before. */
function byteCountOf({ frames, words }: Checkpoint, before: Checkpoint | undefined): number {
  const own = frames.reduce(
    (sum, frame, number) => (frame === before?.frames[number] ? sum : sum + (frame?.byteLength ?? 0)),
    0,
  )
  return own + words.byteLength + REFERENCE_BYTE_COUNT * frames.length
}
