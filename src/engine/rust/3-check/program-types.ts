import type { Diagnostic } from '../../diagnostic.ts'
import type {
  AliasItem,
  ConstantItem,
  EnumItem,
  Expression,
  FunctionItem,
  GenericParameter,
  ImplementationItem,
  NamedType,
  Path,
  Span,
  StructItem,
  TypeSyntax,
  VariantItem,
  WhereBound,
} from '../1-parse/syntax.ts'
import { FLOAT_TYPES, INTEGER_TYPES } from '../1-parse/syntax.ts'
import { nearestName } from '../nearest-name.ts'
import type { TypeItem } from '../2-resolve/namespace.ts'
import type { Resolution } from '../2-resolve/resolve.ts'
import { diagnose, messages, type Message } from '../messages.ts'
import { Callables, type CallKind, type NewClosure } from './callables.ts'
import { Evaluator, type Value } from './evaluate.ts'
import { inferConstant, inferTypes, type Inference } from './infer.ts'
import { instanceOf, substituted } from './instances.ts'
import { checkImplementation } from './implementations.ts'
import { implementedBy, levelsOf, libraryTrait } from './item-index.ts'
import { Members } from './members.ts'
import { Traits } from './traits.ts'
import {
  allFields,
  BOOL,
  CHAR,
  float,
  integer,
  isCopy,
  known,
  MISTAKE,
  NEVER,
  typeText,
  UNIT,
  unknownType,
  USIZE,
  fits,
  greatestOf,
  type EnumType,
  type Field,
  type StructType,
  type Type,
  type Copied,
} from './types.ts'

/** From what may be called most freely to what may be called once. */
const CALL_KINDS: readonly CallKind[] = ['Fn', 'FnMut', 'FnOnce']

interface Hidden {
  readonly type: Type
  readonly bounds: readonly TypeSyntax[]
}

export interface Signature {
  readonly parameters: readonly Type[]
  readonly result: Type
}

const DERIVABLE: ReadonlySet<string> = new Set(
  'Clone Copy Debug Default Eq Hash Ord PartialEq PartialOrd'.split(' '),
)

/** More elements than this no array has: what is not bounded takes time and memory without bound. */
const LONGEST_ARRAY = 1n << 24n

/** What the items of a program are: the types of structs and functions, the types and values of constants. */
export class ProgramTypes {
  readonly resolution: Resolution
  readonly diagnostics: Diagnostic[]
  private readonly opaque: ((name: string, given: readonly Type[]) => Type | undefined) | undefined
  private readonly destructors = new Map<StructItem | EnumItem, ImplementationItem>()
  private readonly copied = new Map<StructItem | EnumItem, Copied>()
  private readonly structs = new Map<StructItem, StructType & { fields: Field[] }>()
  private readonly enums = new Map<EnumItem, EnumType>()
  private readonly discriminants = new Map<EnumItem, readonly bigint[]>()
  private readonly signatures = new Map<FunctionItem, Signature>()
  private readonly constantTypes = new Map<ConstantItem, Type>()
  private readonly inferences = new Map<ConstantItem, Inference>()
  private readonly values = new Map<ConstantItem, Value | undefined>()
  private readonly pending = new Set<ConstantItem>()
  private readonly openAliases = new Set<AliasItem>()
  private members: Members | undefined
  private readonly bodies = new Map<FunctionItem, Inference>()
  /** What stands for `impl Shape` while a result is read. */
  private someType: ((bounds: readonly TypeSyntax[]) => Type) | undefined
  /** What stands for each `impl` of a result, and what that promises. */
  private readonly hidden = new Map<FunctionItem, Hidden[]>()
  /** What can be asked only when everything is known. */
  private readonly asked: (() => void)[] = []
  readonly traits = new Traits(this)
  readonly callables = new Callables()

