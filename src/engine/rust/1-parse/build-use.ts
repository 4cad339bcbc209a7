import type { SyntaxNode } from '@lezer/common'
import { child, children } from './nodes.ts'
import type { Name, UseItem } from './syntax.ts'

type Use = Pick<UseItem, 'path' | 'name' | 'isAll'>

/** The names of a `use`, each with its whole path: `use a::{b, c::*};` is `a::b` and all of `a::c`. */
export function usesIn(node: SyntaxNode, nameOf: (node: SyntaxNode) => Name): Use[] {
  const within = (part: SyntaxNode, before: readonly Name[]): Use[] =>
    trees(part).flatMap((tree) => {
      if (tree.name === 'UseAll') return [{ path: before, name: undefined, isAll: true }]
      return tree.name === 'UseGroup' ? within(tree, before) : one(tree, before)
    })
  const one = (tree: SyntaxNode, before: readonly Name[]): Use[] => {
    const name = nameOf(child(tree, 'UseName'))
    // `a::{self}` is `a` itself.
    const path = name.text === 'self' && before.length > 0 ? before : [...before, name]
    if (trees(tree).length > 0) return within(tree, path)
    const alias = tree.getChild('UseAlias')
    if (!alias?.getChild('as')) return [{ path, name: path.at(-1), isAll: false }]
    const renamed = alias.getChild('Name')
    return [{ path, name: renamed ? nameOf(renamed) : undefined, isAll: false }]
  }
  return within(node, [])
}

function trees(node: SyntaxNode): SyntaxNode[] {
  return children(node).filter(({ name }) => ['UsePath', 'UseGroup', 'UseAll'].includes(name))
}
