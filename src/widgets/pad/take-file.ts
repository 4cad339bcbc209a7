import { keepDroppedFile } from '#notebook/shared/dropped-files.ts'

/** An executable with debugging information may be large; more than this the simulator would refuse. */
const MOST_BYTES = 1 << 25

const NOT_KEPT = 'This browser does not let the page keep files, and so it cannot run one.'

/** What became of a file: the command that runs it, or a sentence that says why there is none. */
export type Taken = { readonly command: string } | { readonly refusal: string }

/** Keeps a file that a reader has dropped or chosen, so that a cell can run it. */
export async function takeFile(file: File): Promise<Taken> {
  if (file.size > MOST_BYTES) return { refusal: `${file.name} is larger than ${MOST_BYTES >> 20} MiB.` }
  const bytes = await file.arrayBuffer().catch(() => undefined)
  if (bytes === undefined) return { refusal: `${file.name} could not be read: it is a folder, or has gone.` }
  const name = await keepDroppedFile(plainName(file.name), new Uint8Array(bytes))
  return name === undefined ? { refusal: NOT_KEPT } : { command: `./${name}` }
}

/** A name that can stand in a command line as it is. */
function plainName(name: string): string {
  return name.replace(/[^\w.+-]+/g, '_') || 'program'
}
