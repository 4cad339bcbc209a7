import { parseAccesses } from '#engine/machine/access/parse-access.ts'
import { performAccesses } from '#engine/machine/access/perform.ts'
import type { Machine } from '#engine/machine/machine.ts'
import type { CellDefinition } from '#notebook/shared/cell.ts'
import { REGISTERS, words } from '../assist/words.ts'
import { isError, nothingToDo, type Prepared, type WorkerLanguage } from './language.ts'
import { TYPES } from './rust.ts'

const STATEMENTS = words('read write switch pages addresses', 'keyword')

export const access: WorkerLanguage = {
  prepare,
  worksOnBareMachines: true,
  suggest: (_question, isFirst) => (isFirst ? STATEMENTS : [...REGISTERS, ...TYPES]),
}

function prepare(machine: Machine, { source }: CellDefinition): Prepared {
  const { statements, diagnostics } = parseAccesses(source)
  if (diagnostics.some(isError)) return { diagnostics, runs: false }
  if (statements.length === 0) return nothingToDo(source, 'an access, such as read u8 [rbp - 1]')
  const performed = performAccesses(machine, statements)
  return { diagnostics: [...diagnostics, ...performed.diagnostics], runs: false }
}
