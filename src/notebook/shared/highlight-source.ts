import { highlightCode } from '@lezer/highlight'
import type { Diagnostic } from '#engine/diagnostic.ts'
import type { Language } from './language.ts'
import { codeInText } from './code-in-text.ts'
import { escapeHtml } from './escape-html.ts'
import { grammarOf } from './grammars.ts'

/**
 * A source as HTML for the inside of a `<code>`: coloured by the grammar that the editor and the engine use, with
 * mistakes marked under their characters and said below the lines they are in.
 */
export function highlightSource(
  source: string,
  language: Language,
  diagnostics: readonly Diagnostic[] = [],
): string {
  const places = diagnostics.flatMap((diagnostic): Place[] => [diagnostic, ...labelled(diagnostic)])
  let html = ''
  let offset = 0
  const putText = (text: string, classes: string) => {
    for (const piece of piecesOf(text, offset, places)) html += pieceHtml(piece, classes)
    offset += text.length
  }
  const putBreak = () => {
    html += '\n' + sentencesOf(source, offset, places)
    offset += 1
  }
  highlightCode(
    source,
    grammarOf(language).parser.parse(source),
    grammarOf(language).classes,
    putText,
    putBreak,
  )
  const last = sentencesOf(source, offset, places)
  return last === '' ? html : `${html}\n${last}`
}

/** A mistake, or a place that has to do with one. */
type Place = Pick<Diagnostic, 'from' | 'to' | 'message' | 'help'> & {
  readonly severity: Diagnostic['severity'] | 'label'
}

function labelled({ labels = [] }: Diagnostic): Place[] {
  return labels.map(({ from, to, text }) => ({ from, to, message: text, severity: 'label' }))
}

interface Piece {
  readonly text: string
  readonly diagnostic: Place | undefined
}

/** A token cut where mistakes begin and end. */
function piecesOf(text: string, offset: number, diagnostics: readonly Place[]): Piece[] {
  const cuts = diagnostics
    .flatMap(({ from, to }) => [from - offset, to - offset])
    .filter((cut) => cut > 0 && cut < text.length)
  const bounds = [...new Set([0, ...cuts, text.length])].sort((one, other) => one - other)
  return bounds.slice(1).map((end, index) => {
    const start = bounds[index] ?? 0
    const at = offset + start
    return {
      text: text.slice(start, end),
      diagnostic: diagnostics.find(({ from, to }) => from <= at && at < to),
    }
  })
}

function pieceHtml({ text, diagnostic }: Piece, tokens: string): string {
  const classes = [tokens, diagnostic ? `mistake ${diagnostic.severity}` : '']
    .filter((name) => name !== '')
    .join(' ')
  return classes === '' ? escapeHtml(text) : `<span class="${classes}">${escapeHtml(text)}</span>`
}

/** What there is to say about mistakes that begin in the line that ends here. */
function sentencesOf(source: string, lineEnd: number, diagnostics: readonly Place[]): string {
  const lineStart = source.lastIndexOf('\n', lineEnd - 1) + 1
  return diagnostics
    .filter(({ from }) => lineStart <= from && from <= lineEnd)
    .map(({ message, help, severity }) => {
      const rest = help === undefined ? '' : ` <span class="help">${sentenceHtml(help)}</span>`
      return `<span class="sentence ${severity}">${sentenceHtml(message)}${rest}</span>`
    })
    .join('')
}

function sentenceHtml(message: string): string {
  return codeInText(message)
    .map(({ text, code }) => (code ? `<code>${escapeHtml(text)}</code>` : escapeHtml(text)))
    .join('')
}
