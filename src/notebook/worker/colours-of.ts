import { highlightCode } from '@lezer/highlight'
import type { Language } from '#notebook/shared/language.ts'
import { FIRST_LETTER } from '#notebook/shared/coloured-source.ts'
import { grammarOf } from '#notebook/shared/grammars.ts'
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
  highlightCode(source, grammarOf(language).parser.parse(source), grammarOf(language).classes, putText, () =>
    put(1, undefined),
  )
  return plain > 0 ? `${colours}${plain}.` : colours
}

function letterOf(name: string): string | undefined {
  const index = TOKEN_CLASSES.findIndex((each) => each === name)
  return index < 0 ? undefined : String.fromCharCode(FIRST_LETTER + index)
}
