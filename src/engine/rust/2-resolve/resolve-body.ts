import type { Diagnostic } from '../../diagnostic.ts'
import type {
  Block,
  Break,
  Closure,
  Continue,
  Expression,
  FunctionItem,
  Match,
  Name,
  NamedType,
  NamePattern,
  Path,
  Pattern,
  Program,
  Span,
  StructItem,
  TypeSyntax,
  Variable,
} from '../1-parse/syntax.ts'
import { becomeConstructor, namesIn, operandsOf, partsOf } from '../1-parse/walk.ts'
import { isInPrelude } from '../3-check/builtins.ts'
import { diagnose, isStandardMacro, messages, type Message } from '../messages.ts'
import { nearestName } from '../nearest-name.ts'
import { Jumps, type JumpTarget } from './jumps.ts'
import { Lifetimes } from './lifetimes.ts'
import type { TypeItem } from './namespace.ts'
import type { Local, Meaning } from './resolve.ts'
import { mapOver } from './over.ts'
import { Scopes } from './scopes.ts'

/** No more than these are given for one source. */
export const MOST_DIAGNOSTICS = 100

/** Finds what the names in types, patterns, statements and expressions mean. */
export abstract class BodyResolver {
  readonly meanings: Map<Variable | Path, Meaning>
  readonly types: Map<NamedType | Path, TypeItem>
  readonly associatedTypes: Map<NamedType, Name>
  readonly library: Map<NamedType | Path | Variable, readonly string[]>
  readonly declared = new Map<NamePattern, Local>()
  readonly diagnostics: Diagnostic[] = []
  readonly scopes: Scopes
  readonly lifetimes = new Lifetimes(
    (type) => this.types.get(type),
    (span, message) => this.report(span, message),
  )
  readonly jumpsOf = new Jumps(this.diagnostics)
  abstract readonly namesOf: ReadonlyMap<string, ReadonlySet<FunctionItem>>
  locals: Local[] = []
  item: FunctionItem | undefined
  /** The functions that this one stands in. */
  around: readonly FunctionItem[] = []
  functionLabel = ''

  /** @param beneath what was found in the standard library */
  constructor(beneath: BodyResolver | undefined) {
    this.meanings = mapOver(beneath?.meanings)
    this.types = mapOver(beneath?.types)
    this.associatedTypes = mapOver(beneath?.associatedTypes)
    this.library = mapOver(beneath?.library)
    this.scopes = new Scopes(beneath?.scopes.library)
  }

  abstract items(program: Program, prefix: string): void

  get jumps(): ReadonlyMap<Break | Continue, JumpTarget> {
    return this.jumpsOf.targets
  }

  /** The length of an array is an expression. */
  type(type: TypeSyntax): void {
    if (type.kind === 'named') this.namedType(type)
    else if (type.kind === 'tuple') for (const element of type.elements) this.type(element)
    else if (type.kind === 'slice') this.type(type.element)
    else if (type.kind === 'array') {
      this.type(type.element)
      this.expression(type.length)
    } else if (type.kind === 'reference' || type.kind === 'pointer' || type.kind === 'box')
      this.type(type.target)
    else if (type.kind === 'function')
      for (const each of [...type.parameters, ...(type.result ? [type.result] : [])]) this.type(each)
    else if (type.kind === 'impl' || type.kind === 'dyn') for (const bound of type.bounds) this.bound(bound)
  }

  /** What stands behind `impl` and `dyn` is a trait. */
  abstract bound(type: TypeSyntax): void

  namedType(type: NamedType): void {
    for (const argument of type.arguments) this.type(argument)
    for (const each of type.associated) this.type(each.type)
    if (type.self) {
      this.type(type.self.type)
      if (type.self.trait) this.type(type.self.trait)
      return
    }
    if (type.path.length === 0) {
      const meaning = this.scopes.findType(type.name.text)
      if (meaning) this.types.set(type, meaning)
      const isParameter = meaning?.kind === 'type-parameter' || meaning?.kind === 'self'
      if (isParameter && this.scopes.isOfOuterItem(type.name.text))
        this.report(type.name, messages.outerParameter)
    }
    const found = this.scopes.findPath([...type.path, type.name])
    if (found?.isHidden) this.report(type.name, messages.privateItem(type.name.text))
    if (found?.type && found.rest.length <= 1) this.types.set(type, found.type)
    if (found?.type && found.rest.length === 1) this.associatedTypes.set(type, type.name)
    if (found?.library) this.library.set(type, found.library)
  }

