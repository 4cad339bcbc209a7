import type { Answer } from './exercise.ts'

/** Characters of a source, or of all other texts of an answer together. */
export const LONGEST_ANSWER = 20_000
const MOST_PARTS = 100
/** Of one of its texts. */
export const LONGEST_TEXT = LONGEST_ANSWER / MOST_PARTS

/** An answer out of whatever stands in a file; undefined where it is none. */
export function readAnswer(stored: unknown): Answer | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined
  const { kind, texts, option, source, line, text, buckets, order } = stored as Record<string, unknown>
  switch (kind) {
    case 'predict':
      return isListOf(texts, isText) ? { kind, texts } : undefined
    case 'choose':
      return isIndex(option) ? { kind, option } : undefined
    case 'edit':
    case 'build':
      return typeof source === 'string' && source.length <= LONGEST_ANSWER ? { kind, source } : undefined
    case 'fault':
      return isIndex(line) && isText(text) ? { kind, line, text } : undefined
    case 'classify':
      return isListOf(buckets, isText) ? { kind, buckets } : undefined
    case 'order':
      return isListOf(order, isIndex) ? { kind, order } : undefined
    default:
      return undefined
  }
}

/** Whether an answer is one that no file may hold, however right it is. */
export function isTooLong(answer: Answer): boolean {
  if ('source' in answer) return answer.source.length > LONGEST_ANSWER
  if (answer.kind === 'fault') return !isText(answer.text)
  return answer.kind === 'predict' && !answer.texts.every(isText)
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= LONGEST_TEXT
const isIndex = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) < MOST_PARTS

function isListOf<Item>(value: unknown, is: (item: unknown) => item is Item): value is Item[] {
  return Array.isArray(value) && value.length <= MOST_PARTS && value.every(is)
}
