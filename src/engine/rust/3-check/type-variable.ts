import { isInteger, type Type } from './types.ts'

/**
 * A type that may not be known yet, as Rust infers it: anything, some integer (an unsuffixed literal), or a type.
 * Two that turn out to be the same are joined; a mistake already reported fits everything.
 */
export class TypeVariable {
  private known: Type | 'mistake' | undefined
  private isIntegral: boolean
  private joined: TypeVariable | undefined

  private constructor(known: Type | 'mistake' | undefined, isIntegral: boolean) {
    this.known = known
    this.isIntegral = isIntegral
  }

  static of(type: Type): TypeVariable {
    return new TypeVariable(type, isInteger(type))
  }

  static unknown(): TypeVariable {
    return new TypeVariable(undefined, false)
  }

  static someInteger(): TypeVariable {
    return new TypeVariable(undefined, true)
  }

  static mistake(): TypeVariable {
    return new TypeVariable('mistake', false)
  }

  get type(): Type | undefined {
    const { known } = this.representative()
    return known === 'mistake' ? undefined : known
  }

  get isMistake(): boolean {
    return this.representative().known === 'mistake'
  }

  /** Certainly an integer, though perhaps not known which. */
  get isInteger(): boolean {
    return this.representative().isIntegral
  }

  get isUnknown(): boolean {
    const { known, isIntegral } = this.representative()
    return known === undefined && !isIntegral
  }

  /** As rustc prints it: `u8`, or `{integer}` while nothing says which. */
  get text(): string {
    return this.type ?? (this.isInteger ? '{integer}' : '_')
  }

  /** Makes both the same type. @returns false if they cannot be */
  join(other: TypeVariable): boolean {
    const [mine, theirs] = [this.representative(), other.representative()]
    if (mine === theirs) return true
    if (mine.known !== undefined && theirs.known !== undefined) {
      return mine.known === theirs.known || mine.known === 'mistake' || theirs.known === 'mistake'
    }
    return mine.known === undefined ? mine.follow(theirs) : theirs.follow(mine)
  }

  private follow(target: TypeVariable): boolean {
    if (!this.isIntegral || target.isIntegral || target.known === 'mistake') this.joined = target
    else if (target.known === undefined) target.joined = this
    else return false
    return true
  }

  private representative(): TypeVariable {
    return TypeVariable.endOfChain(this)
  }

  /** Follows what was joined to what, and shortens the way for the next time. */
  private static endOfChain(first: TypeVariable): TypeVariable {
    let end = first
    while (end.joined) end = end.joined
    let each = first
    while (each.joined && each.joined !== end) {
      const next = each.joined
      each.joined = end
      each = next
    }
    return end
  }
}
