import type { ImplementationItem, Span } from '../1-parse/syntax.ts'
import { messages, type Message } from '../messages.ts'
import { libraryTrait, traitOf } from './destructors.ts'
import type { ProgramTypes } from './program-types.ts'
import { known, typeText } from './types.ts'

type Say = (span: Span, message: Message) => void

/** Whether an implementation gives what its trait asks for, and nothing else. */
export function checkImplementation(item: ImplementationItem, program: ProgramTypes, say: Say): void {
  const { resolution } = program
  const trait = traitOf(resolution, item)
  if (!trait || !item.trait) return
  const head = { from: item.from, to: item.self.to }
  for (const func of item.functions)
    if (!trait.functions.some(({ name }) => name.text === func.name.text))
      say(func.signature, messages.notOfTrait('method', func.name.text, trait.name.text))
  const missing = trait.functions.filter(
    ({ name, hasBody }) => !hasBody && !item.functions.some((func) => func.name.text === name.text),
  )
  if (missing.length > 0) say(head, messages.missingOfTrait(missing.map(({ name }) => name.text)))
  if (trait === libraryTrait(resolution, 'Drop')) checkDestructor(item, program, say)
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
