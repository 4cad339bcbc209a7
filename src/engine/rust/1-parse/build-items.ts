import type { SyntaxNode } from '@lezer/common'
import { ExpressionBuilder } from './build-expression.ts'
import { NO_ARGUMENTS } from './build-type.ts'
import { child, children, found, isType, keptChildren, span } from './nodes.ts'
import type {
  AliasItem,
  ConstantItem,
  EnumItem,
  FieldItem,
  FunctionItem,
  GenericParameter,
  ImplementationItem,
  ModuleItem,
  Name,
  Parameter,
  Program,
  StructItem,
  TraitItem,
  TypeSyntax,
  UseItem,
  VariantItem,
} from './syntax.ts'
import { derivedIn, representationOf } from './attributes.ts'
import { usesIn } from './build-use.ts'

type Mutable<Type> = {
  -readonly [Key in keyof Type]: Type[Key] extends readonly (infer Item)[] ? Item[] : never
}

/** Builds items; what stands in them is its parent's. */
export abstract class ItemBuilder extends ExpressionBuilder {
  items(node: SyntaxNode): Program {
    const items: Mutable<Program> = {
      functions: [],
      structs: [],
      enums: [],
      constants: [],
      implementations: [],
      traits: [],
      aliases: [],
      modules: [],
      uses: [],
    }
    let attributes: Name[] = []
    for (const each of keptChildren(node, (part) => this.text(part))) {
      if (each.name === 'Attribute') attributes.push(this.name(each))
      else {
        this.item(each, attributes, items)
        attributes = []
      }
    }
    return items
  }

  private item(node: SyntaxNode, attributes: readonly Name[], items: Mutable<Program>): void {
    switch (node.name) {
      case 'Function':
        return void items.functions.push(this.functionItem(node))
      case 'StructItem':
      case 'TupleStruct':
        return void items.structs.push(this.structItem(node, attributes))
      case 'UnionItem':
        return void items.structs.push({ ...this.structItem(node, attributes), isUnion: true })
      case 'EnumItem':
        return void items.enums.push(this.enumItem(node, attributes))
      case 'ConstItem':
      case 'StaticItem':
        return void items.constants.push(this.constantItem(node))
      case 'ImplItem':
        return void items.implementations.push(this.implementation(node))
      case 'TraitItem':
        return void items.traits.push(this.trait(node))
      case 'TypeAliasItem':
        return void items.aliases.push(this.alias(node))
      case 'ModuleItem':
        return void items.modules.push(this.module(node))
      case 'UseItem':
        return void items.uses.push(...this.uses(node))
      default:
    }
  }

  functionItem(node: SyntaxNode): FunctionItem {
    const block = node.getChild('Block')
    const returned = node.getChild('ReturnType')
    const body = block ? this.block(block) : this.noBody(node)
    const self = child(node, 'ParameterList').getChild('SelfParameter')
    const { implied: outer } = this
    this.implied = []
    const parameters = child(node, 'ParameterList')
      .getChildren('Parameter')
      .map((each) => this.parameter(each))
    const open = this.openIn(node)
    const generics = [...open.generics, ...this.implied]
    this.implied = outer
    return {
      kind: 'function',
      ...span(node),
      name: this.name(child(node, 'FunctionName')),
      isUnsafe: node.getChild('unsafe') !== null,
      isConstant: node.getChild('const') !== null,
      isPublic: node.getChild('Visibility') !== null,
      ...open,
      generics,
      hasSelf: self !== null,
      parameters: [...(self ? [this.selfParameter(self)] : []), ...parameters],
      returnType: returned ? this.typeIn(returned) : undefined,
      signature: { from: signatureStart(node), to: (returned ?? child(node, 'ParameterList')).to },
      hasBody: block !== null,
      body,
      statements: body.statements,
      closingBrace: body.closingBrace,
    }
  }

  private noBody(node: SyntaxNode): FunctionItem['body'] {
    const end = span(child(node, ';'))
    return { ...end, statements: [], closingBrace: end, items: this.items(child(node, ';')) }
  }

