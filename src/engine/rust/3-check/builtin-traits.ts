import type { TraitItem } from '../1-parse/syntax.ts'
import { hasThroughout } from './derived.ts'
import { whyNotFormatted } from './formattable.ts'
import type { Traits } from './traits.ts'
import { isCopy, isIntegral, isSameType, known, type Type } from './types.ts'

type Has = (type: Type, given: readonly Type[], traits: Traits) => boolean

const compared =
  (trait: 'PartialEq' | 'PartialOrd'): Has =>
  (type, [other], traits) =>
    (other === undefined || isLike(type, other)) && hasThroughout(type, trait, traits)

const calculated: Has = (type, [other]) =>
  isIntegral(behind(type)) && (other === undefined || isIntegral(behind(other)) || isOpen(other))

const logical: Has = (type, given, traits) => behind(type).kind === 'bool' || calculated(type, given, traits)

const changed: Has = (type, given, traits) =>
  known(type).kind !== 'reference' && calculated(type, given, traits)

/** What a type must be to have a trait of the standard library without an `impl`: by itself, or by deriving it. */
const OF_ITSELF: Readonly<Record<string, Has>> = {
  Copy: isCopy,
  Clone: (type) => isCopy(type),
  PartialEq: compared('PartialEq'),
  Eq: compared('PartialEq'),
  PartialOrd: compared('PartialOrd'),
  Ord: compared('PartialOrd'),
  Debug: (type, _, traits) => whyNotFormatted(type, undefined, traits) === undefined,
  Display: (type, _, traits) => whyNotFormatted(type, DISPLAY, traits) === undefined,
  Default: (type) => ['integer', 'bool', 'char'].includes(known(type).kind) || isEmpty(type),
  Sized: (type) => !['slice', 'str'].includes(known(type).kind),
  Add: calculated,
  Sub: calculated,
  Mul: calculated,
  Div: calculated,
  Rem: calculated,
  Shl: calculated,
  Shr: calculated,
  BitAnd: logical,
  BitOr: logical,
  BitXor: logical,
  Not: (type) => behind(type).kind === 'bool' || isIntegral(behind(type)),
  Neg: (type) => isIntegral(behind(type)),
  AddAssign: changed,
  SubAssign: changed,
  MulAssign: changed,
  DivAssign: changed,
  RemAssign: changed,
  ShlAssign: changed,
  ShrAssign: changed,
  BitAndAssign: logical,
  BitOrAssign: logical,
  BitXorAssign: logical,
}

const DISPLAY = { form: '' } as Parameters<typeof whyNotFormatted>[1]

/** Whether a type has a trait of the standard library without anybody having written an `impl` of it. */
export function hasOfItself(trait: TraitItem, type: Type, given: readonly Type[], traits: Traits): boolean {
  const name = trait.name.text
  const has = traits.named(name) === trait && Object.hasOwn(OF_ITSELF, name) ? OF_ITSELF[name] : undefined
  return has?.(type, given, traits) ?? false
}

/** The type that a trait gives it then: a sum of numbers is such a number. */
export function projectOfItself(_: TraitItem, type: Type, name: string): Type | undefined {
  return name === 'Output' ? behind(type) : undefined
}

function behind(type: Type): Type {
  const found = known(type)
  return found.kind === 'reference' ? known(found.target) : found
}

function isOpen(type: Type): boolean {
  return known(type).kind === 'variable'
}

function isLike(type: Type, other: Type): boolean {
  return isOpen(other) || isSameType(type, other) || (isIntegral(type) && isIntegral(other))
}

function isEmpty(type: Type): boolean {
  const found = known(type)
  return found.kind === 'tuple' && found.elements.length === 0
}
