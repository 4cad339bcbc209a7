/** Runs executable files. Fetched by the kernel when a cell first asks for one. */
import { elfProgram } from '#engine/elf/elf-program.ts'
import type { Machine } from '#engine/machine/machine.ts'
import type { CellDefinition, CellExecutable } from '#notebook/shared/cell.ts'
import { defined } from '#notebook/shared/defined.ts'
import { readCommand, type CommandWord } from './command-line.ts'
import { droppedFile } from '#notebook/shared/dropped-files.ts'
import type { Prepared } from './languages/language.ts'

/** Bytes of files by their names, as they were when a cell was last about to run. */
const files = new Map<string, Uint8Array | undefined>()

/** The name under which a command's file is kept. */
function nameOf({ text }: CommandWord): string {
  return text.replace(/^.*\//, '')
}

/** Brings the file that a cell names here, so that it can be run at once. */
export async function bringFile(cell: Pick<CellDefinition, 'source' | 'executable'>): Promise<void> {
  const [command] = readCommand(cell.source).words
  if (command === undefined) return
  const { name, url } = cell.executable ?? {}
  if (nameOf(command) !== name) putFile(nameOf(command), await droppedFile(nameOf(command)))
  else if (url !== undefined && files.get(url) === undefined) putFile(url, await fetched(url))
}

/** The bytes of a lesson's file; undefined where it cannot be reached. */
async function fetched(url: string): Promise<Uint8Array | undefined> {
  try {
    const answer = await fetch(url)
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined
  } catch {
    return undefined
  }
}

/** Takes the bytes of a file that are at hand already. */
export function putFile(name: string, bytes: Uint8Array | undefined): void {
  files.set(name, bytes)
}

/** Loads the executable that a command line names, with what follows it as its arguments. */
export function prepareExecutable(machine: Machine, { source, executable }: CellDefinition): Prepared {
  const { words, diagnostics } = readCommand(source)
  if (diagnostics.length > 0) return { diagnostics, runs: false }
  const [command, ...given] = words
  const whole = { from: 0, to: source.length }
  if (command === undefined)
    return refused('There is nothing to run here yet.', whole, 'Write ./ and the name of a file.')
  const own = executable?.name === nameOf(command) ? executable : undefined
  const bytes = own === undefined ? files.get(nameOf(command)) : bytesOf(own)
  if (bytes === undefined && own !== undefined)
    return refused(
      `${own.name} could not be loaded.`,
      command,
      'Check your connection, and run the cell again.',
    )
  if (bytes === undefined)
    return refused(`This browser has no file called ${nameOf(command)}.`, command, WHERE_FROM)
  const made = elfProgram(bytes, {
    path: command.text,
    arguments: given.map(({ text }) => text),
    ...defined({ source: own?.source }),
  })
  if (!made.ok) return refused(made.message, command)
  machine.load(made.program)
  return { diagnostics: [], runs: true }
}

function bytesOf({ bytes, url = '' }: CellExecutable): Uint8Array | undefined {
  if (bytes === undefined) return files.get(url)
  return Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0))
}

const WHERE_FROM =
  'Drop an executable on this page, or choose one above the cell: it stays in this browser and is sent nowhere.'

function refused(
  message: string,
  { from, to }: { readonly from: number; readonly to: number },
  help?: string,
): Prepared {
  const diagnostic = { severity: 'error', message, from, to } as const
  return { diagnostics: [help === undefined ? diagnostic : { ...diagnostic, help }], runs: false }
}
