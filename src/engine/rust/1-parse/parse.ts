import type { Tree } from '@lezer/common'
import type { Diagnostic } from '../../diagnostic.ts'
import { findOddCharacters } from '../../odd-characters.ts'
import { plainText, readWritten } from '../../written-text.ts'
import { diagnose, messages } from '../messages.ts'
import { buildProgram } from './build-program.ts'
import { checkDelimiters } from './delimiters.ts'
import { RUST_MANNER } from './manner.ts'
import { expandMacros } from './macro-rules/expand.ts'
import { parser } from './parser.generated.ts'
import { findRefusals } from './refusal.ts'
import { describeSyntaxError } from './syntax-error.ts'
import type { Program } from './syntax.ts'
import { askingWords } from './asking-words.ts'
import { tokens, type Token } from './tokens.ts'

/** Tokens that may hold any character. */
const CONTENT: ReadonlySet<Token['kind']> = new Set(['string', 'character', 'unterminated'])

export type Parsed =
  | {
      readonly ok: true
      readonly program: Program
      /** The source as it was read: with plain spaces and line ends. */
      readonly text: string
      /** Those that may ask for something of the library, and `..` if it goes over something else than numbers, or has a range as a value. */
      readonly words: ReadonlySet<string>
    }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

/** A floating-point number without its type's name. */
const FLOAT = /\d\.(?![.\p{L}_])|\d[eE][+-]?\d/u

/** First phase: from text to a syntax tree, or to what keeps the text from being the course's Rust. */
export function parse(written: string): Parsed {
  const plain = plainText(written, RUST_MANNER)
  const words = [...tokens(plain)]
  const unbalanced = checkDelimiters(words, plain)
  if (unbalanced) return { ok: false, diagnostics: oddAmong(words, written) ?? [unbalanced] }
  return words.some(({ text }) => text === 'macro_rules')
    ? parseExpanded(written)
    : parseWords(written, words)
}

/** What macros stand for is read in their place, and seen in the text as it was written. */
function parseExpanded(written: string): Parsed {
  const expansion = expandMacros(written)
  if (!expansion.ok) return { ok: false, diagnostics: [expansion.diagnostic] }
  const words = [...tokens(expansion.text)]
  const tooDeep = checkDelimiters(words, expansion.text)
  const parsed: Parsed = tooDeep ? { ok: false, diagnostics: [tooDeep] } : parseWords(expansion.text, words)
  if (!parsed.ok)
    return {
      ok: false,
      diagnostics: parsed.diagnostics.map((each) => ({ ...each, ...expansion.placeOf(each) })),
    }
  expansion.relocate(parsed.program)
  return { ...parsed, text: written }
}

function parseWords(written: string, words: readonly Token[]): Parsed {
  const { tree, text: source, mistakes } = readWritten(parser, written, RUST_MANNER)
  if (mistakes.length > 0) return { ok: false, diagnostics: mistakes }
  const diagnostics = findMistakes(tree, source, words)
  if (diagnostics.length > 0) return { ok: false, diagnostics }
  const program = buildProgram(tree, source)
  if (program.functions.length > 0) {
    return {
      ok: true,
      program,
      text: source,
      words: new Set([
        ...askingWords(words),
        ...(FLOAT.test(source) ? ['f64', 'f32'] : []),
        ...(hasRangeValue(tree) ? ['..'] : []),
      ]),
    }
  }
  return { ok: false, diagnostics: [diagnose({ from: 0, to: source.length }, messages.nothingToRun)] }
}

/** Numbers from one to another in a `for`, and parts of slices, are no values of their own. */
function hasRangeValue(tree: Tree): boolean {
  let isFound = false
  tree.iterate({
    enter({ name, node }) {
      if (name === 'ForExpression')
        isFound ||=
          (node.getChild('RangeExpression')?.firstChild?.name ?? 'RangeOperator') === 'RangeOperator'
      else if (name === 'RangeExpression' && !isFound)
        isFound = node.parent?.name !== 'ForExpression' && node.parent?.name !== 'IndexExpression'
      return !isFound
    },
  })
  return isFound
}

/** A quote or bracket that has no end may be missed only because another character stands for it. */
function oddAmong(words: readonly Token[], source: string): readonly Diagnostic[] | undefined {
  let next = 0
  const odd = findOddCharacters(source, (at) => {
    while (next < words.length && words[next]!.to <= at) next++
    const word = words[next]
    return word !== undefined && word.from <= at && !CONTENT.has(word.kind)
  })
  return odd.length > 0 ? odd : undefined
}

/** What comes behind a syntax error may be its consequence, and a syntax error the consequence of what is refused. */
function findMistakes(tree: Tree, source: string, words: readonly Token[]): readonly Diagnostic[] {
  const error = firstErrorOf(tree)
  const refusals = findRefusals(tree, source, error)
  return error === undefined || refusals.length > 0 ? refusals : [describeSyntaxError(error, words)]
}

/** Where the parser had to guess for the first time. */
function firstErrorOf(tree: Tree): number | undefined {
  const cursor = tree.cursor()
  do {
    if (cursor.type.isError) return cursor.from
  } while (cursor.next())
  return undefined
}
