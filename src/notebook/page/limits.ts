/** Characters of one source that are kept: longer ones are nobody's writing. */
export const LONGEST_SOURCE = 100_000