  /** @param opaque types of which only the layout is asked, by name and what stands in their angles */
  constructor(resolution: Resolution, diagnostics: Diagnostic[], opaque?: ProgramTypes['opaque']) {
    this.resolution = resolution
    this.opaque = opaque
    this.diagnostics = diagnostics
    for (const level of levelsOf(resolution)) {
      for (const [item, destructor] of implementedBy(level, libraryTrait(resolution, 'Drop')))
        this.destructors.set(item, destructor)
      for (const [item, { bounds }] of implementedBy(level, libraryTrait(resolution, 'Copy')))
        this.copied.set(item, bounds.length > 0 || 'freely')
    }
    for (const item of resolution.structs) this.structs.set(item, this.emptyStruct(item))
    for (const item of resolution.enums) this.enums.set(item, this.declaredEnum(item))
    // Those of the library that an `impl` names have their fields already.
    const structs = [...this.structs]
    this.traits.read()
    for (const [item, type] of structs) type.fields.push(...this.fieldsOf(item))
    for (const [, type] of structs) if (this.refuseEndless(type, type.fields)) type.fields.length = 0
    const enums = resolution.enums.map((item) => this.enums.get(item)!)
    for (const type of enums) this.checkEnum(type)
    for (const [, type] of structs) this.checkDerived(type, type.fields)
    for (const type of enums) this.checkDerived(type, allFields(type))
  }

  /** Copied as it is. */
  private isCopied(item: StructItem | EnumItem): Copied {
    return item.derives.includes('Copy') || (this.copied.get(item) ?? false)
  }

  private emptyStruct(item: StructItem): StructType & { fields: Field[] } {
    return {
      kind: 'struct',
      item,
      arguments: item.generics.map((each) => this.parameter(each)),
      fields: [],
      destructor: this.destructors.get(item),
      isCopied: this.isCopied(item),
    }
  }

  /** One of the library's is read when a path names it. */
  private declaredStruct(item: StructItem): StructType {
    const found = this.structs.get(item)
    if (found) return found
    const type = this.emptyStruct(item)
    this.structs.set(item, type)
    type.fields.push(...this.fieldsOf(item))
    return type
  }

  private declaredEnum(item: EnumItem): EnumType {
    const discriminant = (index: number) => this.discriminantsOf(item)[index] ?? BigInt(index)
    const fields = new Map<VariantItem, readonly Field[]>()
    const fieldsOf = (variant: VariantItem) => {
      const found = fields.get(variant) ?? this.fieldsOf(variant)
      fields.set(variant, found)
      return found
    }
    const variants = item.variants.map((variant, index) => ({
      item: variant,
      get discriminant() {
        return discriminant(index)
      },
      get fields() {
        return fieldsOf(variant)
      },
    }))
    return {
      kind: 'enum',
      item,
      arguments: item.generics.map((each) => this.parameter(each)),
      variants,
      destructor: this.destructors.get(item),
      isCopied: this.isCopied(item),
    }
  }

  /** No name twice, no number twice, and none of it is a part of itself. */
  private checkEnum(type: EnumType): void {
    const { item } = type
    const names = new Set<string>()
    for (const { name } of item.variants) {
      if (names.has(name.text)) this.mistake(name, messages.duplicateVariant(name.text))
      names.add(name.text)
    }
    if (this.refuseEndless(type, allFields(type))) this.enums.set(item, { ...type, variants: [] })
    const numbers = this.discriminantsOf(item)
    const twice = numbers.findIndex((each, index) => numbers.indexOf(each) !== index)
    if (twice >= 0) this.mistake(item.name, messages.discriminantTwice(numbers[twice]!))
  }

  /** What type an enum's discriminants have. */
  discriminantType({ representation }: EnumItem): Type {
    return integer(representation.tag ?? 'isize')
  }

  /** As written, or one more than the one before. */
  private discriminantsOf(item: EnumItem): readonly bigint[] {
    const found = this.discriminants.get(item)
    if (found) return found
    const type = this.discriminantType(item)
    const numbers: bigint[] = []
    this.discriminants.set(item, numbers)
    let next = 0n
    for (const { discriminant, name } of item.variants) {
      const inference = discriminant && inferConstant(discriminant, type, this)
      const value =
        discriminant && inference && !inference.hasMistakes
          ? new Evaluator(this, inference).value(discriminant)
          : undefined
      const number = typeof value === 'bigint' ? value : next
      if (type.kind === 'integer' && !fits(number, type.name))
        this.mistake(name, messages.discriminantOverflows(name.text, greatestOf(type.name)))
      numbers.push(number)
      next = number + 1n
    }
    return numbers
  }

  /** Looks at every item, whether or not it is used. */
  checkItems(): void {
    for (const item of this.resolution.aliases) if (item.type) this.aliased(item, item.type)
    for (const { item } of this.resolution.functions) this.signatureOf(item)
    this.ofTypes.check((span, message) => this.mistake(span, message))
    for (const item of this.resolution.implementations)
      checkImplementation(item, this, (span, message) => this.mistake(span, message))
    for (const item of this.resolution.constants) if (item.hasValue) this.valueOf(item)
  }

