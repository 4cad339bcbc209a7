import type {
  AliasItem,
  FunctionItem,
  ImplementationItem,
  Name,
  NamedType,
  Span,
  StructItem,
  TraitItem,
  TypeSyntax,
} from '../1-parse/syntax.ts'
import { messages, type Message } from '../messages.ts'
import type { TypeItem } from './namespace.ts'

type Report = (span: Span, message: Message) => void

/** Where a type has a lifetime: written, or left out. */
interface Use {
  /** Undefined where it is left out, or `'_`. */
  readonly name: Name | undefined
  readonly place: Span
  /** Nothing stands where it belongs, not even `&`. */
  readonly isHidden?: boolean
}

/**
 * Lifetimes as far as names go: what is used is declared, and where one is left out Rust can fill it in (Rust reference,
 * "Lifetime elision"). Whether what is borrowed lives so long is a matter of borrowing.
 */
export class Lifetimes {
  private readonly meaningOf: (type: NamedType) => TypeItem | undefined
  private readonly report: Report
  /** Those of the functions around: a function inside does not know them. */
  private outer: ReadonlySet<string> = new Set()
  private declared: ReadonlySet<string> = new Set()
  /** Those of the implementation around. */
  private shared: readonly Name[] = []

  constructor(meaningOf: (type: NamedType) => TypeItem | undefined, report: Report) {
    this.meaningOf = meaningOf
    this.report = report
  }

  inStruct(item: Pick<StructItem, 'lifetimes' | 'fields'>): void {
    const { declared: outer } = this
    this.declared = this.introduce(item.lifetimes)
    const uses = item.fields.flatMap(({ type }) => this.usesIn(type))
    this.checkNames(uses)
    for (const { name, place } of uses)
      if (name === undefined) this.report(place, messages.missingLifetime(1, 'field'))
    for (const declared of item.lifetimes)
      if (!uses.some(({ name }) => name?.text === declared.text))
        this.report(declared, messages.unusedLifetime(declared.text))
    this.declared = outer
  }

  /** What an alias declares is known in its type. */
  alias({ lifetimes, type }: AliasItem, inside: () => void): void {
    const { declared } = this
    this.declared = this.introduce(lifetimes)
    inside()
    const uses = type ? this.usesIn(type) : []
    this.checkNames(uses)
    for (const { name, place } of uses)
      if (name === undefined) this.report(place, messages.missingLifetime(1, 'field'))
    this.declared = declared
  }

  /** The functions inside know the lifetimes of their implementation. */
  inImplementation({ lifetimes, self, trait }: ImplementationItem, inside: () => void): void {
    const { declared, shared } = this
    this.declared = this.introduce(lifetimes)
    this.shared = lifetimes
    const uses = [self, ...(trait ? [trait] : [])].flatMap((type) => this.usesIn(type))
    this.checkNames(uses)
    for (const { place } of uses.filter(({ isHidden }) => isHidden))
      this.report(place, messages.hiddenLifetime)
    inside()
    this.declared = declared
    this.shared = shared
  }

  /** So do those of a trait. */
  inTrait({ lifetimes }: TraitItem, inside: () => void): void {
    const { declared, shared } = this
    this.declared = this.introduce(lifetimes)
    this.shared = lifetimes
    inside()
    this.declared = declared
    this.shared = shared
  }

  /** A function's signature, and what is inside with its lifetimes in force. */
  inFunction(item: FunctionItem, inside: () => void): void {
    const [outer, declared] = [this.outer, this.declared]
    const isInside = this.shared.length > 0 && this.shared.every(({ text }) => declared.has(text))
    this.outer = new Set([...outer, ...declared])
    this.declared = new Set([
      ...(isInside ? this.shared.map(({ text }) => text) : []),
      ...this.introduce(item.lifetimes),
    ])
    const given = item.parameters.flatMap(({ type }) => this.usesIn(type))
    const returned = item.returnType ? this.usesIn(item.returnType) : []
    this.checkNames([...given, ...returned])
    const missing = returned.filter(({ name }) => name === undefined)
    const isFromSelf = item.hasSelf && item.parameters[0]?.type.kind === 'reference'
    if (missing[0] !== undefined && given.length !== 1 && !isFromSelf)
      this.report(
        missing[0].place,
        messages.missingLifetime(missing.length, given.length === 0 ? 'none' : 'many'),
      )
    inside()
    this.outer = outer
    this.declared = declared
  }

