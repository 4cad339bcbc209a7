import { parseFact } from '#engine/facts/parse-fact.ts'
import { thingOf } from '#engine/facts/thing-of.ts'
import type { Thing } from '#notebook/shared/thing.ts'

/** The thing that a value on the page speaks of, by its fact; undefined where it is of none. */
export function thingOfFact(fact: string, value: string): Thing | undefined {
  const parsed = parseFact(fact)
  return parsed.ok ? thingOf(parsed.fact, value) : undefined
}
