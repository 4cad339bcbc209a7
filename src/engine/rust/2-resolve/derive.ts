import { NO_ARGUMENTS } from '../1-parse/build-type.ts'
import { NO_ITEMS } from '../1-parse/in-other-words.ts'
import type {
  EnumItem,
  Expression,
  FieldItem,
  FunctionItem,
  GenericParameter,
  ImplementationItem,
  MatchArm,
  Name,
  NamePattern,
  NamedType,
  Path,
  Pattern,
  Span,
  Statement,
  StructItem,
  StructValue,
  TypeSyntax,
  VariantItem,
} from '../1-parse/syntax.ts'

/** Traits of which `derive` writes an `impl`; of the others the compiler knows by itself what they do. */
export const WRITTEN_BY_DERIVE = ['Clone', 'Default', 'Hash'] as const
type Derived = (typeof WRITTEN_BY_DERIVE)[number]

/** The `impl` that `#[derive(Clone)]` stands for, all of it where the trait's name stands. */
export function derivedImplementation(
  item: StructItem | EnumItem,
  trait: Derived,
): ImplementationItem | undefined {
  const written = item.derived.find(({ text }) => text === trait)
  if (!written || (item.kind === 'enum' && (trait === 'Default' || item.variants.length === 0)))
    return undefined
  return new Deriver(item, trait, { from: written.from, to: written.to }).implementation()
}

const NAMES: Readonly<Record<Derived, readonly [module: string, trait: string, method: string]>> = {
  Clone: ['clone', 'Clone', 'clone'],
  Default: ['default', 'Default', 'default'],
  Hash: ['hash', 'Hash', 'hash'],
}

class Deriver {
  private readonly item: StructItem | EnumItem
  private readonly trait: Derived
  private readonly place: Span

  constructor(item: StructItem | EnumItem, trait: Derived, place: Span) {
    this.item = item
    this.trait = trait
    this.place = place
  }

  implementation(): ImplementationItem {
    const { item, place } = this
    const trait = this.traitType()
    return {
      kind: 'implementation',
      ...place,
      lifetimes: item.lifetimes,
      generics: item.generics.map((each) => ({ ...each, bounds: [...each.bounds, trait] })),
      bounds: item.bounds,
      trait,
      self: this.selfType(),
      functions: [this.method()],
      constants: [],
      types: [],
    }
  }

  private get names(): readonly [module: string, trait: string, method: string] {
    return NAMES[this.trait]
  }

  private traitType(): NamedType {
    const [module, trait] = this.names
    return {
      ...NO_ARGUMENTS,
      ...this.place,
      name: this.name(trait),
      path: [this.name('std'), this.name(module)],
    }
  }

  private selfType(): NamedType {
    const { item, place } = this
    const given = item.generics.map(({ name }): TypeSyntax => ({ ...NO_ARGUMENTS, ...place, name }))
    return { ...NO_ARGUMENTS, ...place, name: item.name, lifetimes: item.lifetimes, arguments: given }
  }

  private method(): FunctionItem {
    const { place } = this
    const isLook = this.trait !== 'Default'
    const isHash = this.trait === 'Hash'
    const type = {
      kind: 'reference',
      ...place,
      mutable: false,
      lifetime: undefined,
      target: this.selfType(),
    } as const
    const statements = isHash && this.item.kind === 'struct' ? this.hashed(this.item) : [this.tail()]
    return {
      kind: 'function',
      ...place,
      name: this.name(this.names[2]),
      isUnsafe: false,
      isConstant: false,
      isPublic: true,
      lifetimes: [],
      generics: isHash ? [this.hasher()] : [],
      bounds: [],
      hasSelf: isLook,
      parameters: [
        ...(isLook ? [{ ...place, pattern: this.binding('self'), type }] : []),
        ...(isHash ? [{ ...place, pattern: this.binding('state'), type: this.hasherType() }] : []),
      ],
      returnType: isHash ? undefined : this.selfType(),
      signature: place,
      hasBody: true,
      body: { ...place, statements, closingBrace: place, items: NO_ITEMS },
      statements,
      closingBrace: place,
    }
  }

  private tail(): Statement {
    const expression = this.item.kind === 'enum' ? this.match(this.item) : this.copied(this.item)
    return { kind: 'expression', ...this.place, expression, isTail: true, isBlockLike: false }
  }

  // ── Hash ──

