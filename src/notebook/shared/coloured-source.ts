import { escapeHtml } from './escape-html.ts'
import { TOKEN_CLASSES } from './token-names.ts'

/** The HTML of a source whose colours came as `coloursOf` writes them. */
export function colouredHtml({ source, colours }: { source: string; colours: string }): string {
  let at = 0
  return colours.replace(/(\d+)(\D)/g, (_, length: string, letter: string) => {
    const text = escapeHtml(source.slice(at, (at += Number(length))))
    const name = TOKEN_CLASSES[letter.charCodeAt(0) - FIRST_LETTER]
    return name === undefined ? text : `<span class="${name}">${text}</span>`
  })
}

/** The letter of the first class; others follow it, and what has no class has none of them. */
export const FIRST_LETTER = 97
