import type { Tree } from '@lezer/common'
import type { Diagnostic } from '../diagnostic.ts'
import { virtualAddress, type VirtualAddress } from '../units.ts'
import { readWritten } from '../written-text.ts'
import { AssemblyPass, type PassResult } from './assembly-pass.ts'
import { Encodings } from './encodings.ts'
import { plainValue } from './expression.ts'
import { refuseGnu } from './gnu.ts'
import { readLines } from './lines.ts'
import { messages, AssemblyMistake } from './messages.ts'
import { parser } from './parser.generated.ts'
import type { Origin } from './preprocess/macro.ts'
import { preprocess, type PlacesBehind } from './preprocess/preprocess.ts'
import type { MadeSource } from './preprocess/source-map.ts'
import { readStatements, type Statement } from './syntax.ts'

export interface Section {
  /** `.text`, `.data`… */
  readonly name: string
  readonly address: VirtualAddress
  /** How much of memory it takes; `bytes` may be shorter, the rest is zeros. */
  readonly byteCount: number
  readonly bytes: Uint8Array
  readonly write: boolean
  readonly execute: boolean
}

export interface AssembledInstruction {
  readonly address: VirtualAddress
  readonly bytes: Uint8Array
  /** As it is written, without label and comment, with single spaces. */
  readonly text: string
  /** The line of the source, counted from 0. */
  readonly line: number
  readonly from: number
  readonly to: number
}

export interface Assembly {
  readonly sections: readonly Section[]
  /** In the order of their addresses within each section. */
  readonly instructions: readonly AssembledInstruction[]
  /** Local labels under their full names, `main.loop`. */
  readonly labels: ReadonlyMap<string, VirtualAddress>
  /** What `equ` has named and is no address. */
  readonly constants: ReadonlyMap<string, bigint>
  readonly globals: readonly string[]
}

export interface AssembleOptions {
  /** Where `.text` begins; the other sections follow it, each on a page of its own. */
  readonly origin?: VirtualAddress
  /** Labels that are defined elsewhere. */
  readonly symbols?: ReadonlyMap<string, VirtualAddress>
  /** `mov rax, 1` keeps its operand size; else it becomes `mov eax, 1`, as nasm has it. */
  readonly isExact?: boolean
}

