import type { Diagnostic } from '../../diagnostic.ts'
import type {
  ArithmeticOperator,
  Assignment,
  Binary,
  Block,
  Expression,
  Index,
  IntegerLiteral,
  IntegerType,
  Negation,
  Statement,
} from '../1-parse/syntax.ts'
import { blocksOf, childrenOf, eachExpression } from '../1-parse/walk.ts'
import type { Local, Resolution, ResolvedFunction } from '../2-resolve/resolve.ts'
import { diagnose, messages, type Message } from '../messages.ts'
import { calculate, compare, inRange, isComparison, type Outcome } from './arithmetic.ts'
import { pathValue } from './evaluate.ts'
import type { Inference } from './infer.ts'
import type { ProgramTypes } from './program-types.ts'
import { behindPointers } from './pointers.ts'
import { greatestOf, isSigned, known, leastOf, wrap } from './types.ts'

/** What is certain about an expression: its value, and whether literals alone make it. */
interface Known {
  readonly value: bigint | undefined
  readonly isConstant: boolean
}

const UNKNOWN: Known = { value: undefined, isConstant: false }

export interface Values {
  readonly overflows: readonly Diagnostic[]
  readonly outOfRange: readonly Diagnostic[]
}

/**
 * Computes what values are certain before the program runs, for rustc's lints `arithmetic_overflow`,
 * `unconditional_panic` and `overflowing_literals`. In a function without branches every value is; then no overflow
 * is missed, and its machine code needs no checks. In others a variable's value is forgotten where rustc forgets it:
 * one that is borrowed at once, one that changes at the next check or call.
 */
export function computeValues(
  func: ResolvedFunction,
  program: ProgramTypes,
  inference: Inference,
  isStraight: boolean,
): Values {
  return new KnownValues(func, program, inference, isStraight).run()
}

class KnownValues implements Values {
  readonly func: ResolvedFunction
  readonly program: ProgramTypes
  readonly resolution: Resolution
  readonly inference: Inference
  readonly isStraight: boolean
  readonly overflows: Diagnostic[] = []
  readonly outOfRange: Diagnostic[] = []
  readonly current = new Map<Local, bigint | undefined>()
  readonly borrowed = new Set<Local>()
  readonly changing = new Set<Local>()

  constructor(func: ResolvedFunction, program: ProgramTypes, inference: Inference, isStraight: boolean) {
    this.func = func
    this.program = program
    this.resolution = program.resolution
    this.inference = inference
    this.isStraight = isStraight
  }

  run(): Values {
    if (!this.isStraight) this.findBorrowed(this.func.item.body)
    this.block(this.func.item.body)
    return this
  }

  private block(block: Block): void {
    for (const statement of block.statements) this.statement(statement)
  }

  private statement(statement: Statement): void {
    if (statement.kind === 'expression') this.evaluate(statement.expression)
    else if (statement.value) {
      const { value } = this.evaluate(statement.value)
      const local =
        statement.pattern.kind === 'name' ? this.resolution.declared.get(statement.pattern) : undefined
      if (local) this.remember(local, value)
    }
  }

  private remember(local: Local, value: bigint | undefined): void {
    if (this.borrowed.has(local)) return
    this.current.set(local, value)
    if (local.declaration.mutable) this.changing.add(local)
  }

  private findBorrowed(body: Block): void {
    const note = (place: Expression): void => {
      if (place.kind === 'field' || place.kind === 'index') return note(place.object)
      const meaning = place.kind === 'variable' ? this.resolution.meanings.get(place) : undefined
      if (meaning?.kind === 'local') this.borrowed.add(meaning)
    }
    const noteInside = (expression: Expression): void => {
      note(expression)
      childrenOf(expression).forEach(noteInside)
      for (const block of blocksOf(expression)) eachExpression(block, note)
    }
    eachExpression(body, (expression) => {
      if (expression.kind === 'closure') noteInside(expression.body)
      if (expression.kind === 'reference') note(expression.operand)
      if (expression.kind !== 'macro') return
      expression.values.forEach(note)
      if (expression.name !== 'assert') expression.operands.forEach(note)
    })
  }

