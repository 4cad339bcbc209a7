import { describeMisreading } from '#engine/facts/misreading.ts'
import { parseFact } from '#engine/facts/parse-fact.ts'
import type { Parameters } from '#exercises/shared/exercise.ts'
import { fill, firstValues } from '#exercises/worker/parameters.ts'
import { factsNamedIn } from '#exercises/worker/text-with-facts.ts'
import { WrittenError } from './written-error.ts'

/** Where an author writes a fact alone; everywhere else they put it into a text as `<Fact of="…" />`. */
const KEYS: readonly PropertyKey[] = ['fact', 'sameAs', 'ask', 'predict']

/**
 * Whatever an author asks of a machine is a fact, whichever values the parameters have.
 * @throws WrittenError
 */
export function checkFacts(written: unknown, parameters: Parameters): void {
  const values = firstValues(parameters)
  for (const { text, at } of factsIn(written, [])) {
    const fact = fill(text, values)
    const parsed = parseFact(fact)
    if (parsed.ok) continue
    const { from, message, help } = describeMisreading(fact, parsed.misreading)
    throw new WrittenError(at, `“${fact}” is no fact, from its character ${from + 1} on. ${message} ${help}`)
  }
}

interface WrittenFact {
  readonly text: string
  /** The keys that lead to it. */
  readonly at: readonly PropertyKey[]
}

function factsIn(written: unknown, at: readonly PropertyKey[]): WrittenFact[] {
  if (typeof written === 'string') {
    const key = at.findLast((part) => typeof part === 'string')
    const texts = key !== undefined && KEYS.includes(key) ? [written] : factsNamedIn(written)
    return texts.map((text) => ({ text, at }))
  }
  if (typeof written !== 'object' || written === null) return []
  return Object.entries(written).flatMap(([key, part]) =>
    factsIn(part, [...at, Array.isArray(written) ? Number(key) : key]),
  )
}
