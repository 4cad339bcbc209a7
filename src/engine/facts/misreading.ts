/** What is wrong with a text that is no fact, in words. Authors see them, so that no page and no worker carries them. */
import type { Diagnostic } from '../diagnostic.ts'
import type { Misreading } from './parse-fact.ts'
import { printSubject } from './print-fact.ts'
import { isReserved, rowOf, SUBJECTS, type SubjectKind } from './vocabulary.ts'

/** Words that a message lists. */
const MOST_LISTED = 12

/** A reading that failed, as a mistake in its text. */
export function describeMisreading(text: string, misreading: Misreading): Diagnostic {
  const { from, to } = misreading
  const [message, help] = sentences(text.slice(from, to), misreading)
  return { message, help, from, to, severity: 'error' }
}

function sentences(
  found: string,
  { expected, subject }: Misreading,
): readonly [message: string, help: string] {
  if (expected === 'a question')
    return [`Nothing is called ${found}(…).`, `With parentheses there are ${calls()}`]
  if (subject === undefined) {
    const instead = found === '' ? 'the end' : `“${found}”`
    return [`Here ${expected} should stand, not ${instead}.`, 'For example: x.physicalAddress.']
  }
  const written = printSubject(subject)
  if (expected === 'an address')
    return [`${written} is no address that is walked for.`, 'For example: x.walk(pml4).index.']
  const message = found === '' ? `What is asked of ${written}?` : `There is no “${found}” of ${written}.`
  return [message, canBeAsked(subject.kind) + (isReserved(written) ? variableHint(written) : '')]
}

function canBeAsked(kind: SubjectKind): string {
  const names = Object.keys(rowOf(kind).asks).filter((name) => name !== '')
  return names.length === 0 ? 'It is a fact by itself.' : `It can be asked for ${listed(names)}`
}

function variableHint(name: string): string {
  return ` A variable of that name is written variable(${name}).`
}

function calls(): string {
  const kinds = Object.keys(SUBJECTS) as SubjectKind[]
  return listed(kinds.filter((kind) => rowOf(kind).takes.length > 0))
}

function listed(names: readonly string[]): string {
  const more = names.length > MOST_LISTED ? ', …' : '.'
  return names.slice(0, MOST_LISTED).join(', ') + more
}
