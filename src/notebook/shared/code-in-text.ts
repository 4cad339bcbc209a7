/** A piece of a sentence: plain, or code that stood between backquotes. */
export interface TextPiece {
  readonly text: string
  readonly code: boolean
}

/** Takes a message apart at its backquotes: rustc's wording quotes names and types so. */
export function codeInText(message: string): TextPiece[] {
  return message
    .split('`')
    .map((text, index, all) => ({ text, code: index % 2 === 1 && index < all.length - 1 }))
    .filter(({ text }) => text !== '')
}