  private fieldsOf(item: StructItem | VariantItem): Field[] {
    const names = new Set<string>()
    return item.fields.map((field) => {
      if (names.has(field.name.text)) this.mistake(field.name, messages.duplicateField(field.name.text))
      names.add(field.name.text)
      return { name: field.name.text, type: this.sized(field.type, this.typeFor(field.type)) }
    })
  }

  private refuseEndless(type: StructType | EnumType, fields: readonly Field[]): boolean {
    const isInside = (inner: Type, depth: number): boolean => {
      const found = known(inner)
      if (found === type || depth > 64) return true
      if ((found.kind === 'struct' || found.kind === 'enum') && found.item === type.item) return true
      if (found.kind === 'array') return isInside(found.element, depth + 1)
      return partsOf(found).some((part) => isInside(part, depth + 1))
    }
    if (!fields.some((field) => isInside(field.type, 0))) return false
    this.mistake(type.item.name, messages.endlessType(type.item.name.text))
    return true
  }

  private checkDerived({ item, destructor }: StructType | EnumType, fields: readonly Field[]): void {
    for (const name of item.derived)
      if (!DERIVABLE.has(name.text)) this.mistake(name, messages.unknownDerive(name.text))
    if (!item.derives.includes('Copy')) return
    if (destructor) this.mistake(item.name, messages.copyWithDrop)
    const owner = fields.find(({ type }) => !isCopy(type) && !isLeftOpen(type))
    if (owner) this.mistake(item.name, messages.copyOfOwner(item.name.text, owner.name))
    else if (!item.derives.includes('Clone'))
      this.mistake(item.name, messages.copyWithoutClone(item.name.text))
  }

  /** @param given for what the definition leaves open; unknown, if left out */
  structType(item: StructItem, given: readonly Type[] = item.generics.map(() => unknownType())): StructType {
    return instanceOf(this.declaredStruct(item), given)
  }

  enumType(item: EnumItem, given: readonly Type[] = item.generics.map(() => unknownType())): EnumType {
    const declared = this.enums.get(item) ?? this.declaredEnum(item)
    this.enums.set(item, declared)
    return instanceOf(declared, given)
  }

  /** What is written in angles behind a type's name; a value's path may leave them out. */
  private argumentsFor(item: StructItem | EnumItem | AliasItem, path: NamedType | Path): Type[] {
    const written =
      path.kind === 'named'
        ? path.arguments
        : (typeSegments(item, path)
            .map((segment) => segment.arguments)
            .find((each) => each.length > 0) ?? [])
    const given = written.map((each) => this.sized(each, this.typeFor(each)))
    const isLeftOut = path.kind === 'path' && given.length === 0
    if (given.length !== item.generics.length && !isLeftOut)
      this.mistake(
        path.kind === 'named' ? path.name : path,
        messages.typeArguments(item.name.text, item.generics.length, given.length),
      )
    return item.generics.map((_, index) => given[index] ?? (isLeftOut ? unknownType() : MISTAKE))
  }

  /** The type that a path begins with: `Point` in `Point::new`. */
  typeAt(path: NamedType | Path): Type | undefined {
    return this.typeMeant(this.resolution.types.get(path), path)
  }

  private typeMeant(meaning: TypeItem | undefined, path: NamedType | Path): Type | undefined {
    if (meaning?.kind === 'struct') return this.structType(meaning, this.argumentsFor(meaning, path))
    if (meaning?.kind === 'enum') return this.enumType(meaning, this.argumentsFor(meaning, path))
    if (meaning?.kind === 'type-parameter') return this.parameter(meaning)
    if (meaning?.kind === 'self')
      return meaning.item.kind === 'trait'
        ? this.parameter(meaning.item.self)
        : this.typeFor(meaning.item.self)
    if (meaning?.kind !== 'alias' || !meaning.type) return undefined
    const given = this.argumentsFor(meaning, path)
    return substituted(this.aliased(meaning, meaning.type), meaning.generics, given)
  }

  /** What a definition leaves open, inside of it. */
  parameter(item: GenericParameter): Type {
    return { kind: 'parameter', item, bounds: this.traits }
  }

