import type { SyntaxNode, Tree } from '@lezer/common'
import { derivedIn, representationOf } from './attributes.ts'
import { ExpressionBuilder } from './build-expression.ts'
import { child, children, firstChild, found, isType, span } from './nodes.ts'
import type {
  Block,
  ConstantItem,
  Expression,
  ExpressionStatement,
  FunctionItem,
  LetStatement,
  Name,
  Program,
  Statement,
  StructItem,
} from './syntax.ts'

/**
 * Turns the grammar's tree, which has every word, into the syntax tree, which has what matters.
 * The tree must be free of errors and refusals: anything else found here is a bug of the engine.
 */
export function buildProgram(tree: Tree, source: string): Program {
  return new Builder(source).items(tree.topNode)
}

/** Builds items, blocks and statements; expressions, types and patterns are its parent's. */
class Builder extends ExpressionBuilder {
  items(node: SyntaxNode): Program {
    const functions: FunctionItem[] = []
    const structs: StructItem[] = []
    const constants: ConstantItem[] = []
    let attributes: Name[] = []
    for (const each of children(node)) {
      if (each.name === 'Attribute') attributes.push(this.name(each))
      else if (each.name === 'Function') functions.push(this.functionItem(each))
      else if (each.name === 'StructItem') structs.push(this.structItem(each, attributes))
      else if (each.name === 'ConstItem' || each.name === 'StaticItem')
        constants.push(this.constantItem(each))
      if (each.name !== 'Attribute') attributes = []
    }
    return { functions, structs, constants }
  }

  functionItem(node: SyntaxNode): FunctionItem {
    const block = child(node, 'Block')
    const returned = node.getChild('ReturnType')
    const body = this.block(block)
    return {
      kind: 'function',
      ...span(node),
      name: this.name(child(node, 'FunctionName')),
      isUnsafe: node.getChild('unsafe') !== null,
      lifetimes: this.parametersIn(node),
      parameters: child(node, 'ParameterList')
        .getChildren('Parameter')
        .map((each) => this.parameter(each)),
      returnType: returned ? this.typeIn(returned) : undefined,
      signature: { from: node.from, to: (returned ?? child(node, 'ParameterList')).to },
      body,
      statements: body.statements,
      closingBrace: body.closingBrace,
    }
  }

  structItem(node: SyntaxNode, attributes: readonly Name[]): StructItem {
    const derived = attributes.flatMap(derivedIn)
    return {
      kind: 'struct',
      ...span(node),
      name: this.name(child(node, 'TypeName')),
      lifetimes: this.parametersIn(node),
      fields: child(node, 'FieldList')
        .getChildren('Field')
        .map((field) => ({
          ...span(field),
          name: this.name(child(field, 'FieldName')),
          type: this.typeIn(field),
        })),
      derives: derived.map(({ text }) => text),
      derived,
      representation: representationOf(attributes),
    }
  }

  /** The lifetimes that an item declares. */
  private parametersIn(node: SyntaxNode): readonly Name[] {
    const written = node.getChild('GenericParameters')?.getChild('Angles')
    return written ? this.lifetimesIn(written) : []
  }

  constantItem(node: SyntaxNode): ConstantItem {
    return {
      kind: node.name === 'ConstItem' ? 'const' : 'static',
      ...span(node),
      mutable: node.getChild('mut') !== null,
      name: this.name(found(node.getChild('Name') ?? node.getChild('WildcardPattern'), node)),
      type: this.typeIn(node),
      value: this.expression(this.operands(node).at(-1) ?? node),
    }
  }

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
    return {
      kind: 'let',
      ...span(node),
      pattern: this.patternIn(node),
      type: children(node).some(({ name }) => isType(name)) ? this.typeIn(node) : undefined,
      value: value ? this.expression(value) : undefined,
    }
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
