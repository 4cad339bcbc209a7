import type { Component } from 'svelte'
import type { ViewName, ViewOf } from '#notebook/shared/view.ts'
import AccessesOverTime from '../accesses-over-time/AccessesOverTime.svelte'
import Accesses from '../accesses/Accesses.svelte'
import Assembly from '../assembly/Assembly.svelte'
import Bits from '../bits/Bits.svelte'
import Bytes from '../bytes/Bytes.svelte'
import Caches from '../caches/Caches.svelte'
import Calls from '../calls/Calls.svelte'
import Console from '../console/Console.svelte'
import Counters from '../counters/Counters.svelte'
import SideBySide from '../side-by-side/SideBySide.svelte'
import Curve from '../curve/Curve.svelte'
import Film from '../film/Film.svelte'
import Flags from '../flags/Flags.svelte'
import Frame from '../frame/Frame.svelte'
import Frames from '../frames/Frames.svelte'
import Hex from '../hex/Hex.svelte'
import Journey from '../journey/Journey.svelte'
import AddressMap from '../map/AddressMap.svelte'
import Maps from '../maps/Maps.svelte'
import Mir from '../mir/Mir.svelte'
import Ram from '../ram/Ram.svelte'
import Regions from '../regions/Regions.svelte'
import RegisterFile from '../register-file/RegisterFile.svelte'
import Registers from '../registers/Registers.svelte'
import Source from '../source/Source.svelte'
import Spaces from '../spaces/Spaces.svelte'
import Split from '../split/Split.svelte'
import Stack from '../stack/Stack.svelte'
import Steps from '../steps/Steps.svelte'
import Swap from '../swap/Swap.svelte'
import Symbols from '../symbols/Symbols.svelte'
import Table from '../table/Table.svelte'
import Tlb from '../tlb/Tlb.svelte'
import Tree from '../tree/Tree.svelte'
import Vectors from '../vectors/Vectors.svelte'
import Walk from '../walk/Walk.svelte'
import accessesHref from '../accesses/accesses.css?url'
import assemblyHref from '../assembly/assembly.css?url'
import callsHref from '../calls/calls.css?url'
import filmHref from '../film/film.css?url'
import flagsHref from '../flags/flags.css?url'
import hexHref from '../hex/hex.css?url'
import journeyHref from '../journey/journey.css?url'
import mapsHref from '../maps/maps.css?url'
import pictureHref from '../picture/picture.css?url'
import runsHref from '../picture/runs.css?url'
import sourceHref from '../source/source.css?url'
import splitHref from '../split/split.css?url'
import stackHref from '../stack/stack.css?url'
import stepsHref from '../steps/steps.css?url'
import machineViewsHref from './machine-views.css?url'

/** A view on the page. */
interface ShownView<Name extends ViewName> {
  /** What readers call it. */
  readonly name: string
  readonly component: Component<{ data: ViewOf<Name> }>
  /** Where its looks are, if not in the component. */
  readonly styles?: readonly string[]
  /** The machine panel has it open until a reader chooses otherwise. */
  readonly isOpenAtFirst?: true
  /** There it is among those that are in sight together, until a reader chooses otherwise. */
  readonly isPinnedAtFirst?: true
  /** It is a drawing, which takes more room in height. */
  readonly isPicture?: true
}

