import type { Extension } from '@codemirror/state'
import { EditorView, ViewPlugin } from '@codemirror/view'
import type { Language } from '#notebook/shared/language.ts'
import { highlightSource } from '#notebook/shared/highlight-source.ts'
import { mistakesIn } from './mistakes.ts'

/**
 * The source as paper takes it: all of it, with its long lines broken. An editor itself has only the lines that are on
 * the screen, and scrolls sideways.
 */
export function onPaper(language: Language): Extension {
  return [ViewPlugin.define((view) => new Sheet(view, language)), looks]
}

class Sheet {
  readonly #view: EditorView
  readonly #language: Language
  readonly #window: Window
  readonly #sheet: HTMLElement

  constructor(view: EditorView, language: Language) {
    this.#view = view
    this.#language = language
    this.#window = view.dom.ownerDocument.defaultView ?? globalThis.window
    this.#sheet = view.dom.appendChild(document.createElement('pre'))
    this.#sheet.className = 'cm-paper'
    this.#window.addEventListener('beforeprint', this.#write)
  }

  #write = (): void => {
    const { state } = this.#view
    // Made by highlightSource, which escapes what it does not make itself.
    this.#sheet.innerHTML = highlightSource(state.doc.toString(), this.#language, mistakesIn(state))
  }

  destroy(): void {
    this.#window.removeEventListener('beforeprint', this.#write)
    this.#sheet.remove()
  }
}

const looks = EditorView.theme({
  '.cm-paper': {
    display: 'none',
    margin: '0',
    padding: 'var(--space-2) var(--space-3)',
    fontFamily: 'var(--font-code)',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    tabSize: '4',
  },
  '@media print': {
    '.cm-scroller': { display: 'none !important' },
    '.cm-paper': { display: 'block' },
  },
})
