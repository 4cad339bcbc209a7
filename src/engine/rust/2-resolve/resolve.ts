import type { Diagnostic } from '../../diagnostic.ts'
import type {
  AliasItem,
  Block,
  Break,
  ConstantItem,
  Continue,
  EnumItem,
  FunctionItem,
  GenericParameter,
  ImplementationItem,
  Name,
  NamedType,
  NamePattern,
  Path,
  Program,
  Span,
  StructItem,
  TraitItem,
  TypeSyntax,
  Variable,
  WhereBound,
} from '../1-parse/syntax.ts'
import { namesIn, typesIn } from '../1-parse/walk.ts'
import { isLibraryTrait } from '../3-check/builtins.ts'
import { library, type Library } from '../library/library.ts'
import { messages } from '../messages.ts'
import { nearestName } from '../nearest-name.ts'
import { withStart } from './start.ts'
import { derivedImplementation, WRITTEN_BY_DERIVE } from './derive.ts'
import type { JumpTarget } from './jumps.ts'
import { mapOver } from './over.ts'
import { bringIn, type Namespace, type TypeItem, type ValueItem } from './namespace.ts'
import { BodyResolver } from './resolve-body.ts'
import type { Scope } from './scopes.ts'

/** A variable: a name in a `let`, a parameter, an arm or a `for`. A later one of the same name is another one. */
export interface Local {
  readonly kind: 'local'
  readonly name: string
  readonly declaration: NamePattern
  readonly isParameter: boolean
  /** Where the name means this variable: from behind its `let` up to the next `let` of that name, or the end of the block. */
  readonly scope: Span
}

export type Meaning = Local | ValueItem

/** What a method or associated constant belongs to. */
export type Owner = ImplementationItem | TraitItem

export interface ResolvedFunction {
  readonly item: FunctionItem
  /** Unique in the program: a function inside `main` is `main.inner`. */
  readonly label: string
  /** In the order of their declarations. */
  readonly locals: readonly Local[]
}

/** Of a program: its own items, and what names mean in them. */
export interface Resolution {
  /** That of the standard library, found once for all programs. */
  readonly beneath: Resolution | undefined
  readonly functions: readonly ResolvedFunction[]
  readonly functionOf: ReadonlyMap<FunctionItem, ResolvedFunction>
  /** Finds what the names in a function of the library mean, when a call of it is found. */
  ready(item: FunctionItem): void
  readonly structs: readonly StructItem[]
  readonly enums: readonly EnumItem[]
  readonly constants: readonly ConstantItem[]
  readonly implementations: readonly ImplementationItem[]
  readonly traits: readonly TraitItem[]
  readonly aliases: readonly AliasItem[]
  /** All that is asked behind a `where`, of what stands there open itself. */
  readonly wheres: readonly WhereBound[]
  readonly owners: ReadonlyMap<FunctionItem | ConstantItem, Owner>
  /** Functions that stand in the library, in the course's own Rust. */
  readonly ofLibrary: Set<FunctionItem>
  readonly std: Library
  /** What it was read from. */
  readonly libraryText: string
  /** Functions that `derive` stands for. */
  readonly derived: ReadonlySet<FunctionItem>
  /** The module that an item stands in: what is private is seen from there. */
  readonly modules: ReadonlyMap<FunctionItem | ConstantItem | StructItem | EnumItem, Namespace>
  /** What each name in an expression means; nothing where it means nothing. Types tell more of it than names do. */
  readonly meanings: Map<Variable | Path, Meaning>
  /** What each type that is named means, and the type that a path begins with. */
  readonly types: Map<NamedType | Path, TypeItem>
  /** Those that name a type inside another one: `T::Item`. */
  readonly associatedTypes: ReadonlyMap<NamedType, Name>
  /** The whole path of what lies in the standard library. */
  readonly library: Map<NamedType | Path | Variable, readonly string[]>
  readonly declared: Map<NamePattern, Local>
  readonly jumps: ReadonlyMap<Break | Continue, JumpTarget>
  readonly diagnostics: readonly Diagnostic[]
}

