/** What stands in front of the methods in a table: how a value goes, its size, its alignment (`compiler/rustc_middle`, `vtable.rs`). */
export const VTABLE_HEAD = 3
