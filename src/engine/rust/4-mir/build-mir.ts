import type { Expression, Pattern, Span } from '../1-parse/syntax.ts'
import type { ClosureType } from '../3-check/callables.ts'
import { known, UNIT, type Type } from '../3-check/types.ts'
import { needsAdjustment } from './build-adjustment.ts'
import { buildAssignment } from './build-assignment.ts'
import { buildBinding, buildBlock } from './build-block.ts'
import { buildCall, buildMethod } from './build-call.ts'
import { assignUnit, buildIf, buildLogic } from './build-choice.ts'
import { buildClosure, callOnce } from './build-closure.ts'
import { buildIntrinsic } from './build-intrinsic.ts'
import { buildFor, buildJump, buildLabelled, buildLoop } from './build-loop.ts'
import { buildMacro } from './build-macro.ts'
import { buildMatch } from './build-match.ts'
import { buildPlace } from './build-place.ts'
import { buildRvalue, plainRvalue } from './build-value.ts'
import { buildTry } from './build-try.ts'
import { withCaptures } from './captured-places.ts'
import { capturesIn, type Captures } from './captures.ts'
import { MirContext, type Constructs, type ResolvedCallee, type TypedFunction } from './mir-context.ts'
import { DEREF, placeOf, projected, type MirBody, type Operand, type Place } from './mir.ts'
import { simplified } from './simplify.ts'

const CONSTRUCTS: Constructs = {
  into,
  plainInto,
  place: buildPlace,
  rvalue: buildRvalue,
  bind: buildBinding,
  closure: buildClosure,
  intrinsic: buildIntrinsic,
}

/** Fourth phase: from a function whose types are in order to its middle representation. */
export function buildMir(func: TypedFunction): MirBody {
  const { item, label, program, filled } = func
  const { parameters, result } = program.signatureOf(item)
  const context = bodyOf(func, parameters.map(filled), filled(result))
  const body: MirBody = {
    item,
    label,
    locals: context.locals,
    parameterCount: parameters.length,
    scopes: context.scopeParents,
    blocks: simplified(context.blocks),
  }
  if (!func.closure) return body
  return withCaptures(body, context.upvars, func.capturesOf(func.closure), filled)
}

/** What a closure captures, of a function that leaves open whatever it leaves open. */
export function findCaptures(func: TypedFunction & { readonly closure: ClosureType }): Captures {
  const { callable, wantedKind } = func.closure
  const context = bodyOf(func, [UNIT, ...callable.parameters], callable.result)
  return capturesIn(context, callable.closure.isMove, wantedKind)
}

/** What the language does by itself, as a function of its own: its first parameter leads to the value. */
export function buildShim(
  func: TypedFunction,
  callee: ResolvedCallee & { kind: 'itself' },
  parameters: readonly Type[],
  result: Type,
): MirBody {
  const context = new MirContext(func, CONSTRUCTS)
  const { item, label } = func
  const span = item.signature
  const call: Expression = { kind: 'tuple', ...span, elements: [] }
  const isCall = callee.name.startsWith('call')
  const self: Type =
    callee.name === 'call_once' ? { kind: 'pointer', mutable: true, target: callee.self } : parameters[0]!
  const tuple = known(parameters[1] ?? UNIT)
  const rest = isCall && tuple.kind === 'tuple' ? tuple.elements : parameters.slice(1)
  context.local(result, span)
  const locals = [self, ...rest].map((type) => context.local(type, span))
  context.inTemporaries(span, () => {
    const operands = locals.map((local): Operand => ({ kind: 'move', place: placeOf(local), span }))
    if (!isCall) return buildIntrinsic(context, callee, operands, placeOf(0), call)
    callOnce(context, projected(placeOf(1), DEREF), operands.slice(1), call, callee.name === 'call_once')
  })
  context.goTo(context.returnBlock, span)
  context.continueIn(context.returnBlock)
  context.end({ kind: 'return', ...span })
  const { locals: all, scopeParents: scopes, blocks } = context
  return { item, label, locals: all, parameterCount: locals.length, scopes, blocks: simplified(blocks) }
}

function bodyOf(func: TypedFunction, parameters: readonly Type[], result: Type): MirContext {
  const context = new MirContext(func, CONSTRUCTS)
  const { item } = func
  context.local(result, item.returnType ?? item.signature)
  const whole: Span = { from: item.body.from, to: item.body.to }
  context.inScope(whole, () => {
    context.returnDepth = context.depth - 1
    parameters.forEach((type, index) => declareParameter(context, item.parameters[index]!.pattern, type))
    parameters.forEach((_, index) => bindParameter(context, item.parameters[index]!.pattern, index + 1))
    buildBlock(context, func.body, placeOf(0))
  })
  context.goTo(context.returnBlock, whole)
  context.continueIn(context.returnBlock)
  context.end({ kind: 'return', from: item.closingBrace.from, to: item.closingBrace.to })
  return context
}

/** A plain name is the parameter itself. */
function declareParameter(context: MirContext, pattern: Pattern, type: Type): void {
  const isPlain = pattern.kind === 'name' && !pattern.reference
  const variable = isPlain ? context.func.resolution.declared.get(pattern) : undefined
  const local = context.local(type, pattern.kind === 'name' ? pattern.name : pattern, variable)
  if (variable) context.variables.set(variable, local)
  context.scheduleIn(context.innermost, local)
}

function bindParameter(context: MirContext, pattern: Pattern, local: number): void {
  if (pattern.kind !== 'name' || pattern.reference) buildBinding(context, pattern, placeOf(local))
  else if (pattern.inner) buildBinding(context, pattern.inner, placeOf(local))
}

function into(context: MirContext, expression: Expression, target: Place): void {
  if (needsAdjustment(context, expression))
    context.assign(target, buildRvalue(context, expression), expression)
  else plainInto(context, expression, target)
}

function plainInto(context: MirContext, expression: Expression, target: Place): void {
  switch (expression.kind) {
    case 'call':
      return buildCall(context, expression, target)
    case 'method':
      return buildMethod(context, expression, target)
    case 'macro':
      return buildMacro(context, expression, target)
    case 'assignment':
      buildAssignment(context, expression)
      return assignUnit(context, target, expression)
    case 'binary':
      if (expression.operator === '&&' || expression.operator === '||')
        return buildLogic(context, expression, target)
      return context.assign(target, plainRvalue(context, expression), expression)
    default:
      return control(context, expression, target)
  }
}

function control(context: MirContext, expression: Expression, target: Place): void {
  switch (expression.kind) {
    case 'block':
      if (!expression.label) return buildBlock(context, expression.block, target)
      return buildLabelled(context, expression, target, () => buildBlock(context, expression.block, target))
    case 'if':
      return buildIf(context, expression, target)
    case 'match':
      return buildMatch(context, expression, target)
    case 'while':
    case 'loop':
      return buildLoop(context, expression, target)
    case 'for':
      return buildFor(context, expression, target)
    case 'break':
    case 'continue':
      return buildJump(context, expression)
    case 'try':
      return buildTry(context, expression, target)
    case 'return':
      if (expression.value) context.into(expression.value, placeOf(0))
      else assignUnit(context, placeOf(0), expression)
      return context.jump(context.returnDepth, context.returnBlock, expression)
    default:
      return context.assign(target, plainRvalue(context, expression), expression)
  }
}
