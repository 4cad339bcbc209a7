import type { CellDefinition } from '#notebook/shared/cell.ts'
import type { Program } from '#engine/machine/program.ts'

/** What a source in assembly needs: the machine at hand, or an operating system, as a program or for its calls only. */
export type AssemblyKind = 'code' | 'calls' | 'program'

const PROGRAM = /^\s*(?:_start\b|\[?\s*(?:section|segment)\b|\[?\s*global\s+_start\b)/im
const CALLS = /\b(?:syscall|int\s+(?:0x80|80h))\b/i
const COMMENTS_AND_STRINGS = /;.*|"[^"\n]*"|'[^'\n]*'|`[^`\n]*`/g

/** Tells by its words what a source is, whatever mistakes it has. */
export function assemblyKind(source: string): AssemblyKind {
  if (PROGRAM.test(source)) return 'program'
  return CALLS.test(source.replace(COMMENTS_AND_STRINGS, '')) ? 'calls' : 'code'
}

/** A whole program needs no machine to start from, whatever became of the cell above. */
export function beginsAnew({ language, source }: CellDefinition): boolean {
  return language === 'asm' && assemblyKind(source) === 'program'
}

/** Said of a source that was run as a process. */
export const RAN_AS: Readonly<Record<Exclude<AssemblyKind, 'code'>, string>> = {
  program: 'It has sections or `_start`, so it was run from its beginning as a Linux process.',
  calls:
    'It asks the operating system for something, so it was run as a Linux process, from its first instruction.',
}

/** Says where code began, where that is not plain to see. */
export function beginningRemark({ entry, assembly }: Program): string | undefined {
  const first = assembly.instructions[0]?.address
  if (entry !== undefined) return entry.address === first ? undefined : `It was called at \`${entry.label}\`.`
  if (assembly.labels.size === 0) return undefined
  return 'It was run from its first instruction, as a piece of code that nothing calls.'
}
