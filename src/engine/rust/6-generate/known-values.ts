import type { ConstantItem } from '../1-parse/syntax.ts'
import type { Value } from '../3-check/evaluate.ts'
import { calculate, compare } from '../3-check/arithmetic.ts'
import { known, wrap, type Type } from '../3-check/types.ts'
import type { ArithmeticOperator, BinaryOperator as WrittenOperator } from '../1-parse/syntax.ts'
import {
  successorsOf,
  typeOfPlace,
  type BasicBlock,
  type BinaryOperator,
  type MirBody,
  type Operand,
  type Place,
  type Rvalue,
  type Statement,
  type Terminator,
} from '../4-mir/mir.ts'
import { orderBlocks } from './block-order.ts'

/** A number that is the same whenever the program comes here. */
interface Known {
  readonly value: bigint
  /** No variable is needed to know it: the instruction can carry it. */
  readonly isLiteral: boolean
}

/** What `_1 = AddWithOverflow(…)` gives. */
interface KnownPair extends Known {
  readonly overflows: boolean
}

const ARITHMETIC: Readonly<Partial<Record<BinaryOperator, ArithmeticOperator>>> = {
  Add: '+',
  Sub: '-',
  Mul: '*',
  Div: '/',
  Rem: '%',
  Shl: '<<',
  Shr: '>>',
  BitAnd: '&',
  BitOr: '|',
  BitXor: '^',
}

const COMPARISONS: Readonly<Partial<Record<BinaryOperator, WrittenOperator>>> = {
  Eq: '==',
  Ne: '!=',
  Lt: '<',
  Le: '<=',
  Gt: '>',
  Ge: '>=',
}

/**
 * The blocks of a function without what is certain before it runs: checks that always hold, choices that literals make.
 * What literals alone make is computed; variables are still looked at, since an unoptimising compiler does so. So a
 * statement has the same instructions whatever stands beside it.
 * @param referredTo locals that something refers to, whose values may change unseen
 */
export function withoutCertainChecks(
  body: MirBody,
  referredTo: ReadonlySet<number>,
  valueOf: (item: ConstantItem) => Value,
): readonly BasicBlock[] {
  return new KnownValues(body, referredTo, valueOf).run()
}

class KnownValues {
  private readonly body: MirBody
  private readonly referredTo: ReadonlySet<number>
  private readonly valueOf: (item: ConstantItem) => Value
  /** Locals that are given a value in one place only: it is the same everywhere. */
  private readonly constant = new Map<number, Known>()
  private readonly pairs = new Map<number, KnownPair>()
  private readonly assignments: Uint8Array
  /** Those that are given several, where the program is now. */
  private current = new Map<number, Known>()

  constructor(body: MirBody, referredTo: ReadonlySet<number>, valueOf: (item: ConstantItem) => Value) {
    this.body = body
    this.referredTo = referredTo
    this.valueOf = valueOf
    this.assignments = new Uint8Array(body.locals.length).fill(2, 1, body.parameterCount + 1)
    for (const block of body.blocks)
      for (const local of assignedIn(block)) if (this.assignments[local]! < 2) this.assignments[local]!++
  }

  run(): readonly BasicBlock[] {
    const { blocks } = this.body
    const { blocks: order, before, loopOf } = orderBlocks(blocks)
    const results = [...blocks]
    const leaving = new Map<number, Map<number, Known>>()
    for (const index of order) {
      const [only, ...others] = before[index]!
      const goesOn =
        only !== undefined && others.length === 0 && successorsOf(blocks[only]!.terminator).length === 1
      this.current =
        (goesOn && leaving.get(only)) || joined(before[index]!.flatMap((each) => leaving.get(each) ?? []))
      for (const member of loopOf.get(index) ?? [])
        for (const local of assignedIn(blocks[member]!)) this.current.delete(local)
      const { statements, terminator } = blocks[index]!
      results[index] = {
        statements: statements.map((statement) => this.statement(statement)),
        terminator: this.terminator(terminator),
      }
      leaving.set(index, this.current)
    }
    return results
  }

  private statement(statement: Statement): Statement {
    if (statement.kind !== 'assign' || statement.place.projection.length > 0) return statement
    const { local } = statement.place
    const { value } = statement
    if (value.kind === 'binary' && value.isChecked) {
      const pair = this.pair(value)
      if (pair) this.pairs.set(local, pair)
      return statement
    }
    const found = this.rvalue(value, this.body.locals[local]!.type)
    this.set(local, found)
    if (!found?.isLiteral) return statement
    const { type } = this.body.locals[local]!
    const operand: Operand = { kind: 'constant', constant: { kind: 'value', value: found.value }, type }
    return { ...statement, value: { kind: 'use', operand } }
  }

  private set(local: number, found: Known | undefined): void {
    const isFollowed = found !== undefined && !this.referredTo.has(local)
    const isVariable = this.body.locals[local]!.name !== undefined
    const kept = isFollowed && (isVariable ? { ...found, isLiteral: false } : found)
    if (this.assignments[local] === 1) {
      if (kept) this.constant.set(local, kept)
    } else if (kept) this.current.set(local, kept)
    else this.current.delete(local)
  }

  private terminator(terminator: Terminator): Terminator {
    const { from, to } = terminator
    switch (terminator.kind) {
      case 'assert': {
        const found = this.operand(terminator.operand)
        if (found === undefined || (found.value === 1n) !== terminator.expected) return terminator
        return { kind: 'goto', target: terminator.target, from, to }
      }
      case 'switch':
        return this.choice(terminator)
      case 'call':
        if (terminator.destination.projection.length === 0) this.set(terminator.destination.local, undefined)
        return terminator
      default:
        return terminator
    }
  }

