import { Tree, type SyntaxNode } from '@lezer/common'
import { ItemBuilder } from './build-items.ts'
import { headsIn } from './heads.ts'
import { letInOtherWords } from './in-other-words.ts'
import { child, children, firstChild, isType, keptChildren, span } from './nodes.ts'
import { parser } from './parser.generated.ts'
import type {
  Block,
  BlockExpression,
  Expression,
  ExpressionStatement,
  FunctionItem,
  LetStatement,
  Program,
  Span,
  Statement,
  TypeSyntax,
} from './syntax.ts'

/**
 * Turns the grammar's tree, which has every word, into the syntax tree, which has what matters.
 * The tree must be free of errors and refusals: anything else found here is a bug of the engine.
 */
export function buildProgram(tree: Tree, source: string): Program {
  return new Builder(source).items(tree.topNode)
}

/**
 * The same without what stands in functions, which is read, and each time built anew, when it is needed.
 * @param from where the source begins in the text
 */
export function buildHeads(
  text: string,
  from: number,
): { readonly program: Program; bodyOf(item: FunctionItem): Block | undefined } {
  const builder = new HeadBuilder(text)
  const bodies = new Map<Span, SyntaxNode>()
  const bodyOf = (item: FunctionItem): SyntaxNode => {
    const found = bodies.get(item.signature)
    if (found) return found
    const body = child(child(parsed(text, [item]), 'Function'), 'Block')
    bodies.set(item.signature, body)
    return body
  }
  return {
    program: builder.items(parsed(text, headsIn(text, from))),
    bodyOf: (item) =>
      builder.selves.has(item.signature)
        ? new Builder(text).within(builder.selves.get(item.signature), bodyOf(item))
        : undefined,
  }
}

/** Parts of a text, read as if there was nothing else; places are those of the whole text. */
function parsed(text: string, parts: readonly Span[]): SyntaxNode {
  const ranges = parts.map(({ from, to }) => ({ from, to }))
  const [{ from }] = ranges as [Span]
  // Lezer counts from where the first part begins.
  const { type, children, positions } = parser.parse(text, [], ranges)
  const moved = positions.map((position) => position + from)
  return new Tree(type, children, moved, text.length).topNode
}

/** Builds blocks and statements; items, expressions, types and patterns are its parent's. */
class Builder extends ItemBuilder {
  override block(node: SyntaxNode): Block {
    const closingBrace = span(child(node, '}'))
    const statements: Statement[] = []
    const nodes = keptChildren(node, (part) => this.text(part)).filter(({ name }) => isStatement(name))
    nodes.forEach((each, index) => {
      if (each.name === 'LetStatement') statements.push(this.letStatement(each))
      else if (each.name !== 'EmptyStatement')
        statements.push(this.expressionStatement(each, index === nodes.length - 1))
    })
    return { ...span(node), statements, closingBrace, items: this.items(node) }
  }

  /** A block inside an implementation. */
  within(self: TypeSyntax | undefined, node: SyntaxNode): Block {
    this.self = self
    return this.block(node)
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

class HeadBuilder extends Builder {
  /** Of each function with a body, what it is a function of. */
  readonly selves = new Map<FunctionItem['signature'], TypeSyntax | undefined>()

  override functionItem(node: SyntaxNode): FunctionItem {
    const item = super.functionItem(node)
    if (item.hasBody) this.selves.set(item.signature, this.self)
    return item
  }

  override block(node: SyntaxNode): Block {
    return {
      ...span(node),
      statements: [],
      closingBrace: span(child(node, '}')),
      items: this.items(child(node, '}')),
    }
  }
}

function isStatement(name: string): boolean {
  return name.endsWith('Statement') || name === 'TailExpression'
}
