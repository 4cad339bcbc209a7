/** The editor of a cell: CodeMirror in a shadow root. It is fetched when a reader first goes to edit. */
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import {
  bracketMatching,
  indentUnit,
  defineLanguageFacet,
  Language as EditorLanguage,
  syntaxHighlighting,
} from '@codemirror/language'
import { Compartment, EditorState } from '@codemirror/state'
import { drawSelection, EditorView, highlightSpecialChars, keymap, type KeyBinding } from '@codemirror/view'
import type { Diagnostic } from '#engine/diagnostic.ts'
import type { AssistAnswer, AssistQuestion } from '#notebook/shared/assist.ts'
import type { Language } from '#notebook/shared/language.ts'
import { keysOf, type KeyCommand } from '#notebook/page/keys.ts'
import { grammarOf } from '#notebook/shared/grammars.ts'
import { editorTheme } from './editor-theme.ts'
import { keyBindings } from './key-bindings.ts'
import { mistakes, setMistakes } from './mistakes.ts'
import { onPaper } from './on-paper.ts'

export interface EditorOptions {
  /** Empty, and where the editor will be. */
  readonly host: HTMLElement
  readonly language: Language
  readonly source: string
  /** What a screen reader calls it. */
  readonly label: string
  onChange(source: string): void
  /** Does what a key of the editor's mode asks for, by the table of keys. */
  onCommand(command: KeyCommand): void
  /** Whether the keys of the scratchpad count too. */
  readonly isOnPad?: boolean
  /** Help with what is written; without it there is none. */
  assist?(ask: AssistQuestion['ask'], source: string, at: number): Promise<AssistAnswer | undefined>
}

export interface Editor {
  setSource(source: string): void
  setDiagnostics(diagnostics: readonly Diagnostic[]): void
  /** Puts the caret at a point of the window, or leaves it where it is. */
  focus(point?: { x: number; y: number }): void
  destroy(): void
}

export function createEditor(options: EditorOptions): Editor {
  const root = options.host.shadowRoot ?? options.host.attachShadow({ mode: 'open' })
  const help = new Compartment()
  const view = new EditorView({ root, parent: root, state: createState(options, help) })
  if (options.assist) void addHelp(view, help, options.assist)
  return {
    setSource: (source) => setSource(view, source),
    setDiagnostics: (diagnostics) => view.dispatch({ effects: setMistakes.of(diagnostics) }),
    focus: (point) => focus(view, point),
    destroy: () => view.destroy(),
  }
}

/** Completion and cards follow the editor: one can write before they are there, and without them. */
async function addHelp(
  view: EditorView,
  help: Compartment,
  assist: NonNullable<EditorOptions['assist']>,
): Promise<void> {
  const before = view.state.doc
  const loaded = await import('./assistance.ts').catch(() => undefined)
  if (!loaded) return
  view.dispatch({ effects: help.reconfigure(loaded.assistance(assist)) })
  // A word that was begun meanwhile is helped like one that is begun now.
  if (view.state.doc !== before) loaded.suggestHere(view)
}

function createState(options: EditorOptions, help: Compartment): EditorState {
  const comments = [{ commentTokens: { line: grammarOf(options.language).lineComment } }]
  return EditorState.create({
    doc: options.source,
    extensions: [
      help.of([]),
      keymap.of([...ownKeys(options), ...defaultKeymap, ...historyKeymap]),
      // Before the history, which would answer a browser's undo for an editor without the focus.
      EditorView.domEventHandlers({
        beforeinput: (event, view) => refuseUndoElsewhere(event, view) || replaceSelection(event, view),
        blur: leaveSelection,
        cut: refuseUnlessFocused,
        paste: refuseUnlessFocused,
      }),
      history(),
      highlightSpecialChars(),
      drawSelection(),
      bracketMatching(),
      indentUnit.of('    '),
      new EditorLanguage(defineLanguageFacet(), grammarOf(options.language).parser).extension,
      EditorState.languageData.of(() => comments),
      syntaxHighlighting(grammarOf(options.language).classes),
      mistakes,
      onPaper(options.language),
      editorTheme,
      EditorView.contentAttributes.of({ 'aria-label': options.label, spellcheck: 'false', tabindex: '0' }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) options.onChange(update.state.doc.toString())
      }),
    ],
  })
}

/**
 * Typing over a selection. Left to itself a browser joins the lines with inline styles, which the site's
 * Content-Security-Policy refuses with a message in the console.
 */
function replaceSelection(event: InputEvent, view: EditorView): boolean {
  if (event.inputType !== 'insertText' || event.data === null || view.composing) return false
  if (view.state.selection.main.empty) return false
  event.preventDefault()
  view.dispatch(view.state.replaceSelection(event.data), { userEvent: 'input.type', scrollIntoView: true })
  return true
}

/**
 * Without the keyboard the editor has no selection of the page's either: a browser cuts, pastes and composes where that
 * is, whatever has the focus. It is put back with the focus.
 */
function leaveSelection(_event: FocusEvent, view: EditorView): boolean {
  // A window that another one covers keeps what it had.
  if (view.dom.ownerDocument.hasFocus()) view.dom.ownerDocument.getSelection()?.removeAllRanges()
  return false
}

function refuseUnlessFocused(event: Event, view: EditorView): boolean {
  if (view.hasFocus) return false
  event.preventDefault()
  return true
}

/** A browser undoes what was typed last, wherever the reader is since: elsewhere the reader would not see it go. */
function refuseUndoElsewhere(event: InputEvent, view: EditorView): boolean {
  return event.inputType.startsWith('history') && refuseUnlessFocused(event, view)
}

/** But for what the editor's help does itself. */
function ownKeys(options: EditorOptions): KeyBinding[] {
  return keysOf('edit', options.isOnPad ?? false)
    .filter(({ command }) => command !== 'explain')
    .flatMap(({ keys, command }) => keyBindings(keys, (view) => obey(view, options, command)))
}

function obey(view: EditorView, options: EditorOptions, command: KeyCommand): true {
  if (command === 'leave') view.contentDOM.blur()
  options.onCommand(command)
  return true
}

function setSource(view: EditorView, source: string): void {
  if (view.state.doc.toString() === source) return
  view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: source } })
}

function focus(view: EditorView, point?: { x: number; y: number }): void {
  view.focus()
  if (point) view.dispatch({ selection: { anchor: view.posAtCoords(point, false) } })
}
