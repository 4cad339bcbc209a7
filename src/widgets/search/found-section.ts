/** A part of a page that a search may find, down to the next heading. */
export interface FoundSection {
  /** Under the site's base, with the fragment that leads to it. */
  readonly path: string
  readonly page: string
  /** The page's own title where it begins. */
  readonly heading: string
  readonly text: string
}

/** Under the site's base: what search-site.ts writes and the search reads. */
export const SEARCH_FILE = 'search.json'
