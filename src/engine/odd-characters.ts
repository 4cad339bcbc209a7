import type { Diagnostic } from './diagnostic.ts'

/** Characters that look like one of a programming language: what each row's are, and what is meant by them. */
const LOOK_ALIKES: readonly (readonly [characters: string, name: string, meant: string])[] = [
  ['“”„‟〝〞', 'a curly quote', '"'],
  ['«»', 'an angled quote', '"'],
  ['″', 'a double prime', '"'],
  ['‘’‚‛', 'a curly quote', "'"],
  ['′', 'a prime', "'"],
  ['´', 'an acute accent', "'"],
  ['‐‑', 'a hyphen of printed text', '-'],
  ['‒–', 'an en dash', '-'],
  ['—―', 'a long dash', '-'],
  ['−﹣', 'a minus sign of printed text', '-'],
  ['×', 'a multiplication sign of printed text', '*'],
  ['÷', 'a division sign of printed text', '/'],
  ['∕⁄', 'a fraction slash', '/'],
  ['∗', 'an asterisk of printed text', '*'],
  ['≤', 'a sign of printed text', '<='],
  ['≥', 'a sign of printed text', '>='],
  ['≠', 'a sign of printed text', '!='],
  ['→', 'an arrow', '->'],
  ['⇒', 'an arrow', '=>'],
  ['…', 'an ellipsis', '..'],
  ['\u037e', 'a Greek question mark', ';'],
  ['、', 'an ideographic comma', ','],
  ['。', 'an ideographic full stop', '.'],
]
const MEANT: ReadonlyMap<string, readonly [name: string, meant: string]> = new Map(
  LOOK_ALIKES.flatMap(([characters, name, meant]) => [...characters].map((each) => [each, [name, meant]])),
)

/** Unicode's names of what cannot be seen; those without one here are controls. */
const INVISIBLE: Readonly<Record<string, string>> = {
  '\u00ad': 'a soft hyphen',
  '\u061c': 'an Arabic letter mark',
  '\u180e': 'a Mongolian vowel separator',
  '\u200b': 'a zero width space',
  '\u200c': 'a zero width non-joiner',
  '\u200d': 'a zero width joiner',
  '\u2060': 'a word joiner',
}

/** What `FF01` to `FF5E` are wide forms of. */
const WIDE = 0xfee0

const ODD = new RegExp(
  `[${LOOK_ALIKES.map(([characters]) => characters).join('')}` +
    '\\u0000-\\u0008\\u000e-\\u001f\\u007f\\u00ad\\u061c\\u180e\\u200b-\\u200d\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069' +
    '\\uff01-\\uff5e]',
  'gu',
)
const NAME = /^[\p{XID_Start}_]\p{XID_Continue}*$/u

/** A text full of them is told enough by these. */
const MOST = 20

/**
 * Characters of a text that no language of the cells reads, each called what it is, with what to write instead; the
 * first of every line.
 * @param isCode whether a character has to mean something to the language where it is
 * @param accepted characters that this language reads
 */
export function findOddCharacters(
  source: string,
  isCode: (at: number) => boolean,
  accepted = '',
): Diagnostic[] {
  const found: Diagnostic[] = []
  let lineEnd = -1
  for (const { 0: character, index: from } of source.matchAll(ODD)) {
    if (from < lineEnd || accepted.includes(character)) continue
    if (!isCode(from)) continue
    found.push({ ...describe(character), from, to: from + character.length, severity: 'error' })
    if (found.length === MOST) break
    const end = source.slice(from).search(/[\n\r\u2028\u2029]/)
    lineEnd = end < 0 ? source.length : from + end
  }
  return found
}

/** Whether Rust takes a word for a name, be it in wide letters (Rust reference, "Identifiers"). */
export function isName(word: string): boolean {
  return NAME.test(word)
}

function describe(character: string): { message: string; help: string } {
  const code = character.codePointAt(0)!
  const number = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  const [name, meant] = MEANT.get(character) ?? wide(code) ?? []
  if (meant !== undefined)
    return { message: `\`${character}\` is ${name} (${number}).`, help: `Write \`${meant}\` instead.` }
  const unseen = INVISIBLE[character] ?? 'a control character'
  return { message: `Here is a character that cannot be seen: ${unseen} (${number}).`, help: 'Delete it.' }
}

function wide(code: number): [name: string, meant: string] | undefined {
  return code >= 0xff01 ? ['a full-width character', String.fromCodePoint(code - WIDE)] : undefined
}
