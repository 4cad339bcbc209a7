import type {
  Expression,
  IntegerType,
  Match,
  MatchArm,
  Path,
  Pattern,
  StructItem,
  VariantItem,
} from '../1-parse/syntax.ts'
import { spread } from '../1-parse/walk.ts'
import { pathValue } from './evaluate.ts'
import {
  fieldsOf,
  greatestOf,
  isSigned,
  known,
  leastOf,
  typeText,
  type EnumType,
  type StructType,
  type Type,
  type VariantType,
} from './types.ts'

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

/** What the names in patterns mean. */
export type ConstructorOf = (path: Path) => StructItem | VariantItem | undefined

/** Matches every value of its type. */
export function isIrrefutable(pattern: Pattern, type: Type, constructorOf: ConstructorOf): boolean {
  return new Search(constructorOf).uncovered([[pattern]], [type]) === undefined
}

/** A value, as rustc writes it, that no arm of the match takes. */
export function uncoveredValue(match: Match, type: Type, constructorOf: ConstructorOf): string | undefined {
  const rows = match.arms.filter(({ guard }: MatchArm) => guard === undefined).map(({ pattern }) => [pattern])
  return new Search(constructorOf).uncovered(rows, [type])?.[0]
}

const LIMIT = 20_000

type Row = readonly (Pattern | undefined)[]

/** One of the ways in which a value can be made: what its parts are, and how it is written with them. */
interface Way {
  readonly parts: readonly Type[]
  /** The patterns that a pattern of the whole has for the parts; undefined if it takes nothing made so. */
  take(pattern: Pattern | undefined): Row | undefined
  write(parts: readonly string[]): string
}

/**
 * Looks for values, one for each type, that no row of patterns takes: the first column is looked at in every way in which
 * its values can be made, each with what is left of the rows that take it (Maranget, "Warnings for pattern matching").
 */
class Search {
  private left = LIMIT
  private readonly constructorOf: ConstructorOf

  constructor(constructorOf: ConstructorOf) {
    this.constructorOf = constructorOf
  }

  uncovered(rows: readonly Row[], types: readonly Type[]): string[] | undefined {
    const [first, ...rest] = types
    if (first === undefined) return rows.length > 0 ? undefined : []
    if (this.left-- < 0) return undefined
    const flat = rows.flatMap(flatten)
    for (const way of this.waysOf(known(first), flat)) {
      const inner = flat.flatMap(([pattern, ...others]) => {
        const parts = way.take(pattern)
        return parts ? [[...parts, ...others]] : []
      })
      const found = this.uncovered(inner, [...way.parts, ...rest])
      if (!found) continue
      const count = way.parts.length
      return [way.write(found.slice(0, count)), ...found.slice(count)]
    }
    return undefined
  }

  private waysOf(type: Type, rows: readonly Row[]): Iterable<Way> {
    const patterns = rows.map(([pattern]) => pattern)
    switch (type.kind) {
      case 'never':
        return []
      case 'integer':
      case 'char':
      case 'bool':
        return piecesOf(type, patterns)
      case 'tuple':
        return [this.tuple(type.elements)]
      case 'struct':
        return [this.constructed(type)]
      case 'enum':
        return this.variants(type, patterns)
      case 'array':
      case 'slice':
        return sequences(type, patterns)
      case 'reference':
        return [behindReference(type, patterns)]
      case 'str':
        return texts(patterns)
      default:
        return [{ parts: [], take: () => [], write: () => '_' }]
    }
  }

  private tuple(elements: readonly Type[]): Way {
    return {
      parts: elements,
      take: (pattern) =>
        pattern?.kind === 'tuple' ? padded(pattern.elements, elements.length) : anything(elements),
      write: (parts) => `(${parts.join(', ')}${parts.length === 1 ? ',' : ''})`,
    }
  }

  private constructed(type: StructType | VariantType): Way {
    const fields = fieldsOf(type)
    const item = type.kind === 'struct' ? type.item : type.of.variants[type.index]!.item
    const parts = fields.map((field) => field.type)
    return {
      parts,
      take: (pattern) => {
        if (pattern?.kind !== 'tuple-struct' && pattern?.kind !== 'struct') return anything(parts)
        if (this.constructorOf(pattern.path) !== item) return undefined
        if (pattern.kind === 'tuple-struct') return padded(pattern.elements, parts.length)
        return fields.map(({ name }) => pattern.fields.find((each) => each.name.text === name)?.pattern)
      },
      write: (texts) => constructedText(type, item, texts),
    }
  }

  /** Those that no pattern names are all alike: one of them stands for the others, with anything in it. */
  private *variants(type: EnumType, patterns: readonly (Pattern | undefined)[]): Generator<Way> {
    const named = new Set(
      patterns.flatMap((pattern) =>
        pattern?.kind === 'tuple-struct' || pattern?.kind === 'struct'
          ? [this.constructorOf(pattern.path)]
          : [],
      ),
    )
    let hasOther = false
    for (const [index, { item, fields }] of type.variants.entries()) {
      if (fields.some((field) => isEmpty(field.type))) continue
      if (!named.has(item) && hasOther) continue
      hasOther ||= !named.has(item)
      yield this.constructed({ kind: 'variant', of: type, index })
    }
  }
}

