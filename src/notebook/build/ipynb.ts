/**
 * A lesson as a Jupyter notebook: nbformat 4.5, https://nbformat.readthedocs.io/en/latest/format_description.html.
 * Prose becomes markdown cells, the lesson's cells code cells with what the build has made of them.
 */
import { showValue } from '#notebook/shared/show-value.ts'
import { proseOf, tagsNamed, type MdxTag } from './mdx-tags.ts'
import { shownTitle, type CellDefinition, type CellResult } from '#notebook/shared/cell.ts'
import { LANGUAGES } from '#notebook/shared/language.ts'

interface NotebookCell {
  readonly id: string
  readonly cell_type: 'markdown' | 'code'
  readonly metadata: Readonly<Record<string, unknown>>
  readonly source: string
}

interface CodeCell extends NotebookCell {
  readonly cell_type: 'code'
  readonly execution_count: number
  readonly outputs: readonly Readonly<Record<string, unknown>>[]
}

export interface Notebook {
  readonly nbformat: 4
  readonly nbformat_minor: 5
  readonly metadata: Readonly<Record<string, unknown>>
  readonly cells: readonly (NotebookCell | CodeCell)[]
}

/** A lesson that has run, as far as its notebook needs it. */
export interface NotebookLesson {
  readonly title: string
  readonly description: string
  /** The lesson's file. */
  readonly mdx: string
  readonly cells: readonly CellDefinition[]
  result(cell: string): CellResult
  fact(of: string, cell: string): string
  /** What a cell shows, as HTML. */
  html(cell: string): string
}

/** The whole lesson, in order. */
export function notebookOf(lesson: NotebookLesson): Notebook {
  const mdx = lesson.mdx.replaceAll('\r\n', '\n')
  const prose = proseOf(mdx)
  const tags = tagsNamed(prose, 'Cell')
  const start = /^---\n[\s\S]*?\n---\n/.exec(mdx)?.[0].length ?? 0
  const texts = [start, ...tags.map(({ to }) => to)].map((from, index) =>
    markdownOf(mdx, from, tags[index]?.from ?? mdx.length, lesson),
  )
  const heading = `# ${lesson.title}\n\n*${lesson.description}*`
  const cells = [markdown('heading', heading), markdown('text-0', texts[0]!)]
  lesson.cells.forEach((cell, index) => {
    cells.push(codeCell(cell, index + 1, lesson), markdown(`text-${index + 1}`, texts[index + 1] ?? ''))
  })
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { title: lesson.title, language_info: { name: 'rust', file_extension: '.rs' } },
    cells: cells.filter(({ cell_type, source }) => cell_type === 'code' || source !== ''),
  }
}

function markdown(id: string, source: string): NotebookCell {
  return { id, cell_type: 'markdown', metadata: {}, source }
}

function codeCell(cell: CellDefinition, count: number, lesson: NotebookLesson): CodeCell {
  const { message, diagnostics, views } = lesson.result(cell.id)
  const html = views.length > 0 ? lesson.html(cell.id) : ''
  const said = [
    ...diagnostics.map((diagnostic) => diagnostic.message),
    ...(message === undefined ? [] : [message]),
  ]
  const stream = { output_type: 'stream', name: 'stderr', text: `${said.join('\n')}\n` }
  const data = { 'text/plain': plainText(html), 'text/html': html }
  const result = { output_type: 'execute_result', execution_count: count, metadata: {}, data }
  return {
    id: `cell-${cell.id}`.replace(/[^A-Za-z0-9_-]/g, '-').slice(0, 64),
    cell_type: 'code',
    metadata: { name: cell.id, title: shownTitle(cell), language: LANGUAGES[cell.language].name },
    execution_count: count,
    source: cell.source,
    outputs: [...(said.length > 0 ? [stream] : []), ...(html === '' ? [] : [result])],
  }
}

/** A stretch of a lesson without its cells: facts are their values, notes are quotations, exercises are only named. */
function markdownOf(mdx: string, from: number, to: number, lesson: NotebookLesson): string {
  const prose = proseOf(mdx)
  const inside = (tag: MdxTag) => from <= tag.from && tag.to <= to
  const facts = tagsNamed(prose, 'Fact')
    .filter(inside)
    .map((tag) => ({ ...tag, text: factText(tag, lesson) }))
  const exercises = tagsNamed(prose, 'Exercise')
    .filter(inside)
    .map((tag) => ({ ...tag, text: '*Here the page has an exercise.*' }))
  let text = ''
  let at = from
  for (const tag of [...facts, ...exercises].sort((one, other) => one.from - other.from)) {
    text += mdx.slice(at, tag.from) + tag.text
    at = tag.to
  }
  return quoted(text + mdx.slice(at, to))
    .replace(/<\/?Part\b[^>]*>/g, '')
    .replace(/\{\/\*[\s\S]*?\*\/\}/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function factText({ attributes }: MdxTag, lesson: NotebookLesson): string {
  const of = String(attributes.get('of'))
  const cell = attributes.get('cell')
  const value = lesson.fact(of, typeof cell === 'string' ? cell : (lesson.cells[0]?.id ?? ''))
  return showValue(value, attributes.has('short') ? 'short' : 'full', of)
}

function quoted(text: string): string {
  return text.replace(/<Reality[^>]*>([\s\S]*?)<\/Reality>/g, (_, note: string) => {
    const lines = ['**Model and reality**', '', ...note.trim().split('\n')]
    return lines.map((line) => `> ${line}`.trimEnd()).join('\n')
  })
}

/** HTML as lines of text: a row of a table is a line, its cells set apart. */
function plainText(html: string): string {
  const text = html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/\s+/g, ' ')
    .replace(/<\/(td|th)>/g, '\t')
    .replace(/<\/(tr|p|figcaption|li|h\d|pre|div)>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name: string) => ENTITIES[name] ?? '')
  return text
    .split('\n')
    .map((line) => line.replace(/ *\t */g, '  ').trim())
    .filter((line) => line !== '')
    .join('\n')
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  '#39': "'",
}
