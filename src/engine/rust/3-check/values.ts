import type { Diagnostic } from '../../diagnostic.ts'
import type {
  ArithmeticOperator,
  Assignment,
  Binary,
  Expression,
  IntegerLiteral,
  IntegerType,
  Negation,
} from '../1-parse/syntax.ts'
import type { Local, Resolution, ResolvedFunction } from '../2-resolve/resolve.ts'
import { diagnose, messages, type Message } from '../messages.ts'
import type { Inference } from './infer.ts'
import { fits, greatestOf, isInteger, isSigned, leastOf, wrap } from './types.ts'

/** What is certain about an expression: its value, and whether literals alone make it. */
interface Known {
  readonly value: bigint | undefined
  readonly isConstant: boolean
}

const UNKNOWN: Known = { value: undefined, isConstant: false }

export interface Values {
  /** Of expressions without variables: what is stored directly. Signed, `false` as 0, `char` as its code point. */
  readonly constants: ReadonlyMap<Expression, bigint>
  readonly overflows: readonly Diagnostic[]
  readonly outOfRange: readonly Diagnostic[]
}

/**
 * Computes every value of one function. Without branches each is known at compile time, so every overflow is found
 * here and the machine code needs no checks. rustc's lint `arithmetic_overflow` finds most of them; those it misses
 * would panic when run.
 */
export function computeValues(func: ResolvedFunction, resolution: Resolution, inference: Inference): Values {
  return new Evaluator(func, resolution, inference).run()
}

class Evaluator implements Values {
  readonly func: ResolvedFunction
  readonly meanings: Resolution['meanings']
  readonly inference: Inference
  readonly constants = new Map<Expression, bigint>()
  readonly overflows: Diagnostic[] = []
  readonly outOfRange: Diagnostic[] = []
  readonly current = new Map<Local, bigint | undefined>()

  constructor(func: ResolvedFunction, resolution: Resolution, inference: Inference) {
    this.func = func
    this.meanings = resolution.meanings
    this.inference = inference
  }

  run(): Values {
    const byDeclaration = new Map(this.func.locals.map((local) => [local.declaration, local]))
    for (const statement of this.func.item.statements) {
      if (statement.kind === 'expression') this.evaluate(statement.expression)
      else if (statement.value) {
        const { value } = this.evaluate(statement.value)
        const local = byDeclaration.get(statement)
        if (local) this.current.set(local, value)
      }
    }
    return this
  }

  /** @param isNegated directly below a unary minus: `-128` is one value, though 128 alone would not fit an `i8` */
  evaluate(expression: Expression, isNegated = false): Known {
    const known = this.evaluateKind(expression, isNegated)
    if (known.isConstant && known.value !== undefined) this.constants.set(expression, known.value)
    return known
  }

  evaluateKind(expression: Expression, isNegated: boolean): Known {
    switch (expression.kind) {
      case 'integer':
        return { value: this.literal(expression, isNegated), isConstant: true }
      case 'boolean':
        return { value: expression.value ? 1n : 0n, isConstant: true }
      case 'character':
        return { value: BigInt(expression.codePoint), isConstant: true }
      case 'variable':
        return { value: this.valueOf(expression), isConstant: false }
      case 'negation':
        return this.negation(expression, isNegated)
      case 'binary':
        return this.binary(expression)
      case 'assignment':
        return this.assignment(expression)
      case 'call':
        return UNKNOWN
    }
  }

  /** One that is out of range says so once; what is calculated with it is not judged. */
  literal(literal: IntegerLiteral, isNegated: boolean): bigint | undefined {
    const type = this.integerTypeOf(literal)
    const greatest = greatestOf(type) + (isNegated && isSigned(type) ? 1n : 0n)
    if (literal.value <= greatest) return wrap(literal.value, type)
    this.outOfRange.push(diagnose(literal, messages.literalOutOfRange(type, leastOf(type), greatestOf(type))))
    return undefined
  }

  /** As in rustc, of two minus signs in a row only the inner one's number is taken as negative by the lint. */
  negation(negation: Negation, isNegated: boolean): Known {
    const { operand } = negation
    const { value, isConstant } = this.evaluate(operand, !isNegated)
    if (value === undefined) return UNKNOWN
    const type = this.integerTypeOf(negation)
    if (operand.kind === 'integer') return { value: wrap(-value, type), isConstant }
    return this.inRange(negation, -value, type, `negate \`${valueText(value, type)}\``, isConstant)
  }

  binary(binary: Binary): Known {
    const left = this.evaluate(binary.left)
    const right = this.evaluate(binary.right)
    return this.calculate(binary, binary.operator, left, right, this.integerTypeOf(binary))
  }

  assignment(assignment: Assignment): Known {
    const { target, value, operator } = assignment
    const assigned = this.evaluate(value)
    const meaning = target.kind === 'variable' ? this.meanings.get(target) : undefined
    if (meaning?.kind !== 'local') return UNKNOWN
    const result = operator ? this.compound(assignment, operator, meaning, assigned) : assigned
    this.current.set(meaning, result.value)
    return UNKNOWN
  }

  compound(assignment: Assignment, operator: ArithmeticOperator, local: Local, right: Known): Known {
    const left = { value: this.current.get(local), isConstant: false }
    return this.calculate(assignment, operator, left, right, this.integerTypeOf(assignment.target))
  }

  calculate(
    whole: Binary | Assignment,
    operator: ArithmeticOperator,
    left: Known,
    right: Known,
    type: IntegerType,
  ): Known {
    if (left.value === undefined || right.value === undefined) return UNKNOWN
    const attempt = `compute \`${valueText(left.value, type)} ${operator} ${valueText(right.value, type)}\``
    const result = apply(operator, left.value, right.value)
    return this.inRange(whole, result, type, attempt, left.isConstant && right.isConstant)
  }

  inRange(whole: Expression, value: bigint, type: IntegerType, attempt: string, isConstant: boolean): Known {
    if (fits(value, type)) return { value, isConstant }
    this.overflow(whole, messages.overflow(attempt, value, type, leastOf(type), greatestOf(type)))
    return UNKNOWN
  }

  overflow(whole: Expression, message: Message): void {
    this.overflows.push(diagnose(whole, message))
  }

  valueOf(variable: Expression & { kind: 'variable' }): bigint | undefined {
    const meaning = this.meanings.get(variable)
    return meaning?.kind === 'local' ? this.current.get(meaning) : undefined
  }

  integerTypeOf(expression: Expression): IntegerType {
    const type = this.inference.typeOf(expression)
    if (!isInteger(type)) throw new Error(`arithmetic on a ${type} passed the type check`)
    return type
  }
}

function apply(operator: ArithmeticOperator, left: bigint, right: bigint): bigint {
  if (operator === '+') return left + right
  return operator === '-' ? left - right : left * right
}

/** As rustc writes a value in such a message: `200_u8`, `u8::MAX`, `i8::MIN`. */
function valueText(value: bigint, type: IntegerType): string {
  if (value === greatestOf(type)) return `${type}::MAX`
  return isSigned(type) && value === leastOf(type) ? `${type}::MIN` : `${value}_${type}`
}
