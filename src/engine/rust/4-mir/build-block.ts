import type {
  Block,
  Expression,
  LetStatement,
  NamePattern,
  Pattern,
  Span,
  Statement,
} from '../1-parse/syntax.ts'
import { isPlace, namesIn } from '../1-parse/walk.ts'
import { isCopy, isUnsized, known } from '../3-check/types.ts'
import { buildAssignment } from './build-assignment.ts'
import { assignUnit } from './build-choice.ts'
import { takenFrom } from './build-value.ts'
import { temporaryOf } from './build-adjustment.ts'
import { extendedTemporaries } from './extended.ts'
import type { MirContext } from './mir-context.ts'
import { behindPattern, partPlaces } from './pattern-places.ts'
import { elementAt, placeOf, projected, type Place, type Rvalue } from './mir.ts'

/** Its statements one by one, each with what it makes on the way; its last expression is its value. */
export function buildBlock(context: MirContext, block: Block, target: Place): void {
  context.inScope(block, () => {
    let hasTail = false
    for (const statement of block.statements) {
      if (statement.kind === 'let') letStatement(context, statement)
      else if (statement.isTail) {
        hasTail = true
        context.inTemporaries(statement, () => context.into(statement.expression, target))
      } else effect(context, statement)
    }
    if (!hasTail) assignUnit(context, target, block.closingBrace)
  })
}

/** Nothing comes of its value. */
function effect(context: MirContext, statement: Statement & { kind: 'expression' }): void {
  context.inTemporaries(statement, () => {
    const { expression } = statement
    if (expression.kind === 'assignment') return buildAssignment(context, expression)
    if (isPlace(expression) && !context.func.inference.coercionOf(expression))
      return dropNamed(context, expression)
    temporaryOf(context, expression)
  })
}

/** `x;` takes the value, and drops it. */
function dropNamed(context: MirContext, expression: Expression): void {
  const type = context.typeOf(expression)
  if (isUnsized(type)) return void context.place(expression)
  const operand = takenFrom(context.place(expression), type, expression)
  context.keep({ kind: 'use', operand }, type, expression)
}

function letStatement(context: MirContext, statement: LetStatement): void {
  const { pattern, value, type } = statement
  const block = context.innermost
  const isConstant = (expression: Expression) =>
    expression.kind === 'variable' && context.func.resolution.meanings.get(expression)?.kind === 'const'
  for (const { expression } of value ? extendedTemporaries(value, isConstant) : [])
    context.extended.set(expression, block)
  // `let ref r = make();` is a reference to it as well.
  if (value && namesIn(pattern).some(({ reference }) => reference)) context.extended.set(value, block)
  const { scope } = context
  context.enterSourceScope()
  const inner = context.scope
  const declared = namesIn(pattern).map((name) =>
    declare(context, name, pattern === name ? type : undefined, !value),
  )
  context.scope = scope
  if (!value) declared.forEach((local) => begin(context, local))
  else context.inTemporaries(statement, () => initialise(context, pattern, value, block))
  context.scope = inner
}

function declare(
  context: MirContext,
  name: NamePattern,
  annotation: LetStatement['type'],
  isDeferred = false,
): number {
  const variable = context.func.resolution.declared.get(name)
  if (!variable) throw new Error(`${name.name.text} was not resolved`)
  const local = context.local(context.func.inference.typeOfLocal(variable), name.name, variable, {
    annotation,
    isDeferred,
  })
  context.variables.set(variable, local)
  return local
}

function begin(context: MirContext, local: number, scope = context.innermost): void {
  context.live(local, context.locals[local]!.span, scope)
  context.scheduleIn(scope, local)
}