  /** An alias may stand for another one, but not for itself. */
  private aliased(item: AliasItem, type: TypeSyntax): Type {
    if (this.openAliases.has(item)) return this.mistake(item.name, messages.aliasCycle(item.name.text))
    this.openAliases.add(item)
    const found = this.typeFor(type)
    this.openAliases.delete(item)
    return found
  }

  /** Whether a function is compiled even without a call: one of the reader's own that leaves nothing open. */
  isRoot(item: FunctionItem): boolean {
    const { ofLibrary, derived } = this.resolution
    if (ofLibrary.has(item) || derived.has(item) || this.callables.closures.has(item)) return false
    return this.genericsOf(item).length === 0
  }

  /** What a function leaves open: what its implementation does, and what it does itself. */
  genericsOf(item: FunctionItem): readonly GenericParameter[] {
    const owner = this.resolution.owners.get(item)
    if (!owner) return item.generics
    const self = owner.kind === 'trait' ? [owner.self] : []
    return [...self, ...owner.generics, ...item.generics]
  }

  signatureOf(item: FunctionItem): Signature {
    const found = this.signatures.get(item)
    if (found) return found
    const closure = this.callables.closures.get(item)
    if (closure) return closure.signature
    const hidden: Hidden[] = []
    const { someType: outer } = this
    this.someType = (bounds) => {
      const type = unknownType()
      hidden.push({ type, bounds })
      return type
    }
    const result = item.returnType ? this.typeFor(item.returnType) : UNIT
    this.someType = outer
    this.hidden.set(item, hidden)
    const isHidden = hidden.length > 0
    const signature: Signature = {
      parameters: item.parameters.map(({ type }) => this.sized(type, this.typeFor(type))),
      result,
    }
    this.signatures.set(item, signature)
    // What it is the body says.
    if (isHidden && item.hasBody) this.bodyOf(item)
    else if (isHidden && item.returnType) this.mistake(item.returnType, messages.notYet('`impl` in a trait'))
    return signature
  }

  hiddenIn(item: FunctionItem): readonly Hidden[] {
    return this.hidden.get(item) ?? []
  }

  /** The type of a closure that stands in a function, or in a constant. */
  closureType(closure: NewClosure, around: FunctionItem | undefined): Type {
    const generics = around ? this.genericsOf(around) : []
    const label = (around && this.resolution.functionOf.get(around)?.label) ?? 'constant'
    const given = generics.map((each) => this.parameter(each))
    const type = this.callables.closure(closure, label, generics, given)
    if (around && this.resolution.ofLibrary.has(around)) this.resolution.ofLibrary.add(type.callable.item)
    return type
  }

  /** The type of a function's name, with these types for what it leaves open. */
  functionType(item: FunctionItem, given: readonly Type[]): Type {
    const generics = this.genericsOf(item)
    return this.callables.function(
      item,
      this.signatureOf(item),
      generics,
      (each) => this.parameter(each),
      given,
    )
  }

  /** A closure that is asked to be called so must let itself be called so. */
  askCallKind(type: Type, kind: CallKind): void {
    this.asked.push(() => {
      const closure = this.callables.closureOf(known(type))
      if (!closure || CALL_KINDS.indexOf(closure.callKind) <= CALL_KINDS.indexOf(kind)) return
      this.mistake(closure.callable.closure.head, messages.closureKind(kind, closure.callKind))
    })
  }

  /** Only a closure that captures nothing is also a function. */
  askEmpty(type: Type, wanted: Type, span: Span): void {
    this.asked.push(() => {
      if (type.kind === 'struct' && type.fields.length > 0)
        this.mistake(span, messages.mismatched(typeText(wanted), 'closure'))
    })
  }

  /** When what closures capture can be found. */
  judgeAsked(): void {
    for (const judge of this.asked.splice(0)) judge()
  }

  /** What is known of the types in a function's body. */
  bodyOf(item: FunctionItem): Inference | undefined {
    const found = this.bodies.get(item)
    if (found) return found
    this.resolution.ready(item)
    const func = this.resolution.functionOf.get(item)
    if (!func) return undefined
    const inference = this.traits.within(item, () => inferTypes(func, this))
    this.bodies.set(item, inference)
    return inference
  }

  /** What is asked of the types that a function leaves open, beside their own bounds. */
  conditionsOf(item: FunctionItem): readonly WhereBound[] {
    return [...(this.resolution.owners.get(item)?.bounds ?? []), ...item.bounds]
  }