const libraries = new WeakMap<Library, Resolver>()

/** Second phase: finds what every name means. */
export function resolve(program: Program, std = library()): Resolution {
  return new Resolver(withStart(program), std, resolvedLibrary(std)).run()
}

function resolvedLibrary(std: Library): Resolver {
  const found = libraries.get(std)
  if (found) return found
  const resolved = new Resolver(std.program, std, undefined)
  resolved.run()
  const [mistake] = resolved.diagnostics
  if (mistake) throw new Error(`the library is wrong at ${mistake.from}: ${mistake.message}`)
  libraries.set(std, resolved)
  return resolved
}

/** Declares items, and finds what stands in them. */
class Resolver extends BodyResolver implements Resolution {
  readonly beneath: Resolver | undefined
  readonly functions: ResolvedFunction[] = []
  readonly functionOf: Map<FunctionItem, ResolvedFunction>
  readonly structs: StructItem[] = []
  readonly enums: EnumItem[] = []
  readonly constants: ConstantItem[] = []
  readonly implementations: ImplementationItem[] = []
  readonly traits: TraitItem[] = []
  readonly aliases: AliasItem[] = []
  readonly owners: Map<FunctionItem | ConstantItem, Owner>
  readonly modules: Map<FunctionItem | ConstantItem | StructItem | EnumItem, Namespace>
  readonly ofLibrary: Set<FunctionItem>
  readonly derived = new Set<FunctionItem>()
  readonly labels: Map<string, number>
  readonly namesOf: ReadonlyMap<string, ReadonlySet<FunctionItem>>
  readonly wheres: WhereBound[] = []
  /** Functions whose names are resolved when a call of them is found, with what is in scope around them. */
  private readonly waiting = new Map<FunctionItem, readonly Scope[]>()
  /** The bodies of those that the compiler made. */
  private readonly renewals = new Map<FunctionItem, () => Block | undefined>()
  private readonly isReady = new Set<FunctionItem>()
  private readonly program: Program
  readonly std: Library

  /** @param beneath the standard library; nothing is beneath itself */
  constructor(program: Program, std: Library, beneath: Resolver | undefined) {
    super(beneath)
    this.program = program
    this.std = std
    this.beneath = beneath
    this.functionOf = mapOver(beneath?.functionOf)
    this.owners = mapOver(beneath?.owners)
    this.modules = mapOver(beneath?.modules)
    this.labels = mapOver(beneath?.labels)
    this.ofLibrary = beneath?.ofLibrary ?? new Set()
    this.namesOf = collectNames(program)
  }

  get libraryText(): string {
    return this.std.text
  }

  run(): Resolution {
    if (!this.beneath) this.scopes.enterModule(this.scopes.library.names)
    this.items(this.program, this.beneath ? '' : 'std.')
    return this
  }

  /** All items of a block are in scope in all of it. */
  items(program: Program, prefix: string): void {
    const report = (span: Span, message: Parameters<typeof this.report>[1]) => this.report(span, message)
    this.scopes.names.declare(program, report, !this.beneath)
    this.bringInto(program)
    this.inside(program, prefix)
  }

  /** What is declared is known by now. */
  private inside(program: Program, prefix: string): void {
    for (const item of program.modules)
      this.inModule(item.name.text, () => this.inside(item.items, `${prefix}${labelText(item.name.text)}.`))
    for (const item of program.structs) this.structItem(item)
    for (const item of program.enums) this.enumItem(item)
    for (const item of program.aliases) {
      this.aliases.push(item)
      this.withParameters(item.generics, () =>
        this.lifetimes.alias(item, () => item.type && this.type(item.type)),
      )
    }
    for (const item of program.traits) this.traitItem(item, prefix)
    for (const item of [...program.structs, ...program.enums]) this.derivedOf(item, prefix)
    for (const item of program.constants) this.constantItem(item)
    for (const item of program.functions) this.functionItem(item, prefix)
    for (const item of program.implementations) this.implementation(item, prefix)
  }

