import { compile } from '#engine/rust/compile.ts'
import type { AssistQuestion, Suggestion } from '#notebook/shared/assist.ts'

/**
 * Variables and functions that a source names. What compiles is asked of the compiler, with types; of what does not,
 * as while one types, the names that stand behind `let` and `fn` have to do.
 */
export function symbolsOf({ language, source, at }: AssistQuestion): Suggestion[] {
  if (language !== 'rust') return []
  const compiled = compile(source, { layout: 'debug' })
  if (!compiled.ok) return namesIn(source)
  const variables = compiled.functions
    .flatMap(({ symbols }) => symbols)
    .filter(({ scope }) => scope.from <= at && at <= scope.to)
    .map(({ name, type }): Suggestion => ({ text: name, kind: 'variable', about: type }))
  const functions = compiled.functions.map(({ name }): Suggestion => ({ text: name, kind: 'function' }))
  return [...variables, ...functions]
}

function namesIn(source: string): Suggestion[] {
  const names = (pattern: RegExp, kind: Suggestion['kind']) =>
    [...source.matchAll(pattern)].map((match): Suggestion => ({ text: match[1]!, kind }))
  return [
    ...names(/\blet\s+(?:mut\s+)?([A-Za-z_]\w*)/g, 'variable'),
    ...names(/\bfn\s+([A-Za-z_]\w*)/g, 'function'),
  ]
}
