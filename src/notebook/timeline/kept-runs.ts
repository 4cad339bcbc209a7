import type { Machine } from '#engine/machine/machine.ts'
import type { Snapshot } from '#engine/machine/snapshot.ts'
import type { CellDefinition } from '../cell.ts'
import { CellRun } from '../run-cell.ts'
import { makeMoment, type Look, type Moment } from './moment.ts'
import { travel } from './travel.ts'

/** How many runs keep their machines, each with a log of up to 64 MiB. Others are run again when asked for. */
const MOST_MACHINES = 3

/** The last run of each cell that came to an end, to be looked at. */
export class KeptRuns {
  readonly #before: (cell: CellDefinition) => Snapshot | undefined
  /** The one looked at last is at the end. */
  readonly #runs = new Map<string, CellRun>()
  readonly #cells = new Map<string, CellDefinition>()

  /** @param before gives the machine that a cell starts from */
  constructor(before: (cell: CellDefinition) => Snapshot | undefined) {
    this.#before = before
  }

  /** Keeps a run in place of the cell's last one. One that failed is given up and leaves the last one to be looked at. */
  keep(run: CellRun): void {
    if (run.tour() === undefined) return run.release()
    this.#cells.set(run.cell.id, run.cell)
    this.#put(run)
  }

  /** Goes where the look says and shows what it asks for; undefined where no run of the cell is known. */
  look(id: string, look: Look): Moment | undefined {
    const cell = this.#cells.get(id)
    const tour = cell && this.#runOf(cell).tour()
    if (cell === undefined || tour === undefined) return undefined
    const note = look.travel && travel(tour, look.travel)
    return makeMoment({ ...tour, cell, look, note })
  }

  /** The machine of a cell's last run where it was left, if it is still at hand. */
  machineOf(id: string): Machine | undefined {
    return this.#runs.get(id)?.tour()?.recording.machine
  }

  #runOf(cell: CellDefinition): CellRun {
    const kept = this.#runs.get(cell.id)
    const run = kept ?? new CellRun(cell, [], this.#before(cell))
    if (kept === undefined) run.toEnd()
    this.#put(run)
    return run
  }

  #put(run: CellRun): void {
    const last = this.#runs.get(run.cell.id)
    if (last !== run) this.#giveUp(last)
    this.#runs.delete(run.cell.id)
    this.#runs.set(run.cell.id, run)
    const [oldest] = this.#runs.values()
    if (this.#runs.size > MOST_MACHINES) this.#giveUp(oldest)
  }

  #giveUp(run: CellRun | undefined): void {
    if (run === undefined) return
    this.#runs.delete(run.cell.id)
    run.release()
  }
}