  block(block: Block, prefix = this.prefix): void {
    this.scopes.enter()
    this.items(block.items, prefix)
    const end = block.closingBrace.from
    for (const statement of block.statements) {
      if (statement.kind === 'expression') this.expression(statement.expression)
      else {
        if (statement.type) this.type(statement.type)
        if (statement.type) this.lifetimes.type(statement.type)
        // The value first: in `let x = x;` the second `x` is an older one.
        if (statement.value) this.expression(statement.value)
        this.distinct(statement.pattern)
        this.pattern(statement.pattern, { from: statement.to, to: end })
      }
    }
    this.scopes.leave()
  }

  get prefix(): string {
    return `${this.functionLabel}.`
  }

  /** In `a | b` both sides declare the same variables. */
  pattern(pattern: Pattern, scope: Span, isParameter = false): void {
    this.constructors(pattern)
    if (pattern.kind === 'tuple' || pattern.kind === 'slice')
      for (const each of pattern.elements) this.pattern(each, scope, isParameter)
    else if (pattern.kind === 'tuple-struct') {
      this.path(pattern.path)
      for (const each of pattern.elements) this.pattern(each, scope, isParameter)
    } else if (pattern.kind === 'struct') {
      this.path(pattern.path)
      for (const field of pattern.fields) this.pattern(field.pattern, scope, isParameter)
    } else if (pattern.kind === 'reference') this.pattern(pattern.inner, scope, isParameter)
    else if (pattern.kind === 'or') this.orPattern(pattern.alternatives, scope)
    else if (pattern.kind === 'range') this.bounds(pattern)
    else if (pattern.kind === 'name') this.namePattern(pattern, scope, isParameter)
  }

  /** No name stands twice in a pattern. */
  distinct(pattern: Pattern): void {
    this.constructors(pattern)
    if (pattern.kind === 'or') return
    const names = new Set<string>()
    for (const { name } of namesIn(pattern)) {
      if (names.has(name.text)) this.report(name, messages.boundTwice(name.text))
      names.add(name.text)
    }
  }

  bounds({ least, greatest }: Pattern & { kind: 'range' }): void {
    if (least) this.expression(least)
    if (greatest && greatest !== least) this.expression(greatest)
  }

  /** The name of a constant in a pattern is that constant, not a new variable. */
  namePattern(pattern: NamePattern, scope: Span, isParameter: boolean): void {
    const { name } = pattern
    const item = this.scopes.find(name.text)
    if (item?.kind === 'struct' || item?.kind === 'variant')
      return this.report(name, messages.constructorInPattern(name.text))
    if (item && item.kind !== 'local' && item.kind !== 'function') {
      if (item.kind === 'static') this.report(name, messages.staticInPattern(name.text))
      else this.report(name, messages.constantInPattern(name.text))
      return
    }
    this.declare(pattern, scope, isParameter)
    if (pattern.inner) this.pattern(pattern.inner, scope, isParameter)
  }

  /** The name of what has no fields is no new variable, but `None` itself: it is written anew as a path. */
  private constructors(pattern: Pattern): void {
    if (pattern.kind === 'name' && !pattern.inner && !pattern.mutable && !pattern.reference) {
      const item = this.scopes.find(pattern.name.text)
      const isUnit = (item?.kind === 'struct' || item?.kind === 'variant') && item.shape === 'unit'
      if (isUnit) becomeConstructor(pattern, pathOf(pattern.name))
    } else if (
      pattern.kind === 'range' &&
      pattern.least?.kind === 'path' &&
      pattern.least === pattern.greatest
    ) {
      const { value } = this.scopes.findPath(pattern.least.segments) ?? {}
      if (value?.kind === 'struct' || value?.kind === 'variant') becomeConstructor(pattern, pattern.least)
    }
    for (const inner of partsOf(pattern)) this.constructors(inner)
  }

