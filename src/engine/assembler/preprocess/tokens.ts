/** A piece of a line as the preprocessor sees it. `space` is one or more blanks; everything else is kept as written. */
export interface Token {
  readonly kind: 'space' | 'word' | 'number' | 'string' | 'parameter' | 'other'
  readonly text: string
  /** A word that single-line macros of these names may not be expanded in again. */
  readonly hidden?: ReadonlySet<string>
}

/*
 * parameter: %1, %{1}, %{2:-1}, %0, %00, %+1, %-1, %%label, %$local, %?, %??, %[…] and %+, which pastes.
 */
const TOKEN =
  /([ \t\r]+)|(%(?:\d+|\{[^}\n]*\}|[+-]?\d+|%[A-Za-z_][\w.@$?~#]*|\$+[A-Za-z_.][\w.@$?~#]*|\?\??|\+|\[|!\w+))|(\$?[A-Za-z_.@?][\w.@$?~#]*)|(\d[\w.]*(?:(?<=[eE])[+-]\d+)?|\$\d\w*)|("[^"\n]*"?|'[^'\n]*'?|`(?:[^`\\\n]|\\[^\n])*`?)|([^])/g

const KINDS = ['space', 'parameter', 'word', 'number', 'string', 'other'] as const

/** Takes a line apart, without its comment. */
export function tokensOf(line: string): Token[] {
  const tokens: Token[] = []
  for (const match of line.matchAll(TOKEN)) {
    const kind = KINDS[match.slice(1).findIndex((group) => group !== undefined)]!
    if (match[0] === ';') break
    tokens.push({ kind, text: match[0] })
  }
  return tokens
}

export function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join('')
}

/** Without blanks at both ends. */
export function trimmed(tokens: readonly Token[]): readonly Token[] {
  let [from, to] = [0, tokens.length]
  while (from < to && tokens[from]!.kind === 'space') from++
  while (to > from && tokens[to - 1]!.kind === 'space') to--
  return tokens.slice(from, to)
}

/** The parts between commas that stand in no bracket; braces keep theirs, and lose themselves. */
export function argumentsOf(tokens: readonly Token[]): (readonly Token[])[] {
  if (trimmed(tokens).length === 0) return []
  const parts: Token[][] = [[]]
  let depth = 0
  for (const token of tokens) {
    if ('([{'.includes(token.text)) depth++
    else if (')]}'.includes(token.text)) depth--
    if (token.text === ',' && depth <= 0) parts.push([])
    else parts.at(-1)!.push(token)
  }
  return parts.map((part) => withoutBraces(trimmed(part)))
}

function withoutBraces(tokens: readonly Token[]): readonly Token[] {
  return tokens[0]?.text === '{' && tokens.at(-1)?.text === '}' ? trimmed(tokens.slice(1, -1)) : tokens
}
