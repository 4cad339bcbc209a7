import type { ConstantItem, Span } from '../1-parse/syntax.ts'
import type { Local } from '../2-resolve/resolve.ts'
import { START } from '../2-resolve/start.ts'
import { layoutOf } from '../3-check/type-layout.ts'
import { needsDrop, type Type } from '../3-check/types.ts'
import type { MirBody } from '../4-mir/mir.ts'
import type { Analysed } from '../analyse.ts'
import { Data } from './data.ts'
import { hasLines } from './format.ts'
import { insideFormatting } from './inside-formatting.ts'
import { Glue } from './glue.ts'
import { generateFunction } from './generate-function.ts'
import { compute } from './computations.ts'
import type { Surroundings } from './generation.ts'
import { addressOf } from './places.ts'
import { store } from './stores.ts'
import { labelled, type Group, type Instruction } from './instruction.ts'
import { landingTable, type Landing, type LandingPlace } from './landing-pads.ts'
import type { FrameLayout, LayoutName } from './layout.ts'
import { runtimeFor, type Runtime } from './runtime.ts'

export interface GeneratedFunction {
  readonly name: string
  readonly label: string
  readonly signature: Span
  readonly parameterCount: number
  readonly frame: FrameLayout
  readonly locals: readonly GeneratedLocal[]
  readonly groups: readonly Group[]
  /** Which of them is the epilogue. */
  readonly epilogueAt: number
  readonly closingBrace: Span
  readonly landings: readonly Landing[]
}

/** A variable of the reader's. */
export interface GeneratedLocal {
  readonly local: Local
  readonly type: Type
  /** A reference or pointer is taken to it: it is aligned in every layout. */
  readonly isReferredTo: boolean
}

/** A routine of the compiler's own that the program's types need. */
export interface GeneratedRoutine {
  readonly label: string
  readonly groups: readonly Group[]
  /** Of the routine's frame, in bytes. */
  readonly frameSize: number
  readonly landings: readonly Landing[]
}

export interface GeneratedProgram {
  readonly functions: readonly GeneratedFunction[]
  readonly routines: readonly GeneratedRoutine[]
  /** Which of them the program begins with. */
  readonly entry: GeneratedFunction | undefined
  readonly data: Data
  readonly runtime: Runtime
  /** Where panics go on, as the table that the runtime searches. */
  readonly landings: readonly string[]
  /** Where it is to begin and to end by itself. */
  readonly start: ProcessStart | undefined
}

/** What an operating system starts, and what is left to do when it comes back. */
export interface ProcessStart {
  /** The label of the function that is called. */
  readonly entry: string
  /** Something may have been printed that is not written yet. */
  readonly flushes: boolean
}

/** Sixth phase: gives every variable its place in the frame, and every step of the middle representation its instructions. */
export function generate(
  analysed: Pick<
    Analysed,
    | 'bodies'
    | 'constants'
    | 'ofLibrary'
    | 'libraryText'
    | 'destructorOf'
    | 'methodOf'
    | 'dispatched'
    | 'slotOf'
  >,
  layout: LayoutName,
  source: string,
  isProcess = false,
): GeneratedProgram {
  const { bodies, constants, ofLibrary, libraryText } = analysed
  const data = new Data()
  for (const constant of constants) {
    const { item } = constant
    if (item.kind === 'static') data.static(staticLabel(item), constant.value, constant.type)
  }
  const glue = new Glue()
  const inside = insideFormatting(bodies, analysed.destructorOf)
  const told = { inside, hasLines: bodies.some(printsLines) }
  const inText = (text: string, file: string, these: readonly MirBody[]) => {
    const around = surroundings(analysed, { text, file }, glue, data, told)
    return these.map((body) => generateFunction(body, { layout, source: text, data, around }))
  }
  const isOfLibrary = ({ item }: MirBody) => ofLibrary.has(item)
  const functions = inText(
    source,
    'src/main.rs',
    bodies.filter((body) => !isOfLibrary(body)),
  )
  const library = inText(libraryText, LIBRARY_FILE, bodies.filter(isOfLibrary))
  const routines = [
    ...library.map((func) => ({ ...landingPlace(func), groups: func.groups })),
    ...glue.routines(data, surroundings(analysed, { text: '', file: '' }, glue, data, told)),
  ]
  if (data.prints) data.routine('output.flush')
  const landings = landingTable([...functions.map(landingPlace), ...routines])
  const runtime = runtimeFor(data.routines, landings.length > 0)
  const entry = entryOf(functions)
  const start = isProcess && entry ? { entry: entry.label, flushes: data.prints } : undefined
  const program = { functions, routines, entry, data, runtime, landings, start }
  if (start || !data.prints || !entry) return program
  const flushing = withFlush(entry)
  return {
    ...program,
    functions: functions.map((func) => (func === entry ? flushing : func)),
    entry: flushing,
  }
}

