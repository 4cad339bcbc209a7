import type { ViewName } from '#notebook/shared/view.ts'

/** What a reader can have shown of any machine, in the order in which the panel shows it. */
export const VIEW_MENU: Readonly<Record<ViewName, string>> = {
  console: 'Console',
  source: 'Source',
  mir: 'Middle representation (MIR)',
  assembly: 'Assembly',
  registers: 'Registers in use',
  'register-file': 'All registers',
  vectors: 'XMM registers',
  flags: 'Flags',
  walk: 'One access, drawn',
  spaces: 'Address spaces beside RAM, drawn',
  frame: 'Stack, drawn to scale',
  stack: 'Stack, by the byte',
  calls: 'Stack, by the frame',
  symbols: 'Symbol table',
  bytes: 'One value and its bytes, drawn',
  split: 'Address, taken apart',
  bits: 'Address, bit by bit',
  table: 'Page table, the way taken',
  tree: 'Page table, whole',
  tlb: 'TLB',
  ram: 'RAM behind the stack',
  hex: 'Bytes, virtual and physical',
  frames: 'Frames, by owner',
  swap: 'Swap area, and who leaves next',
  maps: 'Map of the address space',
  regions: 'Regions',
  counters: 'Counters',
  accesses: 'Accesses',
  journey: 'One value’s way',
  steps: 'Registers, step by step',
  film: 'Stack, step by step',
}

export const MENU_ORDER = Object.keys(VIEW_MENU) as readonly ViewName[]

/** What is open until a reader chooses otherwise. */
export const FIRST_VIEWS: readonly ViewName[] = [
  'console',
  'source',
  'assembly',
  'registers',
  'vectors',
  'stack',
  'split',
  'table',
  'ram',
]
