import type { SyntaxNode } from '@lezer/common'
import { child, children, found, isType, operandsOf, span } from './nodes.ts'
import type { Expression, Name, TypeSyntax } from './syntax.ts'

/** Builds types out of the grammar's nodes, and the parts that everything is made of. */
export abstract class TypeBuilder {
  readonly source: string

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

  private type(node: SyntaxNode): TypeSyntax {
    const place = span(node)
    const mutable = node.getChild('mut') !== null
    switch (node.name) {
      case 'TypeName':
        return { kind: 'named', ...place, name: this.name(node), lifetimes: [] }
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
        if (name.text === 'Box') return { kind: 'box', ...place, target: this.typeIn(written) }
        return { kind: 'named', ...place, name, lifetimes: this.lifetimesIn(written) }
      }
      default:
        throw new Error(`the grammar's ${node.name} is neither built nor refused`)
    }
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

  text(node: SyntaxNode): string {
    return this.source.slice(node.from, node.to)
  }
}