const landingPlace = ({ label, frame: { frameSize }, landings }: GeneratedFunction): LandingPlace => ({
  label,
  frameSize,
  landings,
})

/** It has a `{:#?}` in it. */
function printsLines({ blocks }: MirBody): boolean {
  return blocks.some(
    ({ terminator }) =>
      terminator.kind === 'call' &&
      terminator.callee.kind === 'format' &&
      terminator.callee.pieces.some(hasLines),
  )
}

const LIBRARY_FILE = 'library.rs'

function staticLabel(item: ConstantItem): string {
  return `static.${item.name.text}.${item.from}`
}

function surroundings(
  {
    constants,
    destructorOf,
    methodOf,
    dispatched,
    slotOf,
  }: Pick<Analysed, 'constants' | 'destructorOf' | 'methodOf' | 'dispatched' | 'slotOf'>,
  { text, file }: { readonly text: string; readonly file: string },
  glue: Glue,
  data: Data,
  { inside, hasLines }: { readonly inside: ReadonlySet<string>; readonly hasLines: boolean },
): Surroundings {
  const found = new Map(constants.map((constant) => [constant.item, constant]))
  return {
    make: { compute, addressOf, store },
    isTrusted: file === LIBRARY_FILE,
    staticLabel,
    isInsideFormatting: (label) => inside.has(label),
    hasLines,
    destructorOf,
    methodOf,
    slotOf,
    vtableFor: (type, of) => {
      const drop = needsDrop(type) ? glue.labelFor(type, { kind: 'drop' }) : undefined
      return data.vtable(drop, layoutOf(type), dispatched(type, of))
    },
    valueOf: (item) => found.get(item)?.value ?? 0n,
    placeText: ({ from }) => `${file}:${placeText(lineStartsOf(text), from)}`,
    routineFor: (type, work) => glue.labelFor(type, work),
  }
}

/** Of the reader's program and of the library, which take turns. */
const TEXTS_KEPT = 2
const lineStarts = new Map<string, readonly number[]>()

/** Looked for when it is needed, and once: the library is long. */
function lineStartsOf(text: string): readonly number[] {
  const starts = lineStarts.get(text) ?? [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  // The one that was asked for longest ago is first.
  lineStarts.delete(text)
  lineStarts.set(text, starts)
  if (lineStarts.size > TEXTS_KEPT) lineStarts.delete(lineStarts.keys().next().value!)
  return starts
}

/** As a panic names it: the line and the column, from 1. */
function placeText(lineStarts: readonly number[], from: number): string {
  let [low, high] = [0, lineStarts.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (lineStarts[middle]! <= from) low = middle
    else high = middle - 1
  }
  return `${low + 1}:${from - lineStarts[low]! + 1}`
}

/**
 * `main` is what runs. Without one it is what could be: takes nothing, and is called by no other function; so a helper
 * may stand anywhere.
 */
function entryOf(functions: readonly GeneratedFunction[]): GeneratedFunction | undefined {
  const called = new Set(functions.flatMap(calledBy))
  const starts = functions.filter(({ parameterCount }) => parameterCount === 0)
  return (
    functions.find(({ name }) => name === START) ??
    functions.find(({ label }) => label === 'main') ??
    starts.find(({ label }) => !called.has(label)) ??
    starts[0] ??
    functions[0]
  )
}

/** Labels of the other functions that it calls. */
function calledBy({ label, groups }: GeneratedFunction): string[] {
  return groups
    .flatMap(({ lines }) => lines)
    .flatMap((line) => (line.kind === 'instruction' && line.mnemonic === 'call' ? line.operands : []))
    .flatMap((operand) => (operand.kind === 'label' && operand.name !== label ? [operand.name] : []))
}

/** Without an end of its own, the program writes what is left where its first function ends. */
function withFlush({ groups, epilogueAt, closingBrace, ...rest }: GeneratedFunction): GeneratedFunction {
  const flush: Instruction = {
    kind: 'instruction',
    mnemonic: 'call',
    operands: [labelled('output.flush')],
    span: closingBrace,
    comment: 'Write what was printed without an end of line',
  }
  const group: Group = { heading: 'End of the program', span: closingBrace, lines: [flush] }
  return { ...rest, closingBrace, epilogueAt, groups: groups.toSpliced(epilogueAt, 0, group) }
}
