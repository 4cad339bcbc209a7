import type { Span } from '../1-parse/syntax.ts'
import type { CaptureOf, Operand, Place, Rvalue, Statement, Terminator } from './mir.ts'

/** What a statement or terminator does to places, in its order. */
export type Access =
  | {
      readonly kind: 'copy' | 'move' | 'length'
      readonly place: Place
      readonly span: Span
      readonly capture?: CaptureOf | undefined
      readonly subject?: Span | undefined
    }
  | {
      readonly kind: 'borrow'
      readonly how: 'shared' | 'mutable' | 'two-phase' | 'raw-const' | 'raw-mut'
      readonly place: Place
      readonly span: Span
      readonly capture?: CaptureOf | undefined
    }
  | { readonly kind: 'assign'; readonly place: Place; readonly isCall: boolean; readonly span: Span }
  | { readonly kind: 'drop'; readonly place: Place; readonly isReplaced: boolean; readonly span: Span }
  | { readonly kind: 'storage-dead' | 'storage-live'; readonly place: Place; readonly span: Span }
  | { readonly kind: 'mention'; readonly place: Place; readonly span: Span }

export function accessesOf(step: Statement | Terminator): readonly Access[] {
  switch (step.kind) {
    case 'assign':
      return [
        ...rvalueAccesses(step.value, step),
        { kind: 'assign', place: step.place, isCall: false, span: step },
      ]
    case 'storage-live':
    case 'storage-dead':
      return [{ kind: step.kind, place: { local: step.local, projection: [] }, span: step }]
    case 'mention':
      return [{ kind: 'mention', place: step.place, span: step }]
    case 'switch':
      return operandAccesses([step.operand])
    case 'drop':
      return [{ kind: 'drop', place: step.place, isReplaced: step.isReplaced, span: step }]
    case 'call':
      return [
        ...operandAccesses(step.arguments),
        { kind: 'assign', place: step.destination, isCall: true, span: step },
      ]
    case 'assert':
      return operandAccesses([step.operand])
    default:
      return []
  }
}

function operandAccesses(operands: readonly Operand[]): Access[] {
  return operands.flatMap((operand): Access[] => (operand.kind === 'constant' ? [] : [operand]))
}

function rvalueAccesses(value: Rvalue, span: Span): readonly Access[] {
  switch (value.kind) {
    case 'ref':
      return [{ kind: 'borrow', how: value.borrow, place: value.place, span, capture: value.capture }]
    case 'raw':
      return [{ kind: 'borrow', how: value.mutable ? 'raw-mut' : 'raw-const', place: value.place, span }]
    case 'length':
    case 'discriminant':
      return [{ kind: 'length', place: value.place, span }]
    case 'binary':
      return operandAccesses([value.left, value.right])
    case 'aggregate':
      return operandAccesses(value.operands)
    default:
      return operandAccesses([value.operand])
  }
}
