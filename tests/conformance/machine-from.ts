import '#engine/cpu/plain-loop.ts'
import { bootDesign } from '#engine/machine/design/boot-design.ts'
import { designMachine } from '#engine/machine/design/design-machine.ts'
import { parseMachine } from '#engine/machine/design/parse-machine.ts'
import type { Machine } from '#engine/machine/machine.ts'

/** The machine that a machine cell with this source makes, ready to be written to without being recorded. */
export function machineFrom(source: string): Machine {
  const { settings, spans, diagnostics } = parseMachine(source)
  const designed = designMachine(settings, spans, source.length)
  if (diagnostics.length > 0 || !designed.ok)
    throw new Error(`${source}: ${JSON.stringify([diagnostics, designed])}`)
  const machine = bootDesign(designed.design)
  machine.journal.recording = false
  return machine
}
