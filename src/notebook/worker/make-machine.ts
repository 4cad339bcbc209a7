import type { Diagnostic } from '#engine/diagnostic.ts'
import { bootDesign } from '#engine/machine/design/boot-design.ts'
import { designMachine, type MachineDesign } from '#engine/machine/design/design-machine.ts'
import { parseMachine } from '#engine/machine/design/parse-machine.ts'
import type { Machine } from '#engine/machine/machine.ts'
import type { CellDefinition } from '#notebook/shared/cell.ts'

interface Described {
  /** Missing where there are mistakes. */
  readonly design?: MachineDesign
  readonly diagnostics: readonly Diagnostic[]
}

/** What a machine cell describes, and what is wrong with it. */
export function machineOf({ source }: Pick<CellDefinition, 'source'>): Described {
  const { settings, spans, diagnostics } = parseMachine(source)
  if (diagnostics.length > 0) return { diagnostics }
  const designed = designMachine(settings, spans, source.length)
  return designed.ok ? { design: designed.design, diagnostics } : { diagnostics: designed.diagnostics }
}

/** The machine that a machine cell makes; undefined for other cells, and where the cell has a mistake. */
export function machineMadeBy(cell: CellDefinition): Machine | undefined {
  const design = cell.language === 'machine' ? machineOf(cell).design : undefined
  return design && bootDesign(design)
}