  orPattern(alternatives: readonly Pattern[], scope: Span): void {
    const binding = alternatives.flatMap(namesIn)[0]
    if (binding) this.report(binding, messages.bindingInAlternative)
    for (const each of alternatives) if (namesIn(each).length === 0) this.pattern(each, scope)
  }

  declare(declaration: NamePattern, scope: Span, isParameter: boolean): void {
    const name = declaration.name.text
    const shadowed = this.scopes.inInnermost(name)
    if (shadowed) shadowed.scope = { from: shadowed.scope.from, to: scope.from }
    const local = { kind: 'local' as const, name, declaration, isParameter, scope }
    this.locals.push(local)
    this.declared.set(declaration, local)
    this.scopes.declareLocal(name, local)
  }

  expression(expression: Expression): void {
    switch (expression.kind) {
      case 'variable':
        return this.variable(expression)
      case 'call':
        if (expression.callee.kind === 'variable') this.callee(expression.callee)
        else this.expression(expression.callee)
        return this.all(expression.arguments)
      case 'cast':
        this.type(expression.type)
        this.lifetimes.type(expression.type)
        return this.expression(expression.operand)
      case 'path':
        return this.path(expression)
      case 'struct':
        this.path(expression.path)
        return this.all(operandsOf(expression))
      case 'method':
        expression.typeArguments.forEach((each) => this.type(each))
        return this.all(operandsOf(expression))
      case 'match':
        return this.match(expression)
      case 'closure':
        return this.closure(expression)
      case 'while':
      case 'loop':
        if (expression.kind === 'while')
          this.jumpsOf.inside(expression, () => this.expression(expression.condition))
        return this.jumpsOf.inside(expression, () => this.block(expression.body.block))
      case 'for':
        this.expression(expression.iterated)
        return this.jumpsOf.inside(expression, () =>
          this.inScope(() => {
            this.distinct(expression.pattern)
            this.pattern(expression.pattern, expression.body)
            this.block(expression.body.block)
          }),
        )
      case 'block':
        return this.jumpsOf.inside(expression, () => this.block(expression.block))
      case 'break':
      case 'continue':
        if (expression.kind === 'break' && expression.value) this.expression(expression.value)
        return this.jumpsOf.jump(expression)
      case 'range': {
        const { isInclusive, end, to } = expression
        if (isInclusive && !end) this.report({ from: to - '..='.length, to }, messages.endlessRange)
        return this.all(operandsOf(expression))
      }
      case 'macro':
        if (expression.mistake) {
          const message = expression.pieces === undefined ? messages.assertion : messages.format
          this.report(expression.mistake, message(expression.mistake.text))
        }
        return this.all([...expression.operands, ...expression.values])
      default:
        return this.all(operandsOf(expression))
    }
  }

  /** Names with `::` between them: of an item, of something that belongs to a type, or of the library's. */
  path(path: Path): void {
    for (const { arguments: given } of path.segments) given.forEach((each) => this.type(each))
    if (path.self) {
      this.type(path.self.type)
      if (path.self.trait) this.type(path.self.trait)
      return
    }
    const found = this.scopes.findPath(path.segments)
    if (!found) return
    const last = path.segments.at(-1)!
    if (found.isHidden) this.report(last, messages.privateItem(last.text))
    if (found.value && found.rest.length === 0) this.meanings.set(path, found.value)
    if (found.type) this.types.set(path, found.type)
    if (found.library) this.library.set(path, found.library)
  }

  match({ subject, arms }: Match): void {
    this.expression(subject)
    for (const { pattern, guard, value, from, to } of arms) {
      this.inScope(() => {
        this.distinct(pattern)
        this.pattern(pattern, { from, to })
        if (guard) this.expression(guard)
        this.expression(value)
      })
    }
  }

