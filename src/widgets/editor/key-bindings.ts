import type { EditorView, KeyBinding } from '@codemirror/view'

/** Keys as the table of keys writes them, bound to what they do in an editor. */
export function keyBindings(keys: readonly string[], run: (view: EditorView) => boolean): KeyBinding[] {
  return keys.map((key) => ({ key: key.replaceAll('+', '-'), run }))
}
