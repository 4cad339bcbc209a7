import { factText } from '#engine/facts.ts'
import { showBytes, showValue } from '#notebook/show-value.ts'
import type { Experiment } from './experiment.ts'
import { richText, type RichText } from './rich-text.ts'

const FACT = /\{fact:\s*([^{}]+?)(?:\s+@\s*([\w-]+))?\s*\}/g

/** A text in which every `{fact: NAME}` (or `{fact: NAME @ cell}`) has become that fact's value, as people read it. */
export function textWithFacts(text: string, experiment: Experiment): RichText {
  return richText(
    text.replace(FACT, (_, name: string, cell?: string) => factForPeople(name, experiment, cell)),
  )
}

/** The facts that a text asks for and the machine does not have. */
export function missingFacts(text: string, experiment: Experiment): string[] {
  return [...text.matchAll(FACT)].flatMap(([, name, cell]) =>
    experiment.fact(name ?? '', cell) === undefined ? [name ?? ''] : [],
  )
}

/** A fact's value as it stands in prose; a dash where the machine has none. */
export function factForPeople(name: string, experiment: Experiment, cell?: string): string {
  const value = experiment.fact(name, cell)
  if (value === undefined) return '\u2014'
  return value.kind === 'bytes' ? showBytes(value.value.toUpperCase()) : showValue(factText(value))
}
