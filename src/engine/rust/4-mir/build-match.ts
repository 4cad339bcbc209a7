import type { Expression, Match, MatchArm, Pattern } from '../1-parse/syntax.ts'
import { boundsOf, textOf } from '../3-check/exhaustive.ts'
import { BOOL, STRING, USIZE, type Type } from '../3-check/types.ts'
import { looked } from './build-adjustment.ts'
import { branch, switchOn } from './build-choice.ts'
import { callTo, constant, unkept } from './build-place.ts'
import type { MirContext } from './mir-context.ts'
import { behindPattern, countsOf, partPlaces } from './pattern-places.ts'
import { placeOf, type Operand, type Place } from './mir.ts'

/** Arm by arm: does the value fit the pattern, does the guard agree, what comes of it. */
export function buildMatch(context: MirContext, match: Match, target: Place): void {
  const { subject, arms } = match
  const [first, last] = arms
  if (match.isChoice && first && last) return buildChoice(context, subject, first, last, target)
  const place = lookedAt(context, subject)
  const end = context.block()
  for (const arm of arms) {
    const next = context.block()
    test(context, arm.pattern, place, next, subject)
    buildArm(context, arm, place, subject, target, next)
    context.goTo(end, arm)
    context.continueIn(next)
  }
  context.end({ kind: 'unreachable', from: match.from, to: match.to }, end)
}

function lookedAt(context: MirContext, subject: Expression): Place {
  const place = looked(context, subject)
  const { from, to } = subject
  context.push({ kind: 'mention', place, from, to })
  return place
}

/** Temporaries of the value go with the first arm, or before the second (Rust reference, "Temporary scopes", edition 2024). */
function buildChoice(
  context: MirContext,
  subject: Expression,
  first: MatchArm,
  last: MatchArm,
  target: Place,
): void {
  const { depth } = context
  const [chosen, otherwise, end] = [context.block(), context.block(), context.block()]
  context.inTemporaries(first, () => {
    const place = lookedAt(context, subject)
    const next = context.block()
    test(context, first.pattern, place, next, subject)
    buildArm(context, first, place, subject, target, next)
    context.goTo(chosen, first)
    context.continueIn(next)
    context.jump(depth, otherwise, last)
    context.continueIn(chosen)
  })
  context.goTo(end, first)
  context.continueIn(otherwise)
  context.inTemporaries(last.value, () => context.into(last.value, target))
  context.goTo(end, last)
  context.continueIn(end)
}

function buildArm(
  context: MirContext,
  arm: MatchArm,
  place: Place,
  subject: Expression,
  target: Place,
  next: number,
): void {
  const { pattern, guard, value } = arm
  context.inScope(arm, () => {
    const depth = context.depth - 1
    const decide = (condition: Expression) => {
      const ways = branch(context, condition)
      context.continueIn(ways.otherwise)
      context.jump(depth, next, condition)
      context.continueIn(ways.then)
    }
    context.constructs.bind(context, pattern, place, guard && (() => decide(guard)), subject)
    context.inTemporaries(value, () => context.into(value, target))
  })
}

/** Goes to a block unless the value fits the pattern. */
function test(
  context: MirContext,
  pattern: Pattern,
  place: Place,
  otherwise: number,
  subject: Expression,
): void {
  if (pattern.kind === 'or') return testAny(context, pattern.alternatives, place, otherwise, subject)
  const at = behindPattern(context, pattern, place)
  if (pattern.kind === 'range') return testRange(context, pattern, at, otherwise, subject)
  testVariant(context, pattern, at, otherwise)
  if (pattern.kind === 'slice') testLength(context, pattern, at, otherwise)
  for (const [part, inner] of partPlaces(context, pattern, at)) test(context, part, inner, otherwise, subject)
}