  /** A slice alone has no size: it exists only behind a reference. */
  sized(syntax: TypeSyntax, type: Type): Type {
    const { kind } = known(type)
    return !this.opaque && (kind === 'slice' || kind === 'str' || kind === 'dyn')
      ? this.mistake(
          syntax,
          messages.unsized(kind === 'str' ? 'str' : kind === 'dyn' ? typeText(type) : '[T]'),
        )
      : type
  }

  /** Rust's own boxes may hold slices. */
  private boxed(syntax: TypeSyntax, type: Type): Type {
    const { kind } = known(type)
    const isRefused = !this.opaque && (kind === 'slice' || kind === 'str')
    return isRefused ? this.mistake(syntax, messages.boxedSlice) : type
  }

  /** What `impl` blocks give to types. */
  get ofTypes(): Members {
    this.members ??= new Members(this)
    return this.members
  }

  constantType(item: ConstantItem): Type {
    const found = this.constantTypes.get(item)
    if (found) return found
    const type = this.typeFor(item.type)
    this.constantTypes.set(item, type)
    return type
  }

  inferenceOf(item: ConstantItem): Inference {
    const found = this.inferences.get(item)
    if (found) return found
    const inference = inferConstant(item.value, this.constantType(item), this)
    this.inferences.set(item, inference)
    return inference
  }

  /** The value of a `const`, or what a `static` begins with; undefined where there is a mistake, which is then said. */
  valueOf(item: ConstantItem): Value | undefined {
    if (!item.hasValue || this.values.has(item)) return this.values.get(item)
    if (this.pending.has(item)) {
      this.mistake(item.name, messages.constantCycle(item.name.text))
      return undefined
    }
    this.pending.add(item)
    const inference = this.inferenceOf(item)
    const value = inference.hasMistakes ? undefined : new Evaluator(this, inference).value(item.value)
    this.pending.delete(item)
    this.values.set(item, value)
    return value
  }

  lengthOf(expression: Expression): number | undefined {
    const inference = inferConstant(expression, USIZE, this)
    const value = inference.hasMistakes ? undefined : new Evaluator(this, inference).value(expression)
    if (typeof value !== 'bigint') return undefined
    if (value <= LONGEST_ARRAY) return Number(value)
    this.mistake(expression, messages.arrayTooLong(LONGEST_ARRAY))
    return undefined
  }

  /** The type that is written; a part written `_` is unknown. */
  typeFor(syntax: TypeSyntax): Type {
    switch (syntax.kind) {
      case 'named':
        return this.namedType(syntax)
      case 'inferred':
        return unknownType()
      case 'never':
        return NEVER
      case 'function':
        return {
          kind: 'function',
          isUnsafe: syntax.isUnsafe,
          parameters: syntax.parameters.map((each) => this.typeFor(each)),
          result: syntax.result ? this.typeFor(syntax.result) : UNIT,
        }
      case 'dyn':
        return this.opaque ? { kind: 'opaque', name: 'dyn', layout: undefined } : this.dynType(syntax)
      case 'impl':
        return this.someType?.(syntax.bounds) ?? this.mistake(syntax, messages.notYet('`impl` in this place'))
      case 'tuple':
        return syntax.elements.length === 0
          ? UNIT
          : { kind: 'tuple', elements: syntax.elements.map((each) => this.typeFor(each)) }
      case 'array': {
        const element = this.typeFor(syntax.element)
        const length = this.lengthOf(syntax.length)
        return length === undefined ? MISTAKE : { kind: 'array', element, length }
      }
      case 'slice':
        return { kind: 'slice', element: this.typeFor(syntax.element) }
      case 'box':
        return { kind: 'box', target: this.boxed(syntax.target, this.typeFor(syntax.target)) }
      default:
        return { kind: syntax.kind, mutable: syntax.mutable, target: this.typeFor(syntax.target) }
    }
  }

  /** One trait has methods; `Send` and the like say only what the type is. */
  private dynType(syntax: TypeSyntax & { kind: 'dyn' }): Type {
    const [first] = syntax.bounds
    const reference = first && this.traits.reference(first, MISTAKE)
    if (!reference) return this.mistake(syntax, messages.notYet('this trait behind `dyn`'))
    if (!this.traits.isObjectSafe(reference.trait))
      return this.mistake(syntax, messages.notObjectSafe(reference.trait.name.text))
    return { kind: 'dyn', ...reference, bounds: this.traits }
  }

