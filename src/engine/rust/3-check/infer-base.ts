import type { Expression, MacroCall, Negation, Span, Variable } from '../1-parse/syntax.ts'
import type { Local, Resolution } from '../2-resolve/resolve.ts'
import { diagnose, MEANT, messages, type Message } from '../messages.ts'
import type { ProgramTypes } from './program-types.ts'
import {
  float,
  integer,
  integerName,
  isFloating,
  isIntegral,
  isSigned,
  isUnknown,
  known,
  MISTAKE,
  typeText,
  type Type,
} from './types.ts'
import { isPlace } from '../1-parse/walk.ts'
import { coerce, join } from './unify.ts'

/** What an `impl` compares: the two types, behind so many references of both values. */
export interface Compared {
  readonly left: Type
  readonly right: Type
  readonly depth: number
}

/** What every part of inference works on: the types found so far. */
export abstract class InferBase {
  readonly program: ProgramTypes
  readonly meanings: Resolution['meanings']
  readonly expressions = new Map<Expression, Type>()
  readonly coercions = new Map<Expression, Type>()
  /** Of assertions of which the two values are compared by an `impl`: by which function, behind how many references. */
  readonly comparisons = new Map<MacroCall, { readonly callee: Variable; readonly depth: number }>()
  /** A `&mut` where a reference was asked for: it is lent on, not given away. */
  readonly reborrows = new Set<Expression>()
  readonly locals = new Map<Local, Type>()
  /** For each name of a function that leaves types open, what it is given for them. */
  readonly instances = new Map<Variable, readonly Type[]>()
  /** Operands of what was written anew, whose types are known already. */
  private readonly settled = new Set<Expression>()
  /** Of integers that were not known to be signed when the minus sign was met. */
  negations: { readonly negation: Negation; readonly type: Type }[] = []
  /** What can be judged only when all types are known. */
  readonly later: (() => void)[] = []
  hasMistakes = false
  /** What is being looked at is a place that will be changed: it decides between `Index` and `IndexMut`. */
  protected isChanged = false
  /** Whether what comes next is never reached. */
  diverges = false

  constructor(program: ProgramTypes) {
    this.program = program
    this.meanings = program.resolution.meanings
  }

  /** What a reference leads to by `Deref`, where one to that is asked for: a `&String` is a `&str` too. */
  protected abstract ledTo(expression: Expression, found: Type, expected: Type): Type

  protected abstract inferKind(expression: Expression, hint: Type | undefined): Type

  /** Whether what a pointer leads to becomes a `dyn`. */
  protected abstract unsizes(expression: Expression, from: Type, to: Type): boolean

  infer(expression: Expression, hint?: Type): Type {
    if (this.settled.has(expression)) return this.expressions.get(expression) ?? MISTAKE
    const outer = this.isChanged
    this.isChanged &&= isPlace(expression)
    const type = this.inferKind(expression, hint)
    this.isChanged = outer
    this.expressions.set(expression, type)
    if (known(type).kind === 'never') this.diverges = true
    return type
  }

  /** Says in other words, in its place, what an expression is short for: a method call for a call. */
  protected rewrite(expression: Expression, inOtherWords: Expression, hint?: Type): Type {
    for (const key of Object.keys(expression))
      if (!(key in inOtherWords)) Reflect.deleteProperty(expression, key)
    Object.assign(expression, inOtherWords)
    const meaning = inOtherWords.kind === 'variable' ? this.meanings.get(inOtherWords) : undefined
    if (meaning && expression.kind === 'variable') {
      this.meanings.set(expression, meaning)
      const given = this.instances.get(inOtherWords as Variable)
      if (given) this.instances.set(expression, given)
    }
    return this.inferKind(expression, hint)
  }

  /** Its type is known, and does not have to be found again. */
  protected settle(expression: Expression): void {
    this.settled.add(expression)
  }

  /** The type of a place that is changed. */
  protected inferChanged(place: Expression, hint?: Type): Type {
    const outer = this.isChanged
    this.isChanged = true
    const type = this.infer(place, hint)
    this.isChanged = outer
    return type
  }

  /** The expression must have the type, or one that Rust turns into it; what it should be also helps to find what it is. */
  check(expression: Expression, expected: Type): Type {
    const found = this.ledTo(expression, this.infer(expression, expected), expected)
    const [from, to] = [known(found), known(expected)]
    const isImplied = expression.kind === 'reference' && expression.isImplied
    if (from.kind === 'reference' && from.mutable && to.kind === 'reference' && !isImplied)
      this.reborrows.add(expression)
    if (this.unsizes(expression, from, to)) {
      this.coercions.set(expression, expected)
      return found
    }
    const result = coerce(found, expected)
    if (result === 'impossible')
      this.mismatch(blameOf(expression), expected, found, meant(expression, expected))
    else if (result === 'changed') {
      this.coercions.set(expression, expected)
      if (from.kind === 'struct') this.program.askEmpty(from, expected, expression)
    }
    return found
  }