/** Of an enum with several variants, its discriminant tells which it is. */
function testVariant(context: MirContext, pattern: Pattern, place: Place, otherwise: number): void {
  if (pattern.kind !== 'tuple-struct' && pattern.kind !== 'struct') return
  const type = context.placeType(place)
  const item = context.func.resolution.meanings.get(pattern.path)
  if (type.kind !== 'enum' || item?.kind !== 'variant' || type.variants.length < 2) return
  const { from, to } = pattern
  const span = pattern as unknown as Expression
  const numbers = context.func.program.discriminantType(type.item)
  const operand = unkept(context, { kind: 'discriminant', place }, numbers, span)
  const fits = context.block()
  const { discriminant } = type.variants[item.index]!
  context.end({ kind: 'switch', operand, targets: [[discriminant, fits]], otherwise, from, to }, fits)
}

/** An array has as many elements as its type says. */
function testLength(
  context: MirContext,
  pattern: Pattern & { kind: 'slice' },
  place: Place,
  otherwise: number,
): void {
  if (context.placeType(place).kind !== 'slice') return
  const { before, behind, hasRest } = countsOf(pattern)
  if (hasRest && before + behind === 0) return
  const span = pattern as unknown as Expression
  const right = number(BigInt(before + behind), USIZE)
  const left = unkept(context, { kind: 'length', place }, USIZE, span)
  const operator = hasRest ? 'Ge' : 'Eq'
  const fits = unkept(context, { kind: 'binary', operator, isChecked: false, left, right }, BOOL, span)
  orElse(context, fits, pattern, otherwise)
}

function testAny(
  context: MirContext,
  alternatives: readonly Pattern[],
  place: Place,
  otherwise: number,
  subject: Expression,
): void {
  const fits = context.block()
  for (const each of alternatives) {
    const next = context.block()
    test(context, each, place, next, subject)
    context.goTo(fits, each)
    context.continueIn(next)
  }
  context.goTo(otherwise, subject)
  context.continueIn(fits)
}

function testRange(
  context: MirContext,
  pattern: Pattern & { kind: 'range' },
  place: Place,
  otherwise: number,
  subject: Expression,
): void {
  const text = textOf(pattern)
  if (text !== undefined) return testText(context, pattern, place, text, otherwise)
  const type = context.placeType(place)
  const [least, greatest] = boundsOf(pattern, type)
  const { from, to } = pattern
  const operand: Operand = { kind: 'copy', place, span: subject }
  if (least === greatest) {
    const fits = context.block()
    return context.end({ kind: 'switch', operand, targets: [[least, fits]], otherwise, from, to }, fits)
  }
  require(context, pattern, [number(least, type), operand], otherwise)
  require(context, pattern, [operand, number(greatest, type)], otherwise)
}

/** The library compares texts. */
function testText(
  context: MirContext,
  pattern: Pattern,
  place: Place,
  text: string,
  otherwise: number,
): void {
  const span = pattern as unknown as Expression
  const wanted = context.keep(
    { kind: 'use', operand: constant({ kind: 'text', text }, STRING) },
    STRING,
    span,
  )
  const reference: Type = { kind: 'reference', mutable: false, target: STRING }
  const operands = [place, wanted].map((each) =>
    unkept(context, { kind: 'ref', borrow: 'shared', place: each }, reference, span),
  )
  const isEqual = placeOf(context.local(BOOL, span))
  callTo(context, { kind: 'library', name: 'eq', of: STRING }, operands, isEqual, span)
  orElse(context, { kind: 'move', place: isEqual, span }, pattern, otherwise)
}

const number = (value: bigint, type: Type) => constant({ kind: 'value', value }, type)

/** The first must be at most the second. */
function require(
  context: MirContext,
  pattern: Pattern,
  [left, right]: readonly [Operand, Operand],
  otherwise: number,
): void {
  const span = pattern as unknown as Expression
  const fits = unkept(context, { kind: 'binary', operator: 'Le', isChecked: false, left, right }, BOOL, span)
  orElse(context, fits, pattern, otherwise)
}

function orElse(context: MirContext, fits: Operand, pattern: Pattern, otherwise: number): void {
  const ways = switchOn(context, fits, pattern)
  context.continueIn(ways.otherwise)
  context.goTo(otherwise, pattern)
  context.continueIn(ways.then)
}
