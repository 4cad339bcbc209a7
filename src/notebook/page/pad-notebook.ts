/** A pad as a Jupyter notebook and back: nbformat 4.5. Fetched when a reader saves or opens one. */
import { isRecord, plainLines } from './kept-text.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '#notebook/shared/language.ts'
import { MOST_CELLS, readCell, type Pad, type PadCell } from './pad.ts'

/** The pad as a file that Jupyter opens; what its cells start from stands in their metadata. */
export function notebookOfPad(pad: Pad): string {
  const cells = pad.map(({ id, source, ...options }) => ({
    ...{ id, cell_type: 'code', execution_count: null, outputs: [], source },
    metadata: { language: LANGUAGES[options.language].name, pagewalk: options },
  }))
  const metadata = { language_info: { name: 'rust', file_extension: '.rs' } }
  return JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata, cells }, undefined, 1)
}

const NO_NOTEBOOK = 'This file cannot be read as a notebook: it is damaged, or of another kind.'
const NONE = 'None of this notebook’s cells is in a language that the scratchpad has.'

/** The code of a notebook, of this course’s or of one in Rust; a sentence where there is none to have. */
export function padOfNotebook(text: string): Pad | string {
  const notebook = parse(text)
  const cells = notebook?.['cells']
  if (!Array.isArray(cells)) return NO_NOTEBOOK
  const pad = cells
    .filter(isRecord)
    .filter((cell) => cell['cell_type'] === 'code')
    .slice(0, MOST_CELLS)
    .flatMap((cell, index) => cellOf(cell, `c${index + 1}`, notebook ?? {}) ?? [])
  return pad.length === 0 ? NONE : pad
}

type Fields = Readonly<Record<string, unknown>>

function cellOf(cell: Fields, id: string, notebook: Fields): PadCell | undefined {
  const metadata = record(cell['metadata'])
  const own = record(metadata['pagewalk'])
  const of = record(record(notebook['metadata'])['language_info'])['name']
  const language = own['language'] ?? languageCalled(metadata['language'] ?? of)
  return readCell({ ...own, id, language, source: plainLines(sourceOf(cell['source'])) })
}

/** Jupyter writes a source as its lines, too. */
function sourceOf(source: unknown): string {
  return Array.isArray(source) ? source.map(String).join('') : String(source ?? '')
}

function languageCalled(name: unknown): string | undefined {
  return LANGUAGE_NAMES.find((language) => name === language || name === LANGUAGES[language].name)
}

const record = (value: unknown): Fields => (isRecord(value) ? value : {})

function parse(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}
