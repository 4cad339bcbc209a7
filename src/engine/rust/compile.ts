import type { Diagnostic } from '../diagnostic.ts'
import { analyse } from './analyse.ts'
import { parse } from './1-parse/parse.ts'
import type { Span } from './1-parse/syntax.ts'
import { resolve } from './2-resolve/resolve.ts'
import { MOST_DIAGNOSTICS } from './2-resolve/resolve-body.ts'
import { library } from './library/library.ts'
import { gapsOf, layoutOf, type Gap } from './3-check/type-layout.ts'
import { typeText } from './3-check/types.ts'
import { valueLayout, type ValueLayout } from './3-check/value-layout.ts'
import { isImplied } from './1-parse/in-other-words.ts'
import { generate, type GeneratedFunction, type GeneratedLocal } from './6-generate/generate.ts'
import type { LayoutName, Padding } from './6-generate/layout.ts'
import { emit, type SourceLine } from './7-emit/emit.ts'

/** A variable as the compiler alone knows it: name and type are gone from the machine code. */
export interface SymbolInfo extends Span {
  readonly name: string
  /** As rustc writes it. */
  readonly type: string
  /** In bytes. */
  readonly size: number
  readonly alignment: number
  /** A reference or pointer is taken to it: it is aligned in every layout. */
  readonly isReferredTo?: boolean
  /** Of the lowest byte, from RBP; negative. */
  readonly offset: number
  /** Bytes inside it that belong to none of its fields, from its lowest byte. */
  readonly gaps: readonly Gap[]
  /** Its parts, and what it points at. */
  readonly layout: ValueLayout
  /** The function it belongs to. */
  readonly function: string
  /** Where in the source the name means this variable. */
  readonly scope: Span
}

interface FunctionInfo extends Span {
  readonly name: string
  /** Its label in the assembly, where that is another one. */
  readonly label?: string
  /** The program begins with it. */
  readonly isEntry?: true
  /** What the prologue subtracts from RSP, in bytes. */
  readonly frameSize: number
  /** From RBP down to the lowest variable, in bytes. */
  readonly localBytes: number
  /** In the order of the declarations. */
  readonly symbols: readonly SymbolInfo[]
  readonly padding: readonly Padding[]
}

export type Compilation =
  | {
      readonly ok: true
      /** nasm's syntax. */
      readonly assembly: string
      /** One entry for each line of the assembly. */
      readonly lines: readonly SourceLine[]
      readonly functions: readonly FunctionInfo[]
      /** It prints or allocates, and so asks an operating system for something. */
      readonly asksSystem: boolean
      /** Warnings. */
      readonly diagnostics: readonly Diagnostic[]
    }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

/**
 * Compiles the course's Rust to assembly. Whatever the text, the answer is a program or at least one error, each at a
 * place inside the source, in the order in which rustc would report them.
 * @param options.layout where variables lie in the frame: the document's packing, or rustc's rule
 * @param options.isProcess it is to begin at `_start` and to end by itself, as an operating system has it; else somebody
 * calls it
 */
export function compile(
  source: string,
  options: { readonly layout: LayoutName; readonly isProcess?: boolean },
): Compilation {
  const parsed = parse(source)
  if (!parsed.ok) return { ok: false, diagnostics: parsed.diagnostics.slice(0, MOST_DIAGNOSTICS) }
  const checked = analyse(resolve(parsed.program, library(parsed.words)))
  const diagnostics = errorsFirst(checked.diagnostics).slice(0, MOST_DIAGNOSTICS)
  if (diagnostics[0]?.severity === 'error') return { ok: false, diagnostics }
  const program = generate(checked, options.layout, parsed.text, options.isProcess)
  const { functions, entry, data } = program
  const { asksSystem } = data
  return {
    ok: true,
    ...emit(program),
    asksSystem,
    functions: functions.map((func) => functionInfo(func, func === entry)),
    diagnostics,
  }
}

function errorsFirst(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const isError = ({ severity }: Diagnostic) => severity === 'error'
  return [...diagnostics.filter(isError), ...diagnostics.filter((diagnostic) => !isError(diagnostic))]
}

function functionInfo(
  { name, label, signature, frame, locals }: GeneratedFunction,
  isEntry: boolean,
): FunctionInfo {
  const { frameSize, localBytes, padding, offsets } = frame
  const placed = locals.map((local, index) => symbolInfo(local, offsets[index] ?? 0, name))
  const isOwn = (_: SymbolInfo, index: number) => !isImplied(locals[index]!.local.declaration.name)
  const symbols = placed.filter(isOwn)
  const names = { name, ...(label === name ? {} : { label }), ...(isEntry && { isEntry }) }
  return {
    ...names,
    ...signature,
    frameSize,
    localBytes,
    symbols,
    padding: withRest(padding, placed, symbols),
  }
}

/** What has no name lies between the variables like other temporaries. */
function withRest(
  padding: readonly Padding[],
  placed: readonly SymbolInfo[],
  symbols: readonly SymbolInfo[],
): readonly Padding[] {
  const rest = placed.filter((symbol) => symbol.size > 0 && !symbols.includes(symbol))
  const others = rest.map(({ offset, size }) => ({ offset, size, reason: 'temporaries' as const }))
  return others.length === 0
    ? padding
    : [...padding, ...others].sort((one, other) => other.offset - one.offset)
}

function symbolInfo(
  { local, type, isReferredTo }: GeneratedLocal,
  offset: number,
  functionName: string,
): SymbolInfo {
  const { name, declaration, scope } = local
  const { from, to } = declaration.name
  const { size, alignment } = layoutOf(type)
  return {
    name,
    type: typeText(type),
    size,
    alignment,
    ...(isReferredTo && { isReferredTo }),
    offset,
    gaps: gapsOf(type),
    layout: valueLayout(type),
    function: functionName,
    from,
    to,
    scope,
  }
}