  /** Edges that are never taken are left out. */
  private choice(terminator: Terminator & { kind: 'switch' }): Terminator {
    const { from, to } = terminator
    const found = this.operand(terminator.operand)
    if (found?.isLiteral) {
      const target = terminator.targets.find(([value]) => value === found.value)?.[1] ?? terminator.otherwise
      return { kind: 'goto', target, from, to }
    }
    const targets = terminator.targets.filter(([, target]) => !this.isUnreachable(target))
    const isClosed = this.isUnreachable(terminator.otherwise) && targets.length > 0
    const otherwise = isClosed ? targets.pop()![1] : terminator.otherwise
    if (targets.every(([, target]) => target === otherwise))
      return { kind: 'goto', target: otherwise, from, to }
    return { ...terminator, targets, otherwise }
  }

  private isUnreachable(block: number): boolean {
    const { statements, terminator } = this.body.blocks[block]!
    return terminator.kind === 'unreachable' && statements.length === 0
  }

  // ── Values ──

  private operand(operand: Operand): Known | undefined {
    if (operand.kind === 'constant') {
      const { constant } = operand
      const value =
        constant.kind === 'value'
          ? constant.value
          : constant.kind === 'item'
            ? this.valueOf(constant.item)
            : undefined
      return typeof value === 'bigint' ? { value, isLiteral: true } : undefined
    }
    const { local, projection } = operand.place
    if (projection.length === 0) return this.constant.get(local) ?? this.current.get(local)
    const pair = this.pairs.get(local)
    const [part] = projection
    if (!pair || part?.kind !== 'field') return undefined
    const { isLiteral } = pair
    return part.index === 0 ? pair : { value: pair.overflows ? 1n : 0n, isLiteral }
  }

  private typeOf(operand: Operand): Type {
    return operand.kind === 'constant' ? known(operand.type) : typeOfPlace(this.body, operand.place)
  }

  private pair({ operator, left, right }: Rvalue & { kind: 'binary' }): KnownPair | undefined {
    const [first, second, type] = [this.operand(left), this.operand(right), this.typeOf(left)]
    const written = ARITHMETIC[operator]
    if (!first || !second || type.kind !== 'integer' || !written) return undefined
    const outcome = calculate(written, first.value, second.value, type.name)
    const isLiteral = first.isLiteral && second.isLiteral
    if ('value' in outcome) return { value: outcome.value, isLiteral, overflows: false }
    if (outcome.problem !== 'overflow') return undefined
    return { value: wrap(outcome.exact, type.name), isLiteral, overflows: true }
  }

  private rvalue(value: Rvalue, result: Type): Known | undefined {
    const type = known(result)
    if (type.kind !== 'integer' && type.kind !== 'bool' && type.kind !== 'char') return undefined
    switch (value.kind) {
      case 'use':
        return this.operand(value.operand)
      case 'binary':
        return this.binary(value)
      case 'unary':
      case 'cast': {
        const found = this.operand(value.operand)
        const from = this.typeOf(value.operand)
        const isNumber = from.kind === 'integer' || from.kind === 'bool' || from.kind === 'char'
        if (!found || !isNumber) return undefined
        if (value.kind === 'cast') return { ...found, value: wrapped(found.value, type) }
        if (type.kind === 'bool') return { ...found, value: 1n - found.value }
        return { ...found, value: wrapped(value.operator === 'Neg' ? -found.value : ~found.value, type) }
      }
      default:
        return undefined
    }
  }

  private binary({ operator, left, right }: Rvalue & { kind: 'binary' }): Known | undefined {
    const [first, second, type] = [this.operand(left), this.operand(right), this.typeOf(left)]
    if (operator === 'BitAnd' && type.kind === 'bool') {
      const no = [first, second].find((each) => each?.value === 0n)
      if (no) return no
    }
    if (!first || !second || type.kind === 'float') return undefined
    const isLiteral = first.isLiteral && second.isLiteral
    const comparison = COMPARISONS[operator]
    if (comparison) return { value: compare(comparison, first.value, second.value) ? 1n : 0n, isLiteral }
    const written = ARITHMETIC[operator]!
    if (type.kind === 'bool') {
      const outcome = calculate(written, first.value, second.value, 'u8')
      return 'value' in outcome ? { value: outcome.value, isLiteral } : undefined
    }
    if (type.kind !== 'integer') return undefined
    const outcome = calculate(written, first.value, second.value, type.name)
    return 'value' in outcome ? { value: outcome.value, isLiteral } : undefined
  }
}

function wrapped(value: bigint, type: Type): bigint {
  return type.kind === 'integer' ? wrap(value, type.name) : value
}

/** What is known whichever way the program came. */
function joined(states: readonly Map<number, Known>[]): Map<number, Known> {
  const [first, ...others] = states
  const result = new Map(first)
  for (const other of others)
    for (const [local, { value }] of result) if (other.get(local)?.value !== value) result.delete(local)
  return result
}

function* assignedIn({ statements, terminator }: BasicBlock): Generator<number> {
  const whole = ({ local, projection }: Place) => (projection.length === 0 ? [local] : [])
  for (const statement of statements) if (statement.kind === 'assign') yield* whole(statement.place)
  if (terminator.kind === 'call') yield* whole(terminator.destination)
}
