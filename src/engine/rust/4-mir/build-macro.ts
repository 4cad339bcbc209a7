import type { MacroCall, Variable } from '../1-parse/syntax.ts'
import { behindPointers } from '../3-check/pointers.ts'
import { BOOL, type Type } from '../3-check/types.ts'
import { printedOperands } from './build-call.ts'
import { branch, switchOn } from './build-choice.ts'
import { lookedAt, lookedType } from './build-operator.ts'
import { callTo, placeBehind } from './build-place.ts'
import type { MirContext } from './mir-context.ts'
import { DEREF, placeOf, projected, type Callee, type Operand, type Place } from './mir.ts'

const PANIC_TEXTS: Readonly<Record<string, string>> = {
  panic: 'explicit panic',
  unreachable: 'internal error: entered unreachable code',
  todo: 'not yet implemented',
  unimplemented: 'not implemented',
}

/** `println!`, `panic!` and the assertions. */
export function buildMacro(context: MirContext, macro: MacroCall, target: Place): void {
  switch (macro.name) {
    case 'println':
    case 'print':
    case 'eprintln':
    case 'eprint': {
      const pieces = [...(macro.pieces ?? []), ...(macro.name.endsWith('ln') ? ['\n'] : [])]
      const callee: Callee = { kind: 'format', macro: macro.name, pieces }
      return callTo(context, callee, printed(context, macro), target, macro)
    }
    case 'write':
    case 'writeln': {
      const pieces = [...(macro.pieces ?? []), ...(macro.name === 'writeln' ? ['\n'] : [])]
      const operands = [writtenTo(context, macro), ...printed(context, macro)]
      const name = isText(context, macro) ? 'append' : 'write'
      return callTo(context, { kind: 'format', macro: name, pieces }, operands, target, macro)
    }
    case 'format': {
      const callee: Callee = { kind: 'format', macro: 'format', pieces: macro.pieces ?? [] }
      return callTo(context, callee, printed(context, macro), target, macro)
    }
    case 'assert':
      return assertion(context, macro)
    case 'assert_eq':
    case 'assert_ne':
      return comparison(context, macro)
    default:
      return panic(context, macro, PANIC_TEXTS[macro.name] ?? '')
  }
}

/** What is written to is a `String`. */
function isText(context: MirContext, { operands: [target] }: MacroCall): boolean {
  const type = behindPointers(context.typeOf(target!))
  return type.kind === 'struct' && type.item.name.text === 'String'
}

/** It is lent for as long as the writing takes. */
function writtenTo(context: MirContext, { operands: [target] }: MacroCall): Operand {
  const place = placeBehind(context, target!, true)
  const type: Type = { kind: 'reference', mutable: true, target: context.placeType(place) }
  return {
    kind: 'move',
    place: context.keep({ kind: 'ref', borrow: 'mutable', place }, type, target!),
    span: target!,
  }
}

const printed = (context: MirContext, macro: MacroCall): Operand[] =>
  printedOperands(context, macro, (value) => lookedAt(context, value))

function panic(context: MirContext, macro: MacroCall, text: string, operands: readonly Operand[] = []): void {
  const values = printed(context, macro)
  const given =
    macro.pieces &&
    (macro.name === 'panic' || macro.name.startsWith('assert')
      ? macro.pieces
      : [`${text}: `, ...macro.pieces])
  const callee: Callee = { kind: 'format', macro: macro.name, pieces: given ?? [text] }
  const never = placeOf(context.local({ kind: 'never' }, macro))
  callTo(context, callee, [...operands, ...values], never, macro, true)
}

function assertion(context: MirContext, macro: MacroCall): void {
  const [condition] = macro.operands
  if (!condition) return
  const { then, otherwise } = branch(context, condition)
  context.continueIn(otherwise)
  context.inTemporaries(macro, () =>
    panic(context, macro, `assertion failed: ${macro.text.replace(/\s+/g, ' ')}`),
  )
  context.goTo(then, macro)
  context.continueIn(then)
}

function comparison(context: MirContext, macro: MacroCall): void {
  const [left, right] = macro.operands
  if (!left || !right) return
  const operands = [left, right].map((each) => lookedAt(context, each))
  const isEqual = placeOf(context.local(BOOL, macro))
  const byCall = context.func.inference.comparisonOf(macro)
  if (byCall) comparedByCall(context, byCall, macro, operands, isEqual)
  else {
    const of = lookedType(context.finalType(left))
    callTo(context, { kind: 'library', name: 'eq', of }, operands, isEqual, macro)
  }
  const decided: Operand = { kind: 'move', place: isEqual, span: macro }
  const { then, otherwise } = switchOn(context, decided, macro)
  const [fine, failed] = macro.name === 'assert_eq' ? [then, otherwise] : [otherwise, then]
  context.continueIn(failed)
  context.inTemporaries(macro, () => panic(context, macro, '', operands))
  context.goTo(fine, macro)
  context.continueIn(fine)
}

/** The values, or what they are references to, are lent once more. */
function comparedByCall(
  context: MirContext,
  { callee, depth }: { readonly callee: Variable; readonly depth: number },
  macro: MacroCall,
  operands: readonly Operand[],
  isEqual: Place,
): void {
  const { func } = context
  const item = func.resolution.meanings.get(callee)
  if (item?.kind !== 'function') throw new Error('what compares is no function')
  const found = func.calleeOf(item, func.inference.instanceOf(callee))
  if (found.kind === 'itself') throw new Error('what is compared by an `impl` has none')
  const lent = operands.map((operand): Operand => {
    if (operand.kind === 'constant' || depth === 0) return operand
    const place = projected(operand.place, ...new Array<typeof DEREF>(depth + 1).fill(DEREF))
    const type: Type = { kind: 'reference', mutable: false, target: context.placeType(place) }
    return {
      kind: 'copy',
      place: context.keep({ kind: 'ref', borrow: 'shared', place }, type, macro),
      span: macro,
    }
  })
  callTo(context, found, lent, isEqual, macro)
}