  /** @param isNegated directly below a unary minus: `-128` is one value, though 128 alone would not fit an `i8` */
  private evaluate(expression: Expression, isNegated = false): Known {
    switch (expression.kind) {
      case 'integer':
        return { value: this.literal(expression, isNegated), isConstant: true }
      case 'boolean':
        return { value: expression.value ? 1n : 0n, isConstant: true }
      case 'character':
        return { value: BigInt(expression.codePoint), isConstant: true }
      case 'path':
        return { value: pathValue(expression), isConstant: true }
      case 'variable':
        return this.variable(expression)
      case 'negation':
        return this.negation(expression, isNegated)
      case 'not':
        return this.not(expression)
      case 'binary':
        return this.binary(expression)
      case 'assignment':
        return this.assignment(expression)
      case 'cast':
        return this.cast(expression)
      case 'index':
        return this.index(expression)
      default:
        return this.others(expression)
    }
  }

  /** Ways through the program part here: what changes is not known beyond. */
  private others(expression: Expression): Known {
    if (this.isStraight) {
      childrenOf(expression).forEach((each) => this.evaluateUnlessCallee(expression, each))
      return UNKNOWN
    }
    this.forgetChanging()
    for (const each of childrenOf(expression)) {
      this.evaluateUnlessCallee(expression, each)
      this.forgetChanging()
    }
    for (const inner of blocksOf(expression)) this.block(inner)
    this.forgetChanging()
    return UNKNOWN
  }

  private evaluateUnlessCallee(whole: Expression, part: Expression): void {
    const isName = whole.kind === 'call' && part === whole.callee
    const isRange = whole.kind === 'repeat' && part === whole.length
    if (!isName && !isRange) this.evaluate(part)
  }

  private forgetChanging(): void {
    if (this.isStraight) return
    for (const local of this.changing) this.current.delete(local)
    this.changing.clear()
  }

  /** One that is out of range says so once; what is calculated with it is not judged. */
  private literal(literal: IntegerLiteral, isNegated: boolean): bigint | undefined {
    const type = this.integerTypeOf(literal)
    if (type === undefined) return undefined
    const greatest = greatestOf(type) + (isNegated && isSigned(type) ? 1n : 0n)
    if (literal.value <= greatest) return wrap(literal.value, type)
    this.outOfRange.push(diagnose(literal, messages.literalOutOfRange(type, leastOf(type), greatestOf(type))))
    return undefined
  }

  private variable(variable: Expression & { kind: 'variable' }): Known {
    const meaning = this.resolution.meanings.get(variable)
    if (meaning?.kind === 'local') return { value: this.current.get(meaning), isConstant: false }
    const value = meaning?.kind === 'const' ? this.program.valueOf(meaning) : undefined
    return typeof value === 'bigint' ? { value, isConstant: true } : UNKNOWN
  }

  /** As in rustc, of two minus signs in a row only the inner one's number is taken as negative by the lint. */
  private negation(negation: Negation, isNegated: boolean): Known {
    const { operand } = negation
    const { value, isConstant } = this.evaluate(operand, !isNegated)
    const type = this.integerTypeOf(negation)
    if (value === undefined || type === undefined || this.integerTypeOf(operand) === undefined) return UNKNOWN
    if (operand.kind === 'integer') return { value: wrap(-value, type), isConstant }
    return this.judge(
      negation,
      inRange(-value, type),
      type,
      `negate \`${valueText(value, type)}\``,
      isConstant,
    )
  }

  private not(not: Expression & { kind: 'not' }): Known {
    const { value } = this.evaluate(not.operand)
    const type = this.integerTypeOf(not)
    return value === undefined || type === undefined
      ? UNKNOWN
      : { value: wrap(~value, type), isConstant: false }
  }

  private binary(binary: Binary): Known {
    const { operator } = binary
    const left = this.evaluate(binary.left)
    if (operator === '&&' || operator === '||') this.forgetChanging()
    const right = this.evaluate(binary.right)
    if (operator === '&&' || operator === '||') {
      this.forgetChanging()
      return UNKNOWN
    }
    if (isComparison(operator)) {
      if (left.value === undefined || right.value === undefined || !this.integerTypeOf(binary.left))
        return UNKNOWN
      return {
        value: compare(operator, left.value, right.value) ? 1n : 0n,
        isConstant: left.isConstant && right.isConstant,
      }
    }
    const type = this.integerTypeOf(binary)
    if (type === undefined) return UNKNOWN
    return this.calculate(binary, operator as ArithmeticOperator, left, right, type, binary.right)
  }

