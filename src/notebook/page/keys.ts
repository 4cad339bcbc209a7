/** Jupyter's keys, as far as they mean something here: what they do, and the list that `?` shows, are this table. */

export type KeyCommand =
  | 'run-and-go-on'
  | 'run'
  | 'edit'
  | 'leave'
  | 'next'
  | 'previous'
  | 'machine'
  | 'fold-source'
  | 'fold-output'
  | 'copy'
  | 'interrupt'
  | 'go-on'
  | 'restart'
  | 'list'
  | PadCommand
  | EditorCommand

/** What changes the scratchpad; a lesson's cells are its author's. */
export type PadCommand =
  'add-above' | 'add-below' | 'run-and-add' | 'delete' | 'move-up' | 'move-down' | 'undo'

/** What the editor does itself, with what it knows of the cursor. */
export type EditorCommand = 'explain'

export interface KeyBinding {
  /** Any of these; a space stands between two that are pressed one after the other. */
  readonly keys: readonly string[]
  /** `edit`: in the editor. `command`: elsewhere in a cell. */
  readonly mode: 'edit' | 'command' | 'both'
  readonly command: KeyCommand
  /** Only on the scratchpad, whose cells are the reader's own. */
  readonly onPad?: true
}

export const KEYS: readonly KeyBinding[] = [
  { keys: ['Shift+Enter'], mode: 'both', command: 'run-and-go-on' },
  { keys: ['Ctrl+Enter', 'Meta+Enter'], mode: 'both', command: 'run' },
  { keys: ['Enter'], mode: 'command', command: 'edit' },
  { keys: ['Escape'], mode: 'edit', command: 'leave' },
  {
    keys: ['Ctrl+i', 'Meta+i'],
    mode: 'edit',
    command: 'explain',
  },
  { keys: ['ArrowDown', 'j'], mode: 'command', command: 'next' },
  { keys: ['ArrowUp', 'k'], mode: 'command', command: 'previous' },
  { keys: ['m'], mode: 'command', command: 'machine' },
  { keys: ['s'], mode: 'command', command: 'fold-source' },
  { keys: ['o'], mode: 'command', command: 'fold-output' },
  { keys: ['c'], mode: 'command', command: 'copy' },
  { keys: ['i i'], mode: 'command', command: 'interrupt' },
  { keys: ['g'], mode: 'command', command: 'go-on' },
  { keys: ['0 0'], mode: 'command', command: 'restart' },
  { keys: ['?'], mode: 'command', command: 'list' },
  { keys: ['a'], mode: 'command', command: 'add-above', onPad: true },
  { keys: ['b'], mode: 'command', command: 'add-below', onPad: true },
  {
    keys: ['Alt+Enter'],
    mode: 'both',
    command: 'run-and-add',
    onPad: true,
  },
  { keys: ['d d'], mode: 'command', command: 'delete', onPad: true },
  { keys: ['K'], mode: 'command', command: 'move-up', onPad: true },
  { keys: ['J'], mode: 'command', command: 'move-down', onPad: true },
  { keys: ['z'], mode: 'command', command: 'undo', onPad: true },
]

/** The keys that mean something in a mode. */
export function keysOf(mode: 'edit' | 'command', isOnPad: boolean): readonly KeyBinding[] {
  return KEYS.filter(
    (binding) => (binding.mode === mode || binding.mode === 'both') && (isOnPad || binding.onPad !== true),
  )
}

/** A second key counts as one of a pair for so long. Milliseconds. */
const PAIR = 800

export interface PressedKey {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

/** Turns keys as they are pressed into commands. */
export class KeyReader {
  readonly #isOnPad: boolean
  #last: { readonly name: string; readonly at: number } | undefined

  constructor(isOnPad = false) {
    this.#isOnPad = isOnPad
  }

  /** @returns what the key asks for; undefined for one without a meaning, and for the first of a pair */
  read(pressed: PressedKey, mode: 'edit' | 'command', now: number): KeyCommand | undefined {
    const name = nameOf(pressed)
    const pair = this.#last && now - this.#last.at < PAIR ? `${this.#last.name} ${name}` : undefined
    const found = keysOf(mode, this.#isOnPad).find(({ keys }) =>
      keys.some((key) => key === name || key === pair),
    )
    this.#last = found === undefined ? { name, at: now } : undefined
    return found?.command
  }
}

/** As the table writes it. What a letter needs Shift for is in the letter. */
function nameOf({ key, shiftKey, ctrlKey, metaKey, altKey }: PressedKey): string {
  const shift = shiftKey && key.length > 1 ? 'Shift+' : ''
  return `${ctrlKey ? 'Ctrl+' : ''}${metaKey ? 'Meta+' : ''}${altKey ? 'Alt+' : ''}${shift}${key}`
}
