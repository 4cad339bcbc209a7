/**
 * How far a fragment reaches (Rust reference, "Macros by example"). What may stand behind a fragment is laid down for every
 * kind, and so its end is found without parsing it.
 */
import { isOpening, treeEnd, type Piece } from './pieces.ts'

/** Where a fragment ends that begins at a place; nothing where none does. */
type Reach = (pieces: readonly Piece[], at: number) => number | undefined

const text = (pieces: readonly Piece[], at: number) => pieces[at]?.text ?? ''

/** Words that begin no expression. */
const NO_EXPRESSION = new Set(
  'as in else let where pub use mod impl trait enum struct fn type static mut ref dyn'.split(' '),
)
const OPERATORS_IN_FRONT = new Set(['-', '!', '*', '&', '&&', '|', '||', '<', '::', '..', '..=', '#'])

function beginsExpression(piece: Piece | undefined): boolean {
  if (!piece) return false
  if (piece.kind === 'word') return !NO_EXPRESSION.has(piece.text) && piece.text !== '_'
  return piece.kind !== 'symbol' || OPERATORS_IN_FRONT.has(piece.text) || isOpening(piece)
}

/** Behind these a `|` begins a closure. */
const BEFORE_CLOSURE = new Set(['', 'move', '=', 'return', '&&', '||', '=>'])

const expression: Reach = (pieces, start) => {
  if (!beginsExpression(pieces[start])) return undefined
  let at = start
  while (at < pieces.length && !endsExpression(pieces, at, start)) {
    const isClosure = text(pieces, at) === '|' && BEFORE_CLOSURE.has(at === start ? '' : text(pieces, at - 1))
    if (isClosure) at = behind(pieces, at + 1, '|')
    else if (text(pieces, at) === '::' && text(pieces, at + 1) === '<') at = angleEnd(pieces, at + 1)
    else at = treeEnd(pieces, at)
  }
  return at
}

/** A block may follow only what asks for one. */
function endsExpression(pieces: readonly Piece[], at: number, start: number): boolean {
  const { kind, text: here } = pieces[at]!
  if (kind === 'symbol') return here === ',' || here === ';' || here === '=>'
  const isOperand = at > start && kind !== 'lifetime' && !OPERATOR_WORDS.has(here)
  return isOperand && pieces[at - 1]!.kind !== 'symbol' && !LEADING_WORDS.has(text(pieces, at - 1))
}

const OPERATOR_WORDS = new Set(['as', 'else', 'in', 'if'])
const LEADING_WORDS = new Set(
  'as else in if match while loop for unsafe move return break continue let const async await ref mut'.split(
    ' ',
  ),
)

function behind(pieces: readonly Piece[], from: number, symbol: string): number {
  let at = from
  while (at < pieces.length && text(pieces, at) !== symbol) at = treeEnd(pieces, at)
  return Math.min(at + 1, pieces.length)
}

/** Behind the `>` that belongs to a `<`. */
function angleEnd(pieces: readonly Piece[], from: number): number {
  let depth = 0
  let at = from
  while (at < pieces.length) {
    const here = text(pieces, at)
    depth += here === '<' ? 1 : here === '<<' ? 2 : here === '>' ? -1 : here === '>>' ? -2 : 0
    at = treeEnd(pieces, at)
    if (depth <= 0) return at
  }
  return at
}

/** What may stand in front of a type's name. */
const BEFORE_TYPE = new Set(['&', '&&', '*', 'mut', 'const', 'dyn', 'impl', '::', '+', '->'])

const type: Reach = (pieces, start) => {
  let at = start
  for (;;) {
    while (BEFORE_TYPE.has(text(pieces, at)) || pieces[at]?.kind === 'lifetime') at++
    const piece = pieces[at]
    if (!piece) return undefined
    if (piece.kind === 'symbol' && !['(', '[', '<', '!'].includes(piece.text)) return undefined
    if (piece.kind !== 'word' && piece.kind !== 'symbol') return undefined
    at = piece.text === '<' ? angleEnd(pieces, at) : treeEnd(pieces, at)
    if (text(pieces, at) === '::' && text(pieces, at + 1) === '<') at++
    if (text(pieces, at) === '<') at = angleEnd(pieces, at)
    if (/^(fn|Fn|FnMut|FnOnce)$/.test(piece.text) && text(pieces, at) === '(') at = treeEnd(pieces, at)
    if (!['::', '+', '->'].includes(text(pieces, at))) return at
  }
}

const until =
  (ends: readonly string[]): Reach =>
  (pieces, start) => {
    let at = start
    while (at < pieces.length && !ends.includes(text(pieces, at))) at = treeEnd(pieces, at)
    return at > start ? at : undefined
  }

/** A semicolon alone is a statement too. */
const statement: Reach = (pieces, at) => {
  if (text(pieces, at) === ';') return at + 1
  if (text(pieces, at) === 'let') return until([';', '=>'])(pieces, at)
  return item(pieces, at) ?? expression(pieces, at)
}

const ITEM_WORDS = new Set(
  'pub fn struct enum impl trait mod use const static type unsafe extern union'.split(' '),
)

const item: Reach = (pieces, start) => {
  let at = start
  while (text(pieces, at) === '#' && text(pieces, at + 1) === '[') at = treeEnd(pieces, at + 1)
  if (!ITEM_WORDS.has(text(pieces, at)) || (text(pieces, at) === 'unsafe' && text(pieces, at + 1) === '{'))
    return undefined
  while (at < pieces.length && text(pieces, at) !== ';' && text(pieces, at) !== '{') at = treeEnd(pieces, at)
  return at < pieces.length ? treeEnd(pieces, at) : undefined
}

const one =
  (fits: (piece: Piece) => boolean): Reach =>
  (pieces, at) =>
    pieces[at] && fits(pieces[at]) ? at + 1 : undefined

const isLiteral = ({ kind, text }: Piece) =>
  ['number', 'string', 'character'].includes(kind) || text === 'true' || text === 'false'

const literal: Reach = (pieces, at) => one(isLiteral)(pieces, text(pieces, at) === '-' ? at + 1 : at)

const visibility: Reach = (pieces, at) => {
  if (text(pieces, at) !== 'pub') return at
  const isScoped = text(pieces, at + 1) === '(' && /^(crate|self|super|in)$/.test(text(pieces, at + 2))
  return isScoped ? treeEnd(pieces, at + 1) : at + 1
}

export const FRAGMENTS: Readonly<Record<string, Reach>> = {
  expr: expression,
  expr_2021: expression,
  ty: type,
  path: type,
  pat: until(['=>', ',', '=', 'if', 'in']),
  pat_param: until(['=>', ',', '=', 'if', 'in', '|']),
  stmt: statement,
  item,
  block: (pieces, at) => (text(pieces, at) === '{' ? treeEnd(pieces, at) : undefined),
  ident: one(({ kind, text }) => kind === 'word' && text !== '_'),
  lifetime: one(({ kind }) => kind === 'lifetime'),
  literal,
  tt: (pieces, at) => (at < pieces.length ? treeEnd(pieces, at) : undefined),
  vis: visibility,
  meta: until([',', ';', '=>']),
}
