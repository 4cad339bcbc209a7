/** What can be asked of a machine: facts/vocabulary.ts has the words. */
import { answerNow } from './facts/answers.ts'
import type { Fact } from './facts/fact.ts'
import { factValue, type FactValue } from './facts/fact-value.ts'
import { atMoment } from './facts/moment.ts'
import { parseFact } from './facts/parse-fact.ts'
import { propertyRow } from './facts/vocabulary.ts'
import type { Machine } from './machine/machine.ts'

/**
 * The answer to a question, or undefined where the machine has none: the text is no question, the page is not mapped,
 * the moment lies in no recorded past.
 */
export function fact(machine: Machine, asked: Fact | string): FactValue | undefined {
  if (typeof asked !== 'string') return answer(machine, asked)
  const parsed = parseFact(asked)
  return parsed.ok ? answer(machine, parsed.fact) : undefined
}

function answer(machine: Machine, { moment, subject, property }: Fact): FactValue | undefined {
  const row = propertyRow(subject.kind, property)
  if (row === undefined) return undefined
  const ask = () => answerNow(machine, subject, property)
  const found = moment === undefined ? ask() : atMoment(machine, moment, ask)
  return found === undefined ? undefined : factValue(found, row.quantity)
}
