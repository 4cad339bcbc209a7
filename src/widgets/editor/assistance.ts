/** Completion and cards in the editor. What they say comes from the kernel, which knows the language and the machine. */
import {
  autocompletion,
  completionKeymap,
  selectedCompletionIndex,
  setSelectedCompletion,
  startCompletion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete'
import { syntaxTree } from '@codemirror/language'
import { EditorState, StateEffect, StateField, type Extension } from '@codemirror/state'
import { hoverTooltip, keymap, showTooltip, type EditorView, type Tooltip } from '@codemirror/view'
import type { Explanation } from '#notebook/shared/assist.ts'
import { keysOf } from '#notebook/page/keys.ts'
import type { EditorOptions } from './editor.ts'
import { keyBindings } from './key-bindings.ts'

/** The beginning of a name, at the end of what stands before the cursor. */
const WORD_BEGUN = /[A-Za-z_][\w.]*$/

type Assist = NonNullable<EditorOptions['assist']>

/** CodeMirror's names for what a suggestion is; they choose its sign. */
const TYPES = {
  instruction: 'function',
  register: 'variable',
  variable: 'variable',
  function: 'function',
  keyword: 'keyword',
  type: 'type',
} as const

export function assistance(assist: Assist): Extension[] {
  return [
    // Nothing is chosen until the reader does: Enter then ends the line, as everywhere.
    autocompletion({
      override: [(context) => complete(assist, context)],
      icons: false,
      selectOnOpen: false,
    }),
    EditorState.transactionExtender.of(({ docChanged, startState }) =>
      docChanged && selectedCompletionIndex(startState) !== null ? { effects: unchosen } : null,
    ),
    // Its keys come before the editor's own: Escape closes the list first.
    keymap.of(completionKeymap),
    hoverTooltip((view, at) => explain(assist, view, at)),
    askedCard,
    keymap.of([
      ...keysOf('edit', false)
        .filter(({ command }) => command === 'explain')
        .flatMap(({ keys }) => keyBindings(keys, (view) => explainHere(assist, view))),
      { key: 'Escape', run: closeCard },
    ]),
  ]
}

/** Offers what the word before the cursor could become, where there is a word and the reader is still there. */
export function suggestHere(view: EditorView): void {
  const { main } = view.state.selection
  const line = view.state.doc.lineAt(main.head)
  if (view.hasFocus && main.empty && WORD_BEGUN.test(line.text.slice(0, main.head - line.from)))
    startCompletion(view)
}

/** Who types on has taken the choice back. */
const unchosen = setSelectedCompletion(-1)

const setCard = StateEffect.define<Tooltip | null>()

/** The card that was asked for with a key. It goes when the cursor does. */
const askedCard = StateField.define<Tooltip | null>({
  create: () => null,
  update(shown, { docChanged, selection, effects }) {
    const asked = effects.find((effect) => effect.is(setCard))
    if (asked) return asked.value as Tooltip | null
    return docChanged || selection ? null : shown
  },
  provide: (field) => showTooltip.from(field),
})

function explainHere(assist: Assist, view: EditorView): true {
  const at = view.state.selection.main.head
  void explain(assist, view, at).then((tooltip) => {
    if (view.state.selection.main.head === at) view.dispatch({ effects: setCard.of(tooltip) })
  })
  return true
}

function closeCard(view: EditorView): boolean {
  if (view.state.field(askedCard) === null) return false
  view.dispatch({ effects: setCard.of(null) })
  return true
}

/** A list is offered when a word has begun, or when it is asked for; in no comment, and not once the reader has left. */
async function complete(assist: Assist, context: CompletionContext): Promise<CompletionResult | null> {
  const word = context.matchBefore(WORD_BEGUN)
  if ((word === null && !context.explicit) || isInComment(context)) return null
  const answer = await assist('suggest', context.state.doc.toString(), context.pos)
  if (answer === undefined || answer.suggestions.length === 0 || context.view?.hasFocus === false) return null
  return {
    from: answer.from,
    options: answer.suggestions.map(({ text, kind, about }) => ({
      label: text,
      type: TYPES[kind],
      ...(about === undefined ? {} : { detail: about }),
    })),
    validFor: /^[\w.]*$/,
  }
}

function isInComment({ state, pos }: CompletionContext): boolean {
  return /Comment/.test(syntaxTree(state).resolveInner(pos, -1).name)
}

async function explain(assist: Assist, view: EditorView, at: number): Promise<Tooltip | null> {
  const answer = await assist('explain', view.state.doc.toString(), at)
  const explanation = answer?.explanation
  if (explanation === undefined) return null
  return {
    pos: explanation.from,
    end: explanation.to,
    above: true,
    create: () => ({ dom: card(explanation) }),
  }
}

function card({ title, lines }: Explanation): HTMLElement {
  const dom = document.createElement('div')
  dom.className = 'cm-card'
  // A card that a key has opened is read out.
  dom.setAttribute('role', 'status')
  dom.append(paragraph('cm-card-title', title), ...lines.map((line) => paragraph('', line)))
  return dom
}

function paragraph(className: string, text: string): HTMLElement {
  const element = document.createElement('p')
  element.className = className
  element.textContent = text
  return element
}
