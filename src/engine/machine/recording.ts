import type { Checkpoint } from '../journal.ts'
import type { Ending } from './ending.ts'
import type { Machine } from './machine.ts'
import type { MachineStop } from './snapshot.ts'

/** How many steps lie between two checkpoints: as many as are executed again in a blink. */
export const SPACING = 1 << 20
/** How many steps are logged up to a moment that is looked at: stepping back from there is quick. */
const NEAR = 1 << 17
/** With more of them, every other one goes: a long way between two is executed without a log, and quickly. */
const MOST_CHECKPOINTS = 256
/** Memory that checkpoints of one run may take, about. When it is full every other one goes, and later ones are rarer. */
const MOST_CHECKPOINT_BYTES = 1 << 26
const REFERENCE_BYTE_COUNT = 8
/**
 * A run that can be visited at any of its steps. A short one is in the journal. A long one is executed without a log, as
 * far as the processor is quicker then; any of its moments is executed again from a checkpoint, and only the last
 * stretch before it is logged. So memory is bounded however long the run.
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
  /** How many steps before a moment are logged when it is executed again. */
  #near = NEAR
  #stop: MachineStop | undefined

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
    const steps = Math.min(maxSteps, untilCheckpoint)
    const stop = this.isLong ? this.#skim(steps) : this.machine.run(steps, this.#ending)
    this.#newest = this.step
    this.#stop = stop
    if (stop.kind === 'budget' && stop.steps === untilCheckpoint) this.#takeCheckpoint()
    if (stop.kind !== 'budget' && this.isLong) this.#executeAgain()
    return stop
  }

  /** Whether it has proved long, and goes on without a log. */
  get isLong(): boolean {
    return this.#checkpoints.length > 0 && this.machine.isQuickWithoutLog
  }

  #skim(steps: number): MachineStop {
    const { machine } = this
    return machine.journal.withoutLog(() => machine.run(steps, this.#ending))
  }

  /** The end is what is looked at first: what led there is logged. */
  #executeAgain(): void {
    this.#returnBefore(this.#newest)
    this.#executeTo(this.#newest)
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

  /** Who looks through many moments looks through the log, which is to reach further than for who looks at one. */
  searching<Result>(search: () => Result): Result {
    this.#near = SPACING
    try {
      return search()
    } finally {
      this.#near = NEAR
    }
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
    while (this.#isFull && this.#checkpoints.length > 2) this.#thinOut()
  }

  get #isFull(): boolean {
    return this.#checkpointBytes > this.#mostCheckpointBytes || this.#checkpoints.length > MOST_CHECKPOINTS
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
    const ahead = step - this.step
    if (ahead > this.#near && this.isLong) this.#skim(ahead - this.#near)
    this.machine.run(step - this.step + (endsHere ? 1 : 0), this.#ending)
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
