import type { Diagnostic } from '../../diagnostic.ts'
import type { Assignment, Expression, Span, Variable } from '../1-parse/syntax.ts'
import type { Local, Resolution, ResolvedFunction } from '../2-resolve/resolve.ts'
import { diagnose, messages } from '../messages.ts'

/**
 * Follows one function from top to bottom: every variable has a value before it is read (E0381), and only a `mut`
 * one gets a second value (E0384).
 */
export function checkInitialisation(
  func: ResolvedFunction,
  resolution: Resolution,
  diagnostics: Diagnostic[],
): void {
  new Follower(func, resolution, diagnostics).run()
}

class Follower {
  readonly func: ResolvedFunction
  readonly meanings: Resolution['meanings']
  readonly diagnostics: Diagnostic[]
  readonly initialised = new Set<Local>()
  readonly changed = new Set<Local>()
  readonly reported = new Set<Local>()
  readonly assignments = new Map<Local, Span[]>()

  constructor(func: ResolvedFunction, resolution: Resolution, diagnostics: Diagnostic[]) {
    this.func = func
    this.meanings = resolution.meanings
    this.diagnostics = diagnostics
  }

  run(): void {
    const byDeclaration = new Map(this.func.locals.map((local) => [local.declaration, local]))
    this.collectAssignments()
    for (const statement of this.func.item.statements) {
      if (statement.kind === 'expression') this.expression(statement.expression)
      else if (statement.value) {
        this.expression(statement.value)
        const local = byDeclaration.get(statement)
        if (local) this.initialised.add(local)
      }
    }
    this.warnOfUnusedMut()
  }

  /** Whether a value comes anywhere decides between rustc's two wordings. */
  collectAssignments(): void {
    for (const statement of this.func.item.statements) {
      if (statement.kind !== 'expression' || statement.expression.kind !== 'assignment') continue
      const local = this.localOf(statement.expression.target)
      if (local)
        this.assignments.set(local, [
          ...(this.assignments.get(local) ?? []).slice(0, 1),
          statement.expression,
        ])
    }
  }

  expression(expression: Expression): void {
    switch (expression.kind) {
      case 'variable':
        return this.read(expression)
      case 'negation':
        return this.expression(expression.operand)
      case 'binary':
        this.expression(expression.left)
        return this.expression(expression.right)
      case 'assignment':
        return this.assignment(expression)
    }
  }

  read(variable: Variable): void {
    const local = this.localOf(variable)
    if (!local || this.initialised.has(local) || this.reported.has(local)) return
    this.reported.add(local)
    const isEverAssigned = (this.assignments.get(local) ?? []).some((span) => !contains(span, variable))
    this.diagnostics.push(diagnose(variable, messages.uninitialised(local.name, isEverAssigned)))
  }

  assignment(assignment: Assignment): void {
    this.expression(assignment.value)
    if (assignment.operator !== undefined) this.expression(assignment.target)
    const local = this.localOf(assignment.target)
    if (!local) return
    if (this.initialised.has(local) && !local.declaration.mutable) {
      this.diagnostics.push(diagnose(assignment, messages.assignedTwice(local.name)))
    }
    if (this.initialised.has(local)) this.changed.add(local)
    this.initialised.add(local)
  }

  warnOfUnusedMut(): void {
    for (const local of this.func.locals) {
      if (!local.declaration.mutable || this.changed.has(local)) continue
      this.diagnostics.push(diagnose(local.declaration.name, messages.unusedMut(local.name)))
    }
  }

  localOf(expression: Expression): Local | undefined {
    const meaning = expression.kind === 'variable' ? this.meanings.get(expression) : undefined
    return meaning?.kind === 'local' ? meaning : undefined
  }
}

function contains(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to
}
