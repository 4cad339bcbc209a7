import { calledAs } from './instances.ts'
import {
  isFloating,
  isIntegral,
  isSameType,
  known,
  type Callable,
  type StructType,
  type Type,
} from './types.ts'

/** Makes both the same type, filling in what is not known yet. @returns false if they cannot be */
export function join(first: Type, second: Type): boolean {
  const [one, other] = [known(first), known(second)]
  if (one === other || one.kind === 'mistake' || other.kind === 'mistake') return true
  if (one.kind === 'variable') return follow(one, other)
  if (other.kind === 'variable') return follow(other, one)
  return assume(one, other) || assume(other, one) || joinParts(one, other)
}

/** Not enough is known yet of who has the trait. */
export function isOpenProjection(type: Type): boolean {
  return type.kind === 'projection' && partsOf(type).some(hasOpenPart)
}

/** Something in it is not known yet. */
export function hasOpenPart(type: Type): boolean {
  const found = known(type)
  return found.kind === 'variable' || partsOf(found).some(hasOpenPart)
}

/** It will be looked at again when all types are known. */
function assume(projection: Type, type: Type): boolean {
  if (projection.kind !== 'projection' || !isOpenProjection(projection)) return false
  projection.link = type
  projection.bounds.assumed.push({ projection, type })
  return true
}

function follow(variable: Type & { kind: 'variable' }, target: Type): boolean {
  const isNumber = variable.isIntegral || variable.isFloating === true
  if (target.kind === 'variable' && isNumber && !target.isIntegral && !target.isFloating)
    return follow(target, variable)
  if (variable.isIntegral && !isIntegral(target)) return false
  if (variable.isFloating && !isFloating(target)) return false
  if (contains(target, variable)) return false
  variable.link = target
  return true
}

function joinParts(one: Type, other: Type): boolean {
  switch (one.kind) {
    case 'integer':
      return other.kind === 'integer' && one.name === other.name
    case 'float':
      return other.kind === 'float' && one.name === other.name
    case 'tuple':
      return (
        other.kind === 'tuple' &&
        one.elements.length === other.elements.length &&
        one.elements.every((element, index) => join(element, other.elements[index] ?? element))
      )
    case 'array':
      return other.kind === 'array' && one.length === other.length && join(one.element, other.element)
    case 'slice':
      return other.kind === 'slice' && join(one.element, other.element)
    case 'reference':
      return other.kind === 'reference' && one.mutable === other.mutable && join(one.target, other.target)
    case 'pointer':
      return other.kind === 'pointer' && one.mutable === other.mutable && join(one.target, other.target)
    case 'box':
      return other.kind === 'box' && join(one.target, other.target)
    case 'function':
      return (
        other.kind === 'function' &&
        one.isUnsafe === other.isUnsafe &&
        one.parameters.length === other.parameters.length &&
        partsOf(one).every((each, index) => join(each, partsOf(other)[index]!))
      )
    case 'dyn':
      return (
        other.kind === 'dyn' &&
        one.trait === other.trait &&
        partsOf(one).every((each, index) => join(each, partsOf(other)[index] ?? each))
      )
    case 'struct':
    case 'enum':
      return (
        other.kind === one.kind &&
        one.item === other.item &&
        one.arguments.every((each, index) => join(each, other.arguments[index] ?? each))
      )
    case 'parameter':
      return other.kind === 'parameter' && one.item === other.item
    case 'projection':
      return (
        other.kind === 'projection' &&
        one.trait === other.trait &&
        one.name === other.name &&
        join(one.self, other.self) &&
        one.arguments.every((each, index) => join(each, other.arguments[index] ?? each))
      )
    default:
      return one.kind === other.kind
  }
}

/** Whether both could be the same type, as far as is known; nothing is filled in. A parameter may be anything. */
export function canBe(first: Type, second: Type): boolean {
  const [one, other] = [known(first), known(second)]
  if (one.kind === 'mistake' || other.kind === 'mistake' || one.kind === 'parameter') return true
  if (one.kind === 'variable') return canFollow(one, other)
  if (other.kind === 'variable') return canBe(other, one)
  if (isOpenProjection(one) || isOpenProjection(other)) return true
  if (one.kind !== other.kind) return false
  if (one.kind === 'projection') return isSameType(one, other)
  const parts = partsOf(one)
  const others = partsOf(other)
  return (
    parts.length === others.length &&
    parts.every((part, index) => canBe(part, others[index]!)) &&
    headsMatch(one, other)
  )
}

