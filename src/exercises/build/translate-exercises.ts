/**
 * Exercises in another language: `exercises.de.yaml` has, by the ids of the exercises, what is said in them, in the same
 * places as `exercises.yaml`. What is asked, how it is judged and what is drawn stays there, once.
 */

/** What cannot be left out of a sentence, nor put into it: a parameter, or a fact that the machine is asked for. */
const FILLED_IN = /\$\{\w+\}|<Fact\b[^>]*>/g

/** Where something is said, in the form in which exercises are written: everything else is asked, drawn or judged. */
const SAID =
  /^(?:(?:given|ask|foreseen|options|when|expect|items|steps|lines|budget)\/\d+\/)*(?:title|prompt|explanation|label|otherwise|says|text|needs|what|(?:hints|buckets|instead)\/[^/]+)$/

type Fail = (at: readonly string[], message: string) => never

/**
 * Puts a translation's sentences in the place of the original's.
 * @param original the exercises as they are written, by `exercises`
 * @param fail says where in the translation something is wrong
 */
export function translateExercises(original: unknown, translation: unknown, fail: Fail): unknown {
  const { exercises, ...rest } = original as { exercises: readonly { id: string }[] }
  const byId = Object.fromEntries(exercises.map((exercise) => [exercise.id, exercise]))
  const translated = inPlaceOf(byId, translation ?? {}, [], fail) as typeof byId
  return { ...rest, exercises: exercises.map(({ id }) => translated[id]) }
}

function inPlaceOf(original: unknown, said: unknown, at: readonly string[], fail: Fail): unknown {
  if (typeof original === 'string' && typeof said === 'string') {
    const [, ...place] = at
    if (!SAID.test(place.join('/')))
      fail(at, 'only what is said can be translated; what is asked, drawn and judged stays in exercises.yaml')
    return sentence(original, said, at, fail)
  }
  if (typeof original !== 'object' || original === null || typeof said !== 'object' || said === null)
    return fail(at, 'only what is said can be translated, each sentence in its place')
  const parts = new Map(Object.entries(original))
  for (const [key, part] of Object.entries(said)) {
    if (!parts.has(key)) fail([...at, key], 'there is nothing of the kind in exercises.yaml')
    parts.set(key, inPlaceOf(parts.get(key), part, [...at, key], fail))
  }
  return Array.isArray(original) ? [...parts.values()] : Object.fromEntries(parts)
}

function sentence(original: string, said: string, at: readonly string[], fail: Fail): string {
  const filled = (text: string) => (text.match(FILLED_IN) ?? []).sort().join(', ')
  if (filled(original) === filled(said)) return said
  return fail(
    at,
    `what is filled in is ${filled(said) || 'nothing'}; in exercises.yaml it is ${filled(original) || 'nothing'}`,
  )
}
