import type { Machine } from '#engine/machine/machine.ts'
import { wordAt, type AssistQuestion, type Explanation } from '#notebook/shared/assist.ts'
import { workerLanguage } from '../languages/languages.ts'
import { processorCard } from './cards.ts'

/** What the word at a place means. @param machine as the cell has left it, where it has run */
export function explain(question: AssistQuestion, machine?: Machine): Explanation | undefined {
  const language = workerLanguage(question.language)
  const word = (language.wordAt ?? wordAt)(question.source, question.at)
  const { from, to, text } = word
  if (text === '') return undefined
  const card = language.explain ? language.explain(word, question, machine) : processorCard(text, machine)
  return card && { from, to, ...card }
}
