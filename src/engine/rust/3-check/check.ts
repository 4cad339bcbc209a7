import type { Diagnostic } from '../../diagnostic.ts'
import type { Expression, ExpressionStatement, FunctionItem } from '../1-parse/syntax.ts'
import type { Local, Resolution, ResolvedFunction } from '../2-resolve/resolve.ts'
import { diagnose, messages, type Message } from '../messages.ts'
import { inferTypes, type Inference } from './infer.ts'
import { checkInitialisation } from './initialisation.ts'
import type { Type, ValueType } from './types.ts'
import { computeValues } from './values.ts'

export interface TypedLocal {
  readonly local: Local
  readonly type: ValueType
}

/** A function in which everything is in order: what the next phase needs to know of it. */
export interface CheckedFunction {
  readonly item: FunctionItem
  readonly locals: readonly TypedLocal[]
  readonly meanings: Resolution['meanings']
  /** The values of expressions that literals alone make. */
  readonly constants: ReadonlyMap<Expression, bigint>
  typeOf(expression: Expression): Type
}

export interface Checked {
  /** Only if nothing is an error. */
  readonly functions: readonly CheckedFunction[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Third phase: types, then initialisation, then values; each only where the one before found nothing wrong. */
export function check(resolution: Resolution): Checked {
  const diagnostics = [...resolution.diagnostics]
  const inferences = resolution.functions.map((func) => inferTypes(func, resolution, diagnostics))
  resolution.functions.forEach((func, index) => {
    if (inferences[index]?.hasMistakes === false) checkInitialisation(func, resolution, diagnostics)
    warnOfIdleStatements(func, resolution, diagnostics)
  })
  if (diagnostics.some(({ severity }) => severity === 'error')) return { functions: [], diagnostics }
  return withValues(resolution, inferences, diagnostics)
}

function withValues(
  resolution: Resolution,
  inferences: readonly Inference[],
  diagnostics: readonly Diagnostic[],
): Checked {
  const pairs = resolution.functions.map((func, index) => {
    const inference = inferences[index]
    if (!inference) throw new Error('a function without inference')
    return { func, inference, values: computeValues(func, resolution, inference) }
  })
  const overflows = pairs.flatMap(({ values }) => values.overflows)
  const outOfRange = pairs.flatMap(({ values }) => values.outOfRange)
  const functions = pairs.map(({ func, inference, values }) =>
    checked(func, inference, resolution, values.constants),
  )
  return { functions, diagnostics: [...diagnostics, ...overflows, ...outOfRange] }
}

function checked(
  func: ResolvedFunction,
  inference: Inference,
  { meanings }: Resolution,
  constants: ReadonlyMap<Expression, bigint>,
): CheckedFunction {
  const locals = func.locals.map((local) => ({ local, type: valueType(inference.typeOfLocal(local)) }))
  return {
    item: func.item,
    locals,
    meanings,
    constants,
    typeOf: (expression) => inference.typeOf(expression),
  }
}

function valueType(type: Type): ValueType {
  if (type === '()') throw new Error('a variable of type () passed the type check')
  return type
}

function warnOfIdleStatements(
  { item }: ResolvedFunction,
  { meanings }: Resolution,
  diagnostics: Diagnostic[],
): void {
  for (const statement of item.statements) {
    if (statement.kind !== 'expression') continue
    const warning = warningFor(statement, item, meanings)
    if (warning) diagnostics.push(diagnose(statement.expression, warning))
  }
}

function warningFor(
  { expression, isTail }: ExpressionStatement,
  item: FunctionItem,
  meanings: Resolution['meanings'],
): Message | undefined {
  if (expression.kind === 'call' && expression.callee.kind === 'variable') {
    return meanings.get(expression.callee) === item ? messages.endlessRecursion : undefined
  }
  if (isTail) return undefined
  if (expression.kind === 'binary') return messages.unusedResult('arithmetic')
  if (expression.kind === 'negation') return messages.unusedResult('unary')
  return expression.kind === 'variable' ? messages.noEffect : undefined
}
