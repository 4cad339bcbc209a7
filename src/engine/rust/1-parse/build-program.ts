import type { SyntaxNode, Tree } from '@lezer/common'
import { ItemBuilder } from './build-items.ts'
import { letInOtherWords } from './in-other-words.ts'
import { child, children, firstChild, isType, span } from './nodes.ts'
import type {
  Block,
  BlockExpression,
  Expression,
  ExpressionStatement,
  LetStatement,
  Program,
  Statement,
} from './syntax.ts'

/**
 * Turns the grammar's tree, which has every word, into the syntax tree, which has what matters.
 * The tree must be free of errors and refusals: anything else found here is a bug of the engine.
 */
export function buildProgram(tree: Tree, source: string): Program {
  return new Builder(source).items(tree.topNode)
}

/** Builds blocks and statements; items, expressions, types and patterns are its parent's. */
class Builder extends ItemBuilder {
  override block(node: SyntaxNode): Block {
    const closingBrace = span(child(node, '}'))
    const statements: Statement[] = []
    const nodes = children(node).filter(({ name }) => isStatement(name))
    nodes.forEach((each, index) => {
      if (each.name === 'LetStatement') statements.push(this.letStatement(each))
      else if (each.name !== 'EmptyStatement')
        statements.push(this.expressionStatement(each, index === nodes.length - 1))
    })
    return { ...span(node), statements, closingBrace, items: this.items(node) }
  }

  letStatement(node: SyntaxNode): LetStatement {
    const value = node.getChild('=') ? this.operands(node).at(-1) : undefined
    return letInOtherWords({
      kind: 'let',
      ...span(node),
      pattern: this.patternIn(node),
      type: children(node).some(({ name }) => isType(name)) ? this.typeIn(node) : undefined,
      value: value ? this.expression(value) : undefined,
      otherwise: this.otherwise(node),
    })
  }

  private otherwise(node: SyntaxNode): BlockExpression | undefined {
    const block = node.getChild('LetElse')?.getChild('Block')
    return block ? this.blockExpression(block) : undefined
  }

  expressionStatement(node: SyntaxNode, isLast: boolean): ExpressionStatement {
    const expression: Expression = this.expression(firstChild(node))
    const isBlockLike = node.name === 'BlockStatement'
    const isTail = node.name === 'TailExpression' || (isBlockLike && isLast)
    return { kind: 'expression', ...span(node), expression, isTail, isBlockLike }
  }
}

function isStatement(name: string): boolean {
  return name.endsWith('Statement') || name === 'TailExpression'
}
