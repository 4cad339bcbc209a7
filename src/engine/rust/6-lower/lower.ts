import type { FunctionItem, Span } from '../1-parse/syntax.ts'
import type { Local } from '../2-resolve/resolve.ts'
import type { Analysed } from '../analyse.ts'
import type { CheckedFunction, TypedLocal } from '../3-check/check.ts'
import { alignmentOf, layoutOf } from '../3-check/type-layout.ts'
import type { MirBody } from '../4-mir/mir.ts'
import { Body } from './body.ts'
import { borrowedLocals } from './borrowed.ts'
import { Code } from './code.ts'
import { debugFrame } from './debug-frame.ts'
import { Data } from './data.ts'
import type { Group, Instruction, Operand } from './instruction.ts'
import { debugLayout, packedLayout, withRoom, type FrameLayout, type LayoutName } from './layout.ts'
import { runtimeFor, type Runtime } from './runtime.ts'
import { valueBytes } from './value-bytes.ts'

export interface LoweredFunction {
  readonly name: string
  readonly label: string
  readonly signature: Span
  readonly parameterCount: number
  readonly frame: FrameLayout
  readonly locals: readonly TypedLocal[]
  /** Those that a reference or pointer is taken to: they are aligned in every layout. */
  readonly borrowed: ReadonlySet<Local>
  readonly groups: readonly Group[]
  /** Which of them is the epilogue. */
  readonly epilogueAt: number
  readonly closingBrace: Span
}

