import { FRAGMENTS } from './fragments.ts'
import { inside, isOpening, treeEnd, type Piece } from './pieces.ts'

/** A part of what a rule matches, or of what it writes. */
export type Part =
  | { readonly kind: 'piece'; readonly piece: Piece }
  | { readonly kind: 'group'; readonly open: Piece; readonly parts: readonly Part[]; readonly close: Piece }
  | { readonly kind: 'variable'; readonly name: string; readonly fragment: string; readonly piece: Piece }
  | {
      readonly kind: 'repetition'
      readonly parts: readonly Part[]
      readonly separator: Piece | undefined
      readonly operator: string
    }

/** `(matcher) => { body }` */
export interface Rule {
  readonly matcher: readonly Part[]
  readonly body: readonly Part[]
  /** Names that the body itself declares. */
  readonly declares: ReadonlySet<string>
}

/** What a variable stands for: tokens, or what it stands for at each repetition. */
export type Binding =
  { readonly fragment: string; readonly pieces: readonly Piece[] } | { readonly each: readonly Binding[] }

export type Bindings = ReadonlyMap<string, Binding>

/** Thrown at a form that is not understood, with what is wrong with it. */
export class MacroFault extends Error {
  readonly piece: Piece
  readonly help: string
  constructor(piece: Piece, message: string, help: string) {
    super(message)
    this.piece = piece
    this.help = help
  }
}

/** The rules between the braces of a `macro_rules!`. @throws MacroFault */
export function rulesOf(pieces: readonly Piece[]): readonly Rule[] {
  const rules: Rule[] = []
  for (let at = 0; at < pieces.length;) {
    const arrow = treeEnd(pieces, at)
    if (!isOpening(pieces[at]) || pieces[arrow]?.text !== '=>' || !isOpening(pieces[arrow + 1]))
      throw new MacroFault(
        pieces[at]!,
        'this is no rule of a macro',
        'A rule is written `(pattern) => { code };`.',
      )
    const body = inside(pieces, arrow + 1)
    rules.push({
      matcher: partsOf(inside(pieces, at), true),
      body: partsOf(body, false),
      declares: declaredIn(body),
    })
    at = treeEnd(pieces, arrow + 1)
    if (pieces[at]?.text === ';') at++
  }
  return rules
}

function partsOf(pieces: readonly Piece[], isMatcher: boolean): Part[] {
  const parts: Part[] = []
  for (let at = 0; at < pieces.length;) {
    const piece = pieces[at]!
    const next = pieces[at + 1]
    const end = treeEnd(pieces, at)
    if (piece.text === '$' && next?.text === '(') {
      const { part, end } = repetition(pieces, at + 1, isMatcher)
      parts.push(part)
      at = end
    } else if (piece.text === '$' && next?.kind === 'word') {
      parts.push(variable(pieces, at, isMatcher))
      at += isMatcher ? 4 : 2
    } else if (isOpening(piece)) {
      const within = partsOf(inside(pieces, at), isMatcher)
      parts.push({ kind: 'group', open: piece, parts: within, close: pieces[end - 1]! })
      at = end
    } else {
      parts.push({ kind: 'piece', piece })
      at++
    }
  }
  return parts
}

function variable(pieces: readonly Piece[], at: number, isMatcher: boolean): Part {
  const name = pieces[at + 1]!
  const piece = { ...name, isSpaced: pieces[at]!.isSpaced }
  if (name.text === 'crate') return { kind: 'piece', piece }
  const fragment = isMatcher ? (pieces[at + 3]?.text ?? '') : ''
  if (isMatcher && (pieces[at + 2]?.text !== ':' || !(fragment in FRAGMENTS)))
    throw new MacroFault(
      name,
      `\`$${name.text}\` lacks a kind of fragment that a macro can take`,
      `Write what it stands for: \`$${name.text}:expr\`, or \`ident\`, \`ty\`, \`pat\`, \`tt\`, \`literal\`, \`stmt\`, \`block\`, \`item\`.`,
    )
  return { kind: 'variable', name: name.text, fragment, piece }
}

const OPERATORS = new Set(['*', '+', '?'])

