/** Characters of one source that are kept: longer ones no reader has written. */
export const LONGEST_SOURCE = 100_000