  /** `&mut self` is `self: &mut Self`. */
  private selfParameter(node: SyntaxNode): Parameter {
    const place = span(node)
    const isReference = node.getChild('&') !== null
    const isMutable = node.getChild('mut') !== null
    const name = this.name(child(node, 'self'))
    const pattern = {
      kind: 'name',
      ...place,
      name,
      mutable: isMutable && !isReference,
      reference: undefined,
      inner: undefined,
    } as const
    const whole: TypeSyntax = this.self
      ? { ...this.self, ...place }
      : {
          ...NO_ARGUMENTS,
          ...place,
          name: { ...place, text: 'Self' },
        }
    const [written] = this.types(node)
    if (written || !isReference) return { ...place, pattern, type: written ?? whole }
    const [lifetime] = this.lifetimesIn(node)
    return {
      ...place,
      pattern,
      type: { kind: 'reference', ...place, mutable: isMutable, lifetime, target: whole },
    }
  }

  /** What an item leaves open to those who use it. */
  private openIn(
    node: SyntaxNode,
  ): Pick<ImplementationItem, 'lifetimes' | 'outlives' | 'generics' | 'bounds'> {
    const declared = (node.getChild('GenericParameters')?.getChildren('LifetimeParameter') ?? []).map(
      (each) => this.lifetimesIn(each),
    )
    const asked = (node.getChild('WhereClause')?.getChildren('WherePredicate') ?? []).map((each) => {
      const bounds = each.getChild('Bounds')
      return [
        ...this.lifetimesIn(each),
        ...(bounds && each.getChild('Lifetime') ? this.lifetimesIn(bounds) : []),
      ]
    })
    const outlives = [...declared, ...asked].flatMap(([longer, ...shorter]) =>
      shorter.map((each) => [longer!, each] as const),
    )
    return {
      lifetimes: declared.map(([name]) => name!),
      ...(outlives.length > 0 && { outlives }),
      generics: this.genericsIn(node),
      bounds: this.whereIn(node),
    }
  }

  structItem(node: SyntaxNode, attributes: readonly Name[]): StructItem {
    return {
      kind: 'struct',
      ...span(node),
      ...this.typeHead(node, attributes),
      ...this.fieldsIn(node),
    }
  }

  /** What structs and enums have in common. */
  private typeHead(node: SyntaxNode, attributes: readonly Name[]) {
    const derived = attributes.flatMap(derivedIn)
    return {
      name: this.name(child(node, 'TypeName')),
      isPublic: node.getChild('Visibility') !== null,
      ...this.openIn(node),
      derives: derived.map(({ text }) => text),
      derived,
      representation: representationOf(attributes),
    }
  }

  private fieldsIn(node: SyntaxNode): Pick<StructItem, 'shape' | 'fields'> {
    const list = node.getChild('FieldList')
    const tuple = node.getChild('TupleFields')
    return {
      shape: list ? 'named' : tuple ? 'tuple' : 'unit',
      fields: list
        ? list.getChildren('Field').map((field) => this.fieldItem(field, child(field, 'FieldName')))
        : (tuple?.getChildren('TupleField').map((field, index) => this.fieldItem(field, index)) ?? []),
    }
  }

  private enumItem(node: SyntaxNode, attributes: readonly Name[]): EnumItem {
    const variants: VariantItem[] = []
    const item = { kind: 'enum', ...span(node), ...this.typeHead(node, attributes), variants } as const
    child(node, 'VariantList')
      .getChildren('Variant')
      .forEach((each, index) => {
        const [value] = this.operands(each)
        variants.push({
          kind: 'variant',
          ...span(each),
          name: this.name(child(each, 'VariantName')),
          ...this.fieldsIn(each),
          discriminant: value && this.expression(value),
          whole: item,
          index,
        })
      })
    return item
  }

