import type { Span, Statement } from '../1-parse/syntax.ts'
import type { CheckedFunction, TypedLocal } from '../3-check/check.ts'
import { sizeOf } from '../3-check/types.ts'
import { FunctionBody } from './function-body.ts'
import type { Group, Instruction, Operand } from './instruction.ts'
import { layoutNamed, type FrameLayout, type LayoutName } from './layout.ts'

export interface LoweredFunction {
  readonly name: string
  readonly signature: Span
  readonly frame: FrameLayout
  readonly locals: readonly TypedLocal[]
  readonly groups: readonly Group[]
}

/** Fourth phase: gives every variable its place in the frame, and every statement its instructions. */
export function lower(func: CheckedFunction, layout: LayoutName, source: string): LoweredFunction {
  const { item, locals } = func
  const frame = layoutNamed(layout)(
    locals.map(({ type }) => ({ size: sizeOf(type), alignment: sizeOf(type) })),
  )
  const body = new FunctionBody(func, frame)
  const groups = item.statements.map((statement) => lowerStatement(statement, body, source))
  return {
    name: item.name.text,
    signature: item.signature,
    frame,
    locals,
    groups: [prologue(item.signature, frame), ...groups.filter(isWorthShowing), epilogue(item.closingBrace)],
  }
}

function lowerStatement(statement: Statement, body: FunctionBody, source: string): Group {
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
