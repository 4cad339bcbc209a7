import { getContext, setContext } from 'svelte'

/** What every value inside a cell's output has to know about its cell. */
export interface OutputContext {
  readonly cell: string
  /** Names of the facts that differ from the run before. */
  readonly changed: ReadonlySet<string>
  /** Goes to a step of the run, where somebody can. */
  readonly visit?: ((step: number) => void) | undefined
}

const KEY = 'pagewalk-output'

export function provideOutput(context: OutputContext): void {
  setContext(KEY, context)
}

export function outputContext(): OutputContext {
  return getContext<OutputContext>(KEY)
}
