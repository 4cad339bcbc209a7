/** What lies in what, for visitors of a syntax tree. */
import type { Block, Expression, NamePattern, Path, Pattern, TypeSyntax } from './syntax.ts'

/** Every expression of a block, those in blocks inside it too; not those of functions inside. Outer ones come first. */
export function eachExpression({ statements }: Block, visit: (expression: Expression) => void): void {
  const enter = (expression: Expression): void => {
    visit(expression)
    childrenOf(expression).forEach(enter)
    for (const inner of blocksOf(expression)) eachExpression(inner, visit)
  }
  for (const statement of statements) {
    if (statement.kind === 'expression') enter(statement.expression)
    else if (statement.value) enter(statement.value)
  }
}

/** The variables that a pattern declares. */
export function namesIn(pattern: Pattern): readonly NamePattern[] {
  const inside = partsOf(pattern).flatMap(namesIn)
  return pattern.kind === 'name' ? [pattern, ...inside] : inside
}

/** The patterns directly inside one. */
export function partsOf(pattern: Pattern): readonly Pattern[] {
  switch (pattern.kind) {
    case 'name':
      return pattern.inner ? [pattern.inner] : []
    case 'tuple':
    case 'slice':
    case 'tuple-struct':
      return pattern.elements
    case 'struct':
      return pattern.fields.map((field) => field.pattern)
    case 'reference':
      return [pattern.inner]
    case 'or':
      return pattern.alternatives
    default:
      return []
  }
}

/** Whether it is the `..` of a pattern, or of the left side of an assignment. */
export function isRest(part: Pattern | Expression): boolean {
  return part.kind === 'rest' || (part.kind === 'range' && 'start' in part && !part.start && !part.end)
}

/** The patterns for so many parts, where `..` stands for those that nothing is said of. */
export function spread<Part extends Pattern | Expression>(
  elements: readonly Part[],
  count: number,
): readonly (Part | undefined)[] {
  const rest = elements.findIndex(isRest)
  if (rest < 0) return elements.slice(0, count)
  const behind = elements.slice(rest + 1)
  const skipped = new Array<undefined>(Math.max(0, count - elements.length + 1)).fill(undefined)
  return [...elements.slice(0, rest), ...skipped, ...behind].slice(0, count)
}

/** What was read as a name or a number is found to be a variant without fields. */
export function becomeConstructor(pattern: Pattern, path: Path): void {
  for (const key of Object.keys(pattern))
    if (key !== 'from' && key !== 'to') Reflect.deleteProperty(pattern, key)
  Object.assign(pattern, { kind: 'tuple-struct', path, elements: [] })
}

/** The parts of an expression that are expressions evaluated in their order, where there is nothing else to it. */
export function operandsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'negation':
    case 'not':
    case 'dereference':
    case 'reference':
    case 'cast':
    case 'try':
      return [expression.operand]
    case 'binary':
      return [expression.left, expression.right]
    case 'assignment':
      return [expression.target, expression.value]
    case 'method':
      return [expression.receiver, ...expression.arguments]
    case 'field':
      return [expression.object]
    case 'index':
      return [expression.object, expression.index]
    case 'tuple':
    case 'array':
      return expression.elements
    case 'repeat':
      return [expression.element, expression.length]
    case 'struct':
      return [...expression.fields.map(({ value }) => value), ...present(expression.base)]
    case 'range':
      return [...present(expression.start), ...present(expression.end)]
    case 'if':
      return [expression.condition, expression.then, ...present(expression.otherwise)]
    case 'return':
      return present(expression.value)
    default:
      return []
  }
}

function present(expression: Expression | undefined): readonly Expression[] {
  return expression ? [expression] : []
}

/** All expressions directly inside one, whatever happens to them. */
export function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'call':
      return [expression.callee, ...expression.arguments]
    case 'macro':
      return [...expression.operands, ...expression.values]
    case 'match':
      return [
        expression.subject,
        ...expression.arms.flatMap(({ guard, value }) => (guard ? [guard, value] : [value])),
      ]
    case 'while':
      return [expression.condition, expression.body]
    case 'loop':
      return [expression.body]
    case 'for':
      return [expression.iterated, expression.body]
    case 'break':
      return expression.value ? [expression.value] : []
    case 'closure':
      return [expression.body]
    default:
      return operandsOf(expression)
  }
}

/** The blocks directly inside an expression. */
export function blocksOf(expression: Expression): readonly Block[] {
  return expression.kind === 'block' ? [expression.block] : []
}

/** The last expression of a block, without `;`: its value. */
export function tailOf({ statements }: Block): Expression | undefined {
  const last = statements.at(-1)
  return last?.kind === 'expression' && last.isTail ? last.expression : undefined
}

/** Names something that lies somewhere: a variable, a part of one, an element, what a pointer leads to. */
export function isPlace({ kind }: Expression): boolean {
  return kind === 'variable' || kind === 'field' || kind === 'index' || kind === 'dereference'
}

/** A type, and all that it is written with. */
export function typesIn(type: TypeSyntax): TypeSyntax[] {
  return [type, ...partsOfType(type).flatMap(typesIn)]
}

function partsOfType(type: TypeSyntax): readonly TypeSyntax[] {
  switch (type.kind) {
    case 'named':
      return [...type.arguments, ...type.associated.map((each) => each.type)]
    case 'tuple':
      return type.elements
    case 'array':
    case 'slice':
      return [type.element]
    case 'reference':
    case 'pointer':
    case 'box':
      return [type.target]
    case 'dyn':
    case 'impl':
      return type.bounds
    case 'function':
      return [...type.parameters, ...(type.result ? [type.result] : [])]
    default:
      return []
  }
}
