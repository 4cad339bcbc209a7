import { wordAt, type AssistQuestion, type Suggestion } from '#notebook/shared/assist.ts'
import { workerLanguage } from '../languages/languages.ts'

/** What could be written where the cursor is. */
export function suggest(question: AssistQuestion): readonly Suggestion[] {
  const { language, source, at } = question
  const { from } = wordAt(source, at)
  const line = source.slice(source.lastIndexOf('\n', from - 1) + 1, from)
  const isFirst = /^\s*(?:[\w.]+:)?\s*$/.test(line)
  return workerLanguage(language).suggest?.(question, isFirst) ?? []
}