function canFollow(variable: Type & { kind: 'variable' }, other: Type): boolean {
  if (variable.isIntegral) return isIntegral(other) || isPlainVariable(other)
  return !variable.isFloating || isFloating(other) || isPlainVariable(other)
}

function isPlainVariable(type: Type): boolean {
  return type.kind === 'variable' && !type.isIntegral && !type.isFloating
}

/** Whether two types of the same kind are alike but for their parts. */
export function headsMatch(one: Type, other: Type): boolean {
  if (one.kind === 'integer' && other.kind === 'integer') return one.name === other.name
  if (one.kind === 'dyn' && other.kind === 'dyn') return one.trait === other.trait
  if (one.kind === 'function' && other.kind === 'function') return one.isUnsafe === other.isUnsafe
  if (one.kind === 'float' && other.kind === 'float') return one.name === other.name
  if (one.kind === 'array' && other.kind === 'array') return one.length === other.length
  if (one.kind === 'reference' || one.kind === 'pointer') return one.mutable === (other as typeof one).mutable
  return (one.kind !== 'struct' && one.kind !== 'enum') || one.item === (other as typeof one).item
}

export function partsOf(type: Type): readonly Type[] {
  switch (type.kind) {
    case 'tuple':
      return type.elements
    case 'array':
    case 'slice':
      return [type.element]
    case 'reference':
    case 'pointer':
    case 'box':
      return [type.target]
    case 'struct':
    case 'enum':
      return type.arguments
    case 'function':
      return [...type.parameters, type.result]
    case 'dyn':
      return [...type.arguments, ...type.associated.values()]
    case 'projection':
      return [type.self, ...type.arguments]
    default:
      return []
  }
}

/** A type cannot be a part of itself. */
function contains(type: Type, variable: Type): boolean {
  const found = known(type)
  return found === variable || partsOf(found).some((part) => contains(part, variable))
}

/**
 * Whether a value of one type may stand where another is asked for (Rust reference, "Type coercions"): `!` anywhere,
 * `&mut` as `&`, a reference as a pointer, an array's reference as a slice's, a box's reference as its content's.
 */
export function coerce(found: Type, expected: Type): 'same' | 'changed' | 'impossible' {
  const [from, to] = [known(found), known(expected)]
  if (from.kind === 'never') return 'same'
  if (canPoint(from) && canPoint(to)) {
    const isWeaker = from.mutable || !to.mutable
    const isKind = to.kind === 'pointer' || from.kind === 'reference'
    if (isWeaker && isKind && joinTargets(from, to)) return isSameShape(from, to) ? 'same' : 'changed'
  }
  if (from.kind === 'struct' && from.callable && to.kind === 'function')
    return join(pointerTo(from, from.callable), to) ? 'changed' : 'impossible'
  return join(from, to) ? 'same' : 'impossible'
}

/** Of a function by its name, or a closure that captures nothing. */
function pointerTo(type: StructType, { item, closure }: Callable): Type {
  const { parameters, result } = calledAs(type)!
  return { kind: 'function', isUnsafe: closure === undefined && item.isUnsafe, parameters, result }
}

type Pointing = Type & { kind: 'reference' | 'pointer' }

function canPoint(type: Type): type is Pointing {
  return type.kind === 'reference' || type.kind === 'pointer'
}

function joinTargets(from: Pointing, to: Pointing): boolean {
  const [source, target] = [known(from.target), known(to.target)]
  if (source.kind === 'array' && target.kind === 'slice') return join(source.element, target.element)
  const isDereferenced = from.kind === 'reference' && to.kind === 'reference'
  if (isDereferenced && source.kind === 'box' && target.kind !== 'box' && target.kind !== 'variable') {
    return joinTargets({ ...from, target: source.target }, to)
  }
  if (
    isDereferenced &&
    source.kind === 'reference' &&
    target.kind !== 'reference' &&
    target.kind !== 'variable'
  ) {
    return joinTargets({ ...from, target: source.target }, to)
  }
  return join(source, target)
}

function isSameShape(from: Pointing, to: Pointing): boolean {
  return (
    from.kind === to.kind && from.mutable === to.mutable && known(from.target).kind === known(to.target).kind
  )
}
