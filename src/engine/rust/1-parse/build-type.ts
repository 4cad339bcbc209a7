import type { SyntaxNode } from '@lezer/common'
import { child, children, found, isType, operandsOf, span } from './nodes.ts'
import type {
  Expression,
  GenericParameter,
  Name,
  NamedType,
  Path,
  PathSegment,
  TypeSyntax,
  WhereBound,
} from './syntax.ts'

/** A type's name with nothing behind it. */
export const NO_ARGUMENTS = {
  kind: 'named',
  path: [],
  lifetimes: [],
  arguments: [],
  associated: [],
  self: undefined,
} as const

const RAW_NAME = /^r#[\p{L}_]/u

/** Builds types out of the grammar's nodes, and the parts that everything is made of. */
export abstract class TypeBuilder {
  readonly source: string
  /** What `Self` is, in an implementation. */
  protected self: TypeSyntax | undefined

  /** What the parameters of a function leave open without a name. */
  protected implied: GenericParameter[] | undefined

  constructor(source: string) {
    this.source = source
  }

  abstract expression(node: SyntaxNode): Expression

  typeIn(node: SyntaxNode): TypeSyntax {
    const [type] = this.types(node)
    if (!type) throw new Error(`${node.name} at ${node.from} lacks a type`)
    return type
  }

  protected types(node: SyntaxNode): TypeSyntax[] {
    return children(node)
      .filter(({ name }) => isType(name))
      .map((each) => this.type(each))
  }

  protected type(node: SyntaxNode): TypeSyntax {
    const place = span(node)
    const mutable = node.getChild('mut') !== null
    switch (node.name) {
      case 'TypeName':
        if (this.self && this.text(node) === 'Self') return { ...this.self, ...place }
        return { ...NO_ARGUMENTS, ...place, name: this.name(node) }
      case 'InferredType':
        return { kind: 'inferred', ...place }
      case 'NeverType':
        return { kind: 'never', ...place }
      case 'TupleType':
        return this.tupleType(node)
      case 'ArrayType': {
        const [length] = this.all(node)
        const element = this.typeIn(node)
        return length ? { kind: 'array', ...place, element, length } : { kind: 'slice', ...place, element }
      }
      case 'PointerType':
        return { kind: 'pointer', ...place, mutable, target: this.typeIn(node) }
      case 'ReferenceType': {
        const [lifetime] = this.lifetimesIn(node)
        const inner = { kind: 'reference', ...place, mutable, lifetime, target: this.typeIn(node) } as const
        if (!node.getChild('&&')) return inner
        return { kind: 'reference', ...place, mutable: false, lifetime: undefined, target: inner }
      }
      case 'GenericType': {
        const written = child(node, 'TypeArguments')
        const name = this.name(child(node, 'TypeName'))
        const given = this.givenIn(written)
        const [target, ...more] = given.arguments
        if (name.text === 'Box' && target && more.length === 0) return { kind: 'box', ...place, target }
        return { ...NO_ARGUMENTS, ...place, name, ...given }
      }
      case 'PathType':
        return this.pathType(node)
      case 'FunctionType':
        return this.functionType(node)
      case 'FunctionTrait':
        return this.functionTrait(node)
      case 'TraitType':
        if (node.getChild('impl')) return this.someType(node)
        return { kind: 'dyn', ...place, bounds: this.types(node), lifetime: this.lifetimesIn(node)[0] }
      default:
        throw new Error(`the grammar's ${node.name} is neither built nor refused`)
    }
  }

  /** `fn(u8) -> bool` */
  private functionType(node: SyntaxNode): TypeSyntax {
    const returned = node.getChild('ReturnType')
    return {
      kind: 'function',
      ...span(node),
      isUnsafe: node.getChild('unsafe') !== null,
      lifetimes: this.ownLifetimes(node),
      parameters: this.types(child(node, 'TypeList')),
      result: returned ? this.typeIn(returned) : undefined,
    }
  }

  /** `Fn(u8) -> bool` is `Fn<(u8,), Output = bool>`. */
  private functionTrait(node: SyntaxNode): NamedType {
    const list = child(node, 'TypeList')
    const returned = node.getChild('ReturnType')
    const nothing: TypeSyntax = { kind: 'tuple', from: list.to, to: list.to, elements: [] }
    const result = returned ? this.typeIn(returned) : nothing
    return {
      ...NO_ARGUMENTS,
      ...span(node),
      name: this.name(child(node, 'TypeName')),
      arguments: [{ kind: 'tuple', ...span(list), elements: this.types(list) }],
      associated: [{ name: { from: result.from, to: result.to, text: 'Output' }, type: result }],
      ofCall: this.ownLifetimes(node),
    }
  }

  private ownLifetimes(node: SyntaxNode): Name[] {
    return node.getChildren('LifetimeParameter').flatMap((each) => this.lifetimesIn(each))
  }

  /** `shapes::Point`, `std::boxed::Box<u8>`. */
  private pathType(node: SyntaxNode): NamedType {
    const { segments, self } = this.path(node)
    const written = node.getChildren('TypeArguments').at(-1)
    const names = { name: segments.at(-1)!, path: segments.slice(0, -1), self }
    return { ...NO_ARGUMENTS, ...span(node), ...names, ...(written && this.givenIn(written)) }
  }

