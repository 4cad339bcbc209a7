import { PRESENT_KEYS } from '../lesson/present-keys.ts'
import { SEARCH_KEYS } from '../search/search-keys.ts'
import type { KeyCommand } from '#notebook/page/keys.ts'

/** What commands do, in a few words: with the list of keys, which few readers open, and not with the keys. */
export const KEY_TEXTS: Readonly<Record<KeyCommand, string>> = {
  'run-and-go-on': 'Run the cell and go to the next',
  run: 'Run the cell and stay',
  edit: 'Edit the cell',
  leave: 'Leave the editor',
  explain: 'Explain the word that the cursor is at',
  next: 'Go to the next cell',
  previous: 'Go to the cell before',
  machine: 'Open the machine of the cell',
  'fold-source': 'Fold or unfold the source',
  'fold-output': 'Fold or unfold the output',
  copy: 'Copy the source',
  interrupt: 'Interrupt what is running',
  'go-on': 'Let what was stopped go on from there',
  restart: 'Restart the simulator',
  list: 'Show this list',
  'add-above': 'Add a cell above',
  'add-below': 'Add a cell below',
  'run-and-add': 'Run the cell and add one below',
  delete: 'Delete the cell',
  'move-up': 'Move the cell up',
  'move-down': 'Move the cell down',
  undo: 'Undo adding, moving or deleting',
}

/** Where a cell's keys work. */
export const MODES = { edit: 'in the editor', command: 'on a cell', both: 'in both' } as const

interface KeyRow {
  readonly keys: readonly string[]
  readonly does: string
  readonly where: string
}

/** What the keyboard does on every page (src/site/search), and what the editor does by itself. */
export const PAGE_KEYS: readonly KeyRow[] = [
  {
    keys: [...SEARCH_KEYS.written, ...SEARCH_KEYS.everywhere],
    does: 'Search the course',
    where: 'on every page',
  },
  { keys: ['Ctrl+/', 'Meta+/'], does: 'Comment or uncomment', where: 'in the editor' },
]

/** What the keyboard does in the machine's panel: its values are reached one by one (src/widgets/machine). */
export const MACHINE_KEYS: readonly KeyRow[] = [
  { keys: ['Enter'], does: 'Go to the first value', where: 'on a view of the machine' },
  {
    keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
    does: 'Go to the value beside, above or below',
    where: 'on a value',
  },
  { keys: ['Enter', 'Space'], does: 'Choose the value, or let go of it', where: 'on a value' },
  {
    keys: ['Escape'],
    does: 'Leave the value, then the choice, then the machine',
    where: 'in the machine',
  },
]

/** What the keyboard does while a lesson is presented. */
export const PRESENTING_KEYS: readonly KeyRow[] = PRESENT_KEYS.map(({ keys, does }) => ({
  keys,
  does,
  where: 'while a lesson is presented',
}))

/** A key as people read it: `⇧ Enter`, `j`, `i i`. */
export function shownKey(key: string): string {
  return key
    .replace('Shift+', 'Shift ')
    .replace('Ctrl+', 'Ctrl ')
    .replace('Meta+', '\u2318 ')
    .replace('ArrowDown', '\u2193')
    .replace('ArrowUp', '\u2191')
    .replace('ArrowLeft', '\u2190')
    .replace('ArrowRight', '\u2192')
    .replace('Escape', 'Esc')
}
