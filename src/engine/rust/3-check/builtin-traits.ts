import type { TraitItem } from '../1-parse/syntax.ts'
import { hasThroughout } from './derived.ts'
import { whyNotFormatted } from './formattable.ts'
import { calledAs } from './instances.ts'
import type { Traits } from './traits.ts'
import { join, partsOf } from './unify.ts'
import {
  allFields,
  integerName,
  isCopy,
  isFloating,
  isIntegral,
  isNumeric,
  isSameType,
  isSigned,
  known,
  type Type,
} from './types.ts'

type Has = (type: Type, given: readonly Type[], traits: Traits) => boolean

const compared =
  (trait: 'PartialEq' | 'PartialOrd' | 'Eq' | 'Ord'): Has =>
  (type, [other], traits) =>
    (other === undefined || isLike(type, other)) && hasThroughout(type, trait, traits)

/** Both numbers have one type; `<<` alone takes any. */
const calculated: Has = (type, [other]) =>
  isNumeric(behind(type)) &&
  (other === undefined || isOpen(other) || isOpen(behind(other)) || isLike(behind(type), behind(other)))

const shifted: Has = (type, [other]) =>
  isIntegral(behind(type)) && (other === undefined || isOpen(other) || isIntegral(behind(other)))

const whole: Has = (type, given, traits) => isIntegral(behind(type)) && calculated(type, given, traits)

const logical: Has = (type, given, traits) =>
  behind(type).kind === 'bool'
    ? given.every((other) => isOpen(other) || behind(other).kind === 'bool')
    : whole(type, given, traits)

const assigned =
  (has: Has): Has =>
  (type, given, traits) =>
    known(type).kind !== 'reference' && has(type, given, traits)
const changed = assigned(calculated)

/** Closures, functions and pointers to functions take what they take. */
const called: Has = (type, [given]) => {
  const found = calledAs(known(type))
  return found !== undefined && (!given || join(given, { kind: 'tuple', elements: found.parameters }))
}

/** What a type must be to have a trait of the standard library without an `impl`: by itself, or by deriving it. */
const OF_ITSELF: Readonly<Record<string, Has>> = {
  Copy: isCopy,
  Clone: (type) => isCopy(type),
  PartialEq: compared('PartialEq'),
  Eq: compared('Eq'),
  PartialOrd: compared('PartialOrd'),
  Ord: compared('Ord'),
  Debug: (type, _, traits) => whyNotFormatted(type, undefined, traits) === undefined,
  Display: (type, _, traits) => whyNotFormatted(type, DISPLAY, traits) === undefined,
  Default: (type) => ['integer', 'float', 'bool', 'char'].includes(known(type).kind) || isEmpty(type),
  Fn: called,
  FnMut: called,
  FnOnce: called,
  Array: (type) => known(type).kind === 'array',
  Send: (type, _, traits) => isFreeOf(type, NOT_SENT, traits),
  Sync: (type, _, traits) => isFreeOf(type, NOT_SHARED, traits),
  Unpin: () => true,
  Sized: (type) => !['slice', 'str'].includes(known(type).kind),
  Add: calculated,
  Sub: calculated,
  Mul: calculated,
  Div: calculated,
  Rem: calculated,
  Shl: shifted,
  Shr: shifted,
  BitAnd: logical,
  BitOr: logical,
  BitXor: logical,
  Not: (type) => behind(type).kind === 'bool' || isIntegral(behind(type)),
  Neg: (type) => {
    if (isFloating(behind(type))) return true
    const name = integerName(behind(type))
    return name === undefined ? isIntegral(behind(type)) : isSigned(name)
  },
  AddAssign: changed,
  SubAssign: changed,
  MulAssign: changed,
  DivAssign: changed,
  RemAssign: changed,
  ShlAssign: assigned(shifted),
  ShrAssign: assigned(shifted),
  BitAndAssign: assigned(logical),
  BitOrAssign: assigned(logical),
  BitXorAssign: assigned(logical),
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
  const found = known(type)
  const called = calledAs(found)
  if (called) return name === 'Output' ? called.result : undefined
  if (name === 'Element' && found.kind === 'array') return found.element
  return name === 'Output' ? behind(type) : undefined
}

function behind(type: Type): Type {
  const found = known(type)
  return found.kind === 'reference' ? known(found.target) : found
}

function isOpen(type: Type): boolean {
  return known(type).kind === 'variable'
}

/** A number whose type is open is of the type that it is compared or added to. */
function isLike(type: Type, other: Type): boolean {
  if ((isIntegral(type) && isIntegral(other)) || (isFloating(type) && isFloating(other)))
    return join(type, other)
  const [one, two] = [known(type), known(other)]
  if (one.kind === 'reference' && two.kind === 'reference') return isLike(one.target, two.target)
  return isOpen(other) || isSameType(type, other)
}

function isEmpty(type: Type): boolean {
  const found = known(type)
  return found.kind === 'tuple' && found.elements.length === 0
}

/** What belongs to one thread: its counts are changed without care for others. */
const NOT_SENT: readonly string[] = ['Rc', 'Weak']
const NOT_SHARED: readonly string[] = [...NOT_SENT, 'Cell', 'RefCell']

/** Neither it nor anything in it is a raw pointer or of a type of such a name. */
function isFreeOf(type: Type, names: readonly string[], traits: Traits, seen: readonly Type[] = []): boolean {
  const found = known(type)
  if (found.kind === 'pointer') return false
  if (found.kind === 'struct' && names.includes(found.item.name.text)) return false
  if (seen.includes(found)) return true
  const inside = (each: Type) => isFreeOf(each, names, traits, [...seen, found])
  if (found.kind === 'enum') return allFields(found).every((field) => inside(field.type))
  // What the library's own consist of says nothing: a `Vec` has a raw pointer.
  if (found.kind === 'struct' && traits.isOfReader(found.item))
    return found.fields.every((field) => inside(field.type))
  return partsOf(found).every(inside)
}
