import { droppedWith } from '../3-check/dropped.ts'
import type { Type } from '../3-check/types.ts'
import type { MirBody } from '../4-mir/mir.ts'

/**
 * The labels of functions that may run while a value is being formatted, its text perhaps going to a `String`: whatever
 * these print themselves goes out all the same.
 * @param destructorOf the label of what is called with a value of a type before it goes
 */
export function insideFormatting(
  bodies: readonly MirBody[],
  destructorOf: (type: Type) => string | undefined,
): ReadonlySet<string> {
  const byLabel = new Map(bodies.map((body) => [body.label, body]))
  const inside = new Set([...byLabel.keys()].filter((label) => /\.fmt(\.|$)/.test(label)))
  for (const label of inside) {
    const body = byLabel.get(label)
    if (!body) continue
    for (const { terminator } of body.blocks) {
      if (terminator.kind !== 'call') continue
      const { callee } = terminator
      // Where it leads is seen only as it runs.
      if (callee.kind === 'virtual' || callee.kind === 'pointer') return new Set(byLabel.keys())
      if (callee.kind === 'function') inside.add(callee.label)
    }
    for (const { type } of body.locals)
      for (const part of droppedWith(type)) inside.add(destructorOf(part) ?? label)
  }
  return inside
}
