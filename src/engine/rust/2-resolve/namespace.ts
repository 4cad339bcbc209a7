import type {
  AliasItem,
  ConstantItem,
  EnumItem,
  FunctionItem,
  GenericParameter,
  ImplementationItem,
  Name,
  Program,
  Span,
  StructItem,
  TraitItem,
  UseItem,
  VariantItem,
} from '../1-parse/syntax.ts'
import { messages, type Message } from '../messages.ts'

/** What a name may mean where a value is asked for. A tuple or unit struct is its own constructor. */
export type ValueItem = FunctionItem | ConstantItem | StructItem | VariantItem

/** `Self` inside a trait or an implementation. */
export interface SelfMeaning {
  readonly kind: 'self'
  readonly item: ImplementationItem | TraitItem
}

/** What a name may mean where a type is asked for. */
export type TypeItem = StructItem | EnumItem | AliasItem | TraitItem | GenericParameter | SelfMeaning

export type Report = (span: Span, message: Message) => void

/** The names of a file, a module or a block: types and values have names of their own (Rust reference, "Namespaces"). */
export class Namespace {
  readonly values = new Map<string, ValueItem>()
  readonly types = new Map<string, TypeItem>()
  readonly modules = new Map<string, Namespace>()
  /** What a `use` names of the standard library, with its whole path. */
  readonly library = new Map<string, readonly string[]>()
  /** The module around; of a block, the one that it stands in. */
  readonly parent: Namespace | undefined
  /** Whether its names are all that can be seen from inside. */
  readonly isModule: boolean
  private readonly isPrivate = new Set<ValueItem | TypeItem | Namespace>()

  constructor(parent: Namespace | undefined, isModule: boolean) {
    this.parent = parent
    this.isModule = isModule
  }

  /** The module that it is, or stands in. */
  get module(): Namespace {
    return this.isModule || !this.parent ? this : this.parent.module
  }

  /** All items are in scope in all of it. */
  declare(program: Program, report: Report, isInPieces = false): void {
    for (const item of program.structs) {
      this.declareType(item.name, item, messages.duplicateType(item.name.text), report)
      if (item.shape !== 'named') this.values.set(item.name.text, item)
      this.keep(item, item.isPublic)
    }
    for (const item of program.enums) {
      this.declareType(item.name, item, messages.duplicateType(item.name.text), report)
      this.keep(item, item.isPublic)
    }
    for (const item of [...program.traits, ...program.aliases])
      this.declareType(item.name, item, messages.duplicateType(item.name.text), report)
    for (const item of program.functions)
      this.declareValue(item, messages.duplicateFunction(item.name.text), item.signature, report)
    for (const item of program.constants)
      if (item.name.text !== '_')
        this.declareValue(item, messages.duplicateConstant(item.name.text), item.name, report)
    for (const item of program.modules) {
      // A module of the library's may come in several pieces.
      const before = isInPieces ? this.modules.get(item.name.text) : undefined
      const inside = before ?? new Namespace(this.module, true)
      if (!isInPieces && this.modules.has(item.name.text))
        report(item.name, messages.duplicateType(item.name.text))
      this.modules.set(item.name.text, inside)
      this.keep(inside, item.isPublic)
      inside.declare(item.items, report, isInPieces)
    }
  }

  private keep(item: ValueItem | TypeItem | Namespace, isPublic: boolean): void {
    if (!isPublic) this.isPrivate.add(item)
  }

  private declareType(name: Name, item: TypeItem, twice: Message, report: Report): void {
    if (this.types.has(name.text)) report(name, twice)
    else this.types.set(name.text, item)
  }

  private declareValue(item: FunctionItem | ConstantItem, twice: Message, place: Span, report: Report): void {
    if (this.values.has(item.name.text)) report(place, twice)
    else this.values.set(item.name.text, item)
    this.keep(item, item.isPublic)
  }

  /** Whether what is declared here may be used there: it is public, or there is inside. */
  isVisible(item: ValueItem | TypeItem | Namespace, there: Namespace): boolean {
    if (!this.isPrivate.has(item)) return true
    for (let around: Namespace | undefined = there.module; around; around = around.parent)
      if (around === this.module) return true
    return false
  }
}

