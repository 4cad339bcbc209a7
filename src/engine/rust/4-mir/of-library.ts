import { NO_ITEMS } from '../1-parse/in-other-words.ts'
import type { FunctionItem } from '../1-parse/syntax.ts'
import { resolve, type Resolution } from '../2-resolve/resolve.ts'
import { ProgramTypes } from '../3-check/program-types.ts'
import { isSameType, known, type Type } from '../3-check/types.ts'
import { Instances, type Instance } from './instances.ts'
import type { MirBody } from './mir.ts'

/** A function of the library, for types that are the library's too, and what it needs. */
export interface Kept {
  readonly body: MirBody
  readonly given: readonly Type[]
  readonly needs: readonly Instance[]
}

/** Programs that are edited need ever other instances; if there are more than these, all are forgotten. */
const MOST_KEPT = 4000

const ofLibraries = new WeakMap<Resolution, OfLibrary>()

/**
 * What of the library depends on no program: its functions, called with types of its own. They are looked at as if there
 * was no program, once for all that need them.
 */
export class OfLibrary {
  private readonly beneath: Resolution
  private readonly program: ProgramTypes
  private readonly instances: Instances
  private readonly kept = new Map<string, Kept>()
  private readonly reached = new WeakMap<Kept, readonly Kept[]>()

  private constructor({ std }: Resolution, beneath: Resolution) {
    const resolution = resolve(NO_ITEMS, std)
    this.beneath = beneath
    this.program = new ProgramTypes(resolution, [])
    this.instances = new Instances([], resolution, this.program)
  }

  /** That beneath a program. */
  static beneath(resolution: Resolution): OfLibrary | undefined {
    const { beneath } = resolution
    if (!beneath) return undefined
    const found = ofLibraries.get(beneath)
    if (found && found.kept.size <= MOST_KEPT) return found
    const made = new OfLibrary(resolution, beneath)
    ofLibraries.set(beneath, made)
    return made
  }

  /** The label of a closure that stands in a function of the library. */
  closureLabel(item: FunctionItem): string | undefined {
    return this.program.callables.closures.get(item)?.label
  }

  /**
   * A function with types for what it leaves open, as a program calls it, and all that it leads to; undefined if it is not
   * of the library alone.
   */
  find(item: FunctionItem, given: readonly Type[], label: string): readonly Kept[] | undefined {
    const found = this.kept.get(label) ?? this.foreign(item, given, label)
    const isFound =
      found?.body.item === item && given.every((type, index) => isSameType(type, found.given[index]!))
    return isFound ? this.reachedFrom(found) : undefined
  }

  /** What is kept under a label, of what something kept has led to. */
  at(label: string): Kept | undefined {
    return this.kept.get(label)
  }

  private foreign(item: FunctionItem, given: readonly Type[], label: string): Kept | undefined {
    const own = this.isOwn(item) ? this.all(given) : undefined
    return own && this.instances.labelOf(item, own) === label ? this.make(item, own, label) : undefined
  }

  private make(item: FunctionItem, given: readonly Type[], label: string): Kept | undefined {
    const body = this.instances.bodyOf(item, given, label)
    const kept = body && { body, given, needs: [...this.instances.neededBy(body)] }
    if (kept) this.kept.set(label, kept)
    return kept
  }

  /** Itself first; undefined if what nobody wrote is among them, whose label does not tell all of it. */
  private reachedFrom(first: Kept): readonly Kept[] | undefined {
    const known = this.reached.get(first) ?? this.reach(first)
    this.reached.set(first, known)
    return known.length > 0 ? known : undefined
  }

  private reach(first: Kept): readonly Kept[] {
    const all = new Set([first])
    for (const { needs } of all)
      for (const { item, given, label, body } of needs) {
        if (body) return []
        const next = this.kept.get(label) ?? this.make(item, given, label)
        if (next) all.add(next)
      }
    return [...all]
  }

  private isOwn(item: FunctionItem): boolean {
    return this.beneath.functionOf.has(item)
  }

  /** The same type without a program; undefined if it is made of something of the program's. */
  private own(type: Type): Type | undefined {
    const found = known(type)
    switch (found.kind) {
      case 'integer':
      case 'float':
      case 'bool':
      case 'char':
      case 'never':
      case 'str':
        return found
      case 'tuple': {
        const elements = this.all(found.elements)
        return elements && { kind: 'tuple', elements }
      }
      case 'array':
      case 'slice': {
        const element = this.own(found.element)
        return element && { ...found, element }
      }
      case 'reference':
      case 'pointer':
      case 'box': {
        const target = this.own(found.target)
        return target && { ...found, target }
      }
      case 'struct':
      case 'enum': {
        const isOwn = this.beneath.modules.has(found.item)
        const given = isOwn ? this.all(found.arguments) : undefined
        if (!given) return undefined
        return found.kind === 'struct'
          ? this.program.structType(found.item, given)
          : this.program.enumType(found.item, given)
      }
      default:
        return undefined
    }
  }

  private all(types: readonly Type[]): readonly Type[] | undefined {
    const own = types.flatMap((type) => this.own(type) ?? [])
    return own.length === types.length ? own : undefined
  }
}
