import type { SyntaxNode } from '@lezer/common'

/** Characters of a source. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** A word of a line, for languages whose lines are read word by word. */
export interface Piece extends Span {
  /** The number of its node in the grammar. */
  readonly kind: number
  readonly text: string
}

/** The words of a line, in order. */
export function piecesOf(line: SyntaxNode, source: string): Piece[] {
  const pieces: Piece[] = []
  for (let node = line.firstChild; node; node = node.nextSibling) {
    const { from, to } = node
    pieces.push({ kind: node.type.id, text: source.slice(from, to), from, to })
  }
  return pieces
}
