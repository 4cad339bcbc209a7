/**
 * Choices by a pattern, said in words that there are anyway (Rust reference, "if let expressions", "while let",
 * "matches!"): each is a `match` with one more arm for everything else.
 */
import type {
  Block,
  BlockExpression,
  Expression,
  For,
  If,
  LetStatement,
  Match,
  MatchArm,
  Name,
  NamePattern,
  Path,
  Pattern,
  Span,
  Statement,
  While,
} from './syntax.ts'
import { namesIn } from './walk.ts'

/** `matches!(value, pattern if guard)` */
export function matchesInOtherWords(
  place: Span,
  value: Expression,
  pattern: Pattern,
  guard: Expression | undefined,
): Match {
  const boolean = (is: boolean): Expression => ({ kind: 'boolean', ...spanOf(place), value: is })
  return choice(place, value, { ...spanOf(pattern), pattern, guard, value: boolean(true) }, boolean(false))
}

/** `if let P = a { A } else { B }` */
export function ifInOtherWords(whole: If): Expression {
  const parts = conjunction(whole.condition)
  if (!parts.some(({ kind }) => kind === 'let-condition')) return whole
  const [only, ...others] = parts
  if (only?.kind === 'let-condition' && others.length === 0) {
    const otherwise = whole.otherwise ?? unit(whole.then)
    return choice(whole, only.value, armOf(only, whole.then), otherwise)
  }
  return chain(whole, parts)
}

/** `while let P = a { A }` is `loop { match a { P => A, _ => break } }`. */
export function whileInOtherWords(loop: While): Expression {
  const parts = conjunction(loop.condition)
  if (!parts.some(({ kind }) => kind === 'let-condition')) return loop
  const { condition, body, label, from, to } = loop
  const exit: Expression = { kind: 'break', ...spanOf(condition), label: undefined, value: undefined }
  const choose = ifInOtherWords({
    kind: 'if',
    from,
    to,
    condition,
    then: body,
    otherwise: blockOf(condition, [statement(exit, false)]),
  })
  return { kind: 'loop', from, to, label, body: blockOf(loop, [statement(choose, true)]) }
}

/**
 * `for P in a { A }` is `match IntoIterator::into_iter(a) { mut i => loop { match i.next() { None => break, Some(P) => A } } }`
 * (Rust reference, "Iterator loops"), but for the numbers from one to another.
 */
export function forInOtherWords(whole: For): Expression {
  const { iterated, pattern, body, label } = whole
  if (iterated.kind === 'range' && iterated.start && iterated.end) return whole
  const place = spanOf(iterated)
  const name: Name = { ...place, text: `${IMPLIED}iterator` }
  const binding = bindingOf(name, true)
  const iterator: Expression = { kind: 'variable', ...place, name: name.text }
  const lent: Expression = {
    kind: 'reference',
    ...place,
    isRaw: false,
    mutable: true,
    isImplied: true,
    operand: iterator,
  }
  const exit: Expression = { kind: 'break', ...place, label: undefined, value: undefined }
  const next = callOf(place, ['std', 'iter', 'Iterator', 'next'], [lent])
  const some: Pattern = {
    kind: 'tuple-struct',
    ...spanOf(pattern),
    path: pathTo(spanOf(pattern), SOME),
    elements: [pattern],
  }
  const none: Pattern = { kind: 'tuple-struct', ...place, path: pathTo(place, NONE), elements: [] }
  const arm = (each: Pattern, value: Expression): MatchArm => ({
    ...spanOf(value),
    pattern: each,
    guard: undefined,
    value,
  })
  const choose: Match = {
    kind: 'match',
    ...spanOf(whole),
    subject: next,
    arms: [arm(none, exit), arm(some, body)],
    isRound: true,
  }
  const loop: Expression = {
    kind: 'loop',
    ...spanOf(whole),
    label,
    body: blockOf(whole, [statement(choose, true)]),
  }
  const subject = callOf(place, ['std', 'iter', 'IntoIterator', 'into_iter'], [iterated])
  return { kind: 'match', ...spanOf(whole), subject, arms: [arm(binding, loop)] }
}

/** `match value { it => { tell(&it); it } }` */
export function toldInOtherWords(
  place: Span,
  value: Expression,
  tell: (lent: Expression) => Expression,
): Match {
  const name: Name = { ...spanOf(value), text: `${IMPLIED}value` }
  const it: Expression = { kind: 'variable', ...spanOf(value), name: name.text }
  const pattern = bindingOf(name)
  const lent: Expression = {
    kind: 'reference',
    ...spanOf(value),
    isRaw: false,
    mutable: false,
    operand: { ...it },
  }
  const body = blockOf(place, [statement(tell(lent), false), statement(it, true)])
  const arm: MatchArm = { ...spanOf(place), pattern, guard: undefined, value: body }
  return { kind: 'match', ...spanOf(place), subject: value, arms: [arm] }
}

/** A name that a value is moved into. */
function bindingOf(name: Name, mutable = false): NamePattern {
  return { kind: 'name', ...spanOf(name), name, mutable, reference: undefined, inner: undefined }
}

const SOME = ['std', 'option', 'Option', 'Some']
const NONE = ['std', 'option', 'Option', 'None']

/** The whole path of something of the library's. */
function pathTo(place: Span, names: readonly string[]): Path {
  const segments = names.map((text) => ({ ...place, text, arguments: [] }))
  return { kind: 'path', ...place, segments, typeArguments: [], self: undefined }
}

/** A call of something of the library's. */
export function callOf(place: Span, names: readonly string[], operands: readonly Expression[]): Expression {
  return { kind: 'call', ...spanOf(place), callee: pathTo(spanOf(place), names), arguments: operands }
}