  private namedType(syntax: NamedType): Type {
    const { name } = syntax
    const { text } = name
    if (syntax.self) return this.qualifiedType(syntax, syntax.self)
    if (this.resolution.associatedTypes.has(syntax)) return this.associatedType(syntax)
    const found =
      this.typeAt(syntax) ??
      this.opaque?.(
        text,
        syntax.arguments.map((each) => this.typeFor(each)),
      )
    if (found) return found
    if (this.opaque && text === 'str') return { kind: 'str' }
    const library = this.resolution.library.get(syntax)
    if (library) return this.mistake(syntax, messages.inLibrary(library.join('::')))
    if (syntax.path.length > 0) {
      const written = [...syntax.path, name].map((each) => each.text).join('::')
      return this.mistake(syntax, messages.unknownPath(written))
    }
    if (syntax.arguments.length > 0 && isPrimitive(text))
      return this.mistake(syntax.arguments[0]!, messages.argumentsOfPrimitive(text))
    const integerType = INTEGER_TYPES.find((each) => each === text)
    if (integerType) return integer(integerType)
    const floatType = FLOAT_TYPES.find((each) => each === text)
    if (floatType) return float(floatType)
    if (text === 'bool') return BOOL
    if (text === 'char') return CHAR
    if (text === 'str') return { kind: 'str' }
    if (text === 'Box') return this.mistake(syntax, messages.typeArguments(text, 1, syntax.arguments.length))
    const declared = levelsOf(this.resolution)
      .flatMap(({ structs, enums }) => [...structs, ...enums])
      .map((each) => each.name.text)
    const all: string[] = [...INTEGER_TYPES, ...FLOAT_TYPES, 'bool', 'char', ...declared]
    return this.mistake(name, messages.unknownType(text, nearestName(text, all)))
  }

  /** `<T as Shape>::Unit` */
  private qualifiedType({ name }: NamedType, self: NonNullable<NamedType['self']>): Type {
    const type = this.typeFor(self.type)
    const reference = self.trait && this.traits.reference(self.trait, type)
    if (!reference) return this.mistake(name, messages.noAssociatedType(name.text, typeText(type)))
    return this.traits.projection(reference.trait, type, reference.arguments, name.text)
  }

  /** `T::Item`, `Self::Output` */
  private associatedType(syntax: NamedType): Type {
    const { name } = syntax
    const meaning = this.resolution.types.get(syntax)
    const owner =
      meaning?.kind === 'self' && meaning.item.kind === 'implementation' ? meaning.item : undefined
    const alias = owner?.types.find((each) => each.name.text === name.text)
    if (alias?.type) return this.aliased(alias, alias.type)
    const type = this.typeMeant(meaning, { ...syntax, arguments: [] })
    const found = type && this.traits.associatedType(type, name.text)
    return (
      found ?? this.mistake(name, messages.noAssociatedType(name.text, type ? typeText(type) : name.text))
    )
  }

  private mistake(span: Span, message: Message): Type {
    this.diagnostics.push(diagnose(span, message))
    return MISTAKE
  }
}

/** Whether a type is one that Rust has without asking. */
function isPrimitive(name: string): boolean {
  return [...INTEGER_TYPES, ...FLOAT_TYPES, 'bool', 'char', 'str'].includes(name)
}

/** Of `Point::new::<u8>` only `Point`: what stands behind a member's name is its own. */
function typeSegments(item: StructItem | EnumItem | AliasItem, { segments }: Path): Path['segments'] {
  const last = segments.at(-1)?.text
  const isVariant = item.kind === 'enum' && item.variants.some(({ name }) => name.text === last)
  const isMember = segments.length > 1 && last !== item.name.text && item.kind !== 'alias' && !isVariant
  return isMember ? segments.slice(0, -1) : segments
}

/** What is left open is whatever it is given later. */
function isLeftOpen(type: Type): boolean {
  const found = known(type)
  if (found.kind === 'parameter') return true
  return found.kind === 'struct' || found.kind === 'enum'
    ? found.arguments.some(isLeftOpen)
    : partsOf(found).some(isLeftOpen)
}

/** What lies inside a value itself. */
function partsOf(type: Type): readonly Type[] {
  if (type.kind === 'tuple') return type.elements
  if (type.kind === 'struct') return type.fields.map((field) => field.type)
  return type.kind === 'enum' ? allFields(type).map((field) => field.type) : []
}
