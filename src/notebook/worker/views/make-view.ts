import { accessesView } from './accesses-view.ts'
import { assemblyView } from './assembly-view.ts'
import { bitsView } from './bits-view.ts'
import { bytesView } from './bytes-view.ts'
import { callsView } from './calls-view.ts'
import { consoleView } from './console-view.ts'
import { countersView } from './counters-view.ts'
import { filmView } from './film-view.ts'
import { flagsView } from './flags-view.ts'
import { frameView } from './frame-view.ts'
import { framesView } from './frames-view.ts'
import { hexView } from './hex-view.ts'
import { journeyView } from './journey-view.ts'
import { mapsView } from './maps-view.ts'
import { mirView } from './mir-view.ts'
import { ramView } from './ram-view.ts'
import { regionsView } from './regions-view.ts'
import { registerFileView } from './register-file-view.ts'
import { registersView } from './registers-view.ts'
import { sourceView } from './source-view.ts'
import { spacesView } from './spaces-view.ts'
import { splitView } from './split-view.ts'
import { stackView } from './stack-view.ts'
import { stepsView } from './steps-view.ts'
import { swapView } from './swap-view.ts'
import { symbolsView } from './symbols-view.ts'
import { tableView } from './table-view.ts'
import { tlbView } from './tlb-view.ts'
import { treeView } from './tree-view.ts'
import { vectorsView } from './vectors-view.ts'
import { walkView } from './walk-view.ts'
import type { ViewInput } from './view-input.ts'
import type { ViewData, ViewName } from '#notebook/shared/view.ts'

const MAKERS: Readonly<Record<ViewName, (input: ViewInput) => ViewData | undefined>> = {
  accesses: accessesView,
  assembly: assemblyView,
  bits: bitsView,
  bytes: bytesView,
  calls: callsView,
  console: consoleView,
  counters: countersView,
  film: filmView,
  flags: flagsView,
  frame: frameView,
  frames: framesView,
  hex: hexView,
  journey: journeyView,
  maps: mapsView,
  mir: mirView,
  ram: ramView,
  regions: regionsView,
  'register-file': registerFileView,
  registers: registersView,
  source: sourceView,
  spaces: spacesView,
  split: splitView,
  stack: stackView,
  steps: stepsView,
  swap: swapView,
  symbols: symbolsView,
  table: tableView,
  tlb: tlbView,
  tree: treeView,
  vectors: vectorsView,
  walk: walkView,
}

/** The views an author may name in `show`. */
export const VIEW_NAMES = Object.keys(MAKERS) as readonly ViewName[]

/** One view's data; undefined where the machine has nothing of the kind to show. */
export function makeView(name: ViewName, input: ViewInput): ViewData | undefined {
  return MAKERS[name](input)
}