  /** What is copied as it is needs nothing written for it. */
  private derivedOf(item: StructItem | EnumItem, prefix: string): void {
    for (const trait of WRITTEN_BY_DERIVE) {
      // Where no word of a program means a hash, the library has none.
      if (trait === 'Hash' && !this.std.program.modules.some(({ name }) => name.text === 'hash')) continue
      const isCopied = trait === 'Clone' && item.derives.includes('Copy') && item.generics.length === 0
      const written = isCopied ? undefined : derivedImplementation(item, trait)
      if (!written) continue
      for (const func of written.functions) {
        this.derived.add(func)
        this.renewals.set(func, () => derivedImplementation(item, trait)?.functions[0]?.body)
      }
      this.implementation(written, prefix)
    }
  }

  private traitItem(item: TraitItem, prefix: string): void {
    this.traits.push(item)
    this.withParameters(item.generics, () => this.ofTrait(item, prefix), item)
  }

  private ofTrait(item: TraitItem, prefix: string): void {
    this.traitsNamed(item.self.bounds)
    this.conditions(item.bounds)
    for (const alias of item.types) {
      this.traitsNamed(alias.bounds)
      if (alias.type) this.type(alias.type)
    }
    this.lifetimes.inTrait(item, () => this.associated(item, `${prefix}${labelText(item.name.text)}.`))
  }

  private inModule(name: string, action: () => void): void {
    const names = this.scopes.names.modules.get(name)
    if (!names) return
    this.scopes.enterModule(names)
    action()
    this.scopes.leave()
  }

  /** The `use`s of modules first: those outside may build on them. */
  private bringInto(program: Program): void {
    for (const item of program.modules) this.inModule(item.name.text, () => this.bringInto(item.items))
    bringIn(
      this.scopes.names,
      program.uses,
      (path) => this.scopes.findPath(path),
      (span, message) => this.report(span, message),
    )
  }

  private structItem(item: StructItem): void {
    this.structs.push(item)
    this.modules.set(item, this.scopes.names.module)
    this.withParameters(item.generics, () => {
      this.conditions(item.bounds)
      for (const { type } of item.fields) this.type(type)
      this.parametersUsed(item.generics, item.fields)
    })
    if (this.beneath) this.lifetimes.inStruct(item)
  }

  private enumItem(item: EnumItem): void {
    this.enums.push(item)
    this.modules.set(item, this.scopes.names.module)
    this.withParameters(item.generics, () => {
      this.conditions(item.bounds)
      const fields = item.variants.flatMap((variant) => variant.fields)
      for (const { type } of fields) this.type(type)
      this.parametersUsed(item.generics, fields)
    })
    for (const { discriminant } of item.variants) if (discriminant) this.expression(discriminant)
    if (this.beneath)
      this.lifetimes.inStruct({ ...item, fields: item.variants.flatMap(({ fields }) => fields) })
  }

  /** A parameter that no field's type depends on would tell types apart that are the same. */
  private parametersUsed(
    generics: readonly GenericParameter[],
    fields: readonly { readonly type: TypeSyntax }[],
  ): void {
    if (!this.beneath) return
    const named = new Set(
      fields
        .flatMap(({ type }) =>
          typesIn(type).flatMap((each) => (each.kind === 'named' ? [each.name, ...each.path] : [])),
        )
        .map(({ text }) => text),
    )
    for (const { name } of generics)
      if (!named.has(name.text)) this.report(name, messages.unusedParameter(name.text))
  }

