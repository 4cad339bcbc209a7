import type { Expression, Match, MatchArm, Pattern } from '../1-parse/syntax.ts'
import type { IntegerType } from '../1-parse/syntax.ts'
import { pathValue } from './evaluate.ts'
import { greatestOf, isSigned, known, leastOf, typeText, type Type } from './types.ts'

/** The number that a literal in a pattern stands for. */
function boundValue(expression: Expression): bigint {
  switch (expression.kind) {
    case 'integer':
      return expression.value
    case 'negation':
      return -boundValue(expression.operand)
    case 'character':
      return BigInt(expression.codePoint)
    case 'boolean':
      return expression.value ? 1n : 0n
    case 'path':
      return pathValue(expression)
    default:
      throw new Error(`a ${expression.kind} bounds no pattern`)
  }
}

/** What values of a type there are, both ends included. */
export function rangeOf(type: Type): readonly [bigint, bigint] {
  const found = known(type)
  if (found.kind === 'integer') return [leastOf(found.name), greatestOf(found.name)]
  return found.kind === 'char' ? [0n, 0x10ffffn] : [0n, 1n]
}

/** The least and the greatest value a range pattern takes, both included. */
export function boundsOf(pattern: Pattern & { kind: 'range' }, type: Type): readonly [bigint, bigint] {
  const [least, greatest] = rangeOf(type)
  const end = pattern.greatest ? boundValue(pattern.greatest) : greatest
  const isInclusive = pattern.isInclusive || !pattern.greatest
  return [pattern.least ? boundValue(pattern.least) : least, isInclusive ? end : end - 1n]
}

/** Matches every value of its type. */
export function isIrrefutable(pattern: Pattern, type: Type): boolean {
  return uncovered([[pattern]], [type]) === undefined
}

/** A value, as rustc writes it, that no arm of the match takes. */
export function uncoveredValue(match: Match, type: Type): string | undefined {
  const rows = match.arms.filter(({ guard }: MatchArm) => guard === undefined).map(({ pattern }) => [pattern])
  return uncovered(rows, [type])?.[0]
}

const LIMIT = 5000

/**
 * Looks for values, one for each type, that no row of patterns takes. The first column is cut at every bound that a
 * pattern has there, and each piece is looked at alone.
 */
function uncovered(
  rows: readonly (readonly Pattern[])[],
  types: readonly Type[],
  effort = { left: LIMIT },
): string[] | undefined {
  const [first, ...rest] = types
  if (first === undefined) return rows.length > 0 ? undefined : []
  if (effort.left-- < 0) return undefined
  const type = known(first)
  const flat = rows.flatMap(flatten)
  if (type.kind === 'tuple') {
    const wide = flat.map(([pattern, ...others]) => [...partsOf(pattern, type.elements.length), ...others])
    const found = uncovered(wide, [...type.elements, ...rest], effort)
    if (!found) return undefined
    const inner = found.slice(0, type.elements.length)
    return [`(${inner.join(', ')})`, ...found.slice(type.elements.length)]
  }
  if (type.kind !== 'integer' && type.kind !== 'char' && type.kind !== 'bool') {
    const found = uncovered(
      flat.map(([, ...others]) => others),
      rest,
      effort,
    )
    return found && ['_', ...found]
  }
  return uncoveredRange(flat, type, rest, effort)
}

function uncoveredRange(
  flat: readonly (readonly Pattern[])[],
  type: Type,
  rest: readonly Type[],
  effort: { left: number },
): string[] | undefined {
  const [least, greatest] = rangeOf(type)
  const starts = new Set([least])
  for (const [pattern] of flat) {
    if (pattern?.kind !== 'range') continue
    const [from, to] = boundsOf(pattern, type)
    starts.add(from).add(to + 1n)
  }
  const sorted = [...starts]
    .filter((start) => start >= least && start <= greatest)
    .sort((a, b) => (a < b ? -1 : 1))
  for (const [index, start] of sorted.entries()) {
    const rows = flat.filter(([pattern]) => takes(pattern, start, type)).map(([, ...others]) => others)
    const found = uncovered(rows, rest, effort)
    if (found) return [pieceText(start, (sorted[index + 1] ?? greatest + 1n) - 1n, type), ...found]
  }
  return undefined
}

function takes(pattern: Pattern | undefined, value: bigint, type: Type): boolean {
  if (pattern?.kind !== 'range') return true
  const [from, to] = boundsOf(pattern, type)
  return from <= value && value <= to
}

function flatten(row: readonly Pattern[]): readonly (readonly Pattern[])[] {
  const [first, ...others] = row
  if (first?.kind === 'or') return first.alternatives.flatMap((each) => flatten([each, ...others]))
  if (first?.kind === 'name' && first.inner) return flatten([first.inner, ...others])
  return [row]
}

function partsOf(pattern: Pattern | undefined, count: number): readonly Pattern[] {
  if (pattern?.kind === 'tuple') return pattern.elements
  const { from, to } = pattern ?? { from: 0, to: 0 }
  return new Array<Pattern>(count).fill({ kind: 'wildcard', from, to })
}

/** `201_u8..=u8::MAX` */
function pieceText(from: bigint, to: bigint, type: Type): string {
  const text = (value: bigint) => valueText(value, type)
  return from === to ? text(from) : `${text(from)}..=${text(to)}`
}

function valueText(value: bigint, type: Type): string {
  const found = known(type)
  if (found.kind === 'bool') return value === 1n ? 'true' : 'false'
  if (found.kind === 'char') return `'${String.fromCodePoint(Number(value))}'`
  const name = typeText(found) as IntegerType
  if (value === greatestOf(name)) return `${name}::MAX`
  return isSigned(name) && value === leastOf(name) ? `${name}::MIN` : `${value}_${name}`
}
