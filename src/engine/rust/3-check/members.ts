import type { ConstantItem, FunctionItem, ImplementationItem, Span } from '../1-parse/syntax.ts'
import { messages, type Message } from '../messages.ts'
import { indexOf, levelsOf } from './item-index.ts'
import type { ProgramTypes } from './program-types.ts'
import { substituted } from './instances.ts'
import { isSameType, known, typeText, unknownType, type Type } from './types.ts'
import { canBe, join } from './unify.ts'

/** A function or constant that an `impl` gives to a type. */
export type Member = FunctionItem | ConstantItem

/** A member, with what its implementation is given for the types that it leaves open. */
export interface Found {
  readonly member: Member
  readonly given: readonly Type[]
}

interface Implementation {
  readonly item: ImplementationItem
  readonly self: Type
}

/** What `impl` blocks give to types, by name. */
export class Members {
  private readonly program: ProgramTypes
  private readonly own: readonly Implementation[]
  private readonly selves = new Map<ImplementationItem, Type>()

  constructor(program: ProgramTypes) {
    this.program = program
    this.own = program.resolution.implementations
      .filter(({ trait }) => trait === undefined)
      .map((item) => ({ item, self: this.selfOf(item) }))
  }

  private selfOf(item: ImplementationItem): Type {
    const self = this.selves.get(item) ?? this.program.typeFor(item.self)
    this.selves.set(item, self)
    return self
  }

  /** The member of a name that a type has; nothing is known of types that are not. */
  find(type: Type, name: string): Found | undefined {
    if (known(type).kind === 'variable') return undefined
    for (const level of levelsOf(this.program.resolution))
      for (const item of indexOf(level).members.get(name) ?? []) {
        const self = this.selfOf(item)
        const member = canBe(self, type) && membersOf(item).find((each) => each.name.text === name)
        if (member) return { member, given: givenFor(item, self, type) }
      }
    return undefined
  }

  names(type: Type): string[] {
    return levelsOf(this.program.resolution)
      .flatMap(({ implementations }) => implementations)
      .filter((item) => !item.trait && canBe(this.selfOf(item), type))
      .flatMap((item) => membersOf(item).map(({ name }) => name.text))
  }

  /** Each name once for each type, and none for types that are not the program's own. */
  check(say: (span: Span, message: Message) => void): void {
    this.own.forEach(({ item, self }, index) => {
      const type = known(self)
      const isForeign = !['struct', 'enum', 'dyn', 'mistake'].includes(type.kind)
      if (isForeign) say(item.self, messages.foreignImplementation(typeText(type)))
      const others = this.own.slice(index + 1).filter((other) => isSameType(other.self, self))
      const later = new Set(others.flatMap((other) => membersOf(other.item).map(({ name }) => name.text)))
      for (const member of membersOf(item).toReversed()) {
        const place = member.kind === 'function' ? member.signature : member.name
        if (later.has(member.name.text)) say(place, messages.memberTwice(member.name.text))
        later.add(member.name.text)
      }
    })
  }
}

/** `impl<T> Option<T>` for `Option<u8>`: `T` is `u8`. */
export function givenFor({ generics }: ImplementationItem, self: Type, type: Type): readonly Type[] {
  if (generics.length === 0) return []
  const given = generics.map(() => unknownType())
  join(substituted(self, generics, given), type)
  return given
}

function membersOf({ functions, constants }: ImplementationItem): readonly Member[] {
  return [...functions, ...constants]
}
