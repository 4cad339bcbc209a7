import type { Diagnostic } from '../../diagnostic.ts'
import type { FunctionItem, Pattern } from '../1-parse/syntax.ts'
import { blocksOf, eachExpression, partsOf } from '../1-parse/walk.ts'
import type { Analysed } from '../analyse.ts'
import type { Inference } from '../3-check/infer.ts'
import type { Callee } from '../4-mir/mir.ts'
import { known, type Type } from '../3-check/types.ts'
import { diagnose, messages } from '../messages.ts'

/** What is understood, and has no instructions yet. */
export function beyondInstructions({ functions, bodies }: Analysed): readonly Diagnostic[] {
  const items = new Set(functions.map(({ item }) => item))
  const own = bodies.filter(({ item }) => items.has(item))
  const calls = own.flatMap(({ blocks }) =>
    blocks.flatMap(({ terminator }) =>
      terminator.kind === 'call' && isOpen(terminator.callee)
        ? [diagnose(terminator, messages.notYet('a generic function'))]
        : [],
    ),
  )
  const enums = own.flatMap(({ locals }) =>
    locals
      .filter(({ type }) => holdsEnum(type))
      .map(({ span }) => diagnose(span, messages.notYet('an `enum`'))),
  )
  const patterns = functions.flatMap(({ item, inference }) =>
    patternsIn(item)
      .filter((pattern) => takesApart(pattern, inference))
      .map((pattern) => diagnose(pattern, messages.notYet('taking a struct apart in a pattern'))),
  )
  return [...calls, ...enums, ...patterns].sort((one, other) => one.from - other.from)
}

/** A function that leaves types open. */
function isOpen(callee: Callee): boolean {
  return callee.kind === 'function' && callee.given.length > 0
}

function holdsEnum(type: Type): boolean {
  const found = known(type)
  switch (found.kind) {
    case 'enum':
      return true
    case 'struct':
      return found.fields.some((field) => known(field.type).kind === 'enum')
    case 'tuple':
      return found.elements.some(holdsEnum)
    case 'array':
    case 'slice':
      return holdsEnum(found.element)
    case 'reference':
    case 'pointer':
    case 'box':
      return holdsEnum(found.target)
    default:
      return false
  }
}

function patternsIn({ parameters, body }: FunctionItem): readonly Pattern[] {
  const found = parameters.map(({ pattern }) => pattern)
  const lets = ({ statements }: FunctionItem['body']): void => {
    for (const statement of statements) if (statement.kind === 'let') found.push(statement.pattern)
  }
  lets(body)
  eachExpression(body, (expression) => {
    blocksOf(expression).forEach(lets)
    if (expression.kind === 'match') found.push(...expression.arms.map(({ pattern }) => pattern))
    if (expression.kind === 'for') found.push(expression.pattern)
  })
  return found
}

function takesApart(pattern: Pattern, inference: Inference): boolean {
  const { kind } = pattern
  if (kind === 'name' && inference.bindingOf(pattern) !== 'move') return true
  const isNew = kind === 'tuple-struct' || kind === 'struct' || kind === 'reference' || kind === 'rest'
  return (
    isNew || inference.derefsOf(pattern) > 0 || partsOf(pattern).some((part) => takesApart(part, inference))
  )
}
