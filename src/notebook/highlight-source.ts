import { highlightCode } from '@lezer/highlight'
import type { Diagnostic } from '#engine/diagnostic.ts'
import type { Language } from './cell.ts'
import { parserOf } from './parsers.ts'
import { tokenClassesOf } from './token-classes.ts'

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character)
}

/**
 * A source as HTML for the inside of a `<code>`: coloured by the grammar that the editor and the engine use, with
 * mistakes said below the lines they are in.
 */
export function highlightSource(
  source: string,
  language: Language,
  diagnostics: readonly Diagnostic[] = [],
): string {
  const lines = ['']
  highlightCode(
    source,
    parserOf(language).parse(source),
    tokenClassesOf(language),
    (text, classes) => {
      const html = classes === '' ? escape(text) : `<span class="${classes}">${escape(text)}</span>`
      lines[lines.length - 1] += html
    },
    () => lines.push(''),
  )
  return lines.map((line, index) => line + sentencesOf(index, source, diagnostics)).join('\n')
}

function sentencesOf(line: number, source: string, diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .filter(({ from }) => source.slice(0, from).split('\n').length - 1 === line)
    .map(({ message, help, severity }) => {
      const sentence = [message, help].filter((part) => part !== undefined).join(' ')
      return `<span class="sentence ${severity}">${escape(sentence)}</span>`
    })
    .join('')
}
