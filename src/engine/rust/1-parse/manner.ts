import type { Manner } from '../../written-text.ts'

/** A line comment goes on behind a separator of lines (Rust reference, "Whitespace" and "Comments"). */
export const RUST_MANNER: Manner = { separator: ' ', foreignNames: true }
