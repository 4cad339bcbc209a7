import type { SyntaxNode, Tree } from '@lezer/common'
import { readCharacter, readInteger } from './literals.ts'
import type {
  ArithmeticOperator,
  Assignment,
  Binary,
  Expression,
  ExpressionStatement,
  FunctionItem,
  LetStatement,
  Name,
  Program,
  Span,
  Statement,
} from './syntax.ts'

/**
 * Turns the grammar's tree, which has every word, into the syntax tree, which has what matters.
 * The tree must be free of errors and refusals: anything else found here is a bug of the engine.
 */
export function buildProgram(tree: Tree, source: string): Program {
  const builder = new Builder(source)
  return { functions: tree.topNode.getChildren('Function').map((node) => builder.functionItem(node)) }
}

class Builder {
  readonly source: string

  constructor(source: string) {
    this.source = source
  }

  functionItem(node: SyntaxNode): FunctionItem {
    const block = child(node, 'Block')
    return {
      kind: 'function',
      ...span(node),
      name: this.name(child(node, 'FunctionName')),
      signature: { from: node.from, to: child(node, 'ParameterList').to },
      statements: this.statements(block),
      closingBrace: span(child(block, '}')),
    }
  }

  statements(block: SyntaxNode): Statement[] {
    const statements: Statement[] = []
    for (let node = block.firstChild; node; node = node.nextSibling) {
      if (node.name === 'LetStatement') statements.push(this.letStatement(node))
      else if (node.name === 'ExpressionStatement' || node.name === 'TailExpression')
        statements.push(this.expressionStatement(node))
    }
    return statements
  }

  letStatement(node: SyntaxNode): LetStatement {
    const type = node.getChild('TypeName')
    const value = node.getChild('=') ? operandsOf(node).at(-1) : undefined
    return {
      kind: 'let',
      ...span(node),
      name: this.name(child(node, 'Name')),
      mutable: node.getChild('mut') !== null,
      type: type ? this.name(type) : undefined,
      value: value ? this.expression(value) : undefined,
    }
  }

  expressionStatement(node: SyntaxNode): ExpressionStatement {
    const isTail = node.name === 'TailExpression'
    return { kind: 'expression', ...span(node), expression: this.expression(firstChild(node)), isTail }
  }

  expression(node: SyntaxNode): Expression {
    switch (node.name) {
      case 'IntegerLiteral':
        return { kind: 'integer', ...span(node), ...read(readInteger(this.text(node))) }
      case 'CharacterLiteral':
        return { kind: 'character', ...span(node), ...read(readCharacter(this.text(node))) }
      case 'BooleanLiteral':
        return { kind: 'boolean', ...span(node), value: this.text(node) === 'true' }
      case 'VariableName':
        return { kind: 'variable', ...span(node), name: this.text(node) }
      case 'ParenthesizedExpression':
        return this.expression(firstOperand(node))
      case 'NegationExpression':
        return { kind: 'negation', ...span(node), operand: this.expression(firstOperand(node)) }
      case 'BinaryExpression':
        return this.binary(node)
      case 'AssignmentExpression':
        return this.assignment(node)
      case 'CallExpression':
        return {
          kind: 'call',
          ...span(node),
          callee: this.expression(firstChild(node)),
          arguments: operandsOf(child(node, 'ArgumentList')).map((argument) => this.expression(argument)),
        }
      default:
        throw new Error(`the grammar's ${node.name} is neither built nor refused`)
    }
  }

  binary(node: SyntaxNode): Binary {
    const [left, right] = pairOf(node)
    const operator = child(node, 'ArithmeticOperator')
    return {
      kind: 'binary',
      ...span(node),
      operator: this.text(operator) as ArithmeticOperator,
      operatorSpan: span(operator),
      left: this.expression(left),
      right: this.expression(right),
    }
  }

  assignment(node: SyntaxNode): Assignment {
    const [target, value] = pairOf(node)
    const operator = child(node, 'AssignmentOperator')
    const text = this.text(operator)
    return {
      kind: 'assignment',
      ...span(node),
      operator: text === '=' ? undefined : (text.slice(0, 1) as ArithmeticOperator),
      operatorSpan: span(operator),
      target: this.expression(target),
      value: this.expression(value),
    }
  }

  name(node: SyntaxNode): Name {
    return { ...span(node), text: this.text(node) }
  }

  text(node: SyntaxNode): string {
    return this.source.slice(node.from, node.to)
  }
}

function span({ from, to }: SyntaxNode): Span {
  return { from, to }
}

function child(node: SyntaxNode, name: string): SyntaxNode {
  return found(node.getChild(name), node)
}

/** The first child that is not a comment. */
function firstChild(node: SyntaxNode): SyntaxNode {
  let first = node.firstChild
  while (first && isComment(first)) first = first.nextSibling
  return found(first, node)
}

/** The children that are expressions: no comments, no punctuation. */
function operandsOf(node: SyntaxNode): SyntaxNode[] {
  const operands: SyntaxNode[] = []
  for (let each = node.firstChild; each; each = each.nextSibling) if (isOperand(each)) operands.push(each)
  return operands
}

function isComment({ name }: SyntaxNode): boolean {
  return name.endsWith('Comment')
}

function isOperand({ name }: SyntaxNode): boolean {
  return name.endsWith('Expression') || name.endsWith('Literal') || name === 'VariableName'
}

function firstOperand(node: SyntaxNode): SyntaxNode {
  return found(operandsOf(node)[0], node)
}

function pairOf(node: SyntaxNode): readonly [SyntaxNode, SyntaxNode] {
  const [left, right] = operandsOf(node)
  return [found(left, node), found(right, node)]
}

function read<Result extends object>(result: Result): Exclude<Result, { readonly wrong: unknown }> {
  if ('wrong' in result) throw new Error('a refused literal was built')
  return result as Exclude<Result, { readonly wrong: unknown }>
}

function found(node: SyntaxNode | null | undefined, parent: SyntaxNode): SyntaxNode {
  if (!node) throw new Error(`${parent.name} at ${parent.from} lacks a part`)
  return node
}
