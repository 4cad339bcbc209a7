import type { Diagnostic } from '../../diagnostic.ts'
import type { Block, Expression, Reference } from '../1-parse/syntax.ts'
import { eachExpression, tailOf } from '../1-parse/walk.ts'
import type { Local, Resolution, ResolvedFunction } from '../2-resolve/resolve.ts'
import { diagnose, messages, type Message } from '../messages.ts'
import type { Inference } from './infer.ts'
import { known, type Type } from './types.ts'

/** A place of the function's own: in a variable, or in memory that a box of its owns. */
interface OwnPlace {
  readonly local: Local
  /** As rustc writes it: `s.a`, `v[_]`, `*b`. */
  readonly text: string
  readonly isSlice: boolean
}

/**
 * No function gives back a reference to what ends with it (E0515), as far as it is written where the value is given
 * back: what went through a variable first is a matter of borrowing, which nobody follows here.
 */
export function checkReturned(
  { item }: ResolvedFunction,
  resolution: Resolution,
  inference: Inference,
  diagnostics: Diagnostic[],
): void {
  const say = (place: Expression, message: Message) => diagnostics.push(diagnose(place, message))

  const ownPlace = (expression: Expression): OwnPlace | undefined => {
    switch (expression.kind) {
      case 'variable': {
        const local = resolution.meanings.get(expression)
        return local?.kind === 'local' ? { local, text: local.name, isSlice: false } : undefined
      }
      case 'dereference': {
        const inner = isBox(inference.typeOf(expression.operand)) ? ownPlace(expression.operand) : undefined
        return inner && { ...inner, text: `*${inner.text}` }
      }
      case 'field':
      case 'index': {
        if (isPointer(inference.typeOf(expression.object))) return undefined
        const inner = ownPlace(expression.object)
        const part = expression.kind === 'field' ? `.${expression.name.text}` : '[_]'
        const isSlice = expression.kind === 'index' && expression.index.kind === 'range'
        return inner && { ...inner, text: `${inner.text}${part}`, isSlice }
      }
      default:
        return undefined
    }
  }

  /** `&r` of a reference, where one level fewer is wanted, is what `r` refers to. */
  const referred = (reference: Reference): OwnPlace | undefined => {
    const wanted = known(inference.coercionOf(reference) ?? inference.typeOf(reference))
    if (reference.isRaw || wanted.kind === 'pointer') return undefined
    const isFollowed = inference.coercionOf(reference) !== undefined
    return isFollowed && isPointer(inference.typeOf(reference.operand))
      ? undefined
      : ownPlace(reference.operand)
  }

  const returned = (expression: Expression, within: Expression | undefined): void => {
    switch (expression.kind) {
      case 'reference': {
        const own = referred(expression)
        if (own) say(within ?? expression, messages.returnsReference(whatOf(own, within !== undefined)))
        return
      }
      case 'tuple':
      case 'array':
        return expression.elements.forEach((element) => returned(element, within ?? expression))
      case 'struct':
        return expression.fields.forEach(({ value }) => returned(value, within ?? expression))
      case 'block':
        return tail(expression.block, within)
      case 'if':
        returned(expression.then, within)
        if (expression.otherwise) returned(expression.otherwise, within)
        return
      case 'match':
        return expression.arms.forEach(({ value }) => returned(value, within))
      default:
      // Whatever else has a value refers to nothing of its own.
    }
  }
  const tail = (block: Block, within?: Expression): void => {
    const last = tailOf(block)
    if (last) returned(last, within)
  }
  if (!item.returnType) return
  tail(item.body)
  eachExpression(item.body, (expression) => {
    if (expression.kind === 'return' && expression.value) returned(expression.value, undefined)
  })
}

function whatOf({ local, text, isSlice }: OwnPlace, isWithin: boolean): string {
  const variable = `${local.isParameter ? 'function parameter' : 'local variable'} \`${local.name}\``
  if (isWithin || isSlice) return `value referencing ${variable}`
  return `reference to ${text === local.name ? variable : `local data \`${text}\``}`
}

const isBox = (type: Type) => known(type).kind === 'box'
const isPointer = (type: Type) => ['reference', 'pointer'].includes(known(type).kind)
