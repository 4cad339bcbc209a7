import type { Expression, FunctionItem, Statement } from '../1-parse/syntax.ts'
import type { Resolution } from '../2-resolve/resolve.ts'
import type { Inference } from './infer.ts'
import { isUnit } from './types.ts'

/**
 * Whether a function runs straight from its first statement to its last, on plain variables: `let`, assignments,
 * `+`, `-`, `*`, and calls that take and give nothing. Every value in it is known when it is compiled.
 */
export function isStraight(item: FunctionItem, { meanings }: Resolution, inference: Inference): boolean {
  const isPlain = (expression: Expression): boolean => {
    const { kind } = inference.typeOf(expression)
    return kind === 'integer' || kind === 'bool' || kind === 'char'
  }
  const isSimple = (expression: Expression): boolean => {
    switch (expression.kind) {
      case 'integer':
      case 'boolean':
      case 'character':
        return true
      case 'variable':
        return meanings.get(expression)?.kind === 'local' && isPlain(expression)
      case 'negation':
        return isSimple(expression.operand)
      case 'binary':
        return (
          ['+', '-', '*'].includes(expression.operator) &&
          isSimple(expression.left) &&
          isSimple(expression.right)
        )
      default:
        return false
    }
  }
  const isAction = (expression: Expression): boolean => {
    if (expression.kind === 'call') {
      const callee = expression.callee.kind === 'variable' ? meanings.get(expression.callee) : undefined
      return (
        callee?.kind === 'function' &&
        !callee.isUnsafe &&
        isUnit(inference.typeOf(expression)) &&
        expression.arguments.length === 0
      )
    }
    if (expression.kind !== 'assignment') return isSimple(expression)
    const isArithmetic = expression.operator === undefined || ['+', '-', '*'].includes(expression.operator)
    return (
      isArithmetic &&
      expression.target.kind === 'variable' &&
      isSimple(expression.target) &&
      isSimple(expression.value)
    )
  }
  const isSimpleStatement = (statement: Statement): boolean => {
    if (statement.kind === 'expression') return isAction(statement.expression)
    const { pattern, value } = statement
    if (pattern.kind !== 'name' || pattern.inner) return false
    return value === undefined || isSimple(value)
  }
  const { parameters, returnType, isUnsafe, statements, body } = item
  if (
    parameters.length > 0 ||
    returnType ||
    isUnsafe ||
    body.items.functions.length + body.items.constants.length > 0
  )
    return false
  return statements.every(isSimpleStatement)
}
