import { fact } from '#engine/facts.ts'
import { variable, type Fact } from '#engine/facts/fact.ts'
import { factText } from '#engine/facts/fact-value.ts'
import type { Machine } from '#engine/machine/machine.ts'
import { compile } from '#engine/rust/compile.ts'
import type { AssistQuestion, Suggestion, Word } from '#notebook/shared/assist.ts'
import type { CellDefinition } from '#notebook/shared/cell.ts'
import { showValue } from '#notebook/shared/show-value.ts'
import { heldLine } from '../assist/cards.ts'
import { words } from '../assist/words.ts'
import type { Card, Prepared, WorkerLanguage } from './language.ts'
import { load } from './load.ts'

const KEYWORDS =
  'as break const continue else false fn for if in let loop match mut return static struct true unsafe while'
export const TYPES = words('u8 u16 u32 u64 usize i8 i16 i32 i64 isize bool char', 'type')

export const rust: WorkerLanguage = {
  prepare,
  suggest: (question) => [
    ...symbolsOf(question),
    ...words(KEYWORDS, 'keyword'),
    ...TYPES,
    ...words('println! assert! assert_eq! panic!', 'function'),
  ],
  explain: variableCard,
}

function prepare(machine: Machine, { source, layout }: CellDefinition): Prepared {
  const compiled = compile(source, { layout, isProcess: !machine.takesFragments })
  if (!compiled.ok) return { diagnostics: compiled.diagnostics, runs: false }
  const loaded = load(machine, compiled.assembly, compiled)
  // What the assembler has to say is about lines that the reader did not write: it concerns the whole source.
  const diagnostics = loaded.diagnostics.map((diagnostic) => ({ ...diagnostic, from: 0, to: source.length }))
  const { asksSystem } = compiled
  return { ...loaded, diagnostics: [...compiled.diagnostics, ...diagnostics], asksSystem }
}

/**
 * Variables and functions that a source names. What compiles is asked of the compiler, with types; of what does not,
 * as while one types, the names that stand behind `let` and `fn` have to do.
 */
function symbolsOf({ source, at }: AssistQuestion): Suggestion[] {
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

/** A variable's type and slot; what the compiler says now, and what the last run left there. */
function variableCard(
  { text: word, from }: Word,
  { source }: AssistQuestion,
  machine: Machine | undefined,
): Card | undefined {
  const compiled = compile(source, { layout: 'debug' })
  if (!compiled.ok) return undefined
  const found = compiled.functions
    .flatMap((inFunction) => inFunction.symbols.map((symbol) => ({ symbol, inFunction })))
    .find(
      ({ symbol: { name, scope, from: at } }) =>
        name === word && (at === from || (scope.from <= from && from <= scope.to)),
    )
  if (found === undefined) return undefined
  const { symbol, inFunction } = found
  // The name of a variable that is shadowed means another one in a fact.
  const isNamed = inFunction.symbols.findLast(({ name }) => name === word) === symbol
  const asked = isNamed ? machine : undefined
  const ofVariable = (property: string): Fact => ({ subject: variable(word, inFunction.name), property })
  const offset = asked && fact(asked, ofVariable('offset'))
  const slot = offset === undefined ? [] : [`Its slot begins at RBP ${showValue(factText(offset))}.`]
  return {
    title: `${word}: ${symbol.type}`,
    lines: [
      `${symbol.size} bytes, aligned to ${symbol.alignment}.`,
      ...slot,
      ...heldLine(asked, ofVariable('value')),
    ],
  }
}
