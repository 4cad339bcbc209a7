import type { Diagnostic } from '../../diagnostic.ts'
import type {
  ConstantItem,
  Expression,
  ExpressionStatement,
  FunctionItem,
  Match,
  Pattern,
} from '../1-parse/syntax.ts'
import { reports } from '../2-resolve/start.ts'
import { eachExpression, spread } from '../1-parse/walk.ts'
import type { Resolution, ResolvedFunction } from '../2-resolve/resolve.ts'
import { diagnose, messages, type Message } from '../messages.ts'
import type { Value } from './evaluate.ts'
import { boundsOf, isIrrefutable, rangeOf, textOf, uncoveredValue, type ConstructorOf } from './exhaustive.ts'
import type { Inference } from './infer.ts'
import { calledAs } from './instances.ts'
import { levelsOf } from './item-index.ts'
import { ProgramTypes } from './program-types.ts'
import { isStraight } from './straight.ts'
import { fieldsOf, isCopy, isUnit, known, MISTAKE, typeText, type Type } from './types.ts'
import { nullDereferences } from './null-pointers.ts'
import { computeValues } from './values.ts'

/** A function in which everything is in order: what the next phase needs to know of it. */
export interface CheckedFunction {
  readonly item: FunctionItem
  readonly inference: Inference
}

export interface CheckedConstant {
  readonly item: ConstantItem
  readonly type: Type
  readonly value: Value
}

/** What is known when all types are; functions of which nothing more can be asked are among them. */
export interface TypeChecked {
  readonly resolution: Resolution
  readonly program: ProgramTypes
  readonly functions: readonly { readonly func: ResolvedFunction; readonly inference: Inference }[]
  readonly diagnostics: Diagnostic[]
}

