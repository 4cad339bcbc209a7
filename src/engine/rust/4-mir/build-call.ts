import type { Call, Expression, FunctionItem, MacroCall, MethodCall } from '../1-parse/syntax.ts'
import { builtinFunction, type BuiltinFunction } from '../3-check/builtins.ts'
import { behindPointers } from '../3-check/pointers.ts'
import { alignmentOf, sizeOf } from '../3-check/type-layout.ts'
import { known, UNIT, USIZE, type Type } from '../3-check/types.ts'
import { isPlace } from '../1-parse/walk.ts'
import { buildCallOfValue, spreadOf } from './build-closure.ts'
import { buildIntrinsic } from './build-intrinsic.ts'
import { callTo, constant, placeBehind, sliceReference } from './build-place.ts'
import type { MirContext, ResolvedCallee } from './mir-context.ts'
import type { LibraryName, Operand, Place } from './mir.ts'

export function buildCall(context: MirContext, call: Call, target: Place): void {
  const { callee } = call
  const meaning = callee.kind === 'variable' ? context.func.resolution.meanings.get(callee) : undefined
  if (meaning?.kind !== 'function')
    return isBuiltin(callee, meaning)
      ? buildBuiltin(context, call, target)
      : buildCallOfValue(context, call, target)
  const given = callee.kind === 'variable' ? context.func.inference.instanceOf(callee) : []
  const operands = call.arguments.map((argument) => argumentOf(context, argument))
  if (isIntrinsic(context, meaning))
    return callTo(
      context,
      { kind: 'library', name: meaning.name.text as LibraryName, of: known(given[0] ?? UNIT) },
      operands,
      target,
      call,
    )
  const found = context.func.calleeOf(meaning, given)
  if (found.kind === 'itself') return buildIntrinsic(context, found, operands, target, call)
  const isEndless = context.typeOf(call).kind === 'never'
  const isSpread = found.kind === 'virtual' && found.name.startsWith('call') && isOfCalls(context, found)
  const passed = isSpread ? [operands[0]!, ...spreadOf(context, operands[1]!, call)] : operands
  callTo(context, found, passed, target, call, isEndless)
}

/** `Fn` and its like take their arguments as one, and hand them on one by one. */
function isOfCalls({ func }: MirContext, { of }: ResolvedCallee & { kind: 'virtual' }): boolean {
  return ['Fn', 'FnMut', 'FnOnce'].some((name) => func.program.traits.named(name) === of.trait)
}

function isBuiltin(callee: Expression, meaning: { readonly kind: string } | undefined): boolean {
  if (callee.kind === 'path') return builtinFunction(callee) !== undefined
  return callee.kind === 'variable' && meaning === undefined
}

/** A function that the library declares and the compiler writes where it is called. */
function isIntrinsic({ func: { resolution } }: MirContext, item: FunctionItem): boolean {
  return !item.hasBody && !resolution.owners.has(item)
}

/** What is lent for a call is reserved when it is named, and in force when the call begins. */
function argumentOf(context: MirContext, argument: Expression): Operand {
  context.arguments.add(argument)
  // What has no size goes by where it lies, and is gone then.
  if (isPlace(argument) && context.finalType(argument).kind === 'dyn')
    return { kind: 'move', place: context.place(argument), span: argument }
  return context.operand(argument)
}

const LIBRARY: Readonly<Partial<Record<BuiltinFunction, LibraryName>>> = {
  box_new: 'Box::new',
  box_elements: 'Box::new',
  drop: 'drop',
  swap: 'swap',
  black_box: 'black_box',
  size_of_val: 'size_of_val',
  align_of_val: 'align_of_val',
  null: 'null',
  null_mut: 'null_mut',
}

function buildBuiltin(context: MirContext, call: Call, target: Place): void {
  const { callee } = call
  const name =
    callee.kind === 'path'
      ? builtinFunction(callee)
      : callee.kind === 'variable'
        ? (callee.name as BuiltinFunction)
        : undefined
  if (name === 'size_of' || name === 'align_of') {
    const type = context.typeOf(callee)
    const value = BigInt(name === 'size_of' ? sizeOf(type) : alignmentOf(type))
    const operand = constant({ kind: 'value', value }, USIZE)
    return context.assign(target, { kind: 'use', operand }, call)
  }
  const library = name && LIBRARY[name]
  if (!library) throw new Error('only a function by its name can be called')
  const operands = call.arguments.map((argument) => argumentOf(context, argument))
  const [first] = call.arguments
  const of = first ? context.finalType(first) : context.typeOf(call)
  callTo(context, { kind: 'library', name: library, of }, operands, target, call)
}

export function buildMethod(context: MirContext, call: MethodCall, target: Place): void {
  const { receiver } = call
  const name = call.name.text as LibraryName
  const of = behindPointers(context.typeOf(receiver))
  const isSequence = of.kind === 'array' || of.kind === 'slice' || of.kind === 'str'
  const isChanging = name === 'as_mut_ptr'
  const self = isSequence
    ? sliceReference(context, receiver, isChanging)
    : copied(context, placeBehind(context, receiver, false), of, receiver)
  const operands = call.arguments.map((argument) => argumentOf(context, argument))
  callTo(context, { kind: 'library', name, of }, [self, ...operands], target, call)
}

function copied(context: MirContext, place: Place, type: Type, span: Expression): Operand {
  const value = { kind: 'use', operand: { kind: 'copy', place, span } } as const
  return { kind: 'move', place: context.keep(value, type, span), span }
}

/** A text among what is printed stands for itself; of everything else a reference is passed. */
export function printedOperands(
  context: MirContext,
  { values }: MacroCall,
  lookedAt: (each: Expression) => Operand,
): Operand[] {
  return values.map((value) =>
    value.kind === 'string'
      ? constant({ kind: 'text', text: value.text }, known(context.typeOf(value)))
      : lookedAt(value),
  )
}
