import type { Machine } from '#engine/machine/machine.ts'
import type { Snapshot } from '#engine/machine/snapshot.ts'
import type { CellDefinition } from '#notebook/shared/cell.ts'
import { CellRun } from '../run-cell.ts'
import type { Look, Moment } from '#notebook/shared/moment.ts'
import { makeMoment } from './moment.ts'
import { travel } from './travel.ts'

/** How many runs keep their machines, each with a log of up to 64 MiB. Others are run again when asked for. */
const MOST_MACHINES = 3

/** What it takes to come to where a cell's last run was: all of it, or so many instructions. */
interface KnownCell {
  readonly cell: CellDefinition
  readonly steps: number
}

/** The last run of each cell that came to an end, or was broken off, to be looked at. */
export class KeptRuns {
  readonly #before: (cell: CellDefinition) => Snapshot | undefined
  readonly #onWay: () => void
  /** The one looked at last is at the end. */
  readonly #runs = new Map<string, CellRun>()
  readonly #cells = new Map<string, KnownCell>()

  /**
   * @param before gives the machine that a cell starts from
   * @param onWay called every now and then while a cell is run again, which may take as long as it took
   */
  constructor(before: (cell: CellDefinition) => Snapshot | undefined, onWay: () => void = () => {}) {
    this.#before = before
    this.#onWay = onWay
  }

  /** Keeps a run in place of the cell's last one. One that failed is given up and leaves the last one to be looked at. */
  keep(run: CellRun): void {
    if (run.tour() === undefined) return run.release()
    this.#cells.set(run.cell.id, { cell: run.cell, steps: run.isInterrupted ? run.steps : Infinity })
    this.#put(run)
  }

  /** The run of just this cell on just this machine, if it was broken off: it goes on, and can be looked at meanwhile. */
  goOn(cell: CellDefinition, before: Snapshot | undefined): CellRun | undefined {
    const run = this.#runs.get(cell.id)
    if (!run?.isInterrupted || !run.isOf(cell, before)) return undefined
    run.goOn(cell)
    return run
  }

  /** Goes where the look says and shows what it asks for; undefined where no run of the cell is known. */
  look(id: string, look: Look): Moment | undefined {
    const known = this.#cells.get(id)
    const tour = known && this.#runOf(known).tour()
    if (known === undefined || tour === undefined) return undefined
    tour.recording.onWay = this.#onWay
    const arrival = look.travel && travel(tour, look.travel, known.cell, look.searched)
    return makeMoment({ ...tour, cell: known.cell, look, ...arrival })
  }

  /** The machine of a cell's last run where it was left, if it is still at hand. */
  machineOf(id: string): Machine | undefined {
    return this.#runs.get(id)?.tour()?.recording.machine
  }

  /** The run of a cell can be relied on no longer: it is run again when asked for. Its memory is not given on. */
  distrust(id: string): void {
    this.#runs.delete(id)
  }

  #runOf({ cell, steps }: KnownCell): CellRun {
    const kept = this.#runs.get(cell.id)
    const run = kept ?? new CellRun(cell, [], this.#before(cell))
    if (kept === undefined) run.toEnd(steps, this.#onWay)
    this.#put(run)
    return run
  }

  /** What is soonest run again makes room. */
  #put(run: CellRun): void {
    const last = this.#runs.get(run.cell.id)
    if (last !== run) this.#giveUp(last)
    this.#runs.delete(run.cell.id)
    // One that goes on just now is needed.
    const others = [...this.#runs.values()].filter(({ isRunning }) => !isRunning)
    this.#runs.set(run.cell.id, run)
    if (this.#runs.size > MOST_MACHINES)
      this.#giveUp(others.reduce((one, other) => (other.steps < one.steps ? other : one)))
  }

  #giveUp(run: CellRun | undefined): void {
    if (run === undefined) return
    this.#runs.delete(run.cell.id)
    run.release()
  }
}
