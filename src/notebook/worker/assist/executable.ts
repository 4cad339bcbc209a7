import { writeElf } from '#engine/elf/write-elf.ts'
import { Machine } from '#engine/machine/machine.ts'
import type { AssistAnswer, AssistQuestion } from '#notebook/shared/assist.ts'
import type { CellDefinition } from '#notebook/shared/cell.ts'
import { assemblyKind } from '../assembly-kind.ts'
import { isError } from '../languages/language.ts'
import { workerLanguage } from '../languages/languages.ts'

const FRAGMENT =
  'This piece of code has no end of its own, and no `_start`: outside of a cell it would run on into whatever lies behind it. Give it a label `_start`, and let it end with the system call `exit`.'
const NOTHING = 'There is no program here.'

/** As a Linux process, whatever the cell itself runs on. */
const AS_PROCESS: Omit<CellDefinition, 'id' | 'language' | 'source'> = {
  ...{ file: '', title: '', show: [], of: [], stop: 'end' },
  ...{ image: 'linux', scheme: 'four-level', layout: 'debug' },
}

/** The program of a cell as a file that Linux runs. */
export function executable({
  cell: id,
  language,
  source,
}: AssistQuestion): NonNullable<AssistAnswer['executable']> {
  if (language === 'asm' && assemblyKind(source) === 'code') return { refusal: FRAGMENT }
  const machine = Machine.boot('linux', 'four-level')
  const prepared = workerLanguage(language).prepare(machine, { ...AS_PROCESS, id, language, source })
  const program = prepared.runs ? machine.listing : undefined
  if (program === undefined) return { refusal: prepared.diagnostics.find(isError)?.message ?? NOTHING }
  return { bytes: writeElf(program) }
}
