/** What wants to stand at a height, and how much room it takes. */
export interface Wish {
  readonly middle: number
  readonly height: number
}

/**
 * Middles at which nothing overlaps, in the order of the wishes, each as near to what it wished for as the others let
 * it be; wishes come from top to bottom. The last one may end up below `bottom`, never the first above `top`.
 */
export function spread(wishes: readonly Wish[], top: number, bottom: number): number[] {
  interface Group {
    first: number
    height: number
    /** Where its upper edge would be, if it were alone. */
    wished: number
    count: number
  }
  const groups: Group[] = []
  const edge = (group: Group) => Math.max(top, Math.min(group.wished / group.count, bottom - group.height))
  for (const [first, { middle, height }] of wishes.entries()) {
    let group: Group = { first, height, wished: middle - height / 2, count: 1 }
    let above = groups.at(-1)
    while (above !== undefined && edge(above) + above.height > edge(group)) {
      const wished = above.wished + group.wished - group.count * above.height
      group = {
        first: above.first,
        height: above.height + group.height,
        wished,
        count: above.count + group.count,
      }
      groups.pop()
      above = groups.at(-1)
    }
    groups.push(group)
  }
  return groups.flatMap((group) => {
    let at = edge(group)
    return wishes.slice(group.first, group.first + group.count).map(({ height }) => {
      at += height
      return at - height / 2
    })
  })
}
