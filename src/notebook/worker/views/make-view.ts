import { accessesOverTimeView } from './accesses-over-time-view.ts'
import { accessesView } from './accesses-view.ts'
import { assemblyView } from './assembly-view.ts'
import { bitsView } from './bits-view.ts'
import { bytesView } from './bytes-view.ts'
import { cachesView } from './caches-view.ts'
import { callsView } from './calls-view.ts'
import { consoleView } from './console-view.ts'
import { countersView } from './counters-view.ts'
import { curveView } from './curve-view.ts'
import { filmView } from './film-view.ts'
import { flagsView } from './flags-view.ts'
import { frameView } from './frame-view.ts'
import { framesView } from './frames-view.ts'
import { hexView } from './hex-view.ts'
import { journeyView } from './journey-view.ts'
import { mapView } from './map-view.ts'
import { mapsView } from './maps-view.ts'
import { mirView } from './mir-view.ts'
import { ramView } from './ram-view.ts'
import { regionsView } from './regions-view.ts'
import { registerFileView } from './register-file-view.ts'
import { registersView } from './registers-view.ts'
import { sideBySideView } from './side-by-side-view.ts'
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
import type { ViewData, ViewName, ViewOf } from '#notebook/shared/view.ts'

/** A view in the worker. */
interface ViewMaker<Name extends ViewName> {
  readonly make: (input: ViewInput) => ViewOf<Name> | undefined
  /** What it tells is about the frame, or by it: of a program that has ended, as it was when it last had one. */
  readonly isAboutTheFrame?: true
}

const MAKERS: { readonly [Name in ViewName]: ViewMaker<Name> } = {
  accesses: { make: accessesView },
  'accesses-over-time': { make: accessesOverTimeView },
  assembly: { make: assemblyView },
  bits: { make: bitsView, isAboutTheFrame: true },
  bytes: { make: bytesView, isAboutTheFrame: true },
  caches: { make: cachesView },
  calls: { make: callsView, isAboutTheFrame: true },
  console: { make: consoleView },
  counters: { make: countersView },
  curve: { make: curveView },
  film: { make: filmView },
  flags: { make: flagsView, isAboutTheFrame: true },
  frame: { make: frameView, isAboutTheFrame: true },
  frames: { make: framesView },
  hex: { make: hexView, isAboutTheFrame: true },
  journey: { make: journeyView, isAboutTheFrame: true },
  map: { make: mapView },
  maps: { make: mapsView },
  mir: { make: mirView },
  ram: { make: ramView, isAboutTheFrame: true },
  regions: { make: regionsView },
  'register-file': { make: registerFileView, isAboutTheFrame: true },
  registers: { make: registersView, isAboutTheFrame: true },
  'side-by-side': { make: sideBySideView },
  source: { make: sourceView },
  spaces: { make: spacesView },
  split: { make: splitView, isAboutTheFrame: true },
  stack: { make: stackView, isAboutTheFrame: true },
  steps: { make: stepsView },
  swap: { make: swapView },
  symbols: { make: symbolsView, isAboutTheFrame: true },
  table: { make: tableView, isAboutTheFrame: true },
  tlb: { make: tlbView },
  tree: { make: treeView, isAboutTheFrame: true },
  vectors: { make: vectorsView, isAboutTheFrame: true },
  walk: { make: walkView, isAboutTheFrame: true },
}

/** The views an author may name in `show`. */
export const VIEW_NAMES = Object.keys(MAKERS) as readonly ViewName[]

/** One view's data; undefined where the machine has nothing of the kind to show. */
export function makeView(name: ViewName, input: ViewInput): ViewData | undefined {
  return MAKERS[name].make(input)
}

export function isAboutTheFrame(name: ViewName): boolean {
  return MAKERS[name].isAboutTheFrame ?? false
}