  /** A type in a body or of a constant: what is left out is found, or `'static`. */
  type(type: TypeSyntax): void {
    this.checkNames(this.usesIn(type))
  }

  private introduce(names: readonly Name[]): ReadonlySet<string> {
    const declared = new Set<string>()
    for (const name of names) {
      if (isReserved(name)) this.report(name, messages.reservedLifetime(name.text))
      else if (declared.has(name.text)) this.report(name, messages.parameterTwice(name.text))
      declared.add(name.text)
    }
    return declared
  }

  private checkNames(uses: readonly Use[]): void {
    for (const { name } of uses) {
      if (name === undefined || isReserved(name) || this.declared.has(name.text)) continue
      const isOuter = this.outer.has(name.text)
      this.report(name, isOuter ? messages.outerLifetime : messages.undeclaredLifetime(name.text))
    }
  }

  private usesIn(type: TypeSyntax): Use[] {
    switch (type.kind) {
      case 'named':
        return this.usesOf(type)
      case 'tuple':
        return type.elements.flatMap((element) => this.usesIn(element))
      case 'array':
      case 'slice':
        return this.usesIn(type.element)
      case 'reference':
        return [written(type.lifetime, { from: type.from, to: type.from + 1 }), ...this.usesIn(type.target)]
      case 'pointer':
      case 'box':
        return this.usesIn(type.target)
      case 'dyn': {
        const own = type.lifetime ? [written(type.lifetime, type.lifetime)] : []
        return [...own, ...type.bounds.flatMap((bound) => this.namedIn(bound))]
      }
      case 'function':
        return [...type.parameters, ...(type.result ? [type.result] : [])].flatMap((each) =>
          this.namedIn(each),
        )
      default:
        return []
    }
  }

  /** What a function that is passed leaves out, or names itself, is its own. */
  private namedIn(type: TypeSyntax): Use[] {
    return this.usesIn(type).filter(({ name }) => name && this.declared.has(name.text))
  }

  private usesOf(type: NamedType): Use[] {
    const { name, lifetimes } = type
    const meaning = this.meaningOf(type)
    const inside = type.arguments.flatMap((each) => this.usesIn(each))
    return [...this.ownUses(name, lifetimes, meaning), ...inside]
  }

  private ownUses(name: Name, lifetimes: readonly Name[], meaning: TypeItem | undefined): Use[] {
    const expected = meaning && 'lifetimes' in meaning ? meaning.lifetimes.length : 0
    if (lifetimes.length === 0)
      return new Array<Use>(expected).fill({ name: undefined, place: name, isHidden: true })
    if (lifetimes.length !== expected && (meaning || isPrimitive(name.text)))
      this.report(
        name,
        messages.lifetimeCount(
          meaning?.kind === 'struct' || meaning?.kind === 'enum',
          expected,
          lifetimes.length,
        ),
      )
    return lifetimes.map((lifetime) => written(lifetime, lifetime))
  }
}

/** Whether a type is one that Rust has without asking. */
function isPrimitive(name: string): boolean {
  return /^(?:[iu](?:8|16|32|64|128|size)|f32|f64|bool|char|str)$/.test(name)
}

function written(name: Name | undefined, place: Span): Use {
  return name?.text === "'_" ? { name: undefined, place: name } : { name, place: name ?? place }
}

function isReserved({ text }: Name): boolean {
  return text === "'static" || text === "'_"
}
