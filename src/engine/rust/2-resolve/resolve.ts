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
import { diagnose, messages, type Message } from '../messages.ts'
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
  const functions = collectFunctions(program, diagnostics)
  const meanings = new Map<Variable, Local | FunctionItem>()
  const resolved = program.functions.map((item) =>
    new Resolver(item, program, functions, meanings, diagnostics).run(),
  )
  return { functions: resolved, meanings, diagnostics }
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
  readonly program: Program
  readonly functions: ReadonlyMap<string, FunctionItem>
  readonly meanings: Map<Variable, Local | FunctionItem>
  readonly diagnostics: Diagnostic[]
  readonly locals: { -readonly [Key in keyof Local]: Local[Key] }[] = []
  readonly inScope = new Map<string, { scope: Span } & Omit<Local, 'scope'>>()

  constructor(
    item: FunctionItem,
    program: Program,
    functions: ReadonlyMap<string, FunctionItem>,
    meanings: Map<Variable, Local | FunctionItem>,
    diagnostics: Diagnostic[],
  ) {
    this.item = item
    this.program = program
    this.functions = functions
    this.meanings = meanings
    this.diagnostics = diagnostics
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
    if (!this.bind(variable))
      this.report(variable, messages.undeclaredVariable(variable.name, this.adviceFor(variable.name)))
  }

  callee(callee: Variable): void {
    if (this.bind(callee)) return
    this.report(
      callee,
      messages.undeclaredFunction(callee.name, nearestName(callee.name, this.functions.keys())),
    )
  }

  bind(variable: Variable): boolean {
    const meaning = this.inScope.get(variable.name) ?? this.functions.get(variable.name)
    if (meaning) this.meanings.set(variable, meaning)
    return meaning !== undefined
  }

  adviceFor(name: string): string | undefined {
    const nearest = nearestName(name, this.inScope.keys())
    if (nearest !== undefined) return messages.similarVariable(nearest)
    if (declares(this.item, name)) return messages.declaredLater(name)
    const elsewhere = this.program.functions.find((item) => declares(item, name))
    return elsewhere && messages.declaredElsewhere(name, elsewhere.name.text)
  }

  report(span: Span, message: Message): void {
    this.diagnostics.push(diagnose(span, message))
  }
}

function declares(item: FunctionItem, name: string): boolean {
  return item.statements.some((statement) => statement.kind === 'let' && statement.name.text === name)
}
