import type { ViewName } from '#notebook/views/view.ts'

/** What a reader can have shown of any machine, in the order in which the panel shows it. */
export const VIEW_MENU: Readonly<Record<ViewName, string>> = {
  console: 'Console',
  source: 'Source',
  assembly: 'Assembly',
  registers: 'Registers',
  stack: 'Stack',
  symbols: 'Symbol table',
  split: 'Address, taken apart',
  table: 'Page table',
  ram: 'RAM',
  regions: 'Regions',
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
  'stack',
  'split',
  'table',
  'ram',
]
