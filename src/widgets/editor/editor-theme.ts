import { EditorView } from '@codemirror/view'
import { TOKEN_CLASSES } from '#notebook/shared/token-names.ts'

const tokens = Object.fromEntries(TOKEN_CLASSES.map((name) => [`.${name}`, { color: `var(--${name})` }]))

/**
 * The same type, colours and distances as the source that the page shows before the editor takes over, so that
 * nothing moves. Custom properties reach into the shadow root; the page's rules don't.
 */
export const editorTheme = EditorView.theme({
  '&': { color: 'var(--ink)', background: 'none', fontSize: 'inherit' },
  '&.cm-focused': { outline: '2px solid var(--focus)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--font-code)', lineHeight: 'inherit', overflowX: 'auto' },
  '.cm-content': { padding: 'var(--space-2) var(--space-3)', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0' },
  '.cm-cursor': { borderLeft: '2px solid var(--ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'var(--marked)',
  },
  '&.cm-focused .cm-matchingBracket': { background: 'var(--marked)' },
  '&.cm-focused .cm-nonmatchingBracket': {
    background: 'none',
    textDecoration: 'underline wavy var(--error)',
  },
  '.cm-mistake, .mistake': { textDecoration: 'underline wavy var(--error)', textUnderlineOffset: '0.25em' },
  '.cm-mistake.cm-warning, .mistake.warning': { textDecorationColor: 'var(--warning)' },
  '.cm-mistake.cm-label, .mistake.label': { textDecoration: 'underline dotted var(--ink-soft)' },
  '.cm-sentence, .sentence': {
    display: 'block',
    margin: 'var(--space-1) 0',
    padding: 'var(--space-1) var(--space-3)',
    borderLeft: '3px solid var(--error)',
    background: 'var(--paper-raised)',
    color: 'var(--ink)',
    fontFamily: 'var(--font-text)',
    fontSize: 'var(--text-s)',
    lineHeight: '1.45',
    whiteSpace: 'normal',
    // Takes the width that the code has, and asks for none of its own: a long sentence wraps instead of widening it.
    boxSizing: 'border-box',
    width: '0',
    minWidth: '100%',
  },
  '.cm-sentence.cm-warning, .sentence.warning': { borderLeftColor: 'var(--warning)' },
  '.cm-sentence.cm-label, .sentence.label': { borderLeft: '3px dotted var(--ink-soft)' },
  '.cm-sentence code, .sentence code': { fontFamily: 'var(--font-code)', fontSize: '0.88em' },
  '.cm-message': { color: 'var(--error)' },
  '.cm-warning .cm-message': { color: 'var(--warning)' },
  '.cm-label .cm-message': { color: 'var(--ink)' },
  '.cm-tooltip': {
    border: '1px solid var(--rule)',
    borderRadius: 'var(--radius)',
    backgroundColor: 'var(--paper-raised)',
    color: 'var(--ink)',
    fontSize: 'var(--text-xs)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { maxWidth: '92vw', fontFamily: 'var(--font-code)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--marked)',
    color: 'var(--ink)',
  },
  '.cm-completionDetail': { fontFamily: 'var(--font-text)', color: 'var(--ink-soft)' },
  '.cm-card': { maxWidth: 'min(34rem, 90vw)', padding: 'var(--space-2) var(--space-3)' },
  '.cm-card p': { margin: '0', whiteSpace: 'pre-wrap' },
  '.cm-card-title': { fontFamily: 'var(--font-code)', fontWeight: '600' },
  ...tokens,
})