  /** What stands in angles behind a name. */
  private givenIn(node: SyntaxNode): Pick<NamedType, 'lifetimes' | 'arguments' | 'associated'> {
    const associated = node.getChildren('AssociatedType').map((each) => ({
      name: this.name(child(each, 'TypeName')),
      type: this.types(each).at(-1)!,
    }))
    return { lifetimes: this.lifetimesIn(node), arguments: this.types(node), associated }
  }

  /** `impl Shape` where a parameter's type stands leaves one more type open. */
  private someType(node: SyntaxNode): TypeSyntax {
    const place = span(node)
    const bounds = this.types(node)
    if (!this.implied) return { kind: 'impl', ...place, bounds }
    const name = { ...place, text: this.text(node).replace(/\s+/g, ' ') + ' '.repeat(this.implied.length) }
    this.implied.push({
      kind: 'type-parameter',
      ...place,
      name,
      type: undefined,
      bounds,
      fallback: undefined,
    })
    return { ...NO_ARGUMENTS, ...place, name }
  }

  /** Names with `::` between them, each with the types behind it. */
  path(node: SyntaxNode): Path {
    const lists = node.getChildren('TypeArguments')
    const qualified = node.getChild('QualifiedSelf')
    const inside = (at: number) =>
      [...lists, ...(qualified ? [qualified] : [])].some(({ from, to }) => from <= at && at < to)
    const segments: PathSegment[] = []
    for (const match of this.text(node).matchAll(/[\p{L}_][\p{L}\p{N}_]*/gu)) {
      const from = node.from + match.index
      if (!inside(from)) segments.push({ text: match[0], from, to: from + match[0].length, arguments: [] })
    }
    for (const list of lists) {
      const index = segments.findLastIndex(({ to }) => to <= list.from)
      if (index >= 0) segments[index] = { ...segments[index]!, arguments: this.types(list) }
    }
    const [type, trait] = qualified ? this.types(qualified) : []
    const typeArguments = segments.at(-1)?.arguments ?? []
    return { kind: 'path', ...span(node), segments, typeArguments, self: type && { type, trait } }
  }

  /** The types that an item leaves open, with all that is asked of them. */
  protected genericsIn(node: SyntaxNode): GenericParameter[] {
    const list = node.getChild('GenericParameters')
    if (!list) return []
    const conditions = this.whereIn(node)
    const further = (name: string) =>
      conditions.flatMap(({ subject, bounds }) =>
        subject.kind === 'named' && subject.path.length === 0 && subject.name.text === name ? bounds : [],
      )
    return children(list).flatMap((each) => {
      if (each.name !== 'TypeParameter' && each.name !== 'ConstParameter') return []
      const kind = each.name === 'TypeParameter' ? 'type-parameter' : 'constant-parameter'
      const [type] = this.types(each)
      const isType = kind === 'type-parameter'
      return {
        kind,
        ...span(each),
        name: this.name(child(each, 'Name')),
        type: isType ? undefined : type,
        bounds: [...this.boundsIn(each), ...further(this.text(child(each, 'Name')))],
        fallback: isType ? type : undefined,
      } as const
    })
  }

  /** The traits behind a colon. */
  protected boundsIn(node: SyntaxNode): TypeSyntax[] {
    const bounds = node.getChild('Bounds')
    return bounds ? this.types(bounds) : []
  }

  protected whereIn(node: SyntaxNode): WhereBound[] {
    const predicates = node.getChild('WhereClause')?.getChildren('WherePredicate') ?? []
    return predicates.flatMap((each) => {
      const [subject] = this.types(each)
      return subject ? [{ subject, bounds: this.boundsIn(each) }] : []
    })
  }

  protected lifetimesIn(node: SyntaxNode): Name[] {
    return node.getChildren('Lifetime').map((each) => this.name(each))
  }

  /** `(u8)` is `u8` in parentheses; `(u8,)` is a tuple. */
  private tupleType(node: SyntaxNode): TypeSyntax {
    const elements = this.types(node)
    const [only] = elements
    if (only && elements.length === 1 && !node.getChild(',')) return only
    return { kind: 'tuple', ...span(node), elements }
  }

  protected typeArguments(node: SyntaxNode): TypeSyntax[] {
    const list = node.getChild('TypeArguments')
    return list ? this.types(list) : []
  }

  // ── Parts ──

  operands(node: SyntaxNode): SyntaxNode[] {
    return operandsOf(node)
  }

  protected all(node: SyntaxNode): Expression[] {
    return operandsOf(node).map((each) => this.expression(each))
  }

  protected argumentsOf(node: SyntaxNode): Expression[] {
    return this.all(child(node, 'ArgumentList'))
  }

  protected only(node: SyntaxNode): Expression {
    return this.expression(found(operandsOf(node)[0], node))
  }

  protected pair(node: SyntaxNode): readonly [Expression, Expression] {
    const [left, right] = operandsOf(node)
    return [this.expression(found(left, node)), this.expression(found(right, node))]
  }

  name(node: SyntaxNode): Name {
    return { ...span(node), text: this.text(node) }
  }

  /** `r#match` is the name `match`. */
  text(node: SyntaxNode): string {
    const text = this.source.slice(node.from, node.to)
    return RAW_NAME.test(text) ? text.slice('r#'.length) : text
  }
}
