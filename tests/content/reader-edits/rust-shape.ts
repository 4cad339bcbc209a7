import type { SyntaxNode } from '@lezer/common'
import { parser } from '#engine/rust/1-parse/parser.generated.ts'

export interface Place {
  readonly from: number
  readonly to: number
}

interface Let extends Place {
  readonly name: string
  readonly nameAt: Place
  readonly typeAt: Place | undefined
  readonly valueAt: Place | undefined
}

/** What a reader sees in a Rust source: where the function is that runs, its statements and its variables. */
export interface RustShape {
  readonly source: string
  readonly name: string
  readonly nameAt: Place
  /** The inside of its braces. */
  readonly body: Place
  readonly statements: readonly Place[]
  readonly lets: readonly Let[]
  /** The whole function. */
  readonly whole: Place
}

const NO_TYPE = new Set(['let', '=', ';', 'NamePattern', ':'])

/** The shape of the function that runs: `main`, else the first; undefined for a source without any. */
export function rustShape(source: string): RustShape | undefined {
  const functions = parser.parse(source).topNode.getChildren('Function')
  const nameOf = (node: SyntaxNode) => textOf(source, node.getChild('FunctionName') ?? { from: 0, to: 0 })
  const found = functions.find((node) => nameOf(node) === 'main') ?? functions[0]
  const block = found?.getChild('Block')
  const nameAt = found?.getChild('FunctionName')
  if (!found || !block || !nameAt) return undefined
  const statements = childrenOf(block).filter(({ name }) => /Statement$/.test(name))
  return {
    source,
    name: nameOf(found),
    nameAt,
    body: { from: block.from + 1, to: block.to - 1 },
    statements,
    lets: statements.flatMap((node) => letOf(source, node) ?? []),
    whole: found,
  }
}

function letOf(source: string, node: SyntaxNode): Let | undefined {
  const pattern = node.getChild('NamePattern')
  if (node.name !== 'LetStatement' || !pattern) return undefined
  const parts = childrenOf(node)
  const equals = parts.find(({ name }) => name === '=')
  const typeAt = parts.find(({ name, from }) => !NO_TYPE.has(name) && (equals ? from < equals.from : true))
  const valueAt = equals && parts.find(({ from }) => from > equals.from)
  const nameAt = pattern.getChild('Name') ?? pattern
  return { from: node.from, to: node.to, name: textOf(source, nameAt), nameAt, typeAt, valueAt }
}

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child)
  return children
}

export function textOf(source: string, { from, to }: Place): string {
  return source.slice(from, to)
}

/** The source with other text in a place of it. */
export function replaced(source: string, { from, to }: Place, text: string): string {
  return source.slice(0, from) + text + source.slice(to)
}
