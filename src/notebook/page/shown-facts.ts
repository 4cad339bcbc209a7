import type { ViewData } from '#notebook/shared/view.ts'

/** Every fact that views show, by name. */
export function shownFacts(views: readonly ViewData[]): Map<string, string> {
  const facts = new Map<string, string>()
  collect(views, facts)
  return facts
}

function collect(data: unknown, facts: Map<string, string>): void {
  if (typeof data !== 'object' || data === null) return
  const { fact, value } = data as { fact?: unknown; value?: unknown }
  if (typeof fact === 'string' && typeof value === 'string') {
    if (fact !== '') facts.set(fact, value)
  } else for (const part of Object.values(data)) collect(part, facts)
}

/** The facts whose value is another than before; what wasn't there before has not changed. */
export function changedFacts(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Set<string> {
  return new Set(
    [...after]
      .filter(([fact, value]) => before.has(fact) && before.get(fact) !== value)
      .map(([fact]) => fact),
  )
}
