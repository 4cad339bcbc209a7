import type { SyntaxNode } from '@lezer/common'
import { TypeBuilder } from './build-type.ts'
import { child, children, found, isPattern, span } from './nodes.ts'
import type { Name, NamePattern, Parameter, Path, Pattern } from './syntax.ts'

/** Builds patterns out of the grammar's nodes. */
export abstract class PatternBuilder extends TypeBuilder {
  parameter(node: SyntaxNode): Parameter {
    return { ...span(node), pattern: this.patternIn(node), type: this.typeIn(node) }
  }

  patternIn(node: SyntaxNode): Pattern {
    return this.pattern(
      found(
        children(node).find(({ name }) => isPattern(name)),
        node,
      ),
    )
  }

  private pattern(node: SyntaxNode): Pattern {
    const place = span(node)
    const inner = () =>
      children(node)
        .filter(({ name }) => isPattern(name))
        .map((each) => this.pattern(each))
    switch (node.name) {
      case 'WildcardPattern':
        return { kind: 'wildcard', ...place }
      case 'NamePattern':
      case 'BindingPattern': {
        const name = this.name(child(node, 'Name'))
        return { kind: 'name', ...place, name, ...this.manner(node), inner: inner()[0] }
      }
      case 'RestPattern':
        return { kind: 'rest', ...place }
      case 'SlicePattern':
        return { kind: 'slice', ...place, elements: inner() }
      case 'ReferencePattern':
        return this.referencePattern(node, inner()[0]!)
      case 'TupleStructPattern':
        return { kind: 'tuple-struct', ...place, path: this.pathIn(node), elements: inner() }
      case 'StructPattern':
        return this.structPattern(node)
      case 'TuplePattern':
        return this.tuplePattern(node, inner())
      case 'OrPattern':
        return { kind: 'or', ...place, alternatives: inner() }
      case 'LiteralPattern': {
        const value = this.only(node)
        return { kind: 'range', ...place, least: value, greatest: value, isInclusive: true }
      }
      case 'RangePattern':
        return this.rangePattern(node)
      default:
        throw new Error(`the grammar's ${node.name} is neither built nor refused`)
    }
  }

  /** How a name takes its part: `mut`, `ref`, `ref mut`. */
  private manner(node: SyntaxNode): Pick<NamePattern, 'mutable' | 'reference'> {
    const isMutable = node.getChild('mut') !== null
    if (!node.getChild('ref')) return { mutable: isMutable, reference: undefined }
    return { mutable: false, reference: isMutable ? 'mutable' : 'shared' }
  }

  /** `&&x` is a reference to a reference. */
  private referencePattern(node: SyntaxNode, inner: Pattern): Pattern {
    const mutable = node.getChild('mut') !== null
    const pattern = { kind: 'reference', ...span(node), mutable, inner } as const
    return node.getChild('&&')
      ? { kind: 'reference', ...span(node), mutable: false, inner: pattern }
      : pattern
  }

  private pathIn(node: SyntaxNode): Path {
    return this.path(found(node.getChild('TypeName') ?? node.getChild('PathExpression'), node))
  }

  private structPattern(node: SyntaxNode): Pattern {
    const fields = node.getChildren('FieldPattern')
    const isRest = (field: SyntaxNode) =>
      field.getChild('RestPattern') !== null && !field.getChild('FieldName')
    return {
      kind: 'struct',
      ...span(node),
      path: this.pathIn(node),
      fields: fields.filter((field) => !isRest(field)).map((field) => this.fieldPattern(field)),
      hasRest: fields.some(isRest),
    }
  }

  /** `x` alone is `x: x`. */
  private fieldPattern(node: SyntaxNode): { name: Name; pattern: Pattern } {
    const name = this.name(child(node, 'FieldName'))
    if (node.getChild(':')) return { name, pattern: this.patternIn(node) }
    return { name, pattern: { kind: 'name', ...span(node), name, ...this.manner(node), inner: undefined } }
  }

  private tuplePattern(node: SyntaxNode, elements: readonly Pattern[]): Pattern {
    const [only] = elements
    if (only && elements.length === 1 && !node.getChild(',') && only.kind !== 'rest') return only
    return { kind: 'tuple', ...span(node), elements }
  }

  private rangePattern(node: SyntaxNode): Pattern {
    const dots = found(node.getChild('..=') ?? node.getChild('..'), node)
    const bounds = this.operands(node)
    const least = bounds.find(({ to }) => to <= dots.from)
    const greatest = bounds.find(({ from }) => from >= dots.to)
    return {
      kind: 'range',
      ...span(node),
      ...(least && { least: this.expression(least) }),
      ...(greatest && { greatest: this.expression(greatest) }),
      isInclusive: dots.name === '..=',
    }
  }
}
