import type { Machine } from '#engine/machine/machine.ts'
import { decodeUtf8 } from '#engine/os/decode-utf8.ts'
import { defined } from '#notebook/shared/defined.ts'
import type { ViewInput } from './view-input.ts'
import type { ConsoleView } from '#notebook/shared/view.ts'

/** What the program has printed, and what it reads; undefined where it does neither. */
export function consoleView({ facts, machine }: ViewInput): ConsoleView | undefined {
  const output = facts.get('console.text') ?? { fact: 'console.text', value: '' }
  const input = inputOf(machine)
  if (output.value === '' && input === undefined) return undefined
  return { kind: 'console', output, ...defined({ parts: partsOf(machine), input }) }
}

function partsOf({ kernel }: Machine): ConsoleView['parts'] {
  const { parts } = kernel.console
  return parts.some(({ stream }) => stream === 2)
    ? parts.map(({ text, stream }) => ({ text, isError: stream === 2 }))
    : undefined
}

function inputOf({ kernel, stop }: Machine): ConsoleView['input'] {
  const bytes = kernel.linux?.input.state.bytes
  const waits = stop?.kind === 'waits' && stop.for === 'input'
  return bytes === undefined || (bytes.length === 0 && !waits)
    ? undefined
    : { typed: decodeUtf8(bytes), waits }
}
