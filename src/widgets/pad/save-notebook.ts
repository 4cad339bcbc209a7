/** A pad as a file. Fetched when a reader first asks for one. */
import { download } from '#exercises/page/download.ts'
import { notebookOfPad } from '#notebook/page/pad-notebook.ts'
import type { Scratchpad } from '#notebook/page/scratchpad.ts'

export function saveNotebook(scratchpad: Scratchpad): void {
  download('scratchpad.ipynb', notebookOfPad(scratchpad.cells), 'application/x-ipynb+json')
  scratchpad.say('All cells are saved as scratchpad.ipynb. “Open a file” brings them back.')
}