  private fieldItem(node: SyntaxNode, name: SyntaxNode | number): FieldItem {
    return {
      ...span(node),
      isPublic: node.getChild('Visibility') !== null,
      name: typeof name === 'number' ? { ...span(node), text: String(name) } : this.name(name),
      type: this.typeIn(node),
    }
  }

  constantItem(node: SyntaxNode): ConstantItem {
    const value = this.operands(node).at(-1)
    return {
      kind: node.name === 'ConstItem' ? 'const' : 'static',
      ...span(node),
      isPublic: node.getChild('Visibility') !== null,
      mutable: node.getChild('mut') !== null,
      name: this.name(found(node.getChild('Name') ?? node.getChild('WildcardPattern'), node)),
      type: this.typeIn(node),
      hasValue: value !== undefined,
      value: value ? this.expression(value) : { kind: 'underscore', ...span(child(node, ';')) },
    }
  }

  private implementation(node: SyntaxNode): ImplementationItem {
    const [first, second] = children(node)
      .filter(({ name }) => isType(name))
      .map((each) => this.type(each))
    const self = typed(second ?? first)
    const head = { ...span(node), ...this.openIn(node), trait: second && first, self }
    const outer = this.self
    this.self = self
    const inside = this.associated(node)
    this.self = outer
    return { kind: 'implementation', ...head, ...inside }
  }

  private trait(node: SyntaxNode): TraitItem {
    const outer = this.self
    this.self = undefined
    const inside = this.associated(node)
    this.self = outer
    const name = this.name(child(node, 'TypeName'))
    const open = this.openIn(node)
    const supertraits = this.boundsIn(node)
    const self = selfOf(name, open.generics, supertraits)
    return { kind: 'trait', ...span(node), name, self, ...open, supertraits, ...inside }
  }

  private associated(node: SyntaxNode): Pick<TraitItem, 'functions' | 'constants' | 'types'> {
    const { functions, constants, aliases } = this.items(child(node, 'AssociatedItems'))
    return { functions, constants, types: aliases }
  }

  private alias(node: SyntaxNode): AliasItem {
    const [type] = this.types(node)
    const { lifetimes, generics } = this.openIn(node)
    const name = this.name(child(node, 'Name'))
    return { kind: 'alias', ...span(node), name, lifetimes, generics, bounds: this.boundsIn(node), type }
  }

  private module(node: SyntaxNode): ModuleItem {
    return {
      kind: 'module',
      ...span(node),
      name: this.name(child(node, 'Name')),
      isPublic: node.getChild('Visibility') !== null,
      items: this.items(node.getChild('ModuleBody') ?? child(node, ';')),
    }
  }

  private uses(node: SyntaxNode): UseItem[] {
    return usesIn(node, (part) => this.name(part)).map((use) => ({ kind: 'use', ...span(node), ...use }))
  }
}

/** Whoever has a trait has the trait, and what it asks for. */
function selfOf(
  name: Name,
  generics: readonly GenericParameter[],
  supertraits: readonly TypeSyntax[],
): GenericParameter {
  const named = (each: Name, given: readonly TypeSyntax[]): TypeSyntax => ({
    ...NO_ARGUMENTS,
    from: name.from,
    to: name.to,
    name: each,
    arguments: given,
  })
  const itself = named(
    name,
    generics.map((each) => named(each.name, [])),
  )
  return {
    kind: 'type-parameter',
    from: name.from,
    to: name.to,
    name: { ...name, text: 'Self' },
    type: undefined,
    bounds: [itself, ...supertraits],
    fallback: undefined,
  }
}

function typed(type: TypeSyntax | undefined): TypeSyntax {
  if (!type) throw new Error('an implementation lacks its type')
  return type
}

/** Who may use it does not belong to what it says. */
function signatureStart(node: SyntaxNode): number {
  const visibility = node.getChild('Visibility')
  return visibility
    ? (children(node).find(({ from }) => from >= visibility.to)?.from ?? node.from)
    : node.from
}