/** No value of it can be. */
function isEmpty(type: Type): boolean {
  const found = known(type)
  return found.kind === 'never' || (found.kind === 'enum' && found.variants.length === 0)
}

function constructedText(
  type: StructType | VariantType,
  { name, shape, fields }: StructItem | VariantItem,
  texts: readonly string[],
): string {
  const isPrelude = type.kind === 'variant' && ['Option', 'Result'].includes(type.of.item.name.text)
  const path = type.kind === 'variant' && !isPrelude ? `${type.of.item.name.text}::${name.text}` : name.text
  if (shape === 'unit') return path
  if (shape === 'tuple') return `${path}(${texts.join(', ')})`
  const parts = fields.map((field, index) => `${field.name.text}: ${texts[index]}`)
  return `${path} { ${texts.every((text) => text === '_') ? '..' : parts.join(', ')} }`
}

function anything(parts: readonly Type[]): Row {
  return parts.map(() => undefined)
}

function padded(elements: readonly Pattern[], count: number): Row {
  const row = [...spread(elements, count)]
  while (row.length < count) row.push(undefined)
  return row
}

/** A pattern of parts looks through references, a pattern with `&` takes one away. */
function behindReference(
  type: Type & { kind: 'reference' },
  patterns: readonly (Pattern | undefined)[],
): Way {
  const isWritten = patterns.some((pattern) => pattern?.kind === 'reference')
  return {
    parts: [type.target],
    take: (pattern) => [pattern?.kind === 'reference' ? pattern.inner : pattern],
    write: ([inner]) => (inner === '_' && !isWritten ? '_' : `&${inner}`),
  }
}

/** An array has one length; of a slice, all lengths from the greatest that a pattern tells apart on are alike. */
function* sequences(
  type: Type & { kind: 'array' | 'slice' },
  patterns: readonly (Pattern | undefined)[],
): Generator<Way> {
  if (type.kind === 'array') return yield sequence(type.element, type.length, false)
  const lengths = patterns.map((pattern) => (pattern?.kind === 'slice' ? pattern.elements.length : 0))
  const most = Math.max(0, ...lengths) + 1
  for (let length = 0; length <= most; length++) yield sequence(type.element, length, length === most)
}

const LONGEST = 64

function sequence(element: Type, length: number, isLongest: boolean): Way {
  const count = Math.min(length, LONGEST)
  const parts = new Array<Type>(count).fill(element)
  return {
    parts,
    take: (pattern) => {
      if (pattern?.kind !== 'slice') return anything(parts)
      const hasRest = pattern.elements.some(isRest)
      const given = pattern.elements.length - (hasRest ? 1 : 0)
      if (hasRest ? given > length : given !== length) return undefined
      return padded(pattern.elements.map(plainRest), count)
    },
    write: (texts) => `[${texts.join(', ')}${isLongest ? ', ..' : ''}]`,
  }
}

/** `rest @ ..` */
export function isRest(pattern: Pattern): boolean {
  return pattern.kind === 'rest' || (pattern.kind === 'name' && pattern.inner?.kind === 'rest')
}

function plainRest(pattern: Pattern): Pattern {
  return pattern.kind === 'name' && pattern.inner?.kind === 'rest' ? pattern.inner : pattern
}

/** The text that a pattern asks for. */
export function textOf(pattern: Pattern | undefined): string | undefined {
  return pattern?.kind === 'range' && pattern.least?.kind === 'string' ? pattern.least.text : undefined
}

/** Each text that a pattern asks for, and all the others. */
function texts(patterns: readonly (Pattern | undefined)[]): Way[] {
  const asked = new Set(patterns.map(textOf))
  return [...asked.add(undefined)].map((text) => ({
    parts: [],
    take: (pattern) => {
      const wanted = textOf(pattern)
      return wanted === undefined || wanted === text ? [] : undefined
    },
    write: () => (text === undefined ? '_' : JSON.stringify(text)),
  }))
}

/** The values of a type, cut at every bound that a pattern has. */
function piecesOf(type: Type, patterns: readonly (Pattern | undefined)[]): Way[] {
  const [least, greatest] = rangeOf(type)
  const starts = new Set([least])
  for (const pattern of patterns) {
    if (pattern?.kind !== 'range') continue
    const [from, to] = boundsOf(pattern, type)
    starts.add(from).add(to + 1n)
  }
  const sorted = [...starts]
    .filter((start) => start >= least && start <= greatest)
    .sort((a, b) => (a < b ? -1 : 1))
  return sorted.map((start, index) => ({
    parts: [],
    take: (pattern) => (takes(pattern, start, type) ? [] : undefined),
    write: () =>
      sorted.length === 1 ? '_' : pieceText(start, (sorted[index + 1] ?? greatest + 1n) - 1n, type),
  }))
}

function takes(pattern: Pattern | undefined, value: bigint, type: Type): boolean {
  if (pattern?.kind !== 'range') return true
  const [from, to] = boundsOf(pattern, type)
  return from <= value && value <= to
}

/** A row for each alternative, without the names around what is looked for. */
function flatten(row: Row): readonly Row[] {
  const [first, ...others] = row
  if (first?.kind === 'or') return first.alternatives.flatMap((each) => flatten([each, ...others]))
  if (first?.kind === 'name' && first.inner) return flatten([first.inner, ...others])
  return [row]
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
