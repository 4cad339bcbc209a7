import type { GlossaryEntry } from './glossary-entry.ts'

/** A piece of a text, and the word of the glossary that it is. */
export interface TextPiece {
  readonly text: string
  readonly id?: string
}

/** Words of the glossary in texts that are read one after the other: each where it comes first. */
export class TermFinder {
  readonly #words: RegExp
  /** What each written form is; nothing where it is none of the glossary's words. */
  readonly #ids: ReadonlyMap<string, string | undefined>
  readonly #found: Set<string>

  /** @param lesson whose texts they are: what it explains itself needs no mark */
  constructor(entries: readonly GlossaryEntry[], lesson: string) {
    this.#found = new Set(entries.filter((entry) => entry.lesson === lesson).map(({ id }) => id))
    this.#ids = new Map([
      ...entries.flatMap(({ id, term, also }) =>
        [term, ...also].map((form) => [form.toLowerCase(), id] as const),
      ),
      ...entries.flatMap(({ except }) => except.map((phrase) => [phrase.toLowerCase(), undefined] as const)),
    ])
    // The longest first, so that a page table is not a page.
    const forms = [...this.#ids.keys()].sort((one, other) => other.length - one.length)
    this.#words = new RegExp(`(?<![\\p{L}\\d_-])(?:${forms.map(pattern).join('|')})(?![\\p{L}\\d_-])`, 'giu')
  }

  /** The text in pieces; the words found for the first time say what they are. */
  pieces(text: string): TextPiece[] {
    const pieces: TextPiece[] = []
    let end = 0
    for (const { 0: form, index } of text.matchAll(this.#words)) {
      const id = this.#ids.get(form.toLowerCase().replace(/\s+/g, ' '))
      if (id === undefined || this.#found.has(id)) continue
      this.#found.add(id)
      pieces.push({ text: text.slice(end, index) }, { text: form, id })
      end = index + form.length
    }
    return [...pieces, { text: text.slice(end) }].filter((piece) => piece.text !== '')
  }
}

/** A line of prose may end within a form. */
const pattern = (form: string) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+')
