/**
 * The control registers that paging reads, as words of the journal's processor area (distances from `registersAt`).
 * The register file shows them under their names; memory reads them at every walk.
 */

/** CR0: only WP (bit 16) has an effect here. */
export const CR0_WORD = 38
/** CR3, low and high half: the physical address of the root table. */
export const CR3_WORD = 42
/** EFER: only NXE (bit 11) has an effect here. */
export const EFER_WORD = 46
/** The current privilege level: 0 the kernel, 3 a program. */
export const CPL_WORD = 47

/**
 * Base and limit of the segments, a pair of words for each, of processors that have them instead of page tables, or
 * before them.
 */
export const SEGMENT_WORD = 48
/** As many as there are words for. */
export const MOST_SEGMENTS = 8

/** CR0.WP: a read-only page is read-only for the kernel too. */
export const WRITE_PROTECT = 1 << 16
/** EFER.NXE: the NX bit has an effect; otherwise it is reserved. */
export const NO_EXECUTE_ENABLE = 1 << 11
