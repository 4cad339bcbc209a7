import { createHighlighter, type ThemeRegistrationRaw } from 'shiki'

const languages = ['rust', 'asm'] as const
type Language = (typeof languages)[number]

/** TextMate scopes, most general first: the last that fits wins. */
const scopesOfClass: Record<string, string[]> = {
  'tok-name': ['variable', 'entity.name', 'support.function'],
  'tok-operator': ['keyword.operator', 'punctuation'],
  'tok-keyword': ['keyword', 'storage', 'constant.language'],
  'tok-type': ['entity.name.type', 'support.type', 'storage.type.primitive'],
  'tok-number': ['constant.numeric'],
  'tok-string': ['string', 'constant.character'],
  'tok-comment': ['comment', 'punctuation.definition.comment'],
  'tok-register': ['constant.language.register', 'variable.language.register'],
  'tok-mnemonic': ['keyword.operator.word.mnemonic', 'keyword.mnemonic'],
  'tok-label': ['entity.name.function', 'entity.name.section'],
}

const classes = Object.keys(scopesOfClass)
const colourOf = (index: number) => `#${(index + 1).toString(16).padStart(6, '0')}`

/** Shiki thinks in colours and the site in classes, so this theme's colours are numbers of classes. */
const theme: ThemeRegistrationRaw = {
  name: 'classes',
  settings: classes.map((name, index) => ({
    scope: scopesOfClass[name] ?? [],
    settings: { foreground: colourOf(index) },
  })),
}

const highlighter = createHighlighter({ themes: [theme], langs: [...languages] })

export interface Token {
  readonly text: string
  readonly class?: string | undefined
}

const isKnown = (language: string | undefined): language is Language =>
  languages.some((known) => known === language)

/** Splits code into coloured pieces, line by line; one piece per line where the language is unknown. */
export async function highlight(code: string, language: string | undefined): Promise<Token[][]> {
  if (!isKnown(language)) return code.split('\n').map((text) => [{ text }])
  // Without a limit of time: a busy machine would leave the rest of a line without colours, and builds would differ.
  const lines = (await highlighter).codeToTokensBase(code, { lang: language, theme, tokenizeTimeLimit: 0 })
  return lines.map((line) =>
    line.map(({ content, color }) => ({
      text: content,
      class: classes[Number.parseInt(color?.slice(1) ?? '0', 16) - 1],
    })),
  )
}
