import { bootDesign } from '#engine/machine/design/boot-design.ts'
import type { Machine } from '#engine/machine/machine.ts'
import type { Hardware } from '#engine/machine/snapshot.ts'
import { workerLanguage } from '../languages/languages.ts'
import type { ViewInput } from './view-input.ts'

/**
 * A machine like that of a cell with some hardware changed, at the beginning of the cell's program; accesses of a cell
 * that has none have been made. Whoever asks for it releases it.
 */
export function otherMachine({ machine: own, cell, recording }: ViewInput, changed: Hardware): Machine {
  recording.onWay()
  const hardware: Hardware = { ...own.hardware, ...changed }
  const machine = bootDesign({ image: own.image, scheme: own.scheme, hardware })
  machine.answersCalls = true
  // What was compiled is the same everywhere.
  if (own.program === undefined) workerLanguage(cell.language).prepare(machine, cell)
  else machine.load(own.program)
  return machine
}
