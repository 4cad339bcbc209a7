import type {
  ArrayList,
  Block,
  BlockExpression,
  Break,
  Expression,
  For,
  If,
  LetStatement,
  Loop,
  MacroCall,
  Match,
  NamePattern,
  Pattern,
  Return,
  Span,
  Variable,
  Try,
  Tuple,
} from '../1-parse/syntax.ts'
import type { JumpTarget } from '../2-resolve/jumps.ts'
import type { Local, ResolvedFunction } from '../2-resolve/resolve.ts'
import { MEANT, messages } from '../messages.ts'
import { isMistaken, isOpen } from './infer-base.ts'
import { InferClosures } from './infer-closures.ts'
import { isRest } from './exhaustive.ts'
import type { ProgramTypes } from './program-types.ts'
import { errorOf, successOf, triedOf, whyNotTried } from './tried.ts'
import {
  BOOL,
  CHAR,
  isIntegral,
  isSameType,
  isUnit,
  isUnknown,
  isUnsized,
  known,
  MISTAKE,
  NEVER,
  STRING,
  typeText,
  UNIT,
  fieldsOf,
  unknownType,
  type StructType,
  type Type,
  type VariantType,
} from './types.ts'
import { becomeConstructor, partsOf, spread } from '../1-parse/walk.ts'
import { join } from './unify.ts'

/** By value, or as a reference. */
export type Binding = 'move' | 'shared' | 'mutable'

/** What inference found: every type of a function without mistakes is known. */
export interface Inference {
  typeOfLocal(local: Local): Type
  typeOf(expression: Expression): Type
  /** What an expression is turned into where it stands, if it is turned into another type. */
  coercionOf(expression: Expression): Type | undefined
  /** It is a `&mut` that goes somewhere else for as long as that is used, and not for good. */
  isReborrowed(expression: Expression): boolean
  /** What a function's name is given for the types that the function leaves open. */
  instanceOf(callee: Variable): readonly Type[]
  /** What compares the values of an assertion, if an `impl` does, and behind how many references. */
  comparisonOf(macro: MacroCall): { readonly callee: Variable; readonly depth: number } | undefined
  /** Through how many references a pattern of parts looks. */
  derefsOf(pattern: Pattern): number
  /** How a name in a pattern takes its part. */
  bindingOf(name: NamePattern): Binding
  readonly hasMistakes: boolean
  /** What it was inferred of; undefined for a constant. A function of the library has another one in every program. */
  readonly body: Block | undefined
  /** The first expression that was not understood; where no message says why, one is still needed. */
  readonly misunderstood: Expression | undefined
}

/**
 * Finds the type of every variable and expression of one function, as rustc does: statement by statement, an
 * unsuffixed integer being what its use asks for, or else `i32`.
 */
export function inferTypes(func: ResolvedFunction, program: ProgramTypes): Inference {
  return new Inferrer(program).functionBody(func)
}

/** The same for the value of a constant. */
export function inferConstant(value: Expression, type: Type, program: ProgramTypes): Inference {
  return new Inferrer(program).constant(value, type)
}

class Inferrer extends InferClosures implements Inference {
  /** What `?` leaves; of `Err(e)?;` nothing ever comes (Rust reference, edition 2024, "Never type fallback"). */
  private readonly successes: Type[] = []
  private readonly derefs = new Map<Pattern, number>()
  body: Block | undefined
  private readonly bindings = new Map<NamePattern, Binding>()
  private readonly breaks = new Map<JumpTarget, { type: Type; isReached: boolean }>()

  protected get inference(): Inference {
    return this
  }

  functionBody({ item }: ResolvedFunction): Inference {
    this.item = item
    this.body = item.body
    const { parameters, result } = this.program.signatureOf(item)
    this.result = result
    for (const { type, bounds } of this.program.hiddenIn(item)) this.demand(item.returnType!, type, bounds)
    if (item.isUnsafe) this.unsafeDepth = 1
    item.parameters.forEach(({ pattern }, index) => this.pattern(pattern, parameters[index] ?? MISTAKE))
    const type = this.block(item.body, result)
    const hasTail = item.statements.at(-1)?.kind === 'expression' && isTail(item.body)
    if (!hasTail && !isUnit(result) && known(type).kind !== 'never' && known(result).kind !== 'mistake')
      this.mismatch(item.returnType ?? item.signature, result, UNIT, this.meantAsResult(item.body, result))
    return this.finish()
  }

