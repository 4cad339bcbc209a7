import { MissingPart } from './missing-part.ts'

/** What the console says first of each. */
export const OWN_MISTAKE = 'A mistake of the course’s own while'

/** A mistake that the course itself has made, told as plain data: it crosses to the page. */
export interface OwnMistake {
  /** What was being done, as it goes on after “while”. */
  readonly during: string
  /** For the developer who mends it. */
  readonly error: string
}

/**
 * Does a piece of work in which only the course can be wrong. What is thrown there becomes a mistake in the list, and
 * everything else goes on. There is one such boundary for each kind of work, and none inside.
 */
export function attempt<Result>(
  during: string,
  mistakes: OwnMistake[],
  work: () => Result,
): Result | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof MissingPart) throw error
    mistakes.push(ownMistake(during, error))
    return undefined
  }
}

export function ownMistake(during: string, error: unknown): OwnMistake {
  // The console says where; no test lets it pass.
  // eslint-disable-next-line no-console
  console.error(OWN_MISTAKE, during, error)
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { during, error: text }
}
