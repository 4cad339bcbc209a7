import type { ViewInput } from './view-input.ts'
import type { ConsoleView } from './view.ts'

/** What the program has printed; undefined where it printed nothing or has nowhere to print to. */
export function consoleView({ facts }: ViewInput): ConsoleView | undefined {
  const output = facts.get('console.text')
  return output === undefined || output.value === '' ? undefined : { kind: 'console', output }
}
