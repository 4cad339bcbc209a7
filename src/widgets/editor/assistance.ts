/** Completion and cards in the editor. What they say comes from the kernel, which knows the language and the machine. */
import {
  autocompletion,
  completionKeymap,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete'
import type { Extension } from '@codemirror/state'
import { hoverTooltip, keymap, type EditorView, type Tooltip } from '@codemirror/view'
import type { Explanation } from '#notebook/assist/assist.ts'
import type { EditorOptions } from './editor.ts'

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
    autocompletion({ override: [(context) => complete(assist, context)], icons: false }),
    // Its keys come before the editor's own: Escape closes the list first.
    keymap.of(completionKeymap),
    hoverTooltip((view, at) => explain(assist, view, at)),
  ]
}

/** A list is offered when a word has begun, or when it is asked for. */
async function complete(assist: Assist, context: CompletionContext): Promise<CompletionResult | null> {
  const word = context.matchBefore(/[A-Za-z_][\w.]*/)
  if (word === null && !context.explicit) return null
  const answer = await assist('suggest', context.state.doc.toString(), context.pos)
  if (answer === undefined || answer.suggestions.length === 0) return null
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
  dom.append(paragraph('cm-card-title', title), ...lines.map((line) => paragraph('', line)))
  return dom
}

function paragraph(className: string, text: string): HTMLElement {
  const element = document.createElement('p')
  element.className = className
  element.textContent = text
  return element
}
