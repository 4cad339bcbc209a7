/**
 * What readers write and paste, made readable for every grammar: one place decides which characters count as a space or
 * a line's end in code, so that engine, editor and coloured source agree. What is mapped keeps its length, and so every
 * span is one of the source as it was written.
 */
import {
  Parser,
  type Input,
  type PartialParse,
  type SyntaxNode,
  type Tree,
  type TreeFragment,
} from '@lezer/common'
import type { LRParser } from '@lezer/lr'
import { getStyleTags, tags } from '@lezer/highlight'
import type { Diagnostic } from './diagnostic.ts'
import { findOddCharacters, isName } from './odd-characters.ts'

/**
 * Spaces of every width (Unicode's Zs), the marks of Rust's Pattern_White_Space, and the mark that begins a file.
 * rustc refuses a no-break space and its kind. They are taken here all the same: text copied from a web page has them in
 * its indentation, where they cannot be seen and they can mean nothing else.
 */
const SPACE = /[\t\v\f\p{Zs}\u200e\u200f\ufeff]|\r(?=\n)/gu
const LINE_END = /\r(?!\n)/g
/** NEL, and Unicode's ends of lines and paragraphs. */
const SEPARATOR = /[\u0085\u2028\u2029]/g
const NEEDS_MAPPING = /[\v\f\r\u0085\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f\u3000\ufeff]/

export interface Manner {
  /** What a line or paragraph separator is: in a language of lines, the end of one. Rust lets comments go on behind it. */
  readonly separator?: ' ' | '\n'
  /** Names may have letters of every script, wide ones too. */
  readonly foreignNames?: boolean
  /** Characters that this language gives a meaning of its own. */
  readonly accepted?: string
}

export interface Written {
  readonly tree: Tree
  /** The source with plain spaces and line ends, but for strings and comments, which stay as they are. */
  readonly text: string
  /** Characters that no language here can read, one a line. What else is wrong with the text may be their consequence. */
  readonly mistakes: readonly Diagnostic[]
}

/** Parses a source as it came out of an editor, a file or a clipboard. Linear in its length; never fails. */
export function readWritten(parser: LRParser, source: string, manner: Manner = {}): Written {
  const plain = plainText(source, manner)
  const tree = parser.parse(plain)
  const text = plain === source ? source : withContent(plain, source, tree)
  return { tree, text, mistakes: findOddCharacters(source, codeIn(tree, source, manner), manner.accepted) }
}

/** Whether a character is one that the grammar had to read: no content, and no letter of a name. */
function codeIn(tree: Tree, source: string, { foreignNames = false }: Manner): (at: number) => boolean {
  let isReadable: boolean | undefined
  return (at) => {
    const node = tree.resolveInner(at, 1)
    if (isContent(node)) return false
    if (!foreignNames || node.type.isError || !isName(source.slice(node.from, node.to))) return true
    // A name in wide letters is one, unless a word such as `ｌｅｔ` has made the text unreadable.
    return !(isReadable ??= !hasErrors(tree))
  }
}

function hasErrors(tree: Tree): boolean {
  const cursor = tree.cursor()
  do if (cursor.type.isError) return true
  while (cursor.next())
  return false
}

/** A parser that reads what a reader writes as `readWritten` does, for those who colour it. */
export function forgiving(parser: LRParser, manner: Manner = {}): Parser {
  return new ForgivingParser(parser, manner)
}

/** The text with plain spaces and line ends, as long as it was, unit by unit. */
export function plainText(source: string, { separator = '\n' }: Manner): string {
  if (!NEEDS_MAPPING.test(source)) return source
  return source.replace(SPACE, ' ').replace(LINE_END, '\n').replace(SEPARATOR, separator)
}

function withContent(plain: string, source: string, tree: Tree): string {
  let text = ''
  tree.iterate({
    enter({ node }) {
      if (!isContent(node)) return
      text += plain.slice(text.length, node.from) + source.slice(node.from, node.to)
    },
  })
  return text + plain.slice(text.length)
}

/** Strings, characters and comments hold text, whatever it is. */
function isContent(node: SyntaxNode): boolean {
  const styles = getStyleTags(node)?.tags ?? []
  return styles.some(({ set }) => set.includes(tags.string) || set.includes(tags.comment))
}

class ForgivingParser extends Parser {
  readonly #parser: LRParser
  readonly #manner: Manner

  constructor(parser: LRParser, manner: Manner) {
    super()
    this.#parser = parser
    this.#manner = manner
  }

  override createParse(
    input: Input,
    fragments: readonly TreeFragment[],
    ranges: readonly { from: number; to: number }[],
  ): PartialParse {
    return this.#parser.createParse(new PlainInput(input, this.#manner), fragments, ranges)
  }
}

class PlainInput implements Input {
  readonly #input: Input
  readonly #manner: Manner
  readonly length: number
  readonly lineChunks: boolean

  constructor(input: Input, manner: Manner) {
    this.#input = input
    this.#manner = manner
    this.length = input.length
    this.lineChunks = input.lineChunks
  }

  chunk(from: number): string {
    return plainText(this.#input.chunk(from), this.#manner)
  }

  read(from: number, to: number): string {
    return plainText(this.#input.read(from, to), this.#manner)
  }
}
