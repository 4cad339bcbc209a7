import type { Diagnostic } from '../../diagnostic.ts'
import type {
  Assignment,
  Call,
  Expression,
  FunctionItem,
  LetStatement,
  Program,
  Span,
  Variable,
} from '../1-parse/syntax.ts'
import { diagnose, messages, MOST_DIAGNOSTICS, type Message } from '../messages.ts'
import { nearestName } from './nearest-name.ts'

/** A variable: one `let`. A later `let` of the same name is another one. */
export interface Local {
  readonly kind: 'local'
  readonly name: string
  readonly declaration: LetStatement
  /** Where the name means this variable: from behind its `let` up to the next `let` of that name, or the end. */
  readonly scope: Span
}

export interface ResolvedFunction {
  readonly item: FunctionItem
  readonly locals: readonly Local[]
}

export interface Resolution {
  readonly functions: readonly ResolvedFunction[]
  /** What each name in an expression means; nothing where it means nothing. */
  readonly meanings: ReadonlyMap<Variable, Local | FunctionItem>
  readonly diagnostics: readonly Diagnostic[]
}

/** Second phase: finds what every name means. */
export function resolve(program: Program): Resolution {
  const diagnostics: Diagnostic[] = []
  const names: Names = {
    functions: collectFunctions(program, diagnostics),
    declarations: collectDeclarations(program),
    meanings: new Map(),
    diagnostics,
  }
  const functions = program.functions.map((item) => new Resolver(item, names).run())
  return { functions, meanings: names.meanings, diagnostics }
}

/** What all functions of a program share. */
interface Names {
  readonly functions: ReadonlyMap<string, FunctionItem>
  /** Which functions have a variable of that name. */
  readonly declarations: ReadonlyMap<string, ReadonlySet<FunctionItem>>
  readonly meanings: Map<Variable, Local | FunctionItem>
  readonly diagnostics: Diagnostic[]
}

function collectFunctions(program: Program, diagnostics: Diagnostic[]): ReadonlyMap<string, FunctionItem> {
  const functions = new Map<string, FunctionItem>()
  for (const item of program.functions) {
    if (!functions.has(item.name.text)) functions.set(item.name.text, item)
    else diagnostics.push(diagnose(item.signature, messages.duplicateFunction(item.name.text)))
  }
  return functions
}

class Resolver {
  readonly item: FunctionItem
  readonly names: Names
  readonly locals: Local[] = []
  readonly inScope = new Map<string, Local & { scope: Span }>()

  constructor(item: FunctionItem, names: Names) {
    this.item = item
    this.names = names
  }

  run(): ResolvedFunction {
    for (const statement of this.item.statements) {
      if (statement.kind === 'expression') this.expression(statement.expression)
      else this.declare(statement)
    }
    return { item: this.item, locals: this.locals }
  }

  /** The value is resolved first: in `let x = x;` the second `x` is an older one. */
  declare(statement: LetStatement): void {
    if (statement.value) this.expression(statement.value)
    const name = statement.name.text
    const shadowed = this.inScope.get(name)
    if (shadowed) shadowed.scope = { from: shadowed.scope.from, to: statement.to }
    const scope = { from: statement.to, to: this.item.closingBrace.from }
    const local = { kind: 'local' as const, name, declaration: statement, scope }
    this.locals.push(local)
    this.inScope.set(name, local)
  }

  expression(expression: Expression): void {
    switch (expression.kind) {
      case 'variable':
        return this.variable(expression)
      case 'negation':
        return this.expression(expression.operand)
      case 'binary':
        this.expression(expression.left)
        return this.expression(expression.right)
      case 'assignment':
        return this.assignment(expression)
      case 'call':
        return this.call(expression)
    }
  }

  assignment({ target, value }: Assignment): void {
    this.expression(target)
    this.expression(value)
  }

  call(call: Call): void {
    if (call.callee.kind === 'variable') this.callee(call.callee)
    else this.expression(call.callee)
    for (const argument of call.arguments) this.expression(argument)
  }

  variable(variable: Variable): void {
    if (this.bind(variable) || this.hasSaidEnough) return
    this.report(variable, messages.undeclaredVariable(variable.name, this.adviceFor(variable.name)))
  }

  callee(callee: Variable): void {
    if (this.bind(callee) || this.hasSaidEnough) return
    this.report(
      callee,
      messages.undeclaredFunction(callee.name, nearestName(callee.name, this.names.functions.keys())),
    )
  }

  bind(variable: Variable): boolean {
    const meaning = this.inScope.get(variable.name) ?? this.names.functions.get(variable.name)
    if (meaning) this.names.meanings.set(variable, meaning)
    return meaning !== undefined
  }

  adviceFor(name: string): string | undefined {
    const nearest = nearestName(name, this.inScope.keys())
    if (nearest !== undefined) return messages.similarVariable(nearest)
    const elsewhere = this.names.declarations.get(name)
    if (elsewhere === undefined) return undefined
    if (elsewhere.has(this.item)) return messages.declaredLater(name)
    const [other] = elsewhere
    return other && messages.declaredElsewhere(name, other.name.text)
  }

  /** Looking for a nearest name takes time, and nobody reads more. */
  get hasSaidEnough(): boolean {
    return this.names.diagnostics.length >= MOST_DIAGNOSTICS
  }

  report(span: Span, message: Message): void {
    this.names.diagnostics.push(diagnose(span, message))
  }
}

function collectDeclarations(program: Program): ReadonlyMap<string, ReadonlySet<FunctionItem>> {
  const declarations = new Map<string, Set<FunctionItem>>()
  for (const item of program.functions) {
    for (const statement of item.statements) {
      if (statement.kind !== 'let') continue
      const { text } = statement.name
      const holders = declarations.get(text)
      if (holders) holders.add(item)
      else declarations.set(text, new Set([item]))
    }
  }
  return declarations
}