  private hasher(): GenericParameter {
    const bound = {
      ...NO_ARGUMENTS,
      ...this.place,
      name: this.name('Hasher'),
      path: [this.name('std'), this.name('hash')],
    }
    return {
      kind: 'type-parameter',
      ...this.place,
      name: this.name('Hasher of it'),
      type: undefined,
      bounds: [bound],
      fallback: undefined,
    }
  }

  private hasherType(): TypeSyntax {
    const target = { ...NO_ARGUMENTS, ...this.place, name: this.name('Hasher of it') }
    return { kind: 'reference', ...this.place, mutable: true, lifetime: undefined, target }
  }

  /** A field after the other. */
  private hashed(item: StructItem): Statement[] {
    return item.fields.map(({ name, from, to }) =>
      this.hash({ kind: 'field', from, to, object: this.variable('self'), name }),
    )
  }

  private hash(value: Expression, isLent = false): Statement {
    const { place } = this
    const lent: Expression = isLent
      ? value
      : { kind: 'reference', ...place, isRaw: false, mutable: false, operand: value }
    const expression = this.made([lent, this.variable('state')], value)
    return { kind: 'expression', ...place, expression, isTail: false, isBlockLike: false }
  }

  /** Which variant it is, as a number, and what is in it. */
  private hashedVariant(index: number, names: readonly string[]): Expression {
    const { place } = this
    const number: Expression = { kind: 'integer', ...place, value: BigInt(index), suffix: 'isize' }
    const statements = [this.hash(number), ...names.map((name) => this.hash(this.variable(name), true))]
    const block = { ...place, statements, closingBrace: place, items: NO_ITEMS }
    return { kind: 'block', ...place, block, label: undefined, isUnsafe: false }
  }

  /** Every field anew. */
  private copied(item: StructItem): StructValue {
    return this.value(item, item.fields, ({ name, from, to }) =>
      this.part({ kind: 'field', from, to, object: this.variable('self'), name }),
    )
  }

  private match(item: EnumItem): Expression {
    const arms = item.variants.map((variant, index) => this.arm(variant, index))
    return { kind: 'match', ...this.place, subject: this.variable('self'), arms }
  }

  private arm(variant: VariantItem, index: number): MatchArm {
    const { place } = this
    const names = variant.fields.map((_, index) => `field ${index}`)
    const path = this.path([this.item.name.text, variant.name.text])
    const pattern: Pattern =
      variant.shape === 'named'
        ? {
            kind: 'struct',
            ...place,
            path,
            fields: variant.fields.map(({ name }, index) => ({ name, pattern: this.binding(names[index]!) })),
            hasRest: false,
          }
        : { kind: 'tuple-struct', ...place, path, elements: names.map((name) => this.binding(name)) }
    const value =
      this.trait === 'Hash'
        ? this.hashedVariant(index, names)
        : this.value(variant, variant.fields, ({ from, to }, at) =>
            this.made([this.variable(names[at]!)], { from, to }),
          )
    return { ...place, pattern, guard: undefined, value }
  }

  private value(
    item: StructItem | VariantItem,
    fields: readonly FieldItem[],
    part: (field: FieldItem, index: number) => Expression,
  ): StructValue {
    const { place } = this
    return {
      kind: 'struct',
      ...place,
      name: item.name,
      path: this.path([]),
      item,
      fields: fields.map((field, index) => ({ name: field.name, value: part(field, index) })),
      base: undefined,
    }
  }

  private part(field: Expression): Expression {
    const { from, to } = field
    if (this.trait === 'Default') return this.made([], { from, to })
    return this.made([{ kind: 'reference', ...this.place, isRaw: false, mutable: false, operand: field }], {
      from,
      to,
    })
  }

  /** A call of the trait's method. */
  private made(operands: readonly Expression[], { from, to }: Span = this.place): Expression {
    const place = { from, to }
    const callee = { ...this.path(['std', ...this.names]), ...place }
    return { kind: 'call', ...place, callee, arguments: operands }
  }

  private path(names: readonly string[]): Path {
    const segments = names.map((text) => ({ ...this.place, text, arguments: [] }))
    return { kind: 'path', ...this.place, segments, typeArguments: [], self: undefined }
  }

  private variable(name: string): Expression {
    return { kind: 'variable', ...this.place, name }
  }

  private binding(text: string): NamePattern {
    return {
      kind: 'name',
      ...this.place,
      name: this.name(text),
      mutable: false,
      reference: undefined,
      inner: undefined,
    }
  }

  private name(text: string): Name {
    return { ...this.place, text }
  }
}
