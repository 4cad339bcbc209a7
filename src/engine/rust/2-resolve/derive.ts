import { NO_ARGUMENTS } from '../1-parse/build-type.ts'
import { NO_ITEMS } from '../1-parse/in-other-words.ts'
import type {
  EnumItem,
  Expression,
  FieldItem,
  FunctionItem,
  ImplementationItem,
  MatchArm,
  Name,
  NamePattern,
  NamedType,
  Path,
  Pattern,
  Span,
  StructItem,
  StructValue,
  TypeSyntax,
  VariantItem,
} from '../1-parse/syntax.ts'

/** Traits of which `derive` writes an `impl`; of the others the compiler knows by itself what they do. */
export const WRITTEN_BY_DERIVE = ['Clone', 'Default'] as const
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
    return this.trait === 'Clone' ? ['clone', 'Clone', 'clone'] : ['default', 'Default', 'default']
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
    const isClone = this.trait === 'Clone'
    const type = {
      kind: 'reference',
      ...place,
      mutable: false,
      lifetime: undefined,
      target: this.selfType(),
    } as const
    const expression = this.item.kind === 'enum' ? this.match(this.item) : this.copied(this.item)
    const statements = [
      { kind: 'expression', ...place, expression, isTail: true, isBlockLike: false } as const,
    ]
    return {
      kind: 'function',
      ...place,
      name: this.name(this.names[2]),
      isUnsafe: false,
      isConstant: false,
      isPublic: true,
      lifetimes: [],
      generics: [],
      bounds: [],
      hasSelf: isClone,
      parameters: isClone ? [{ ...place, pattern: this.binding('self'), type }] : [],
      returnType: this.selfType(),
      signature: place,
      hasBody: true,
      body: { ...place, statements, closingBrace: place, items: NO_ITEMS },
      statements,
      closingBrace: place,
    }
  }

  /** Every field anew. */
  private copied(item: StructItem): StructValue {
    return this.value(item, item.fields, ({ name, from, to }) =>
      this.part({ kind: 'field', from, to, object: this.variable('self'), name }),
    )
  }

  private match(item: EnumItem): Expression {
    const arms = item.variants.map((variant) => this.arm(variant))
    return { kind: 'match', ...this.place, subject: this.variable('self'), arms }
  }

  private arm(variant: VariantItem): MatchArm {
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
    const value = this.value(variant, variant.fields, ({ from, to }, index) =>
      this.made([this.variable(names[index]!)], { from, to }),
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
  private made(operands: readonly Expression[], place = this.place): Expression {
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
