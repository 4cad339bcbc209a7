import type { Diagnostic } from '../../diagnostic.ts'
import type {
  Block,
  Break,
  ConstantItem,
  Continue,
  Expression,
  FunctionItem,
  Match,
  NamePattern,
  Pattern,
  Program,
  Span,
  StructItem,
  TypeSyntax,
  Variable,
} from '../1-parse/syntax.ts'
import { namesIn, operandsOf } from '../1-parse/walk.ts'
import { diagnose, messages, MOST_DIAGNOSTICS, type Message } from '../messages.ts'
import { isInPrelude } from '../3-check/builtins.ts'
import { Jumps, type JumpTarget } from './jumps.ts'
import { Lifetimes } from './lifetimes.ts'
import { nearestName } from '../nearest-name.ts'
import { Scopes } from './scopes.ts'

/** A variable: a name in a `let`, a parameter, an arm or a `for`. A later one of the same name is another one. */
export interface Local {
  readonly kind: 'local'
  readonly name: string
  readonly declaration: NamePattern
  readonly isParameter: boolean
  /** Where the name means this variable: from behind its `let` up to the next `let` of that name, or the end of the block. */
  readonly scope: Span
}

export type Meaning = Local | FunctionItem | ConstantItem

export interface ResolvedFunction {
  readonly item: FunctionItem
  /** Unique in the program: a function inside `main` is `main.inner`. */
  readonly label: string
  /** In the order of their declarations. */
  readonly locals: readonly Local[]
}

export interface Resolution {
  readonly functions: readonly ResolvedFunction[]
  readonly structs: ReadonlyMap<string, StructItem>
  readonly constants: readonly ConstantItem[]
  /** What each name in an expression means; nothing where it means nothing. */
  readonly meanings: ReadonlyMap<Variable, Meaning>
  readonly declared: ReadonlyMap<NamePattern, Local>
  readonly jumps: ReadonlyMap<Break | Continue, JumpTarget>
  readonly diagnostics: readonly Diagnostic[]
}

/** Second phase: finds what every name means. */
export function resolve(program: Program): Resolution {
  return new Resolver(program).run()
}

class Resolver implements Resolution {
  readonly program: Program
  readonly functions: ResolvedFunction[] = []
  readonly constants: ConstantItem[] = []
  readonly structs = new Map<string, StructItem>()
  readonly meanings = new Map<Variable, Meaning>()
  readonly declared = new Map<NamePattern, Local>()
  readonly diagnostics: Diagnostic[] = []
  readonly scopes = new Scopes()
  readonly labels = new Map<string, number>()
  readonly namesOf: ReadonlyMap<string, ReadonlySet<FunctionItem>>
  readonly lifetimes = new Lifetimes(this.structs, (span, message) => this.report(span, message))
  jumpsOf: Jumps
  locals: Local[] = []
  item: FunctionItem | undefined
  /** The functions that this one stands in. */
  around: readonly FunctionItem[] = []
  functionLabel = ''

  constructor(program: Program) {
    this.program = program
    this.namesOf = collectNames(program)
    this.jumpsOf = new Jumps(this.diagnostics)
  }

  get jumps(): ReadonlyMap<Break | Continue, JumpTarget> {
    return this.jumpsOf.targets
  }

  run(): Resolution {
    for (const item of this.program.structs) {
      if (this.structs.has(item.name.text)) this.report(item.name, messages.duplicateType(item.name.text))
      else this.structs.set(item.name.text, item)
    }
    this.lifetimes.inStructs(this.program)
    this.items(this.program, '')
    for (const { fields } of this.program.structs) for (const { type } of fields) this.type(type)
    return this
  }

  /** All items of a block are in scope in all of it. */
  items(program: Program, prefix: string): void {
    for (const item of program.functions)
      this.declareItem(item, messages.duplicateFunction(item.name.text), item.signature)
    for (const item of program.constants)
      if (item.name.text !== '_')
        this.declareItem(item, messages.duplicateConstant(item.name.text), item.name)
    for (const item of program.constants) {
      this.constants.push(item)
      this.lifetimes.type(item.type)
      this.type(item.type)
      this.expression(item.value)
    }
    for (const item of program.functions) this.functionItem(item, prefix)
  }

  declareItem(item: FunctionItem | ConstantItem, message: Message, place: Span): void {
    if (!this.scopes.declareItem(item.name.text, item)) this.report(place, message)
  }

  functionItem(item: FunctionItem, prefix: string): void {
    const outer = { locals: this.locals, item: this.item, around: this.around, jumps: this.jumpsOf.begin() }
    if (this.item) this.around = [...this.around, this.item]
    this.locals = []
    this.item = item
    const label = this.uniqueLabel(prefix + labelText(item.name.text))
    const outerLabel = this.functionLabel
    this.functionLabel = label
    const { locals } = this
    this.functions.push({ item, label, locals })
    this.lifetimes.inFunction(item, () => {
      this.scopes.enterFunction()
      const scope = { from: item.body.from, to: item.closingBrace.from }
      this.parameters(item, scope)
      this.block(item.body, `${label}.`)
      this.scopes.leave()
    })
    this.functionLabel = outerLabel
    this.jumpsOf.end(outer.jumps)
    this.locals = outer.locals
    this.item = outer.item
    this.around = outer.around
  }