  /** A value of the right type that a semicolon has thrown away. */
  private meantAsResult({ statements }: Block, result: Type): string | undefined {
    const last = statements.at(-1)
    if (last?.kind !== 'expression') return undefined
    const type = known(this.expressions.get(last.expression) ?? UNIT)
    return type.kind === known(result).kind && !isUnit(type) ? MEANT.tail : undefined
  }

  constant(value: Expression, type: Type): Inference {
    this.check(value, type)
    return this.finish()
  }

  private finish(): Inference {
    for (const type of this.successes) if (isUnknown(type)) join(type, NEVER)
    this.solve()
    this.settleEndless()
    this.settleIntegers()
    this.finishObligations()
    this.checkAssumed()
    for (const [local, type] of this.locals) {
      if (!isOpen(type)) continue
      const { name } = local.declaration
      this.mistake(name, messages.typeNeeded(name.text, 'E0282'))
    }
    for (const [callee, given] of this.instances)
      if (!this.hasMistakes && given.some(isOpen)) this.mistake(callee, messages.typeNeeded('T', 'E0282'))
    this.checkNegations()
    if (!this.hasMistakes) for (const judge of this.later) judge()
    if (!this.hasMistakes) {
      const open = [...this.expressions].find(([, type]) => isOpen(type))
      if (open) this.mistake(open[0], messages.typeNeeded('this', 'E0282'))
    }
    return this
  }

  typeOfLocal(local: Local): Type {
    return this.locals.get(local) ?? missing(local.name)
  }

  typeOf(expression: Expression): Type {
    return known(this.expressions.get(expression) ?? missing(expression.kind))
  }

  get misunderstood(): Expression | undefined {
    return [...this.expressions].find(([, type]) => isMistaken(type))?.[0]
  }

  coercionOf(expression: Expression): Type | undefined {
    return this.coercions.get(expression)
  }

  instanceOf(callee: Variable): readonly Type[] {
    return this.instances.get(callee) ?? []
  }

  comparisonOf(macro: MacroCall): { readonly callee: Variable; readonly depth: number } | undefined {
    return this.comparisons.get(macro)
  }

  derefsOf(pattern: Pattern): number {
    return this.derefs.get(pattern) ?? 0
  }

  bindingOf(name: NamePattern): Binding {
    return this.bindings.get(name) ?? 'move'
  }

  isReborrowed(expression: Expression): boolean {
    return this.reborrows.has(expression)
  }

  protected inferKind(expression: Expression, hint: Type | undefined): Type {
    switch (expression.kind) {
      case 'integer':
        return this.integerLiteral(expression, hint)
      case 'float':
        return this.floatLiteral(expression, hint)
      case 'boolean':
        return BOOL
      case 'character':
        return CHAR
      case 'string':
        return STRING
      case 'variable':
        return this.variable(expression)
      case 'path':
        return this.path(expression)
      case 'negation':
        return this.negation(expression, hint)
      case 'not':
        return this.not(expression, hint)
      case 'dereference':
        return this.dereference(expression)
      case 'reference':
        return this.reference(expression, hint)
      case 'binary':
        return this.binary(expression)
      case 'assignment':
        return this.assignment(expression)
      case 'cast':
        return this.cast(expression)
      case 'call':
        return this.call(expression, hint)
      case 'method':
        return this.method(expression, hint)
      case 'field':
        return this.field(expression)
      case 'index':
        return this.index(expression)
      case 'macro':
        return this.macro(expression)
      case 'struct':
        return this.structValue(expression, hint)
      case 'tuple':
        return this.tuple(expression, hint)
      case 'array':
        return this.array(expression, hint)
      case 'repeat':
        return this.repeat(expression, hint)
      default:
        return this.control(expression, hint)
    }
  }

  private control(expression: Expression, hint: Type | undefined): Type {
    switch (expression.kind) {
      case 'if':
        return this.ifExpression(expression, hint)
      case 'match':
        return this.match(expression, hint)
      case 'while':
        this.check(expression.condition, BOOL)
        return this.repeated(expression.body)
      case 'loop':
        return this.loop(expression, hint)
      case 'for':
        return this.forLoop(expression)
      case 'block':
        return this.blockExpression(expression, hint)
      case 'break':
        return this.breakOut(expression)
      case 'continue':
        return NEVER
      case 'return':
        return this.returnValue(expression)
      case 'try':
        return this.tryOperator(expression)
      case 'closure':
        return this.closure(expression, hint)
      case 'range':
        return this.range(expression, hint)
      default:
        return this.mistake(expression, messages.underscoreAlone)
    }
  }

