import { accessesView } from './accesses-view.ts'
import { assemblyView } from './assembly-view.ts'
import { consoleView } from './console-view.ts'
import { filmView } from './film-view.ts'
import { journeyView } from './journey-view.ts'
import { ramView } from './ram-view.ts'
import { regionsView } from './regions-view.ts'
import { registersView } from './registers-view.ts'
import { sourceView } from './source-view.ts'
import { splitView } from './split-view.ts'
import { stackView } from './stack-view.ts'
import { stepsView } from './steps-view.ts'
import { symbolsView } from './symbols-view.ts'
import { tableView } from './table-view.ts'
import type { ViewInput } from './view-input.ts'
import type { ViewData, ViewName } from './view.ts'

const MAKERS: Readonly<Record<ViewName, (input: ViewInput) => ViewData | undefined>> = {
  accesses: accessesView,
  assembly: assemblyView,
  console: consoleView,
  film: filmView,
  journey: journeyView,
  ram: ramView,
  regions: regionsView,
  registers: registersView,
  source: sourceView,
  split: splitView,
  stack: stackView,
  steps: stepsView,
  symbols: symbolsView,
  table: tableView,
}

/** The views an author may name in `show`. */
export const VIEW_NAMES = Object.keys(MAKERS) as readonly ViewName[]

/** One view's data; undefined where the machine has nothing of the kind to show. */
export function makeView(name: ViewName, input: ViewInput): ViewData | undefined {
  return MAKERS[name](input)
}
