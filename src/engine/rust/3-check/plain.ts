import type { ArithmeticOperator, Block, Expression, FunctionItem, Statement } from '../1-parse/syntax.ts'
import { blocksOf, childrenOf, eachExpression } from '../1-parse/walk.ts'
import type { Local, Resolution } from '../2-resolve/resolve.ts'
import { calculate, inRange, type Outcome } from './arithmetic.ts'
import type { Inference } from './infer.ts'

/** A number that is certain, one that depends on the run, or a calculation that may go wrong then. */
type Certainty = bigint | 'unknown' | 'to-be-checked'

const OPERATORS: readonly string[] = ['+', '-', '*']

/**
 * The statements that move numbers between variables, or add, subtract and multiply what is certain to fit: they need no
 * check when they run. So a `let` has the same instructions whatever stands beside it. A variable's value is certain
 * from where it is set until something that is not so plain may set it; that of one that is referred to never is.
 */
export function plainStatements(
  item: FunctionItem,
  resolution: Resolution,
  inference: Inference,
  constants: ReadonlyMap<Expression, bigint>,
): ReadonlySet<Statement> {
  return new PlainStatements(resolution, inference, constants).of(item.body)
}

class PlainStatements {
  private readonly resolution: Resolution
  private readonly inference: Inference
  private readonly constants: ReadonlyMap<Expression, bigint>
  private readonly referredTo = new Set<Local>()
  private readonly plain = new Set<Statement>()
  private certain = new Map<Local, bigint>()

  constructor(resolution: Resolution, inference: Inference, constants: ReadonlyMap<Expression, bigint>) {
    this.resolution = resolution
    this.inference = inference
    this.constants = constants
  }

  of(body: Block): ReadonlySet<Statement> {
    eachExpression(body, (expression) => {
      if (expression.kind === 'reference')
        for (const local of this.localsIn(expression.operand)) this.referredTo.add(local)
    })
    this.block(body)
    return this.plain
  }

  private block({ statements }: Block): void {
    for (const statement of statements) {
      if (!this.isPlain(statement)) this.other(statement)
      else this.plain.add(statement)
    }
  }

  /** Blocks inside may run many times, or never: what is set anywhere in them is uncertain before, inside, and behind. */
  private other(statement: Statement): void {
    const whole = statement.kind === 'expression' ? statement.expression : statement.value
    if (whole === undefined) return
    const { certain } = this
    for (const local of this.assignedIn(whole)) certain.delete(local)
    const enter = (expression: Expression): void => {
      childrenOf(expression).forEach(enter)
      for (const inner of blocksOf(expression)) {
        this.certain = new Map(certain)
        this.block(inner)
      }
    }
    enter(whole)
    this.certain = certain
  }

  /** What it sets is remembered. */
  private isPlain(statement: Statement): boolean {
    if (statement.kind === 'expression') {
      const { expression, isTail } = statement
      if (expression.kind !== 'assignment') return !isTail && this.isCertain(this.valueOf(expression))
      const { target, operator, value } = expression
      const local = this.localOf(target)
      if (local === undefined || !this.isNumber(target)) return false
      const set = this.valueOf(value)
      return this.set(local, operator === undefined ? set : this.calculated(operator, target, target, value))
    }
    const { pattern, value } = statement
    if (pattern.kind !== 'name' || pattern.inner || value === undefined) return false
    const local = this.resolution.declared.get(pattern)
    return local !== undefined && this.set(local, this.valueOf(value))
  }

  private isCertain(value: Certainty | undefined): boolean {
    return value !== undefined && value !== 'to-be-checked'
  }

  private set(local: Local, value: Certainty | undefined): boolean {
    if (typeof value === 'bigint' && !this.referredTo.has(local)) this.certain.set(local, value)
    else this.certain.delete(local)
    return this.isCertain(value)
  }

  /** Undefined for what is not so plain. */
  private valueOf(expression: Expression): Certainty | undefined {
    if (!this.isNumber(expression)) return undefined
    const constant = this.constants.get(expression)
    if (constant !== undefined) return constant
    if (expression.kind === 'variable') {
      const local = this.localOf(expression)
      return local && (this.certain.get(local) ?? 'unknown')
    }
    if (expression.kind === 'negation') {
      const value = this.valueOf(expression.operand)
      return typeof value === 'bigint'
        ? this.outcome(expression, (type) => inRange(-value, type))
        : value && 'to-be-checked'
    }
    return expression.kind === 'binary'
      ? this.calculated(expression.operator, expression, expression.left, expression.right)
      : undefined
  }

  private calculated(
    operator: string,
    whole: Expression,
    left: Expression,
    right: Expression,
  ): Certainty | undefined {
    const [first, second] = [this.valueOf(left), this.valueOf(right)]
    if (first === undefined || second === undefined || !OPERATORS.includes(operator)) return undefined
    if (typeof first !== 'bigint' || typeof second !== 'bigint') return 'to-be-checked'
    return this.outcome(whole, (type) => calculate(operator as ArithmeticOperator, first, second, type))
  }

  private outcome(
    expression: Expression,
    find: (type: Parameters<typeof inRange>[1]) => Outcome,
  ): Certainty | undefined {
    const type = this.inference.typeOf(expression)
    if (type.kind !== 'integer') return undefined
    const outcome = find(type.name)
    return 'value' in outcome ? outcome.value : 'to-be-checked'
  }

  private isNumber(expression: Expression): boolean {
    return ['integer', 'bool', 'char'].includes(this.inference.typeOf(expression).kind)
  }

  private localOf(expression: Expression): Local | undefined {
    const meaning = expression.kind === 'variable' ? this.resolution.meanings.get(expression) : undefined
    return meaning?.kind === 'local' ? meaning : undefined
  }

  private assignedIn(whole: Expression): readonly Local[] {
    const assigned: Local[] = []
    everyExpression(whole, (expression) => {
      if (expression.kind === 'assignment') assigned.push(...this.localsIn(expression.target))
    })
    return assigned
  }

  private localsIn(whole: Expression): readonly Local[] {
    const locals: Local[] = []
    everyExpression(whole, (expression) => {
      const local = this.localOf(expression)
      if (local) locals.push(local)
    })
    return locals
  }
}

function everyExpression(whole: Expression, visit: (expression: Expression) => void): void {
  visit(whole)
  for (const child of childrenOf(whole)) everyExpression(child, visit)
  for (const block of blocksOf(whole)) eachExpression(block, visit)
}
