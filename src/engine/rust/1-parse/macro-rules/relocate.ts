import type { Span } from '../syntax.ts'

/** Gives every part of a tree the place where a reader sees it. */
export function relocate(tree: object, placeOf: (span: Span) => Span): void {
  const seen = new Set<object>([tree])
  for (const part of seen) {
    for (const each of Object.values(part) as unknown[])
      if (typeof each === 'object' && each !== null) seen.add(each)
    if (isSpan(part)) Object.assign(part, placeOf(part))
  }
}

function isSpan(part: object): part is Span {
  return 'from' in part && typeof part.from === 'number' && 'to' in part && typeof part.to === 'number'
}
