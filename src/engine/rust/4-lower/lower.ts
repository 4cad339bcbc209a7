import type { FunctionItem, Span, Statement } from '../1-parse/syntax.ts'
import type { Checked, CheckedFunction, TypedLocal } from '../3-check/check.ts'
import { alignmentOf, extentOf } from '../3-check/type-layout.ts'
import { Body } from './body.ts'
import { borrowedLocals } from './borrowed.ts'
import { Code } from './code.ts'
import { Data } from './data.ts'
import type { Group, Instruction, Operand } from './instruction.ts'
import { layoutNamed, type FrameLayout, type LayoutName } from './layout.ts'
import { runtimeFor, type Runtime } from './runtime.ts'
import { StraightBody } from './straight-body.ts'
import { valueBytes } from './value-bytes.ts'

export interface LoweredFunction {
  readonly name: string
  readonly label: string
  readonly signature: Span
  readonly frame: FrameLayout
  readonly locals: readonly TypedLocal[]
  readonly groups: readonly Group[]
}

export interface LoweredProgram {
  readonly functions: readonly LoweredFunction[]
  readonly data: Data
  readonly runtime: Runtime
  /** It has a beginning and an end of its own, and speaks with the operating system. */
  readonly isProcess: boolean
}

/** Fourth phase: gives every variable its place in the frame, and every statement its instructions. */
export function lower(checked: Checked, layout: LayoutName, source: string): LoweredProgram {
  const data = new Data()
  const labels = new Map(checked.functions.map(({ item, label }) => [item, label]))
  const areStraight = checked.functions.every((func) => func.isStraight)
  for (const { item, type, value } of checked.constants)
    if (item.kind === 'static')
      data.static(`static.${item.name.text}.${item.from}`, valueBytes(value, type), alignmentOf(type))
  const lineStarts = [0, ...[...source.matchAll(/\n/g)].map(({ index }) => index + 1)]
  const functions = checked.functions.map((func) =>
    func.isStraight
      ? lowerStraight(func, areStraight ? layout : 'aligned', layout, source, labels)
      : lowerGeneral(func, layout, source, data, labels, lineStarts),
  )
  const isProcess =
    checked.functions.some(({ label }) => label === 'main') &&
    data.routines.size + data.writable.length + data.zeroed.length > 0
  if (isProcess) data.routine('output.flush')
  return { functions, data, runtime: runtimeFor(data.routines), isProcess }
}

/** @param size how the frame's size is rounded: beside functions of the whole language RSP stays a multiple of 16 */
function lowerStraight(
  func: CheckedFunction,
  size: LayoutName | 'aligned',
  layout: LayoutName,
  source: string,
  labels: ReadonlyMap<FunctionItem, string>,
): LoweredFunction {
  const { item, locals } = func
  const found = layoutNamed(layout)(locals.map(({ type }) => extentOf(type)))
  const frame = size === 'aligned' ? { ...found, frameSize: Math.ceil(found.frameSize / 16) * 16 } : found
  const body = new StraightBody(func, frame, labels)
  const groups = item.statements.map((statement) => lowerStatement(statement, body, source))
  return {
    name: item.name.text,
    label: func.label,
    signature: item.signature,
    frame,
    locals,
    groups: [prologue(item.signature, frame), ...groups.filter(isWorthShowing), epilogue(item.closingBrace)],
  }
}

function lowerGeneral(
  func: CheckedFunction,
  layout: LayoutName,
  source: string,
  data: Data,
  labels: ReadonlyMap<FunctionItem, string>,
  lineStarts: readonly number[],
): LoweredFunction {
  const { item, locals } = func
  // A reference must be aligned, whatever the layout: only what nobody refers to is packed.
  const borrowed = borrowedLocals(func)
  const isPacked = layout === 'packed'
  const extents = locals.map(({ local, type }) =>
    isPacked && !borrowed.has(local) ? { size: extentOf(type).size, alignment: 1 } : extentOf(type),
  )
  const variables = layoutNamed(layout, true)(extents)
  const code = new Code(data, variables.localBytes)
  code.span = item.signature
  const offsets = new Map(locals.map(({ local }, index) => [local, variables.offsets[index] ?? 0]))
  const body = new Body(func, code, offsets, lineStarts)
  body.labels = labels
  body.parameters()
  body.body()
  const frameSize = Math.ceil(code.deepest / 16) * 16
  const frame = {
    ...variables,
    frameSize,
    padding: variables.padding.filter(({ reason }) => reason === 'alignment'),
  }
  const end = epilogue(item.closingBrace)
  const groups = [...bySpan(code.instructions, source), end, ...bySpan(code.apart, source)]
  return {
    name: item.name.text,
    label: func.label,
    signature: item.signature,
    frame,
    locals,
    groups: [prologue(item.signature, frame), ...groups],
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

function lowerStatement(statement: Statement, body: StraightBody, source: string): Group {
  return {
    heading: onOneLine(source.slice(statement.from, statement.to)),
    span: statement,
    instructions: body.lower(statement),
  }
}

/** `let x: u8;` only takes a place; nothing happens when it runs. */
function isWorthShowing({ instructions }: Group): boolean {
  return instructions.length > 0
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
  const line = text.slice(0, 4 * LONGEST_HEADING).replace(/\s+/gu, ' ')
  return line.length > LONGEST_HEADING ? `${line.slice(0, LONGEST_HEADING - 1)}…` : line
}
