import MiniSearch from 'minisearch'
import type { FoundSection } from './found-section.ts'

/** What is found at a place, with as much of its text as shows why. */
export interface Hit {
  readonly path: string
  readonly page: string
  readonly heading: string
  /** In their order; those that were looked for are marked. */
  readonly excerpt: readonly { readonly text: string; readonly isHit: boolean }[]
}

const MOST_HITS = 30
/** Characters of an excerpt, about half of them before the first word that was looked for. */
const EXCERPT = 160
/** Shorter words are looked for as they are written: with a letter changed they would be any other. */
const LONG_ENOUGH_TO_MISTYPE = 5

/** Finds sections by words: all of them where some section has them all, else any of them. */
export class Finder {
  readonly #sections: readonly FoundSection[]
  readonly #index = new MiniSearch<FoundSection & { id: number }>({
    fields: ['heading', 'page', 'text'],
    processTerm: (term) => plain(term).toLowerCase(),
    searchOptions: { boost: { heading: 4, page: 1.5 } },
  })

  constructor(sections: readonly FoundSection[]) {
    this.#sections = sections
    this.#index.addAll(sections.map((section, id) => ({ ...section, id })))
  }

  find(wanted: string): Hit[] {
    const ask = (combineWith: 'AND' | 'OR') =>
      this.#index.search(wanted, {
        combineWith,
        prefix: (_term, at, terms) => at === terms.length - 1,
        fuzzy: (term) => (term.length >= LONG_ENOUGH_TO_MISTYPE && /^[a-z]+$/.test(term) ? 1 : false),
      })
    const all = ask('AND')
    return (all.length > 0 ? all : ask('OR')).slice(0, MOST_HITS).map(({ id, terms }) => {
      const { path, page, heading, text } = this.#sections[id as number]!
      return { path, page, heading, excerpt: excerptOf(text, terms) }
    })
  }
}

/** Without accents, letter by letter: many a keyboard has none for Bélády. */
function plain(text: string): string {
  return text.replace(/[\u00C0-\u024F]/g, (letter) => letter.normalize('NFD')[0]!)
}

function excerptOf(text: string, terms: readonly string[]): Hit['excerpt'] {
  const pattern = new RegExp(terms.map((term) => term.replace(/\W/g, '\\$&')).join('|'), 'giu')
  const at = Math.max(0, plain(text).search(pattern))
  const from = at < EXCERPT / 2 ? 0 : text.lastIndexOf(' ', at - EXCERPT / 2) + 1
  const cut = text.slice(from, from + EXCERPT)
  const whole = from + EXCERPT < text.length ? `${cut.slice(0, cut.lastIndexOf(' '))} …` : cut
  const shown = `${from > 0 ? '… ' : ''}${whole}`
  const hits = [...plain(shown).matchAll(pattern)].map(({ index, 0: { length } }) => [index, index + length])
  const ends = [0, ...hits.flat(), shown.length]
  return ends
    .slice(1)
    .map((end, index) => ({ text: shown.slice(ends[index], end), isHit: index % 2 === 1 }))
    .filter((piece) => piece.text !== '')
}
