import { tokens, type Token } from '../tokens.ts'

/** A token on its way through expansions; its span is where a reader sees it: one of a macro's body has that of the call. */
export interface Piece extends Token {
  /** Something stood between it and the one before. */
  readonly isSpaced: boolean
  /** How many expansions it has come out of. */
  readonly depth: number
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }

export function piecesOf(source: string, from = 0, to = source.length): Piece[] {
  let end = from
  return [...tokens(source.slice(from, to))].map((token) => {
    const place = { from: token.from + from, to: token.to + from }
    const isSpaced = place.from > end
    end = place.to
    return { ...token, ...place, isSpaced, depth: 0 }
  })
}

export function isOpening(piece: Piece | undefined): boolean {
  return piece?.kind === 'symbol' && piece.text in CLOSING
}

export function isClosing(piece: Piece | undefined): boolean {
  return piece?.kind === 'symbol' && [')', ']', '}'].includes(piece.text)
}

/** Behind the token, or the group, that begins here: brackets are known to match. */
export function treeEnd(pieces: readonly Piece[], at: number): number {
  let depth = 0
  for (let next = at; next < pieces.length; next++) {
    if (isOpening(pieces[next])) depth++
    else if (isClosing(pieces[next])) depth--
    if (depth <= 0) return next + 1
  }
  return pieces.length
}

/** What stands between the brackets of the group that begins here. */
export function inside(pieces: readonly Piece[], at: number): readonly Piece[] {
  return pieces.slice(at + 1, treeEnd(pieces, at) - 1)
}
