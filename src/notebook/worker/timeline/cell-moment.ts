import type { Moment } from '#engine/facts/fact.ts'
import { stepAt } from '#engine/facts/moment.ts'
import { parseFact } from '#engine/facts/parse-fact.ts'
import type { Recording } from '#engine/machine/recording.ts'
import type { CellDefinition } from '#notebook/shared/cell.ts'

/** A moment as an author writes it, `after("sub rsp, 8")`; undefined where it is none. */
export function parseMoment(text: string): Moment | undefined {
  const parsed = parseFact(`${text}.steps.count`)
  return parsed.ok ? parsed.fact.moment : undefined
}

/** The step of a run that its cell's views are about, where its author has named one and the run comes to it. */
export function stepOfCell({ machine, step, newest }: Recording, { at }: CellDefinition): number | undefined {
  const moment = at === undefined || step !== newest ? undefined : parseMoment(at)
  return moment && stepAt(machine, moment)
}
