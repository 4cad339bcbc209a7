import type { AliasItem, FunctionItem, ImplementationItem, Name, Span, TraitItem } from '../1-parse/syntax.ts'
import { messages, type Message } from '../messages.ts'
import { traitOf } from './item-index.ts'
import { substituted } from './instances.ts'
import type { ProgramTypes } from './program-types.ts'
import type { TraitReference } from './traits.ts'
import { allFields, isCopy, isSameType, known, typeText, type Type } from './types.ts'
import { partsOf } from './unify.ts'

type Say = (span: Span, message: Message) => void

/** Whether an implementation gives what its trait asks for, and nothing else. */
export function checkImplementation(item: ImplementationItem, program: ProgramTypes, say: Say): void {
  const { resolution, traits } = program
  const trait = traitOf(resolution, item)
  if (!trait || !item.trait) return
  const head = { from: item.from, to: item.self.to }
  foreignMembers(item, trait, say)
  const missing = missingMembers(item, trait)
  if (missing.length > 0) say(head, messages.missingOfTrait(missing))
  const self = known(program.typeFor(item.self))
  const reference = traits.reference(item.trait, self)
  if (self.kind === 'mistake' || !reference) return
  for (const alias of item.types) checkType(alias, trait, program, say)
  if (trait === traits.named('Drop')) return checkDestructor(item, program, say)
  if (trait === traits.named('Copy')) checkCopy(item, self, say)
  if (isTwice(item, trait, program, say)) return
  for (const each of traits.supertraitsOf(reference, self))
    if (!traits.select(each.trait, self, each.arguments))
      say(item.self, messages.missingTrait(typeText(self), each.trait.name.text))
  for (const func of item.functions) checkSignature(func, { item, trait, self, reference }, program, say)
}

/** A type of the trait's: it does not stand for itself, and has what the trait asks of it. */
function checkType({ name, type }: AliasItem, trait: TraitItem, program: ProgramTypes, say: Say): void {
  const { traits } = program
  const found = type && program.typeFor(type)
  if (!found) return
  if (known(found).kind === 'mistake') {
    if (found.kind === 'projection') say(name, messages.aliasCycle(name.text))
    return
  }
  for (const bound of trait.types.find((each) => each.name.text === name.text)?.bounds ?? []) {
    const asked = traits.reference(bound, found)
    if (asked && !traits.select(asked.trait, found, asked.arguments))
      say(type, messages.missingTrait(typeText(found), asked.trait.name.text))
  }
}

/** What stands in an `impl` that its trait does not ask for. */
function foreignMembers(item: ImplementationItem, trait: TraitItem, say: Say): void {
  const isAsked = (asked: readonly { readonly name: Name }[], { text }: Name) =>
    asked.some(({ name }) => name.text === text)
  for (const { name, signature } of item.functions)
    if (!isAsked(trait.functions, name))
      say(signature, messages.notOfTrait('method', name.text, trait.name.text))
  for (const { name } of item.types)
    if (!isAsked(trait.types, name)) say(name, messages.notOfTrait('type', name.text, trait.name.text))
  for (const { name } of item.constants)
    if (!isAsked(trait.constants, name)) say(name, messages.notOfTrait('const', name.text, trait.name.text))
}

function missingMembers(item: ImplementationItem, trait: TraitItem): readonly string[] {
  const given = new Set([...item.functions, ...item.types, ...item.constants].map(({ name }) => name.text))
  return [
    ...trait.constants.filter(({ hasValue }) => !hasValue),
    ...trait.types.filter(({ type }) => type === undefined),
    ...trait.functions.filter(({ hasBody }) => !hasBody),
  ].flatMap(({ name }) => (given.has(name.text) ? [] : [name.text]))
}

/** Each type has a trait once. */
function isTwice(item: ImplementationItem, trait: TraitItem, { traits }: ProgramTypes, say: Say): boolean {
  const all = traits.implementationsOf(trait)
  const own = all.find((each) => each.item === item)
  const before = all.slice(0, own ? all.indexOf(own) : 0)
  const twice = before.find(
    (each) =>
      own &&
      isSameType(each.self, own.self) &&
      each.reference.arguments.every((given, index) =>
        isSameType(given, own.reference.arguments[index] ?? given),
      ),
  )
  if (!own || !twice) return false
  const head = { from: item.from, to: item.self.to }
  say(head, messages.twoImplementations(trait.name.text, typeText(own.self)))
  return true
}

/** A copy of what owns something would own it too. */
function checkCopy(item: ImplementationItem, self: Type, say: Say): void {
  if (self.kind !== 'struct' && self.kind !== 'enum') return
  const fields = self.kind === 'struct' ? self.fields : allFields(self)
  if (self.destructor) return say(item.self, messages.copyWithDrop)
  const owner = fields.find(({ type }) => !isCopy(type) && known(type).kind !== 'parameter')
  if (owner) say(item.self, messages.copyOfOwner(self.item.name.text, owner.name))
}

interface Checked {
  readonly item: ImplementationItem
  readonly trait: TraitItem
  readonly self: Type
  readonly reference: TraitReference
}

/** A method takes and gives what its trait says. */
function checkSignature(
  func: FunctionItem,
  { trait, self, reference }: Checked,
  program: ProgramTypes,
  say: Say,
): void {
  const asked = trait.functions.find(({ name }) => name.text === func.name.text)
  if (!asked) return
  const name = func.name.text
  if (asked.hasSelf !== func.hasSelf) return say(func.signature, messages.selfOfTrait(name, asked.hasSelf))
  if (asked.generics.length !== func.generics.length)
    return say(func.name, messages.genericsOfTrait(name, asked.generics.length, func.generics.length))
  if (asked.parameters.length !== func.parameters.length)
    return say(
      func.signature,
      messages.parametersOfTrait(name, asked.parameters.length, func.parameters.length),
    )
  const open = [trait.self, ...trait.generics, ...asked.generics]
  const given = [self, ...reference.arguments, ...func.generics.map((each) => program.parameter(each))]
  const [wanted, found] = [program.signatureOf(asked), program.signatureOf(func)]
  const isOther = (one: Type, other: Type) => !isLike(substituted(one, open, given), other)
  const wrong = found.parameters.findIndex((type, index) => isOther(wanted.parameters[index]!, type))
  if (wrong >= 0) say(func.parameters[wrong]!.type, messages.otherThanTrait(name))
  else if (isOther(wanted.result, found.result))
    say(func.returnType ?? func.signature, messages.otherThanTrait(name))
}

function isOpen(type: Type): boolean {
  const found = known(type)
  return found.kind === 'variable' || partsOf(found).some(isOpen)
}

/** What is hidden behind `impl` may be anything. */
function isLike(one: Type, other: Type): boolean {
  return (
    isOpen(one) || isSameType(one, other) || known(one).kind === 'mistake' || known(other).kind === 'mistake'
  )
}
/** What is done with a value that goes is done with every value of its type. */
function checkDestructor(item: ImplementationItem, program: ProgramTypes, say: Say): void {
  const type = known(program.typeFor(item.self))
  if (type.kind === 'mistake') return
  if (type.kind !== 'struct' && type.kind !== 'enum') return say(item.self, messages.dropOfOther)
  if (type.destructor !== item)
    return say({ from: item.from, to: item.self.to }, messages.twoDestructors(typeText(type)))
  const given = type.arguments.map(known)
  const isOpen = given.every(
    (each, index) =>
      each.kind === 'parameter' && given.indexOf(each) === index && item.generics.includes(each.item),
  )
  if (!isOpen) say({ from: item.from, to: item.self.to }, messages.specialisedDrop)
}