  private tuple({ elements }: Tuple, hint: Type | undefined): Type {
    if (elements.length === 0) return UNIT
    const wanted = hint && known(hint)
    const hints = wanted?.kind === 'tuple' ? wanted.elements : []
    return { kind: 'tuple', elements: elements.map((element, index) => this.element(element, hints[index])) }
  }

  /** What is asked for and fits is what it is; elements are coerced one by one. */
  private element(expression: Expression, hint: Type | undefined): Type {
    if (!hint) return this.infer(expression)
    this.check(expression, hint)
    return hint
  }

  private array({ elements }: ArrayList, hint: Type | undefined): Type {
    const wanted = hint && known(hint)
    const element = wanted?.kind === 'array' ? wanted.element : unknownType()
    for (const each of elements) this.check(each, element)
    return { kind: 'array', element, length: elements.length }
  }

  private repeat({ element, length }: Expression & { kind: 'repeat' }, hint: Type | undefined): Type {
    const wanted = hint && known(hint)
    const type = wanted?.kind === 'array' ? wanted.element : unknownType()
    this.check(element, type)
    const count = this.program.lengthOf(length)
    return count === undefined ? this.silentMistake() : { kind: 'array', element: type, length: count }
  }

  // ── Blocks and statements ──

  private block(block: Block, hint: Type | undefined): Type {
    const outer = this.diverges
    this.diverges = false
    let result: Type | undefined
    for (const statement of block.statements) {
      if (statement.kind === 'let') this.letStatement(statement)
      else if (statement.isTail)
        result = hint ? this.checked(statement.expression, hint) : this.infer(statement.expression)
      else if (statement.isBlockLike) this.check(statement.expression, UNIT)
      else this.infer(statement.expression)
    }
    const type = result ?? (this.diverges ? NEVER : UNIT)
    this.diverges ||= outer
    return type
  }

  private checked(expression: Expression, expected: Type): Type {
    const found = this.check(expression, expected)
    return known(found).kind === 'never' ? found : expected
  }

  private blockExpression(expression: BlockExpression, hint: Type | undefined): Type {
    if (expression.isEndless) return this.endless(expression)
    if (expression.isUnsafe) this.unsafeDepth++
    const exit = expression.label ? { type: hint ?? unknownType(), isReached: false } : undefined
    if (exit) this.breaks.set(expression, exit)
    const type = this.block(expression.block, exit?.type ?? hint)
    if (expression.isUnsafe) this.unsafeDepth--
    if (!exit?.isReached) return type
    this.diverges = false
    if (known(type).kind !== 'never' && !join(exit.type, type)) this.mismatch(expression, exit.type, type)
    return exit.type
  }

  private endless({ block, ...place }: BlockExpression): Type {
    const type = this.block(block, undefined)
    return known(type).kind === 'never' ? type : this.mismatch(place, NEVER, type)
  }

  private letStatement({ pattern, type, value }: LetStatement): void {
    const declared = type ? this.program.sized(type, this.program.typeFor(type)) : unknownType()
    if (!value) return this.pattern(pattern, declared)
    const found = type ? this.checked(value, declared) : this.infer(value)
    const result = type ? declared : found
    this.pattern(
      pattern,
      isUnsized(result) ? this.mistake(value, messages.unsized(typeText(result))) : result,
    )
  }

  // ── Control ──

  private ifExpression({ condition, then, otherwise, from, to }: If, hint: Type | undefined): Type {
    this.check(condition, BOOL)
    const before = this.diverges
    if (!otherwise) {
      const isValue =
        hint && !isUnit(hint) && known(hint).kind !== 'variable' && known(hint).kind !== 'mistake'
      if (!hint) return this.valueWithoutElse(then, { from, to }, before)
      if (isValue) this.infer(then)
      else this.check(then, UNIT)
      this.diverges = before
      return isValue ? this.mistake({ from, to }, messages.ifWithoutElse(typeText(hint))) : UNIT
    }
    const first = this.branch(then, hint)
    const thenDiverges = this.diverges
    this.diverges = before
    const second = this.branch(otherwise, hint ?? (known(first).kind === 'never' ? undefined : first))
    this.diverges = (thenDiverges && this.diverges) || before
    return this.merged(first, second, otherwise)
  }

