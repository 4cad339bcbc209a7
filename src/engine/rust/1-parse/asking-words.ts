import type { Token } from './tokens.ts'

/** Lower-case names of types, which stand anywhere. */
const TYPES: ReadonlySet<string> = new Set(['f32', 'f64'])

/**
 * Words that may ask for something of the library. A variable or a field called `value` or `count` asks for nothing,
 * whatever functions are called so: a function is named behind a path, called behind a dot or imported, and a macro
 * has its `!`. What begins with a capital letter may be a type or a trait anywhere.
 */
export function askingWords(tokens: readonly Token[]): ReadonlySet<string> {
  const imported = importedIn(tokens)
  const importsAll = tokens.some(({ text }, index) => text === '*' && tokens[index - 1]?.text === '::')
  return new Set([
    ...rawPointersIn(tokens),
    ...tokens
      .filter((token, index) => {
        if (token.kind !== 'word') return false
        if (/^[^a-z_]/.test(token.text) || TYPES.has(token.text) || imported.has(token)) return true
        const [before, after] = [tokens[index - 1]?.text, tokens[index + 1]?.text ?? '']
        if (before === '::' || after === '::' || after === '!') return true
        return after === '(' && (before === '.' || importsAll)
      })
      .map(({ text }) => text),
  ])
}

/** `*const` and `*mut`, whether a type begins so or `&raw const` makes one. */
function rawPointersIn(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap(({ text }, index) => {
    const isRaw = text === 'const' || text === 'mut'
    return isRaw && ['*', 'raw'].includes(tokens[index - 1]?.text ?? '') ? [`*${text}`] : []
  })
}

/** What stands in `use` declarations. */
function importedIn(tokens: readonly Token[]): ReadonlySet<Token> {
  const imported = new Set<Token>()
  let isInside = false
  for (const token of tokens) {
    if (token.kind === 'word' && token.text === 'use') isInside = true
    else if (token.text === ';') isInside = false
    else if (isInside) imported.add(token)
  }
  return imported
}
