import type { Expression } from '../1-parse/syntax.ts'
import type { CheckedFunction } from '../3-check/check.ts'
import type { Value } from '../3-check/evaluate.ts'

/** The value of an expression that literals and constants alone make; undefined where there is more to it. */
export function constantValue(func: CheckedFunction, expression: Expression): Value | undefined {
  const scalar = func.constants.get(expression)
  if (scalar !== undefined) return scalar
  const type = func.inference.typeOf(expression)
  switch (expression.kind) {
    case 'variable': {
      const meaning = func.resolution.meanings.get(expression)
      return meaning?.kind === 'const' ? func.program.valueOf(meaning) : undefined
    }
    case 'tuple':
    case 'array':
      return constantValues(func, expression.elements)
    case 'repeat': {
      const element = constantValue(func, expression.element)
      if (element === undefined || type.kind !== 'array') return undefined
      return new Array<Value>(type.length).fill(element)
    }
    case 'struct': {
      if (type.kind !== 'struct' || expression.base) return undefined
      const { fields } = expression
      return constantValues(
        func,
        type.fields.flatMap((field) => fields.find(({ name }) => name.text === field.name)?.value ?? []),
      )
    }
    default:
      return undefined
  }
}

function constantValues(func: CheckedFunction, expressions: readonly Expression[]): Value | undefined {
  const values: Value[] = []
  for (const expression of expressions) {
    const value = constantValue(func, expression)
    if (value === undefined) return undefined
    values.push(value)
  }
  return values
}
