/** What opens the search, as a key is named: one that is written only where no text is being written, the others everywhere. */
export const SEARCH_KEYS = { written: ['/'], everywhere: ['Ctrl+k', 'Meta+k'] } as const