  private assignment(assignment: Assignment): Known {
    const { target, value, operator } = assignment
    const assigned = this.evaluate(value)
    const meaning = target.kind === 'variable' ? this.resolution.meanings.get(target) : undefined
    if (meaning?.kind !== 'local') {
      if (target.kind !== 'variable') this.evaluate(target)
      return UNKNOWN
    }
    const type = this.integerTypeOf(target)
    const left = { value: this.current.get(meaning), isConstant: false }
    const result =
      operator && type
        ? this.calculate(assignment, operator, left, assigned, type, value)
        : operator
          ? UNKNOWN
          : assigned
    const isDeferred = !meaning.declaration.mutable && !this.isStraight
    this.remember(meaning, isDeferred ? undefined : result.value)
    return UNKNOWN
  }

  private cast({ operand, type }: Expression & { kind: 'cast' }): Known {
    const { value, isConstant } = this.evaluate(operand)
    if (value === undefined || this.isStraight) return UNKNOWN
    const target = known(this.program.typeFor(type))
    return target.kind === 'integer' ? { value: wrap(value, target.name), isConstant } : UNKNOWN
  }

  private index({ object, index, ...place }: Index): Known {
    this.evaluate(object)
    const { value } = this.evaluate(index)
    const type = behindPointers(this.inference.typeOf(object))
    if (
      type.kind === 'array' &&
      known(this.inference.typeOf(object)).kind === 'array' &&
      value !== undefined &&
      value >= BigInt(type.length)
    )
      this.overflows.push(diagnose(place, messages.indexWillPanic(type.length, value)))
    this.forgetChanging()
    return UNKNOWN
  }

  private calculate(
    whole: Binary | Assignment,
    operator: ArithmeticOperator,
    left: Known,
    right: Known,
    type: IntegerType,
    rightSide: Expression,
  ): Known {
    this.forgetChanging()
    const isShift = operator === '<<' || operator === '>>'
    const isDivision = operator === '/' || operator === '%'
    if (right.value === undefined) return UNKNOWN
    const rightType = this.integerTypeOf(rightSide) ?? type
    if (left.value === undefined) {
      const outcome = calculate(operator, 0n, right.value, type)
      if ((isShift || isDivision) && 'problem' in outcome)
        this.judge(whole, outcome, type, shiftText(operator, right.value, rightType), false)
      return UNKNOWN
    }
    const [first, second] = [valueText(left.value, type), valueText(right.value, isShift ? rightType : type)]
    const outcome = calculate(operator, left.value, right.value, type)
    const isZero = 'problem' in outcome && outcome.problem === 'zero'
    const attempt = isShift
      ? shiftText(operator, right.value, rightType)
      : isZero
        ? operator === '/'
          ? `divide \`${first}\` by zero`
          : `calculate the remainder of \`${first}\` with a divisor of zero`
        : `compute \`${first} ${operator} ${second}\``
    return this.judge(whole, outcome, type, attempt, left.isConstant && right.isConstant)
  }

  private judge(
    whole: Expression,
    outcome: Outcome,
    type: IntegerType,
    attempt: string,
    isConstant: boolean,
  ): Known {
    if ('value' in outcome) return { value: outcome.value, isConstant }
    this.overflows.push(diagnose(whole, problemMessage(outcome, type, attempt)))
    return UNKNOWN
  }

  private integerTypeOf(expression: Expression): IntegerType | undefined {
    const type = this.inference.typeOf(expression)
    return type.kind === 'integer' ? type.name : undefined
  }
}

function problemMessage(
  outcome: Exclude<Outcome, { value: bigint }>,
  type: IntegerType,
  attempt: string,
): Message {
  if (outcome.problem === 'overflow')
    return messages.overflow(attempt, outcome.exact, type, leastOf(type), greatestOf(type))
  return outcome.problem === 'shift' ? messages.shiftOverflow(attempt, type) : messages.willPanic(attempt)
}

function shiftText(operator: ArithmeticOperator, by: bigint, type: IntegerType): string {
  if (operator === '/') return 'divide by zero'
  if (operator === '%') return 'calculate the remainder with a divisor of zero'
  return `shift ${operator === '<<' ? 'left' : 'right'} by \`${valueText(by, type)}\``
}

/** As rustc writes a value in such a message: `200_u8`, `u8::MAX`, `i8::MIN`. */
function valueText(value: bigint, type: IntegerType): string {
  if (value === greatestOf(type)) return `${type}::MAX`
  return isSigned(type) && value === leastOf(type) ? `${type}::MIN` : `${value}_${type}`
}
