import type { Local } from '../2-resolve/resolve.ts'
import type { Type } from '../3-check/types.ts'
import { fieldOf, isPrefix, type Captures } from './captures.ts'
import {
  DEREF,
  type BasicBlock,
  type LocalDeclaration,
  type MirBody,
  type Operand,
  type Place,
  type Projection,
  type Rvalue,
  type Statement,
  type Terminator,
} from './mir.ts'

/**
 * The body of a closure as it runs: what it uses of the variables around it lies in the closure, its first parameter.
 * @param upvars the locals that stood for these variables so far, and are gone then
 */
export function withCaptures(
  body: MirBody,
  upvars: ReadonlyMap<Local, number>,
  { all, kind }: Captures,
  filled: (type: Type) => Type,
): MirBody {
  const variables = new Map([...upvars].map(([variable, local]) => [local, variable]))
  const numbers = new Map<number, number>()
  const locals: LocalDeclaration[] = []
  body.locals.forEach((local, index) => {
    if (!variables.has(index)) numbers.set(index, locals.push(local) - 1)
  })
  const self: readonly Projection[] = kind === 'FnOnce' ? [] : [DEREF]
  const moved = ({ local, projection }: Place): Place | undefined => {
    const inner = projection.map((part) =>
      part.kind === 'index' ? { ...part, local: numbers.get(part.local)! } : part,
    )
    const variable = variables.get(local)
    if (!variable) return { local: numbers.get(local)!, projection: inner }
    const index = all.findIndex((each) => each.variable === variable && isPrefix(each.projection, projection))
    const capture = all[index]
    if (!capture) return undefined
    const { name, type } = fieldOf(capture)
    const field: Projection = { kind: 'field', index, name, type: filled(type) }
    const behind = capture.manner === 'value' ? [] : [DEREF]
    return { local: 1, projection: [...self, field, ...behind, ...inner.slice(capture.projection.length)] }
  }
  return {
    ...body,
    locals,
    blocks: body.blocks.map((block) => mapped(block, moved, (local) => numbers.get(local)!)),
    captures: all,
  }
}

/** What is only mentioned is not captured, and left out. */
function mapped(
  { statements, terminator }: BasicBlock,
  moved: (place: Place) => Place | undefined,
  numberOf: (local: number) => number,
): BasicBlock {
  const place = (each: Place): Place => moved(each) ?? missing()
  const operand = (each: Operand): Operand =>
    each.kind === 'constant' ? each : { ...each, place: place(each.place) }
  const statement = (each: Statement): Statement[] => {
    if (each.kind === 'assign')
      return [{ ...each, place: place(each.place), value: rvalue(each.value, place, operand) }]
    if (each.kind !== 'mention') return [{ ...each, local: numberOf(each.local) }]
    const mentioned = moved(each.place)
    return mentioned ? [{ ...each, place: mentioned }] : []
  }
  return { statements: statements.flatMap(statement), terminator: ending(terminator, place, operand) }
}

function rvalue(value: Rvalue, place: (each: Place) => Place, operand: (each: Operand) => Operand): Rvalue {
  switch (value.kind) {
    case 'ref':
    case 'raw':
    case 'discriminant':
    case 'length':
      return { ...value, place: place(value.place) }
    case 'binary':
      return { ...value, left: operand(value.left), right: operand(value.right) }
    case 'aggregate':
      return { ...value, operands: value.operands.map(operand) }
    default:
      return { ...value, operand: operand(value.operand) }
  }
}

function ending(
  terminator: Terminator,
  place: (each: Place) => Place,
  operand: (each: Operand) => Operand,
): Terminator {
  switch (terminator.kind) {
    case 'switch':
      return { ...terminator, operand: operand(terminator.operand) }
    case 'drop':
      return { ...terminator, place: place(terminator.place) }
    case 'call':
      return {
        ...terminator,
        arguments: terminator.arguments.map(operand),
        destination: place(terminator.destination),
      }
    case 'assert':
      return {
        ...terminator,
        operand: operand(terminator.operand),
        message: {
          ...terminator.message,
          operands: terminator.message.operands.map(operand),
        } as typeof terminator.message,
      }
    default:
      return terminator
  }
}

function missing(): never {
  throw new Error('a closure uses what it has not captured')
}
