import type { Name, Span } from '../1-parse/syntax.ts'
import { follow, isLibraryRoot, Namespace, type Found, type TypeItem } from './namespace.ts'
import type { Local, Meaning } from './resolve.ts'

type Shrinkable = Local & { scope: Span }

export interface Scope {
  readonly locals: Map<string, Shrinkable>
  readonly names: Namespace
  /** Variables outside are not seen from here: a function inside a function. */
  readonly isFunction: boolean
  /** An item begins here, with its parameters: of a function around it, it knows none. */
  readonly isItem?: boolean
}

/** The names in force at one place of the source, innermost block last. */
export class Scopes {
  readonly root = new Namespace(undefined, true)
  /** Seen from everywhere, behind all else. */
  readonly library: Scope
  private readonly stack: Scope[] = [{ locals: new Map(), names: this.root, isFunction: true }]

  constructor(library?: Scope) {
    this.library = library ?? { locals: new Map(), names: new Namespace(undefined, true), isFunction: true }
  }

  enter(): void {
    this.push(new Namespace(this.names, false), false)
  }

  enterFunction(): void {
    this.push(new Namespace(this.names, false), true)
  }

  enterItem(): void {
    this.stack.push({
      locals: new Map(),
      names: new Namespace(this.names, false),
      isFunction: false,
      isItem: true,
    })
  }

  enterModule(names: Namespace): void {
    this.push(names, true)
  }

  private push(names: Namespace, isFunction: boolean): void {
    this.stack.push({ locals: new Map(), names, isFunction })
  }

  leave(): void {
    this.stack.pop()
  }

  /** The scopes that are open now. */
  snapshot(): readonly Scope[] {
    return [...this.stack]
  }

  /** Goes back to where these scopes were open. */
  inside(scopes: readonly Scope[], action: () => void): void {
    const now = this.stack.splice(0, this.stack.length, ...scopes)
    action()
    this.stack.splice(0, this.stack.length, ...now)
  }

  /** The namespace of the innermost block. */
  get names(): Namespace {
    return this.innermost.names
  }

  declareLocal(name: string, local: Shrinkable): void {
    this.innermost.locals.set(name, local)
  }

  inInnermost(name: string): Shrinkable | undefined {
    return this.innermost.locals.get(name)
  }

  find(name: string): Meaning | undefined {
    let areLocalsSeen = true
    for (const scope of this.visible()) {
      const local = areLocalsSeen ? scope.locals.get(name) : undefined
      const meaning = local ?? scope.names.values.get(name)
      if (meaning) return meaning
      if (scope.isFunction) areLocalsSeen = false
    }
    return undefined
  }

  /** What a type's name means. */
  findType(name: string): TypeItem | undefined {
    for (const { names } of this.visible()) {
      const type = names.types.get(name)
      if (type) return type
    }
    return undefined
  }

  /** Whether a type's name is that of a parameter of a function around the present item. */
  isOfOuterItem(name: string): boolean {
    let [isInside, isPast] = [false, false]
    for (const { names, isItem = false, isFunction } of this.visible()) {
      if (names.types.has(name)) return isPast
      isInside ||= isItem
      isPast ||= isInside && isFunction
    }
    return false
  }

  /** What names with `::` between them lead to (Rust reference, "Paths"). */
  findPath(path: readonly Name[]): Found | undefined {
    const [first, ...rest] = path
    const { module } = this.names
    if (!first) return undefined
    if (first.text === 'crate') return follow(this.root, rest, module)
    if (first.text === 'self') return follow(module, rest, module)
    if (first.text === 'super') return this.findAbove(module, path)
    for (const { names } of this.visible()) {
      const found = follow(names, path, module)
      if (found) return found
    }
    if (!isLibraryRoot(first.text)) return undefined
    return (
      follow(this.library.names, rest, this.library.names) ?? {
        library: path.map(({ text }) => text),
        rest: [],
      }
    )
  }

  private findAbove(module: Namespace, path: readonly Name[]): Found | undefined {
    let [at, index]: [Namespace | undefined, number] = [module, 0]
    for (; path[index]?.text === 'super'; index++) at = at?.parent?.module
    return at && follow(at, path.slice(index), module)
  }

  /** Whether a variable of an outer function has the name: a function inside does not see it. */
  isOutside(name: string): boolean {
    return this.stack.some(({ locals }) => locals.has(name))
  }

  *allNames(kind: 'local' | 'function'): Generator<string> {
    for (const { locals, names } of this.stack.toReversed()) {
      if (kind === 'local') yield* locals.keys()
      else for (const [name, item] of names.values) if (item.kind === 'function') yield name
    }
  }

  *allTraits(): Generator<string> {
    for (const { names } of this.visible())
      for (const [name, { kind }] of names.types) if (kind === 'trait') yield name
  }

  /** From the innermost block outwards, up to the module: what is outside of that is named by a path. */
  private *visible(): Generator<Scope> {
    for (let depth = this.stack.length - 1; depth >= 0; depth--) {
      const scope = this.stack[depth]!
      yield scope
      if (scope.names.isModule) break
    }
    yield this.library
  }

  private get innermost(): Scope {
    const scope = this.stack.at(-1)
    if (!scope) throw new Error('all scopes were left')
    return scope
  }
}
