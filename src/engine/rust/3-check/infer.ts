import type { Diagnostic } from '../../diagnostic.ts'
import {
  INTEGER_TYPES,
  type ArithmeticOperator,
  type Assignment,
  type Binary,
  type Call,
  type Expression,
  type ExpressionStatement,
  type IntegerLiteral,
  type LetStatement,
  type Name,
  type Negation,
  type Span,
  type Variable,
} from '../1-parse/syntax.ts'
import type { Local, Resolution, ResolvedFunction } from '../2-resolve/resolve.ts'
import { nearestName } from '../2-resolve/nearest-name.ts'
import { diagnose, messages, type Message } from '../messages.ts'
import { TypeVariable } from './type-variable.ts'
import { isInteger, isSigned, type Type } from './types.ts'

const VALUE_TYPES: readonly Type[] = [...INTEGER_TYPES, 'bool', 'char']
const VERBS: Readonly<Record<ArithmeticOperator, string>> = { '+': 'add', '-': 'subtract', '*': 'multiply' }

/** What inference found: every type of a function without mistakes is known. */
export interface Inference {
  typeOfLocal(local: Local): Type
  typeOf(expression: Expression): Type
  readonly hasMistakes: boolean
}

/**
 * Finds the type of every variable and expression of one function, as rustc does: statement by statement, an
 * unsuffixed integer being what its use asks for, or else `i32`.
 */
export function inferTypes(
  func: ResolvedFunction,
  resolution: Resolution,
  diagnostics: Diagnostic[],
): Inference {
  return new Inferrer(func, resolution, diagnostics).run()
}

class Inferrer implements Inference {
  readonly func: ResolvedFunction
  readonly meanings: Resolution['meanings']
  readonly diagnostics: Diagnostic[]
  readonly locals = new Map<Local, TypeVariable>()
  readonly declared = new Map<LetStatement, Local>()
  readonly expressions = new Map<Expression, TypeVariable>()
  /** Of integers that were not known to be signed when the minus sign was met. */
  negations: { readonly negation: Negation; readonly type: TypeVariable }[] = []
  hasMistakes = false

  constructor(func: ResolvedFunction, resolution: Resolution, diagnostics: Diagnostic[]) {
    this.func = func
    this.meanings = resolution.meanings
    this.diagnostics = diagnostics
    for (const local of func.locals) this.declared.set(local.declaration, local)
  }

  run(): Inference {
    for (const statement of this.func.item.statements) {
      if (statement.kind === 'let') this.letStatement(statement)
      else this.expressionStatement(statement)
    }
    this.finish()
    return this
  }

  typeOfLocal(local: Local): Type {
    return settled(this.locals.get(local))
  }

  typeOf(expression: Expression): Type {
    return settled(this.expressions.get(expression))
  }

  letStatement(statement: LetStatement): void {
    const type = statement.type ? this.namedType(statement.type) : TypeVariable.unknown()
    if (statement.value) this.check(statement.value, type)
    const local = this.declared.get(statement)
    if (local) this.locals.set(local, type)
    if (type.type === '()') this.mistake(statement.name, messages.unitVariable(statement.name.text))
  }

  expressionStatement({ expression, isTail }: ExpressionStatement): void {
    if (isTail) this.check(expression, TypeVariable.of('()'))
    else this.infer(expression)
  }

  namedType(name: Name): TypeVariable {
    const type = VALUE_TYPES.find((each) => each === name.text)
    if (type !== undefined) return TypeVariable.of(type)
    return this.mistake(name, messages.unknownType(name.text, nearestName(name.text, VALUE_TYPES)))
  }

  /** The expression must have the type; what it should be also helps to find what it is. */
  check(expression: Expression, expected: TypeVariable): void {
    const found = this.infer(expression, expected)
    if (!found.join(expected)) this.mismatch(expression, expected, found)
  }

  infer(expression: Expression, expected?: TypeVariable): TypeVariable {
    const type = this.inferKind(expression, expected)
    this.expressions.set(expression, type)
    return type
  }

  inferKind(expression: Expression, expected: TypeVariable | undefined): TypeVariable {
    switch (expression.kind) {
      case 'integer':
        return integerType(expression, expected)
      case 'boolean':
        return TypeVariable.of('bool')
      case 'character':
        return TypeVariable.of('char')
      case 'variable':
        return this.variable(expression)
      case 'negation':
        return this.negation(expression, expected)
      case 'binary':
        return this.binary(expression)
      case 'assignment':
        return this.assignment(expression)
      case 'call':
        return this.call(expression)
    }
  }

  variable(variable: Variable): TypeVariable {
    const meaning = this.meanings.get(variable)
    if (meaning === undefined) return this.silentMistake()
    if (meaning.kind !== 'local') return this.mistake(variable, messages.functionAsValue(variable.name))
    return this.locals.get(meaning) ?? TypeVariable.mistake()
  }

  negation(negation: Negation, expected: TypeVariable | undefined): TypeVariable {
    const type = this.infer(negation.operand, expected)
    if (type.isMistake) return type
    if (type.isUnknown) return this.unknownOperand(negation.operand, negation, 'E0282')
    if (type.type === undefined) this.negations.push({ negation, type })
    else if (!isInteger(type.type) || !isSigned(type.type))
      return this.mistake(negation, messages.negateUnsigned(type.text))
    return type
  }

