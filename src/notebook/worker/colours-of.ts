import { highlightCode } from '@lezer/highlight'
import type { Language } from '#notebook/shared/cell.ts'
import { FIRST_LETTER } from '#notebook/shared/coloured-source.ts'
import { parserOf } from '#notebook/shared/parsers.ts'
import { tokenClassesOf } from '#notebook/shared/token-classes.ts'
import { TOKEN_CLASSES } from '#notebook/shared/token-names.ts'

/**
 * The colours of a source in few characters, to be sent beside it: for each token its length and the letter of its
 * class, a full stop for what has none. `let x` is `3a1.1f`.
 */
export function coloursOf(source: string, language: Language): string {
  let colours = ''
  let plain = 0
  const put = (length: number, letter: string | undefined) => {
    if (letter === undefined) return void (plain += length)
    if (plain > 0) colours += `${plain}.`
    plain = 0
    colours += `${length}${letter}`
  }
  const putText = ({ length }: string, name: string) => put(length, letterOf(name))
  highlightCode(source, parserOf(language).parse(source), tokenClassesOf(language), putText, () =>
    put(1, undefined),
  )
  return plain > 0 ? `${colours}${plain}.` : colours
}

function letterOf(name: string): string | undefined {
  const index = TOKEN_CLASSES.findIndex((each) => each === name)
  return index < 0 ? undefined : String.fromCharCode(FIRST_LETTER + index)
}
