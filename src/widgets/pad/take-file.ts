import { plainLines } from '#notebook/page/kept-text.ts'
import { padOfNotebook } from '#notebook/page/pad-notebook.ts'
import { withCell, type Pad } from '#notebook/page/pad.ts'
import { keepDroppedFile } from '#notebook/shared/dropped-files.ts'
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '#notebook/shared/language.ts'

/** An executable with debugging information may be large; more than this the simulator would refuse. */
const MOST_BYTES = 1 << 25

const NOT_KEPT = 'This browser does not let the page keep files, and so it cannot run one.'

/** What became of a file: the command that runs it, the cells that it holds, or a sentence that says why there is neither. */
export type Taken = { readonly command: string } | { readonly pad: Pad } | { readonly refusal: string }

/** Takes a file that a reader has dropped or chosen: a notebook, a source, or what is kept so that a cell can run it. */
export async function takeFile(file: File): Promise<Taken> {
  if (file.size > MOST_BYTES) return { refusal: `${file.name} is larger than ${MOST_BYTES >> 20} MiB.` }
  const ending = /\.(\w+)$/.exec(file.name)?.[1]
  const language = LANGUAGE_NAMES.find((name) => name !== 'elf' && LANGUAGES[name].ending === ending)
  if (ending === 'ipynb' || language !== undefined) return cellsOf(file, language)
  const bytes = await file.arrayBuffer().catch(() => undefined)
  if (bytes === undefined) return { refusal: unreadable(file) }
  const name = await keepDroppedFile(plainName(file.name), new Uint8Array(bytes))
  return name === undefined ? { refusal: NOT_KEPT } : { command: `./${name}` }
}

async function cellsOf(file: File, language: Language | undefined): Promise<Taken> {
  const text = await file.text().catch(() => undefined)
  if (text === undefined) return { refusal: unreadable(file) }
  if (language !== undefined)
    return { pad: withCell([], 0, language).map((cell) => ({ ...cell, source: plainLines(text) })) }
  const pad = padOfNotebook(text)
  return typeof pad === 'string' ? { refusal: pad } : { pad }
}

const unreadable = ({ name }: File) => `${name} could not be read: it is a folder, or has gone.`

/** A name that can stand in a command line as it is. */
function plainName(name: string): string {
  return name.replace(/[^\w.+-]+/g, '_') || 'program'
}
