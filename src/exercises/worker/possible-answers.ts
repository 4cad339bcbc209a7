import type { Fact } from '#engine/facts/fact.ts'
import { parseFact } from '#engine/facts/parse-fact.ts'
import type { FactValue } from '#engine/facts/fact-value.ts'
import type { Question } from '#exercises/shared/exercise.ts'
import type { Experiment } from '#exercises/shared/experiment.ts'
import { MISTAKES, pageBitsOf, wrongAnswers, type MistakeName, type Right } from './mistakes.ts'

/** A wrong answer that can be told from every other, and what to say to it. */
export interface KnownMistake {
  /** The mistake's name in the catalogue, or the fact that it is the value of. */
  readonly name: string
  readonly values: readonly bigint[]
  readonly says: string
}

/** The right answer to a question, and the wrong ones that are understood. */
export interface PossibleAnswers {
  readonly fact: FactValue
  readonly right: Right
  readonly mistakes: readonly KnownMistake[]
}

/** What may go wrong with any number. Where it cannot be told from something else, it is left out. */
const ALWAYS: readonly MistakeName[] = ['decimal-read-as-hexadecimal', 'distance-as-it-is-encoded']

/** @returns the answers, or why the question will not do: there is no answer, or a diagnosis would be ambiguous */
export function possibleAnswers(question: Question, experiment: Experiment): PossibleAnswers | string {
  const parsed = parseFact(question.fact)
  const fact = parsed.ok ? experiment.fact(parsed.fact) : undefined
  const right = parsed.ok && fact ? rightAnswer(parsed.fact, fact, experiment) : undefined
  if (!fact || !right) return `the machine has no number “${question.fact}”`
  const declared = [
    ...question.mistakes.map((name) => fromCatalogue(name, right)),
    ...foreseenOf(question, right),
  ]
  const taken = new Map<bigint, string>([[right.value, 'the right answer']])
  for (const mistake of declared) {
    const problem = claim(mistake, taken)
    if (problem !== undefined) return problem
  }
  const undeclared = ALWAYS.filter(
    (name) => !question.mistakes.includes(name as Question['mistakes'][number]),
  )
  const always = undeclared.map((name) => fromCatalogue(name, right)).map((mistake) => free(mistake, taken))
  return { fact, right, mistakes: [...declared, ...always].map((mistake) => without(mistake, right.value)) }
}

/** Takes a mistake's numbers for it. @returns why it cannot have them */
function claim({ name, values }: KnownMistake, taken: Map<bigint, string>): string | undefined {
  const wrong = values.filter((value) => taken.get(value) !== 'the right answer')
  if (wrong.length === 0)
    return values.length === 0 ? `“${name}” cannot be made here` : `“${name}” leads to the right answer`
  for (const value of wrong) {
    const other = taken.get(value)
    if (other !== undefined) return `“${name}” cannot be told from “${other}”`
    taken.set(value, name)
  }
  return undefined
}

const free = (mistake: KnownMistake, taken: ReadonlyMap<bigint, string>): KnownMistake => ({
  ...mistake,
  values: mistake.values.filter((value) => !taken.has(value)),
})

const without = (mistake: KnownMistake, right: bigint): KnownMistake => ({
  ...mistake,
  values: mistake.values.filter((value) => value !== right),
})

function fromCatalogue(name: string, right: Right): KnownMistake {
  const known = name as MistakeName
  return {
    name,
    values: wrongAnswers(known, right),
    says: MISTAKES[known].says(right.fact, pageBitsOf(right)),
  }
}

function foreseenOf({ foreseen }: Question, right: Right): KnownMistake[] {
  return foreseen.map(({ fact, cell, says }) => {
    const value = right.ask(fact, cell)
    return { name: fact, values: value === undefined ? [] : [value], says }
  })
}

function rightAnswer(asked: Fact, found: FactValue, experiment: Experiment): Right | undefined {
  const value = numberOf(found)
  if (value === undefined) return undefined
  return {
    fact: asked,
    value,
    ...(found.kind === 'bytes' ? { byteCount: found.value.length / 2 } : {}),
    ask: (other, cell) => {
      const answer = experiment.fact(other, cell)
      return answer && numberOf(answer)
    },
  }
}

/** Bytes count as the number that their digits spell; words are no numbers. */
function numberOf(fact: FactValue): bigint | undefined {
  if (typeof fact.value === 'bigint') return fact.value
  return fact.kind === 'bytes' ? BigInt('0x' + (fact.value || '0')) : undefined
}