export interface Checked {
  /** Only if nothing is an error. */
  readonly functions: readonly CheckedFunction[]
  readonly constants: readonly CheckedConstant[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Third phase: types, and that patterns take every value. */
export function checkTypes(resolution: Resolution): TypeChecked {
  const diagnostics = [...resolution.diagnostics]
  const program = new ProgramTypes(resolution, diagnostics)
  program.checkItems()
  checkMain(resolution.functions, program, diagnostics)
  const functions = inferAll(resolution, program)
  for (const { func, inference } of functions)
    if (!inference.hasMistakes) checkPatterns(func, inference, program, diagnostics)
  return { resolution, program, functions, diagnostics }
}

/** Every function of the reader's; the library's are looked at when a call of them is found. */
function inferAll(resolution: Resolution, program: ProgramTypes): TypeChecked['functions'] {
  return resolution.functions.flatMap((func) => {
    if (!func.item.hasBody || resolution.ofLibrary.has(func.item)) return []
    const inference = program.bodyOf(func.item)
    return inference ? [{ func, inference }] : []
  })
}

/** What is certain of values, where nothing else is wrong. */
export function checkValues({ resolution, program, functions, diagnostics }: TypeChecked): Checked {
  const isWrong = () => diagnostics.some(({ severity }) => severity === 'error')
  const misunderstood = isWrong() ? [] : functions.flatMap(({ inference }) => inference.misunderstood ?? [])
  diagnostics.push(...misunderstood.map((expression) => diagnose(expression, messages.misunderstood)))
  if (isWrong()) return { functions: [], constants: [], diagnostics }
  const found = functions.map(({ func, inference }) => {
    const straight = isStraight(func.item, resolution, inference)
    return { func, inference, values: computeValues(func, program, inference, straight) }
  })
  diagnostics.push(...found.flatMap(({ values }) => values.overflows))
  diagnostics.push(...found.flatMap(({ values }) => values.outOfRange))
  diagnostics.push(...functions.flatMap(({ func }) => nullDereferences(func.item.body)))
  const checked = found
    .filter(({ func }) => program.isRoot(func.item))
    .map(({ func, inference }) => ({ item: func.item, inference }))
  // Those of the library are found when they are needed.
  const constants = levelsOf(resolution)
    .flatMap((level) => level.constants)
    .map((item) => ({
      item,
      get type() {
        return program.constantType(item)
      },
      get value() {
        return program.valueOf(item) ?? 0n
      },
    }))
  return { functions: checked, constants, diagnostics }
}

/** What the system starts gets nothing and gives nothing back. */
function checkMain(
  functions: readonly ResolvedFunction[],
  program: ProgramTypes,
  diagnostics: Diagnostic[],
): void {
  const item = functions.find(({ label }) => label === 'main')?.item
  if (item === undefined) return
  const result = known(program.signatureOf(item).result)
  if (item.parameters.length > 0) diagnostics.push(diagnose(item.signature, messages.mainTakes))
  else if (item.isUnsafe) diagnostics.push(diagnose(item.signature, messages.mainUnsafe))
  if (!isUnit(result) && !reports(item) && result.kind !== 'never' && result.kind !== 'mistake')
    diagnostics.push(diagnose(item.returnType ?? item.signature, messages.mainReturns(typeText(result))))
}

/** Every value has an arm in a `match`, a `let` takes every value, and what an array repeats can be copied. */
function checkPatterns(
  { item }: ResolvedFunction,
  inference: Inference,
  program: ProgramTypes,
  diagnostics: Diagnostic[],
): void {
  const say = (place: { from: number; to: number }, message: Message) =>
    diagnostics.push(diagnose(place, message))
  const all = (pattern: Pattern, type: Type): void => {
    const found = known(type)
    if (found.kind === 'reference' && pattern.kind !== 'name' && pattern.kind !== 'or')
      return all(pattern.kind === 'reference' ? pattern.inner : pattern, found.target)
    if (textOf(pattern) !== undefined) return
    if (pattern.kind === 'range') checkBounds(pattern, found, say)
    else if (pattern.kind === 'or') pattern.alternatives.forEach((each) => all(each, found))
    else if (pattern.kind === 'name' && pattern.inner) all(pattern.inner, found)
    else if (pattern.kind === 'tuple' && found.kind === 'tuple')
      spread(pattern.elements, found.elements.length).forEach(
        (each, index) => each && all(each, found.elements[index] ?? MISTAKE),
      )
    else if (pattern.kind === 'tuple-struct' || pattern.kind === 'struct') constructed(pattern, found)
    else if (pattern.kind === 'slice' && (found.kind === 'array' || found.kind === 'slice'))
      pattern.elements.forEach((each) => all(each, found.element))
  }
  const constructorOf: ConstructorOf = (path) => {
    const meaning = program.resolution.meanings.get(path)
    return meaning?.kind === 'struct' || meaning?.kind === 'variant' ? meaning : undefined
  }
  const constructed = (pattern: Pattern & { kind: 'tuple-struct' | 'struct' }, type: Type): void => {
    const item = constructorOf(pattern.path)
    const made =
      type.kind === 'enum' && item?.kind === 'variant'
        ? ({ kind: 'variant', of: type, index: item.index } as const)
        : type
    if (made.kind !== 'struct' && made.kind !== 'variant') return
    const fields = fieldsOf(made)
    if (pattern.kind === 'tuple-struct')
      spread(pattern.elements, fields.length).forEach(
        (each, index) => each && all(each, fields[index]?.type ?? MISTAKE),
      )
    else
      for (const { name, pattern: inner } of pattern.fields)
        all(inner, fields.find((field) => field.name === name.text)?.type ?? MISTAKE)
  }
  const irrefutable = (pattern: Pattern, type: Type): void => {
    all(pattern, type)
    if (!isIrrefutable(pattern, type, constructorOf)) say(pattern, messages.refutable)
  }
  const match = (expression: Match): void => {
    const type = inference.typeOf(expression.subject)
    expression.arms.forEach(({ pattern }) => all(pattern, type))
    const missing = uncoveredValue(expression, type, constructorOf)
    if (missing === undefined) return
    if (expression.isRound) say(expression.arms[1]!.pattern, messages.refutable)
    else say(expression.subject, messages.nonExhaustive(missing))
  }
  const repeat = (expression: Expression & { kind: 'repeat' }): void => {
    const type = inference.typeOf(expression)
    const { element } = expression
    const isConstant =
      element.kind === 'variable' && program.resolution.meanings.get(element)?.kind === 'const'
    if (type.kind !== 'array' || type.length < 2 || isCopy(type.element) || isConstant) return
    say(expression.element, messages.repeatMoves(typeText(type.element)))
  }
  const binding = (each: FunctionItem['statements'][number]): void => {
    if (each.kind === 'expression') return
    const type = each.value ? inference.typeOf(each.value) : undefined
    const declared = each.type ? program.typeFor(each.type) : type
    if (each.pattern.kind !== 'name')
      irrefutable(each.pattern, declared && !hasOpen(declared) ? declared : (type ?? MISTAKE))
  }
  const { parameters } = program.signatureOf(item)
  item.parameters.forEach(({ pattern }, index) => irrefutable(pattern, parameters[index] ?? MISTAKE))
  item.body.statements.forEach(binding)
  eachExpression(item.body, (expression) => {
    if (expression.kind === 'match') match(expression)
    if (expression.kind === 'repeat') repeat(expression)
    if (expression.kind === 'closure') {
      const type = calledAs(inference.typeOf(expression))
      expression.parameters.forEach(({ pattern }, index) =>
        irrefutable(pattern, type?.parameters[index] ?? MISTAKE),
      )
    }
    if (expression.kind === 'block') expression.block.statements.forEach(binding)
    if (expression.kind === 'for' && expression.iterated.kind === 'range' && expression.iterated.start)
      irrefutable(expression.pattern, inference.typeOf(expression.iterated.start))
  })
}

function hasOpen(type: Type): boolean {
  return typeText(type).includes('_')
}

function checkBounds(
  pattern: Pattern & { kind: 'range' },
  type: Type,
  say: (place: { from: number; to: number }, message: Message) => void,
): void {
  const [least, greatest] = rangeOf(type)
  const [from, to] = boundsOf(pattern, type)
  const outside = [
    pattern.least && from < least,
    pattern.greatest && (pattern.isInclusive ? to : to + 1n) > greatest,
  ]
  if (outside.some(Boolean)) say(pattern, messages.literalOutOfRange(typeText(type), least, greatest))
  else if (from > to) say(pattern, messages.emptyRange)
}

export function warnOfIdleStatements(
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
    return meanings.get(expression.callee) === item && isUnconditional(item, expression)
      ? messages.endlessRecursion
      : undefined
  }
  if (isTail) return undefined
  if (expression.kind === 'binary') return messages.unusedResult('arithmetic')
  if (expression.kind === 'negation') return messages.unusedResult('unary')
  return expression.kind === 'variable' ? messages.noEffect : undefined
}

/** Nothing before the call could have left the function. */
function isUnconditional(item: FunctionItem, call: Expression): boolean {
  const before = item.statements.slice(
    0,
    item.statements.findIndex((each) => each.kind === 'expression' && each.expression === call),
  )
  return before.every(
    (each) =>
      each.kind === 'let' ||
      ['assignment', 'call', 'variable', 'binary', 'negation'].includes(each.expression.kind),
  )
}
