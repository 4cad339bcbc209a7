import type { SyntaxNode } from '@lezer/common'
import { TypeBuilder } from './build-type.ts'
import { child, children, found, isPattern, span } from './nodes.ts'
import type { Parameter, Pattern } from './syntax.ts'

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
        return { kind: 'name', ...place, name, mutable: node.getChild('mut') !== null, inner: inner()[0] }
      }
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

  private tuplePattern(node: SyntaxNode, elements: readonly Pattern[]): Pattern {
    const [only] = elements
    if (only && elements.length === 1 && !node.getChild(',')) return only
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