/** `let P = a else { B };` is `let (x, y) = match a { P => (x, y), _ => B };` */
export function letInOtherWords(whole: LetStatement): LetStatement {
  const { pattern, value, otherwise } = whole
  if (!otherwise || !value) return whole
  const names = distinct(namesIn(pattern))
  const outer = names.map((name): NamePattern => ({ ...name, reference: undefined, inner: undefined }))
  const inner = names.map(({ name }): Expression => ({ kind: 'variable', ...spanOf(name), name: name.text }))
  const [onlyPattern, onlyName] = [outer[0], inner[0]]
  const isOne = names.length === 1
  const place = spanOf(pattern)
  const arm: MatchArm = {
    ...place,
    pattern: withoutMut(pattern),
    guard: undefined,
    value: isOne && onlyName ? onlyName : { kind: 'tuple', ...place, elements: inner },
  }
  return {
    ...whole,
    pattern: isOne && onlyPattern ? onlyPattern : { kind: 'tuple', ...place, elements: outer },
    type: undefined,
    value: choice(value, typed(value, whole), arm, { ...otherwise, isEndless: true }),
    otherwise: undefined,
  }
}

/** The type stands for what is taken apart, and not for its parts. */
function typed(value: Expression, { type }: LetStatement): Expression {
  if (!type) return value
  const name: Name = { ...spanOf(value), text: 'the value' }
  const pattern = bindingOf(name)
  const declared: Statement = { kind: 'let', ...spanOf(value), pattern, type, value, otherwise: undefined }
  const taken: Expression = { kind: 'variable', ...spanOf(value), name: name.text }
  return blockOf(value, [declared, statement(taken, true)])
}

/** `if a && let P = b { A } else { B }` is `'if: { if a { match b { P => break 'if A, _ => () } } B }`. */
function chain(whole: If, parts: readonly Expression[]): Expression {
  const label: Name = { ...spanOf(whole), text: `${IMPLIED}if` }
  const then: Expression = { kind: 'break', ...spanOf(whole.then), label, value: whole.then }
  const decided = parts.reduceRight<BlockExpression>(
    (inside, part) => {
      const otherwise = unit(part)
      const chosen: Expression =
        part.kind === 'let-condition'
          ? choice(part, part.value, armOf(part, inside), otherwise)
          : { kind: 'if', ...spanOf(part), condition: part, then: inside, otherwise }
      return blockOf(part, [statement(chosen, true)])
    },
    blockOf(whole.then, [statement(then, false)]),
  )
  const last = whole.otherwise ?? unit(whole.then)
  return { ...blockOf(whole, [statement(decided, false), statement(last, true)]), label }
}

/** No reader's label begins so. */
const IMPLIED = ' '

/** A label of the compiler’s own. */
export function isImplied({ text }: Name): boolean {
  return text.startsWith(IMPLIED)
}

function conjunction(condition: Expression): readonly Expression[] {
  return condition.kind === 'binary' && condition.operator === '&&'
    ? [...conjunction(condition.left), ...conjunction(condition.right)]
    : [condition]
}

function choice(place: Span, subject: Expression, arm: MatchArm, otherwise: Expression): Match {
  const everything: Pattern = { kind: 'wildcard', ...spanOf(otherwise) }
  const last: MatchArm = { ...spanOf(otherwise), pattern: everything, guard: undefined, value: otherwise }
  return { kind: 'match', ...spanOf(place), subject, arms: [arm, last], isChoice: true }
}

function armOf(condition: Expression & { kind: 'let-condition' }, value: Expression): MatchArm {
  const { pattern } = condition
  return { from: pattern.from, to: value.to, pattern, guard: undefined, value }
}

/** `mut` belongs to the names that stay. */
function withoutMut(pattern: Pattern): Pattern {
  switch (pattern.kind) {
    case 'name':
      return { ...pattern, mutable: false, inner: pattern.inner && withoutMut(pattern.inner) }
    case 'tuple':
    case 'slice':
    case 'tuple-struct':
      return { ...pattern, elements: pattern.elements.map(withoutMut) }
    case 'struct':
      return {
        ...pattern,
        fields: pattern.fields.map((field) => ({ ...field, pattern: withoutMut(field.pattern) })),
      }
    case 'reference':
      return { ...pattern, inner: withoutMut(pattern.inner) }
    case 'or':
      return { ...pattern, alternatives: pattern.alternatives.map(withoutMut) }
    default:
      return pattern
  }
}

function distinct(names: readonly NamePattern[]): NamePattern[] {
  return [...new Map(names.map((name) => [name.name.text, name])).values()]
}

function statement(expression: Expression, isTail: boolean): Statement {
  return { kind: 'expression', ...spanOf(expression), expression, isTail, isBlockLike: !isTail }
}

function blockOf(place: Span, statements: readonly Statement[]): BlockExpression {
  const end = { from: Math.max(place.to - 1, place.from), to: place.to }
  const block: Block = { ...spanOf(place), statements, closingBrace: end, items: NO_ITEMS }
  return { kind: 'block', ...spanOf(place), label: undefined, isUnsafe: false, block }
}

function unit(place: Span): Expression {
  return { kind: 'tuple', ...spanOf(place), elements: [] }
}

const spanOf = ({ from, to }: Span): Span => ({ from, to })

/** A block in which nothing is declared. */
export const NO_ITEMS: Block['items'] = {
  functions: [],
  structs: [],
  enums: [],
  constants: [],
  implementations: [],
  traits: [],
  aliases: [],
  modules: [],
  uses: [],
}