/** A name gets the value at once; of a pattern, each name gets its part of what was put into a place before. */
function initialise(
  context: MirContext,
  pattern: Pattern,
  value: Expression,
  block: MirContext['innermost'],
): void {
  if (pattern.kind === 'name' && !pattern.inner && !pattern.reference) {
    const local = localOf(context, pattern)
    context.live(local, pattern.name, block)
    context.into(value, placeOf(local))
    return context.scheduleIn(block, local)
  }
  const place =
    isPlace(value) && !context.func.inference.coercionOf(value)
      ? context.place(value)
      : temporaryOf(context, value)
  if (namesIn(pattern).length === 0) context.push({ kind: 'mention', place, from: value.from, to: value.to })
  bindIn(context, pattern, place, block, value)
}

function localOf(context: MirContext, name: NamePattern): number {
  const variable = context.func.resolution.declared.get(name)
  const local = variable && context.variables.get(variable)
  if (local === undefined) throw new Error(`${name.name.text} was not declared`)
  return local
}

/** Gives the names of a pattern their parts of what lies at a place. */
function bindIn(
  context: MirContext,
  pattern: Pattern,
  from: Place,
  scope: MirContext['innermost'],
  subject?: Span,
): void {
  eachBinding(context, pattern, from, (name, part) => {
    const local = localOf(context, name)
    context.live(local, name.name, scope)
    take(context, name, part, local, subject)
    context.scheduleIn(scope, local)
  })
}

function take(context: MirContext, name: NamePattern, part: Place, local: number, subject?: Span): void {
  const binding = context.func.inference.bindingOf(name)
  if (binding !== 'move')
    return context.assign(placeOf(local), { kind: 'ref', borrow: binding, place: part }, name)
  context.assign(placeOf(local), taken(context, part, name, subject), name)
}

/** Of several elements each is moved by itself: the others stay where they are. */
function taken(context: MirContext, part: Place, name: NamePattern, subject: Span | undefined): Rvalue {
  const type = context.placeType(part)
  const last = part.projection.at(-1)
  if (last?.kind !== 'subslice' || type.kind !== 'array' || isCopy(type))
    return { kind: 'use', operand: takenFrom(part, type, name, subject) }
  const whole: Place = { ...part, projection: part.projection.slice(0, -1) }
  const least = last.from + type.length + last.to
  const operands = Array.from({ length: type.length }, (_, index) =>
    takenFrom(projected(whole, elementAt(last.from + index, least)), known(type.element), name, subject),
  )
  return { kind: 'aggregate', type, operands }
}

function eachBinding(
  context: MirContext,
  pattern: Pattern,
  from: Place,
  bind: (name: NamePattern, part: Place) => void,
): void {
  const place = behindPattern(context, pattern, from)
  if (pattern.kind === 'name') bind(pattern, place)
  for (const [part, inner] of partPlaces(context, pattern, place)) eachBinding(context, part, inner, bind)
}

/**
 * The names of a pattern are declared, and given their parts, for the innermost scope.
 * @param guard what decides whether they are: it looks at the parts before anything moves
 */
export function buildBinding(
  context: MirContext,
  pattern: Pattern,
  from: Place,
  guard?: () => void,
  subject?: Span,
): void {
  context.enterSourceScope()
  for (const name of namesIn(pattern)) declare(context, name, undefined)
  if (!guard) return bindIn(context, pattern, from, context.innermost, subject)
  eachBinding(context, pattern, from, (name, part) => {
    const local = localOf(context, name)
    context.live(local, name.name)
    if (context.func.inference.bindingOf(name) !== 'move') return take(context, name, part, local, subject)
    const operand = { kind: 'copy', place: part, span: name } as const
    context.assign(placeOf(local), { kind: 'use', operand }, name)
  })
  guard()
  eachBinding(context, pattern, from, (name, part) => {
    const local = localOf(context, name)
    if (!isCopy(context.placeType(part)) && context.func.inference.bindingOf(name) === 'move') {
      // What was looked at begins anew with what is taken.
      context.push({ kind: 'storage-live', local, from: name.from, to: name.to })
      take(context, name, part, local, subject)
    }
    context.scheduleIn(context.innermost, local)
  })
}