  binary(binary: Binary): TypeVariable {
    this.checkNegations()
    const left = this.infer(binary.left)
    const right = this.infer(binary.right)
    if (left.isMistake || right.isMistake) return TypeVariable.mistake()
    if (left.isUnknown) return this.unknownOperand(binary.left, binary, 'E0284')
    const verb = VERBS[binary.operator]
    if (!left.isInteger)
      return this.mistake(binary.operatorSpan, messages.cannotOperate(verb, left.text, right.text))
    if (!isIntegerLike(right))
      return this.mistake(binary.operatorSpan, messages.noImplementation(verb, left.text, right.text))
    return left.join(right) ? left : this.mismatch(binary.right, left, right)
  }

  assignment(assignment: Assignment): TypeVariable {
    if (assignment.operator === undefined) this.plainAssignment(assignment)
    else this.compoundAssignment(assignment, assignment.operator)
    return TypeVariable.of('()')
  }

  plainAssignment({ target, value, operatorSpan }: Assignment): void {
    if (this.isPlace(target)) this.check(value, this.infer(target))
    else {
      this.mistake(operatorSpan, messages.notAPlace(false))
      this.infer(value)
    }
  }

  compoundAssignment({ target, value, operatorSpan }: Assignment, operator: ArithmeticOperator): void {
    this.checkNegations()
    const left = this.infer(target)
    const right = this.infer(value)
    if (left.isMistake || right.isMistake) return
    if (left.isUnknown) this.unknownOperand(target, target, 'E0283')
    else if (!left.isInteger) this.mistake(operatorSpan, messages.cannotOperateInPlace(operator, left.text))
    else if (!isIntegerLike(right)) {
      this.mistake(operatorSpan, messages.noImplementationInPlace(VERBS[operator], left.text, right.text))
    } else if (!left.join(right)) this.mismatch(value, left, right)
    if (!this.isPlace(target)) this.mistake(operatorSpan, messages.notAPlace(true))
  }

  /** A name that means nothing was reported already and may pass. */
  isPlace(target: Expression): boolean {
    if (target.kind !== 'variable') return false
    const meaning = this.meanings.get(target)
    return meaning === undefined || meaning.kind === 'local'
  }

  call(call: Call): TypeVariable {
    const { callee } = call
    const meaning = callee.kind === 'variable' ? this.meanings.get(callee) : undefined
    if (meaning?.kind === 'function') this.arguments(call)
    else {
      const type = this.infer(callee)
      if (type.isMistake) return this.silentMistake()
      this.mistake(callee, messages.notAFunction(type.text))
    }
    return TypeVariable.of('()')
  }

  arguments(call: Call): void {
    for (const argument of call.arguments) this.infer(argument)
    if (call.arguments.length > 0) this.mistake(call, messages.tooManyArguments(call.arguments.length))
  }

  /** Rust reports it at the `let` that left the type open. */
  unknownOperand(operand: Expression, span: Span, code: 'E0282' | 'E0283' | 'E0284'): TypeVariable {
    const meaning = operand.kind === 'variable' ? this.meanings.get(operand) : undefined
    const name = meaning?.kind === 'local' ? meaning.declaration.name : undefined
    const type = this.mistake(name ?? span, messages.typeNeeded(name?.text ?? 'this', code))
    if (meaning?.kind === 'local') this.locals.get(meaning)?.join(type)
    return type
  }

  finish(): void {
    for (const [local, type] of this.locals) this.settle(local, type)
    for (const type of this.expressions.values()) if (type.isInteger) type.join(TypeVariable.of('i32'))
    this.checkNegations()
  }

  /** rustc looks back at what it had left open whenever it comes to another operator, and at the end. */
  checkNegations(): void {
    const open = this.negations.filter(({ type }) => type.type === undefined && !type.isMistake)
    for (const { negation, type } of this.negations) this.checkNegation(negation, type)
    this.negations = open
  }

  settle(local: Local, type: TypeVariable): void {
    const { name } = local.declaration
    if (type.isMistake) return
    if (type.isUnknown) this.mistake(name, messages.typeNeeded(name.text, 'E0282'))
    else if (type.isInteger) type.join(TypeVariable.of('i32'))
  }

  checkNegation(negation: Negation, { type }: TypeVariable): void {
    if (type === undefined || !isInteger(type) || isSigned(type)) return
    this.mistake(negation, messages.negateInferredUnsigned(type))
  }

  mismatch(span: Span, expected: TypeVariable, found: TypeVariable): TypeVariable {
    const foundText = found.type ?? 'integer'
    return this.mistake(span, messages.mismatched(expected.type ?? 'integer', foundText))
  }

  mistake(span: Span, message: Message): TypeVariable {
    this.diagnostics.push(diagnose(span, message))
    return this.silentMistake()
  }

  silentMistake(): TypeVariable {
    this.hasMistakes = true
    return TypeVariable.mistake()
  }
}

/** An unsuffixed literal where a `char` is expected counts as `u8`, as in rustc's messages. */
function integerType({ suffix }: IntegerLiteral, expected: TypeVariable | undefined): TypeVariable {
  if (suffix !== undefined) return TypeVariable.of(suffix)
  const type = expected?.type
  if (type === 'char') return TypeVariable.of('u8')
  return type !== undefined && isInteger(type) ? TypeVariable.of(type) : TypeVariable.someInteger()
}

function isIntegerLike(type: TypeVariable): boolean {
  return type.isInteger || type.isUnknown
}

function settled(type: TypeVariable | undefined): Type {
  if (type?.type === undefined) throw new Error('a type was asked for that inference has not found')
  return type.type
}