  private valueWithoutElse(then: Expression, whole: Span, before: boolean): Type {
    const found = this.infer(then)
    this.diverges = before
    const isFine = ['never', 'mistake'].includes(known(found).kind) || join(found, UNIT)
    return isFine ? UNIT : this.mistake(whole, messages.ifWithoutElse(typeText(found)))
  }

  private branch(expression: Expression, hint: Type | undefined): Type {
    return hint ? this.checked(expression, hint) : this.infer(expression)
  }

  private merged(first: Type, second: Type, blamed: Expression): Type {
    if (known(first).kind === 'never') return second
    if (known(second).kind === 'never' || join(first, second)) return first
    return this.mismatch(blamed, first, second)
  }

  private match(match: Match, hint: Type | undefined): Type {
    const subject = this.infer(match.subject)
    const before = this.diverges
    let [result, allDiverge] = [NEVER, true]
    for (const { pattern, guard, value } of match.arms) {
      this.pattern(pattern, subject)
      if (guard) this.check(guard, BOOL)
      this.diverges = before
      const type = this.branch(value, hint ?? (known(result).kind === 'never' ? undefined : result))
      allDiverge &&= this.diverges
      result = this.merged(result, type, value)
    }
    this.diverges = allDiverge || before
    return result
  }

  private repeated(body: Expression): Type {
    const before = this.diverges
    this.check(body, UNIT)
    this.diverges = before
    return UNIT
  }

  private loop(loop: Loop, hint: Type | undefined): Type {
    const exit = { type: hint ?? unknownType(), isReached: false }
    this.breaks.set(loop, exit)
    this.repeated(loop.body)
    return exit.isReached ? exit.type : NEVER
  }

  private forLoop({ pattern, iterated, body }: For): Type {
    if (iterated.kind !== 'range' || !iterated.start || !iterated.end) {
      this.pattern(pattern, MISTAKE)
      return this.mistake(iterated, messages.forOverRange)
    }
    const type = unknownType()
    this.check(iterated.start, type)
    this.check(iterated.end, type)
    const element = known(type)
    if (!isIntegral(element) && element.kind !== 'char' && element.kind !== 'mistake')
      this.mistake(iterated, messages.forOverRange)
    this.pattern(pattern, element)
    return this.repeated(body)
  }

  private breakOut(jump: Break): Type {
    const target = this.program.resolution.jumps.get(jump)
    const exit = target && this.breaks.get(target)
    if (exit) exit.isReached = true
    if (!exit) {
      if (jump.value) this.infer(jump.value)
    } else if (jump.value) this.check(jump.value, exit.type)
    else if (!join(exit.type, UNIT)) this.mismatch(jump, exit.type, UNIT)
    return NEVER
  }

  /** What stays of it; where it failed, that is returned. */
  private tryOperator(expression: Try): Type {
    const { operand, to } = expression
    const found = this.needed(operand, this.infer(operand))
    if (found.kind === 'mistake') return found
    const sign = { from: operand.to, to }
    // What a closure gives back may be known from this alone.
    if (isOpen(this.result) && found.kind === 'enum' && triedOf(found, this.program))
      join(this.result, this.program.enumType(found.item))
    const reason = whyNotTried(found, this.result, this.program)
    if (reason) return this.mistake(sign, reason)
    const [tried, returned] = [found, this.result].map((type) => triedOf(type, this.program)!)
    const [error, wanted] = [tried!, returned!].map(errorOf)
    if (error && wanted && !isSameType(error, wanted)) this.convertError(expression, sign, error, wanted)
    this.successes.push(successOf(tried!))
    return successOf(tried!)
  }

  /** What went wrong becomes what the function says went wrong, by `From`. */
  private convertError(expression: Try, { from, to }: Span, error: Type, wanted: Type): void {
    const { operand } = expression
    const found = this.program.ofTypes.find(this.expressions.get(operand) ?? MISTAKE, 'with_error')
    if (isOpen(wanted) || found?.member.kind !== 'function')
      return void this.later.push(() => {
        if (!isSameType(error, wanted))
          this.mistake({ from, to }, messages.notYet('a `?` whose errors are not known where it stands'))
      })
    this.settle(operand)
    const callee = this.named({ from, to }, found.member, found.given)
    const converted: Expression = {
      kind: 'call',
      from: operand.from,
      to: operand.to,
      callee,
      arguments: [operand],
    }
    Object.assign(expression, { operand: converted })
    join(errorOf(triedOf(this.infer(converted), this.program)!)!, wanted)
  }