  /** It sees the variables around it, and no jump leaves it. */
  private closure({ parameters, returnType, body, to }: Closure): void {
    const inside = () => {
      for (const { type } of parameters) {
        if (!type) continue
        this.type(type)
        this.lifetimes.type(type)
      }
      if (returnType) this.type(returnType)
      const names = new Set<string>()
      for (const { pattern } of parameters) {
        this.distinct(pattern)
        for (const { name } of namesIn(pattern)) {
          if (names.has(name.text)) this.report(name, messages.duplicateParameter(name.text))
          names.add(name.text)
        }
        this.pattern(pattern, { from: body.from, to }, true)
      }
      this.expression(body)
    }
    this.jumpsOf.apart(true, () => this.inScope(inside))
  }

  inScope(action: () => void): void {
    this.scopes.enter()
    action()
    this.scopes.leave()
  }

  all(expressions: readonly Expression[]): void {
    for (const each of expressions) this.expression(each)
  }

  variable(variable: Variable): void {
    if (this.bind(variable) || this.hasSaidEnough) return
    if (variable.name === 'self') return this.report(variable, messages.selfOutside)
    if (this.isOutside(variable.name)) return this.report(variable, messages.capturedVariable)
    if (this.scopes.findType(variable.name)?.kind === 'struct')
      return this.report(variable, messages.notAValue(variable.name, 'struct'))
    this.report(variable, messages.undeclaredVariable(variable.name, this.adviceFor(variable.name)))
  }

  /** Whether it is a variable of a function around this one. Those of its body are declared only after its functions. */
  isOutside(name: string): boolean {
    const holders = this.namesOf.get(name)
    return this.scopes.isOutside(name) || this.around.some((item) => holders?.has(item))
  }

  callee(callee: Variable): void {
    if (this.bind(callee) || isInPrelude(callee.name) || this.hasSaidEnough) return
    if (isStandardMacro(callee.name)) return this.report(callee, messages.macroAsFunction(callee.name))
    const nearest = nearestName(callee.name, this.scopes.allNames('function'))
    this.report(callee, messages.undeclaredFunction(callee.name, nearest))
  }

  bind(variable: Variable): boolean {
    const meaning = this.scopes.find(variable.name) ?? this.ownStruct(variable.name)
    if (meaning) this.meanings.set(variable, meaning)
    const library = meaning
      ? undefined
      : this.scopes.findPath([{ ...variable, text: variable.name }])?.library
    if (library) this.library.set(variable, library)
    return meaning !== undefined || library !== undefined
  }

  /** `Self(1)` in an `impl` makes one of its type. */
  private ownStruct(name: string): StructItem | undefined {
    const self = name === 'Self' ? this.scopes.findType(name) : undefined
    if (self?.kind !== 'self' || self.item.kind !== 'implementation') return undefined
    const type = self.item.self.kind === 'named' ? this.types.get(self.item.self) : undefined
    return type?.kind === 'struct' ? type : undefined
  }

  adviceFor(name: string): string | undefined {
    const nearest = nearestName(name, this.scopes.allNames('local'))
    if (nearest !== undefined) return messages.similarVariable(nearest)
    const elsewhere = this.namesOf.get(name)
    if (elsewhere === undefined) return undefined
    if (this.item && elsewhere.has(this.item)) return messages.declaredLater(name)
    const [other] = elsewhere
    return other && messages.declaredElsewhere(name, other.name.text)
  }

  /** Looking for a nearest name takes time, and no reader reads more. */
  get hasSaidEnough(): boolean {
    return this.diagnostics.length >= MOST_DIAGNOSTICS
  }

  report(span: Span, message: Message): void {
    this.diagnostics.push(diagnose(span, message))
  }
}

function pathOf(name: Name): Path {
  const { from, to } = name
  return {
    kind: 'path',
    from,
    to,
    segments: [{ ...name, arguments: [] }],
    typeArguments: [],
    self: undefined,
  }
}
