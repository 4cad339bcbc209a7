import { StateEffect, StateField, type EditorState, type Extension, type Range } from '@codemirror/state'
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view'
import { codeInText } from '#notebook/shared/code-in-text.ts'
import type { Diagnostic, Label } from '#engine/diagnostic.ts'

/** What is wrong with the source as it stands; replaces what was said before. */
export const setMistakes = StateEffect.define<readonly Diagnostic[]>()

/** A mistake, or a place that has to do with one. */
type Place = Pick<Diagnostic, 'from' | 'to' | 'message' | 'help' | 'code'> & {
  readonly severity: Diagnostic['severity'] | 'label'
}

/** The sentence below the line it is about. */
class Sentence extends WidgetType {
  readonly diagnostic: Place

  constructor(diagnostic: Place) {
    super()
    this.diagnostic = diagnostic
  }

  override eq(other: Sentence): boolean {
    const [mine, theirs] = [this.diagnostic, other.diagnostic]
    return mine.message === theirs.message && mine.help === theirs.help && mine.severity === theirs.severity
  }

  override toDOM(): HTMLElement {
    const { message, help, severity, code } = this.diagnostic
    const element = document.createElement('div')
    element.className = `cm-sentence cm-${severity}`
    const said = line('cm-message', message)
    if (code !== undefined) said.append(' ', linkTo(code))
    element.append(said)
    if (help !== undefined) element.append(line('cm-help', help))
    return element
  }
}

/** To what the reference says of a code. */
function linkTo(code: string): HTMLElement {
  const link = document.createElement('a')
  link.href = `${import.meta.env.BASE_URL.replace(/\/?$/, '/')}reference/errors/#${code}`
  link.textContent = `[${code}]`
  return link
}

function line(className: string, text: string): HTMLElement {
  const element = document.createElement('div')
  element.className = className
  for (const { text: piece, code } of codeInText(text)) {
    if (!code) element.append(piece)
    else element.appendChild(document.createElement('code')).textContent = piece
  }
  return element
}

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(decorations, transaction) {
    const said = transaction.effects.filter((effect) => effect.is(setMistakes)).at(-1)
    return said ? decorate(transaction.state, said.value) : decorations.map(transaction.changes)
  },
  provide: (self) => EditorView.decorations.from(self),
})

function decorate(state: EditorState, diagnostics: readonly Diagnostic[]): DecorationSet {
  const ranges = diagnostics.flatMap((diagnostic) => [
    ...rangesOf(state, diagnostic, { diagnostic }),
    ...(diagnostic.labels ?? []).flatMap(({ from, to, text }) =>
      rangesOf(state, { from, to, message: text, severity: 'label' }, { text, of: diagnostic }),
    ),
  ])
  return Decoration.set(ranges, true)
}

/** @param spec what is remembered of the mark */
function rangesOf(state: EditorState, diagnostic: Place, spec = {}): Range<Decoration>[] {
  const length = state.doc.length
  const from = Math.min(diagnostic.from, length)
  const to = Math.min(Math.max(diagnostic.to, from), length)
  const line = state.doc.lineAt(from)
  const widget = new Sentence(diagnostic)
  if (from === to) return [Decoration.widget({ widget, block: true, side: 1, ...spec }).range(line.to)]
  const sentence = Decoration.widget({ widget, block: true, side: 1 }).range(line.to)
  const mark = Decoration.mark({ class: `cm-mistake cm-${diagnostic.severity}`, ...spec })
  return [mark.range(from, to), sentence]
}

/** The mistakes that are marked, each where its characters are by now. */
export function mistakesIn(state: EditorState): Diagnostic[] {
  const found = new Map<Diagnostic, Diagnostic>()
  const labels = new Map<Diagnostic, Label[]>()
  state.field(field).between(0, state.doc.length, (from, to, { spec }) => {
    const { diagnostic, text, of } = spec as { diagnostic?: Diagnostic; text?: string; of?: Diagnostic }
    if (diagnostic !== undefined) found.set(diagnostic, { ...diagnostic, from, to })
    if (of !== undefined && text !== undefined)
      labels.set(of, [...(labels.get(of) ?? []), { from, to, text }])
  })
  return [...found].map(([was, { labels: _, ...is }]) => {
    const own = labels.get(was)
    return own ? { ...is, labels: own } : is
  })
}

/** Marks mistakes under their characters, and says below the line what each is. */
export const mistakes: Extension = field