  private returnValue({ value, from, to }: Return): Type {
    if (value) this.check(value, this.result)
    else if (!isUnit(this.result))
      this.mistake({ from, to }, messages.returnWithoutValue(typeText(this.result)))
    return NEVER
  }

  // ── Patterns ──

  protected pattern(pattern: Pattern, type: Type, mode: Binding = 'move'): void {
    switch (pattern.kind) {
      case 'name':
        return this.namePattern(pattern, type, mode)
      case 'or':
        for (const each of pattern.alternatives) this.pattern(each, type, mode)
        return
      case 'reference':
        return this.referencePattern(pattern, type)
      case 'wildcard':
      case 'rest':
        return
      default:
        return this.partsPattern(pattern, ...this.behind(pattern, type, mode))
    }
  }

  /** A pattern of parts looks through references; the names in it are references then (Rust reference, "Binding modes"). */
  private behind(pattern: Pattern, type: Type, mode: Binding): readonly [Type, Binding] {
    let [found, binding, depth] = [known(type), mode, 0]
    const isText = pattern.kind === 'range' && pattern.least?.kind === 'string'
    for (; found.kind === 'reference' && !(isText && known(found.target).kind === 'str'); depth++) {
      binding = found.mutable && binding !== 'shared' ? 'mutable' : 'shared'
      found = known(found.target)
    }
    if (depth > 0) this.derefs.set(pattern, depth)
    return [found, binding]
  }

  private namePattern(pattern: NamePattern, type: Type, mode: Binding): void {
    const local = this.program.resolution.declared.get(pattern)
    const binding = pattern.reference ?? (pattern.mutable ? 'move' : mode)
    this.bindings.set(pattern, binding)
    if (local)
      this.locals.set(
        local,
        binding === 'move' ? type : { kind: 'reference', mutable: binding === 'mutable', target: type },
      )
    if (pattern.inner) this.pattern(pattern.inner, type, mode)
  }

  private referencePattern(pattern: Pattern & { kind: 'reference' }, type: Type): void {
    const target = unknownType()
    const reference: Type = { kind: 'reference', mutable: pattern.mutable, target }
    if (!join(reference, type)) this.mismatch(pattern, type, reference)
    this.pattern(pattern.inner, target)
  }

  private partsPattern(
    pattern: Exclude<Pattern, { kind: 'name' | 'or' | 'reference' | 'wildcard' | 'rest' }>,
    type: Type,
    mode: Binding,
  ): void {
    switch (pattern.kind) {
      case 'tuple':
        return this.tuplePattern(pattern, type, mode)
      case 'tuple-struct':
      case 'struct':
        return this.constructorPattern(pattern, type, mode)
      case 'slice':
        return this.slicePattern(pattern, type, mode)
      case 'range':
        return this.rangePattern(pattern, type, mode)
    }
  }

  private tuplePattern(pattern: Pattern & { kind: 'tuple' }, type: Type, mode: Binding): void {
    const hasRest = pattern.elements.some(({ kind }) => kind === 'rest')
    const count = type.kind === 'tuple' && hasRest ? type.elements.length : pattern.elements.length
    const elements = Array.from({ length: count }, () => unknownType())
    const tuple: Type = { kind: 'tuple', elements }
    if (!join(tuple, type)) this.mismatch(pattern, type, tuple)
    this.spreadPattern(pattern.elements, elements, mode)
  }

  private spreadPattern(elements: readonly Pattern[], types: readonly Type[], mode: Binding): void {
    spread(elements, types.length).forEach((element, index) => {
      if (element) this.pattern(element, types[index] ?? MISTAKE, mode)
    })
  }