  /** What a definition leaves open has a name in it. */
  private withParameters(generics: readonly GenericParameter[], inside: () => void, self?: Owner): void {
    const constant = generics.find(({ kind }) => kind === 'constant-parameter')
    if (constant) this.report(constant, messages.notYet('a type that is open in a number'))
    this.scopes.enterItem()
    if (self) this.scopes.names.types.set('Self', { kind: 'self', item: self })
    for (const each of generics) {
      const isTwice = this.scopes.names.types.has(each.name.text)
      if (isTwice) this.report(each.name, messages.parameterTwice(each.name.text))
      this.scopes.names.types.set(each.name.text, each)
    }
    for (const each of generics) {
      this.traitsNamed(each.bounds)
      if (each.fallback) this.type(each.fallback)
    }
    inside()
    this.scopes.leave()
  }

  /** What stands behind a colon are traits. */
  private traitsNamed(bounds: readonly TypeSyntax[]): void {
    for (const bound of bounds) this.isTrait(bound)
  }

  /** @param open what alone may be asked something of for good; a method asks more of others, within itself */
  private conditions(conditions: readonly WhereBound[], open?: readonly GenericParameter[]): void {
    for (const where of conditions) {
      const { subject, bounds } = where
      this.type(subject)
      this.traitsNamed(bounds)
      const meaning = subject.kind === 'named' ? this.types.get(subject) : undefined
      if (!open || open.some((each) => each === meaning)) this.wheres.push(where)
    }
  }

  private constantItem(item: ConstantItem): void {
    if (item.hasValue) this.constants.push(item)
    this.modules.set(item, this.scopes.names.module)
    this.type(item.type)
    this.lifetimes.type(item.type)
    if (item.hasValue) this.expression(item.value)
  }

  private implementation(item: ImplementationItem, prefix: string): void {
    this.withParameters(item.generics, () => this.ofImplementation(item, prefix), item)
  }

  private ofImplementation(item: ImplementationItem, prefix: string): void {
    this.type(item.self)
    if (item.trait && !this.isTrait(item.trait)) return
    this.implementations.push(item)
    const name = item.self.kind === 'named' ? labelText(item.self.name.text) : 'impl'
    const traitName = item.trait?.kind === 'named' ? `${labelText(item.trait.name.text)}.` : ''
    this.conditions(item.bounds)
    for (const { type } of item.types) if (type) this.type(type)
    this.lifetimes.inImplementation(item, () => this.associated(item, `${prefix}${name}.${traitName}`))
  }

  bound(syntax: TypeSyntax): void {
    this.isTrait(syntax)
  }

  /** What is behind `impl` has to be a trait. */
  private isTrait(syntax: TypeSyntax): boolean {
    this.type(syntax)
    const item = syntax.kind === 'named' ? this.types.get(syntax) : undefined
    if (item?.kind === 'trait') return true
    const name = syntax.kind === 'named' ? syntax.name.text : ''
    const isElsewhere = syntax.kind === 'named' && (this.library.has(syntax) || isLibraryTrait(name))
    const isType = item !== undefined || syntax.kind !== 'named'
    this.report(
      syntax,
      isType
        ? messages.notATrait(name)
        : isElsewhere
          ? messages.notYet(`the trait \`${name}\``)
          : messages.unknownTrait(name, nearestName(name, this.scopes.allTraits())),
    )
    return false
  }

  private associated(owner: Owner, prefix: string): void {
    for (const constant of owner.constants) {
      this.owners.set(constant, owner)
      this.constantItem(constant)
    }
    for (const func of owner.functions) {
      this.owners.set(func, owner)
      this.functionItem(func, prefix)
    }
  }

  functionItem(item: FunctionItem, prefix: string): void {
    this.withParameters(item.generics, () => this.ofFunction(item, prefix))
  }