  /** Every use of an integer literal's type is in by now. */
  protected settleIntegers(): void {
    const settle = (type: Type) => {
      if (isIntegral(type) && !integerName(type)) join(type, integer('i32'))
      if (isFloating(type)) join(type, float('f64'))
    }
    for (const type of this.locals.values()) eachPart(type, settle)
    for (const type of this.expressions.values()) eachPart(type, settle)
    for (const given of this.instances.values()) for (const type of given) eachPart(type, settle)
  }

  /** rustc looks back at what it had left open whenever it comes to another operator, and at the end. */
  protected checkNegations(): void {
    const open = this.negations.filter(({ type }) => known(type).kind === 'variable')
    for (const { negation, type } of this.negations) {
      const name = integerName(type)
      if (name && !isSigned(name)) this.mistake(negation, messages.negateInferredUnsigned(name))
    }
    this.negations = open
  }

  /** Rust reports it at the `let` that left the type open. */
  protected unknownOperand(operand: Expression, span: Span, code: 'E0282' | 'E0283' | 'E0284'): Type {
    const meaning = operand.kind === 'variable' ? this.meanings.get(operand) : undefined
    const name = meaning?.kind === 'local' ? meaning.declaration.name : undefined
    const type = this.mistake(name ?? span, messages.typeNeeded(name?.text ?? 'this', code))
    if (meaning?.kind === 'local') join(this.locals.get(meaning) ?? type, type)
    return type
  }

  /** The type, or, if nothing is known of it yet, a mistake. */
  protected needed(expression: Expression, type: Type): Type {
    return isUnknown(type) ? this.unknownOperand(expression, expression, 'E0282') : known(type)
  }

  protected mismatch(span: Span, expected: Type, found: Type, help?: string): Type {
    const text = (type: Type) => {
      const found = known(type)
      if (found.kind !== 'variable') return typeText(found)
      return found.isIntegral ? 'integer' : found.isFloating ? 'floating-point number' : typeText(found)
    }
    return this.mistake(span, messages.mismatched(text(expected), text(found), help))
  }

  protected mistake(span: Span, message: Message): Type {
    this.program.diagnostics.push(diagnose(span, message))
    return this.silentMistake()
  }

  protected silentMistake(): Type {
    this.hasMistakes = true
    return MISTAKE
  }
}

/** `if x = 1`: what was meant, where that is plain. */
function meant(expression: Expression, expected: Type): string | undefined {
  const isAssigned = expression.kind === 'assignment' && expression.operator === undefined
  return isAssigned && known(expected).kind === 'bool' ? MEANT.comparison : undefined
}

/** A block is wrong where its value stands. */
function blameOf(expression: Expression): Span {
  if (expression.kind !== 'block') return expression
  const tail = expression.block.statements.at(-1)
  return tail?.kind === 'expression' && tail.isTail ? blameOf(tail.expression) : expression
}

function eachPart(type: Type, visit: (part: Type) => void): void {
  const found = known(type)
  visit(found)
  if (found.kind === 'tuple') for (const element of found.elements) eachPart(element, visit)
  else if (found.kind === 'struct' || found.kind === 'enum')
    for (const each of found.arguments) eachPart(each, visit)
  else if (found.kind === 'dyn')
    for (const each of [...found.arguments, ...found.associated.values()]) eachPart(each, visit)
  else if (found.kind === 'function')
    for (const each of [...found.parameters, found.result]) eachPart(each, visit)
  else if (found.kind === 'projection')
    for (const each of [found.self, ...found.arguments]) eachPart(each, visit)
  else if (found.kind === 'array' || found.kind === 'slice') eachPart(found.element, visit)
  else if (found.kind === 'reference' || found.kind === 'pointer' || found.kind === 'box')
    eachPart(found.target, visit)
}

/** Whether a part of the type is still unknown when everything has been seen. */
export function isOpen(type: Type): boolean {
  return hasPart(type, 'variable')
}

/** Whether a part of the type differs from one use of a definition to another. */
export function isGeneric(type: Type): boolean {
  return hasPart(type, 'parameter')
}

/** Whether a part of the type is not what it should be. */
export function isMistaken(type: Type): boolean {
  return hasPart(type, 'mistake')
}

function hasPart(type: Type, kind: Type['kind']): boolean {
  let isFound = false
  eachPart(type, (part) => {
    if (part.kind === kind) isFound = true
  })
  return isFound
}