  /** `Some(x)`, `Point { x, .. }` */
  private constructorPattern(
    pattern: Pattern & { kind: 'tuple-struct' | 'struct' },
    type: Type,
    mode: Binding,
  ): void {
    const { path } = pattern
    const item = this.constructorAt(path)
    const made = this.constructedType(item, path)
    const name = path.segments.map(({ text }) => text).join('::')
    if (!made) {
      for (const part of partsOf(pattern)) this.pattern(part, MISTAKE)
      return void this.mistake(path, messages.unknownConstructor(name, pattern.kind === 'struct'))
    }
    const whole = made.kind === 'variant' ? made.of : made
    if (!join(whole, type)) this.mismatch(path, type, whole)
    this.meanings.set(path, made.kind === 'variant' ? made.of.variants[made.index]!.item : made.item)
    if (pattern.kind === 'struct') return this.fieldPatterns(pattern, made, mode)
    const fields = fieldsOf(made)
    const hasRest = pattern.elements.some(({ kind }) => kind === 'rest')
    const shape = made.kind === 'variant' ? made.of.variants[made.index]!.item.shape : made.item.shape
    const given = pattern.elements.length - (hasRest ? 1 : 0)
    if (shape === 'named') this.mistake(path, messages.constructorShape(name))
    else if (shape === 'unit' && pattern.elements.length > 0)
      this.mistake(path, messages.unitTakenApart(name, made.kind === 'variant'))
    else if (hasRest ? given > fields.length : given !== fields.length)
      this.mistake(pattern, messages.patternFields(name, fields.length, given))
    this.spreadPattern(
      pattern.elements,
      fields.map((field) => field.type),
      mode,
    )
  }

  private fieldPatterns(
    pattern: Pattern & { kind: 'struct' },
    made: StructType | VariantType,
    mode: Binding,
  ): void {
    const fields = fieldsOf(made)
    const seen = new Set<string>()
    for (const { name, pattern: inner } of pattern.fields) {
      const field = fields.find((each) => each.name === name.text)
      if (!field) this.mistake(name, messages.patternLacksField(typeText(made), name.text))
      if (seen.has(name.text)) this.mistake(name, messages.patternFieldTwice(name.text))
      seen.add(name.text)
      this.pattern(inner, field?.type ?? MISTAKE, mode)
    }
    const missing = fields.flatMap((field) => (seen.has(field.name) ? [] : [`\`${field.name}\``]))
    if (missing.length > 0 && !pattern.hasRest) this.mistake(pattern, messages.patternMisses(missing))
  }

  private slicePattern(pattern: Pattern & { kind: 'slice' }, type: Type, mode: Binding): void {
    const element = type.kind === 'array' || type.kind === 'slice' ? type.element : MISTAKE
    if (element === MISTAKE && type.kind !== 'mistake')
      this.mistake(pattern, messages.sliceExpected(typeText(type)))
    const { elements } = pattern
    const given = elements.length - (elements.some(isRest) ? 1 : 0)
    if (type.kind === 'array' && (given < elements.length ? given > type.length : given !== type.length))
      this.mistake(pattern, messages.patternLength(given, type.length, given < elements.length))
    for (const each of elements)
      this.pattern(each, isRest(each) ? this.restOf(type, given, each, mode) : element, mode)
  }

  /** What `..` stands for, if it has a name. */
  private restOf(type: Type, given: number, pattern: Pattern, mode: Binding): Type {
    if (type.kind === 'array') return { ...type, length: Math.max(type.length - given, 0) }
    if (pattern.kind === 'name' && type.kind === 'slice' && (pattern.reference ?? mode) === 'move')
      this.mistake(pattern, messages.unsized(typeText(type)))
    return type
  }

  private rangePattern(pattern: Pattern & { kind: 'range' }, type: Type, mode: Binding): void {
    const { least, greatest } = pattern
    if (least?.kind === 'path' && least === greatest && this.constructorAt(least)) {
      becomeConstructor(pattern, least)
      return this.pattern(pattern, type, mode)
    }
    if (isTextRange(pattern)) return void this.mistake(pattern, messages.rangeOfTexts)
    if (least) this.check(least, type)
    if (greatest && greatest !== least) this.check(greatest, type)
  }
}

function isTail(block: Block): boolean {
  const last = block.statements.at(-1)
  return last?.kind === 'expression' && last.isTail
}

/** Only numbers and characters come one after the other. */
function isTextRange({ least, greatest }: Pattern & { kind: 'range' }): boolean {
  return least !== greatest && (least?.kind === 'string' || greatest?.kind === 'string')
}

function missing(what: string): never {
  throw new Error(`the type of a ${what} was asked for that inference has not found`)
}
