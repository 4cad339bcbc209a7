import { factText } from '#engine/facts/fact-value.ts'
import { showBytes, showValue } from '#notebook/shared/show-value.ts'
import type { Experiment } from '#exercises/shared/experiment.ts'
import { markValue, richText, type RichText } from '#exercises/shared/rich-text.ts'

const FACT = /<Fact\s+of=(?:"([^"]*)"|'([^']*)')(?:\s+cell="([\w-]+)")?\s*\/>/g

/** A text in which every `<Fact of="…" cell="…" />` has become that fact's value, as people read it. */
export function textWithFacts(text: string, experiment: Experiment): RichText {
  const filled = text.replace(FACT, (...match) => {
    const { name, cell } = asked(match as unknown as RegExpMatchArray)
    return markValue(factForPeople(name, experiment, cell))
  })
  return richText(filled)
}

/**
 * The same for what an author wrote about their own machine, which has every fact they name.
 * @throws MissingFactError
 */
export function wholeText(text: string, experiment: Experiment): RichText {
  for (const match of text.matchAll(FACT)) {
    const { name, cell } = asked(match)
    if (experiment.fact(name, cell) === undefined) throw new MissingFactError(name)
  }
  return textWithFacts(text, experiment)
}

/** The facts that a text asks for. */
export function factsNamedIn(text: string): string[] {
  return [...text.matchAll(FACT)].map((match) => asked(match).name)
}

function asked(match: RegExpMatchArray): { name: string; cell: string | undefined } {
  return { name: match[1] ?? match[2] ?? '', cell: match[3] }
}

/** A text asks for what its machine does not have. */
class MissingFactError extends Error {
  constructor(name: string) {
    super(`there is no fact “${name}” in the exercise's machine`)
  }
}

/** A fact's value as it stands in prose; a dash where the machine has none. */
export function factForPeople(name: string, experiment: Experiment, cell?: string): string {
  const value = experiment.fact(name, cell)
  if (value === undefined) return '\u2014'
  return value.kind === 'bytes'
    ? showBytes(value.value.toUpperCase())
    : showValue(factText(value), 'full', name)
}