  /** Two blocks of a function may each have a function of the same name. */
  uniqueLabel(label: string): string {
    const count = (this.labels.get(label) ?? (RUNTIME_LABEL.test(label) ? 1 : 0)) + 1
    this.labels.set(label, count)
    return count === 1 ? label : `${label}.${count}`
  }

  /** The length of an array is an expression. */
  type(type: TypeSyntax): void {
    if (type.kind === 'tuple') for (const element of type.elements) this.type(element)
    else if (type.kind === 'slice') this.type(type.element)
    else if (type.kind === 'array') {
      this.type(type.element)
      this.expression(type.length)
    } else if (type.kind === 'reference' || type.kind === 'pointer' || type.kind === 'box')
      this.type(type.target)
  }

  parameters(item: FunctionItem, scope: Span): void {
    for (const { type } of item.parameters) this.type(type)
    if (item.returnType) this.type(item.returnType)
    const names = new Set<string>()
    for (const { pattern } of item.parameters) {
      for (const { name } of namesIn(pattern)) {
        if (names.has(name.text)) this.report(name, messages.duplicateParameter(name.text))
        names.add(name.text)
      }
      this.pattern(pattern, scope, true)
    }
  }

  block(block: Block, prefix = this.prefix): void {
    this.scopes.enter()
    this.items(block.items, prefix)
    const end = block.closingBrace.from
    for (const statement of block.statements) {
      if (statement.kind === 'expression') this.expression(statement.expression)
      else {
        if (statement.type) this.lifetimes.type(statement.type)
        if (statement.type) this.type(statement.type)
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
    if (pattern.kind === 'tuple') for (const each of pattern.elements) this.pattern(each, scope, isParameter)
    else if (pattern.kind === 'or') this.orPattern(pattern.alternatives, scope)
    else if (pattern.kind === 'range') this.bounds(pattern)
    else if (pattern.kind === 'name') this.namePattern(pattern, scope, isParameter)
  }

  /** No name stands twice in a pattern. */
  distinct(pattern: Pattern): void {
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
    if (item && item.kind !== 'local' && item.kind !== 'function') {
      if (item.kind === 'static') this.report(name, messages.staticInPattern(name.text))
      else this.report(name, messages.constantInPattern(name.text))
      return
    }
    this.declare(pattern, scope, isParameter)
    if (pattern.inner) this.pattern(pattern.inner, scope, isParameter)
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
        this.lifetimes.type(expression.type)
        this.type(expression.type)
        return this.expression(expression.operand)
      case 'path':
        return expression.typeArguments.forEach((each) => this.type(each))
      case 'match':
        return this.match(expression)
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
    if (this.isOutside(variable.name)) return this.report(variable, messages.capturedVariable)
    this.report(variable, messages.undeclaredVariable(variable.name, this.adviceFor(variable.name)))
  }

  /** Whether it is a variable of a function around this one. Those of its body are declared only after its functions. */
  isOutside(name: string): boolean {
    const holders = this.namesOf.get(name)
    return this.scopes.isOutside(name) || this.around.some((item) => holders?.has(item))
  }

  callee(callee: Variable): void {
    if (this.bind(callee) || isInPrelude(callee.name) || this.hasSaidEnough) return
    const nearest = nearestName(callee.name, this.scopes.names('function'))
    this.report(callee, messages.undeclaredFunction(callee.name, nearest))
  }

  bind(variable: Variable): boolean {
    const meaning = this.scopes.find(variable.name)
    if (meaning) this.meanings.set(variable, meaning)
    return meaning !== undefined
  }

  adviceFor(name: string): string | undefined {
    const nearest = nearestName(name, this.scopes.names('local'))
    if (nearest !== undefined) return messages.similarVariable(nearest)
    const elsewhere = this.namesOf.get(name)
    if (elsewhere === undefined) return undefined
    if (this.item && elsewhere.has(this.item)) return messages.declaredLater(name)
    const [other] = elsewhere
    return other && messages.declaredElsewhere(name, other.name.text)
  }

  /** Looking for a nearest name takes time, and nobody reads more. */
  get hasSaidEnough(): boolean {
    return this.diagnostics.length >= MOST_DIAGNOSTICS
  }

  report(span: Span, message: Message): void {
    this.diagnostics.push(diagnose(span, message))
  }
}

function collectNames(program: Program): ReadonlyMap<string, ReadonlySet<FunctionItem>> {
  const declarations = new Map<string, Set<FunctionItem>>()
  for (const item of program.functions) {
    for (const statement of item.statements) {
      if (statement.kind !== 'let') continue
      for (const { name } of namesIn(statement.pattern)) {
        const holders = declarations.get(name.text)
        if (holders) holders.add(item)
        else declarations.set(name.text, new Set([item]))
      }
    }
  }
  return declarations
}

/** Labels that the compiler may need itself: where a process begins, and what stands in for the standard library. */
const RUNTIME_LABEL = /^(?:_start$|(?:output|format|heap|panic|memory|data|static)\.)/

/** Labels of assembly consist of the letters a to z, digits and `_`: other letters are written as their numbers. */
function labelText(name: string): string {
  return name.replace(/[^\w]/gu, (letter) => `_${letter.codePointAt(0)!.toString(16)}`)
}