/** `$( … ) separator operator` */
function repetition(
  pieces: readonly Piece[],
  at: number,
  isMatcher: boolean,
): { readonly part: Part; readonly end: number } {
  const parts = partsOf(inside(pieces, at), isMatcher)
  const behind = treeEnd(pieces, at)
  const isPlain = OPERATORS.has(pieces[behind]?.text ?? '') && !OPERATORS.has(pieces[behind + 1]?.text ?? '')
  const operator = pieces[isPlain ? behind : behind + 1]
  if (!operator || !OPERATORS.has(operator.text))
    throw new MacroFault(
      pieces[at]!,
      'expected one of: `*`, `+`, or `?`',
      'Behind `$(…)` stands how often it may come: `*` any number of times, `+` at least once, `?` at most once.',
    )
  const separator = isPlain ? undefined : pieces[behind]
  return {
    part: { kind: 'repetition', parts, separator, operator: operator.text },
    end: behind + (isPlain ? 1 : 2),
  }
}

/** Names behind `let` and `for`: they are the macro's own. */
function declaredIn(body: readonly Piece[]): ReadonlySet<string> {
  const names = new Set<string>()
  let isPattern = false
  body.forEach((piece, at) => {
    const { kind, text } = piece
    if (text === 'let' || text === 'for') isPattern = true
    else if (['=', ':', ';', 'in', '{'].includes(text)) isPattern = false
    else if (isPattern && kind === 'word' && body[at - 1]?.text !== '$' && isName(piece, body[at + 1]))
      names.add(text)
  })
  return names
}

function isName({ text }: Piece, next: Piece | undefined): boolean {
  return (
    /^[a-z_]\w/.test(`${text}_`) &&
    !['mut', 'ref', '_'].includes(text) &&
    !['(', '::', '!'].includes(next?.text ?? '')
  )
}

/** What the variables of a rule stand for in a call; nothing where the rule does not fit. */
export function matchRule({ matcher }: Rule, given: readonly Piece[]): Bindings | undefined {
  const found = new Map<string, Binding>()
  return matchParts(matcher, given, 0, found) === given.length ? found : undefined
}

function matchParts(
  parts: readonly Part[],
  given: readonly Piece[],
  start: number,
  found: Map<string, Binding>,
): number | undefined {
  let at: number | undefined = start
  for (const part of parts) {
    at = matchPart(part, given, at, found)
    if (at === undefined) return undefined
  }
  return at
}

function matchPart(
  part: Part,
  given: readonly Piece[],
  at: number,
  found: Map<string, Binding>,
): number | undefined {
  switch (part.kind) {
    case 'piece':
      return given[at]?.text === part.piece.text ? at + 1 : undefined
    case 'group': {
      if (given[at]?.text !== part.open.text) return undefined
      const within = inside(given, at)
      return matchParts(part.parts, within, 0, found) === within.length ? treeEnd(given, at) : undefined
    }
    case 'variable': {
      const end = FRAGMENTS[part.fragment]!(given, at)
      if (end !== undefined) found.set(part.name, { fragment: part.fragment, pieces: given.slice(at, end) })
      return end
    }
    case 'repetition':
      return matchRepetition(part, given, at, found)
  }
}

function matchRepetition(
  { parts, separator, operator }: Part & { kind: 'repetition' },
  given: readonly Piece[],
  start: number,
  found: Map<string, Binding>,
): number | undefined {
  const rounds: Map<string, Binding>[] = []
  let at = start
  while (at < given.length && !(operator === '?' && rounds.length === 1)) {
    const isFurther = separator !== undefined && rounds.length > 0
    if (isFurther && given[at]!.text !== separator.text) break
    const round = new Map<string, Binding>()
    const end = matchParts(parts, given, isFurther ? at + 1 : at, round)
    if (end === undefined || end === at) break
    rounds.push(round)
    at = end
  }
  for (const name of namesIn(parts)) found.set(name, { each: rounds.map((round) => round.get(name)!) })
  return operator === '+' && rounds.length === 0 ? undefined : at
}

/** The variables in some parts. */
export function namesIn(parts: readonly Part[]): readonly string[] {
  return parts.flatMap((part) =>
    part.kind === 'variable' ? [part.name] : part.kind === 'piece' ? [] : namesIn(part.parts),
  )
}
