/**
 * A decoded instruction as 16 integers in one flat array: what the processor's loops read instead of bytes.
 *
 * Registers of 32 and 64 bits are given by the index of their low word in `journal.words`, those of 8 and 16 bits by
 * the index of their byte in `journal.bytes`.
 */
export const RECORD_SIZE = 16

/* Integer 0 is the operation: which case of the loop's switch executes it. */
/** The address of the instruction, and of the one behind it; low halves. */
export const AT = 1
export const NEXT = 2
/** The first and second operand's register. */
export const FIRST = 3
export const SECOND = 4
/** Memory: one of the two values below, or the first slot of the translation cache for its kind of access. */
export const MEMORY = 5
/** How many bytes are accessed, less one. */
export const SPAN = 6
/** The address is base + (index << scale) + displacement. */
export const BASE = 7
export const INDEX = 8
export const SCALE = 9
export const DISPLACEMENT = 10
export const DISPLACEMENT_HIGH = 11
export const IMMEDIATE = 12
export const IMMEDIATE_HIGH = 13
/** The record a jump leads to, or -1 while that is unknown; and the low half of its address. */
export const TARGET = 14
export const TARGET_AT = 15

export const NO_MEMORY = -1
/** The address is computed and nothing is accessed. */
export const ADDRESS_ONLY = -2

/** Cases that are no instruction's: leave it to the interpreter, go on in another block, stop before it. */
export const INTERPRET = 0
export const GO_ON = 1
export const STOP = 2
export const FIRST_OPERATION = 3