export type AssembleResult =
  | { readonly ok: true; readonly assembly: Assembly; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

/** Where ld puts the text of a Linux program. */
export const DEFAULT_ORIGIN = virtualAddress(0x401000n)

/** More passes than jumps that grow one after the other in any program but a contrived one. */
const MOST_PASSES = 100

/** Assembles a whole source in Intel syntax, with nasm's meaning. Never throws for what a reader wrote. */
export function assemble(written: string, options: AssembleOptions = {}): AssembleResult {
  const usual = options.isExact ? assembleLines(written, options) : undefined
  if (usual) return usual
  const tooLong = longLines(written)
  if (tooLong.length > 0) return refused(written, tooLong)
  const { tree, text, mistakes } = readWritten(parser, written)
  if (mistakes.length > 0) return { ok: false, diagnostics: mistakes }
  return needsPreprocessing(text) ? assembleMade(text, options) : assembleTree(tree, text, options)
}

/** A compiler's text, if there is nothing to say of it: it has no macros, and says the same in many lines. */
function assembleLines(source: string, options: AssembleOptions): AssembleResult | undefined {
  const statements = readLines(source)
  const result = statements && assembleStatements(statements, source, options)
  return result?.diagnostics.length === 0 ? result : undefined
}

/** A source without a sign of the preprocessor is assembled as it is. */
function needsPreprocessing(source: string): boolean {
  return /%|\bi?struc\b|\b__\??[a-z]/i.test(source)
}

/** Assembles what macros have become, and tells of it at the lines that were written. */
function assembleMade(source: string, options: AssembleOptions): AssembleResult {
  const { made, mistakes, warnings } = preprocess(source, (text) => placesBehind(text, options))
  if (mistakes.length > 0) return refused(source, mistakes)
  const result = assembleTree(parser.parse(made.text), made.text, options)
  const diagnostics = result.diagnostics.map((diagnostic) => placed(diagnostic, made))
  if (!result.ok) return { ok: false, diagnostics: oneALine(source, diagnostics) }
  const { assembly } = result
  const instructions = assembly.instructions.map((instruction) => ({
    ...instruction,
    ...spanIn(source, made.originOf(instruction)),
  }))
  const ownWarnings = warnings.map((warning) => diagnosticOf(warning, 'warning'))
  return { ok: true, assembly: { ...assembly, instructions }, diagnostics: [...ownWarnings, ...diagnostics] }
}

/** What labels of lines mean behind them, where more lines will follow. */
function placesBehind(text: string, options: AssembleOptions): ReturnType<PlacesBehind> {
  const all = `${text}\n..@end:`
  const statements = readStatements(parser.parse(all), all, () => undefined)
  const pass = settledPass(all, statements, { ...options, isPart: true })?.pass
  const lookUp = (name: string) => {
    const value = pass?.lookUp(name)
    return value?.unsettled === true ? undefined : value
  }
  return { lookUp, here: pass?.here ?? plainValue(0n), sectionStart: pass?.sectionStart ?? plainValue(0n) }
}

/** The line, and the characters of it without the blanks around them. */
function spanIn(
  source: string,
  { from, to, line }: Origin,
): Pick<AssembledInstruction, 'line' | 'from' | 'to'> {
  const text = source.slice(from, to)
  const blanks = text.length - text.trimStart().length
  return { line, from: from + blanks, to: from + text.trimEnd().length }
}

/** A diagnostic of what macros have become, at the line that was written, with a word on the macro's own. */
function placed(diagnostic: Diagnostic, made: MadeSource): Diagnostic {
  const { from, to, macro } = made.originOf(diagnostic)
  const help = [diagnostic.help, macro && messages.inMacro(macro.name, macro.line)].filter(Boolean).join(' ')
  return { ...diagnostic, from, to, ...(help === '' ? {} : { help }) }
}

function assembleTree(tree: Tree, source: string, options: AssembleOptions): AssembleResult {
  const mistakes: AssemblyMistake[] = []
  const statements = readStatements(tree, source, (mistake) => mistakes.push(mistake))
  if (mistakes.length > 0) return refused(source, mistakes)
  return assembleStatements(statements, source, options)
}

function assembleStatements(
  statements: readonly Statement[],
  source: string,
  options: AssembleOptions,
): AssembleResult {
  const settled = settledPass(source, statements, options)
  if (settled !== undefined) return finished(source, settled.result)
  return refused(source, [
    new AssemblyMistake({ from: 0, to: Math.min(1, source.length) }, messages.unstable()),
  ])
}

/** The pass that finds everything where the one before it had found it; undefined where none does. */
function settledPass(
  source: string,
  statements: readonly Statement[],
  { origin = DEFAULT_ORIGIN, symbols = new Map(), isExact = false, isPart = false }: PassKind,
): { readonly pass: AssemblyPass; readonly result: PassResult } | undefined {
  const encodings = new Encodings(isExact)
  let before: PassResult | undefined
  for (let count = 0; count < MOST_PASSES; count++) {
    const previous = before?.findings
    const pass = new AssemblyPass(source, statements, {
      origin,
      symbols,
      isExact,
      isPart,
      encodings,
      previous,
    })
    const result: PassResult = pass.run()
    if (result.layout === before?.layout) return { pass, result }
    before = result
  }
  return undefined
}

interface PassKind extends AssembleOptions {
  /** More will follow: labels that are not here may be there. */
  readonly isPart?: boolean
}

/** Longer lines are not written by hand, and expressions in them could be nested beyond every measure. */
const LONGEST_LINE = 4000

function longLines(source: string): AssemblyMistake[] {
  const mistakes: AssemblyMistake[] = []
  let from = 0
  for (const line of source.split('\n')) {
    const to = from + line.length
    if (line.length > LONGEST_LINE) mistakes.push(new AssemblyMistake({ from, to }, messages.lineTooLong()))
    from = to + 1
  }
  return mistakes
}

function finished(source: string, result: PassResult): AssembleResult {
  if (result.mistakes.length > 0) return refused(source, result.mistakes)
  const diagnostics = result.warnings.map((warning) => diagnosticOf(warning, 'warning'))
  return { ok: true, assembly: result.assembly(), diagnostics }
}

function diagnosticOf({ span, said }: AssemblyMistake, severity: Diagnostic['severity']): Diagnostic {
  return {
    severity,
    message: said.message,
    from: span.from,
    to: span.to,
    ...(said.help === undefined ? {} : { help: said.help }),
  }
}

function refused(source: string, mistakes: readonly AssemblyMistake[]): AssembleResult {
  const diagnostics = mistakes.map((mistake) => {
    const { span, said } = refuseGnu(source, mistake)
    return diagnosticOf(new AssemblyMistake(span, said), 'error')
  })
  return { ok: false, diagnostics: oneALine(source, diagnostics) }
}

/** The first of each line. */
function oneALine(source: string, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const lineOf = ({ from }: Diagnostic) => source.lastIndexOf('\n', from - 1)
  return diagnostics.filter((one, index) => index === 0 || lineOf(diagnostics[index - 1]!) !== lineOf(one))
}