/** In the order in which the machine panel shows them. */
export const VIEWS: { readonly [Name in ViewName]: ShownView<Name> } = {
  console: { name: 'Console', component: Console, isOpenAtFirst: true },
  source: { name: 'Source', component: Source, styles: [sourceHref], isOpenAtFirst: true },
  mir: { name: 'Middle representation (MIR)', component: Mir, styles: [machineViewsHref] },
  assembly: {
    name: 'Assembly',
    component: Assembly,
    styles: [assemblyHref],
    isOpenAtFirst: true,
    isPinnedAtFirst: true,
  },
  registers: { name: 'Registers in use', component: Registers, isOpenAtFirst: true, isPinnedAtFirst: true },
  'register-file': { name: 'All registers', component: RegisterFile, styles: [machineViewsHref] },
  vectors: { name: 'XMM registers', component: Vectors, styles: [machineViewsHref], isOpenAtFirst: true },
  flags: { name: 'Flags', component: Flags, styles: [flagsHref] },
  walk: {
    name: 'One access, drawn',
    component: Walk,
    styles: [pictureHref, splitHref],
    isPicture: true,
    isOpenAtFirst: true,
    isPinnedAtFirst: true,
  },
  spaces: {
    name: 'Address spaces beside RAM, drawn',
    component: Spaces,
    styles: [pictureHref],
    isPicture: true,
  },
  frame: {
    name: 'Stack, drawn to scale',
    component: Frame,
    styles: [pictureHref, stackHref],
    isPicture: true,
  },
  stack: {
    name: 'Stack, by the byte',
    component: Stack,
    styles: [stackHref],
    isOpenAtFirst: true,
    isPinnedAtFirst: true,
  },
  calls: { name: 'Stack, by the frame', component: Calls, styles: [callsHref] },
  symbols: { name: 'Symbol table', component: Symbols },
  bytes: { name: 'One value and its bytes, drawn', component: Bytes, styles: [pictureHref], isPicture: true },
  split: { name: 'Address, taken apart', component: Split, styles: [splitHref], isOpenAtFirst: true },
  bits: { name: 'Address, bit by bit', component: Bits, styles: [machineViewsHref] },
  table: { name: 'Page table, the way taken', component: Table, isOpenAtFirst: true },
  tree: { name: 'Page table, whole', component: Tree, styles: [machineViewsHref] },
  tlb: { name: 'TLB', component: Tlb, styles: [machineViewsHref] },
  caches: {
    name: 'Caches, drawn',
    component: Caches,
    styles: [pictureHref, runsHref],
    isPicture: true,
    isOpenAtFirst: true,
  },
  ram: { name: 'RAM behind the stack', component: Ram, isOpenAtFirst: true },
  hex: { name: 'Bytes, virtual and physical', component: Hex, styles: [hexHref] },
  frames: { name: 'Frames, by owner', component: Frames, styles: [machineViewsHref] },
  swap: { name: 'Swap area, and who leaves next', component: Swap, styles: [machineViewsHref] },
  map: {
    name: 'Address space to scale, drawn',
    component: AddressMap,
    styles: [pictureHref, runsHref, mapsHref],
    isPicture: true,
  },
  maps: { name: 'Map of the address space', component: Maps, styles: [mapsHref] },
  regions: { name: 'Regions', component: Regions },
  counters: { name: 'Counters', component: Counters, styles: [machineViewsHref] },
  'accesses-over-time': {
    name: 'Accesses over time, drawn',
    component: AccessesOverTime,
    styles: [pictureHref, runsHref],
    isPicture: true,
  },
  'side-by-side': {
    name: 'Accesses by rule, drawn',
    component: SideBySide,
    styles: [pictureHref, runsHref],
    isPicture: true,
  },
  curve: {
    name: 'Faults by frames, misses by entries, drawn',
    component: Curve,
    styles: [pictureHref, runsHref],
    isPicture: true,
  },
  accesses: { name: 'Accesses', component: Accesses, styles: [accessesHref] },
  journey: {
    name: 'One value’s way',
    component: Journey,
    styles: [pictureHref, journeyHref],
    isPicture: true,
  },
  steps: { name: 'Registers, step by step', component: Steps, styles: [stepsHref] },
  film: { name: 'Stack, step by step', component: Film, styles: [filmHref] },
}

export const VIEW_NAMES = Object.keys(VIEWS) as readonly ViewName[]

/** The component of whatever a view has to show: each row above has checked that it takes just that. */
export function componentOf<Name extends ViewName>(name: Name): Component<{ data: ViewOf<Name> }> {
  return VIEWS[name].component
}
