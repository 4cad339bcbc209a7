import type { Machine } from '#engine/machine/machine.ts'
import { checkProcesses } from '#engine/os/processes/check-processes.ts'
import { parseProcesses } from '#engine/os/processes/parse-processes.ts'
import type { CellDefinition } from '#notebook/shared/cell.ts'
import { words } from '../assist/words.ts'
import { isError, nothingToDo, type Prepared, type WorkerLanguage } from './language.ts'
import { targetOf } from './target.ts'

const FIRST_WORDS = words('process', 'keyword')
const REGION_WORDS = words('rw-p r--p r-xp ---p rw-s [stack] [heap] running', 'keyword')

export const process: WorkerLanguage = {
  prepare,
  suggest: (_question, isFirst) => (isFirst ? FIRST_WORDS : REGION_WORDS),
}

function prepare(machine: Machine, { source }: CellDefinition): Prepared {
  const { processes, diagnostics } = parseProcesses(source)
  if (diagnostics.some(isError)) return { diagnostics, runs: false }
  if (processes.length === 0)
    return nothingToDo(source, 'a process, such as process A, and below it its regions')
  const all = [...diagnostics, ...checkProcesses(processes, targetOf(machine))]
  if (!all.some(isError))
    machine.setProcesses(
      processes.map((written) => ({ ...written, name: written.name ?? machine.current.name })),
    )
  return { diagnostics: all, runs: false }
}