export interface LoweredProgram {
  readonly functions: readonly LoweredFunction[]
  /** Which of them the program begins with. */
  readonly entry: LoweredFunction | undefined
  readonly data: Data
  readonly runtime: Runtime
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

/** Sixth phase: gives every variable its place in the frame, and every statement its instructions. */
export function lower(
  checked: Analysed,
  layout: LayoutName,
  source: string,
  isProcess = false,
): LoweredProgram {
  const data = new Data()
  const labels = new Map(checked.functions.map(({ item, label }) => [item, label]))
  for (const { item, type, value } of checked.constants)
    if (item.kind === 'static')
      data.static(`static.${item.name.text}.${item.from}`, valueBytes(value, type), alignmentOf(type))
  const lineStarts = [0, ...[...source.matchAll(/\n/g)].map(({ index }) => index + 1)]
  const bodies = new Map(checked.bodies.map((body) => [body.item, body]))
  const functions = checked.functions.map((func) =>
    lowerFunction(func, layout, source, data, labels, lineStarts, bodies.get(func.item)),
  )
  if (data.prints) data.routine('output.flush')
  const runtime = runtimeFor(data.routines)
  const entry = entryOf(functions)
  const start = isProcess && entry ? { entry: entry.label, flushes: data.prints } : undefined
  if (start || !data.prints) return { functions, entry, data, runtime, start }
  const flushing = entry && withFlush(entry)
  return {
    functions: functions.map((func) => (func === entry && flushing ? flushing : func)),
    entry: flushing,
    data,
    runtime,
    start,
  }
}

/**
 * `main` is what runs. Without one it is what could be: takes nothing, and is called by no other function; so a helper
 * may stand anywhere.
 */
function entryOf(functions: readonly LoweredFunction[]): LoweredFunction | undefined {
  const called = new Set(functions.flatMap(calledBy))
  const starts = functions.filter(({ parameterCount }) => parameterCount === 0)
  return (
    functions.find(({ label }) => label === 'main') ??
    starts.find(({ label }) => !called.has(label)) ??
    starts[0] ??
    functions[0]
  )
}

/** Labels of the other functions that it calls. */
function calledBy({ label, groups }: LoweredFunction): string[] {
  return groups
    .flatMap(({ instructions }) => instructions)
    .filter(({ mnemonic }) => mnemonic === 'call')
    .flatMap(({ operands }) => operands.flatMap((each) => (each.kind === 'label' ? [each.name] : [])))
    .filter((name) => name !== label)
}

/** Without an end of its own, the program writes what is left where its first function ends. */
function withFlush({ groups, epilogueAt, closingBrace, ...rest }: LoweredFunction): LoweredFunction {
  const comment = 'Write what was printed without an end of line'
  const flush: Instruction = {
    mnemonic: 'call',
    operands: [{ kind: 'label', name: 'output.flush' }],
    span: closingBrace,
    comment,
  }
  const group: Group = { heading: 'End of the program', span: closingBrace, instructions: [flush] }
  return { ...rest, closingBrace, epilogueAt, groups: groups.toSpliced(epilogueAt, 0, group) }
}

function lowerFunction(
  func: CheckedFunction,
  layout: LayoutName,
  source: string,
  data: Data,
  labels: ReadonlyMap<FunctionItem, string>,
  lineStarts: readonly number[],
  mir: MirBody | undefined,
): LoweredFunction {
  const { item, locals } = func
  const extents = locals.map(({ type }) => layoutOf(type))
  const borrowed = borrowedLocals(func)
  const aligned = new Set(locals.flatMap(({ local }, index) => (borrowed.has(local) ? [index] : [])))
  const variables =
    layout === 'packed'
      ? packedLayout(extents, aligned)
      : mir
        ? debugFrame(mir, locals)
        : debugLayout(extents)
  const code = new Code(data, variables.localBytes)
  code.span = item.signature
  const offsets = new Map(locals.map(({ local }, index) => [local, variables.offsets[index] ?? 0]))
  const body = new Body(func, code, offsets, lineStarts)
  body.labels = labels
  body.parameters()
  body.body()
  const frame = withRoom(variables, code.deepest, layout)
  const end = epilogue(item.closingBrace)
  const groups = [prologue(item.signature, frame), ...bySpan(code.instructions, source)]
  return {
    name: item.name.text,
    label: func.label,
    signature: item.signature,
    parameterCount: item.parameters.length,
    frame,
    locals,
    borrowed,
    groups: [...groups, end, ...bySpan(code.apart, source)],
    epilogueAt: groups.length,
    closingBrace: item.closingBrace,
  }
}

/** One heading for what comes from one place of the source. */
function bySpan(instructions: readonly Instruction[], source: string): readonly Group[] {
  const groups: { heading: string; span: Span; instructions: Instruction[] }[] = []
  for (const instruction of instructions) {
    const last = groups.at(-1)
    if (last && last.span === instruction.span) last.instructions.push(instruction)
    else {
      const { span } = instruction
      groups.push({ heading: onOneLine(source.slice(span.from, span.to)), span, instructions: [instruction] })
    }
  }
  return groups
}

const RBP: Operand = { kind: 'register', name: 'rbp' }
const RSP: Operand = { kind: 'register', name: 'rsp' }

function prologue(span: Span, { frameSize }: FrameLayout): Group {
  const instructions: Instruction[] = [
    { mnemonic: 'push', operands: [RBP], span, comment: 'Save the caller’s RBP' },
    { mnemonic: 'mov', operands: [RBP, RSP], span, comment: 'RBP marks this frame' },
  ]
  if (frameSize > 0) {
    const operands: Operand[] = [RSP, { kind: 'immediate', value: BigInt(frameSize) }]
    instructions.push({ mnemonic: 'sub', operands, span, comment: `Allocate ${frameSize} bytes on stack` })
  }
  return { heading: 'Function prologue', span, instructions }
}

function epilogue(span: Span): Group {
  const instructions: Instruction[] = [
    { mnemonic: 'leave', operands: [], span, comment: 'RSP and RBP as they were' },
    { mnemonic: 'ret', operands: [], span, comment: 'Return to the caller' },
  ]
  return { heading: 'Function epilogue', span, instructions }
}

const LONGEST_HEADING = 90

function onOneLine(text: string): string {
  const line = text
    .slice(0, 4 * LONGEST_HEADING)
    .replace(/\s+/gu, ' ')
    .trim()
  return line.length > LONGEST_HEADING ? `${line.slice(0, LONGEST_HEADING - 1)}…` : line
}
