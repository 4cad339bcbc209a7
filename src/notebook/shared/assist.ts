/** Help while one writes: what could stand here, and what a word means. Plain data, from the kernel to the editor. */
import type { Language } from './language.ts'

/** What could be written. */
export interface Suggestion {
  readonly text: string
  readonly kind: 'instruction' | 'register' | 'variable' | 'function' | 'keyword' | 'type'
  /** A few words beside it. */
  readonly about?: string
}

/** What a word means, for a card beside it. */
export interface Explanation {
  /** Of the word, in the source. */
  readonly from: number
  readonly to: number
  readonly title: string
  readonly lines: readonly string[]
}

/** What the editor asks of the kernel, and the cell's menu for an executable file of the program. */
export interface AssistQuestion {
  readonly ask: 'suggest' | 'explain' | 'executable'
  readonly cell: string
  readonly language: Language
  readonly source: string
  readonly at: number
}

export interface AssistAnswer {
  readonly suggestions: readonly Suggestion[]
  /** Where the word that they would replace begins. */
  readonly from: number
  readonly explanation?: Explanation
  /** The file that Linux runs, or a sentence that says why there is none. */
  readonly executable?: { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly refusal: string }
}

/** A word of a source, and where it stands. */
export interface Word {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** The word around an offset, or the one that ends there. */
export function wordAt(source: string, at: number): Word {
  let [from, to] = [at, at]
  while (from > 0 && /[\w.]/.test(source[from - 1]!)) from--
  while (to < source.length && /\w/.test(source[to]!)) to++
  return { from, to, text: source.slice(from, to) }
}
