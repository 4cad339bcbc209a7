import type { SyntaxNode } from '@lezer/common'
import { isLeftOut } from './configuration.ts'
import type { Span } from './syntax.ts'

const TYPES = new Set([
  'TypeName',
  'InferredType',
  'ReferenceType',
  'PointerType',
  'ArrayType',
  'TupleType',
  'NeverType',
  'GenericType',
  'PathType',
  'FunctionType',
  'FunctionTrait',
  'TraitType',
])

/** Ways to ask for a part of the grammar's tree. A part that must be there and is not is a bug of the engine. */
export function span({ from, to }: SyntaxNode): Span {
  return { from, to }
}

export function child(node: SyntaxNode, name: string): SyntaxNode {
  return found(node.getChild(name), node)
}

/** All children but comments. */
export function children(node: SyntaxNode): SyntaxNode[] {
  const all: SyntaxNode[] = []
  for (let each = node.firstChild; each; each = each.nextSibling) if (!isComment(each)) all.push(each)
  return all
}

/** All children that no attribute leaves out, without those attributes. */
export function keptChildren(node: SyntaxNode, textOf: (node: SyntaxNode) => string): SyntaxNode[] {
  let isOut = false
  return children(node).filter((each) => {
    if (each.name === 'Attribute') {
      isOut ||= isLeftOut(textOf(each))
      return !isOut
    }
    const isKept = !isOut
    isOut = false
    return isKept
  })
}

export function firstChild(node: SyntaxNode): SyntaxNode {
  let first = node.firstChild
  while (first && isComment(first)) first = first.nextSibling
  return found(first, node)
}

/** The children that are expressions: no comments, no punctuation. */
export function operandsOf(node: SyntaxNode): SyntaxNode[] {
  return children(node).filter(({ name }) => isOperand(name))
}

export function isType(name: string): boolean {
  return TYPES.has(name)
}

export function isPattern(name: string): boolean {
  return name.endsWith('Pattern')
}

export function found(node: SyntaxNode | null | undefined, parent: SyntaxNode): SyntaxNode {
  if (!node) throw new Error(`${parent.name} at ${parent.from} lacks a part`)
  return node
}

export function isComment({ name }: SyntaxNode): boolean {
  return name.endsWith('Comment')
}

const OTHER_OPERANDS = new Set([
  'VariableName',
  'MethodCall',
  'RawReference',
  'MacroCall',
  'MatchesMacro',
  'UnsafeBlock',
  'ConstBlock',
])

function isOperand(name: string): boolean {
  return (
    (name.endsWith('Expression') && name !== 'TailExpression') ||
    name.endsWith('Literal') ||
    OTHER_OPERANDS.has(name)
  )
}
