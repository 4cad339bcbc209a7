/**
 * The processor's words behind RAM, as distances from the journal's `registersAt`. This is the one table of them:
 * memory, the register file and the journal have their places here.
 *
 *    0, 1      RIP, low and high half
 *    2         RFLAGS (its upper half is always zero and not kept; 3 is unused)
 *    4 … 35    the 16 general-purpose registers, low half first
 *   36, 37     always zero: the base or index of an address that has none
 *   38 … 45    CR0, CR2, CR3, CR4
 *   46         EFER
 *   47         the current privilege level: 0 the kernel, 3 a program
 *   48 … 63    base and limit of up to eight segments, of processors that have them instead of page tables
 *   64 … 127   XMM0 to XMM15, four words each
 *  128         MXCSR (129 is unused)
 *  136 … 139   the bases of FS and GS
 *  140 … 142   the x87 unit's control and status word, and which of its registers are in use
 *  144 … 175   those registers, four words each, by their own numbers
 */
export const RIP_WORD = 0
export const FLAGS_WORD = 2
export const GENERAL_WORD = 4
export const ZERO_WORD = 36
export const CR0_WORD = 38
export const CR2_WORD = 40
export const CR3_WORD = 42
export const CR4_WORD = 44
export const EFER_WORD = 46
export const CPL_WORD = 47
export const SEGMENT_WORD = 48
export const VECTOR_WORD = 64
export const MXCSR_WORD = 128
export const FS_BASE_WORD = 136
export const GS_BASE_WORD = 138
export const X87_CONTROL_WORD = 140
export const X87_STATUS_WORD = 141
export const X87_USED_WORD = 142
export const X87_WORD = 144

/** How many words the processor has. */
export const PROCESSOR_WORD_COUNT = 176

/** As many as there are words for. */
export const MOST_SEGMENTS = (VECTOR_WORD - SEGMENT_WORD) / 2
