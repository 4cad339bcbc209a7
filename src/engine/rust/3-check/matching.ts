import type { GenericParameter } from '../1-parse/syntax.ts'
import { known, unknownType, type Type } from './types.ts'
import { canBe, headsMatch, partsOf } from './unify.ts'

/** Lays a type that leaves some parts open upon another one, without telling either anything. */
export class Matching {
  private readonly open: readonly GenericParameter[]
  private readonly found = new Map<GenericParameter, Type>()

  /** @param open what may stand for anything: the same each time */
  constructor(open: readonly GenericParameter[]) {
    this.open = open
  }

  matches(pattern: Type, type: Type): boolean {
    const [one, other] = [known(pattern), known(type)]
    if (one.kind === 'parameter' && this.open.includes(one.item)) return this.bind(one.item, other)
    if (one.kind === 'projection') return true
    if (one.kind !== other.kind || one.kind === 'variable' || one.kind === 'parameter')
      return canBe(one, other)
    const [parts, others] = [partsOf(one), partsOf(other)]
    return (
      headsMatch(one, other) &&
      parts.length === others.length &&
      parts.every((part, index) => this.matches(part, others[index]!))
    )
  }

  private bind(item: GenericParameter, type: Type): boolean {
    const before = this.found.get(item)
    if (before) return canBe(before, type)
    this.found.set(item, type)
    return true
  }

  given(): readonly Type[] {
    return this.open.map((item) => this.found.get(item) ?? unknownType())
  }
}
