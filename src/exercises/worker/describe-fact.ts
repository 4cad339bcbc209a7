import type { Fact, Moment, Subject } from '#engine/facts/fact.ts'
import { parseFact } from '#engine/facts/parse-fact.ts'
import { printFact, printParameters, printSubject } from '#engine/facts/print-fact.ts'
import { propertyRow, rowOf, type TypicalMistake } from '#engine/facts/vocabulary.ts'

/** How a fact is asked for, and what is commonly got wrong about it. */
interface Description {
  readonly label: string
  /** The whole question, marked up. */
  readonly prompt: string
  readonly mistakes: readonly TypicalMistake[]
}

/** A question for any fact of the vocabulary, so that an author need not write one. */
export function describeFact(text: string): Description {
  const parsed = parseFact(text)
  if (!parsed.ok) return { label: 'Value', prompt: `What is \`${text}\`?`, mistakes: [] }
  const { moment, subject, property } = parsed.fact
  const row = propertyRow(subject.kind, property)
  const question = row?.question?.replace('${of}', subjectText(subject)) ?? plainQuestion(parsed.fact)
  return {
    label: row?.label ?? 'Value',
    prompt: `${momentText(moment)}${question}`,
    mistakes: (row?.mistakes ?? []).filter((name) => name !== 'one-step-early' || moment?.kind === 'step'),
  }
}

function plainQuestion({ subject, property }: Fact): string {
  return `What is \`${printFact({ subject, property })}\`?`
}

function subjectText(subject: Subject): string {
  return rowOf(subject.kind).words?.(...printParameters(subject)) ?? `\`${printSubject(subject)}\``
}

function momentText(moment: Moment | undefined): string {
  if (moment === undefined) return ''
  if (moment.kind === 'instruction')
    return `The instruction \`${moment.text}\` ${moment.isBefore ? 'is about to run' : 'has just been executed'}. `
  const { step } = moment
  if (step === 0) return 'The function has been called and its first instruction is about to run. '
  return `The first ${step === 1 ? 'instruction has' : `${step} instructions have`} just been executed. `
}
