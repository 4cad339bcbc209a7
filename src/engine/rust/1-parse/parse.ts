import type { Tree } from '@lezer/common'
import type { Diagnostic } from '../../diagnostic.ts'
import { diagnose, messages } from '../messages.ts'
import { buildProgram } from './build-program.ts'
import { checkDelimiters } from './delimiters.ts'
import { parser } from './parser.ts'
import { findRefusals } from './refusal.ts'
import { findSyntaxError } from './syntax-error.ts'
import type { Program } from './syntax.ts'
import { tokens, type Token } from './tokens.ts'

export type Parsed =
  | { readonly ok: true; readonly program: Program }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

/** First phase: from text to a syntax tree, or to what keeps the text from being the course's Rust. */
export function parse(source: string): Parsed {
  const words = [...tokens(source)]
  const unbalanced = checkDelimiters(words, source)
  if (unbalanced) return { ok: false, diagnostics: [unbalanced] }
  const tree = parser.parse(source)
  const diagnostics = findMistakes(tree, source, words)
  if (diagnostics.length > 0) return { ok: false, diagnostics }
  const program = buildProgram(tree, source)
  if (program.functions.length > 0) return { ok: true, program }
  return { ok: false, diagnostics: [diagnose({ from: 0, to: source.length }, messages.nothingToRun)] }
}

/** What comes behind a syntax error may be its consequence, and a syntax error the consequence of what is refused. */
function findMistakes(tree: Tree, source: string, words: readonly Token[]): readonly Diagnostic[] {
  const syntaxError = findSyntaxError(tree, words)
  if (syntaxError === undefined) return findRefusals(tree, source)
  const refusals = findRefusals(tree, source, syntaxError.at)
  return refusals.length > 0 ? refusals : [syntaxError.diagnostic]
}