  private ofFunction(item: FunctionItem, prefix: string): void {
    const label = this.uniqueLabel(prefix + labelText(item.name.text))
    const locals: Local[] = []
    const func = { item, label, locals }
    this.functions.push(func)
    this.functionOf.set(item, func)
    this.modules.set(item, this.scopes.names.module)
    this.conditions(item.bounds, item.generics)
    this.signatureTypes(item)
    if (this.beneath) return this.insideFunction(item, label, locals)
    this.ofLibrary.add(item)
    this.waiting.set(item, this.scopes.snapshot())
  }

  ready(item: FunctionItem): void {
    const scopes = this.beneath?.waiting.get(item)
    if (!scopes || this.isReady.has(item)) return
    this.isReady.add(item)
    this.std.renewBody(item, this.beneath?.renewals.get(item))
    const locals: Local[] = []
    const { label } = this.functionOf.get(item)!
    this.functionOf.set(item, { item, label, locals })
    this.scopes.inside(scopes, () => this.withLifetimes(item, () => this.insideFunction(item, label, locals)))
  }

  /** The lifetimes of what a function stands in are known in it. */
  private withLifetimes(item: FunctionItem, inside: () => void): void {
    const owner = this.owners.get(item)
    if (!owner) inside()
    else if (owner.kind === 'trait') this.lifetimes.inTrait(owner, inside)
    else this.lifetimes.inImplementation(owner, inside)
  }

  private insideFunction(item: FunctionItem, label: string, locals: Local[]): void {
    const outer = {
      locals: this.locals,
      item: this.item,
      around: this.around,
      label: this.functionLabel,
    }
    if (this.item) this.around = [...this.around, this.item]
    this.locals = locals
    this.item = item
    this.functionLabel = label
    const inside = () => {
      this.scopes.enterFunction()
      const scope = { from: item.body.from, to: item.closingBrace.from }
      this.parameters(item, scope)
      this.block(item.body, `${label}.`)
      this.scopes.leave()
    }
    this.jumpsOf.apart(false, () => this.lifetimes.inFunction(item, inside))
    this.functionLabel = outer.label
    this.locals = outer.locals
    this.item = outer.item
    this.around = outer.around
  }

  /** Two blocks of a function may each have a function of the same name. */
  uniqueLabel(label: string): string {
    const count = (this.labels.get(label) ?? (RUNTIME_LABEL.test(label) ? 1 : 0)) + 1
    this.labels.set(label, count)
    if (count === 1) return label
    // `f.2` would be the second place within `f`.
    const other = `${label}_${count}`
    if (this.labels.has(other)) return this.uniqueLabel(label)
    this.labels.set(other, 1)
    return other
  }

  private signatureTypes(item: FunctionItem): void {
    for (const { type } of item.parameters) this.type(type)
    if (item.returnType) this.type(item.returnType)
  }

  parameters(item: FunctionItem, scope: Span): void {
    const names = new Set<string>()
    for (const { pattern } of item.parameters) {
      for (const { name } of namesIn(pattern)) {
        if (names.has(name.text)) this.report(name, messages.duplicateParameter(name.text))
        names.add(name.text)
      }
      this.pattern(pattern, scope, true)
    }
  }
}

function collectNames(program: Program): ReadonlyMap<string, ReadonlySet<FunctionItem>> {
  const declarations = new Map<string, Set<FunctionItem>>()
  for (const item of program.functions) {
    for (const statement of item.statements) {
      if (statement.kind !== 'let') continue
      for (const { name } of namesIn(statement.pattern)) {
        const holders = declarations.get(name.text)
        if (holders) holders.add(item)
        else declarations.set(name.text, new Set([item]))
      }
    }
  }
  return declarations
}

/** Labels that the compiler may need itself: where a process begins, and what stands in for the standard library. */
const RUNTIME_LABEL = /^(?:_start$|(?:output|format|heap|panic|process|memory|data|static)\.)/

/** Labels of assembly consist of the letters a to z, digits and `_`: other letters are written as their numbers. */
function labelText(name: string): string {
  return name.replace(/[^\w]/gu, (letter) => `_${letter.codePointAt(0)!.toString(16)}`)
}