/** Whether a path leads into the standard library. */
export function isLibraryRoot(name: string): boolean {
  return name === 'std' || name === 'core' || name === 'alloc'
}

/** What a path leads to. */
export interface Found {
  readonly value?: ValueItem | undefined
  readonly type?: TypeItem | undefined
  readonly module?: Namespace | undefined
  /** The whole path of what lies in the standard library. */
  readonly library?: readonly string[] | undefined
  /** Names behind a type: `Point::new`. */
  readonly rest: readonly Name[]
  /** It is there, and may not be used from here. */
  readonly isHidden?: boolean
}

/** Follows names from a namespace inwards. */
export function follow(from: Namespace, names: readonly Name[], there: Namespace): Found | undefined {
  const [first, ...rest] = names
  if (!first) return { module: from, rest: [] }
  const inside = from.modules.get(first.text)
  if (inside && rest.length > 0) {
    const found = follow(inside, rest, there)
    if (found) return from.isVisible(inside, there) ? found : { ...found, isHidden: true }
    // What a module of the library's lacks the compiler may have itself.
    if (!from.library.has(first.text)) return undefined
  }
  const [value, type] = [from.values.get(first.text), from.types.get(first.text)]
  const library = from.library.get(first.text)
  if (library) return { library: [...library, ...rest.map(({ text }) => text)], rest: [] }
  const variant = rest.length === 1 && type?.kind === 'enum' ? variantNamed(type, rest[0]!.text) : undefined
  if (variant && type) return { value: variant, type, rest: [], isHidden: !from.isVisible(type, there) }
  const found = rest.length > 0 ? type : (value ?? type)
  if (!found && !inside) return undefined
  const isHidden = (found ?? inside) !== undefined && !from.isVisible(found ?? inside!, there)
  return { value: rest.length > 0 ? undefined : value, type, module: inside, rest, isHidden }
}

/** Brings what the `use`s of a namespace name into it. They may build on one another. */
export function bringIn(
  namespace: Namespace,
  uses: readonly UseItem[],
  find: (path: readonly Name[]) => Found | undefined,
  report: Report,
): void {
  let open = uses
  for (;;) {
    const left = open.filter((use) => !bringOne(namespace, use, find, report))
    if (left.length === 0) return
    if (left.length === open.length) {
      for (const { path } of left)
        report(path.at(-1)!, messages.unresolvedImport(path.map(({ text }) => text).join('::')))
      return
    }
    open = left
  }
}

function bringOne(
  namespace: Namespace,
  { path, name, isAll }: UseItem,
  find: (path: readonly Name[]) => Found | undefined,
  report: Report,
): boolean {
  const found = find(path)
  if (isLibraryRoot(path[0]?.text ?? '') && (!found || found.library)) {
    if (name && !isAll)
      namespace.library.set(
        name.text,
        path.map(({ text }) => text),
      )
    return true
  }
  if (!found || found.rest.length > 0) return false
  if (found.isHidden) report(path.at(-1)!, messages.privateItem(path.at(-1)!.text))
  if (isAll) {
    for (const [key, value] of found.module?.values ?? []) namespace.values.set(key, value)
    for (const [key, type] of found.module?.types ?? []) namespace.types.set(key, type)
    for (const [key, inside] of found.module?.modules ?? []) namespace.modules.set(key, inside)
    if (found.type?.kind === 'enum')
      for (const variant of found.type.variants) namespace.values.set(variant.name.text, variant)
    return found.module !== undefined || found.type?.kind === 'enum'
  }
  if (!name) return true
  if (found.value) namespace.values.set(name.text, found.value)
  if (found.type && found.value?.kind !== 'variant') namespace.types.set(name.text, found.type)
  if (found.module) namespace.modules.set(name.text, found.module)
  if (found.module && isLibraryRoot(path[0]?.text ?? ''))
    namespace.library.set(
      name.text,
      path.map(({ text }) => text),
    )
  if (found.library) namespace.library.set(name.text, found.library)
  return true
}

export function variantNamed({ variants }: EnumItem, name: string): VariantItem | undefined {
  return variants.find((variant) => variant.name.text === name)
}
