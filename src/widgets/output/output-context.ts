import { getContext, setContext } from 'svelte'
import type { ViewName } from '#notebook/shared/view.ts'

/** What a reader can do with a view as a whole. */
export interface Arrangement {
  isPinned(view: ViewName): boolean
  togglePin(view: ViewName): void
  isEnlarged(view: ViewName): boolean
  toggleSize(view: ViewName): void
}

/** What every value inside a cell's output has to know about its cell. */
export interface OutputContext {
  readonly cell: string
  /** Names of the facts that differ from the run before. */
  readonly changed: ReadonlySet<string>
  /** Where views can be arranged. */
  readonly arrangement?: Arrangement | undefined
  /** Goes to a step of the run, where there is a machine panel. */
  readonly visit?: ((step: number) => void) | undefined
}

const KEY = 'pagewalk-output'

export function provideOutput(context: OutputContext): void {
  setContext(KEY, context)
}

export function outputContext(): OutputContext {
  return getContext<OutputContext>(KEY)
}
